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
    // "syndication-source": the address of the text that this one repeats.
    for said in testimony.all(.basedOn) {
      guard let host = HostName.host(of: said.value), let agency = Self.hosts[host] else { continue }
      guard known.insert(Mark(agency: agency, kind: .creditLine)).inserted else { continue }
      found.append(Report.Credit(agency: agency, kind: .creditLine, place: Excerpt(said.value, at: said.span)))
    }
    return found
  }

  /// Where agencies publish themselves.
  private static let hosts: [String: String] = [
    "apnews.com": "AP", "reuters.com": "Reuters", "afp.com": "AFP", "dpa.com": "dpa", "efe.com": "EFE",
    "ansa.it": "ANSA",
    "xinhuanet.com": "Xinhua", "tass.com": "TASS", "tass.ru": "TASS", "ria.ru": "RIA Novosti",
    "interfax.ru": "Interfax",
    "bloomberg.com": "Bloomberg", "upi.com": "UPI", "yna.co.kr": "Yonhap", "aa.com.tr": "Anadolu",
    "kyodonews.net": "Kyodo",
    "ptinews.com": "PTI", "aninews.in": "ANI", "bernama.com": "Bernama", "antaranews.com": "Antara", "pap.pl": "PAP",
    "lusa.pt": "Lusa", "aap.com.au": "AAP", "thecanadianpress.com": "Canadian Press",
  ]

  private struct Mark: Hashable {
    var agency: String
    var kind: Report.Credit.Kind
  }
}
