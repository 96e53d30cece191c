import Foundation

/// In how many reports each feature stood so far, and how rare that makes it beside a background of news at large.
struct Rarity: Sendable {
  private(set) var reports = 0
  /// Open addressing: a key above, the background's step for it, and its reports in the lower 24 bits; 0 for none.
  private var slots = [UInt64](repeating: 0, count: 1 << 16)
  private var filled = 0
  private let mostKeys: Int
  private let background: Float
  private let shares: [Float]
  /// Rareness by the reports there are for each with the feature: 64 steps an octave up to 2³².
  private let table: [Float]

  private static let countMask: UInt64 = 0xFF_FFFF

  /// - Parameters:
  ///   - background: counts as so many reports.
  ///   - power: a rareness is the logarithm to this power.
  ///   - mostKeys: beyond so many keys those that stood in one report only are forgotten.
  init(background: Float, power: Float, mostKeys: Int = 12_000_000) {
    self.background = background
    self.mostKeys = mostKeys
    shares = Background.steps.map { $0 * background }
    table = (0..<32 * 64).map { pow(max(0.01, log(Float(bitPattern: UInt32($0 + 127 * 64) << 17))), power) }
  }

  /// What `beginReport` read, so that reading it is no idle work to be left out.
  private var touched: UInt64 = 0

  /// Begins a report with the features it will count: their places are read at once, when the memory can serve many.
  mutating func beginReport(_ features: [StoryTraits.Feature]) {
    reports += 1
    var all: UInt64 = 0
    for feature in features { all ^= slots[home(feature.key)] }
    touched = all
    if filled > mostKeys { rebuild(capacity: slots.count, least: 2) }
  }

  /// Counts a feature of the report that has begun; returns how rare it is now.
  mutating func count(_ key: UInt32) -> Float {
    if filled * 4 > slots.count * 3 { rebuild(capacity: slots.count * 2, least: 1) }
    let place = place(key)
    if slots[place] == 0 {
      slots[place] = UInt64(key) << 32 | UInt64(Background.shared.step(of: key)) << 24
      filled += 1
    }
    if slots[place] & Self.countMask < Self.countMask { slots[place] += 1 }
    return rareness(slots[place])
  }

  /// How rare a feature is now: the logarithm of how few reports have it, those of the background among them, to the power.
  func rareness(_ key: UInt32) -> Float {
    let slot = slots[place(key)]
    return rareness(slot != 0 ? slot : UInt64(Background.shared.step(of: key)) << 24 | 1)
  }

  private func rareness(_ slot: UInt64) -> Float {
    let step = Int(slot >> 24 & 0xFF)
    let ratio = (Float(reports) + background) / (Float(slot & Self.countMask) + shares[step])
    return table[max(0, min(table.count - 1, Int(ratio.bitPattern >> 17) - 127 * 64))]
  }

  /// Keys are hashes: their upper bits say where they stand, so that a report's keys, in order, walk the memory in order.
  private func home(_ key: UInt32) -> Int { Int(key >> UInt32(32 - slots.count.trailingZeroBitCount)) }

  private func place(_ key: UInt32) -> Int {
    let mask = slots.count - 1
    var place = home(key)
    while slots[place] != 0, slots[place] >> 32 != UInt64(key) { place = (place + 1) & mask }
    return place
  }

  private mutating func rebuild(capacity: Int, least: UInt64) {
    let old = slots
    slots = [UInt64](repeating: 0, count: capacity)
    filled = 0
    for slot in old where slot & Self.countMask >= least {
      slots[place(UInt32(slot >> 32))] = slot
      filled += 1
    }
  }
}
