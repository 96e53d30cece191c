import StemmaModel
import StemmaText

/// The same words, said to somebody else. One divergence for each pair of addressees.
struct AddresseeRule: DivergenceRule {
  /// Reports of one quotation that are compared.
  static let mostReports = 40
  /// Words of a name.
  static let mostWords = 5

  func divergences(in view: CollationView) -> [Divergence] {
    var found: [Divergence] = []
    var byPair: [String: Int] = [:]
    for quote in view.collation.quotes {
      guard let next = divergence(quote, in: view) else { continue }
      let key = "\(next.names.sorted()) \(next.divergence.reports)"
      if let known = byPair[key] {
        let all = [found[known], next.divergence]
        found[known] = Divergence(
          .addressee, .high, claim: found[known].claim, differ: found[known].reports, from: all.flatMap(\.against),
          at: all.flatMap(\.places), found[known].explanation)
      } else {
        byPair[key] = found.count
        found.append(next.divergence)
      }
    }
    return found
  }

  private func divergence(_ quote: Quote, in view: CollationView) -> (names: [String], divergence: Divergence)? {
    var told: [Siglum: (name: String, place: Place, quote: Place)] = [:]
    for variant in quote.variants where told[variant.report] == nil && told.count < Self.mostReports {
      let report = view.story[variant.report]
      let mention = report.quotes[variant.mention]
      let own = Place(variant.report, mention.span)
      guard view.isParagraph(own), let index = mention.attribution,
        let addressee = report.attributions[index].addressee,
        isAudience(addressee), let sentence = report.statement(around: mention.span)
      else { continue }
      let place = passage(of: addressee, in: sentence.span, of: report)
      told[variant.report] = (addressee, Place(variant.report, place ?? sentence.span), own)
    }
    guard let first = told.keys.min() else { return nil }
    // A passage that says something else, or in other words than can be compared, is not the same said to another.
    let matter = view.matter(told[first]!.quote)
    told = told.filter { $0.key == first || matter.isKin(to: view.matter($0.value.quote)) }
    guard told.count > 1 else { return nil }
    var groups: [[Siglum]] = []
    for siglum in told.keys.sorted() {
      if let known = groups.firstIndex(where: { areOne(told[$0[0]]!.name, told[siglum]!.name, in: view) }) {
        groups[known].append(siglum)
      } else {
        groups.append([siglum])
      }
    }
    guard groups.count > 1 else { return nil }
    // The addressee most reports have; of equals the one named where the quotation is best attested.
    let best = quote.variants[quote.best].report
    let usual = groups.max {
      ($0.count, $0.contains(best) ? 1 : 0, $1[0]) < ($1.count, $1.contains(best) ? 1 : 0, $0[0])
    }!
    let reports = groups.filter { $0 != usual }.flatMap { $0 }.sorted()
    let (own, other) = (told[reports[0]]!.name, told[usual[0]]!.name)
    return (
      [own, other],
      Divergence(
        .addressee, .high, claim: view.claim(at: told[reports[0]]!.quote), differ: reports, from: usual,
        at: told.values.map(\.place),
        "\(view.list(reports, "has", "have")) it said to \(own), \(view.list(usual)) to \(other).")
    )
  }

  /// Somebody by name, the press or a body in session: "the crowd" and "supporters", "officers" and "police" are words
  /// for the same people.
  private func isAudience(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard words.count <= Self.mostWords, !name.contains(" and "), !name.hasSuffix("'s"), !name.hasSuffix("’s") else {
      return false
    }
    return isPress(name) || isHouse(name) || words.contains { $0.utf8.count > 2 && $0.first!.isUppercase }
  }

  /// Reporters, the press and an agency are no two audiences: the one heard it among the others.
  private func areOne(_ a: String, _ b: String, in view: CollationView) -> Bool {
    if isPress(a) || isPress(b) { return isPress(a) == isPress(b) || !isHouse(a) && !isHouse(b) }
    return view.mayBeOne(a, b)
  }

  private func isPress(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains { Self.press.contains($0) } || words.count == 1 && name == name.uppercased()
  }

  /// A body that is spoken to in session.
  private func isHouse(_ name: String) -> Bool {
    name.lowercased().split { !$0.isLetter }.contains { Self.houses.contains(String($0)) }
  }

  private static let press: Set<String> = [
    "reporters", "journalists", "press", "media", "correspondents", "news", "agency", "television", "radio",
  ]
  private static let houses: Set<String> = [
    "parliament", "congress", "senate", "lawmakers", "legislators", "deputies", "assembly", "court", "judge", "jury",
    "council", "committee", "inquiry", "commission", "cabinet", "conference", "congregation", "shareholders",
  ]

  /// Where the sentence names the one spoken to.
  private func passage(of name: String, in span: TextSpan, of report: AnnotatedReport) -> TextSpan? {
    let words = Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
      .filter { !FunctionWords.contains($0) }
    let tokens = report.tokenRange(of: span).filter { words.contains(report.tokens[$0].key) }
    guard let first = tokens.first, let last = tokens.last, last - first < 8 else { return nil }
    // With the word that says it was told.
    return report.span(of: max(first - 1, 0)..<(last + 1))
  }
}
