import StemmaModel

/// Reads dates and times as pages write them.
struct DateReader: Sendable {
  struct Found: Sendable {
    var moment: Moment
    /// The calendar day as written, whatever day it is in UTC.
    var day: Moment
    /// The day that the other order of day and month makes, where both are possible.
    var alternative: Moment?
    /// In the block's tokens.
    var tokens: Range<Int>
  }

  struct Time {
    var hour: Int
    var minute: Int
    var second: Int?
    var offsetMinutes: Int?
    /// ET and the like: an hour ahead of the offset while the United States keep daylight-saving time.
    var isSeasonal: Bool
    var isAmerican: Bool
    var tokens: Range<Int>
  }

  let tokens: [Token]

  init(_ tokens: [Token]) {
    self.tokens = tokens
  }

  /// All dates of a text, in order; the time that stands with one is part of it.
  func all() -> [Found] {
    var found: [Found] = []
    var at = 0
    var number = 0
    while at < tokens.count {
      // Every date has a number within its first tokens.
      while number < tokens.count, number < at || !isNumber(number) { number += 1 }
      guard number < tokens.count else { break }
      at = max(at, number - 6)
      if let date = date(at) {
        found.append(date)
        at = max(date.tokens.upperBound, at + 1)
      } else {
        at += 1
      }
    }
    return found
  }

  /// The first date of a text that stands for itself, as a declared one does.
  static func moment(in text: String) -> Moment? { first(in: text)?.moment }

  static func first(in text: String) -> Found? {
    let bytes = Array(text.utf8)
    return compact(bytes) ?? DateReader(Token.tokens(of: bytes)).all().first
  }

  /// A declared date: as `first`, and seconds or milliseconds since 1970 too, as programs write them.
  static func declared(_ text: String) -> Found? {
    if let found = first(in: text) { return found }
    let digits = text.utf8.filter { $0 > 32 }
    guard digits.count == 10 || digits.count == 13, digits.allSatisfy({ $0 >= 48 && $0 <= 57 }),
      let value = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    let seconds = digits.count == 13 ? value / 1000 : value
    let day = Moment(dayNumber: seconds / 86400)
    guard (1995...2100).contains(day.year) else { return nil }
    let moment = Moment(
      year: day.year, month: day.month!, day: day.day!, hour: seconds % 86400 / 3600, minute: seconds % 3600 / 60,
      second: seconds % 60)
    return Found(moment: moment, day: day, tokens: 0..<1)
  }

  /// 20111110, 20111110T104500Z and 20111110104500, as feeds of events write it.
  private static func compact(_ bytes: [UInt8]) -> Found? {
    let digits = bytes.prefix { $0 >= 48 && $0 <= 57 }.map { Int($0 - 48) }
    guard digits.count == 8 || digits.count == 14 else { return nil }
    func number(_ range: Range<Int>, _ digits: [Int]) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let day = Moment(year: number(0..<4, digits), month: number(4..<6, digits), day: number(6..<8, digits))
    guard day.isValid, (1600...2200).contains(day.year) else { return nil }
    var found = Found(moment: day, day: day, tokens: 0..<1)
    let later = bytes.dropFirst(9).prefix { $0 >= 48 && $0 <= 57 }.map { Int($0 - 48) }
    if digits.count == 8, bytes.count >= 15, bytes[8] == UInt8(ascii: "T"), later.count == 6,
      bytes.last == UInt8(ascii: "Z"), number(0..<2, later) < 24, number(2..<4, later) < 60
    {
      found.moment = Moment(
        year: day.year, month: day.month!, day: day.day!, hour: number(0..<2, later), minute: number(2..<4, later),
        second: number(4..<6, later))
    }
    return found
  }

  // MARK: Days

  private func date(_ at: Int) -> Found? {
    // A time can stand before its day: "12:41 GMT, 11 November 2011".
    if let time = time(at), tokens[at].kind == .number {
      var next = time.tokens.upperBound
      while next < tokens.count, next - time.tokens.upperBound < 3, Self.fillers.contains(tokens[next].key) {
        next += 1
      }
      if next < tokens.count, let day = day(next) { return combined(day, time, from: at) }
    }
    guard let day = day(at) else { return nil }
    var next = day.tokens.upperBound
    var skipped = 0
    while next < tokens.count, skipped < 6 {
      if let time = time(next) { return combined(day, time, from: at) }
      guard Self.fillers.contains(tokens[next].key) else { break }
      next += 1
      skipped += 1
    }
    return found(day, isAmerican: false, at..<day.tokens.upperBound)
  }

