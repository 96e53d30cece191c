/// A hash of words in a row, equal in every run: FNV-1a of their bytes.
struct TextHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ word: String) {
    for byte in word.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = (value ^ 0x20) &* 0x100_0000_01B3
  }

  static func of(_ word: String) -> UInt64 {
    var hash = TextHash()
    hash.add(word)
    return hash.value
  }
}
