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

  func each(_ body: (UInt32, Float) -> Void) {
    for slot in used { body(keys[Int(slot)], sums[Int(slot)]) }
  }
}
