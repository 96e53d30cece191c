/// Which weights speak for the relation of a word to its head.
package enum RelationFeatures {
  package static let count = 30

  /// Writes the rows of the features of an arc; all dependents of `dependent` are attached and named.
  @inline(__always)
  package static func write(
    _ nodes: UnsafePointer<Node>, head: Int, dependent: Int, count: Int, to rows: UnsafeMutablePointer<UInt32>
  ) {
    let side: UInt32 = dependent < head ? 0x1234_5671 : 0
    @inline(__always) func row(_ seed: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) -> UInt32 {
      Feature.hash(seed, a, b, c ^ side)
    }
    let h = nodes + head
    let d = nodes + dependent
    let ht = h.pointee.tag
    let hw = h.pointee.word
    let dt = d.pointee.tag
    let dw = d.pointee.word
    let first = nodes + Int(d.pointee.firstLeft)
    let second = nodes + Int(d.pointee.secondLeft)
    let last = nodes + Int(d.pointee.lastRight)
    let before = nodes[dependent - 1].tag
    let after = nodes[dependent < count ? dependent + 1 : 0].tag
    let sibling = nodes + Int(dependent < head ? h.pointee.firstLeft : h.pointee.lastRight)
    let named = dependent < head ? h.pointee.leftRelations : h.pointee.rightRelations
    let other = dependent < head ? h.pointee.rightRelations : h.pointee.leftRelations
    let gap = ActionFeatures.distance(abs(head - dependent))
    rows[0] = row(1, hw, dw)
    rows[1] = row(2, ht, dt)
    rows[2] = row(3, hw, dt)
    rows[3] = row(4, ht, dw)
    rows[4] = row(5, dw, dt)
    rows[5] = row(6, hw, ht)
    rows[6] = row(7, ht, dt, gap)
    rows[7] = row(8, ht, dt, first.pointee.word)
    rows[8] = row(9, hw, dt, first.pointee.word)
    rows[9] = row(10, ht, dt, first.pointee.tag)
    rows[10] = row(11, ht, dt, last.pointee.tag)
    rows[11] = row(12, ht, dt, d.pointee.leftRelations)
    rows[12] = row(13, ht, dt, d.pointee.rightRelations)
    rows[13] = row(14, ht, dt, named)
    rows[14] = row(15, hw, dt, named)
    rows[15] = row(16, ht, dt, other)
    rows[16] = row(17, ht, dt, before)
    rows[17] = row(18, ht, dt, after)
    rows[18] = row(19, ht, dt, nodes[head - 1].tag)
    rows[19] = row(20, ht, dt, sibling.pointee.tag)
    rows[20] = row(21, h.pointee.cluster, d.pointee.cluster)
    rows[21] = row(22, ht, d.pointee.cluster)
    rows[22] = row(23, h.pointee.cluster, dt)
    rows[23] = row(24, dt, first.pointee.tag, second.pointee.word)
    rows[24] = row(25, h.pointee.coarse, d.pointee.coarse, first.pointee.word)
    rows[25] = row(26, d.pointee.suffix, ht, named)
    rows[27] = row(28, d.pointee.role, ht, dt)
    rows[28] = row(29, d.pointee.role, h.pointee.role)
    rows[29] = row(30, d.pointee.role, hw)
    rows[26] = row(
      27, ht, dt,
      (UInt32((h.pointee.quotes ^ d.pointee.quotes) & 1) << 2
        | UInt32(min(dependent < head ? h.pointee.commas &- d.pointee.commas : d.pointee.commas &- h.pointee.commas, 3)))
        &* 0x9E37_79B1)
  }
}
