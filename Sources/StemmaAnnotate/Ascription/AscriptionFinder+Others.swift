import StemmaModel
import StemmaSyntax

/// Cues that are no verbs.
extension AscriptionFinder {
  // MARK: according to

  /// "according to the mayor", "in the words of", "in a statement": what relays the rest of its clause.
  func relay(_ at: Int, _ tree: SentenceSyntax) -> Draft.AscriptionDraft? {
    guard text.key(at) == "according", text.key(at + 1) == "to", at + 2 < tree.lexemes.upperBound else { return nil }
    let cue = at..<at + 2
    // The noun that the phrase hangs on stands behind it; its subtree, from there on, is the source.
    var head = at + 2
    while let above = tree.head(head), above >= at + 2 { head = above }
    guard let end = relayEnd(at + 2, head, tree) else { return nil }
    let source = trimmed(at + 2..<end)
    guard !source.isEmpty else { return nil }
    var content: [Range<Int>] = []
    let opens = !(tree.lexemes.lowerBound..<at).contains {
      text.isWord($0) && ![.cc, .discourse, .advmod].contains(tree.relation($0))
    }
    if opens {
      content.append(trimmed(end..<tree.lexemes.upperBound))
    } else {
      var start = tree.lexemes.lowerBound
      // Of two clauses side by side only the nearer.
      let closes = end >= tree.lexemes.upperBound - 1
      if !closes, let clause = clause(above: head, tree) {
        let extent = tree.extent(clause)
        if extent.lowerBound < at { start = extent.lowerBound }
      }
      content.append(trimmed(min(at, behindOpening(start, tree))..<at))
      let rest = trimmed(min(end, tree.lexemes.upperBound)..<tree.lexemes.upperBound)
      if text.mark(end) == .comma, rest.count > 4, !text.isCapital(at), hasVerb(rest, tree),
        quoteOf[rest.lowerBound] < 0,
        tree.relation(rest.lowerBound) != .cc
      {
        content.append(rest)
      }
    }
    content = content.filter { !$0.isEmpty }
    guard !content.isEmpty else { return nil }
    return Draft.AscriptionDraft(
      cue: cue, head: at, source: source, sourceHead: min(max(head, source.lowerBound), source.upperBound - 1),
      content: content, isSpeech: true)
  }

  /// Where the phrase behind "according to" ends: with its noun's subtree, or before a mark that the tree overlooks.
  private func relayEnd(_ start: Int, _ head: Int, _ tree: SentenceSyntax) -> Int? {
    var end = max(start + 1, min(tree.extent(head).upperBound, tree.lexemes.upperBound))
    if head < start { end = tree.lexemes.upperBound }
    // A comma ends it unless an apposition or a list goes on.
    for mark in start..<end where text.mark(mark) == .comma && quoteOf[mark] < 0 {
      let next = mark + 1
      guard next < end else { break }
      let above = (next..<end).first { tree.head($0).map { $0 < mark } ?? true }
      if let above, [.appos, .conj, .relcl, .nmod, .acl].contains(tree.relation(above)) { continue }
      return mark
    }
    return end
  }

  private func clause(above at: Int, _ tree: SentenceSyntax) -> Int? {
    var at = at
    while let head = tree.head(at) {
      if tree.tag(head).isVerb || tree.relation(head) == .root || tree.relation(head) == .ccomp { return head }
      at = head
    }
    return nil
  }

  func hasVerb(_ range: Range<Int>, _ tree: SentenceSyntax) -> Bool { range.contains { tree.tag($0).isFinite } }

  /// Past a conjunction or an adverb that only joins the sentence to the one before.
  func behindOpening(_ start: Int, _ tree: SentenceSyntax) -> Int {
    var start = start
    while start < tree.lexemes.upperBound,
      text.lexemes[start].kind == .mark && quoteOf[start] < 0
        || tree.relation(start) == .cc && text.isWord(start)
    { start += 1 }
    return start
  }

  // MARK: adjectives

  /// "was reluctant to endorse", "is confident that": an adjective behind a copula.
  func adjective(_ at: Int, _ tree: SentenceSyntax) -> Draft.AscriptionDraft? {
    let frame = lexicon.adjective(text.key(at))
    guard !frame.isEmpty, let copula = tree.dependent(of: at, .cop), let subject = subject(of: at, tree),
      maySpeak(subject, frame, tree)
    else { return nil }
    var start = copula
    while start > tree.lexemes.lowerBound, tree.head(start - 1) == at,
      [.aux, .advmod].contains(tree.relation(start - 1))
    {
      start -= 1
    }
    var end = at + 1
    var content: [Range<Int>] = []
    for dependent in tree.dependents(of: at) where dependent > at {
      let extent = tree.extent(dependent)
      switch tree.relation(dependent) {
      case .ccomp where frame.contains(.clause): content.append(extent)
      case .xcomp where frame.contains(.infinitive): content.append(extent)
      case .obl, .advcl, .ccomp:
        guard let opening = openingCase(dependent, tree), opening == end,
          !frame.isDisjoint(with: CueLexicon.Frame.preposition(text.key(opening)))
        else { continue }
        content.append(opening + 1..<extent.upperBound)
        end = opening + 1
      default: continue
      }
      if !content.isEmpty { break }
    }
    guard !content.isEmpty else { return nil }
    return Draft.AscriptionDraft(
      cue: start..<end, head: at, source: sourceExtent(subject, cue: start..<end, tree), sourceHead: subject,
      content: joined(content), isSpeech: false)
  }

