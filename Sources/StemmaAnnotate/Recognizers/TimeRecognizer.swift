import StemmaModel

/// Finds dates, periods and times of day, and resolves them against the day the report came out.
struct TimeRecognizer {
  private let published: Moment?
  /// The day of publication, where it is known to the day.
  private let today: Int?

  init(published: Moment?) {
    self.published = published
    today = published.flatMap { $0.day == nil ? nil : Moment(year: $0.year, month: $0.month!, day: $0.day!).dayNumber }
  }

  func recognize(in text: SegmentedText) -> [Draft.Time] {
    var found: [Draft.Time] = []
    for sentence in text.sentences {
      var at = sentence.lexemes.lowerBound
      while at < sentence.lexemes.upperBound {
        if let time = time(text, at, sentence.lexemes.upperBound) {
          found.append(time)
          at = time.lexemes.upperBound
        } else {
          at += 1
        }
      }
    }
    return found
  }

  private func make(
    _ text: SegmentedText, _ lexemes: Range<Int>, _ moment: Moment?, weekday: Int? = nil, day: Int? = nil,
    isPeriod: Bool = false
  ) -> Draft.Time {
    let valid = moment.flatMap { $0.isValid ? $0 : nil }
    return Draft.Time(
      lexemes: lexemes, range: text.bytesOf(lexemes), moment: valid, weekday: weekday, dayOfMonth: day,
      isPeriod: isPeriod)
  }

  private func time(_ text: SegmentedText, _ at: Int, _ end: Int) -> Draft.Time? {
    let word = text.lexemes[at]
    if word.kind == .mark { return nil }
    if word.word.contains(.weekday), word.isCapital { return weekday(text, at, end) }
    if word.word.contains(.month), word.isCapital { return month(text, at, end) }
    if word.kind == .number { return number(text, at, end) }
    if let day = dayOfMonth(text, at), at + 1 < end {
      // "10th November", "10th of November"
      let next = text.key(at + 1) == "of" ? at + 2 : at + 1
      if next < end, isMonth(text, next) { return dated(text, at..<next + 1, day: day, month: text.key(next), end) }
    }
    if word.key.utf8.count == 5, word.key.hasSuffix("0s"), let decade = Int(word.key.dropLast(1)) {
      return make(text, at..<at + 1, Moment(year: decade), isPeriod: true)
    }
    return relative(text, at, end)
  }

  // MARK: named days

  private func weekday(_ text: SegmentedText, _ at: Int, _ end: Int) -> Draft.Time? {
    let weekday = Self.weekdays[text.key(at).prefix(3)]!
    var next = at + 1
    if text.mark(next) == .stop, text.key(at).utf8.count <= 5 { next += 1 }
    if text.mark(next) == .comma { next += 1 }
    if next < end, isMonth(text, next), let time = month(text, next, end), let day = time.dayOfMonth {
      return make(text, at..<time.lexemes.upperBound, time.moment, weekday: weekday, day: day)
    }
    if next < end, let day = dayOfMonth(text, next) {
      if next + 1 < end, isMonth(text, next + 1) {
        var time = dated(text, next..<next + 2, day: day, month: text.key(next + 1), end)
        time = make(text, at..<time.lexemes.upperBound, time.moment, weekday: weekday, day: day)
        return time
      }
      // "Tuesday, 23": the day of the month nearest before the report came out.
      if text.lexemes[next].kind == .number,
        next + 1 >= end || text.lexemes[next + 1].kind == .mark && text.mark(next + 1) != .percent
      {
        return make(text, at..<next + 1, latest(day: day), weekday: weekday, day: day)
      }
    }
    let isNext = text.key(at - 1) == "next"
    let moment = today.map { today in
      let back = ((Moment(dayNumber: today).weekday - weekday) % 7 + 7) % 7
      return Moment(
        dayNumber: isNext
          ? today + (back == 0 ? 7 : 7 - back) : text.key(at - 1) == "last" && back == 0 ? today - 7 : today - back)
    }
    return make(text, at..<at + 1, moment, weekday: weekday)
  }

  private func latest(day: Int) -> Moment? {
    guard let today else { return nil }
    for back in 0...62 {
      let moment = Moment(dayNumber: today - back)
      if moment.day == day { return moment }
    }
    return nil
  }

  private func month(_ text: SegmentedText, _ at: Int, _ end: Int) -> Draft.Time? {
    let key = text.key(at)
    var next = at + 1
    if text.mark(next) == .stop, key.utf8.count <= 4, !text.lexemes[next].shape.contains(.spaced) { next += 1 }
    if next < end, let day = dayOfMonth(text, next) {
      return dated(text, at..<next + 1, day: day, month: key, end)
    }
    if next < end,
      let year = year(text, next) ?? (text.mark(next) == .comma && next + 1 < end ? self.year(text, next + 1) : nil)
    {
      let last = text.mark(next) == .comma ? next + 1 : next
      return make(text, at..<last + 1, Moment(year: year, month: Self.months[key.prefix(3)]!), isPeriod: true)
    }
    // "May" and "March" alone are months only where a preposition or "last" stands before them.
    let before = text.key(at - 1)
    let isLed = [
      "in", "since", "by", "until", "till", "from", "to", "between", "last", "next", "this", "of", "early", "late",
      "mid", "through", "during", "and", "a", "that",
    ].contains(before)
    guard isLed || !["may", "march", "mar", "jun", "jan", "sat", "sun"].contains(key) else { return nil }
    let month = Self.months[key.prefix(3)]!
    let moment = published.map { published in
      let now = published.month ?? 12
      let isAhead = before == "next" || ["by", "until", "till"].contains(before)
      return Moment(
        year: isAhead
          ? (month >= now ? published.year : published.year + 1) : (month > now ? published.year - 1 : published.year),
        month: month)
    }
    return make(text, at..<at + 1, moment, isPeriod: true)
  }

