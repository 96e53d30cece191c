/// Which weights speak for the parser's next action.
package enum ActionFeatures {
  package static let count = 57

  /// Writes the rows of the features of a state.
  ///
  /// - Parameters:
  ///   - s2, s1, s0: the top of the stack, s0 uppermost; 0 where there is none.
  ///   - b0: the next token; 0 where there is none.
  ///   - count: of the sentence's tokens.
  @inline(__always)
  package static func write(
    _ nodes: UnsafePointer<Node>, _ s2: Int, _ s1: Int, _ s0: Int, _ b0: Int, _ count: Int,
    to rows: UnsafeMutablePointer<UInt32>
  ) {
    @inline(__always) func row(_ seed: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) -> UInt32 {
      Feature.hash(seed, a, b, c)
    }
    let top = nodes + s0
    let below = nodes + s1
    let next = nodes + b0
    let b1 = b0 > 0 && b0 < count ? b0 + 1 : 0
    let b2 = b1 > 0 && b1 < count ? b1 + 1 : 0
    let b1w = nodes[b1].word
    let b1t = nodes[b1].tag
    let b2t = nodes[b2].tag
    let s0w = top.pointee.word
    let s0t = top.pointee.tag
    let s1w = below.pointee.word
    let s1t = below.pointee.tag
    let s2t = nodes[s2].tag
    let b0w = next.pointee.word
    let b0t = next.pointee.tag
    let s0c = top.pointee.cluster
    let s1c = below.pointee.cluster
    let b0c = next.pointee.cluster

    rows[0] = row(1, s0w, s0t)
    rows[1] = row(3, s1w, s1t)
    rows[2] = row(5, b0w, b0t)
    rows[3] = row(7, b1w, b1t)
    rows[4] = row(9, nodes[b2].word, b2t)
    rows[5] = row(10, s0w, b0w)
    rows[6] = row(11, s0w, b0t)
    rows[7] = row(12, s0t, b0w)
    rows[8] = row(13, s0t, b0t)
    rows[9] = row(14, b0t, b1t)
    rows[10] = row(15, s0t, b0t, b1t)
    rows[11] = row(16, b0t, b1t, b2t)
    rows[12] = row(17, s1t, s0t, b0t)
    rows[13] = row(18, s1t, s0t)
    rows[14] = row(19, s1w, s0w)
    rows[15] = row(20, s1w, s0t)
    rows[16] = row(21, s1t, s0w)
    rows[17] = row(22, s2t, s1t, s0t)
    rows[18] = row(23, s1w, s0w, b0t)

    // The tree so far.
    let s0l = nodes + Int(top.pointee.firstLeft)
    let s0r = nodes + Int(top.pointee.lastRight)
    let s1l = nodes + Int(below.pointee.firstLeft)
    let s1r = nodes + Int(below.pointee.lastRight)
    let b0l = nodes + Int(next.pointee.firstLeft)
    let s1r2 = nodes + Int(below.pointee.beforeLastRight)
    rows[19] = row(28, s0t, s0l.pointee.tag, b0t)
    rows[20] = row(29, s0t, s0r.pointee.tag, b0t)
    rows[21] = row(30, s0t, b0t, b0l.pointee.tag)
    rows[22] = row(31, s1t, s1r.pointee.tag, s0t)
    rows[23] = row(32, s1t, s1l.pointee.tag, s0t)
    rows[24] = row(33, s1t, s0t, s0l.pointee.tag)
    rows[25] = row(34, s1t, s0t, s0r.pointee.tag)
    rows[26] = row(35, s0t, s0l.pointee.word)
    rows[27] = row(37, s1t, s1r.pointee.word)
    rows[28] = row(40, s1t, s0t, s0l.pointee.word)
    rows[29] = row(42, s1t, s1r.pointee.tag, s1r2.pointee.tag)
    rows[30] = row(43, s0t, top.pointee.leftRelations, b0t)
    rows[31] = row(44, s0t, top.pointee.rightRelations, b0t)
    rows[32] = row(45, s1t, below.pointee.rightRelations, s0t)
    rows[33] = row(46, s1t, below.pointee.leftRelations, s0t)
    rows[34] = row(47, b0t, next.pointee.leftRelations, s0t)
    rows[35] = row(48, s0w, top.pointee.rightRelations)
    rows[36] = row(49, s1w, below.pointee.rightRelations)

    // How far apart they stand, and what stands between.
    let gap = b0 > 0 ? distance(b0 - s0) : 0
    let inner = s1 > 0 ? distance(s0 - s1) : 0
    rows[37] = row(51, s0t, b0t, gap)
    rows[38] = row(52, s1t, s0t, inner)
    rows[39] = row(53, s0w, gap)
    let commas = UInt32(min(next.pointee.commas &- top.pointee.commas, 3)) &* 0x9E37_79B1
    let quotes =
      (UInt32((next.pointee.quotes ^ top.pointee.quotes) & 1) << 1 | UInt32(below.pointee.quotes ^ top.pointee.quotes)
        & 1)
      &* 0x85EB_CA6B
    let between = UInt32(min(top.pointee.commas &- below.pointee.commas, 3)) &* 0xC2B2_AE35
    rows[40] = row(56, s0t, b0t, commas ^ quotes)
    rows[41] = row(57, s1t, s0t, between ^ quotes)
    rows[42] = row(58, b0t, quotes, commas ^ between)

    // What words are like.
    rows[43] = row(60, s0c, b0c)
    rows[44] = row(61, s1c, s0c)
    rows[45] = row(62, s0c, b0t, s1t)
    rows[46] = row(63, s1c, s0t, b0t)
    // What they will be.
    let s0p = top.pointee.role
    let s1p = below.pointee.role
    let b0p = next.pointee.role
    let b1p = nodes[b1].role
    rows[47] = row(67, s0p, b0p)
    rows[48] = row(68, s1p, s0p)
    rows[49] = row(70, s0p, b0p, b1p)
    rows[50] = row(71, s1p, s0p, b0p)
    rows[51] = row(72, s0p, s1t, s0t)
    rows[52] = row(73, b0p, s0t, b0t)
    rows[53] = row(74, s0p, s1w)
    rows[54] = row(76, b0p, s0w)
    rows[55] = row(77, nodes[s2].role, s1p, s0p)
    rows[56] = row(78, b0p, b1p, nodes[b2].role)
  }

  /// A distance in tokens as one of a few steps.
  @inline(__always)
  static func distance(_ tokens: Int) -> UInt32 {
    let step: UInt32 = tokens < 5 ? UInt32(tokens) : tokens < 8 ? 5 : tokens < 12 ? 6 : tokens < 20 ? 7 : 8
    return step &* 0x9E37_79B1
  }
}
