import StemmaModel

/// Other numbers for the same thing: two who counted, or one who erred. It speaks for two.
struct ValueConflict: PairEvidence {
  static let natsPerConflict = -0.8
  static let least = -2.4

  /// For each report its mentions of each quantity that is in several reports, in order of quantity.
  private var mentions: [[(figure: Int, mentions: [FigureMention])]]

  init(_ collation: Collation) {
    mentions = Array(repeating: [], count: collation.story.reports.count)
    for (index, figure) in collation.figures.enumerated() where figure.variants.count > 1 {
      for variant in figure.variants {
        let report = variant.report.index
        if mentions[report].last?.figure != index { mentions[report].append((index, [])) }
        mentions[report][mentions[report].count - 1].mentions.append(
          collation.story.reports[report].figures[variant.mention])
      }
    }
  }

  /// - Complexity: O(quantities of both).
  func evidence(_ a: Int, _ b: Int) -> Evidence? {
    var places: [Place] = []
    var (i, j) = (0, 0)
    while i < mentions[a].count, j < mentions[b].count {
      let (first, second) = (mentions[a][i], mentions[b][j])
      if first.figure == second.figure {
        let agree = first.mentions.contains { x in
          second.mentions.contains { abs($0.value - x.value) <= 1e-6 * max($0.value, x.value) }
        }
        if !agree {
          places += [Place(Siglum(a), first.mentions[0].span), Place(Siglum(b), second.mentions[0].span)]
        }
      }
      if first.figure <= second.figure { i += 1 }
      if second.figure <= first.figure { j += 1 }
    }
    guard !places.isEmpty else { return nil }
    return Evidence(
      .counter, weight: LogOdds(max(Self.least, Self.natsPerConflict * Double(places.count / 2))),
      note: "other numbers for the same thing", places: places.sorted())
  }
}
