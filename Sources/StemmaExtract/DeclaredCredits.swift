import StemmaModel

/// Credits that markup or a container declares: an agency as author, as source, as holder of the rights.
struct DeclaredCredits {
  private let testimony: [Testimony]

  init(_ testimony: [Testimony]) {
    self.testimony = testimony
  }

  /// Those that the page does not show as well.
  func credits(beyond shown: [Report.Credit]) -> [Report.Credit] {
    var known = Set(shown.map { Mark(agency: $0.agency, kind: $0.kind) })
    var found: [Report.Credit] = []
    for (field, kind) in [(Testimony.Field.credit, Report.Credit.Kind.creditLine), (.byline, .byline)] {
      for said in testimony.all(field) {
        for agency in Agencies.known.all(in: Token.tokens(of: Array(said.value.utf8))) where !agency.isAmbiguous {
          guard known.insert(Mark(agency: agency.name, kind: kind)).inserted else { continue }
          found.append(Report.Credit(agency: agency.name, kind: kind, place: Excerpt(said.value, at: said.span)))
        }
      }
    }
    return found
  }

  private struct Mark: Hashable {
    var agency: String
    var kind: Report.Credit.Kind
  }
}
