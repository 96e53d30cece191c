/// A feature is a number of 32 bits: the template it comes from and up to three values, hashed together.
package enum Feature {
  @inline(__always)
  static func hash(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
    let sum = a &* 0x85EB_CA6B &+ b &* 0xC2B2_AE35 &+ c &* 0x27D4_EB2F &+ template &* 0x1656_67B1
    return sum ^ sum >> 15
  }

  /// Where a feature's row stands in a table of 2^`bits` rows. What tells it from others there is the feature itself.
  ///
  /// The same as `place` in CSyntaxModel/kernels.c.
  package static func slot(_ feature: UInt32, bits: UInt32) -> Int { Int((feature &* 0x9E37_79B1) >> (32 - bits)) }
}
