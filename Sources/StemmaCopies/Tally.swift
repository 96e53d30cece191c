/// How often each report was met: a small table, cleared for each report.
struct Tally {
  /// Reports that are counted, the first that are met.
  private static let most = 2048
  private static let mask = 4095

  /// The report from 1 on above the count; 0 is an empty slot.
  private var slots = [UInt64](repeating: 0, count: mask + 1)
  private var filled: [Int32] = []

  var isEmpty: Bool { filled.isEmpty }

  mutating func clear() {
    for slot in filled { slots[Int(slot)] = 0 }
    filled.removeAll(keepingCapacity: true)
  }

  mutating func add(_ report: Int) {
    let key = UInt64(report + 1)
    var slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 52)
    while true {
      let content = slots[slot]
      if content >> 32 == key {
        slots[slot] = content &+ 1
        return
      }
      if content == 0 {
        guard filled.count < Self.most else { return }
        slots[slot] = key << 32 | 1
        filled.append(Int32(slot))
        return
      }
      slot = (slot &+ 1) & Self.mask
    }
  }

  /// Those met most often that pass a test, the most often met and then the earliest first.
  func most(_ limit: Int, where isLikely: (_ report: Int, _ hits: Int) -> Bool) -> [Int] {
    var ranks: [UInt64] = []
    for slot in filled {
      let (report, hits) = (slots[Int(slot)] >> 32 - 1, slots[Int(slot)] & 0xffff_ffff)
      if isLikely(Int(report), Int(hits)) { ranks.append(hits << 32 | (0xffff_ffff - report)) }
    }
    ranks.sort()
    return ranks.reversed().prefix(limit).map { Int(0xffff_ffff - $0 & 0xffff_ffff) }
  }
}
