/// The words the rules know, by key.
struct Lexicon: Sendable {
  private var table = WordTable<WordClass>()

  /// One look-up for each word of a report gives all its classes.
  @inline(__always)
  func classes(of key: WordKey) -> WordClass { table[key] ?? [] }

  /// Whether a word can begin a clause right after a dash.
  func opensClause(_ key: WordKey) -> Bool {
    classes(of: key).contains(.number)
      || ["it", "he", "she", "they", "we", "which", "or", "but", "and", "the"].contains(key)
  }

  func isNumber(_ key: WordKey) -> Bool { classes(of: key).contains(.number) }

  mutating func add(_ words: String, _ classes: WordClass) {
    for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      table.update(WordKey(word), default: []) { $0.formUnion(classes) }
    }
  }
}
