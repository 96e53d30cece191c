import StemmaModel
import Testing

@testable import StemmaExtract

@Suite struct DateEvidenceTests {
  private static let address = #"<link rel="canonical" href="https://vale.example/2024/03/04/dam">"#

  @Test func `a date names the passage that shows it, a visible one first`() {
    var page = DeclaringPage()
    page.head = #"<meta property="article:published_time" content="2024-03-04T08:00:00+01:00">"#
    #expect(page.report.shownDate == "2024-03-04T08:00:00+01:00")
    page.top = "<p>Published on Monday, March 4, 2024</p>"
    #expect(page.report.shownDate == "Monday, March 4, 2024")
    #expect(page.report.published?.moment.description == "2024-03-04T07:00:00Z")
  }

  @Test func `declared and shown days that differ are both kept`() {
    var page = DeclaringPage()
    page.head = #"<meta property="article:published_time" content="2024-03-04">"#
    page.top = "<p>March 9, 2024</p>"
    let report = page.report
    #expect(report.published?.moment.description == "2024-03-04")
    #expect(report.declared(.published) == ["openGraph 2024-03-04", "visible March 9, 2024"])
    let caveat = report.caveats.first { $0.kind == .disagreement }
    #expect(caveat?.note == "the page declares 2024-03-04 as its date and shows 2024-03-09")
    #expect(caveat?.span.map(report.exact) == "March 9, 2024")
  }

  @Test func `the day of a change is no other day of publication`() {
    var page = DeclaringPage()
    page.head =
      #"<meta property="article:published_time" content="2024-03-04"><meta property="article:modified_time" content="2024-03-09">"#
    page.top = "<p>Updated March 9, 2024</p>"
    #expect(!page.report.caveats.contains { $0.kind == .disagreement })
    #expect(page.report.modified?.moment.description == "2024-03-09")
  }

  @Test func `the address dates what nothing else does, with its place`() {
    var page = DeclaringPage()
    page.head = Self.address
    let report = page.report
    #expect(report.published?.moment.description == "2024-03-04")
    #expect(report.shownDate == "2024/03/04")
    #expect(report.declared(.published) == ["address 2024/03/04"])
  }

  @Test(arguments: [
    ("https://vale.example/2024/03/04/dam", "2024-03-04"), ("https://vale.example/news/2024-3-4-dam", "2024-03-04"),
    ("https://vale.example/20240304/dam", "2024-03-04"), ("https://vale.example/2024/mar/04/dam", "2024-03-04"),
    ("https://vale.example/2024/13/04/dam", nil), ("https://vale.example/120240304/dam", nil),
    ("https://vale.example/2024/03/", nil), ("https://vale.example/18999931", nil),
  ])
  func `addresses hold whole days or none`(_ address: String, _ expected: String?) {
    #expect(AddressDate.find(in: address)?.moment.description == expected)
  }

  @Test func `where UTC is in another day than the readers were, the day is theirs`() {
    var page = DeclaringPage()
    page.head = #"<meta property="article:published_time" content="2024-03-05T07:00:00+09:00">"#
    #expect(page.report.published?.moment.description == "2024-03-05")
    #expect(page.report.published?.time?.description == "2024-03-04T22:00:00Z")
    page.head = #"<meta property="article:published_time" content="2024-03-05T02:00:00Z">"# + Self.address
    #expect(page.report.published?.moment.description == "2024-03-04")
    #expect(page.report.published?.time?.description == "2024-03-05T02:00:00Z")
    page.head = #"<meta property="article:published_time" content="2024-03-05T12:00:00+09:00">"#
    #expect(page.report.published?.moment.description == "2024-03-05T03:00:00Z")
    #expect(page.report.published?.time == nil)
  }

