/// What the near-copy index keeps of a text: the hashes of its distinct runs of three words.
///
/// Made from the text alone, so that sketches can be made on all cores in any order.
///
/// - Complexity: O(*n*) in the bytes of the text.
package struct CopySketch: Sendable, Equatable {
  /// Words in a run.
  static let gramWords = 3
  /// Bits of a run's hash that containment is counted with: of two unlike reports of 500 words, one run in 30,000 agrees by
  /// chance.
  static let gramBits = 24
  /// Distinct runs that are kept at the most, those of the lowest hashes: a text of some 50 kB is kept whole.
  static let most = 8192
  /// One run in so many, by its hash, is looked up and posted by the index.
  static let sampling: UInt32 = 16
  /// Bits that are kept beyond these of a run that is posted, so that unlike runs seldom share a list.
  static let detailBits = 16
  /// Runs that a short text posts, if it has as many.
  static let leastSample = 24

  /// Words in the text.
  package let words: Int
  /// Hash of the words in their order: texts with the same are one text in other typography.
  package let identity: UInt64
  /// Hashes of the distinct runs, ascending, each of `gramBits`.
  let grams: [UInt32]
  /// More bits of the hashes of the first of `grams`: those are posted.
  let details: [UInt16]

  init(words: Int, identity: UInt64, grams: [UInt32], details: [UInt16]) {
    self.words = words
    self.identity = identity
    self.grams = grams
    self.details = details
  }

  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { CopySketch($0) }
  }

  /// - Parameter bytes: UTF-8; what is not counts as what stands between words.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self = withUnsafeTemporaryAllocation(of: UInt64.self, capacity: bytes.count / 2 + 1) { hashes in
      var count = 0
      var identity: UInt64 = 0
      var (before, last): (UInt64, UInt64) = (0, 0)
      WordScanner.scan(bytes) { word, _ in
        identity = (identity << 5 | identity >> 59) ^ word
        identity = identity &* 0x9e37_79b9_7f4a_7c15
        hashes[count] = Self.hash(before, last, word)
        (before, last) = (last, word)
        count += 1
      }
      // The first two ended before a run was whole; a text of one or two words is one run.
      let whole = count >= Self.gramWords ? Self.gramWords - 1 : max(0, count - 1)
      let distinct = HashSort.sort(
        UnsafeMutableBufferPointer(rebasing: hashes[whole..<count]), bits: 40, dropping: Self.detailBits)
      let runs = UnsafeMutableBufferPointer(rebasing: hashes[whole..<whole + min(distinct, Self.most)])
      let grams = runs.map { UInt32(truncatingIfNeeded: $0 >> UInt64(Self.detailBits)) }
      let details = runs[..<Self.sample(of: grams)].map { UInt16(truncatingIfNeeded: $0) }
      return CopySketch(words: count, identity: identity ^ UInt64(count), grams: grams, details: details)
    }
  }

  /// All runs whose hash is lower were kept.
  static func limit(of grams: [UInt32]) -> UInt32 { grams.count < most ? 1 << UInt32(gramBits) : grams[most - 1] + 1 }

  /// How many of ascending hashes are lower than `limit`.
  static func count(_ grams: [UInt32], below limit: UInt32) -> Int {
    var (low, high) = (0, grams.count)
    while low < high {
      let middle = (low + high) / 2
      if grams[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many of the runs are posted: all below a hash, and so many of a short text's in any case.
  static func sample(of grams: [UInt32]) -> Int {
    max(count(grams, below: (1 << UInt32(gramBits)) / sampling), min(leastSample, grams.count))
  }

  @inline(__always)
  private static func hash(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
    var hash = (first &+ (second << 23 | second >> 41)) &* 0x9e37_79b9_7f4a_7c15
    hash = ((hash ^ hash >> 32) &+ third) &* 0xd6e8_feb8_6659_fd93
    hash = (hash ^ hash >> 32) &* 0x9e37_79b9_7f4a_7c15
    return hash >> 24
  }
}
