import StemmaModel

/// Both name the same agency for their text. A photograph's credit says nothing of the text.
struct SharedCredit: PairEvidence {
  /// Nats of each pair of marks. A byline, a credit line or a dateline is of the text; a citation is of a passage.
  static let both = 5.0
  static let oneCites = 0.8
  static let bothCite = 0.5
  static let otherAgency = -2.0

  private let credits: [[Report.Credit]]

  init(_ collation: Collation) {
    credits = collation.story.reports.map(\.report.credits)
  }

  func evidence(_ a: Int, _ b: Int) -> Evidence? {
    let (first, second) = (strengths(a), strengths(b))
    let common = first.keys.filter { second[$0] != nil }.sorted()
    let best = common.max { (first[$0]! + second[$0]!, $1) < (first[$1]! + second[$1]!, $0) }
    guard let agency = best else {
      let (own, others) = (textual(a), textual(b))
      guard !own.isEmpty, !others.isEmpty else { return nil }
      return Evidence(
        .counter, weight: LogOdds(Self.otherAgency),
        note:
          "one credits \(own.sorted().joined(separator: ", ")), the other \(others.sorted().joined(separator: ", "))",
        places: [])
    }
    let (x, y) = (first[agency]!, second[agency]!)
    let weight = x == 2 && y == 2 ? Self.both : x + y == 3 ? Self.oneCites : Self.bothCite
    let places = [(a, credits[a]), (b, credits[b])].flatMap { report, credits in
      credits.filter { $0.agency == agency }.compactMap { credit in
        credit.place.span.map { Place(Siglum(report), $0) }
      }
    }
    return Evidence(.credit, weight: LogOdds(weight), note: "both name \(agency)", places: places.sorted())
  }

  /// By agency: 2 where it is credited with the text, 1 where it is cited or has the photograph.
  private func strengths(_ report: Int) -> [String: Int] {
    var strengths: [String: Int] = [:]
    for credit in credits[report] {
      let strength = Self.isOfText(credit.kind) ? 2 : 1
      strengths[credit.agency] = max(strengths[credit.agency] ?? 0, strength)
    }
    return strengths
  }

  private func textual(_ report: Int) -> Set<String> {
    Set(credits[report].filter { Self.isOfText($0.kind) }.map(\.agency))
  }

  static func isOfText(_ kind: Report.Credit.Kind) -> Bool {
    kind == .byline || kind == .creditLine || kind == .dateline
  }
}