  /// A day and month, with the year that may follow, else the nearest year.
  private func dated(_ text: SegmentedText, _ lexemes: Range<Int>, day: Int, month key: WordKey, _ end: Int)
    -> Draft.Time
  {
    let month = Self.months[key.prefix(3)]!
    var next = lexemes.upperBound
    if text.mark(next) == .comma { next += 1 }
    if next < end, let year = year(text, next) {
      return make(text, lexemes.lowerBound..<next + 1, Moment(year: year, month: month, day: day), day: day)
    }
    let moment = today.map { today in
      let year = Moment(dayNumber: today).year
      let candidates = [year - 1, year, year + 1].map { Moment(year: $0, month: month, day: day) }
      return candidates.min { abs($0.dayNumber - today) < abs($1.dayNumber - today) }!
    }
    return make(text, lexemes, moment, day: day)
  }

  private func isMonth(_ text: SegmentedText, _ at: Int) -> Bool {
    text.isCapital(at) && text.word(at).contains(.month)
  }

  /// 1 to 31, as "10" or "10th".
  private func dayOfMonth(_ text: SegmentedText, _ at: Int) -> Int? {
    guard text.lexemes.indices.contains(at) else { return nil }
    var key = text.key(at)
    if text.lexemes[at].kind == .word {
      guard key.hasSuffix("st") || key.hasSuffix("nd") || key.hasSuffix("rd") || key.hasSuffix("th") else { return nil }
      key = key.dropLast(2)
    } else if text.lexemes[at].kind != .number {
      return nil
    }
    guard key.utf8.count <= 2, let day = Int(key), (1...31).contains(day), text.mark(at + 1) != .percent else {
      return nil
    }
    return day
  }

  private func year(_ text: SegmentedText, _ at: Int) -> Int? {
    guard text.lexemes.indices.contains(at), text.lexemes[at].kind == .number, text.lexemes[at].range.count == 4,
      let year = Int(text.key(at)), (1500...2199).contains(year)
    else { return nil }
    return year
  }

  // MARK: numbers

  private func number(_ text: SegmentedText, _ at: Int, _ end: Int) -> Draft.Time? {
    let key = text.key(at)
    // "3 p.m. (1200 GMT)", "2:53 p.m. local time", "12:00 GMT"
    let hasColon = key.utf8.contains(0x3A)
    var next = at + 1
    var isClock = hasColon
    if next < end, ["am", "pm", "gmt", "utc", "o'clock", "est", "edt", "bst", "cet", "noon"].contains(text.key(next)) {
      isClock = true
      next += 1
      if text.mark(next) == .stop, next + 1 < end, !text.isCapital(next + 1) { next += 1 }
    }
    if isClock {
      if text.key(next) == "local", text.key(next + 1) == "time" { next += 2 }
      if next < end, ["gmt", "utc", "et", "est", "edt", "bst", "cet"].contains(text.key(next)) { next += 1 }
      if text.mark(next) == .openParenthesis, next + 3 < end, text.lexemes[next + 1].kind == .number,
        ["gmt", "utc", "est", "edt", "et"].contains(text.key(next + 2)), text.mark(next + 3) == .closeParenthesis
      {
        next += 4
      }
      return make(text, at..<next, nil)
    }
    if let day = dayOfMonth(text, at), next < end {
      let month = text.key(next) == "of" ? next + 1 : next
      if month < end, isMonth(text, month), !(text.key(month) == "may" && !text.lexemes[month].isCapital) {
        return dated(text, at..<month + 1, day: day, month: text.key(month), end)
      }
    }
    // 2023-05-24, 24/05/2023
    if at + 4 < end, text.mark(at + 1) == text.mark(at + 3), text.mark(at + 1) == .dash || text.mark(at + 1) == .slash,
      !text.lexemes[at + 1].shape.contains(.spaced), let first = Int(key), let second = Int(text.key(at + 2)),
      let third = Int(text.key(at + 4))
    {
      if key.utf8.count == 4 { return make(text, at..<at + 5, Moment(year: first, month: second, day: third)) }
      if text.key(at + 4).utf8.count == 4 {
        // Which is the month can be told only where one of the two cannot be.
        let moment =
          first > 12
          ? Moment(year: third, month: second, day: first)
          : second > 12 ? Moment(year: third, month: first, day: second) : Moment(year: third)
        return make(text, at..<at + 5, moment)
      }
    }
    guard let year = year(text, at), year >= 1800, text.mark(at - 1) != .currency, text.mark(at + 1) != .percent else {
      return nil
    }
    if at + 2 < end, text.mark(at + 1) == .dash,
      self.year(text, at + 2) != nil || Int(text.key(at + 2)).map({ $0 < 100 }) == true,
      !text.lexemes[at + 1].shape.contains(.spaced)
    {
      return make(text, at..<at + 3, nil, isPeriod: true)
    }
    // "some 2000 people" is an amount.
    let before = text.key(at - 1)
    if ["than", "about", "some", "nearly", "almost", "least", "around", "roughly", "approximately", "over", "another"]
      .contains(before)
    {
      return nil
    }
    if [
      "people", "refugees", "civilians", "soldiers", "troops", "km", "miles", "metres", "meters", "tonnes", "dead",
      "dollars", "euros", "pounds", "homes", "jobs", "workers", "percent",
    ].contains(text.key(at + 1)) {
      return nil
    }
    if !text.word(at + 1).isDisjoint(with: .number) { return nil }
    return make(text, at..<at + 1, Moment(year: year), isPeriod: true)
  }

