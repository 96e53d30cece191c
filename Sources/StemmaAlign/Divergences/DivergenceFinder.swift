import StemmaModel

/// Finds what the reports of a story have differently, rule by rule. Few and right beats many.
struct DivergenceFinder {
  private let view: CollationView

  init(collation: Collation) {
    view = CollationView(collation)
  }

  func divergences() -> [Divergence] {
    let rules: [any DivergenceRule] = [
      FigureRule(), ComparatorRule(), PeriodRule(), DateRule(), AttributionRule(), AnonymizedRule(), AddresseeRule(),
      QuoteAlteredRule(), PseudoQuoteRule(), HedgeRule(), LoadedWordRule(), ReplacementRule(), DanglingRule(),
      ContradictionRule(), AdditionRule(), OmissionRule(),
    ]
    var seen: Set<String> = []
    return rules.flatMap { $0.divergences(in: view) }.filter { divergence in
      // Two clauses of one sentence may show the same thing twice.
      seen.insert("\(divergence.kind) \(divergence.reports) \(divergence.places.map(\.span))").inserted
    }
  }
}

/// One kind of difference. Each rule names its evidence: the passages at odds.
protocol DivergenceRule: Sendable {
  func divergences(in view: CollationView) -> [Divergence]
}
