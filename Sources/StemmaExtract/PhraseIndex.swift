import StemmaModel

/// Finds phrases in blocks by their first words.
struct PhraseIndex: Sendable {
  static let furniture = PhraseIndex(FurniturePhrases.all)

  /// By the hash of the first word; all words are compared before a phrase is believed.
  private let byFirst: WordTable<[Phrase]>

  init(_ phrases: [Phrase]) {
    let byFirst = Dictionary(grouping: phrases) { TextHash.of($0.words[0]) }
    self.byFirst = WordTable(byFirst.mapValues { $0.sorted { $0.words.count > $1.words.count } })
  }

  @inline(__always)
  private func phrases(_ word: Token) -> [Phrase]? { byFirst[word.hash] }

  /// The longest phrase that decides about the block: whole before start before end and close before anywhere.
  func match(_ block: Block) -> Phrase? {
    // Long blocks are judged by how they begin and end only: their middle is prose.
    let words = block.words
    guard let start = words.first else { return nil }
    if let first = words.first(where: { block.tokens[$0].isWord }), words.count <= 24,
      let phrases = phrases(block.tokens[first])
    {
      let spelled = words.filter { block.tokens[$0].isWord }.map { block.tokens[$0].key }
      if let whole = phrases.first(where: { $0.place == .whole && $0.words == spelled }) { return whole }
    }
    if phrases(block.tokens[start]) != nil, let start = find(block, at: 0, .start) { return start }
    for at in words.indices.suffix(8) where phrases(block.tokens[words[at]]) != nil {
      if let end = find(block, at: at, .end), at + end.words.count == words.count { return end }
      if at > 0, let close = find(block, at: at, .close), at + close.words.count == words.count,
        [".", "!", "?"].contains(block.tokens[words[at] - 1].key)
      {
        return close
      }
    }
    guard words.count <= 120 else { return nil }
    for at in words.indices {
      if let inner = find(block, at: at, .anywhere) { return inner }
    }
    return nil
  }

  private func find(_ block: Block, at: Int, _ place: Phrase.Place) -> Phrase? {
    let words = block.words
    guard let phrases = phrases(block.tokens[words[at]]) else { return nil }
    return phrases.first { phrase in
      phrase.place == place && block.measure.words <= phrase.limit && at + phrase.words.count <= words.count
        && phrase.words.indices.allSatisfy { block.tokens[words[at + $0]].key == phrase.words[$0] }
    }
  }
}
