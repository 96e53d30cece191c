import StemmaModel

/// How likely two passages give one utterance: whether one has the matter of the other, by whose word, and what else
/// they have in common.
struct QuoteLikeness {
  let words: StoryWords

  /// Likeness at which two passages of one speaker are one utterance, and that of their groups on average.
  static let least = 0.36
  static let leastMean = 0.22
  /// What it adds that the passages before both, or behind both, are one utterance too.
  static let sameNeighbourBonus = 0.18
  /// Likeness from which on that is looked at.
  static let leastOfNeighbours = 0.15
  /// At which a fragment is cut from a passage that does not have it word for word.
  static let leastOfFragment = 0.62
  /// At which they are, whatever else their groups have.
  static let sure = 0.97
  /// What it takes more where it is open who speaks, or where the sources are called unlike things.
  static let alikePenalty = 0.1
  static let openPenalty = 0.2
  static let unlikePenalty = 0.35
  /// Both give the same figure, or stand in the same claim.
  static let sameFigureBonus = 0.15
  static let sameClaimBonus = 0.15
  static let sameClaimBonusOfOthers = 0.08
  /// What two passages of one speaker are alike at the least if they stand in one claim, whatever their words.
  static let sameClaim = 0.4
  /// One says that it was so, the other that it was not.
  static let negationPenalty = 0.3
  /// Nats in common below which nothing is said, unless all is the same.
  static let leastWeight = 5.0
  static let leastWeightOfOthers = 7.0
  static let leastWeightOfNeighbours = 2.0

  /// 0 for two persons, and for passages that have little in common.
  ///
  /// - Complexity: O(words of both).
  func callAsFunction(_ a: QuotePassage, _ b: QuotePassage, _ kinship: QuotedSource.Kinship) -> Double {
    guard kinship != .other else { return 0 }
    let least = min(a.weight, b.weight)
    guard least > 0 else { return a.keys == b.keys ? 1 : 0 }
    let shared = words.sharedWeight(a.words, b.words)
    let share = shared / least
    let isOneClaim = Self.meet(a.claims, b.claims)
    if a.isFragment || b.isFragment {
      if share >= 0.95, Self.has(a.keys, b.keys) || Self.has(b.keys, a.keys) {
        // A single word is anybody's.
        if kinship != .same, kinship != .alike, min(a.keys.count, b.keys.count) < 2 { return 0 }
        return kinship == .unlike ? Self.least : 1
      }
      guard kinship == .same else { return 0 }
      let value = share + (isOneClaim ? Self.sameClaimBonus : 0)
      return value >= Self.leastOfFragment ? min(value, Self.sure) : 0
    }
    if isOneClaim, kinship == .same { return max(Self.sameClaim, min(1, share + Self.sameClaimBonus)) }
    let isWhole = share >= 0.95 && min(a.words.count, b.words.count) > 1
    guard shared >= (kinship == .same ? Self.leastWeight : Self.leastWeightOfOthers) || isWhole else {
      // Too little to go by, unless what stands before and behind is the same.
      return kinship == .same && shared >= Self.leastWeightOfNeighbours ? min(share, Self.least - 0.01) : 0
    }
    var value = share
    if Self.meet(a.figures, b.figures) { value += Self.sameFigureBonus }
    if isOneClaim { value += kinship == .same ? Self.sameClaimBonus : Self.sameClaimBonusOfOthers }
    if a.isNegated != b.isNegated, kinship != .same { value -= Self.negationPenalty }
    switch kinship {
    case .same: break
    case .alike: value -= share < Self.sure ? Self.alikePenalty : 0
    case .open: value -= share < Self.sure ? Self.openPenalty : 0
    case .unlike, .other: value -= Self.unlikePenalty
    }
    return max(0, min(1, value))
  }

  /// Whether some words stand in others in one run.
  private static func has(_ long: [Int32], _ short: [Int32]) -> Bool {
    guard !short.isEmpty, short.count <= long.count else { return false }
    return (0...(long.count - short.count)).contains { start in
      short.indices.allSatisfy { long[start + $0] == short[$0] }
    }
  }

  private static func meet(_ a: [Int32], _ b: [Int32]) -> Bool { a.contains { b.contains($0) } }
}
