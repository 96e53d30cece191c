/// Some of a story's reports, a bit for each.
struct ReportSet {
  private var bits: [UInt64]

  /// - Parameter count: of the story's reports.
  init(_ reports: some Sequence<Int>, of count: Int) {
    bits = [UInt64](repeating: 0, count: (count + 63) / 64)
    for report in reports { bits[report >> 6] |= 1 << UInt64(report & 63) }
  }

  func contains(_ report: Int) -> Bool { bits[report >> 6] >> UInt64(report & 63) & 1 == 1 }

  /// The first report in both.
  func firstCommon(with other: ReportSet) -> Int? {
    for index in bits.indices {
      let both = bits[index] & other.bits[index]
      if both != 0 { return index << 6 + both.trailingZeroBitCount }
    }
    return nil
  }

  func isDisjoint(with other: ReportSet) -> Bool { firstCommon(with: other) == nil }

  mutating func formUnion(_ other: ReportSet) {
    for index in bits.indices { bits[index] |= other.bits[index] }
  }

  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }
}
