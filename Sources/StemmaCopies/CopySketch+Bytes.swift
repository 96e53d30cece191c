extension CopySketch {
  private static let version: UInt8 = 1

  /// The sketch as bytes, to be stored: of *n* distinct runs some 2.3 *n* + 50, so 1.2 kB for 500 words.
  ///
  /// A version, the number of words, of runs and of posted runs (LEB128), the identity, then the lower 16 bits of each
  /// run's hash, the upper 8 as one bit a hash after one for each step (Elias–Fano coding), and the details of posted runs;
  /// lowest byte first.
  package var bytes: [UInt8] {
    var bytes = [Self.version]
    bytes.reserveCapacity(grams.count * 5 / 2 + 64)
    for number in [words, grams.count, details.count] {
      var rest = number
      while rest > 127 {
        bytes.append(UInt8(rest & 127) | 128)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: identity >> shift)) }
    for gram in grams {
      bytes.append(UInt8(truncatingIfNeeded: gram))
      bytes.append(UInt8(truncatingIfNeeded: gram >> 8))
    }
    let start = bytes.count
    bytes += [UInt8](repeating: 0, count: Self.highBytes(grams.count))
    for (index, gram) in grams.enumerated() {
      let bit = index + Int(gram >> 16)
      bytes[start + bit >> 3] |= 1 << UInt8(bit & 7)
    }
    for detail in details {
      bytes.append(UInt8(truncatingIfNeeded: detail))
      bytes.append(UInt8(truncatingIfNeeded: detail >> 8))
    }
    return bytes
  }

  /// A sketch from its bytes; nil if they are not those of a sketch.
  package init?(bytes: [UInt8]) {
    var at = 1
    func number() -> Int? {
      var number = 0
      for shift in stride(from: 0, to: 42, by: 7) {
        guard at < bytes.count else { return nil }
        number |= Int(bytes[at] & 127) << shift
        at += 1
        if bytes[at - 1] < 128 { return number }
      }
      return nil
    }
    guard bytes.first == Self.version, let words = number(), let count = number(), let details = number(),
      count <= min(words, Self.most), details <= count,
      bytes.count == at + 8 + 2 * count + Self.highBytes(count) + 2 * details
    else { return nil }
    var identity: UInt64 = 0
    for byte in 0..<8 { identity |= UInt64(bytes[at + byte]) << UInt64(8 * byte) }
    let lows = at + 8
    let highs = lows + 2 * count
    var grams: [UInt32] = []
    grams.reserveCapacity(count)
    for bit in 0..<8 * Self.highBytes(count) where bytes[highs + bit >> 3] >> UInt8(bit & 7) & 1 == 1 {
      let index = grams.count
      guard index < count, bit - index < 256 else { return nil }
      let low = UInt32(bytes[lows + 2 * index]) | UInt32(bytes[lows + 2 * index + 1]) << 8
      let gram = UInt32(bit - index) << 16 | low
      if let last = grams.last, last >= gram { return nil }
      grams.append(gram)
    }
    guard grams.count == count, details == Self.sample(of: grams) else { return nil }
    let tail = highs + Self.highBytes(count)
    self.init(
      words: words, identity: identity, grams: grams,
      details: (0..<details).map { UInt16(bytes[tail + 2 * $0]) | UInt16(bytes[tail + 2 * $0 + 1]) << 8 })
  }

  private static func highBytes(_ count: Int) -> Int { (count + 256 + 7) / 8 }
}
