import StemmaModel

/// Whether a time in a passage is the one that is claimed.
enum Times {
  enum Verdict {
    case same, other, unlike
  }

  /// - Parameter namesDay: the claim has a number in it, and not a weekday alone.
  static func compare(_ claimed: TimeMention, _ found: TimeMention, namesDay: Bool) -> Verdict {
    if claimed.until != nil || found.until != nil {
      guard claimed.moment != nil, found.moment != nil else { return .unlike }
      if claimed.moment == found.moment, claimed.until == found.until { return .same }
      // A time within a stretch is neither the stretch nor another.
      return claimed.until != nil && found.until != nil ? .other : .unlike
    }
    if namesDay, let day = claimed.dayOfMonth ?? claimed.moment?.day, let other = found.dayOfMonth ?? found.moment?.day,
      day != other
    {
      return .other
    }
    if let a = claimed.moment, let b = found.moment { return compare(a, b, claimed, found) }
    // A weekday alone does not bear a date.
    if namesDay { return .unlike }
    let (a, b) = (weekday(claimed), weekday(found))
    if let a, let b { return a == b ? .same : .other }
    return .unlike
  }

  private static func compare(_ a: Moment, _ b: Moment, _ claimed: TimeMention, _ found: TimeMention) -> Verdict {
    // What was named is compared first: a weekday reckoned from a report's day may be of another week.
    if let x = claimed.weekday, let y = found.weekday { return x == y ? .same : .other }
    if a.year != b.year {
      // A year that neither names was reckoned.
      return .other
    }
    guard let m = a.month else { return .same }
    guard let n = b.month else { return .unlike }
    if m != n { return .other }
    guard let d = a.day else { return .same }
    guard let e = b.day else { return .unlike }
    return d == e ? .same : .other
  }

  private static func weekday(_ time: TimeMention) -> Int? {
    time.weekday ?? (time.moment?.day == nil ? nil : time.moment?.weekday)
  }
}
