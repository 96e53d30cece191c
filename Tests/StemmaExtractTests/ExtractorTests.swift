import StemmaModel
import Testing

@testable import StemmaExtract

/// The laws that every report keeps, whatever the page.
func checkExtraction(_ report: Report, sourceLocation: SourceLocation = #_sourceLocation) {
  let length = report.original.utf8.count
  var end = 0
  for passage in report.passages {
    #expect(passage.span.end <= length && passage.range.lowerBound >= end, sourceLocation: sourceLocation)
    end = passage.range.upperBound
    #expect(!report.text.string(passage.range).isEmpty, sourceLocation: sourceLocation)
  }
  for (one, next) in zip(report.passages, report.passages.dropFirst()) {
    #expect(one.span.end <= next.span.start, sourceLocation: sourceLocation)
  }
  for furniture in report.furniture {
    #expect(furniture.span.end <= length, sourceLocation: sourceLocation)
    #expect(!report.body.contains { $0.span.overlaps(furniture.span) }, sourceLocation: sourceLocation)
  }
  for excerpt in [report.title, report.byline].compactMap({ $0 }) + report.credits.map(\.place) {
    if let span = excerpt.span { #expect(span.end <= length, sourceLocation: sourceLocation) }
  }
}

func extract(_ text: String, _ form: Page.Form = .plain) -> Report {
  let report = Extractor().extract(Page(source: "page", sha256: "", text: text, form: form))
  checkExtraction(report)
  return report
}

extension Report {
  func shown(_ kind: Passage.Kind) -> [String] { passages.filter { $0.kind == kind }.map { text.string($0.range) } }
  func furniture(_ kind: Furniture.Kind) -> [String] { furniture.filter { $0.kind == kind }.map { exact($0.span) } }
}

@Suite struct ExtractorTests {
  static let first = "The harbour of Lindholm was closed on Monday after a crane fell into the water, officials said."
  static let second = "Nobody was hurt, but two ferries had to turn back and the fish market opened three hours late."
  static let third =
    "Divers will look at the wreck of the crane on Tuesday, and the harbour may open again in the evening."

  @Test func `title, byline, date and paragraphs part`() {
    let report = extract(
      "Crane falls into Lindholm harbour\n\nBy Mara Velt\n\n4 March 2024\n\n\(Self.first)\n\n\(Self.second)\n")
    #expect(report.title?.text == "Crane falls into Lindholm harbour")
    #expect(report.byline?.text == "Mara Velt")
    #expect(report.published?.moment.description == "2024-03-04")
    #expect(report.published?.evidence?.text == "4 March 2024")
    #expect(report.shown(.paragraph) == [Self.first, Self.second])
    #expect(report.furniture.isEmpty)
    #expect(report.language == "en")
  }

  @Test func `one sentence a line, the date line before the title`() {
    let report = extract(
      "5 June 2019 Last updated at 09:12 GMT\nCrane falls in Lindholm\n\(Self.first)\n\(Self.second)\nWreck stays\n\(Self.third)"
    )
    #expect(report.title?.text == "Crane falls in Lindholm")
    #expect(report.published?.moment.description == "2019-06-05T09:12Z")
    #expect(report.shown(.subheading) == ["Wreck stays"])
    #expect(report.shown(.paragraph).count == 3)
  }

  @Test func `a byline glued to the first paragraph parts from it`() {
    let report = extract("Crane falls into harbour\n\nBy Mara Velt for Vale Media. \(Self.first)\n\n\(Self.second)")
    #expect(report.byline?.text == "Mara Velt")
    #expect(report.outlet?.name == "Vale Media")
    #expect(report.shown(.paragraph) == [Self.first, Self.second])
  }

  @Test func `a caption is furniture, and read once`() {
    let caption = "The crane in the harbour of Lindholm on Monday. — AFP"
    let report = extract("Crane falls into harbour\n\n\(caption)\n\(caption)\n\n\(Self.first)\n\n\(Self.second)")
    #expect(report.furniture(.caption) == [caption, caption])
    #expect(report.shown(.caption) == [caption])
    #expect(report.credits.map(\.kind) == [.photo, .photo])
    #expect(report.credits.allSatisfy { $0.agency == "AFP" })
    #expect(report.shown(.paragraph) == [Self.first, Self.second])
  }

  @Test func `promos between paragraphs are furniture`() {
    let report = extract(
      """
      Crane falls into harbour

      \(Self.first)

      Also on Vale Media: Ten ways to cook a herring

      \(Self.second)

      Read more: How cranes are tested

      \(Self.third)
      """)
    #expect(report.shown(.paragraph) == [Self.first, Self.second, Self.third])
    #expect(report.furniture.count == 2)
  }

  @Test func `what follows the article is told by its kind`() {
    let report = extract(
      """
      Crane falls into harbour

      \(Self.first)

      \(Self.second)

      \(Self.third)

      *With information from AFP

      harbour news, Lindholm, cranes

      About the Author:

      Mara Velt is a journalist with ten years at sea. She likes storms, boats and long reports about both of them.

      Check out our other content

      Copyright © 2024 Vale Media. All rights reserved.
      """)
    #expect(report.shown(.paragraph).count == 3)
    #expect(report.furniture.map(\.kind) == [.credit, .tags, .authorBio, .authorBio, .related, .banner])
    #expect(report.credits.map(\.kind) == [.creditLine])
    #expect(report.outlet?.name == "Vale Media")
    #expect(report.byline == nil)
  }

  @Test func `menus and a cookie notice before the title are furniture`() {
    let report = extract(
      """
      Skip to content
      Home
      World
      Sport
      We use cookies to improve your visit. Read our privacy policy.
      Accept all

      Crane falls into Lindholm harbour

      3 min read

      \(Self.first)

      \(Self.second)
      """)
    #expect(report.title?.text == "Crane falls into Lindholm harbour")
    #expect(report.shown(.paragraph) == [Self.first, Self.second])
    #expect(report.furniture(.menu) == ["Skip to content", "Home", "World", "Sport"])
  }

  @Test func `Markdown marks are resolved and spans keep them`() {
    let text =
      "# Crane falls\n\nBy [AFP](#)\n\nMay 4, 2024\n\nThe loss is \\$5 million, **the mayor** said, and [the port](https://example.org) will have to pay half of it.\n\n\(Self.second)\n"
    let report = extract(text, .markdown)
    #expect(report.title?.text == "Crane falls")
    #expect(report.byline?.text == "AFP")
    #expect(report.credits.map(\.place.text) == ["By AFP"])
    #expect(
      report.shown(.paragraph)[0] == "The loss is $5 million, the mayor said, and the port will have to pay half of it."
    )
    #expect(report.exact(report.body[0].span).hasPrefix("The loss is \\$5"))
  }

  @Test func `the address at the end names the outlet`() {
    let report = extract(
      "Crane falls into harbour\n\n\(Self.first)\n\n\(Self.second)\n\nOriginal url:\n\n<https://www.thelondonpost.com/2024/crane>",
      .markdown)
    #expect(report.outlet?.name == "The London Post")
    #expect(report.furniture.map(\.kind) == [.link, .link])
  }

  @Test func `nothing is invented where the text is silent`() {
    let report = extract("Crane falls into Lindholm harbour\n\n\(Self.first)\n\n\(Self.second)")
    #expect(report.byline == nil)
    #expect(report.outlet == nil)
    #expect(report.published == nil)
    #expect(report.credits.isEmpty)
    #expect(report.caveats.map(\.kind) == [.noDate])
  }

  @Test(arguments: ["", "\u{FEFF}", "Home\nMenu\nLog in", "\r\n\r\n"])
  func `a page without an article has a caveat`(_ text: String) {
    let report = extract(text)
    #expect(report.body.isEmpty)
    #expect(report.caveats.contains { $0.kind == .noBody })
  }

  @Test func `wrapped lines are one paragraph`() {
    let report = extract(
      """
      Crane falls into harbour

      The harbour of Lindholm was closed on Monday after a crane
      fell into the water, officials said, and the ferries that
      run to the islands had to turn back to the mainland.

      Nobody was hurt, but the fish market opened three hours
      late, and the divers who will look at the wreck have to
      wait until the water is calm enough for their boats.
      """)
    #expect(report.shown(.paragraph).count == 2)
  }

  @Test func `CRLF and a byte-order mark do not show`() {
    let report = extract("\u{FEFF}Crane falls into harbour\r\n\r\n\(Self.first)\r\n\r\n\(Self.second)\r\n")
    #expect(report.title?.text == "Crane falls into harbour")
    #expect(report.title?.span?.start == 3)
    #expect(report.shown(.paragraph) == [Self.first, Self.second])
  }
}
