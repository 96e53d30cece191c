import StemmaModel
import Testing

struct TimeRecognizerTests {
  /// The report is of Thursday, 14 March 2024.
  @Test(arguments: [
    ("They met on Wednesday.", "Wednesday", "2024-03-13"), ("They met on Thursday.", "Thursday", "2024-03-14"),
    ("They met on Tuesday, 12, in town.", "Tuesday, 12", "2024-03-12"),
    ("They met on May 24, 2023.", "May 24, 2023", "2023-05-24"),
    ("They met on 24 May 2023.", "24 May 2023", "2023-05-24"),
    ("They met on the 3rd of March.", "3rd of March", "2024-03-03"),
    ("They met on March 3.", "March 3", "2024-03-03"), ("They met on December 30.", "December 30", "2023-12-30"),
    ("They met last year.", "last year", "2023"), ("They met this year.", "this year", "2024"),
    ("They met in February.", "February", "2024-02"),
    ("They met in November.", "November", "2023-11"), ("They met in 2022.", "2022", "2022"),
    ("They met in June 2019.", "June 2019", "2019-06"),
    ("They met last month.", "last month", "2024-02"), ("They met yesterday.", "yesterday", "2024-03-13"),
    ("They meet tomorrow.", "tomorrow", "2024-03-15"),
    ("It grew in the first four months of this year.", "the first four months of this year", "2024"),
    ("They met on 2023-05-24.", "2023-05-24", "2023-05-24"),
    ("It has grown so far this year.", "so far this year", "2024"),
    ("They met on Thursday, March 7.", "Thursday, March 7", "2024-03-07"),
    ("They met last Friday.", "last Friday", "2024-03-08"), ("It was sung in the 1980s.", "1980s", "1980"),
  ])
  func `a time is resolved against the day the report came out`(text: String, words: String, moment: String) throws {
    let annotated = Sample(text).annotated
    let time = try #require(annotated.times.first, "nothing found in \(text)")
    #expect(annotated.words(time.span) == words)
    #expect(time.moment?.description == moment)
  }

  @Test(arguments: [
    "They met at 3 p.m. (1200 GMT).", "They met this week.", "They met two months ago.", "They met at 12:30.",
  ])
  func `what cannot be told stays open`(text: String) {
    let annotated = Sample(text).annotated
    #expect(annotated.times.count == 1)
    #expect(annotated.times.allSatisfy { $0.moment == nil })
  }

  @Test func `without a date of publication a weekday is only a weekday`() {
    let time = Sample("They met on Tuesday, 23, in town.", published: nil).annotated.times.first
    #expect(time?.moment == nil)
    #expect(time?.weekday == 1)
    #expect(time?.dayOfMonth == 23)
  }

  @Test func `a verb is no month`() {
    #expect(Sample("They may march.").annotated.times.isEmpty)
  }
}