  // MARK: nouns

  /// "Roe's claim that", "criticism of the plan by residents".
  func noun(_ at: Int, _ tree: SentenceSyntax) -> Draft.AscriptionDraft? {
    let frame = lexicon.noun(text.key(at))
    guard !frame.isEmpty, !text.isCapital(at) || at == tree.lexemes.lowerBound else { return nil }
    let dependents = tree.dependents(of: at)
    let owner = dependents.first { tree.relation($0) == .nmodPoss && $0 < at }
    let agent = dependents.first {
      tree.relation($0) == .nmod && $0 > at
        && openingCase($0, tree).map { ["by", "from"].contains(text.key($0)) } == true
    }
    // Without an owner, only what says so by itself: "claims that".
    guard let (content, end) = governedByNoun(at, frame, tree) else { return nil }
    var start = at
    while start > tree.lexemes.lowerBound, tree.head(start - 1) == at,
      tree.relation(start - 1) == .amod || tree.relation(start - 1) == .compound
    {
      start -= 1
    }
    let source = (owner ?? agent).flatMap { maySpeak($0, frame, tree) ? $0 : nil }
    return Draft.AscriptionDraft(
      cue: start..<end, head: at, source: source.map { sourceExtent($0, cue: start..<end, tree) }, sourceHead: source,
      content: joined(content), isSpeech: frame.contains(.speech))
  }

  /// What a noun governs, and where its cue ends.
  func governedByNoun(_ at: Int, _ frame: CueLexicon.Frame, _ tree: SentenceSyntax) -> ([Range<Int>], Int)? {
    for dependent in tree.dependents(of: at) where dependent > at {
      let extent = tree.extent(dependent)
      switch tree.relation(dependent) {
      case .acl, .ccomp, .relcl:
        let opening = text.key(extent.lowerBound)
        if frame.contains(.clause), opening == "that", tree.relation(dependent) != .relcl { return ([extent], at + 1) }
        if frame.contains(.infinitive), opening == "to" { return ([extent], at + 1) }
      case .nmod, .obl:
        guard let opening = openingCase(dependent, tree), opening == at + 1,
          !frame.isDisjoint(with: CueLexicon.Frame.preposition(text.key(opening)))
        else { continue }
        return ([opening + 1..<extent.upperBound], opening + 1)
      default: continue
      }
    }
    return nil
  }

  // MARK: headings

  /// `Poll: Rents are up`: a speaker before a colon.
  func heading(_ tree: SentenceSyntax) -> Draft.AscriptionDraft? {
    let sentence = tree.lexemes
    guard
      let colon = (sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + 6)).first(where: {
        text.mark($0) == .colon
      }),
      colon > sentence.lowerBound, colon + 2 < sentence.upperBound
    else { return nil }
    let source = sentence.lowerBound..<colon
    guard source.allSatisfy({ text.isWord($0) && quoteOf[$0] < 0 }) else { return nil }
    let last = colon - 1
    let word = text.word(last)
    let isSpeaker =
      book.mention(at: last).map { $0.lexemes.upperBound == colon && book.entities[$0.entity].kind != .place } == true
      || !word.isDisjoint(with: [.people, .document, .title]) && source.count <= 3
    let content = trimmed(colon + 1..<sentence.upperBound)
    guard isSpeaker, !source.contains(where: { tree.tag($0).isFinite || tree.tag($0) == .in }),
      content.contains(where: { tree.tag($0).isFinite || quoteOf[$0] >= 0 })
    else { return nil }
    return Draft.AscriptionDraft(
      cue: colon..<colon + 1, head: colon, source: source, sourceHead: last,
      content: [content], isSpeech: true)
  }

  /// "– Jane Roe" by itself: who said what stands in marks before it.
  func signature(_ tree: SentenceSyntax) -> Draft.AscriptionDraft? {
    let dash = tree.lexemes.lowerBound
    guard text.mark(dash) == .dash, dash > 0, quoteOf[dash - 1] >= 0, quoteOf[dash] < 0 else { return nil }
    let name = trimmed(dash + 1..<tree.lexemes.upperBound)
    guard (1...6).contains(name.count),
      name.allSatisfy({ text.isWord($0) && text.isCapital($0) || text.mark($0) == .stop })
    else { return nil }
    return Draft.AscriptionDraft(
      cue: dash..<dash + 1, head: dash, source: name, sourceHead: name.upperBound - 1,
      content: [marks[quoteOf[dash - 1]].outer], isSpeech: true)
  }
}
