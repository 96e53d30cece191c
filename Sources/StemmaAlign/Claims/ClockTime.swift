package import StemmaModel

/// Reads a time of day, so that "6:40 p.m." and "18:40" are one.
package enum ClockTime {
  /// Minutes since midnight of the number at a place, as its report has them; nil where it is no time of day.
  package static func minute(at index: Int, in tokens: [Token]) -> Int? {
    let next = index + 1 < tokens.count ? tokens[index + 1].key : ""
    let isHalfDay = next == "pm" || next == "am"
    let parts = tokens[index].key.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard let first = parts[0], parts.count <= 2 else { return nil }
    var (hour, minute) = (first, 0)
    if parts.count == 2 {
      guard let second = parts[1] else { return nil }
      minute = second
    } else if next == "gmt", first >= 100, first <= 2400 {
      (hour, minute) = (first / 100, first % 100)
    } else if !isHalfDay {
      return nil
    }
    guard (0...(isHalfDay ? 12 : 24)).contains(hour), (0..<60).contains(minute) else { return nil }
    if isHalfDay { hour = hour % 12 + (next == "pm" ? 12 : 0) }
    return hour * 60 + minute
  }
}
