import StemmaModel

/// Finds phrases in blocks by their first words.
struct PhraseIndex: Sendable {
  static let furniture = PhraseIndex(FurniturePhrases.all)

  /// By the hash of the first word; all words are compared before a phrase is believed.
  private let byFirst: WordTable<[Phrase]>
  /// The few that count wherever they stand, which are looked for at every word.
  private let anywhere: WordTable<[Phrase]>

  init(_ phrases: [Phrase]) {
    byFirst = Self.table(phrases)
    anywhere = Self.table(phrases.filter { $0.place == .anywhere })
  }

  private static func table(_ phrases: [Phrase]) -> WordTable<[Phrase]> {
    let byFirst = Dictionary(grouping: phrases) { TextHash.of($0.words[0]) }
    return WordTable(byFirst.mapValues { $0.sorted { $0.words.count > $1.words.count } })
  }

  /// The longest phrase that decides about the block: whole before start before end and close before anywhere.
  func match(_ block: Block) -> Phrase? {
    // Long blocks are judged by how they begin and end only: their middle is prose.
    let words = block.words
    guard let start = words.first else { return nil }
    if let first = words.first(where: { block.tokens[$0].isWord }), words.count <= 24,
      let phrases = byFirst[block.tokens[first].hash]
    {
      let spelled = words.filter { block.tokens[$0].isWord }.map { block.tokens[$0].key }
      if let whole = phrases.first(where: { $0.place == .whole && $0.words == spelled }) { return whole }
    }
    let tokens = block.tokens
    if byFirst.contains(tokens[start].hash), let start = find(block, at: 0, .start) { return start }
    for at in words.indices.suffix(8) where byFirst.contains(tokens[words[at]].hash) {
      if let end = find(block, at: at, .end), at + end.words.count == words.count { return end }
      if at > 0, let close = find(block, at: at, .close), at + close.words.count == words.count,
        [".", "!", "?"].contains(block.tokens[words[at] - 1].key)
      {
        return close
      }
    }
    guard words.count <= 120 else { return nil }
    for at in words.indices where anywhere.contains(tokens[words[at]].hash) {
      if let inner = find(block, at: at, .anywhere) { return inner }
    }
    return nil
  }

  private func find(_ block: Block, at: Int, _ place: Phrase.Place) -> Phrase? {
    let words = block.words
    guard let phrases = byFirst[block.tokens[words[at]].hash] else { return nil }
    return phrases.first { phrase in
      phrase.place == place && block.measure.words <= phrase.limit && at + phrase.words.count <= words.count
        && phrase.words.indices.allSatisfy { block.tokens[words[at + $0]].key == phrase.words[$0] }
    }
  }
}
