import StemmaModel
import StemmaSyntax

/// Cues that the tree takes for nouns or adjectives, as in headlines: read from the words beside them.
extension AscriptionFinder {
  /// "Court rules against the purge", "A union of attendants endorsed Roe".
  func plainVerb(_ at: Int, _ tree: SentenceSyntax) -> Draft.AscriptionDraft? {
    let key = text.key(at)
    let frame = lexicon.verb(key)
    guard !frame.isEmpty, book.mention(at: at) == nil, at > tree.lexemes.lowerBound, at + 1 < tree.lexemes.upperBound,
      isPersonal(key),
      opensObject(at + 1, frame, tree), let source = phrase(before: at, tree),
      let head = source.last(where: { tree.tag($0).isNoun || tree.tag($0) == .prp }), maySpeak(head, frame, tree)
    else { return nil }
    // A clause that has its verb needs no other; but "the centre plans to release" has none.
    let isPlan = frame.contains(.infinitive) && text.key(at + 1) == "to" && tree.tag(at - 1) != .nns
    if tree.tag(at) == .nns, !isPlan, hasVerb(tree.lexemes, tree) { return nil }
    var end = at + 1
    if !frame.isDisjoint(with: CueLexicon.Frame.preposition(text.key(end))) { end += 1 }
    var stop = end
    while stop < tree.lexemes.upperBound, text.mark(stop) != .semicolon, quoteOf[stop] >= 0 || text.mark(stop) != .comma
    {
      stop += 1
    }
    let content = trimmed(end..<stop)
    guard !content.isEmpty else { return nil }
    return Draft.AscriptionDraft(
      cue: at..<end, head: at, source: source, sourceHead: head, content: [content], isSpeech: frame.contains(.speech))
  }

  /// A form that has a subject before it: "says", "endorsed", no infinitive and no participle in -ing.
  private func isPersonal(_ key: WordKey) -> Bool {
    key.hasSuffix("ed") || key.hasSuffix("s") && !key.hasSuffix("ss") || key == "said" || key == "told"
      || key == "wrote"
  }

  /// Whether what follows can be what a verb governs.
  private func opensObject(_ at: Int, _ frame: CueLexicon.Frame, _ tree: SentenceSyntax) -> Bool {
    if quoteOf[at] >= 0 { return true }
    guard text.isWord(at) || text.lexemes[at].kind == .number || text.mark(at) == .currency else { return false }
    if ["that", "to"].contains(text.key(at)) { return !frame.isDisjoint(with: [.clause, .infinitive, .to]) }
    let preposition = CueLexicon.Frame.preposition(text.key(at))
    if !preposition.isEmpty { return !frame.isDisjoint(with: preposition) }
    guard !frame.isDisjoint(with: [.object, .clause, .predicate, .order]) else { return false }
    return [.dt, .prp, .prpPossessive, .nnp, .nnps, .jj, .nns, .cd].contains(tree.tag(at)) || text.isCapital(at)
  }

  /// The noun phrase that ends right before a word.
  private func phrase(before at: Int, _ tree: SentenceSyntax) -> Range<Int>? {
    var end = at
    while end > tree.lexemes.lowerBound, tree.tag(end - 1) == .rb { end -= 1 }
    var start = end
    while start > tree.lexemes.lowerBound, quoteOf[start - 1] < 0, text.isWord(start - 1) {
      let tag = tree.tag(start - 1)
      guard
        tag.isNoun || [.jj, .dt, .cd, .prp, .prpPossessive, .vbg, .jjs].contains(tag)
          || ["of", "and", "for", "in"].contains(text.key(start - 1)) && start < end
      else { break }
      start -= 1
      if tag == .dt || tag == .prp { break }
    }
    while start < end, tree.tag(start) == .in || tree.tag(start) == .cc { start += 1 }
    return start < end ? start..<end : nil
  }
}
