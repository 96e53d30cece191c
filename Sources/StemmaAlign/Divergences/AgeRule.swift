import StemmaModel

/// Another age for the same person: "Ann Ott, 34, of Torvik" and "35-year-old Ann Ott".
struct AgeRule: DivergenceRule {
  static let oldest = 120

  private struct Age {
    var years: Int
    var place: Place
    var name: String
  }

  func divergences(in view: CollationView) -> [Divergence] {
    var ages: [String: [Siglum: Age]] = [:]
    for siglum in view.story.sigla {
      let report = view.story[siglum]
      for name in report.names where report.entities[name.entity].kind == .person {
        let entity = report.entities[name.entity].name
        // Two of one family have one surname.
        guard entity.contains(" "), let (years, span) = age(of: name.span, in: report) else { continue }
        let key = entity.lowercased()
        if ages[key]?[siglum] == nil {
          ages[key, default: [:]][siglum] = Age(years: years, place: Place(siglum, span), name: entity)
        }
      }
    }
    return ages.keys.sorted().compactMap { key -> Divergence? in
      let all = ages[key]!
      guard let usual = view.commonest(all.mapValues(\.years)) else { return nil }
      let against = all.keys.filter { all[$0]!.years == usual }.sorted()
      let differ = all.keys.filter { own in
        all[own]!.years != usual && !against.contains { mayHaveAged(own, all[own]!.years, $0, usual, in: view) }
      }.sorted()
      guard let first = differ.first else { return nil }
      return Divergence(
        .figure, .medium, claim: view.claim(at: all[first]!.place), differ: differ, from: against,
        at: (differ + against).map { all[$0]!.place },
        "\(view.list(differ, "gives", "give")) the age of \(all[first]!.name) as \(all[first]!.years); "
          + "\(view.list(against, "has", "have")) \(usual).")
    }
  }

  /// A report of another year may have an older age.
  private func mayHaveAged(_ a: Siglum, _ x: Int, _ b: Siglum, _ y: Int, in view: CollationView) -> Bool {
    guard let one = view.story[a].report.published?.moment, let other = view.story[b].report.published?.moment else {
      return false
    }
    let days = one.dayNumber - other.dayNumber
    let years = x - y
    // Up to one birthday more than whole years have passed.
    return years * days > 0 && abs(years) <= abs(days) / 365 + 1 && abs(days) > 0
  }

  /// "Ann Ott, 34," or "34-year-old Ann Ott".
  private func age(of name: TextSpan, in report: AnnotatedReport) -> (Int, TextSpan)? {
    let tokens = report.tokenRange(of: name)
    guard let first = tokens.first else { return nil }
    let end = tokens.upperBound
    if end + 2 < report.tokens.count, report.tokens[end].key == ",", let years = years(report.tokens[end + 1].key),
      report.tokens[end + 2].key == "," || report.tokens[end + 2].key == "."
    {
      return (years, name.joined(with: report.tokens[end + 1].span))
    }
    if first > 0, report.tokens[first - 1].key.hasSuffix("-year-old"),
      let years = years(String(report.tokens[first - 1].key.dropLast(9)))
    {
      return (years, name.joined(with: report.tokens[first - 1].span))
    }
    return nil
  }

  private func years(_ key: String) -> Int? { Int(key).flatMap { (1...Self.oldest).contains($0) ? $0 : nil } }
}
