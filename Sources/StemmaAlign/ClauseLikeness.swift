import StemmaModel

/// How far two clauses say the same, as far as their words can tell: 0…1.
struct ClauseLikeness {
  var story: Story
  var words: StoryWords

  /// The part of the measure that looks at the longer clause; the rest looks at the shorter, since a clause of one
  /// report is often half a clause of another.
  static let longerShare = 0.4

  /// - Complexity: O(words of both).
  func callAsFunction(_ a: Clause, _ b: Clause) -> Double {
    let common = words.common(a.words, b.words)
    guard !common.isEmpty else { return 0 }
    let shared = words.sharedWeight(a.words, b.words)
    let (short, long) = a.weight < b.weight ? (a.weight, b.weight) : (b.weight, a.weight)
    var likeness = shared / max(1e-9, Self.longerShare * long + (1 - Self.longerShare) * short)
    // A single word in common is a topic, not a claim.
    if common.count == 1, a.words.count > 2, b.words.count > 2 { likeness *= 0.6 }
    switch figureAgreement(a, b) {
    case .agree: likeness += 0.2
    case .differ: likeness -= 0
    case .unlike: likeness -= 0.1
    case .none: break
    }
    if a.isNegated != b.isNegated { likeness -= 0.05 }
    likeness -= 0 * abs(a.position - b.position)
    return max(0, min(1, likeness))
  }

  enum FigureAgreement {
    case agree, differ, unlike, none
  }

  /// Whether the amounts in two clauses are the same, or the same quantity with other values, or two quantities.
  func figureAgreement(_ a: Clause, _ b: Clause) -> FigureAgreement {
    guard !a.figures.isEmpty, !b.figures.isEmpty else { return .none }
    let first = a.figures.map { story.reports[a.report].figures[$0] }
    let second = b.figures.map { story.reports[b.report].figures[$0] }
    var sameUnit = false
    for x in first {
      for y in second where FigureGrouper.sameUnit(x, y) {
        if FigureGrouper.sameValue(x, y) { return .agree }
        sameUnit = true
      }
    }
    return sameUnit ? .differ : .unlike
  }
}
