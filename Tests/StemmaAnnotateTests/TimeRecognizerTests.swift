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
    ("They will meet on Monday.", "Monday", "2024-03-18"), ("They met on Monday.", "Monday", "2024-03-11"),
    ("He said on Tuesday that it will rain.", "Tuesday", "2024-03-12"),
    ("The court on Friday will hear it.", "Friday", "2024-03-15"),
    ("It broke two days ago.", "days ago", "2024-03-12"),
    ("They met on Tuesday the 5th.", "Tuesday the 5th", "2024-03-05"),
    ("They met on Friday 8 March.", "Friday 8 March", "2024-03-08"),
    ("They meet in May of next year.", "May of next year", "2025-05"),
    ("Sales fell in Q3 2023.", "Q3 2023", "2023-07"), ("Sales fell in FY2022.", "FY2022", "2022"),
    ("It has grown since Verna's reform began in February 2022.", "February 2022", "2022-02"),
    ("It fell in the three months to June 2023.", "the three months to June 2023", "2023-04"),
    ("It lasted from 1983 to 2005.", "from 1983 to 2005", "1983"), ("The 2014-15 season is over.", "2014-15", "2014"),
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

  @Test(arguments: [
    ("It ran between 2019 and 2021.", "2021"), ("It ran from 1983 to 2005.", "2005"),
    ("The 2014-15 season is over.", "2015"),
    ("It was sung in the 1980s.", "1989"), ("It fell in the three months to June 2023.", "2023-06"),
    ("Sales fell in Q3 2023.", "2023-09"),
  ])
  func `a stretch of time has an upper end`(text: String, until: String) {
    let times = Sample(text).annotated.times
    #expect(times.map { $0.until?.description } == [until])
  }

  @Test(arguments: [
    ("It closed at 5:30 p.m. EDT on the day.", "5:30 p.m. EDT"), ("It closed at 17:30 GMT.", "17:30 GMT"),
    ("It closed at noon.", "noon"),
    ("It closed overnight.", "overnight"), ("It opened last summer.", "last summer"),
  ])
  func `times of day and seasons are times without a date`(text: String, words: String) {
    let annotated = Sample(text).annotated
    #expect(annotated.times.map { annotated.words($0.span) } == [words])
    #expect(annotated.figures.isEmpty && annotated.quantities.isEmpty)
  }

  @Test func `a temperature between numbers that look like years is no time`() {
    #expect(Sample("Adults need 1800 - 2400 calories.").annotated.times.isEmpty)
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
