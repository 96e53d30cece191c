/// A hash of words in a row, equal in every run: FNV-1a of their bytes.
struct TextHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The hash of the next word.
  @inline(__always)
  mutating func add(_ word: UInt64) { value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15 }

  static func of(_ word: String) -> UInt64 {
    var hash = TextHash()
    for byte in word.utf8 { hash.add(byte) }
    return hash.value
  }
}
