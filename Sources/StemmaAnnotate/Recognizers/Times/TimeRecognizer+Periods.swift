import StemmaModel

/// Periods by their unit: "last year", "the first four months of this year", "two days ago", "the three months to June".
extension TimeRecognizer {
  private static let ranks: WordSet = [
    "first", "last", "past", "previous", "next", "second", "third", "fourth", "final", "coming",
  ]
  private static let dayParts: WordSet = ["night", "morning", "afternoon", "evening"]
  private static let spans: WordSet = [
    "week", "weekend", "quarter", "decade", "century", "summer", "winter", "spring", "autumn", "fall", "night",
    "morning",
    "afternoon", "evening",
  ]

  /// The period that a unit of time ends or begins.
  func unit(_ text: SegmentedText, _ at: Int, _ reach: Reach) -> Draft.Time? {
    if let ranked = ranked(text, at, reach) { return ranked }
    let before = at > reach.start ? text.key(at - 1) : WordKey()
    if Self.pointers.contains(before), let time = pointed(text, at, before) {
      // "so far this year"
      if before == "this", at - 3 >= reach.start, text.key(at - 2) == "far", text.key(at - 3) == "so" {
        var time = time
        time.lexemes = at - 3..<time.lexemes.upperBound
        time.range = text.bytesOf(time.lexemes)
        time.isPeriod = true
        return time
      }
      return time
    }
    let key = text.key(at)
    // "two years ago", "a month later"
    if key != "second", at + 1 < reach.end, ["ago", "later", "earlier"].contains(text.key(at + 1)) {
      return make(text, at..<at + 2, key == "days" || key == "day" ? ago(text, at, reach) : nil)
    }
    if before == "recent" { return make(text, at - 1..<at + 1, nil, isPeriod: true) }
    return nil
  }

  /// "two days ago"
  private func ago(_ text: SegmentedText, _ at: Int, _ reach: Reach) -> Moment? {
    guard text.key(at + 1) == "ago", at > reach.start else { return nil }
    let key = text.key(at - 1)
    let count =
      key == "a" || key == "one"
      ? 1 : text.lexemes[at - 1].kind == .number ? Int(key) : NumberWord.of(key).map { Int($0.value) }
    guard let count, count < 400 else { return nil }
    return day(-count)
  }

  /// "the past decade", "the first four months of this year", "the three months to June".
  private func ranked(_ text: SegmentedText, _ at: Int, _ reach: Reach) -> Draft.Time? {
    var first = at - 1
    var count: Int?
    while first >= reach.start, first > at - 4, !Self.ranks.contains(text.key(first)),
      text.word(first).contains(.number) || text.lexemes[first].kind == .number
        || ["few", "couple"].contains(text.key(first))
    {
      count =
        text.lexemes[first].kind == .number
        ? Int(text.key(first)) : NumberWord.of(text.key(first)).map { Int($0.value) }
      first -= 1
    }
    guard first >= reach.start else { return nil }
    if first > reach.start, Self.ranks.contains(text.key(first)), text.key(first - 1) == "the" {
      var last = at + 1
      var moment: Moment?
      if text.key(last) == "of", last + 1 < reach.end, let inner = following(text, last + 1, reach) {
        last = inner.lexemes.upperBound
        moment = inner.moment.map { Moment(year: $0.year) }
      }
      return make(text, first - 1..<last, moment, isPeriod: true)
    }
    // "the three months to June", "the year ended March 2021"
    guard text.key(first) == "the", at + 2 < reach.end,
      ["to", "ended", "ending", "through"].contains(text.key(at + 1)), isMonth(text, at + 2),
      let inner = month(text, at + 2, Reach(start: at + 2, end: reach.end))
    else { return nil }
    let until = inner.moment.flatMap { moment in moment.month.map { Moment(year: moment.year, month: $0) } }
    let months =
      text.key(at).hasPrefix("month")
      ? count : text.key(at).hasPrefix("year") ? 12 : text.key(at) == "quarter" ? 3 : nil
    let start = until.flatMap { until in
      months.map { months in
        let number = until.year * 12 + until.month! - months
        return Moment(year: number / 12, month: number % 12 + 1)
      }
    }
    return make(text, first..<inner.lexemes.upperBound, start, until: until, isPeriod: true)
  }

  /// A time that begins at a place: "this year", "2022", "May 2021".
  private func following(_ text: SegmentedText, _ at: Int, _ reach: Reach) -> Draft.Time? {
    let inside = Reach(start: at, end: reach.end)
    if Self.pointers.contains(text.key(at)), at + 1 < reach.end, text.word(at + 1).contains(.timeUnit) {
      return pointed(text, at + 1, text.key(at))
    }
    if isMonth(text, at) { return month(text, at, inside) }
    if text.lexemes[at].kind == .number { return number(text, at, inside) }
    return nil
  }

  /// "last year", "this week", "next month"
  private func pointed(_ text: SegmentedText, _ at: Int, _ pointer: WordKey) -> Draft.Time? {
    let step = pointer == "this" ? 0 : pointer == "next" ? 1 : -1
    let lexemes = at - 1..<at + 1
    switch text.key(at) {
    case "year": return make(text, lexemes, published.map { Moment(year: $0.year + step) }, isPeriod: true)
    case "month":
      let moment: Moment? = published.flatMap { published in
        published.month.map { month in
          let count = published.year * 12 + month - 1 + step
          return Moment(year: count / 12, month: count % 12 + 1)
        }
      }
      return make(text, lexemes, moment, isPeriod: true)
    case let key where Self.spans.contains(key):
      if pointer == "this" && key == "fall" { return nil }
      let isDay = Self.dayParts.contains(key)
      return make(text, lexemes, isDay && pointer != "next" ? day(pointer == "this" ? 0 : -1) : nil, isPeriod: !isDay)
    default: return nil
    }
  }
}
