import StemmaModel
import StemmaSyntax

/// What a verb governs: clauses, objects, infinitives, phrases, and what stands in marks beside it.
extension AscriptionFinder {
  /// The words around a tag, where the tree does not tell which of them were said.
  func surroundings(_ cue: Range<Int>, _ subject: Int, _ tree: SentenceSyntax) -> [Range<Int>] {
    let source = sourceExtent(subject, cue: cue, tree)
    let start = min(cue.lowerBound, source.lowerBound)
    let end = max(cue.upperBound, source.upperBound)
    let sentence = tree.lexemes
    let before = start - 1
    let isParticiple = tree.tag(cue.upperBound - 1) == .vbg
    guard !isParticiple, before >= sentence.lowerBound, text.lexemes[before].kind == .mark || quoteOf[before] >= 0
    else {
      // "X said the road was shut."
      let rest = trimmed(min(isParticiple ? cue.upperBound : end, sentence.upperBound)..<sentence.upperBound)
      return hasVerb(rest, tree) || isHeadlineClause(rest, tree) ? [rest] : []
    }
    var pieces = [trimmed(min(before, behindOpening(sentence.lowerBound, tree))..<before + 1)]
    if text.mark(end) == .comma {
      let rest = trimmed(min(end, sentence.upperBound)..<sentence.upperBound)
      if hasVerb(rest, tree) { pieces.append(rest) }
    }
    return pieces.filter { !$0.isEmpty }
  }

  /// `Ott says mayor "quite right"`: what is said without a verb of its own.
  private func isHeadlineClause(_ range: Range<Int>, _ tree: SentenceSyntax) -> Bool {
    guard range.count >= 3, text.isWord(range.lowerBound) else { return false }
    return tree.tag(range.lowerBound).isNoun
      && text.word(range.lowerBound).isDisjoint(with: [.weekday, .timeWord, .month])
      && range.contains { tree.tag($0).isVerb || tree.tag($0) == .jj || quoteOf[$0] >= 0 }
  }

  /// What an active verb governs, and where its cue ends; nil where it governs nothing of its frames.
  func governed(
    _ at: Int, _ frame: CueLexicon.Frame, _ dependents: [Int], _ cueStart: Int, _ cueEnd: Int, _ subject: Int?,
    _ tree: SentenceSyntax
  ) -> ([Range<Int>], Int)? {
    var content: [Range<Int>] = []
    var end = cueEnd
    let object = dependents.first { tree.relation($0) == .obj && $0 > at }
    let hearer = dependents.first { tree.relation($0) == .iobj }
    let clause = dependents.first { tree.relation($0) == .ccomp }
    let infinitive = dependents.first {
      tree.relation($0) == .xcomp && $0 > at && tree.tag($0).isVerb && opensWithTo($0, tree)
    }
    let predicate = dependents.first { tree.relation($0) == .xcomp && $0 > at && !opensWithTo($0, tree) }

    if !frame.isDisjoint(with: [.clause, .hearer]) {
      if let clause { content.append(whole(tree.extent(clause), beside: cueStart..<cueEnd)) }
      if content.isEmpty, frame.contains(.clause) { content += clauseAbove(at, tree) }
      if frame.contains(.speech) { content += quotes(beside: at, cueStart, cueEnd, subject, content, tree) }
    }
    if content.isEmpty, !frame.isDisjoint(with: [.infinitive]), object == nil {
      if let infinitive {
        content.append(tree.extent(infinitive))
      } else if text.key(end) == "to",
        let noun = dependents.first(where: { tree.extent($0).contains(end) && $0 > end }),
        text.isWord(end + 1), tree.tag(end + 1) != .dt, tree.tag(end + 1) != .prpPossessive, !text.isCapital(end + 1)
      {
        // "to comment", read as a noun.
        content.append(end..<tree.extent(noun).upperBound)
      }
    }
    if content.isEmpty, frame.contains(.order), let to = orderedTo(end, tree) {
      content.append(end..<to)
    }
    if content.isEmpty, let object, !frame.isDisjoint(with: [.order]), let infinitive {
      content.append(tree.extent(object))
      content.append(tree.extent(infinitive))
    }
    if content.isEmpty, frame.contains(.hearer), object != nil || hearer != nil, let infinitive {
      content.append(tree.extent(infinitive))
    }
    if content.isEmpty, object == nil, !frame.isDisjoint(with: [.object, .clause, .predicate]),
      let gap = relativeObject(at, subject, tree)
    {
      content.append(gap..<gap + 1)
      if frame.contains(.predicate) {
        for dependent in dependents where dependent > at && [.xcomp, .obj].contains(tree.relation(dependent)) {
          content.append(tree.extent(dependent))
        }
        content += adjuncts(dependents, after: at, frame, tree)
      }
    }
    if content.isEmpty, let object, let (pieces, stop) = lightVerb(at, object, tree) {
      return (pieces, stop)
    }
    if content.isEmpty, let object, !frame.isDisjoint(with: [.object, .predicate, .papers]) {
      guard !frame.contains(.hearer) || frame.contains(.object) else { return nil }
      content.append(tree.extent(object))
      if frame.contains(.predicate), let predicate { content.append(tree.extent(predicate)) }
      content += adjuncts(dependents, after: at, frame, tree)
    }
    if content.isEmpty {
      for dependent in dependents where dependent > at && [.obl, .advcl, .nmod].contains(tree.relation(dependent)) {
        let extent = tree.extent(dependent)
        guard let preposition = openingCase(dependent, tree),
          !frame.isDisjoint(
            with: CueLexicon.Frame.preposition(text.key(preposition)).intersection(CueLexicon.Frame.prepositions)),
          isBridged(end..<preposition, tree)
        else { continue }
        content.append(preposition + 1..<extent.upperBound)
        end = preposition + 1
        break
      }
    }
    return content.isEmpty ? nil : (content, end)
  }

