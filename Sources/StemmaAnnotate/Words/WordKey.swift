/// A word as it is compared: a small value that is copied, compared and hashed without a look at memory.
///
/// Up to 23 bytes are held as they are. Of a longer one the first eight, the last seven, the length and 48 bits of hash
/// are held: enough to tell such words apart and to look at their endings, too little to write them out.
struct WordKey: Sendable {
  /// Bytes from the lowest up; the highest byte of the last is the length, 0xFF for a longer word.
  let first: UInt64
  let second: UInt64
  let third: UInt64

  /// The longest word that is held in full, in bytes.
  static let mostBytes = 23

  @inline(__always)
  init(first: UInt64, second: UInt64, third: UInt64) {
    self.first = first
    self.second = second
    self.third = third
  }

  /// The key of no word.
  @inline(__always)
  init() { self.init(first: 0, second: 0, third: 0) }

  /// Bytes that are in the form they are to be compared in.
  ///
  /// - Complexity: O(*n*).
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count > Self.mostBytes else {
      // Three short loops: the optimizer unrolls them over a literal.
      let count = bytes.count
      var words: (UInt64, UInt64, UInt64) = (0, 0, UInt64(count) << 56)
      for at in 0..<min(8, count) { words.0 |= UInt64(bytes[at]) << UInt64(8 * at) }
      if count > 8 { for at in 8..<min(16, count) { words.1 |= UInt64(bytes[at]) << UInt64(8 * (at - 8)) } }
      if count > 16 { for at in 16..<count { words.2 |= UInt64(bytes[at]) << UInt64(8 * (at - 16)) } }
      self.init(first: words.0, second: words.1, third: words.2)
      return
    }
    var head: UInt64 = 0
    for at in 0..<8 { head |= UInt64(bytes[at]) << UInt64(8 * at) }
    var tail: UInt64 = 0xFF << 56
    for at in 0..<7 { tail |= UInt64(bytes[bytes.count - 7 + at]) << UInt64(8 * at) }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    self.init(first: head, second: hash << 16 | UInt64(min(bytes.count, 0xFFFF)), third: tail)
  }

  init(_ word: some StringProtocol) {
    var word = String(word)
    self = word.withUTF8 { WordKey($0) }
  }

  @inline(__always)
  var isLong: Bool { third >> 56 == 0xFF }

  /// In bytes of UTF-8; 65,535 stands for more.
  @inline(__always)
  var count: Int { isLong ? Int(second & 0xFFFF) : Int(third >> 56) }

  @inline(__always)
  var isEmpty: Bool { third >> 56 == 0 }

  /// The byte at a place, of words that are held in full, or of the first eight.
  @inline(__always)
  subscript(at: Int) -> UInt8 {
    let word = at < 8 ? first : at < 16 ? second : third
    return UInt8(truncatingIfNeeded: word >> UInt64(8 * (at & 7)))
  }

  /// The word; of one that is not held in full its beginning and its end.
  var string: String {
    guard isLong else {
      return withUnsafeBytes(of: (first.littleEndian, second.littleEndian, third.littleEndian)) {
        String(decoding: UnsafeRawBufferPointer(rebasing: $0[..<count]), as: UTF8.self)
      }
    }
    let head = (0..<8).map { UInt8(truncatingIfNeeded: first >> UInt64(8 * $0)) }
    let tail = (0..<7).map { UInt8(truncatingIfNeeded: third >> UInt64(8 * $0)) }
    return String(decoding: head, as: UTF8.self) + "…" + String(decoding: tail, as: UTF8.self)
  }

  /// Whether it begins with a word of up to eight bytes.
  @inline(__always)
  func hasPrefix(_ prefix: WordKey) -> Bool {
    let length = prefix.count
    guard length <= 8, count >= length else { return length > 8 && string.hasPrefix(prefix.string) }
    return length == 0 || (first ^ prefix.first) << UInt64(64 - 8 * length) == 0
  }

  /// Whether it ends with a word of up to seven bytes.
  @inline(__always)
  func hasSuffix(_ suffix: WordKey) -> Bool {
    let length = suffix.count
    guard length <= 7, count >= length else { return length > 7 && string.hasSuffix(suffix.string) }
    return ending(length) == suffix.first
  }

  /// The last bytes, seven at most, in the low end of an integer.
  @inline(__always)
  func ending(_ length: Int) -> UInt64 {
    let mask = (1 << UInt64(8 * length)) &- 1 as UInt64
    if isLong { return third >> UInt64(8 * (7 - length)) & mask }
    let start = count - length
    // The bytes from `start` on, from the word they begin in and the next.
    let words = start < 8 ? (first, second) : start < 16 ? (second, third) : (third, 0)
    let shift = UInt64(8 * (start & 7))
    let bytes = shift == 0 ? words.0 : words.0 >> shift | words.1 << (64 - shift)
    return bytes & mask
  }

  /// The bytes of a range, as a word of their own.
  func slice(_ range: Range<Int>) -> WordKey {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { bytes in
      for at in range { bytes[at - range.lowerBound] = utf8[at] }
      return WordKey(UnsafeBufferPointer(bytes))
    }
  }

  func prefix(_ length: Int) -> WordKey { slice(0..<min(length, count)) }
  func suffix(_ length: Int) -> WordKey { slice(max(0, count - length)..<count) }
  func dropFirst(_ length: Int) -> WordKey { slice(min(length, count)..<count) }
  func dropLast(_ length: Int) -> WordKey { slice(0..<max(0, count - length)) }

  /// The parts between hyphens, none of them empty.
  var parts: [WordKey] {
    var parts: [WordKey] = []
    var start = 0
    for at in 0...count where at == count || utf8[at] == 0x2D {
      if at > start { parts.append(slice(start..<at)) }
      start = at + 1
    }
    return parts
  }

  /// Well mixed, and equal in every run.
  @inline(__always)
  var mixed: UInt64 {
    var mix = first &* 0x9E37_79B9_7F4A_7C15
    mix = (mix ^ mix >> 32 ^ second) &* 0xD6E8_FEB8_6659_FD93
    mix = (mix ^ mix >> 32 ^ third) &* 0x9E37_79B9_7F4A_7C15
    return mix
  }
}

