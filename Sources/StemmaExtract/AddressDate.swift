import StemmaModel

/// Reads the day that is part of an article's address: /2020/01/31/, /2020-01-31-, /20200131/.
enum AddressDate {
  static func find(in address: String) -> (moment: Moment, value: String, range: Range<Int>)? {
    let bytes = Array(address.utf8)
    var at = 0
    while at + 8 <= bytes.count {
      // A number of four digits or more, not part of a longer run.
      guard isDigit(bytes, at), at == 0 || !isDigit(bytes, at - 1) else {
        at += 1
        continue
      }
      var end = at
      while isDigit(bytes, end) { end += 1 }
      if let found = day(bytes, at, end) {
        return (found.moment, String(decoding: bytes[at..<found.end], as: UTF8.self), at..<found.end)
      }
      at = end
    }
    return nil
  }

  private static func isDigit(_ bytes: [UInt8], _ at: Int) -> Bool {
    at < bytes.count && bytes[at] >= 48 && bytes[at] <= 57
  }

  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private static func day(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (moment: Moment, end: Int)? {
    if end - at == 8 {
      return moment(number(bytes, at..<(at + 4)), number(bytes, (at + 4)..<(at + 6)), number(bytes, (at + 6)..<end)).map
      { ($0, end) }
    }
    guard end - at == 4, end < bytes.count,
      [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(bytes[end])
    else { return nil }
    let mark = bytes[end]
    var next = end + 1
    var month = 0
    while isDigit(bytes, next), next - end <= 2 {
      month = month * 10 + Int(bytes[next] - 48)
      next += 1
    }
    if next == end + 1 {
      // 2020/jan/31
      while next < bytes.count, bytes[next] | 32 >= 97, bytes[next] | 32 <= 122, next - end <= 10 { next += 1 }
      let name = String(decoding: bytes[(end + 1)..<next], as: UTF8.self).lowercased()
      month = DateReader.months[name] ?? 0
    }
    guard month > 0, next < bytes.count, bytes[next] == mark else { return nil }
    let dayStart = next + 1
    next = dayStart
    while isDigit(bytes, next), next - dayStart <= 2 { next += 1 }
    guard next > dayStart, next - dayStart <= 2 else { return nil }
    return moment(number(bytes, at..<end), month, number(bytes, dayStart..<next)).map { ($0, next) }
  }

  private static func moment(_ year: Int, _ month: Int, _ day: Int) -> Moment? {
    guard (1990...2100).contains(year), (1...12).contains(month) else { return nil }
    let moment = Moment(year: year, month: month, day: day)
    return moment.isValid && day > 0 ? moment : nil
  }
}