  // MARK: relative

  private func relative(_ text: SegmentedText, _ at: Int, _ end: Int) -> Draft.Time? {
    let key = text.key(at)
    func day(_ offset: Int) -> Moment? { today.map { Moment(dayNumber: $0 + offset) } }
    switch key {
    case "today", "tonight": return make(text, at..<at + 1, day(0))
    case "yesterday": return make(text, at..<at + 1, day(-1))
    case "tomorrow": return make(text, at..<at + 1, day(1))
    case "so"
    where text.key(at + 1) == "far" && text.key(at + 2) == "this" && at + 3 < end
      && text.word(at + 3).contains(.timeUnit):
      let inner = relative(text, at + 2, end)
      return make(text, at..<at + 4, inner?.moment, isPeriod: true)
    case "the"
    where ["first", "last", "past", "previous", "next", "second", "third", "fourth", "final", "coming"].contains(
      text.key(at + 1)):
      // "the first four months of this year", "the past decade", "the first quarter of 2022"
      var next = at + 2
      while next < end, next < at + 5, !text.word(next).contains(.timeUnit),
        text.word(next).contains(.number) || text.lexemes[next].kind == .number || text.key(next) == "few"
          || text.key(next) == "couple"
      { next += 1 }
      guard next < end, text.word(next).contains(.timeUnit), text.lexemes[next].kind == .word else { return nil }
      var last = next + 1
      var moment: Moment?
      if text.key(last) == "of", last + 1 < end, let inner = time(text, last + 1, end) {
        last = inner.lexemes.upperBound
        moment = inner.moment.map { Moment(year: $0.year) }
      }
      return make(text, at..<last, moment, isPeriod: true)
    case "last", "this", "next", "past", "previous":
      let next = at + 1
      guard next < end, text.lexemes[next].kind == .word else { return nil }
      let step = key == "this" ? 0 : key == "next" ? 1 : -1
      let unit = text.key(next)
      let upper = next + 1
      if text.word(next).contains(.weekday) {
        let inner = weekday(text, next, end)
        return inner.map { make(text, at..<$0.lexemes.upperBound, $0.moment, weekday: $0.weekday, day: $0.dayOfMonth) }
      }
      if isMonth(text, next) {
        return month(text, next, end).map { make(text, at..<$0.lexemes.upperBound, $0.moment, isPeriod: true) }
      }
      switch unit {
      case "year": return make(text, at..<upper, published.map { Moment(year: $0.year + step) }, isPeriod: true)
      case "month":
        let moment: Moment? = published.flatMap { published in
          published.month.map { month in
            let count = published.year * 12 + month - 1 + step
            return Moment(year: count / 12, month: count % 12 + 1)
          }
        }
        return make(text, at..<upper, moment, isPeriod: true)
      case "week", "weekend", "quarter", "decade", "century", "summer", "winter", "spring", "autumn", "fall", "night",
        "morning", "afternoon", "evening":
        if key == "this" && unit == "fall" { return nil }
        let isDay = ["night", "morning", "afternoon", "evening"].contains(unit)
        return make(text, at..<upper, isDay && key != "next" ? day(key == "this" ? 0 : -1) : nil, isPeriod: !isDay)
      default: return nil
      }
    case "year-on-year", "year-over-year": return nil
    default: break
    }
    // "two years ago", "a month later", "recent years"
    if text.word(at).contains(.timeUnit), text.key(at) != "second",
      ["ago", "later", "earlier"].contains(text.key(at + 1)), at + 1 < end
    {
      return make(text, at..<at + 2, nil)
    }
    if key == "recent", at + 1 < end, text.word(at + 1).contains(.timeUnit) {
      return make(text, at..<at + 2, nil, isPeriod: true)
    }
    return nil
  }

  private static let weekdays: WordTable<Int> = ["mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6]
  private static let months: WordTable<Int> = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
  ]
}
