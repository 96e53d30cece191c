import StemmaAlign
import StemmaModel
import StemmaSyntax
import StemmaText

/// What makes another claim of the same words: opposites, denials, doubts, who did it to whom.
extension Comparison {
  func opposites(_ found: Alignment, _ likeness: inout WordLikeness) -> [Passage.Difference] {
    let matchedThere = Set(found.tokens.compactMap { $0 })
    for own in claim.tokens.indices where found.tokens[own] == nil && claim.tokens[own].kind == .word {
      guard !sentence.tokens.contains(where: { report.tokens[$0].key == claim.tokens[own].key }) else { continue }
      for token in sentence.tokens
      where !matchedThere.contains(token) && Opposites.exclude(claim.tokens[own].key, report.tokens[token].key) {
        // They stand in one place: beside words that both have.
        let near = claim.tokens.indices.contains { other in
          guard let there = found.tokens[other] else { return false }
          return abs(other - own) <= 4 && abs(there - token) <= 5
        }
        guard near else { continue }
        let (mine, theirs) = (
          claim.report.reading(claim.tokens[own].span), report.report.reading(report.tokens[token].span)
        )
        return [
          Passage.Difference(
            kind: .opposite, claimed: mine, found: theirs, note: "\(siglum) has “\(theirs)”, not “\(mine)”.")
        ]
      }
    }
    return []
  }

  /// The clauses that the matched words stand in.
  func clauses(_ region: Range<Int>) -> Range<Int> {
    let touched = sentence.clauses.filter { $0.overlaps(region) }
    return (touched.first?.lowerBound ?? region.lowerBound)..<(touched.last?.upperBound ?? region.upperBound)
  }

  func denials(_ found: Alignment, _ region: Range<Int>, _ tree: SentenceTree) -> [Passage.Difference] {
    let matched = Set(found.tokens.compactMap { $0 })
    let around = clauses(region)
    let wide = max(around.lowerBound, region.lowerBound - 4)..<min(around.upperBound, region.upperBound + 2)
    var differences: [Passage.Difference] = []
    if !assertion.disowns, !assertion.isDenied {
      let reach =
        max(sentence.tokens.lowerBound, region.lowerBound - 12)..<min(sentence.tokens.upperBound, region.upperBound + 5)
      if let token = reach.first(where: { token in
        guard !matched.contains(token),
          Markers.disowns(report.tokens[token].key) || Markers.isRumour(report.tokens[token].key)
        else { return false }
        return token >= region.lowerBound || governs(token, found, tree)
          || !report.tokens[token..<region.lowerBound].contains { $0.kind == .mark }
      }) {
        let word = report.report.reading(report.tokens[token].span)
        differences.append(
          Passage.Difference(kind: .denial, claimed: nil, found: word, note: "\(siglum) mentions it with “\(word)”."))
      }
    }
    let denying = wide.filter { Assertion.isDenial(at: $0, in: report.tokens, wide) && !isMatchedDenial($0, found) }
    if (denying.count % 2 == 1) != assertion.isDenied, differences.isEmpty {
      let word = denying.first.map { report.report.reading(report.tokens[$0].span) }
      differences.append(
        Passage.Difference(
          kind: .polarity, claimed: nil, found: word,
          note: assertion.isDenied
            ? "\(siglum) says that it is so, the claim that it is not."
            : "\(siglum) says “\(word ?? "not")”, the claim does not."))
    }
    return differences
  }

  /// "refused" in both.
  func isMatchedDenial(_ token: Int, _ found: Alignment) -> Bool {
    guard let own = found.tokens.firstIndex(of: token) else { return false }
    return !Assertion.isDenial(at: own, in: claim.tokens, claim.tokens.indices)
  }

