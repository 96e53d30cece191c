import StemmaModel

/// A toll that moves with time: on each day one number, in dated reports.
///
/// What an early report has is then no error, and what a later one has no contradiction: the numbers follow one another.
struct TollCourse {
  private struct Step {
    var day: Moment
    var readings: [Quantity.Reading]
  }

  private let steps: [Step]

  /// Nil where a number is in no report with a day, where a day has two numbers, or where they rise and fall.
  init?(_ readings: [Quantity.Reading], in view: CollationView) {
    var byDay: [Int: Step] = [:]
    var undated: [Double] = []
    for reading in readings {
      guard let moment = view.story[reading.place.report].report.published?.moment, moment.day != nil else {
        undated.append(reading.value)
        continue
      }
      if let known = byDay[moment.dayNumber]?.readings.first, !Quantity.alike(known.value, reading.value) { return nil }
      byDay[moment.dayNumber, default: Step(day: moment, readings: [])].readings.append(reading)
    }
    steps = byDay.keys.sorted().map { byDay[$0]! }
    let values = steps.map { $0.readings[0].value }
    guard undated.allSatisfy({ own in values.contains { Quantity.alike($0, own) } }) else { return nil }
    let pairs = zip(values, values.dropFirst())
    guard steps.count > 1, pairs.allSatisfy({ $0 <= $1 }) || pairs.allSatisfy({ $0 >= $1 }) else { return nil }
  }

  /// The reports that have not what most have differ, by their day and by nothing else.
  func divergence(against standard: Double, in view: CollationView) -> Divergence {
    let all = steps.flatMap(\.readings)
    let own = all.filter { !Quantity.alike($0.value, standard) }
    let rest = all.filter { Quantity.alike($0.value, standard) }
    let course = steps.map { step in
      let readings = step.readings.sorted { $0.place < $1.place }
      return "\(view.quoted(readings[0].place)) (\(Self.words(step.day)), \(view.list(readings.map(\.place.report))))"
    }
    return Divergence(
      .figure, .low, claim: view.claim(at: own[0].place), differ: own.map(\.place.report),
      from: rest.map(\.place.report), at: all.map(\.place),
      "The toll moves with time: " + course.joined(separator: ", ") + ": an update, not a contradiction.")
  }

  /// "Mon 4 May 2020".
  private static func words(_ moment: Moment) -> String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(days[moment.weekday]) \(moment.day ?? 0) \(months[((moment.month ?? 1) - 1) % 12]) \(moment.year)"
  }
}
