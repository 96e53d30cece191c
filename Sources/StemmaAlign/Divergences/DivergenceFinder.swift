import StemmaModel

/// Finds what the reports of a story have differently, rule by rule. Few and right beats many: see the README beside
/// this file for what each rule compares and how severe it calls it.
struct DivergenceFinder {
  private let view: CollationView

  init(collation: Collation) {
    view = CollationView(collation)
  }

  /// In order of their first place.
  func divergences() -> [Divergence] {
    let rules: [any DivergenceRule] = [
      FigureRule(), TollRule(), ComparatorRule(), PeriodRule(), DateRule(), ClockRule(), OccasionRule(),
      AttributionRule(), ChannelRule(), AnonymizedRule(), AddresseeRule(), QuoteAlteredRule(), QuotedTermRule(),
      PseudoQuoteRule(), HedgeRule(), AccusationRule(), LoadedWordRule(), DegreeRule(), ComparisonRule(),
      TermRule(), ReciprocalRule(), DanglingRule(), ContradictionRule(), SequenceRule(), AdditionRule(),
      ObjectionRule(), OmissionRule(),
    ]
    var seen: Set<String> = []
    let found = rules.flatMap { $0.divergences(in: view) }.filter { divergence in
      // Two clauses of one sentence may show the same thing twice.
      seen.insert("\(divergence.kind) \(divergence.reports) \(divergence.places.map(\.span))").inserted
    }
    return found.enumerated()
      .sorted { ($0.element.places[0], $0.offset) < ($1.element.places[0], $1.offset) }.map(\.element)
  }
}

/// One kind of difference. Each rule names its evidence: the passages at odds.
protocol DivergenceRule: Sendable {
  func divergences(in view: CollationView) -> [Divergence]
}

extension Divergence {
  /// The same with each report and each place once and in order; a report that differs is not one it differs from.
  init(
    _ kind: Kind, _ severity: Severity, claim: Int?, differ: some Sequence<Siglum>, from others: some Sequence<Siglum>,
    at places: some Sequence<Place>, _ explanation: String
  ) {
    let reports = Set(differ)
    self.init(
      kind, severity, claim: claim, reports: reports.sorted(), against: Set(others).subtracting(reports).sorted(),
      places: Set(places).sorted(), explanation: explanation)
  }
}
