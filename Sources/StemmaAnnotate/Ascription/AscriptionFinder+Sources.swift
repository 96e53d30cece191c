import StemmaModel
import StemmaSyntax

/// Whose the words are: the subject of a cue, and how far its phrase reaches.
extension AscriptionFinder {
  /// The head of the phrase that is the subject of a verb, wherever it stands.
  func subject(of at: Int, _ tree: SentenceSyntax, depth: Int = 0) -> Int? {
    if let own = tree.dependent(of: at, .nsubj, .nsubjPass) { return own }
    guard depth < 6, let head = tree.head(at) else { return nil }
    switch tree.relation(at) {
    case .conj, .xcomp, .advcl, .parataxis:
      if tree.relation(at) == .advcl, tree.tag(at) != .vbg, tree.tag(at) != .vb { return nil }
      if tree.relation(at) == .xcomp, lexicon.verb(text.key(head)).contains(.order),
        let object = tree.dependent(of: head, .obj, .iobj)
      {
        return object
      }
      guard tree.tag(head).isVerb || tree.tag(head) == .jj || tree.dependent(of: head, .cop) != nil else { return nil }
      return subject(of: head, tree, depth: depth + 1)
    case .ccomp:
      // "has refused", with "has" for the verb of the clause.
      return head < at && text.word(head).contains(.auxiliary) && isBridged(head + 1..<at, tree)
        ? subject(of: head, tree, depth: depth + 1) : nil
    case .acl:
      return tree.tag(head).isNoun ? head : nil
    default:
      return nil
    }
  }

  /// Whether a phrase can be whose words or thoughts these are.
  func maySpeak(_ head: Int, _ frame: CueLexicon.Frame, _ tree: SentenceSyntax) -> Bool {
    let lexeme = text.lexemes[head]
    let key = lexeme.key
    if quoteOf[head] >= 0 { return false }
    if book.mention(at: head) != nil { return true }
    if [
      "he", "she", "they", "we", "i", "who", "you", "whom", "one", "some", "many", "others", "most", "both", "everyone",
      "everybody", "somebody", "someone", "nobody", "anyone", "all", "few", "several",
    ].contains(key) {
      return true
    }
    if ["it", "that", "which"].contains(key) { return true }
    if ["this", "what", "there", "these", "those"].contains(key) { return frame.contains(.papers) }
    if lexeme.isCapital, head > tree.lexemes.lowerBound { return true }
    if tree.tag(head).isName { return true }
    if !lexeme.word.isDisjoint(with: [
      .people, .title, .relation, .bodyRole, .bodyNoun, .female, .male, .demonym, .reporter, .agency,
    ]) {
      return true
    }
    if !lexeme.word.isDisjoint(with: .document) { return frame.contains(.papers) || frame.contains(.speech) }
    if key.hasSuffix("%") || text.mark(head) == .percent || key == "percent" { return true }
    if key.count > 4, Self.agentEndings.contains(where: { key.hasSuffix($0) }) { return true }
    return frame.contains(.speech) && frame.contains(.clause) && !frame.contains(.object)
      || frame.contains(.papers) && frame.contains(.clause)
  }

  /// The whole phrase of a source: the tree's, without the cue and what stands beyond it.
  func sourceExtent(_ head: Int, cue: Range<Int>, _ tree: SentenceSyntax) -> Range<Int> {
    var extent = tree.extent(head)
    // A cue within its own source comes of a wrong tree: the word alone is right.
    if cue.contains(head) { return head..<head + 1 }
    if extent.overlaps(cue) {
      extent =
        head < cue.lowerBound
        ? extent.lowerBound..<cue.lowerBound : cue.upperBound..<max(cue.upperBound + 1, extent.upperBound)
    }
    // A preposition or conjunction before it is not its own.
    while extent.count > 1, extent.lowerBound < head,
      tree.relation(extent.lowerBound) == .case || tree.relation(extent.lowerBound) == .cc
        || text.lexemes[extent.lowerBound].kind == .mark && quoteOf[extent.lowerBound] < 0
          && text.mark(extent.lowerBound) != .openParenthesis && text.mark(extent.lowerBound) != .currency
    {
      extent = extent.lowerBound + 1..<extent.upperBound
    }
    return trimmed(extent)
  }

  /// Where the tree sees no subject: of a participle behind a comma whoever spoke last, else the noun beside the verb.
  func nearSubject(
    _ at: Int, _ cueStart: Int, after last: Draft.AscriptionDraft?, _ tree: SentenceSyntax
  ) -> Int? {
    guard tree.tag(at) == .vbg else { return besideSubject(at, cueStart, tree) }
    return text.mark(cueStart - 1) == .comma && last?.isSpeech == true ? last?.sourceHead : nil
  }

  /// The noun right before or behind a verb of speech, where the tree sees no subject.
  func besideSubject(_ at: Int, _ cueStart: Int, _ tree: SentenceSyntax) -> Int? {
    func top(_ word: Int, within range: Range<Int>) -> Int? {
      var word = word
      while let head = tree.head(word), range.contains(head), tree.tag(head).isNoun || tree.tag(head) == .prp {
        word = head
      }
      return tree.tag(word).isNoun || tree.tag(word) == .prp || tree.tag(word) == .wp ? word : nil
    }
    let before = cueStart - 1
    if before >= tree.lexemes.lowerBound, quoteOf[before] < 0, text.isWord(before) {
      return top(before, within: tree.lexemes.lowerBound..<cueStart)
    }
    let opens = before < tree.lexemes.lowerBound || quoteOf[before] >= 0 || text.mark(before) == .comma
    guard opens, at + 1 < tree.lexemes.upperBound, text.isWord(at + 1), quoteOf[at + 1] < 0 else { return nil }
    if let mention = book.mention(at: at + 1),
      let head = top(mention.lexemes.upperBound - 1, within: at + 1..<tree.lexemes.upperBound)
    {
      return head
    }
    return [.dt, .nnp, .prp, .nn, .nns, .jj, .cd, .prpPossessive].contains(tree.tag(at + 1))
      ? (at + 1..<min(at + 10, tree.lexemes.upperBound)).first { tree.tag($0).isNoun }.flatMap {
        top($0, within: at + 1..<tree.lexemes.upperBound)
      } : nil
  }

  /// Of nouns for who does something.
  static let agentEndings: [WordKey] = [
    "er", "or", "ist", "ian", "ers", "ors", "ists", "ians", "man", "men", "woman", "women", "ees", "ants", "ents",
    "crats", "cans",
  ]
}
