import StemmaModel

/// The same number with another bound: "reached" against "surpassed", "a record" left out.
struct ComparatorRule: DivergenceRule {
  func divergences(in view: CollationView) -> [Divergence] {
    view.collation.figures.flatMap { figure -> [Divergence] in
      let readings = Readings(figure, in: view)
      let best = figure.variants[figure.best]
      let lemma = view.story[best.report].figures[best.mention]
      var groups: [FigureMention.Comparator: [(Siglum, Place)]] = [:]
      for (siglum, mentions) in readings.byReport.sorted(by: { $0.key < $1.key }) {
        let same = mentions.filter { FigureGrouper.sameValue($0.mention, lemma) }
        guard !same.isEmpty, !same.contains(where: { agree($0.mention.comparator, lemma.comparator) }) else { continue }
        groups[same[0].mention.comparator, default: []].append((siglum, same[0].place))
      }
      let standing = readings.byReport.filter { _, mentions in
        mentions.contains {
          FigureGrouper.sameValue($0.mention, lemma) && agree($0.mention.comparator, lemma.comparator)
        }
      }.keys.sorted()
      guard !standing.isEmpty else { return [] }
      return groups.sorted { $0.key.rawValue < $1.key.rawValue }.map { comparator, found in
        let reports = found.map(\.0)
        let places = found.map(\.1) + standing.map { readings.byReport[$0]![0].place }
        return Divergence(
          .comparator, severity(comparator, lemma.comparator), claim: view.claim(at: found[0].1), reports: reports,
          against: standing, places: places.sorted(),
          explanation: "\(view.list(reports)) \(view.has(reports)) “\(view.reading(found[0].1))”, "
            + "\(view.list(standing)) \(view.has(standing)) “\(view.reading(Place(best.report, lemma.span)))”.")
      }
    }
  }

  private func agree(_ a: FigureMention.Comparator, _ b: FigureMention.Comparator) -> Bool { a == b }

  /// A number that becomes a bound says something else; one that becomes approximate says less.
  private func severity(_ a: FigureMention.Comparator, _ b: FigureMention.Comparator) -> Divergence.Severity {
    let bounds: Set<FigureMention.Comparator> = [.moreThan, .lessThan, .almost]
    return bounds.contains(a) != bounds.contains(b) ? .medium : .low
  }
}
