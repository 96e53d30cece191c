/// Which weights speak for the tag of a token.
package enum TagFeatures {
  package static let count = 23

  /// Writes the rows of a token's features; those before it are tagged.
  @inline(__always)
  package static func write(
    _ nodes: UnsafePointer<Node>, _ at: Int, _ count: Int, to rows: UnsafeMutablePointer<UInt32>
  ) {
    let it = nodes + at
    let before = nodes + (at - 1)
    let before2 = nodes + max(at - 2, 0)
    let after = nodes + (at < count ? at + 1 : 0)
    let after2 = nodes + (at + 1 < count ? at + 2 : 0)
    @inline(__always) func row(_ seed: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) -> UInt32 {
      Feature.hash(seed, a, b, c)
    }
    let word = it.pointee.word
    let suffix = it.pointee.suffix
    let shape = it.pointee.shape
    let guess = it.pointee.guess
    let tag1 = before.pointee.tag
    let tag2 = before2.pointee.tag
    rows[0] = row(1, word, shape)
    rows[1] = row(2, suffix, shape)
    rows[2] = row(3, suffix)
    rows[3] = row(4, it.pointee.cluster)
    rows[4] = row(5, word, tag1)
    rows[5] = row(6, tag1, tag2)
    rows[6] = row(7, word, tag1, tag2)
    rows[7] = row(8, before.pointee.word)
    rows[8] = row(9, after.pointee.word)
    rows[9] = row(10, after.pointee.guess, guess)
    rows[10] = row(11, after.pointee.guess, tag1)
    rows[11] = row(12, after.pointee.suffix)
    rows[12] = row(13, word, after.pointee.word)
    rows[13] = row(14, word, before.pointee.word)
    rows[14] = row(15, after.pointee.guess, after2.pointee.guess)
    rows[15] = row(16, before2.pointee.word, tag1)
    rows[16] = row(17, after2.pointee.word)
    rows[17] = row(18, before.pointee.cluster, it.pointee.cluster)
    rows[18] = row(19, it.pointee.cluster, after.pointee.cluster)
    rows[19] = row(20, tag1, guess, after.pointee.guess)
    rows[20] = row(21, shape, after.pointee.shape, before.pointee.shape)
    rows[21] = row(22, tag1, suffix, it.pointee.coarse)
    rows[22] = row(23, word)
  }
}
