import StemmaModel

/// The same event at another time: another day, month or year.
struct DateRule: DivergenceRule {
  /// Words before a time that say what happened at it.
  static let reach = 6
  /// Stems a sentence has besides its times: "Published Friday, July 31" says nothing of the event.
  static let fewestStems = 3

  func divergences(in view: CollationView) -> [Divergence] {
    var found: [Place: Divergence] = [:]
    var order: [Place] = []
    for claim in view.readings.indices where view.classes[claim].contains(.timed) {
      guard let lemma = view.lemma(claim), view.readings[claim].count > 1, lemma.isParagraph else { continue }
      let standing = times(lemma, in: view)
      guard !standing.isEmpty, isTold(lemma, in: view) else { continue }
      for reading in view.readings[claim] where reading.report != lemma.report {
        guard reading.isParagraph, isTold(reading, in: view),
          let (own, other) = clash(times(reading, in: view), standing, reading, lemma, in: view),
          !view.areOfOthers(reading, lemma)
        else { continue }
        let isAnchored = !anchors(own, reading, in: view).isDisjoint(with: anchors(other, lemma, in: view))
        guard
          isAnchored
            || view.areClose(reading, lemma, in: claim) && isOfOneEvent(own, reading, other, lemma, in: view)
        else { continue }
        // Of weekdays there are several in one story; a year or a date is meant.
        let isSure = own.weekday == nil
        let (place, against) = (Place(reading.report, own.span), Place(lemma.report, other.span))
        guard found[place] == nil else { continue }
        order.append(place)
        found[place] = Divergence(
          .date, isSure ? .high : .medium, claim: claim, differ: [reading.report], from: [lemma.report],
          at: [wide(place, in: view), wide(against, in: view)],
          "\(reading.report) has \(view.quoted(place)), \(lemma.report) \(view.quoted(against)) in "
            + "\(view.quoted(lemma.place)).")
      }
    }
    return order.map { found[$0]! }
  }

  /// Names right before a time: "at Oldport in 1998", "at Oldport in 1989".
  private func anchors(_ time: TimeMention, _ reading: Reading, in view: CollationView) -> Set<String> {
    let report = view.story[reading.report]
    guard let first = report.tokenRange(of: time.span).first, let sentence = view.statement(reading),
      sentence.tokens.contains(first)
    else { return [] }
    return Set(report.tokens[max(sentence.tokens.lowerBound, first - 3)..<first].filter(\.isName).map(\.key))
  }

  /// Whether the words before both times say the same to have happened; at the head of a sentence, those behind.
  private func isOfOneEvent(
    _ a: TimeMention, _ x: Reading, _ b: TimeMention, _ y: Reading, in view: CollationView
  ) -> Bool {
    func stems(_ time: TimeMention, _ reading: Reading) -> Set<Int32> {
      let report = view.story[reading.report]
      let own = report.tokenRange(of: time.span)
      guard let sentence = view.statement(reading) else { return [] }
      let isHead = own.lowerBound <= sentence.tokens.lowerBound + 2
      let near =
        max(
          sentence.tokens.lowerBound, own.lowerBound - Self.reach)..<min(
          sentence.tokens.upperBound, own.upperBound + (isHead ? Self.reach : 0))
      return Set(near.compactMap { view.vocabulary.stem(report, reading.report.index, $0) })
    }
    return !stems(a, x).isDisjoint(with: stems(b, y))
  }

  /// A sentence that tells something, not the line of a date or an address of the web.
  private func isTold(_ reading: Reading, in view: CollationView) -> Bool {
    guard let sentence = view.statement(reading) else { return false }
    let report = view.story[reading.report]
    var stems = 0
    for index in sentence.tokens {
      let key = report.tokens[index].key
      if ["http", "https", "www", "published", "updated", "posted"].contains(key) { return false }
      if report.tokens[index].kind == .word, view.vocabulary.stem(report, reading.report.index, index) != nil {
        stems += 1
      }
    }
    return stems >= Self.fewestStems
  }

  /// With the two words before it, that a lone number can be found again.
  private func wide(_ place: Place, in view: CollationView) -> Place {
    let report = view.story[place.report]
    let tokens = report.tokenRange(of: place.span)
    guard let sentence = view.statement(place), !tokens.isEmpty else { return place }
    return Place(
      place.report, report.span(of: max(sentence.tokens.lowerBound, tokens.lowerBound - 2)..<tokens.upperBound))
  }

  /// Those inside the witness; where it has none, the only one of its sentence.
  private func times(_ reading: Reading, in view: CollationView) -> [TimeMention] {
    let inside = view.times(reading.report, in: reading.place.span)
    if !inside.isEmpty { return inside }
    guard reading.sentence.contains(.timed), let sentence = view.statement(reading) else { return [] }
    let around = view.times(reading.report, in: sentence.span)
    // A time outside the words said is the time of saying them.
    if let content = view.attribution(reading)?.content, around.contains(where: { !content.overlaps($0.span) }) {
      return []
    }
    guard around.count == 1, isBeside(around[0], reading, in: view) else { return [] }
    return around
  }

  /// Whether no mark parts a time from the witness: behind a comma it may be of something else.
  private func isBeside(_ time: TimeMention, _ reading: Reading, in view: CollationView) -> Bool {
    let report = view.story[reading.report]
    let (own, other) = (report.tokenRange(of: time.span), reading.witness.tokens)
    let between =
      own.lowerBound >= other.upperBound
      ? other.upperBound..<own.lowerBound : own.upperBound..<max(own.upperBound, other.lowerBound)
    return !report.tokens[between].contains { $0.kind == .mark }
  }

  /// Two times of the same sort that cannot both be; nil where any two agree, or where each has several.
  private func clash(
    _ a: [TimeMention], _ b: [TimeMention], _ mine: Reading, _ theirs: Reading, in view: CollationView
  ) -> (TimeMention, TimeMention)? {
    var found: (TimeMention, TimeMention)?
    for x in a {
      for y in b {
        switch TimeLikeness.of(x, y) {
        case .same: return nil
        case .other:
          if x.weekday == nil {
            // "last year" and "today" hang on the day of the report; a day without its year says nothing of the year.
            let (one, other) = (
              view.reading(Place(mine.report, x.span)), view.reading(Place(theirs.report, y.span))
            )
            guard one.contains(where: \.isNumber), other.contains(where: \.isNumber) else { break }
            if x.moment?.precision == .day, x.moment?.month == y.moment?.month, x.moment?.day == y.moment?.day,
              !hasYear(one) || !hasYear(other)
            {
              return nil
            }
          }
          found = found ?? (x, y)
        case .unlike: break
        }
      }
    }
    return found
  }

  private func hasYear(_ text: String) -> Bool {
    text.split { !$0.isNumber }.contains { $0.utf8.count == 4 }
  }
}

enum TimeLikeness {
  case same, other, unlike

  static func of(_ x: TimeMention, _ y: TimeMention) -> TimeLikeness {
    if let a = x.weekday, let b = y.weekday { return a == b ? .same : .other }
    guard let a = x.moment, let b = y.moment, a.precision == b.precision else { return .unlike }
    switch a.precision {
    case .year, .month, .day: return a == b ? .same : .other
    case .minute, .second: return .unlike
    }
  }
}
