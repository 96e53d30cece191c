// Words asked for in lists of strings: slower than a `WordSet` or a `WordTable`, which hold keys.

extension Set<String> {
  func contains(_ key: WordKey) -> Bool { contains(key.string) }
}

extension Dictionary where Key == String {
  subscript(key: WordKey) -> Value? { self[key.string] }
}

extension Double {
  /// Of digits that the key holds in full; nil else.
  init?(_ key: WordKey) {
    guard key.count <= WordKey.mostBytes else { return nil }
    self.init(key.string)
  }
}

extension Int {
  /// Of digits that the key holds in full; nil else.
  init?(_ key: WordKey) {
    guard key.count <= WordKey.mostBytes else { return nil }
    var value = 0
    for byte in key.utf8 {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      guard value < 1 << 59 else { return nil }
    }
    guard !key.isEmpty else { return nil }
    self = value
  }
}
