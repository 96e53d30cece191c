import StemmaModel

/// Days of other calendars and numbers in other digits, as newsrooms write them.
enum Calendars {
  /// A day of the Persian or the Buddhist calendar in the civil one; others as they are. Nil for a day that no calendar has.
  static func civil(_ day: DateReader.Day) -> DateReader.Day? {
    var result = day
    switch day.year {
    case 1300...1500 where day.isPersian:
      guard (1...12).contains(day.month), (1...31).contains(day.day) else { return nil }
      let moment = Moment(dayNumber: persianDayNumber(day.year, day.month, day.day))
      (result.year, result.month, result.day) = (moment.year, moment.month!, moment.day!)
    // The Buddhist era runs 543 years ahead.
    case 2530...2643: result.year = day.year - 543
    default: break
    }
    return result
  }

  /// Days since 1970-01-01.
  ///
  /// Source: the arithmetic 33-year cycle, exact for 1343–1503 of the Persian calendar (1965–2124).
  private static func persianDayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let leaps = (0..<(year - 1)).reduce(into: 0) { count, past in
      if [1, 5, 9, 13, 17, 22, 26, 30].contains((past + 1) % 33) { count += 1 }
    }
    let before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
    return 365 * (year - 1) + leaps + before + day - 1 - 492_268
  }

  /// A number in Arabic, Persian, Hindi, Bengali or other digits of four.
  static func number(_ word: String) -> (value: Int, digits: Int)? {
    var value = 0
    var digits = 0
    for scalar in word.unicodeScalars {
      guard scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue, digits < 5 else {
        return nil
      }
      value = value * 10 + Int(digit)
      digits += 1
    }
    return digits > 0 ? (value, digits) : nil
  }

  static let persianMonths: [String: Int] = {
    let names = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
    var months: [String: Int] = [:]
    for (number, name) in zip(1..., names.split(separator: " ")) {
      months[String(name)] = number
      // Written with the Arabic letter.
      months[String(name).replacing("ی", with: "ي")] = number
    }
    return months
  }()
}
