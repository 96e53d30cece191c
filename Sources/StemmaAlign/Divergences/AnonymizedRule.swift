import StemmaModel

/// A named source becomes "experts", "officials", "one of them".
struct AnonymizedRule: DivergenceRule {
  func divergences(in view: CollationView) -> [Divergence] {
    view.collation.claims.indices.compactMap { claim in
      var named: [Siglum: (Place, String)] = [:]
      var anonymous: [Siglum: (Place, String)] = [:]
      for (siglum, witness) in view.witnesses[claim] {
        guard let attribution = view.attribution(witness) else { continue }
        let place = attribution.source.mention.map { Place(siglum, $0) } ?? witness.place
        switch attribution.source.kind {
        case .person, .organization: named[siglum] = (place, attribution.source.name)
        case .unnamed: anonymous[siglum] = (place, attribution.source.name)
        case .document, .agency, .reporter: break
        }
      }
      guard !named.isEmpty, !anonymous.isEmpty else { return nil }
      let reports = anonymous.keys.sorted()
      let against = named.keys.sorted()
      return Divergence(
        .anonymized, .high, claim: claim, reports: reports, against: against,
        places: (reports.map { anonymous[$0]!.0 } + against.map { named[$0]!.0 }).sorted(),
        explanation:
          "\(view.list(reports)) \(reports.count == 1 ? "lays" : "lay") it to “\(anonymous[reports[0]]!.1)”, "
          + "\(view.list(against)) to \(named[against[0]]!.1) by name.")
    }
  }
}
