import Foundation

/// Draws that are the same on every machine: SplitMix64 (Steele, Lea, Flood 2014).
struct SplitMix {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// 0 ≤ x < 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// 0 ≤ x < count.
  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }

  /// One of several with probability by their log-weights; nil if none has any.
  mutating func choose(_ logWeights: [Double]) -> Int? {
    guard let top = logWeights.max(), top > -.infinity else { return nil }
    var left = unit() * logWeights.reduce(0) { $0 + exp($1 - top) }
    for (index, weight) in logWeights.enumerated() {
      left -= exp(weight - top)
      if left < 0 { return index }
    }
    return logWeights.lastIndex { $0 == top }
  }
}
