import StemmaModel

/// Reads dates and times as pages write them.
struct DateReader: Sendable {
  struct Found: Sendable {
    var moment: Moment
    /// In the block's tokens.
    var tokens: Range<Int>
  }

  private struct Time {
    var hour: Int
    var minute: Int
    var second: Int?
    var offsetMinutes: Int?
    /// ET and the like: an hour ahead of the offset while the United States keep daylight-saving time.
    var isSeasonal: Bool
    var isAmerican: Bool
    var tokens: Range<Int>
  }

  private let tokens: [Token]

  init(_ tokens: [Token]) {
    self.tokens = tokens
  }

  /// All dates of a text, in order; the time that stands with one is part of it.
  func all() -> [Found] {
    var found: [Found] = []
    var at = 0
    while at < tokens.count {
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
  static func moment(in text: String) -> Moment? {
    let bytes = Array(text.utf8)
    let tokens = Token.tokens(of: bytes)
    // 20111110T104500Z and 20111110104500, as feeds of events write it.
    let digits = bytes.prefix { $0 >= 48 && $0 <= 57 }.map { Int($0 - 48) }
    if digits.count == 8 || digits.count == 14 {
      func number(_ range: Range<Int>, _ digits: [Int]) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
      let day = Moment(year: number(0..<4, digits), month: number(4..<6, digits), day: number(6..<8, digits))
      guard day.isValid, (1600...2200).contains(day.year) else { return nil }
      let later = bytes.dropFirst(9).prefix { $0 >= 48 && $0 <= 57 }.map { Int($0 - 48) }
      if digits.count == 8, bytes.count >= 15, bytes[8] == UInt8(ascii: "T"), later.count == 6,
        bytes.last == UInt8(ascii: "Z")
      {
        return Moment(
          year: day.year, month: day.month!, day: day.day!, hour: number(0..<2, later), minute: number(2..<4, later),
          second: number(4..<6, later))
      }
      return day
    }
    return DateReader(tokens).all().first?.moment
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
    return Found(moment: resolved(day, isAmerican: false), tokens: at..<day.tokens.upperBound)
  }

  private struct Day {
    var year: Int
    var month: Int
    var day: Int
    /// Both orders are possible, and the other is this.
    var swapped: Bool = false
    var tokens: Range<Int>
  }

  private func combined(_ day: Day, _ time: Time, from at: Int) -> Found {
    let date = resolved(day, isAmerican: time.isAmerican)
    let range = at..<max(day.tokens.upperBound, time.tokens.upperBound)
    guard var offset = time.offsetMinutes, let month = date.month, let dayOfMonth = date.day else {
      return Found(moment: date, tokens: range)
    }
    if time.isSeasonal, AmericanSummer.holds(date, hour: time.hour) { offset += 60 }
    return Found(
      moment: Moment(
        year: date.year, month: month, day: dayOfMonth, hour: time.hour, minute: time.minute, second: time.second,
        offsetMinutes: offset), tokens: range)
  }

  /// Day first, as most of the world writes; month first where the time is written the American way.
  private func resolved(_ day: Day, isAmerican: Bool) -> Moment {
    day.swapped && isAmerican
      ? Moment(year: day.year, month: day.day, day: day.month) : Moment(year: day.year, month: day.month, day: day.day)
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
    if var day = numeric(at) ?? monthFirst(at) ?? dayFirst(at) ?? ideographic(at) {
      guard Moment(year: day.year, month: day.month, day: day.day).isValid, (1600...2200).contains(day.year) else {
        return nil
      }
      day.tokens = start..<day.tokens.upperBound
      return day
    }
    return nil
  }

  private func number(_ at: Int) -> (value: Int, digits: Int)? {
    guard at < tokens.count, tokens[at].kind == .number, let value = Int(tokens[at].key) else { return nil }
    return (value, tokens[at].range.count)
  }

  private func isMark(_ at: Int, _ marks: String...) -> Bool {
    at < tokens.count && tokens[at].kind == .mark && marks.contains(tokens[at].key)
  }

  /// 2011-11-10, 10/11/2011, 10.11.2011, 10-11-2011, 11/10/11.
  private func numeric(_ at: Int) -> Day? {
    guard let first = number(at), isMark(at + 1, "-", "/", "."), !tokens[at + 1].isSpaced, let second = number(at + 2),
      tokens[at + 3 < tokens.count ? at + 3 : at].key == tokens[at + 1].key, let third = number(at + 4)
    else { return nil }
    let glued = !tokens[at + 4].isSpaced || tokens[at + 1].key == "."
    guard glued, second.value >= 1, second.digits <= 2 else { return nil }
    let range = at..<(at + 5)
    if first.digits == 4, third.digits <= 2 {
      return Day(year: first.value, month: second.value, day: third.value, tokens: range)
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
    while isMark(next, ",", "-", "/", ".") { next += 1 }
    guard let year = number(next), year.digits == 4 else { return nil }
    return Day(year: year.value, month: month, day: day.value, tokens: at..<(next + 1))
  }

  /// 10 November 2011 · 10. November 2011 · 10th of November, 2011 · 10-Nov-2011 · 10 de mayo de 2011
  private func dayFirst(_ at: Int) -> Day? {
    guard let day = number(at), day.digits <= 2 else { return nil }
    var next = at + 1
    if next < tokens.count, Self.ordinals.contains(tokens[next].key), !tokens[next].isSpaced { next += 1 }
    while next < tokens.count, next - at < 4,
      isMark(next, ".", "-", "/", ",") || ["of", "de", "di", "d'"].contains(tokens[next].key)
    { next += 1 }
    guard next < tokens.count, let month = month(next) else { return nil }
    next += 1
    while next < tokens.count, isMark(next, ".", "-", "/", ",") || ["de", "del", "of"].contains(tokens[next].key) {
      next += 1
    }
    guard let year = number(next), year.digits == 4 || year.digits == 2 && !tokens[next].isSpaced else { return nil }
    return Day(
      year: year.digits == 2 ? 2000 + year.value : year.value, month: month, day: day.value, tokens: at..<(next + 1))
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
    return Self.months[tokens[at].key]
  }

  // MARK: Times

  /// 14:39 · 2:39:10 PM · 3pm · 12.41 GMT · T10:20:00+02:00 · 10h30
  private func time(_ start: Int) -> Time? {
    var at = start
    if at < tokens.count, tokens[at].key == "t", !tokens[at].isSpaced { at += 1 }
    guard let hour = number(at), hour.digits <= 2 || hour.digits == 4, tokens[at].kind == .number else { return nil }
    var minute: Int?
    var second: Int?
    var next = at + 1
    var hourValue = hour.value
    if hour.digits == 4 {
      // 1200 GMT: only a zone makes four digits a time.
      guard next < tokens.count, Self.zones[tokens[next].key] != nil, tokens[next].isUpper else { return nil }
      hourValue = hour.value / 100
      minute = hour.value % 100
    } else if isMark(next, ":", ".") || next < tokens.count && tokens[next].key == "h", !tokens[next].isSpaced,
      let value = number(next + 1), value.digits == 2, !tokens[next + 1].isSpaced
    {
      // A dot makes a time only with a zone or am and pm behind it; dates have dots as well.
      let isDot = tokens[next].key == "."
      minute = value.value
      next += 2
      if isMark(next, ":"), let value = number(next + 1), value.digits == 2 {
        second = value.value
        next += 2
        if isMark(next, "."), number(next + 1) != nil, !tokens[next].isSpaced { next += 2 }
      }
      if isDot,
        next >= tokens.count
          || !(Self.halves.contains(tokens[next].key) || Self.zones[tokens[next].key] != nil
            || ["a", "p", "uhr"].contains(tokens[next].key))
      {
        return nil
      }
    }
    var isAmerican = false
    var hasHalf = false
    if next < tokens.count {
      let key = tokens[next].key
      if Self.halves.contains(key) {
        if key == "pm", hourValue < 12 { hourValue += 12 }
        if key == "am", hourValue == 12 { hourValue = 0 }
        isAmerican = tokens[next].isUpper
        hasHalf = true
        next += 1
      } else if key == "a" || key == "p", isMark(next + 1, "."), next + 2 < tokens.count, tokens[next + 2].key == "m" {
        if key == "p", hourValue < 12 { hourValue += 12 }
        if key == "a", hourValue == 12 { hourValue = 0 }
        hasHalf = true
        next += isMark(next + 3, ".") ? 4 : 3
      } else if key == "uhr" {
        hasHalf = true
        next += 1
      }
    }
    guard minute != nil || hasHalf, hourValue < 24, (minute ?? 0) < 60, (second ?? 0) < 61 else { return nil }
    let zone = zone(next)
    return Time(
      hour: hourValue, minute: minute ?? 0, second: second, offsetMinutes: zone?.offset,
      isSeasonal: zone.map { Self.seasonal.contains($0.name) } ?? false,
      isAmerican: isAmerican || zone?.isAmerican == true, tokens: start..<(zone?.end ?? next))
  }

  private func zone(_ start: Int) -> (name: String, offset: Int, isAmerican: Bool, end: Int)? {
    var at = start
    let isBracketed = isMark(at, "(")
    if isBracketed { at += 1 }
    guard at < tokens.count else { return nil }
    if isMark(at, "+", "-", "−"), !tokens[at].isSpaced || isBracketed || number(at + 1)?.digits == 4,
      let offset = offset(at)
    {
      return ("", offset.minutes, false, offset.end)
    }
    guard tokens[at].isWord, tokens[at].isUpper || tokens[at].key == "z", let minutes = Self.zones[tokens[at].key]
    else { return nil }
    if ["gmt", "utc"].contains(tokens[at].key), isMark(at + 1, "+", "-", "−"), !tokens[at + 1].isSpaced,
      let offset = offset(at + 1)
    {
      return ("", offset.minutes, false, isBracketed && isMark(offset.end, ")") ? offset.end + 1 : offset.end)
    }
    let name = tokens[at].key
    return (name, minutes, Self.american.contains(name), isBracketed && isMark(at + 1, ")") ? at + 2 : at + 1)
  }

  /// +02:00 · +0200 · +2
  private func offset(_ at: Int) -> (minutes: Int, end: Int)? {
    guard let first = number(at + 1), !tokens[at + 1].isSpaced else { return nil }
    let sign = tokens[at].key == "+" ? 1 : -1
    if first.digits == 4 { return (sign * (first.value / 100 * 60 + first.value % 100), at + 2) }
    guard first.digits <= 2, first.value <= 14 else { return nil }
    if isMark(at + 2, ":"), let minutes = number(at + 3), minutes.digits == 2 {
      return (sign * (first.value * 60 + minutes.value), at + 4)
    }
    return (sign * first.value * 60, at + 2)
  }
}
