import Foundation
import StemmaModel
import Testing

@testable import StemmaPresent

@Suite struct HTMLPageTests {
  private func page(_ dossier: Dossier) -> String { HTMLPage.render(dossier, texts: []) }

  private func lanternPage() throws -> String {
    HTMLPage.render(
      try Fixture.lantern(), texts: try Fixture.lanternTexts().map { .init(id: $0.id, original: $0.original) })
  }

  /// The page without its own style and script.
  private func body(_ page: String) -> String {
    var text = page
    for tag in ["style", "script"] {
      if let open = text.range(of: "<\(tag)>"), let close = text.range(of: "</\(tag)>", options: .backwards) {
        text.removeSubrange(open.lowerBound..<close.upperBound)
      }
    }
    return text
  }

  @Test func `the ferry story as a page`() throws {
    try Golden.check(body(try lanternPage()), "lantern.html")
  }

  @Test func `the page fetches nothing`() throws {
    let page = try lanternPage()
    #expect(
      page.contains(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">"
      ))
    #expect(!page.contains("src=") && !page.contains("<link") && !page.contains("@import") && !page.contains("url("))
  }

  @Test func `whatever a report says stays text`() {
    let page = page(Hostile.dossier)
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(page.components(separatedBy: "</script").count == 2)
    #expect(page.components(separatedBy: "<style").count == 2)
    #expect(page.components(separatedBy: "</title>").count - page.components(separatedBy: "<title>").count == 0)
    #expect(!page.contains("onmouseover='") && !page.contains("href=\"javascript"))
    #expect(!page.contains("\u{1B}") && !page.contains("\u{9B}"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }

  @Test func `every link inside the page leads somewhere, and no id is given twice`() throws {
    for page in [
      try lanternPage(), page(Hostile.resolvable), page(Fixture.many(30, claims: 3)),
      HTMLPage.render([(try Fixture.lantern(), []), (Fixture.many(2), [])]),
    ] {
      let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
      let known = Set(ids)
      #expect(ids.count == known.count)
      for link in page.matches(of: #/href="#([^"]*)"/#) {
        #expect(known.contains(String(link.output.1)), "#\(link.output.1)")
      }
    }
  }

  @Test func `elements are closed in order`() throws {
    let void: Set<String> = ["meta", "br", "path", "rect", "ellipse"]
    for page in [try lanternPage(), page(Hostile.dossier), page(Fixture.many(40, claims: 2))] {
      var open: [String] = []
      for tag in body(page).matches(of: #/<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/#) {
        let name = String(tag.output.2)
        if void.contains(name) || !tag.output.3.isEmpty { continue }
        if tag.output.1.isEmpty {
          open.append(name)
        } else {
          #expect(open.last == name)
          if open.last == name { open.removeLast() }
        }
      }
      #expect(open.isEmpty)
    }
  }

  @Test func `headings go down by one`() throws {
    for page in [try lanternPage(), HTMLPage.render([(try Fixture.lantern(), []), (Fixture.many(2), [])])] {
      let levels = page.matches(of: #/<h([1-6])/#).map { Int($0.output.1)! }
      #expect(levels.first == 1)
      for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
    }
  }

  @Test func `nothing, one and many do not stop it`() {
    #expect(
      page(Fixture.bare(.init(reports: 0, publishers: 0, lines: nil, origins: nil))).contains("lines undecided")
        == false)
    #expect(page(Fixture.bare(.init(reports: 0, publishers: 0, lines: nil, origins: nil))).contains("Lines undecided"))
    #expect(page(Fixture.many(1, claims: 0)).contains("No claims were found."))
    let many = page(Fixture.many(200))
    #expect(many.components(separatedBy: "<details class=\"report\"").count == 201)
    #expect(many.utf8.count < 6_000_000)
  }

  @Test func `a page without an article shows what came`() {
    var dossier = Fixture.many(1, claims: 0)
    dossier.reports[0].body = []
    #expect(
      HTMLPage.render(dossier, texts: [.init(id: "A", original: "<p>raw & cooked</p>")]).contains(
        "&lt;p&gt;raw &amp; cooked"))
  }

  @Test func `the same dossier gives the same page`() throws {
    #expect(try lanternPage() == lanternPage())
    #expect(page(Fixture.many(30)) == page(Fixture.many(30)))
  }
}

@Suite struct PassageMarksTests {
  private func dossier(_ spans: [(String, Dossier.Span)]) -> Dossier {
    var dossier = Fixture.many(1, claims: 0)
    for (id, span) in spans {
      dossier.claims.append(
        .init(
          id: id, kind: .statement, lemma: "", quote: nil, figure: nil,
          variants: [.init(text: "", witnesses: [.init(report: "A", span: span, relation: .verbatim)])], absentFrom: [],
          support: .init(reports: 1, publishers: 1, lines: nil, origins: nil, primarySources: [])))
    }
    return dossier
  }

  private func shown(_ passage: Dossier.Span, _ spans: [(String, Dossier.Span)]) -> [String] {
    PassageMarks(dossier(spans)).segments(of: passage).map { segment in
      segment.marks.isEmpty ? segment.text : "\(segment.text)‹\(segment.marks.map(\.id).joined(separator: " "))›"
    }
  }

  @Test func `spans that overlap share their middle`() {
    let passage = Dossier.Span(report: "A", start: 100, end: 110, exact: "0123456789")
    #expect(
      shown(
        passage,
        [
          ("C1", .init(report: "A", start: 102, end: 106, exact: "2345")),
          ("C2", .init(report: "A", start: 104, end: 108, exact: "4567")),
        ])
        == ["01", "23‹C1›", "45‹C1 C2›", "67‹C2›", "89"])
  }

  @Test func `a span over two passages marks its part of each`() {
    let passage = Dossier.Span(report: "A", start: 10, end: 15, exact: "abcde")
    #expect(shown(passage, [("C1", .init(report: "A", start: 3, end: 12, exact: "…"))]) == ["ab‹C1›", "cde"])
  }

  @Test func `offsets count bytes, not characters`() {
    let text = "é中x"
    let passage = Dossier.Span(report: "A", start: 0, end: text.utf8.count, exact: text)
    #expect(shown(passage, [("C1", .init(report: "A", start: 2, end: 5, exact: "中"))]) == ["é", "中‹C1›", "x"])
  }

  @Test func `where the reader sees other text, words are found in order`() {
    let passage = Dossier.Span(
      report: "A", start: 0, end: 40, exact: "<b>ten</b> &amp; ten boats", text: "ten & ten boats")
    #expect(
      shown(
        passage,
        [
          ("C1", .init(report: "A", start: 3, end: 6, exact: "ten")),
          ("C2", .init(report: "A", start: 17, end: 26, exact: "ten boats")),
        ])
        == ["ten‹C1›", " & ", "ten boats‹C2›"])
  }

  @Test func `spans without offsets are looked for in passages without`() {
    let passage = Dossier.Span(report: "A", start: nil, end: nil, exact: "from a script")
    #expect(
      shown(passage, [("C1", .init(report: "A", start: nil, end: nil, exact: "a script"))]) == [
        "from ", "a script‹C1›",
      ])
  }
}