  @Test(arguments: [
    ("<p>Source: Norland council, 04.03.2024 10:15 - Photo: Mara Velt</p>", "2024-03-04"),
    ("<div><a href='/t'>4 March 2024 18:29</a> <a href='/r'>Region</a></div>", "2024-03-04"),
    ("<p>تم نشره الاثنين 4 آذار / مارس 2024 09:22 مساء</p>", "2024-03-04"),
    ("<p>Vale Daily, 4 martie 2024 16:20</p>", "2024-03-04"),
    ("<time datetime='2024-03-04'>Monday</time>", "2024-03-04"),
  ])
  func `a date beside other things under the headline is the article's`(_ line: String, _ expected: String) {
    var page = DeclaringPage()
    page.top = line
    #expect(page.report.published?.moment.description == expected)
    #expect(page.report.published?.evidence?.span != nil)
  }

  @Test func `years of rights, dates in the text and of comments date nothing`() {
    var page = DeclaringPage()
    page.first = DeclaringPage.first + " The wall was built on 4 May 1962 and repaired on 7 June 2019."
    page.foot = "<p>© 2019 Vale Daily. Terms of 1 May 2018 apply to all of it.</p>"
    page.tail =
      "<section class='comments'><h3>Comments</h3><div class='comment'><p>Olga Fisk, 9 March 2024</p><p>I saw it with my own eyes.</p></div></section>"
    #expect(page.report.published == nil)
  }

  @Test(arguments: [
    ("en-US", "<p>03/04/2024</p>", "2024-03-04"), ("en-GB", "<p>03/04/2024</p>", "2024-04-03"),
    ("en", "<p>03/04/2024</p><aside><p>Weather of 03/25/2024</p></aside>", "2024-03-04"),
    ("en-US", "<p>03/04/2024</p><aside><p>Weather of 25/03/2024</p></aside>", "2024-04-03"),
    ("de", "<p>03.04.2024</p>", "2024-04-03"),
  ])
  func `the order of day and month is the page's`(_ language: String, _ top: String, _ expected: String) {
    var page = DeclaringPage()
    page.language = language
    page.top = top
    #expect(page.report.published?.moment.description == expected)
  }

  @Test func `an unmistakable date settles one that is not`() {
    var page = DeclaringPage()
    page.head = #"<link rel="canonical" href="https://vale.example/2024/03/04/dam">"#
    page.top = "<p>03/04/2024</p>"
    #expect(page.report.published?.moment.description == "2024-03-04")
  }

  @Test(arguments: [
    ("4 березня 2024", "2024-03-04"), ("4. března 2024", "2024-03-04"), ("2024. március 4.", "2024-03-04"),
    ("2024 m. kovo 4 d.", "2024-03-04"), ("4. maaliskuuta 2024", "2024-03-04"), ("4 Maret 2024", "2024-03-04"),
    ("4 Mart 2024 Pazartesi", "2024-03-04"), ("4 tháng 3, 2024", "2024-03-04"), ("4 मार्च 2024", "2024-03-04"),
    ("৪ মার্চ ২০২৪", "2024-03-04"), ("٤ مارس ٢٠٢٤", "2024-03-04"), ("۱۴ اسفند ۱۴۰۲", "2024-03-04"),
    ("4 มีนาคม 2567", "2024-03-04"),
    ("1402/12/14", "2024-03-04"), ("4 במרץ 2024", "2024-03-04"), ("2024년 3월 4일", "2024-03-04"),
    ("4 كانون الأول 2024", "2024-12-04"), ("25 October 1415", nil), ("25 October 1815", "1815-10-25"),
  ])
  func `dates are read in many languages and calendars`(_ text: String, _ expected: String?) {
    #expect(DateReader.moment(in: text)?.description == expected)
  }

  @Test func `seconds since 1970 are a date where a program declares them`() {
    #expect(DateReader.declared("1709535600")?.moment.description == "2024-03-04T07:00:00Z")
    #expect(DateReader.declared("1709535600000")?.day.description == "2024-03-04")
    #expect(DateReader.declared("12345")?.day == nil)
  }
}
