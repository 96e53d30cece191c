/// Times of day and zones.
extension DateReader {
  /// 14:39 · 2:39:10 PM · 3pm · 12.41 GMT · T10:20:00+02:00 · 10h30
  func time(_ start: Int) -> Time? {
    var at = start
    if at < tokens.count, tokens[at].key == "t", !tokens[at].isSpaced { at += 1 }
    guard let hour = number(at), hour.digits <= 2 || hour.digits == 4 else { return nil }
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