  func moods(_ found: Alignment, _ region: Range<Int>, _ tree: SentenceTree) -> [Passage.Difference] {
    let matched = Set(found.tokens.compactMap { $0 })
    let around = clauses(region)
    let wide = max(sentence.tokens.lowerBound, min(region.lowerBound - 6, around.lowerBound))..<region.upperBound
    var theirs: (mood: Markers.Mood, token: Int)?
    for token in wide where !matched.contains(token) {
      guard let mood = Assertion.mood(at: token, in: report), governs(token, found, tree) else { continue }
      if mood > theirs?.mood ?? .plain { theirs = (mood, token) }
    }
    guard let theirs else {
      guard assertion.mood > .plain, assertion.mood != .wanted, !hasMatchedMood(found), !hasMood(assertion.mood) else {
        return []
      }
      return [
        Passage.Difference(
          kind: .certainty, claimed: nil, found: nil,
          note: "\(siglum) says it as a fact; the claim has it \(assertion.mood.words).")
      ]
    }
    guard theirs.mood != assertion.mood, !claim.tokens.contains(where: { $0.key == report.tokens[theirs.token].key })
    else { return [] }
    // "is expected to" and "will" are one, and so are "may" and "possibly".
    if assertion.mood > .plain, abs(theirs.mood.rawValue - assertion.mood.rawValue) == 1, theirs.mood != .wanted {
      return []
    }
    let word = report.report.reading(report.tokens[theirs.token].span)
    return [
      Passage.Difference(
        kind: .certainty, claimed: nil, found: word, note: "\(siglum) has it \(theirs.mood.words), with “\(word)”.")
    ]
  }

  /// Whether the sentence has a word of that mood anywhere: of what it is, is not told then.
  func hasMood(_ mood: Markers.Mood) -> Bool {
    sentence.tokens.contains { Assertion.mood(at: $0, in: report) == mood }
  }

  func hasMatchedMood(_ found: Alignment) -> Bool {
    claim.tokens.indices.contains { found.tokens[$0] != nil && Markers.mood(of: claim.tokens[$0].key) != nil }
  }

  /// Whether a marker is of what was matched: it hangs on the deed, or the deed on it, with no clause of its own in between.
  func governs(_ token: Int, _ found: Alignment, _ tree: SentenceTree) -> Bool {
    let predicate = assertion.predicate.flatMap { assertion.parts[$0].tokens.first }.flatMap { found.tokens[$0] }
    let starts = predicate.map { [$0] } ?? found.tokens.compactMap { $0 }
    for start in starts where sentence.tokens.contains(start) {
      var at: Int? = start
      var steps = 0
      while let current = at, steps < 8 {
        if current == token { return true }
        if tree.dependents(of: current).contains(token) {
          return [.aux, .advmod, .mark, .discourse, .amod].contains(tree.relation(token)) || tree.head(current) == token
        }
        if [.relcl, .parataxis].contains(tree.relation(current)) { break }
        at = tree.head(current)
        steps += 1
      }
    }
    return false
  }

  func scope(_ found: Alignment, _ region: Range<Int>) -> [Passage.Difference] {
    guard assertion.quantifier == 3 else { return [] }
    let around = clauses(region)
    let theirs = around.compactMap { Markers.quantifier(report.tokens[$0].key) }.max()
    guard theirs != 3 else { return [] }
    let word = claim.tokens.first { Markers.quantifier($0.key) == 3 }.map { claim.report.reading($0.span) } ?? "all"
    return [
      Passage.Difference(kind: .scope, claimed: word, found: nil, note: "\(siglum) does not say it of “\(word)”.")
    ]
  }

  /// Who did it to whom.
  func roles(_ found: Alignment, _ tree: SentenceTree) -> [Passage.Difference] {
    let actors = assertion.parts.indices.filter {
      assertion.parts[$0].kind == .name && !found.isNear[$0] && found.worth[$0] > 0
    }
    for index in actors {
      let part = assertion.parts[index]
      guard let own = part.tokens.compactMap({ assertion.tree.part(of: $0) }).first, let deed = found.tokens[own.deed],
        let there = part.tokens.compactMap({ found.tokens[$0] }).compactMap({ tree.part(of: $0) }).first,
        there.deed == deed, there.part != own.part
      else { continue }
      return [role(part)]
    }
    // Two names on both sides of the deed, in the other order and without a passive.
    for (a, b) in zip(actors, actors.dropFirst()) {
      guard let predicate = assertion.predicate, let own = assertion.parts[predicate].tokens.first,
        let deed = found.tokens[own],
        let x = assertion.parts[a].tokens.last, let y = assertion.parts[b].tokens.first, x < own, own < y,
        let p = assertion.parts[a].tokens.compactMap({ found.tokens[$0] }).first,
        let q = assertion.parts[b].tokens.compactMap({ found.tokens[$0] }).first, q < deed, deed < p
      else { continue }
      let isPassive =
        report.tokens[deed..<p].contains { $0.key == "by" } || claim.tokens[own..<y].contains { $0.key == "by" }
      if !isPassive { return [role(assertion.parts[a])] }
    }
    return []
  }

