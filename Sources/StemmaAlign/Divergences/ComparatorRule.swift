import StemmaModel

/// The same number with another bound: "reached" against "surpassed", "a record" left out.
struct ComparatorRule: DivergenceRule {
  /// "over two fences" is a leap, "over three seasons" a time: as a bound, "over" goes with larger numbers.
  static let smallest = 10.0

  func divergences(in view: CollationView) -> [Divergence] {
    view.quantities.flatMap { quantity -> [Divergence] in
      let same = quantity.reports(with: quantity.standard)
      guard same.count > 1 else { return [] }
      let bounds = same.map { report in
        quantity.byReport[report]!.filter { Quantity.alike($0.value, quantity.standard) }
      }
      // The bound that most reports have; of equals the one read first.
      var votes: [FigureMention.Comparator: Int] = [:]
      for own in bounds {
        for comparator in Set(own.map(\.mention.comparator)) { votes[comparator, default: 0] += 1 }
      }
      let lead = bounds.indices.max {
        (votes[bounds[$0][0].mention.comparator]!, $1) < (votes[bounds[$1][0].mention.comparator]!, $0)
      }!
      let usual = bounds[lead][0].mention.comparator
      let standing = bounds.compactMap { $0.first { $0.mention.comparator == usual } }
      let others = bounds.filter { !$0.contains { $0.mention.comparator == usual } }.map { $0[0] }
        .filter { isBound($0, in: view) && isBound(standing[0], in: view) && quantity.mayBeOne($0, standing, in: view) }
      return FigureMention.Comparator.allCases.compactMap { comparator in
        let own = others.filter { $0.mention.comparator == comparator }
        guard let first = own.first else { return nil }
        let (reports, against) = (own.map(\.place.report), standing.map(\.place.report))
        return Divergence(
          .comparator, severity(comparator, usual), claim: view.claim(at: first.place), differ: reports, from: against,
          at: (own + standing).map(\.place),
          "\(view.list(reports, "says", "say")) \(view.quoted(first.place)); "
            + "\(view.list(against, "says", "say")) \(view.quoted(standing[0].place)).")
      }
    }
  }

  private func isBound(_ reading: Quantity.Reading, in view: CollationView) -> Bool {
    guard reading.mention.comparator == .moreThan, reading.value < Self.smallest else { return true }
    let report = view.story[reading.place.report]
    let tokens = report.tokenRange(of: reading.place.span)
    return !report.tokens[max(0, tokens.lowerBound - 1)..<tokens.upperBound].contains { $0.key == "over" }
  }

  /// A number that becomes a bound says something else; one that becomes approximate, or no record, says less.
  private func severity(_ a: FigureMention.Comparator, _ b: FigureMention.Comparator) -> Divergence.Severity {
    let bounds: Set<FigureMention.Comparator> = [.moreThan, .lessThan, .almost]
    return bounds.contains(a) != bounds.contains(b) ? .medium : .low
  }
}
