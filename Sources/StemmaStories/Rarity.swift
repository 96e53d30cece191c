import Foundation

/// In how many reports each feature stood so far, and how rare that makes it.
struct Rarity: Sendable {
  private(set) var reports = 0
  private var keys: [UInt32]
  private var counts: [UInt32]
  private var filled = 0
  private let mostKeys: Int

  /// - Parameter mostKeys: beyond so many keys those that stood in one report only are forgotten.
  init(mostKeys: Int = 12_000_000) {
    keys = [UInt32](repeating: 0, count: 1 << 16)
    counts = [UInt32](repeating: 0, count: 1 << 16)
    self.mostKeys = mostKeys
  }

  mutating func beginReport() {
    reports += 1
    if filled > mostKeys { rebuild(capacity: keys.count, least: 2) }
  }

  /// Counts a feature of the report that has begun; returns its reports, this one among them.
  mutating func count(_ key: UInt32) -> UInt32 {
    if filled * 2 > keys.count { rebuild(capacity: keys.count * 2, least: 1) }
    let slot = place(key)
    if counts[slot] == 0 {
      keys[slot] = key
      filled += 1
    }
    counts[slot] += 1
    return counts[slot]
  }

  /// The reports that a feature stood in so far.
  func reports(with key: UInt32) -> UInt32 { counts[place(key)] }

  private func place(_ key: UInt32) -> Int {
    let mask = keys.count - 1
    var slot = Int((key &* 0x9E37_79B1) >> 7) & mask
    while counts[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func rebuild(capacity: Int, least: UInt32) {
    let (oldKeys, oldCounts) = (keys, counts)
    keys = [UInt32](repeating: 0, count: capacity)
    counts = [UInt32](repeating: 0, count: capacity)
    filled = 0
    for i in oldKeys.indices where oldCounts[i] >= least {
      let slot = place(oldKeys[i])
      (keys[slot], counts[slot]) = (oldKeys[i], oldCounts[i])
      filled += 1
    }
  }
}