extension WordKey: Hashable {
  @inline(__always)
  static func == (a: WordKey, b: WordKey) -> Bool {
    a.first == b.first && a.third == b.third && a.second == b.second
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(first)
    hasher.combine(second)
    hasher.combine(third)
  }
}

extension WordKey: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Of a literal of a rule, which has to be short enough to be held in full.
  ///
  /// Without a branch or a loop, so that the optimizer makes three constants of it wherever it stands: a literal ends with
  /// a zero, which is read again and again for the bytes that it does not have.
  @inline(__always)
  init(stringLiteral literal: StaticString) {
    let start = literal.utf8Start
    let count = literal.utf8CodeUnitCount
    @inline(__always)
    func byte(_ at: Int, _ first: Int) -> UInt64 {
      let beyond = at &- count
      return UInt64(truncatingIfNeeded: start[at &- (beyond & ~(beyond &>> 63))])
        &<< UInt64(truncatingIfNeeded: 8 &* (at &- first))
    }
    precondition(count <= Self.mostBytes)
    self.init(
      first: byte(0, 0) | byte(1, 0) | byte(2, 0) | byte(3, 0)
        | byte(4, 0) | byte(5, 0) | byte(6, 0) | byte(7, 0),
      second: byte(8, 8) | byte(9, 8) | byte(10, 8) | byte(11, 8)
        | byte(12, 8) | byte(13, 8) | byte(14, 8) | byte(15, 8),
      third: byte(16, 16) | byte(17, 16) | byte(18, 16) | byte(19, 16)
        | byte(20, 16) | byte(21, 16) | byte(22, 16)
        | UInt64(truncatingIfNeeded: count) &<< 56)
  }

  var description: String { string }
}

extension WordKey {
  /// The bytes; 0 for those of a long word that are not held.
  struct UTF8View: RandomAccessCollection, Sendable {
    let key: WordKey

    @inline(__always)
    init(_ key: WordKey) { self.key = key }

    @inline(__always)
    var startIndex: Int { 0 }

    @inline(__always)
    var endIndex: Int { key.count }

    subscript(at: Int) -> UInt8 {
      guard key.isLong else { return key[at] }
      if at < 8 { return key[at] }
      let fromEnd = key.count - at
      return fromEnd <= 7 ? UInt8(truncatingIfNeeded: key.third >> UInt64(8 * (7 - fromEnd))) : 0
    }
  }

  @inline(__always)
  var utf8: UTF8View { UTF8View(self) }
}

extension WordKey: Comparable {
  /// In the order of their bytes, longer words by their beginnings first.
  static func < (a: WordKey, b: WordKey) -> Bool {
    (a.first.byteSwapped, a.second.byteSwapped, a.third.byteSwapped)
      < (b.first.byteSwapped, b.second.byteSwapped, b.third.byteSwapped)
  }
}