  /// "spoke out on Tuesday about": only adverbs and days between a verb and its preposition.
  func isBridged(_ gap: Range<Int>, _ tree: SentenceSyntax) -> Bool {
    gap.count <= 3
      && gap.allSatisfy {
        [.advmod, .particle, .oblTime].contains(tree.relation($0))
          || !text.word($0).isDisjoint(with: [.weekday, .timeWord, .month])
          || text.key($0) == "on" && text.word($0 + 1).contains(.weekday)
      }
  }

  /// "urged the council to act", whatever the tree makes of it: where the order ends.
  private func orderedTo(_ start: Int, _ tree: SentenceSyntax) -> Int? {
    var at = start
    while at < min(start + 8, tree.lexemes.upperBound), text.isWord(at), text.key(at) != "to", !tree.tag(at).isFinite {
      at += 1
    }
    guard at > start, at + 1 < tree.lexemes.upperBound, text.key(at) == "to", text.isWord(at + 1),
      !text.isCapital(at + 1),
      tree.tag(at + 1) == .vb || tree.tag(at + 1) == .nn
    else { return nil }
    var end = at + 2
    while end < tree.lexemes.upperBound, text.mark(end) == .none || text.mark(end) == .currency || quoteOf[end] >= 0 {
      end += 1
    }
    return end
  }

  /// "what she called", "the plan that they oppose": the word that stands for the object of a relative clause.
  private func relativeObject(_ at: Int, _ subject: Int?, _ tree: SentenceSyntax) -> Int? {
    guard let subject, subject < at,
      [.relcl, .ccomp, .csubj, .acl, .advcl, .nsubj, .obj, .obl].contains(tree.relation(at))
    else { return nil }
    let opening = tree.extent(subject).lowerBound - 1
    guard opening >= tree.lexemes.lowerBound, opening < at else { return nil }
    let key = text.key(opening)
    if key == "what" || key == "which" || key == "whom" { return opening }
    return key == "that" && tree.relation(at) == .relcl ? opening : nil
  }

  private func opensWithTo(_ at: Int, _ tree: SentenceSyntax) -> Bool {
    tree.dependents(of: at).contains { tree.relation($0) == .mark && text.key($0) == "to" }
  }

  /// The preposition that a phrase opens with.
  func openingCase(_ at: Int, _ tree: SentenceSyntax) -> Int? {
    tree.dependents(of: at).first { [.case, .mark].contains(tree.relation($0)) && $0 < at }
  }

  /// "for staying", "as a mistake", "over the deal": what belongs to an object's content.
  private func adjuncts(
    _ dependents: [Int], after at: Int, _ frame: CueLexicon.Frame, _ tree: SentenceSyntax
  ) -> [Range<Int>] {
    dependents.filter { dependent in
      guard dependent > at, [.obl, .advcl].contains(tree.relation(dependent)),
        let opening = openingCase(dependent, tree)
      else { return false }
      let preposition = CueLexicon.Frame.preposition(text.key(opening))
      if preposition == .as_ { return frame.contains(.predicate) }
      if preposition == .for_ || preposition == .over { return frame.contains(.reason) }
      return !preposition.isEmpty && preposition != .in_ && preposition != .at && !frame.isDisjoint(with: preposition)
    }.map { tree.extent($0) }
  }

  /// "expressed deep concern about the policy", "has no doubt that": a noun that says what the verb does not.
  private func lightVerb(_ at: Int, _ object: Int, _ tree: SentenceSyntax) -> ([Range<Int>], Int)? {
    guard Self.lightVerbs.contains(text.key(at)) else { return nil }
    let frame = lexicon.noun(text.key(object))
    guard !frame.isEmpty else { return nil }
    return governedByNoun(object, frame, tree)
  }