  struct Day {
    var year: Int
    var month: Int
    var day: Int
    /// Both orders of day and month are possible.
    var swapped: Bool = false
    var isPersian: Bool = false
    var tokens: Range<Int>
  }

  private func combined(_ day: Day, _ time: Time, from at: Int) -> Found {
    var result = found(day, isAmerican: time.isAmerican, at..<max(day.tokens.upperBound, time.tokens.upperBound))
    let date = result.day
    guard var offset = time.offsetMinutes, let month = date.month, let dayOfMonth = date.day else { return result }
    if time.isSeasonal, AmericanSummer.holds(date, hour: time.hour) { offset += 60 }
    result.moment = Moment(
      year: date.year, month: month, day: dayOfMonth, hour: time.hour, minute: time.minute, second: time.second,
      offsetMinutes: offset)
    return result
  }

  /// Day first, as most of the world writes; month first where the time is written the American way.
  private func found(_ day: Day, isAmerican: Bool, _ range: Range<Int>) -> Found {
    let dayFirst = Moment(year: day.year, month: day.month, day: day.day)
    guard day.swapped else { return Found(moment: dayFirst, day: dayFirst, tokens: range) }
    let monthFirst = Moment(year: day.year, month: day.day, day: day.month)
    let (first, other) = isAmerican ? (monthFirst, dayFirst) : (dayFirst, monthFirst)
    return Found(moment: first, day: first, alternative: first == other ? nil : other, tokens: range)
  }

  private func day(_ start: Int) -> Day? {
    var at = start
    if tokens[at].isWord, Self.weekdays.contains(tokens[at].key) {
      at += 1
      while at < tokens.count, at - start < 4,
        [",", ".", "the", "den", "le", "el", "il", "de"].contains(tokens[at].key)
      { at += 1 }
    }
    guard at < tokens.count else { return nil }
    if var day = numeric(at) ?? monthFirst(at) ?? dayFirst(at) ?? yearFirst(at) ?? ideographic(at) {
      guard let civil = Calendars.civil(day), (1600...2200).contains(civil.year),
        Moment(year: civil.year, month: civil.month, day: civil.day).isValid
      else { return nil }
      day = civil
      day.tokens = start..<day.tokens.upperBound
      return day
    }
    return nil
  }

  private func isNumber(_ at: Int) -> Bool {
    tokens[at].kind == .number || tokens[at].isWord && tokens[at].key.utf8.first! >= 0xD8 && number(at) != nil
  }

  func number(_ at: Int) -> (value: Int, digits: Int)? {
    guard at < tokens.count else { return nil }
    if tokens[at].kind == .number { return Int(tokens[at].key).map { ($0, tokens[at].range.count) } }
    // Arabic, Persian, Hindi and Bengali digits are words to the tokens.
    guard tokens[at].isWord, tokens[at].range.count <= 16, tokens[at].key.utf8.first! >= 0xD8 else { return nil }
    return Calendars.number(tokens[at].key)
  }

  func isMark(_ at: Int, _ marks: String...) -> Bool {
    at < tokens.count && tokens[at].kind == .mark && marks.contains(tokens[at].key)
  }

  /// 2011-11-10, 10/11/2011, 10.11.2011, 10-11-2011, 11/10/11.
  private func numeric(_ at: Int) -> Day? {
    guard let first = number(at), isMark(at + 1, "-", "/", ".", "‑", "–"), !tokens[at + 1].isSpaced,
      let second = number(at + 2),
      tokens[at + 3 < tokens.count ? at + 3 : at].key == tokens[at + 1].key, let third = number(at + 4)
    else { return nil }
    let glued = !tokens[at + 4].isSpaced || tokens[at + 1].key == "."
    guard glued, second.value >= 1, second.digits <= 2 else { return nil }
    let range = at..<(at + 5)
    if first.digits == 4, third.digits <= 2 {
      // No newsroom dates its pages in the Middle Ages.
      return Day(
        year: first.value, month: second.value, day: third.value, isPersian: (1370...1450).contains(first.value),
        tokens: range)
    }
    guard first.digits <= 2, third.digits == 4 || third.digits == 2 else { return nil }
    let year = third.digits == 2 ? third.value + (third.value < 70 ? 2000 : 1900) : third.value
    if second.value > 12 { return Day(year: year, month: first.value, day: second.value, tokens: range) }
    if first.value > 12 { return Day(year: year, month: second.value, day: first.value, tokens: range) }
    return Day(year: year, month: second.value, day: first.value, swapped: tokens[at + 1].key == "/", tokens: range)
  }

