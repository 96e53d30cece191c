import StemmaModel
import StemmaText

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
      FigureRule(), AgeRule(), TollRule(), ComparatorRule(), PeriodRule(), DateRule(), ClockRule(), OccasionRule(),
      AttributionRule(), ChannelRule(), AnonymizedRule(), AddresseeRule(), QuoteAlteredRule(), QuotedTermRule(),
      PseudoQuoteRule(), HedgeRule(), AccusationRule(), LoadedWordRule(), DegreeRule(), ComparisonRule(),
      TermRule(), SpellingRule(), VerdictRule(), ReciprocalRule(), DanglingRule(), ContradictionRule(), RoleRule(),
      AccountRule(), CommentRule(),
      SequenceRule(), AdditionRule(), ObjectionRule(), OmissionRule(),
    ]
    let found = Parallel.map(rules.count) { rules[$0].divergences(in: view) }.flatMap { $0 }
    return merged(found).map(unfolded).enumerated()
      .sorted { ($0.element.places[0], $0.offset) < ($1.element.places[0], $1.offset) }.map(\.element)
  }

  /// With the reports whose words are the same as those of a report that was compared in their place.
  private func unfolded(_ divergence: Divergence) -> Divergence {
    guard let claim = divergence.claim, view.readings[claim].contains(where: { !$0.copies.isEmpty }) else {
      return divergence
    }
    let known = Set(divergence.reports + divergence.against)
    var (own, others) = ([Siglum](), [Siglum]())
    var places: [Place] = []
    for reading in view.readings[claim] where !reading.copies.isEmpty && known.contains(reading.report) {
      let copies = reading.copies.filter { !known.contains($0) }
      if divergence.reports.contains(reading.report) { own += copies } else { others += copies }
      for place in divergence.places where place.report == reading.report {
        places += copies.compactMap { view.counterpart(of: place, reading, in: $0, of: claim) }
      }
    }
    guard !own.isEmpty || !others.isEmpty else { return divergence }
    let same = [
      own.isEmpty
        ? "" : " \(view.list(own.sorted(), "has", "have")) the same words as \(view.list(divergence.reports)).",
      others.isEmpty
        ? "" : " \(view.list(others.sorted(), "has", "have")) the same as \(view.list(divergence.against)).",
    ]
    return Divergence(
      divergence.kind, divergence.severity, claim: claim, differ: divergence.reports + own,
      from: divergence.against + others, at: divergence.places + places, divergence.explanation + same.joined())
  }

  private struct Spot: Hashable {
    var kind: Divergence.Kind
    var place: Place
  }

  /// Two clauses of one sentence may show the same thing twice: what a rule finds at one place is one divergence.
  private func merged(_ found: [Divergence]) -> [Divergence] {
    var kept: [Divergence] = []
    var at: [Spot: [Int]] = [:]
    for next in found where !next.places.isEmpty {
      func key(_ place: Place) -> Spot { Spot(kind: next.kind, place: place) }
      let known = Set(next.places.flatMap { at[key($0)] ?? [] }).sorted()
      if let same = known.first(where: { isSame(kept[$0], next) }) {
        let both = [kept[same], next]
        let lead = next.reports.count > kept[same].reports.count ? next : kept[same]
        kept[same] = Divergence(
          next.kind, severer(both[0].severity, both[1].severity), claim: lead.claim, differ: both.flatMap(\.reports),
          from: both.flatMap(\.against), at: both.flatMap(\.places), lead.explanation)
        for place in next.places { at[key(place), default: []].append(same) }
      } else if !known.contains(where: { isReverse(kept[$0], next) }) {
        for place in next.places { at[key(place), default: []].append(kept.count) }
        kept.append(next)
      }
    }
    return kept
  }

  /// The reports of one are among the other's, and a passage of theirs is the same.
  private func isSame(_ a: Divergence, _ b: Divergence) -> Bool {
    let reports = Set(a.reports)
    guard reports.isSubset(of: b.reports) || reports.isSuperset(of: b.reports) else { return false }
    return !Set(a.places.filter { a.reports.contains($0.report) }).isDisjoint(with: b.places)
  }

  /// The same seen from the other side.
  private func isReverse(_ a: Divergence, _ b: Divergence) -> Bool {
    !Set(a.reports).isDisjoint(with: b.against) && !Set(a.against).isDisjoint(with: b.reports)
  }

  private func severer(_ a: Divergence.Severity, _ b: Divergence.Severity) -> Divergence.Severity {
    let order = Divergence.Severity.allCases
    return order[min(order.firstIndex(of: a)!, order.firstIndex(of: b)!)]
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