  static let lightVerbs: Set<WordKey> = Set(
    """
    express expresses expressed expressing voice voices voiced voicing raise raises raised raising have has had having
    make makes made making show shows showed showing give gives gave giving offer offers offered offering share shares
    shared sharing issue issues issued issuing hold holds held holding take takes took repeat repeated reiterate reiterated
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { WordKey($0) })

  /// What stands around a verb that the tree hangs below what is said: "The road, she said, was shut."
  private func clauseAbove(_ at: Int, _ tree: SentenceSyntax) -> [Range<Int>] {
    guard tree.relation(at) == .parataxis, let head = tree.head(at) else { return [] }
    let tag = tree.extent(at)
    let all = tree.extent(head)
    let before = trimmed(all.lowerBound..<max(all.lowerBound, tag.lowerBound))
    let after =
      tag.upperBound < all.upperBound ? trimmed(tag.upperBound..<all.upperBound) : all.upperBound..<all.upperBound
    return [before, after].filter { $0.count > 1 }
  }

  /// What stands in quotation marks right before or behind a tag.
  private func quotes(
    beside at: Int, _ cueStart: Int, _ cueEnd: Int, _ subject: Int?, _ content: [Range<Int>], _ tree: SentenceSyntax
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    let source = subject.map { sourceExtent($0, cue: cueStart..<cueEnd, tree) }
    let start = min(cueStart, source.map(\.lowerBound) ?? cueStart)
    let end = max(cueEnd, source.map(\.upperBound) ?? cueEnd)
    // Before: nothing but marks between.
    var before = start - 1
    while before >= 0, before >= start - 2, quoteOf[before] < 0, text.lexemes[before].kind == .mark { before -= 1 }
    // `“Are you safe?” she asked`: it may be the end of a sentence of the same paragraph, but of no other.
    if before >= 0, quoteOf[before] >= 0, passage(of: before) == passage(of: at) {
      pieces.append(marks[quoteOf[before]].outer)
    }
    // Behind: over the hearer, the day and the place to the first mark.
    var after = end
    while after < tree.lexemes.upperBound, quoteOf[after] < 0, after - end < 14,
      !(text.isWord(after) && lexicon.verb(text.key(after)).contains(.speech) && tree.tag(after).isVerb)
    { after += 1 }
    if after < tree.lexemes.upperBound, quoteOf[after] >= 0,
      text.lexemes[after - 1].kind == .mark || after == end || !content.isEmpty
    {
      pieces.append(marks[quoteOf[after]].outer)
    }
    return pieces.filter { piece in
      !content.contains { $0.lowerBound <= piece.lowerBound && piece.upperBound <= $0.upperBound }
    }
  }

  private func passage(of lexeme: Int) -> Int { text.sentences[text.sentenceOf[lexeme]].passage }

  /// A clause with all of the quotation that it begins or ends in, up to the tag.
  private func whole(_ range: Range<Int>, beside cue: Range<Int>) -> Range<Int> {
    var range = trimmed(range)
    guard !range.isEmpty else { return range }
    let first = quoteOf[range.lowerBound]
    if first >= 0 { range = min(range.lowerBound, marks[first].outer.lowerBound)..<range.upperBound }
    let last = quoteOf[range.upperBound - 1]
    if last >= 0 { range = range.lowerBound..<max(range.upperBound, marks[last].outer.upperBound) }
    return range
  }

  // MARK: passive

  func passive(
    _ at: Int, _ frame: CueLexicon.Frame, _ subject: Int?, _ dependents: [Int], _ cueEnd: Int, _ tree: SentenceSyntax
  ) -> ([Range<Int>], Int?, Int)? {
    var content: [Range<Int>] = []
    var end = cueEnd
    let agent = dependents.first {
      tree.relation($0) == .obl && openingCase($0, tree).map { text.key($0) == "by" } == true
        && maySpeak($0, frame, tree)
    }
    if let subject, tree.relation(at) != .acl, !["it", "that"].contains(text.key(subject)) {
      content.append(tree.extent(subject))
    }
    var governs = agent != nil || frame.contains(.object) && tree.relation(at) != .acl
    for dependent in dependents where dependent > at {
      switch tree.relation(dependent) {
      case .ccomp where frame.contains(.clause):
        content.append(tree.extent(dependent))
        governs = true
      case .xcomp where !frame.isDisjoint(with: [.clause, .infinitive, .order, .predicate]):
        content.append(tree.extent(dependent))
        governs = true
      case .obl, .advcl:
        guard let opening = openingCase(dependent, tree) else { continue }
        let preposition = CueLexicon.Frame.preposition(text.key(opening))
        let isReason = frame.contains(.reason) && (preposition == .for_ || preposition == .over)
        let isPredicate = frame.contains(.predicate) && preposition == .as_
        guard isReason || isPredicate || !preposition.isEmpty && frame.isSuperset(of: preposition) else { continue }
        if opening == end {
          content.append(opening + 1..<tree.extent(dependent).upperBound)
          end = opening + 1
        } else {
          content.append(tree.extent(dependent))
        }
        governs = true
      default: continue
      }
    }
    if tree.relation(at) == .acl, agent == nil { return nil }
    if tree.relation(at) == .acl, let head = tree.head(at), content.isEmpty {
      content.append(tree.extent(head).lowerBound..<head + 1)
    }
    return governs && !content.isEmpty ? (content, agent, end) : nil
  }

  /// Neighbouring pieces as one; in order.
  func joined(_ pieces: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for piece in pieces.map(trimmed).filter({ !$0.isEmpty }).sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      if let last = result.last, piece.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, piece.upperBound)
      } else {
        result.append(piece)
      }
    }
    return result
  }
}
