/// A time as precisely as it is known, in UTC.
public struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
  public enum Precision: String, Sendable, CaseIterable {
    case year, month, day, minute, second
  }

  public var year: Int
  public var month: Int?
  public var day: Int?
  /// Seconds since midnight UTC; known at the precisions minute and second only.
  public var secondOfDay: Int?
  public var precision: Precision

  public init(year: Int) {
    (self.year, precision) = (year, .year)
  }

  public init(year: Int, month: Int) {
    (self.year, self.month, precision) = (year, month, .month)
  }

  public init(year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day, precision) = (year, month, day, .day)
  }

  /// A time of day. `offsetMinutes` is the zone's distance from UTC, east positive: the result is in UTC.
  public init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int? = nil, offsetMinutes: Int = 0) {
    let total = hour * 3600 + minute * 60 + (second ?? 0) - offsetMinutes * 60
    let days = Int((Double(total) / 86400).rounded(.down))
    self = Moment(dayNumber: Moment(year: year, month: month, day: day).dayNumber + days)
    secondOfDay = total - days * 86400
    precision = second == nil ? .minute : .second
  }

  /// The day that is `dayNumber` days after 1970-01-01.
  public init(dayNumber: Int) {
    // Civil-from-days over 400-year eras that begin on 1 March, so that the leap day ends a year.
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// Days since 1970-01-01; of a coarser time, of its first day.
  public var dayNumber: Int {
    let month = month ?? 1
    let day = day ?? 1
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// 0 is Monday.
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  /// Whether the fields name a day that the calendar has.
  public var isValid: Bool {
    guard let month else { return true }
    guard (1...12).contains(month) else { return false }
    guard let day else { return true }
    return day >= 1 && day <= 31 && Moment(dayNumber: dayNumber).day == day
  }

  /// ISO 8601, cut to the precision: 2023, 2023-05, 2023-05-24, 2023-05-24T10:20Z.
  public var description: String {
    func padded(_ n: Int, _ width: Int = 2) -> String {
      let digits = String(n)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month) }
    if let day { text += "-" + padded(day) }
    if let secondOfDay {
      text += "T" + padded(secondOfDay / 3600) + ":" + padded(secondOfDay / 60 % 60)
      if precision == .second { text += ":" + padded(secondOfDay % 60) }
      text += "Z"
    }
    return text
  }

  /// Earlier first; a coarser time stands before the finer ones it holds, as its ISO form does.
  public static func < (a: Moment, b: Moment) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0, a.secondOfDay ?? -1) < (b.year, b.month ?? 0, b.day ?? 0, b.secondOfDay ?? -1)
  }
}
