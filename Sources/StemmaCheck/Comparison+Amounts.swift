import StemmaAlign
import StemmaModel
import StemmaSyntax
import StemmaText

/// Whether the numbers and times of a sentence are those that are claimed.
extension Comparison {
  func alignNumbers(_ found: inout Alignment, _ tree: SentenceTree) {
    let here = Amounts.all(of: report, in: sentence.span)
    var used: Set<TextSpan> = []
    for (index, part) in assertion.parts.enumerated() where part.kind == .amount {
      let own = assertion.amounts[part.index!]
      let ownFate = fate(own, claim, claim.tokens.indices)
      var rival: QuantityMention?
      for theirs in here where Amounts.areOfOneKind(own, theirs) && !used.contains(theirs.span) {
        let theirFate = ownFate == nil ? nil : fate(theirs, report, sentence.tokens)
        if let ownFate, let theirFate, theirFate != ownFate { continue }
        switch Amounts.compare(own, theirs) {
        case .same:
          let token = report.tokenRange(of: theirs.number).first ?? sentence.tokens.lowerBound
          if found.worth[index] < 1 { used.insert(theirs.span) }
          found.match(index, part.tokens[0], token, 1)
        case .vaguer: found.worth[index] = max(found.worth[index], 0.39)
        case .other:
          // In the place of the claim's number: of the same fate, of the same noun or of the same deed.
          if rival == nil, ownFate != nil && theirFate == ownFate || stands(theirs, for: part, found, tree) {
            rival = theirs
          }
        }
      }
      guard found.worth[index] < 0.39, let rival else { continue }
      differ(&found, index, .number, report.report.reading(rival.span))
    }
    for (index, part) in assertion.parts.enumerated() where part.kind == .clock {
      guard let minute = ClockTime.minute(at: part.tokens[0], in: claim.tokens) else { continue }
      for token in sentence.tokens where report.tokens[token].kind == .number {
        guard let other = ClockTime.minute(at: token, in: report.tokens) else { continue }
        if other == minute {
          found.conflicts.remove(index)
          found.match(index, part.tokens[0], token, 1)
          found.differences.removeAll { $0.claimed == assertion.words(part) }
        } else if found.worth[index] == 0, !found.conflicts.contains(index) {
          differ(&found, index, .date, report.report.reading(report.tokens[token].span))
        }
      }
    }
  }

  /// Whether an amount is of the noun, or of the deed, that the claim's number is of.
  func stands(_ theirs: QuantityMention, for part: Assertion.Part, _ found: Alignment, _ tree: SentenceTree)
    -> Bool
  {
    guard let own = part.tokens.last(where: { claim.tokens[$0].kind != .mark }),
      let there = report.tokenRange(of: theirs.number).last
    else { return false }
    for (mine, other) in zip(assertion.tree.slots(of: own), tree.slots(of: there)) {
      if let mine, let other, found.tokens[mine] == other { return true }
    }
    return false
  }

  func differ(_ found: inout Alignment, _ index: Int, _ kind: Passage.Difference.Kind, _ theirs: String) {
    found.conflicts.insert(index)
    let mine = assertion.words(assertion.parts[index])
    found.differences.append(
      Passage.Difference(kind: kind, claimed: mine, found: theirs, note: "\(siglum) has “\(theirs)”, not “\(mine)”."))
  }

  func fate(_ amount: QuantityMention, _ report: AnnotatedReport, _ near: Range<Int>) -> Fate? {
    Fate.of(report.tokenRange(of: amount.span), within: near) { Fate(stem: WordStem.of(report.tokens[$0].key)) }
  }

  func alignTimes(_ found: inout Alignment, _ tree: SentenceTree) {
    let here = report.times.filter { sentence.span.contains($0.span) }
    var used: Set<TextSpan> = []
    for (index, part) in assertion.parts.enumerated() where part.kind == .time {
      let own = claim.times[part.index!]
      let namesDay = part.tokens.contains { claim.tokens[$0].kind == .number }
      // Two times of the claim are two of the sentence.
      if let same = here.first(where: { !used.contains($0.span) && Times.compare(own, $0, namesDay: namesDay) == .same }
      ) {
        used.insert(same.span)
        found.match(index, part.tokens[0], report.tokenRange(of: same.span).first ?? sentence.tokens.lowerBound, 1)
        continue
      }
      if let rival = here.first(where: {
        !used.contains($0.span) && Times.compare(own, $0, namesDay: namesDay) == .other
          && isOfDeed($0, part, found, tree, alone: here.count == 1)
      }) {
        differ(&found, index, .date, report.report.reading(rival.span))
        continue
      }
      // Said once for what is told around it.
      let near = report.statements.indices.filter {
        abs($0 - statement) <= 1 && report.statements[$0].passage == sentence.passage
      }
      if used.isEmpty,
        near.contains(where: { at in
          at != statement
            && report.times.contains {
              report.statements[at].span.contains($0.span) && Times.compare(own, $0, namesDay: namesDay) == .same
            }
        })
      {
        found.worth[index] = 0.6
      }
    }
  }

  /// Whether a time is that of the deed whose time the claim says.
  func isOfDeed(
    _ time: TimeMention, _ part: Assertion.Part, _ found: Alignment, _ tree: SentenceTree, alone: Bool
  ) -> Bool {
    guard let own = part.tokens.last, let there = report.tokenRange(of: time.span).last else { return false }
    let deeds = ([assertion.tree.governor(of: own)] + assertion.tree.above(own).map { $0 }).compactMap { $0 }
    let matched = deeds.compactMap { found.tokens[$0] }
    if matched.isEmpty { return alone }
    return tree.above(there).prefix(while: { !tree.tag($0).isVerb }).contains(where: matched.contains)
      || tree.above(there).first { tree.tag($0).isVerb }.map(matched.contains) ?? false
  }
}
