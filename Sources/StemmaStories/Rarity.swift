import Foundation

/// In how many reports each feature stood so far, and how rare that makes it beside a background of news at large.
struct Rarity: Sendable {
  private(set) var reports = 0
  private var keys: [UInt32]
  private var counts: [UInt32]
  /// The background's share of each key, looked up when it is new.
  private var steps: [UInt8]
  private var filled = 0
  private let background: Float
  private let shares: [Float]
  /// Rareness by the reports there are for each with the feature: 64 steps an octave up to 2³².
  private let table: [Float]
  private let mostKeys: Int

  /// - Parameter mostKeys: beyond so many keys those that stood in one report only are forgotten.
  init(background: Float, power: Float, mostKeys: Int = 12_000_000) {
    keys = [UInt32](repeating: 0, count: 1 << 16)
    counts = [UInt32](repeating: 0, count: 1 << 16)
    steps = [UInt8](repeating: 0, count: 1 << 16)
    self.mostKeys = mostKeys
    self.background = background
    shares = Background.steps.map { $0 * background }
    table = (0..<32 * 64).map { pow(max(0.01, log(Float(bitPattern: UInt32($0 + 127 * 64) << 17))), power) }
  }

  mutating func beginReport() {
    reports += 1
    if filled > mostKeys { rebuild(capacity: keys.count, least: 2) }
  }

  /// Counts a feature of the report that has begun; returns how rare it is now.
  mutating func count(_ key: UInt32) -> Float {
    if filled * 4 > keys.count * 3 { rebuild(capacity: keys.count * 2, least: 1) }
    let slot = place(key)
    if counts[slot] == 0 {
      keys[slot] = key
      steps[slot] = Background.shared.step(of: key)
      filled += 1
    }
    counts[slot] += 1
    return rareness(counts[slot], steps[slot])
  }

  /// How rare a feature is now: the logarithm of how few reports have it, those of the background among them, to the power.
  func rareness(_ key: UInt32) -> Float {
    let slot = place(key)
    return counts[slot] > 0
      ? rareness(counts[slot], steps[slot]) : rareness(1, Background.shared.step(of: key))
  }

  private func rareness(_ count: UInt32, _ step: UInt8) -> Float {
    let ratio = (Float(reports) + background) / (Float(count) + shares[Int(step)])
    return table[max(0, min(table.count - 1, Int(ratio.bitPattern >> 17) - 127 * 64))]
  }

  private func place(_ key: UInt32) -> Int {
    let mask = keys.count - 1
    var slot = Int((key &* 0x9E37_79B1) >> 7) & mask
    while counts[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func rebuild(capacity: Int, least: UInt32) {
    let (oldKeys, oldCounts, oldSteps) = (keys, counts, steps)
    keys = [UInt32](repeating: 0, count: capacity)
    counts = [UInt32](repeating: 0, count: capacity)
    steps = [UInt8](repeating: 0, count: capacity)
    filled = 0
    for i in oldKeys.indices where oldCounts[i] >= least {
      let slot = place(oldKeys[i])
      (keys[slot], counts[slot], steps[slot]) = (oldKeys[i], oldCounts[i], oldSteps[i])
      filled += 1
    }
  }
}
