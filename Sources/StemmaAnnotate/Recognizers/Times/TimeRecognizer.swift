import StemmaModel

/// Finds dates, periods and times of day, and resolves them against the day the report came out.
///
/// Each is found by the word that makes it a time ("weeks", "May", "Tuesday", "2019"); what leads it in is looked for before it.
struct TimeRecognizer {
  let published: Moment?
  /// The day of publication, where it is known to the day.
  let today: Int?

  init(published: Moment?) {
    self.published = published
    today = published.flatMap { $0.day == nil ? nil : Moment(year: $0.year, month: $0.month!, day: $0.day!).dayNumber }
  }

  /// A stretch of a sentence in which a time may stand: behind what is taken already, before its end.
  struct Reach {
    var start: Int
    var end: Int
  }

  private static let triggers: WordClass = [.weekday, .month, .timeUnit, .timeWord]

  /// - Complexity: O(*n*): only words that make a time are looked at, and a bounded number of words around them.
  func recognize(in text: SegmentedText) -> [Draft.Time] {
    var found: [Draft.Time] = []
    for sentence in text.sentences {
      var reach = Reach(start: sentence.lexemes.lowerBound, end: sentence.lexemes.upperBound)
      var at = reach.start
      while at < reach.end {
        guard isTrigger(text, at), let time = time(text, at, reach) else {
          at += 1
          continue
        }
        found.append(time)
        at = max(time.lexemes.upperBound, at + 1)
        reach.start = at
      }
    }
    return found
  }

  private func isTrigger(_ text: SegmentedText, _ at: Int) -> Bool {
    switch text.lexemes[at].kind {
    case .mark: return false
    case .number: return true
    case .word:
      if !text.lexemes[at].word.isDisjoint(with: Self.triggers) { return true }
      let range = text.lexemes[at].range
      // "10th", "1980s", "Q3", "FY2022"
      return text.bytes[range.lowerBound] &- 0x30 < 10
        || text.bytes[range.upperBound - 1] &- 0x30 < 10 && range.count < 8
    }
  }

  func make(
    _ text: SegmentedText, _ lexemes: Range<Int>, _ moment: Moment?, until: Moment? = nil, weekday: Int? = nil,
    day: Int? = nil, isPeriod: Bool = false
  ) -> Draft.Time {
    let valid = moment.flatMap { $0.isValid ? $0 : nil }
    return Draft.Time(
      lexemes: lexemes, range: text.bytesOf(lexemes), moment: valid, until: until.flatMap { $0.isValid ? $0 : nil },
      weekday: weekday, dayOfMonth: day, isPeriod: isPeriod)
  }

  /// The time that the word at a place makes.
  func time(_ text: SegmentedText, _ at: Int, _ reach: Reach) -> Draft.Time? {
    if text.lexemes[at].kind == .number { return number(text, at, reach) }
    let word = text.lexemes[at].word
    let isCapital = text.lexemes[at].isCapital
    if word.contains(.weekday), isCapital { return led(text, weekday(text, at, reach), reach) }
    if word.contains(.month), isCapital { return led(text, month(text, at, reach), reach) }
    let first = text.bytes[text.lexemes[at].range.lowerBound]
    if first &- 0x30 < 10 {
      if let day = dayOfMonth(text, at) {
        // "10th November", "10th of November"
        let next = text.key(at + 1) == "of" ? at + 2 : at + 1
        if next < reach.end, isMonth(text, next) {
          return dated(text, at..<next + 1, day: day, month: text.key(next), reach)
        }
      }
      let key = text.key(at)
      if key.count == 5, key.hasSuffix("0s"), let decade = Int(key.dropLast(1)) {
        return make(text, at..<at + 1, Moment(year: decade), until: Moment(year: decade + 9), isPeriod: true)
      }
      return nil
    }
    if word.contains(.timeUnit) { return unit(text, at, reach) }
    if word.contains(.timeWord) { return timeWord(text, at, reach) }
    return fiscal(text, at, reach)
  }

  /// "last Friday", "this March": the word before belongs to it.
  private func led(_ text: SegmentedText, _ time: Draft.Time?, _ reach: Reach) -> Draft.Time? {
    guard var time, time.lexemes.lowerBound > reach.start else { return time }
    let before = time.lexemes.lowerBound - 1
    guard Self.pointers.contains(text.key(before)) else { return time }
    time.lexemes = before..<time.lexemes.upperBound
    time.range = text.bytesOf(time.lexemes)
    return time
  }

  static let pointers: WordSet = ["last", "this", "next", "past", "previous"]

  private func timeWord(_ text: SegmentedText, _ at: Int, _ reach: Reach) -> Draft.Time? {
    switch text.key(at) {
    case "today", "tonight": return make(text, at..<at + 1, day(0))
    case "overnight": return make(text, at..<at + 1, nil)
    case "yesterday": return make(text, at..<at + 1, day(-1))
    case "tomorrow": return make(text, at..<at + 1, day(1))
    case "noon", "midnight": return make(text, at..<at + 1, nil)
    case "summer", "winter", "spring", "autumn": return unit(text, at, reach)
    default: return nil
    }
  }

  func day(_ offset: Int) -> Moment? { today.map { Moment(dayNumber: $0 + offset) } }
}
