import StemmaModel

/// Finds phrases in blocks by their first words.
struct PhraseIndex: Sendable {
  static let furniture = PhraseIndex(FurniturePhrases.all)

  private let byFirst: [String: [Phrase]]

  init(_ phrases: [Phrase]) {
    var byFirst: [String: [Phrase]] = [:]
    for phrase in phrases { byFirst[phrase.words[0], default: []].append(phrase) }
    self.byFirst = byFirst.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// The longest phrase that decides about the block: whole before start before end and close before anywhere.
  func match(_ block: Block) -> Phrase? {
    // Long blocks are judged by how they begin and end only: their middle is prose.
    let keys = block.words.map { block.tokens[$0].key }
    guard !keys.isEmpty else { return nil }
    let spelled = block.words.filter { block.tokens[$0].isWord }.map { block.tokens[$0].key }
    if let first = spelled.first, let phrases = byFirst[first] {
      if let whole = phrases.first(where: { $0.place == .whole && $0.words == spelled }) { return whole }
    }
    if let start = find(keys, at: 0, .start, block) { return start }
    for at in keys.indices.suffix(8) {
      if let end = find(keys, at: at, .end, block), at + end.words.count == keys.count { return end }
      if at > 0, let close = find(keys, at: at, .close, block), at + close.words.count == keys.count,
        [".", "!", "?"].contains(block.tokens[block.words[at] - 1].key)
      {
        return close
      }
    }
    guard keys.count <= 120 else { return nil }
    for at in keys.indices {
      if let inner = find(keys, at: at, .anywhere, block) { return inner }
    }
    return nil
  }

  private func find(_ keys: [String], at: Int, _ place: Phrase.Place, _ block: Block) -> Phrase? {
    guard let phrases = byFirst[keys[at]] else { return nil }
    return phrases.first { phrase in
      phrase.place == place && block.measure.words <= phrase.limit && at + phrase.words.count <= keys.count
        && phrase.words.indices.allSatisfy { keys[at + $0] == phrase.words[$0] }
    }
  }
}
