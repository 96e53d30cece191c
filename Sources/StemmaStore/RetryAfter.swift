import StemmaModel

/// The HTTP field of that name: a number of seconds, or a date (RFC 9110, 10.2.3 and 5.6.7).
enum RetryAfter {
  /// Seconds from now; nil if it is neither. A date that is past is 0.
  static func seconds(_ field: String, now: Int64) -> Int64? {
    if let seconds = Int64(field) { return max(0, seconds) }
    return date(field.split { $0 == " " || $0 == "," || $0 == "-" }).map { max(0, $0 - now) }
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`, and `Sunday, 06-Nov-94 08:49:37 GMT`, which old servers still write.
  private static func date(_ words: [Substring]) -> Int64? {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), (1...31).contains(day),
      let month = months.firstIndex(of: String(words[2])), var year = Int(words[3]), (0...9999).contains(year)
    else { return nil }
    if words[3].count == 2 { year += year < 70 ? 2000 : 1900 }
    let clock = words[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2]) else {
      return nil
    }
    return Int64(Moment(year: year, month: month + 1, day: day).dayNumber) * 86_400
      + Int64(clock[0] * 3600 + clock[1] * 60 + clock[2])
  }
}
