import StemmaModel

/// Weekdays, months, days of a month.
extension TimeRecognizer {
  func weekday(_ text: SegmentedText, _ at: Int, _ reach: Reach) -> Draft.Time? {
    let weekday = Self.weekdays[text.key(at).prefix(3)]!
    var next = at + 1
    if text.mark(next) == .stop, text.key(at).count <= 5 { next += 1 }
    if text.mark(next) == .comma { next += 1 }
    if next < reach.end, isMonth(text, next), let time = month(text, next, reach), let day = time.dayOfMonth {
      return make(text, at..<time.lexemes.upperBound, time.moment, weekday: weekday, day: day)
    }
    // "Tuesday the 23rd", "Tuesday 23 May"
    let first = text.key(next) == "the" ? next + 1 : next
    if first < reach.end, let day = dayOfMonth(text, first) {
      let month = text.key(first + 1) == "of" ? first + 2 : first + 1
      if month < reach.end, isMonth(text, month) {
        let time = dated(text, first..<month + 1, day: day, month: text.key(month), reach)
        return make(text, at..<time.lexemes.upperBound, time.moment, weekday: weekday, day: day)
      }
      // "Tuesday, 23": the day of the month nearest before the report came out.
      if text.lexemes[first].kind == .number && first == next || text.lexemes[first].kind == .word,
        first + 1 >= reach.end || text.lexemes[first + 1].kind == .mark && text.mark(first + 1) != .percent
      {
        return make(text, at..<first + 1, latest(day: day), weekday: weekday, day: day)
      }
    }
    return make(text, at..<at + 1, dayNamed(text, at, weekday, reach), weekday: weekday)
  }

  /// The day that a weekday by itself is: the last one, or the next one where the sentence speaks of what is to come.
  private func dayNamed(_ text: SegmentedText, _ at: Int, _ weekday: Int, _ reach: Reach) -> Moment? {
    guard let today else { return nil }
    let back = ((Moment(dayNumber: today).weekday - weekday) % 7 + 7) % 7
    let before = text.key(at - 1)
    if before == "next" { return Moment(dayNumber: today + 7 - back) }
    if before == "last" { return Moment(dayNumber: back == 0 ? today - 7 : today - back) }
    if back > 0, isAhead(text, at, reach) { return Moment(dayNumber: today + 7 - back) }
    return Moment(dayNumber: today - back)
  }

  private static let coming: WordSet = [
    "will", "won't", "shall", "scheduled", "due", "slated", "upcoming", "plans", "expected", "set", "coming",
  ]
  private static let gone: WordSet = ["said", "was", "were", "had", "told", "came", "met", "announced", "reported"]

  /// "will be heard on Friday", "on Friday will hear", but not "said on Friday it will".
  private func isAhead(_ text: SegmentedText, _ at: Int, _ reach: Reach) -> Bool {
    if ["will", "shall"].contains(text.key(at + 1)) { return at + 1 < reach.end }
    var back = at - 1
    let least = max(reach.start, at - 12)
    while back >= least {
      let key = text.key(back)
      if Self.gone.contains(key) { return false }
      if Self.coming.contains(key) { return true }
      if text.mark(back).endsSentence || text.mark(back) == .semicolon || text.mark(back).isQuote { return false }
      back -= 1
    }
    return false
  }

  private func latest(day: Int) -> Moment? {
    guard let today else { return nil }
    for back in 0...62 {
      let moment = Moment(dayNumber: today - back)
      if moment.day == day { return moment }
    }
    return nil
  }

  func month(_ text: SegmentedText, _ at: Int, _ reach: Reach) -> Draft.Time? {
    let key = text.key(at)
    var next = at + 1
    if text.mark(next) == .stop, key.count <= 4, next < reach.end, !text.lexemes[next].shape.contains(.spaced) {
      next += 1
    }
    if next < reach.end, let day = dayOfMonth(text, next) {
      return dated(text, at..<next + 1, day: day, month: key, reach)
    }
    let number = Self.months[key.prefix(3)]!
    let last = text.mark(next) == .comma || text.key(next) == "of" ? next + 1 : next
    if last < reach.end, let year = year(text, last) {
      return make(text, at..<last + 1, Moment(year: year, month: number), isPeriod: true)
    }
    // "May of last year"
    if last == next + 1, text.key(next) == "of", Self.pointers.contains(text.key(last)), text.key(last + 1) == "year",
      last + 1 < reach.end
    {
      let step = text.key(last) == "this" ? 0 : text.key(last) == "next" ? 1 : -1
      return make(text, at..<last + 2, published.map { Moment(year: $0.year + step, month: number) }, isPeriod: true)
    }
    // "May" and "March" alone are months only where a preposition or "last" stands before them.
    let before = text.key(at - 1)
    guard Self.leads.contains(before) || !Self.doubtful.contains(key) else { return nil }
    let moment = published.map { published in
      let now = published.month ?? 12
      let isAhead = before == "next" || ["by", "until", "till"].contains(before)
      return Moment(
        year: isAhead
          ? (number >= now ? published.year : published.year + 1)
          : (number > now ? published.year - 1 : published.year),
        month: number)
    }
    return make(text, at..<at + 1, moment, isPeriod: true)
  }

  private static let doubtful: WordSet = ["may", "march", "mar", "jun", "jan", "sat", "sun"]
  private static let leads: WordSet = [
    "in", "since", "by", "until", "till", "from", "to", "between", "last", "next", "this", "of", "early", "late", "mid",
    "through", "during", "and", "a", "that",
  ]

  /// A day and month, with the year that may follow, else the nearest year.
  func dated(_ text: SegmentedText, _ lexemes: Range<Int>, day: Int, month key: WordKey, _ reach: Reach) -> Draft.Time {
    let month = Self.months[key.prefix(3)]!
    var next = lexemes.upperBound
    if text.mark(next) == .comma { next += 1 }
    if next < reach.end, let year = year(text, next) {
      return make(text, lexemes.lowerBound..<next + 1, Moment(year: year, month: month, day: day), day: day)
    }
    let moment = today.map { today in
      let year = Moment(dayNumber: today).year
      let candidates = [year - 1, year, year + 1].map { Moment(year: $0, month: month, day: day) }
      return candidates.min { abs($0.dayNumber - today) < abs($1.dayNumber - today) }!
    }
    return make(text, lexemes, moment, day: day)
  }

  func isMonth(_ text: SegmentedText, _ at: Int) -> Bool { text.isCapital(at) && text.word(at).contains(.month) }

  /// 1 to 31, as "10" or "10th".
  func dayOfMonth(_ text: SegmentedText, _ at: Int) -> Int? {
    guard at < text.lexemes.count else { return nil }
    var key = text.lexemes[at].key
    if text.lexemes[at].kind == .word {
      guard key.count <= 4, key.hasSuffix("st") || key.hasSuffix("nd") || key.hasSuffix("rd") || key.hasSuffix("th")
      else {
        return nil
      }
      key = key.dropLast(2)
    } else if text.lexemes[at].kind != .number {
      return nil
    }
    guard key.count <= 2, let day = Int(key), (1...31).contains(day), text.mark(at + 1) != .percent else { return nil }
    return day
  }

  func year(_ text: SegmentedText, _ at: Int, from first: Int = 1500) -> Int? {
    guard at >= 0, at < text.lexemes.count, text.lexemes[at].kind == .number, text.lexemes[at].range.count == 4,
      let year = Int(text.lexemes[at].key), (first...2199).contains(year)
    else { return nil }
    return year
  }

  private static let weekdays: WordTable<Int> = ["mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6]
  static let months: WordTable<Int> = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
  ]
}
