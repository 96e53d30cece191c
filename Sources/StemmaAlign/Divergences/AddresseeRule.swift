import StemmaModel

/// The same words, said to somebody else.
struct AddresseeRule: DivergenceRule {
  func divergences(in view: CollationView) -> [Divergence] {
    view.collation.quotes.compactMap { quote in
      var told: [Siglum: (name: String, place: Place)] = [:]
      for variant in quote.variants where told[variant.report] == nil {
        let report = view.story[variant.report]
        let mention = report.quotes[variant.mention]
        guard let index = mention.attribution, let addressee = report.attributions[index].addressee else { continue }
        let around = report.statements.first { $0.span.overlaps(mention.span) }?.span ?? mention.span
        told[variant.report] = (
          addressee, Place(variant.report, passage(of: addressee, in: around, of: report) ?? around)
        )
      }
      guard told.count > 1 else { return nil }
      let groups = Dictionary(grouping: told.keys.sorted()) { siglum in
        told.keys.sorted().first { view.mayBeOne(told[$0]!.name, told[siglum]!.name) }!
      }
      guard groups.count > 1 else { return nil }
      let ranked = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      let against = ranked[0].value
      let reports = ranked.dropFirst().flatMap(\.value).sorted()
      let first = quote.variants.first { $0.report == reports[0] }!
      return Divergence(
        .addressee, .high,
        claim: view.claim(at: Place(first.report, view.story[first.report].quotes[first.mention].span)),
        reports: reports, against: against, places: (reports + against).map { told[$0]!.place }.sorted(),
        explanation: "\(view.list(reports)) \(view.has(reports)) it said to \(told[reports[0]]!.name), "
          + "\(view.list(against)) to \(told[against[0]]!.name).")
    }
  }

  /// Where the sentence names the one spoken to.
  private func passage(of name: String, in span: TextSpan, of report: AnnotatedReport) -> TextSpan? {
    let words = Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    let tokens = report.tokenRange(of: span).filter { words.contains(report.tokens[$0].key) }
    guard let first = tokens.first, let last = tokens.last else { return nil }
    return report.span(of: first..<(last + 1))
  }
}
