/// Sums by report, quick to fill and to clear.
struct Tally: Sendable {
  private var keys = [UInt32](repeating: 0, count: 4096)
  private var sums = [Float](repeating: 0, count: 4096)
  /// The places in use, in the order they were taken.
  private var used: [Int32] = []
  private static let most = 2048

  mutating func clear() {
    for slot in used { sums[Int(slot)] = 0 }
    used.removeAll(keepingCapacity: true)
  }

  /// Adds a positive amount; what comes when it is full is left out.
  mutating func add(_ key: UInt32, _ amount: Float) {
    var slot = Int((key &* 0x9E37_79B1) >> 20)
    while sums[slot] > 0 {
      if keys[slot] == key {
        sums[slot] += amount
        return
      }
      slot = (slot + 1) & 4095
    }
    guard used.count < Self.most, amount > 0 else { return }
    keys[slot] = key
    sums[slot] = amount
    used.append(Int32(slot))
  }

  /// So many of the greatest sums, told apart to a sixteenth, in the order their reports were first met.
  func greatest(_ most: Int) -> [(report: UInt32, sum: Float)] {
    var buckets = [UInt16](repeating: 0, count: 512)
    func bucket(_ slot: Int32) -> Int {
      max(0, min(511, Int(sums[Int(slot)].bitPattern >> 19) - (127 - 8) * 16))
    }
    for slot in used { buckets[bucket(slot)] += 1 }
    var least = 511
    var above = 0
    while least > 0, above + Int(buckets[least]) < most {
      above += Int(buckets[least])
      least -= 1
    }
    var spare = most - above
    var greatest: [(report: UInt32, sum: Float)] = []
    greatest.reserveCapacity(min(most, used.count))
    for slot in used {
      let its = bucket(slot)
      if its < least { continue }
      if its == least {
        if spare == 0 { continue }
        spare -= 1
      }
      greatest.append((keys[Int(slot)], sums[Int(slot)]))
    }
    return greatest
  }
}