  /// November 10, 2011 · Nov. 10th 2011 · Nov 10 2011
  private func monthFirst(_ at: Int) -> Day? {
    guard let month = month(at) else { return nil }
    var next = at + 1
    if isMark(next, ".", "-", "/") { next += 1 }
    guard let day = number(next), day.digits <= 2 else { return nil }
    next += 1
    if next < tokens.count, Self.ordinals.contains(tokens[next].key), !tokens[next].isSpaced { next += 1 }
    while isMark(next, ",", "-", "/", ".", "،") || next < tokens.count && tokens[next].key == "de" { next += 1 }
    guard let year = number(next), year.digits == 4 else { return nil }
    return Day(year: year.value, month: month, day: day.value, tokens: at..<(next + 1))
  }

  /// 10 November 2011 · 10. November 2011 · 10th of November, 2011 · 10-Nov-2011 · 10 de mayo de 2011
  private func dayFirst(_ at: Int) -> Day? {
    guard let day = number(at), day.digits <= 2 else { return nil }
    var next = at + 1
    if next < tokens.count, Self.ordinals.contains(tokens[next].key), !tokens[next].isSpaced { next += 1 }
    while next < tokens.count, next - at < 4,
      isMark(next, ".", "-", "/", ",", "،") || Self.joints.contains(tokens[next].key)
    { next += 1 }
    guard next < tokens.count else { return nil }
    let month: Int
    let isPersian = Calendars.persianMonths[tokens[next].key] != nil
    if next + 1 < tokens.count, tokens[next].key == "tháng", let number = number(next + 1), number.digits <= 2 {
      month = number.value
      next += 1
    } else if next + 1 < tokens.count, let named = Self.twoWordMonths[tokens[next].key]?[tokens[next + 1].key] {
      month = named
      next += 1
      if isMark(next + 1, "/"), self.month(next + 2) == named { next += 2 }
    } else if let named = self.month(next) {
      month = named
      // "24 نيسان / أبريل 2020": the month by both of its names.
      if isMark(next + 1, "/"), self.month(next + 2) == named { next += 2 }
    } else {
      return nil
    }
    next += 1
    while next < tokens.count, next - at < 12,
      isMark(next, ".", "-", "/", ",", "،") || Self.joints.contains(tokens[next].key)
    { next += 1 }
    guard let year = number(next), year.digits == 4 || year.digits == 2 && !tokens[next].isSpaced else { return nil }
    return Day(
      year: year.digits == 2 ? 2000 + year.value : year.value, month: month, day: day.value, isPersian: isPersian,
      tokens: at..<(next + 1))
  }

  /// 2020. november 23. · 2020 m. lapkričio 23 d. · 2020 November 23
  private func yearFirst(_ at: Int) -> Day? {
    guard let year = number(at), year.digits == 4 else { return nil }
    var next = at + 1
    while next < tokens.count, next - at < 4,
      isMark(next, ".", ",", "-", "/") || ["m", "yil", "оны"].contains(tokens[next].key)
    {
      next += 1
    }
    guard let month = month(next) else { return nil }
    next += 1
    if isMark(next, ".", "-", "/", ",") { next += 1 }
    guard let day = number(next), day.digits <= 2 else { return nil }
    return Day(year: year.value, month: month, day: day.value, tokens: at..<(next + 1))
  }

  /// 2011年11月10日
  private func ideographic(_ at: Int) -> Day? {
    guard let year = number(at), year.digits == 4, at + 5 < tokens.count,
      tokens[at + 1].key == "年" || tokens[at + 1].key == "년",
      let month = number(at + 2), tokens[at + 3].key == "月" || tokens[at + 3].key == "월", let day = number(at + 4),
      tokens[at + 5].key.hasPrefix("日") || tokens[at + 5].key.hasPrefix("일")
    else { return nil }
    return Day(year: year.value, month: month.value, day: day.value, tokens: at..<(at + 6))
  }

  private func month(_ at: Int) -> Int? {
    guard at < tokens.count, tokens[at].isWord else { return nil }
    return Self.months[tokens[at].key] ?? Calendars.persianMonths[tokens[at].key]
  }
}
