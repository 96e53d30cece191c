/// How often each report was met: a small table, cleared for each report.
struct Tally {
  private var slots = [Int32](repeating: -1, count: 4096)
  private var counts = [Int32](repeating: 0, count: 4096)
  private var reports: [Int32] = []
  private var filled: [Int32] = []

  var isEmpty: Bool { reports.isEmpty }

  mutating func clear() {
    for place in filled { slots[Int(place)] = -1 }
    filled.removeAll(keepingCapacity: true)
    reports.removeAll(keepingCapacity: true)
  }

  mutating func add(_ report: Int) {
    let report = Int32(report)
    let place = place(report)
    if slots[place] == report {
      counts[place] += 1
    } else if reports.count < 2048 {
      slots[place] = report
      counts[place] = 1
      filled.append(Int32(place))
      reports.append(report)
    }
  }

  /// Those met most often that pass a test, the most often met and then the earliest first.
  func most(_ limit: Int, where isLikely: (_ report: Int, _ hits: Int) -> Bool) -> [(report: Int, hits: Int)] {
    var ranks: [Int64] = []
    for (report, place) in zip(reports, filled) where isLikely(Int(report), Int(counts[Int(place)])) {
      ranks.append(Int64(counts[Int(place)]) << 32 | Int64(Int32.max - report))
    }
    ranks.sort()
    return ranks.reversed().prefix(limit).map { (Int(Int32.max - Int32(truncatingIfNeeded: $0)), Int($0 >> 32)) }
  }

  @inline(__always)
  private func place(_ report: Int32) -> Int {
    var place = Int((UInt32(bitPattern: report) &* 0x9e37_79b1) >> 20)
    while slots[place] >= 0, slots[place] != report { place = (place &+ 1) & 4095 }
    return place
  }
}
