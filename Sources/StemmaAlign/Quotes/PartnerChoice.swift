/// Leaves out what is alike only because a speech keeps to its topic: two passages each of which is far more like another
/// one of the other's report.
struct PartnerChoice {
  /// How much more alike the other must be.
  static let margin = 0.25
  /// Reports of one passage that are looked at.
  private static let mostReports = 8

  private let passages: [QuotePassage]
  /// By passage and report, the likeness of the most alike there.
  private var best: [UInt64: Double] = [:]

  init(_ edges: [AnchorLinkage.Edge], _ passages: [QuotePassage]) {
    self.passages = passages
    for edge in edges {
      note(edge.likeness, of: edge.a, in: edge.b)
      note(edge.likeness, of: edge.b, in: edge.a)
    }
  }

  func kept(_ edges: [AnchorLinkage.Edge]) -> [AnchorLinkage.Edge] {
    edges.filter { !hasBetter($0.a, than: $0.likeness, in: $0.b) || !hasBetter($0.b, than: $0.likeness, in: $0.a) }
  }

  private func key(_ passage: Int, _ report: Int32) -> UInt64 { UInt64(passage) << 32 | UInt64(report) }

  private mutating func note(_ likeness: Double, of passage: Int, in other: Int) {
    for report in passages[other].reports.prefix(Self.mostReports) {
      let key = key(passage, report)
      best[key] = max(best[key] ?? 0, likeness)
    }
  }

  private func hasBetter(_ passage: Int, than likeness: Double, in other: Int) -> Bool {
    passages[other].reports.prefix(Self.mostReports).contains { report in
      (best[key(passage, report)] ?? 0) >= likeness + Self.margin
    }
  }
}
