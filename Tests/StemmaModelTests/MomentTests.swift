import StemmaModel
import Testing

struct MomentTests {
  @Test func `day numbers go there and back through leap years and centuries`() {
    for day in stride(from: -800_000, through: 800_000, by: 37) {
      let moment = Moment(dayNumber: day)
      #expect(moment.dayNumber == day)
      #expect(moment.isValid)
    }
    #expect(Moment(year: 1970, month: 1, day: 1).dayNumber == 0)
    #expect(Moment(year: 2000, month: 2, day: 29).isValid)
    #expect(!Moment(year: 1900, month: 2, day: 29).isValid)
    #expect(!Moment(year: 2024, month: 13).isValid)
  }

  @Test func `weekdays are those of the calendar`() {
    #expect(Moment(year: 2023, month: 5, day: 24).weekday == 2)
    #expect(Moment(year: 1969, month: 12, day: 31).weekday == 2)
  }

  @Test(arguments: [
    (Moment(year: 2025), "2025"), (Moment(year: 2025, month: 3), "2025-03"),
    (Moment(year: 2025, month: 3, day: 4), "2025-03-04"),
    (Moment(year: 2025, month: 3, day: 4, hour: 1, minute: 30, offsetMinutes: 120), "2025-03-03T23:30Z"),
    (
      Moment(year: 2024, month: 12, day: 31, hour: 23, minute: 5, second: 9, offsetMinutes: -300),
      "2025-01-01T04:05:09Z"
    ),
  ])
  func `a time is written as precisely as it is known, in UTC`(moment: Moment, text: String) {
    #expect(moment.description == text)
  }

  @Test func `order of times is order of their ISO forms`() {
    let moments = [
      Moment(year: 2025), Moment(year: 2025, month: 1), Moment(year: 2025, month: 1, day: 2),
      Moment(year: 2025, month: 1, day: 2, hour: 0, minute: 0), Moment(year: 2025, month: 2),
    ]
    #expect(moments.sorted() == moments)
    #expect(moments.map(\.description).sorted() == moments.map(\.description))
  }
}
