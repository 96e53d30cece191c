import StemmaModel
import StemmaText

/// Dead or hurt that one report counts in other ways than by a number: "no casualties", "a fifth person has died".
struct TollRule: DivergenceRule {
  /// Words between "no" and "casualties".
  private static let reach = 5

  func divergences(in view: CollationView) -> [Divergence] {
    let tolls = view.quantities.filter(\.isToll)
    return [none(tolls, in: view), ordinal(tolls, in: view)].compactMap { $0 }
  }

  // MARK: Nobody

  /// Somebody counts dead or hurt, somebody says there are none.
  private func none(_ tolls: [Quantity], in view: CollationView) -> Divergence? {
    var none: [Siglum: (place: Place, sentence: Int)] = [:]
    for siglum in view.story.sigla {
      let report = view.story[siglum]
      for (index, sentence) in report.statements.enumerated()
      where none[siglum] == nil && view.sentences[siglum.index][index].isSuperset(of: [.nobody, .harm]) {
        guard let tokens = denial(report.tokens, sentence.tokens) else { continue }
        none[siglum] = (Place(siglum, report.span(of: tokens)), index)
      }
    }
    guard !none.isEmpty else { return nil }
    // The toll meant is the one a report sets beside its own "none", else the only one there is.
    let beside = tolls.filter { toll in
      none.contains { siglum, found in
        let sentences = view.story[siglum].statements
        return toll.byReport[siglum, default: []].contains { reading in
          sentences.indices.contains {
            abs($0 - found.sentence) <= 1 && sentences[$0].span.overlaps(reading.place.span)
          }
        }
      }
    }
    let meant = beside.isEmpty && tolls.count == 1 ? tolls : beside
    let readings = meant.flatMap { toll in toll.byReport.keys.sorted().map { toll.byReport[$0]![0] } }
      .filter { $0.value > 0 }.sorted { $0.place < $1.place }
    guard let first = readings.first else { return nil }
    let counting = Set(readings.map(\.place.report))
    let reports = none.keys.filter { !counting.contains($0) }.sorted()
    guard let leading = reports.first else { return nil }
    return Divergence(
      .figure, .high, claim: view.claim(at: first.place), differ: counting, from: reports,
      at: readings.map(\.place) + reports.map { none[$0]!.place },
      "\(view.list(counting.sorted(), "reports", "report")) \(view.quoted(first.place)); "
        + "\(view.list(reports, "has", "have")) \(view.quoted(none[leading]!.place)).")
  }

  /// "no casualties", "no one was killed", "no dead or wounded", "none could be confirmed" is nothing by itself.
  private func denial(_ tokens: [Token], _ sentence: Range<Int>) -> Range<Int>? {
    for index in sentence where Self.none.contains(tokens[index].key) {
      // "did not see any casualties"
      if !["no", "nobody", "none", "without"].contains(tokens[index].key) {
        guard let any = (index + 1..<min(sentence.upperBound, index + 4)).first(where: { tokens[$0].key == "any" }),
          any + 1 < sentence.upperBound, Self.harm.contains(tokens[any + 1].key)
        else { continue }
        return index..<(any + 2)
      }
      var end = index + 1
      while end < sentence.upperBound, end <= index + Self.reach {
        let key = tokens[end].key
        if ["more", "further", "other", "new", "additional", "else", "longer", "doubt"].contains(key) { break }
        if Self.harm.contains(key) { return index..<(end + 1) }
        end += 1
      }
      // "reports of casualties, but none could be confirmed"
      if tokens[index].key == "none",
        let harm = (max(sentence.lowerBound, index - 6)..<index).first(where: {
          Self.harm.contains(tokens[$0].key)
        })
      {
        return harm..<min(sentence.upperBound, index + 4)
      }
    }
    return nil
  }

  static let none: Set<String> = ["no", "nobody", "none", "without", "not", "didn't", "never"]
  static let harm: Set<String> = [
    "casualties", "casualty", "fatalities", "fatality", "deaths", "injuries", "victims", "killed", "injured", "hurt",
    "wounded", "dead", "harmed", "died",
  ]

  // MARK: One more

  /// "A fifth person has died" is five dead.
  private func ordinal(_ tolls: [Quantity], in view: CollationView) -> Divergence? {
    guard let toll = tolls.filter({ $0.fate == .dead }).max(by: { $0.byReport.count < $1.byReport.count }) else {
      return nil
    }
    let against = toll.reports(with: toll.standard)
    guard let first = against.first, let standing = toll.reading(of: first, with: toll.standard) else { return nil }
    for siglum in view.story.sigla where toll.byReport[siglum] == nil {
      let report = view.story[siglum]
      for (index, sentence) in report.statements.enumerated()
      where view.sentences[siglum.index][index].contains(.ordinal) && report.isParagraph(sentence) {
        guard let (value, tokens) = count(report.tokens, sentence.tokens), Double(value) > toll.standard,
          Double(value) <= toll.standard * 2
        else { continue }
        let place = Place(siglum, report.span(of: tokens))
        return Divergence(
          .figure, .medium, claim: view.claim(at: place), differ: [siglum], from: against,
          at: [place] + against.map { toll.reading(of: $0, with: toll.standard)!.place },
          "\(siglum) has \(view.quoted(place)); \(view.list(against, "has", "have")) \(view.quoted(standing.place)). "
            + "The later report may be an update.")
      }
    }
    return nil
  }

  private func count(_ tokens: [Token], _ sentence: Range<Int>) -> (Int, Range<Int>)? {
    for index in sentence {
      guard let value = Self.ordinals.firstIndex(of: tokens[index].key) else { continue }
      let rest = (index + 1)..<min(sentence.upperBound, index + 8)
      guard let noun = rest.first(where: { Self.persons.contains(tokens[$0].key) }), noun <= index + 2,
        let end = rest.first(where: { Quantity.fates[tokens[$0].key] == .dead })
      else { continue }
      return (value + 2, max(sentence.lowerBound, index - 1)..<(end + 1))
    }
    return nil
  }

  static let ordinals = [
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
  ]

  private static let persons: Set<String> = [
    "person", "victim", "man", "woman", "child", "boy", "girl", "body", "death", "patient", "casualty", "passenger",
    "worker", "soldier", "civilian", "resident", "student", "miner", "officer", "firefighter", "protester", "hostage",
  ]
}
