import StemmaModel

/// Somebody's word becomes the report's own: the source is dropped.
struct AttributionRule: DivergenceRule {
  func divergences(in view: CollationView) -> [Divergence] {
    view.collation.claims.indices.compactMap { claim in
      let witnesses = view.witnesses[claim]
      guard witnesses.count > 1 else { return nil }
      var named: [Siglum: Place] = [:]
      var bare: [Siglum: Place] = [:]
      for (siglum, witness) in witnesses {
        if let attribution = view.attribution(witness) {
          if [.person, .organization, .document].contains(attribution.source.kind) {
            named[siglum] = attribution.source.mention.map { Place(siglum, $0) } ?? witness.place
          }
        } else if !isCarried(witness, in: view) {
          bare[siglum] = witness.place
        }
      }
      guard let from = lead(named, claim, view), !bare.isEmpty else { return nil }
      let reports = bare.keys.sorted()
      let against = named.keys.sorted()
      let source = view.attribution(witnesses[from]!)!.source.name
      return Divergence(
        .attribution, .medium, claim: claim, reports: reports, against: against,
        places: (reports.map { bare[$0]! } + against.map { named[$0]! }).sorted(),
        explanation: "\(view.list(reports)) \(reports.count == 1 ? "says" : "say") it without a source; "
          + "\(view.list(against)) \(against.count == 1 ? "lays" : "lay") it to \(source).")
    }
  }

  /// The report whose source is shown: the lemma's, else the first.
  private func lead(_ named: [Siglum: Place], _ claim: Int, _ view: CollationView) -> Siglum? {
    let lemma = view.collation.claims[claim].lemmaPlace.report
    return named[lemma] != nil ? lemma : named.keys.min()
  }

  /// Whether the sentence names its source although the witness lies outside what is laid to it, or is a headline.
  private func isCarried(_ witness: Claim.Witness, in view: CollationView) -> Bool {
    let report = view.story[witness.place.report]
    guard let statement = view.statement(witness.place) else { return true }
    if report.report.passages[statement.passage].kind != .paragraph { return true }
    return report.attributions.contains {
      $0.content.overlaps(statement.span) || ($0.cueSpan.map { statement.span.overlaps($0) } ?? false)
    }
  }
}
