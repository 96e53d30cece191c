import StemmaModel

/// Something that only one report has and lays to nobody, although most of the rest of it stands in the others too.
struct AdditionRule: DivergenceRule {
  /// The share of a report's claims that others have at which what is left is an addition, not its own reporting.
  static let derivedShare = 0.6
  static let mostOfReport = 4

  func divergences(in view: CollationView) -> [Divergence] {
    guard view.story.reports.count > 1 else { return [] }
    return view.story.sigla.flatMap { siglum -> [Divergence] in
      let own = view.collation.claims.indices.filter { view.witnesses[$0][siglum] != nil }
      let alone = own.filter { view.witnesses[$0].count == 1 }
      guard Double(own.count - alone.count) >= Self.derivedShare * Double(max(1, own.count)) else { return [] }
      return alone.compactMap { claim -> Divergence? in
        let witness = view.witnesses[claim][siglum]!
        let report = view.story[siglum]
        guard witness.attribution == nil, let statement = view.statement(witness.place),
          report.report.passages[statement.passage].kind == .paragraph,
          !report.quotes.contains(where: { $0.span.overlaps(witness.place.span) })
        else { return nil }
        return Divergence(
          .addition, .low, claim: claim, reports: [siglum], against: [], places: [witness.place],
          explanation: "Only \(siglum) has “\(view.reading(witness.place))”, and names no source for it.")
      }.prefix(Self.mostOfReport).map { $0 }
    }
  }
}
