import StemmaModel

/// A claim in the making: where it stands in each report that carries it.
struct ClaimDraft {
  struct Witness: Hashable {
    var report: Int
    /// In the report's tokens.
    var tokens: Range<Int>

    /// Whether it stands in the text, and not in a headline or a caption.
    func isBody(in story: Story) -> Bool {
      let annotated = story.reports[report]
      let statement = StatementMentions.statements(of: annotated.span(of: tokens), in: annotated).first
      return statement.map { annotated.report.passages[annotated.statements[$0].passage].kind == .paragraph } ?? false
    }
  }

  /// In order of report and place; those of one report do not overlap.
  var witnesses: [Witness]
  /// The amount that the claim was drafted from, an index into the collation's figures; nil for one of clauses.
  var figure: Int?

  init(_ witnesses: [Witness], figure: Int? = nil) {
    self.witnesses = Self.united(witnesses)
    self.figure = figure
  }

  mutating func add(_ others: [Witness]) { witnesses = Self.united(witnesses + others) }

  /// The reports that carry it, each once, in order.
  var reports: [Int] {
    var reports: [Int] = []
    for witness in witnesses where reports.last != witness.report { reports.append(witness.report) }
    return reports
  }

  /// In order, and those that overlap as one.
  private static func united(_ witnesses: [Witness]) -> [Witness] {
    var kept: [Witness] = []
    for next in witnesses.sorted(by: {
      ($0.report, $0.tokens.lowerBound, $0.tokens.upperBound) < ($1.report, $1.tokens.lowerBound, $1.tokens.upperBound)
    }) {
      if let last = kept.last, last.report == next.report, last.tokens.overlaps(next.tokens) {
        kept[kept.count - 1].tokens =
          last.tokens.lowerBound..<max(last.tokens.upperBound, next.tokens.upperBound)
      } else {
        kept.append(next)
      }
    }
    return kept
  }
}
