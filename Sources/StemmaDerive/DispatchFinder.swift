import StemmaModel

/// The agency whose dispatch a family prints, and where that is said.
struct Dispatch {
  var agency: String
  var evidence: [Place]
}

/// Gives a lost parent its label, from what the reports themselves say and from nothing else.
struct DispatchFinder {
  var collation: Collation

  /// What a family's marks must weigh. The agency's own eyes in one of several prints are enough, or two marks in
  /// passing; a report alone that names an agency in passing only quotes it.
  static let needed = 2
  static let neededAlone = 3

  func dispatch(of family: [Int]) -> Dispatch? {
    var weights: [String: Int] = [:]
    var places: [String: [Place]] = [:]
    for report in family {
      var best: [String: Int] = [:]
      for credit in collation.story.reports[report].report.credits {
        guard let weight = Self.weight(credit), credit.agency != outlet(report) else { continue }
        best[credit.agency] = max(best[credit.agency] ?? 0, weight)
        if let span = credit.place.span { places[credit.agency, default: []].append(Place(Siglum(report), span)) }
      }
      for (agency, weight) in best { weights[agency, default: 0] += weight }
    }
    let needed = family.count > 1 ? Self.needed : Self.neededAlone
    let ranked = weights.filter { $0.value >= needed }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if let first = ranked.first, ranked.count == 1 || ranked[1].value < first.value {
      return Dispatch(agency: first.key, evidence: (places[first.key] ?? []).sorted())
    }
    return family.count > 1 ? namedByOthers(family) : nil
  }

  private static func weight(_ credit: Report.Credit) -> Int? {
    switch credit.kind {
    case .byline, .creditLine, .dateline: return 3
    case .told, .cited:
      // "a Northwire correspondent saw": the agency was there, and this is its text.
      let words = credit.place.text.lowercased().split { !$0.isLetter }
      return words.contains { Self.staff.contains(String($0)) } ? 2 : 1
    case .photo: return nil
    }
  }

  private static let staff: Set<String> = ["correspondent", "reporter", "witness", "journalist", "photographer"]

  private func outlet(_ report: Int) -> String? { collation.story.reports[report].report.outlet?.name }

  /// A report outside the family lays to an agency the words of a quotation that only the family prints.
  private func namedByOthers(_ family: [Int]) -> Dispatch? {
    var votes: [String: [Place]] = [:]
    let family = Set(family)
    for quote in collation.quotes {
      guard quote.variants.contains(where: { family.contains($0.report.index) }) else { continue }
      for variant in quote.variants where !family.contains(variant.report.index) {
        let annotated = collation.story[variant.report]
        let mention = annotated.quotes[variant.mention]
        guard mention.form != .indirect else { continue }
        let paragraph = annotated.report.passages.first { $0.span.overlaps(mention.span) }?.span ?? mention.span
        for credit in annotated.report.credits where credit.kind == .cited || credit.kind == .told {
          guard let span = credit.place.span, paragraph.contains(span), span.start >= mention.span.end else { continue }
          votes[credit.agency, default: []].append(Place(variant.report, span))
        }
      }
    }
    guard let best = votes.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }).first else { return nil }
    return Dispatch(agency: best.key, evidence: Set(best.value).sorted())
  }
}
