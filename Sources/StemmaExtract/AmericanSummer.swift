import StemmaModel

/// When the United States keep daylight-saving time.
///
/// From the second Sunday of March to the first of November at 2 o'clock, since 2007; before, from the first Sunday of
/// April to the last of October. (Source: Energy Policy Act of 2005, section 110.)
enum AmericanSummer {
  static func holds(_ day: Moment, hour: Int) -> Bool {
    let year = day.year
    let start = year >= 2007 ? sunday(onOrAfter: 8, 3, year) : sunday(onOrAfter: 1, 4, year)
    let end = year >= 2007 ? sunday(onOrAfter: 1, 11, year) : sunday(onOrAfter: 25, 10, year)
    let today = day.dayNumber
    if today == start { return hour >= 2 }
    if today == end { return hour < 2 }
    return today > start && today < end
  }

  private static func sunday(onOrAfter day: Int, _ month: Int, _ year: Int) -> Int {
    let first = Moment(year: year, month: month, day: day)
    return first.dayNumber + 6 - first.weekday
  }
}
