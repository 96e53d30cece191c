import StemmaModel

/// Each says that it saw or heard for itself: "our correspondent", "told this newspaper".
struct OwnReporting: PairEvidence {
  static let nats = -1.5

  private let own: [[TextSpan]]

  init(_ collation: Collation) {
    own = collation.story.reports.map { report in
      let outlet = report.report.outlet?.name.lowercased()
      return report.attributions.filter { attribution in
        if attribution.source.kind == .reporter { return true }
        guard let outlet, let addressee = attribution.addressee?.lowercased() else { return false }
        return addressee == outlet || addressee.contains(outlet)
      }.compactMap { $0.source.mention ?? $0.cueSpan }
    }
  }

  func evidence(_ a: Int, _ b: Int) -> Evidence? {
    guard let first = own[a].first, let second = own[b].first else { return nil }
    return Evidence(
      .counter, weight: LogOdds(Self.nats), note: "each names a reporter of its own",
      places: [Place(Siglum(a), first), Place(Siglum(b), second)])
  }
}
