/// Which weights speak for the role of a token: the relation it will have, guessed before there is a tree.
///
/// The parser sees it as it sees tags, also of tokens ahead: that is how it knows what is to come.
///
/// - Source: Ouchi, Duh & Matsumoto 2014, supertags as features of a transition-based parser.
package enum RoleFeatures {
  package static let count = 24

  /// What `fixed` stands for among roles: the root.
  package static let root = Relation.fixed.rawValue

  /// Writes the rows of a token's features; all tokens have tags, those before it have roles.
  @inline(__always)
  package static func write(
    _ nodes: UnsafePointer<Node>, _ at: Int, _ count: Int, verbBefore: Int, verbAfter: Int,
    to rows: UnsafeMutablePointer<UInt32>
  ) {
    @inline(__always) func row(_ seed: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) -> UInt32 {
      Feature.hash(seed, a, b, c)
    }
    let it = nodes + at
    let l1 = nodes + (at - 1)
    let l2 = nodes + max(at - 2, 0)
    let l3 = nodes + max(at - 3, 0)
    let r1 = nodes + (at < count ? at + 1 : 0)
    let r2 = nodes + (at + 1 < count ? at + 2 : 0)
    let r3 = nodes + (at + 2 < count ? at + 3 : 0)
    let back = nodes + verbBefore
    let ahead = nodes + verbAfter
    let word = it.pointee.word
    let tag = it.pointee.tag
    let first: UInt32 = at == 1 ? 0x9E37_79B1 : 0
    rows[0] = row(1, word, tag)
    rows[1] = row(2, tag, l1.pointee.tag, r1.pointee.tag)
    rows[2] = row(3, tag, l1.pointee.tag, l2.pointee.tag)
    rows[3] = row(4, tag, r1.pointee.tag, r2.pointee.tag)
    rows[4] = row(5, tag, l1.pointee.word)
    rows[5] = row(6, tag, r1.pointee.word)
    rows[6] = row(7, tag, l2.pointee.word)
    rows[7] = row(8, tag, r2.pointee.word)
    rows[8] = row(9, word, l1.pointee.tag)
    rows[9] = row(10, word, r1.pointee.tag)
    rows[10] = row(11, tag, l1.pointee.role, l2.pointee.role)
    rows[11] = row(12, word, l1.pointee.role)
    rows[12] = row(13, tag, back.pointee.word, ahead.pointee.tag)
    rows[13] = row(14, tag, back.pointee.tag, ahead.pointee.word)
    rows[14] = row(15, tag, back.pointee.role, ahead.pointee.tag &+ r1.pointee.tag)
    rows[15] = row(16, word, back.pointee.tag, ahead.pointee.tag)
    rows[16] = row(17, it.pointee.cluster, back.pointee.cluster)
    rows[17] = row(18, it.pointee.cluster, tag, l1.pointee.tag)
    rows[18] = row(19, it.pointee.cluster, l1.pointee.cluster)
    rows[19] = row(20, it.pointee.cluster, r1.pointee.cluster)
    rows[20] = row(21, tag, l3.pointee.tag &+ first, r3.pointee.tag)
    rows[21] = row(
      22, tag, l1.pointee.tag &+ back.pointee.role,
      UInt32((it.pointee.quotes ^ back.pointee.quotes) & 1 | min(it.pointee.commas &- back.pointee.commas, 3) << 1)
        &* 0x9E37_79B1)
    rows[22] = row(23, tag, l1.pointee.tag &+ (l1.pointee.role << 1), r1.pointee.tag)
    rows[23] = row(24, it.pointee.suffix, l1.pointee.tag, r1.pointee.tag)
  }
}
