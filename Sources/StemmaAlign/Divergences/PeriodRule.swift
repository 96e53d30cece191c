import StemmaModel
import StemmaText

/// The same number for another stretch of time.
struct PeriodRule: DivergenceRule {
  func divergences(in view: CollationView) -> [Divergence] {
    view.collation.figures.compactMap { figure in
      let best = figure.variants[figure.best]
      let lemma = view.story[best.report].figures[best.mention]
      let lemmaTime = key(lemma.period)
      guard !lemmaTime.isEmpty else { return nil }
      var differ: [Siglum: Place] = [:]
      var agree: [Siglum: Place] = [:]
      for variant in figure.variants {
        let mention = view.story[variant.report].figures[variant.mention]
        guard FigureGrouper.sameValue(mention, lemma), mention.period != nil else { continue }
        let place = Place(variant.report, mention.span)
        if key(mention.period).isDisjoint(with: lemmaTime) {
          differ[variant.report] = differ[variant.report] ?? place
        } else {
          agree[variant.report] = agree[variant.report] ?? place
        }
      }
      let reports = differ.keys.filter { agree[$0] == nil }.sorted()
      guard !reports.isEmpty, !agree.isEmpty else { return nil }
      let against = agree.keys.sorted()
      let period = figure.variants.first { $0.report == reports[0] }.flatMap {
        view.story[$0.report].figures[$0.mention].period
      }
      return Divergence(
        .period, .low, claim: view.claim(at: differ[reports[0]]!), reports: reports, against: against,
        places: (reports.map { differ[$0]! } + against.map { agree[$0]! }).sorted(),
        explanation: "\(view.list(reports)) \(view.has(reports)) it for “\(period ?? "")”, "
          + "\(view.list(against)) for “\(lemma.period ?? "")”.")
    }
  }

  private func key(_ period: String?) -> Set<String> {
    let small: Set<String> = [
      "in", "the", "of", "for", "by", "since", "this", "so", "far", "first", "between", "and", "from", "to",
    ]
    return Set((period ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)).subtracting(small)
  }
}
