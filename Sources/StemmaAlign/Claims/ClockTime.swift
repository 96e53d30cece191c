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

  /// Minutes apart at which two times may still be given for one event, and how alike two of one minute would be.
  static let reach = 30
  static let likeness = 0.8
  /// Times that are compared: the pairs are square in them. Of more, the first.
  private static let mostTimes = 200

  /// Times that may be of one event, the more alike the nearer.
  static func near(_ times: [(word: Int32, minute: Int)]) -> [(a: Int32, b: Int32, likeness: Double)] {
    let sorted = times.prefix(mostTimes).sorted { ($0.minute, $0.word) < ($1.minute, $1.word) }
    var pairs: [(a: Int32, b: Int32, likeness: Double)] = []
    for (i, a) in sorted.enumerated() {
      for b in sorted[(i + 1)...] {
        guard b.minute - a.minute <= reach else { break }
        pairs.append((a.word, b.word, likeness * (1 - Double(b.minute - a.minute) / Double(2 * reach))))
      }
    }
    return pairs
  }
}