  /// What stands where the claim has a name or a number: "the invasion of Ukraine" has somebody else in the place of "the
  /// invasion of China", though the sentence names China as well.
  func places(_ found: inout Alignment, _ tree: SentenceTree) -> [Passage.Difference] {
    for (index, part) in assertion.parts.enumerated()
    where part.kind == .name || part.kind == .amount && found.worth[index] > 0.39 {
      guard !found.isNear[index], let own = part.tokens.last, let governor = assertion.tree.governor(of: own),
        let deed = found.tokens[governor]
      else { continue }
      let there = part.tokens.compactMap { found.tokens[$0] }
      if there.contains(where: { token in
        tree.governor(of: token) == deed
          || tree.above(token).prefix { $0 == deed || !tree.tag($0).isVerb }.contains(deed)
      }) {
        continue
      }
      guard let other = part.kind == .name ? rivalName(part, at: deed, tree) : rivalAmount(part, at: deed, tree) else {
        continue
      }
      let kind: Passage.Difference.Kind = part.kind == .amount ? .number : part.entity == .place ? .place : .actor
      differ(&found, index, kind, report.report.reading(other))
      return [found.differences.removeLast()]
    }
    return []
  }

  /// "The meeting was in Northport": a name stands with something that was found, and not elsewhere in the sentence.
  func isAttached(_ found: Alignment, _ tree: SentenceTree) -> Bool {
    let matched = Set(
      assertion.parts.indices.filter { assertion.parts[$0].kind == .word }.flatMap { assertion.parts[$0].tokens }
        .compactMap { found.tokens[$0] })
    guard !matched.isEmpty else { return true }
    for (index, part) in assertion.parts.enumerated()
    where part.kind == .name && !found.isNear[index] && found.worth[index] > 0 {
      let there = part.tokens.compactMap { found.tokens[$0] }
      let isHeld = there.contains { token in
        tree.above(token).contains(where: matched.contains) || matched.contains { tree.above($0).contains(token) }
          || matched.contains { tree.head($0) != nil && tree.head($0) == tree.governor(of: token) }
      }
      if !isHeld { return false }
    }
    // "Four landed": a number of nothing that is named is that of its deed.
    for (index, part) in assertion.parts.enumerated() where part.kind == .amount && found.worth[index] > 0.39 {
      let amount = assertion.amounts[part.index!]
      guard amount.unit.isEmpty, amount.value < 1000, let own = part.tokens.last,
        let governor = assertion.tree.governor(of: own),
        let deed = found.tokens[governor], let there = part.tokens.compactMap({ found.tokens[$0] }).first
      else { continue }
      let path = tree.above(there).prefix { $0 == deed || !tree.tag($0).isVerb }
      if !path.contains(deed) { return false }
    }
    return true
  }

  func rivalName(_ part: Assertion.Part, at deed: Int, _ tree: SentenceTree) -> TextSpan? {
    let own = Set(assertion.parts.filter { $0.kind == .name }.flatMap { $0.tokens.map { claim.tokens[$0].key } })
    return report.names.first { name in
      guard sentence.span.contains(name.span), let kind = part.entity,
        Self.areOfOneKind(report.entities[name.entity].kind, kind)
      else { return false }
      let tokens = report.tokenRange(of: name.span)
      guard let last = tokens.last, tree.governor(of: last) == deed || last > deed && tokens.lowerBound - deed <= 3
      else { return false }
      let whole = report.entities[name.entity].name.lowercased().split(separator: " ").map(String.init)
      return !(report.tokens[tokens].map(\.key) + whole).contains { own.contains($0) }
    }?.span
  }

  func rivalAmount(_ part: Assertion.Part, at deed: Int, _ tree: SentenceTree) -> TextSpan? {
    let own = assertion.amounts[part.index!]
    return Amounts.all(of: report, in: sentence.span).first { other in
      guard Amounts.areOfOneKind(own, other), Amounts.compare(own, other) == .other,
        let token = report.tokenRange(of: other.number).first
      else { return false }
      return tree.governor(of: token) == deed
    }?.span
  }

  func role(_ part: Assertion.Part) -> Passage.Difference {
    Passage.Difference(
      kind: .role, claimed: assertion.words(part), found: nil,
      note: "\(siglum) has it the other way round: “\(assertion.words(part))” is on the other side of the deed.")
  }
}
