import StemmaModel

/// Times that begin with digits: clock times, dates in digits, years and stretches of years.
extension TimeRecognizer {
  func number(_ text: SegmentedText, _ at: Int, _ reach: Reach) -> Draft.Time? {
    if let clock = clock(text, at, reach) { return clock }
    let end = reach.end
    if let day = dayOfMonth(text, at), at + 1 < end {
      let month = text.key(at + 1) == "of" ? at + 2 : at + 1
      if month < end, isMonth(text, month) {
        return dated(text, at..<month + 1, day: day, month: text.key(month), reach)
      }
    }
    if let date = digits(text, at, end) { return date }
    return years(text, at, reach)
  }

  private static let hours: WordSet = ["am", "pm", "gmt", "utc", "o'clock", "est", "edt", "bst", "cet", "noon"]
  private static let zones: WordSet = [
    "gmt", "utc", "et", "est", "edt", "ct", "cst", "cdt", "mst", "mdt", "pt", "pst", "pdt", "bst", "cet", "cest", "ist",
    "jst", "aest",
  ]

  /// "3 p.m. (1200 GMT)", "2:53 p.m. local time", "12:00 GMT"
  private func clock(_ text: SegmentedText, _ at: Int, _ reach: Reach) -> Draft.Time? {
    let end = reach.end
    var isClock = text.lexemes[at].key.utf8.contains(0x3A)
    var next = at + 1
    if next < end, Self.hours.contains(text.key(next)) {
      isClock = true
      next += 1
      if text.mark(next) == .stop, next + 1 < end, !text.isCapital(next + 1) { next += 1 }
    }
    guard isClock else { return nil }
    if text.key(next) == "local", text.key(next + 1) == "time", next + 1 < end { next += 2 }
    if next < end, Self.zones.contains(text.key(next)) { next += 1 }
    if text.mark(next) == .openParenthesis, next + 3 < end, text.lexemes[next + 1].kind == .number,
      Self.zones.contains(text.key(next + 2)), text.mark(next + 3) == .closeParenthesis
    {
      next += 4
    }
    return make(text, at..<next, nil)
  }

  /// 2023-05-24, 24/05/2023
  private func digits(_ text: SegmentedText, _ at: Int, _ end: Int) -> Draft.Time? {
    guard at + 4 < end, text.mark(at + 1) == .dash || text.mark(at + 1) == .slash,
      text.mark(at + 1) == text.mark(at + 3),
      !text.lexemes[at + 1].shape.contains(.spaced), let first = Int(text.key(at)), let second = Int(text.key(at + 2)),
      let third = Int(text.key(at + 4))
    else { return nil }
    if text.key(at).count == 4 { return make(text, at..<at + 5, Moment(year: first, month: second, day: third)) }
    guard text.key(at + 4).count == 4 else { return nil }
    // Which is the month can be told only where one of the two cannot be.
    let moment =
      first > 12
      ? Moment(year: third, month: second, day: first)
      : second > 12 ? Moment(year: third, month: first, day: second) : Moment(year: third)
    return make(text, at..<at + 5, moment)
  }

  private static let amounts: WordSet = [
    "than", "about", "some", "nearly", "almost", "least", "around", "roughly", "approximately", "over", "another",
  ]
  private static let counted: WordSet = [
    "people", "refugees", "civilians", "soldiers", "troops", "km", "miles", "metres", "meters", "tonnes", "dead",
    "dollars", "euros", "pounds", "homes", "jobs", "workers", "percent",
  ]

  /// "2019", "2014-15", "between 2019 and 2021", "from 1983 to 2005".
  private func years(_ text: SegmentedText, _ at: Int, _ reach: Reach) -> Draft.Time? {
    let end = reach.end
    guard let year = year(text, at, from: 1000), text.mark(at - 1) != .currency, text.mark(at + 1) != .percent else {
      return nil
    }
    if at + 2 < end, text.mark(at + 1) == .dash, !text.lexemes[at + 1].shape.contains(.spaced), year >= 1800,
      let other = self.year(text, at + 2)
        ?? Int(text.key(at + 2)).flatMap({ $0 < 100 && text.key(at + 2).count == 2 ? year / 100 * 100 + $0 : nil })
    {
      // "2014-15" with an end before its beginning is none.
      return make(
        text, at..<at + 3, Moment(year: year), until: other > year ? Moment(year: other) : nil, isPeriod: true)
    }
    let joint = text.key(at + 1)
    let before = text.key(at - 1)
    if at > reach.start,
      before == "between" && joint == "and" || before == "from" && ["to", "until", "through"].contains(joint),
      at + 2 < end, let other = self.year(text, at + 2, from: 1000), other > year,
      !Self.counted.contains(text.key(at + 3)),
      !Nouns.isPlural(text.key(at + 3)) || text.isCapital(at + 3),
      text.lexemes[at + 1].kind == .word
    {
      return make(text, at - 1..<at + 3, Moment(year: year), until: Moment(year: other), isPeriod: true)
    }
    guard year >= 1800 else { return nil }
    // "from 1000 to 2000 units"
    if before == "to", at - 2 >= reach.start, text.lexemes[at - 2].kind == .number, self.year(text, at - 2) == nil {
      return nil
    }
    // "some 2000 people" is an amount, and so is "1800 - 2400 calories".
    if Self.amounts.contains(before) || Self.counted.contains(joint) || !text.word(at + 1).isDisjoint(with: .number) {
      return nil
    }
    if text.mark(at + 1) == .dash, at + 2 < end, text.lexemes[at + 1].shape.contains(.spaced),
      text.lexemes[at + 2].kind == .number
    {
      return nil
    }
    return make(text, at..<at + 1, Moment(year: year), isPeriod: true)
  }

  /// "Q3 2023", "FY2022", "H1 of 2024"
  func fiscal(_ text: SegmentedText, _ at: Int, _ reach: Reach) -> Draft.Time? {
    let key = text.lexemes[at].key
    guard text.isCapital(at), key.count >= 2 else { return nil }
    if key.count == 2, key[0] == 0x71 || key[0] == 0x68, (0x31...0x34).contains(key[1]) {
      let part = Int(key[1] - 0x30)
      let months = key[0] == 0x71 ? 3 : 6
      guard part * months <= 12 else { return nil }
      let next = text.key(at + 1) == "of" ? at + 2 : at + 1
      guard next < reach.end, let year = year(text, next) else {
        return key[0] == 0x71 ? make(text, at..<at + 1, nil, isPeriod: true) : nil
      }
      return make(
        text, at..<next + 1, Moment(year: year, month: (part - 1) * months + 1),
        until: Moment(year: year, month: part * months),
        isPeriod: true)
    }
    guard key.hasPrefix("fy"), let digits = Int(key.dropFirst(2)) else { return nil }
    let year = key.count == 6 ? digits : key.count == 4 ? 2000 + digits : 0
    return (1900...2199).contains(year) ? make(text, at..<at + 1, Moment(year: year), isPeriod: true) : nil
  }
}
