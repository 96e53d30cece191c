import StemmaModel

/// The amounts of a story's reports.
struct StoryAmounts: Sendable {
  struct Amount: Hashable, Sendable {
    var kind: QuantityKind
    var value: Double
  }

  /// For each report, in order of place.
  private var places: [[(tokens: Range<Int>, amount: Amount)]]

  init(_ story: Story) {
    places = story.reports.map { report in
      report.figures.map { (report.tokenRange(of: $0.span), Amount(kind: QuantityKind($0), value: $0.value)) }
        .sorted { $0.0.lowerBound < $1.0.lowerBound }
    }
  }

  func amounts(of witnesses: [ClaimDraft.Witness]) -> [Amount] {
    var found: [Amount] = []
    for witness in witnesses {
      let list = places[witness.report]
      var (low, high) = (0, list.count)
      while low < high {
        let middle = (low + high) / 2
        if list[middle].tokens.upperBound <= witness.tokens.lowerBound { low = middle + 1 } else { high = middle }
      }
      while low < list.count, list[low].tokens.lowerBound < witness.tokens.upperBound {
        if !found.contains(list[low].amount) { found.append(list[low].amount) }
        low += 1
      }
    }
    return found
  }

  /// Amounts of one sort, and none the same.
  static func clash(_ a: [Amount], _ b: [Amount]) -> Bool {
    b.contains { x in a.contains { $0.kind == x.kind } } && !b.contains(where: a.contains)
  }
}
