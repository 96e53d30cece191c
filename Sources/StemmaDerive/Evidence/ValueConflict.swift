import StemmaModel

/// Other numbers for the same thing: two who counted, or one who erred. It speaks for two.
struct ValueConflict: PairEvidence {
  static let natsPerConflict = -0.8
  static let least = -2.4

  private let collation: Collation

  init(_ collation: Collation, _ table: ClaimTable) {
    self.collation = collation
  }

  func evidence(_ a: Int, _ b: Int) -> Evidence? {
    var places: [Place] = []
    for figure in collation.figures {
      let first = mentions(figure, a)
      let second = mentions(figure, b)
      guard let x = first.first, let y = second.first else { continue }
      let agree = first.contains { x in second.contains { abs($0.value - x.value) <= 1e-6 * max($0.value, x.value) } }
      if !agree { places += [Place(Siglum(a), x.span), Place(Siglum(b), y.span)] }
    }
    guard !places.isEmpty else { return nil }
    return Evidence(
      .counter, weight: LogOdds(max(Self.least, Self.natsPerConflict * Double(places.count / 2))),
      note: "other numbers for the same thing", places: places.sorted())
  }

  private func mentions(_ figure: Figure, _ report: Int) -> [FigureMention] {
    figure.variants.filter { $0.report.index == report }.map { collation.story.reports[report].figures[$0.mention] }
  }
}
