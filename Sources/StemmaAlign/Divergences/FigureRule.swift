import StemmaModel

/// Other numbers for the same thing.
struct FigureRule: DivergenceRule {
  /// What conversion and rounding may change: two metres are 6.6 feet.
  static let tolerance = 0.03
  /// A later report's larger toll is news, not a contradiction.
  static let updateDays = 1

  func divergences(in view: CollationView) -> [Divergence] {
    view.collation.figures.compactMap { figure in
      let readings = Readings(figure, in: view)
      guard readings.byReport.count > 1 else { return nil }
      let standard = readings.standard
      let differ = readings.byReport.filter { _, mentions in !mentions.contains { alike($0.value, standard) } }
      guard !differ.isEmpty else { return nil }
      let others = readings.byReport.filter { _, mentions in mentions.contains { alike($0.value, standard) } }
      guard !others.isEmpty else { return nil }
      let reports = differ.keys.sorted()
      let against = others.keys.sorted()
      let isToll = readings.isToll
      let update =
        isToll
        && differ.allSatisfy { siglum, mentions in
          readings.isUpdate(siglum, mentions, against: others, standard: standard)
        }
      let said = differ.sorted { $0.key < $1.key }.map { "\($0.key) has “\(view.reading($0.value[0].place))”" }.joined(
        separator: ", ")
      return Divergence(
        .figure, isToll && !update ? .high : .medium, claim: view.claim(at: differ[reports[0]]![0].place),
        reports: reports,
        against: against, places: (reports + against).map { readings.byReport[$0]![0].place }.sorted(),
        explanation: said
          + "; \(view.list(against)) \(view.has(against)) “\(view.reading(others[against[0]]![0].place))”"
          + (update ? ". The later report may be an update." : "."))
    }
  }

  private func alike(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= Self.tolerance * max(abs(a), abs(b))
  }
}

/// The readings of one quantity, report by report.
struct Readings {
  struct Reading {
    var value: Double
    var mention: FigureMention
    var place: Place
  }

  var byReport: [Siglum: [Reading]] = [:]
  /// The value of the best-attested reading.
  var standard: Double
  private let view: CollationView

  init(_ figure: Figure, in view: CollationView) {
    self.view = view
    for variant in figure.variants {
      let mention = view.story[variant.report].figures[variant.mention]
      byReport[variant.report, default: []].append(
        Reading(value: Self.base(mention), mention: mention, place: Place(variant.report, mention.span)))
    }
    let best = figure.variants[figure.best]
    standard = Self.base(view.story[best.report].figures[best.mention])
  }

  /// Lengths in metres, so that feet and kilometres compare; other units as they are.
  static func base(_ mention: FigureMention) -> Double {
    let metres = ["km": 1000.0, "m": 1, "cm": 0.01, "mm": 0.001, "mile": 1609.344, "foot": 0.3048]
    return mention.value * (metres[mention.unit] ?? 1)
  }

  private static let tollWords: Set<String> = [
    "killed", "dead", "died", "deaths", "die", "wounded", "injured", "hurt", "injuries", "casualties", "drowned",
    "missing", "victims", "lives",
  ]

  /// Whether it counts the dead or the hurt.
  var isToll: Bool {
    byReport.values.contains { readings in
      readings.contains { reading in
        guard QuantityKind(reading.mention) == .people else { return false }
        let report = view.story[reading.place.report]
        let around = report.tokenRange(of: reading.place.span)
        let near = max(0, around.lowerBound - 5)..<min(report.tokens.count, around.upperBound + 5)
        return report.tokens[near].contains { Self.tollWords.contains($0.key) }
      }
    }
  }

  func isUpdate(_ siglum: Siglum, _ mentions: [Reading], against others: [Siglum: [Reading]], standard: Double) -> Bool
  {
    guard let own = view.story[siglum].report.published?.moment else { return false }
    let rest = others.keys.compactMap { view.story[$0].report.published?.moment.dayNumber }
    guard let last = rest.max() else { return false }
    return own.dayNumber - last >= FigureRule.updateDays && mentions.allSatisfy { $0.value >= standard }
  }
}
