import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaExtract

/// What of a page is parsed, and that hostile ones are cut with a caveat that says what is missing.
@Suite struct HTMLGuardTests {
  static let article =
    "<html><body><article><h1>Crane falls into the harbour</h1>"
    + "<p>A crane fell into the harbour of Lindholm on Monday, and nobody was hurt, officials said.</p>"
    + "<p>Two ferries had to turn back, and the fish market opened three hours late, they said.</p>"

  private func parsed(_ page: String) -> String { String(decoding: HTMLGuard(page).bytes, as: UTF8.self) }

  @Test(arguments: [
    ("<p>a<script src=x>if (a < b) { c() }</script>b", "<p>a<script></script>b"),
    ("<p>a<!-- <p>b</p> -->c", "<p>a<!---->c"),
    ("<p>a<svg viewBox='0 0'><path d='M0'/><title>t</title></svg>b", "<p>a<svg></svg>b"),
    ("<style>p > a { }</style><p>a", "<style></style><p>a"),
    (#"<p data-x="1 > 2" class=lead onclick='a()'>a"#, "<p class=lead>a"),
    (
      #"<div style="color: red">a</div><div style="display : NONE">b</div>"#,
      #"<div>a</div><div style="display : NONE">b</div>"#
    ),
    (
      #"<script type="application/ld+json">{"a": 1}</script>"#, #"<script type="application/ld+json">{"a": 1}</script>"#
    ),
    ("<script><!-- <script></script> x --></script>y", "<script></script>y"),
    ("<p>Some words.</p><a href=\"x", "<p>Some words.</p>"), ("<p>a < b</p>", "<p>a < b</p>"),
    ("<title>a <b> c</title><p>d", "<title>a <b> c</title><p>d"), ("<p>a\u{0}b", "<p>a b"), ("", ""), ("<", "<"),
  ])
  func `what no reader sees is left out`(_ page: String, _ rest: String) {
    #expect(parsed(page) == rest)
    #expect(HTMLGuard(page).cuts.isEmpty)
  }

  @Test func `places lead back to the page`() {
    let page = "<p data-a='1'>ab<script>x</script>cd<!-- e --><b id=f>g</b>"
    let guarded = HTMLGuard(page)
    var places = guarded.places
    let bytes = Array(page.utf8)
    for (offset, byte) in guarded.bytes.enumerated() { #expect(bytes[places.original(offset)] == byte) }
  }

  @Test func `text behind what is left out keeps its exact place`() {
    let report = extract(
      Self.article.replacing(
        "Two ferries", with: "<script>var a = '<p>';</script><!-- b -->Two <svg><g/></svg>ferries"),
      .html)
    #expect(report.exact(report.body[1].span).hasSuffix("three hours late, they said."))
    #expect(report.shown(.paragraph)[1].hasPrefix("Two ferries had to turn back"))
  }

  static let floods: [(Flood, HTMLGuard.Cut)] =
    ["div", "span", "section", "ul", "blockquote", "table", "template", "svg", "math", "select", "button", "h1", "x"]
    .map { (Flood("<\($0)>", times: 20_000), .depth) }
    + ["b", "a", "font", "i", "nobr", "em"].map { (Flood("<\($0)>", times: 20_000), .formatting) }
    + [
      (Flood("<p>", times: 80_000), .work), (Flood("</p>", times: 80_000), .work),
      (Flood("<table><tr><td>", times: 20_000), .depth), ("<table>" + Flood("<div>x</div>", times: 40_000), .work),
      (String(repeating: "<font size=1>", count: 24) + Flood("<p>x", times: 20_000), .work),
      (Flood("<b><div><div></b>", times: 20_000), .work),
      ("<div " + Flood("a=1 ", times: 50_000) + ">x</div>", .attributes),
      ("<p>" + Flood("word ", times: 200_000), .text), ("<p>" + Flood("e\u{301}", times: 300_000), .text),
      (Flood("<p title=\"" + String(repeating: "x", count: 60_000) + "\">", times: 100), .page),
    ]

  @Test(arguments: floods)
  func `a flood is cut, and the article before it is read`(_ flood: Flood, _ cut: HTMLGuard.Cut) {
    let guarded = HTMLGuard(Self.article + flood.text)
    #expect(guarded.cuts.contains(cut))
    #expect(guarded.bytes.count <= HTMLGuard.byteLimit)
    // What is parsed is bounded, and so is the work on it.
    #expect(MyHTMLParser().parse(guarded).count <= 3 * HTMLGuard.workLimit)
    let report = extract(Self.article + flood.text, .html)
    #expect(report.shown(.paragraph).first?.hasPrefix("A crane fell into the harbour") == true)
    #expect(report.caveats.contains { $0.kind == .cutShort && $0.note.contains(cut.note) })
  }

  @Test func `ordinary nesting is left alone`() {
    let deep = String(repeating: "<div><span><b>", count: 20) + "x" + String(repeating: "</b></span></div>", count: 20)
    let guarded = HTMLGuard(Self.article + deep)
    #expect(guarded.cuts.isEmpty)
    #expect(String(decoding: guarded.bytes, as: UTF8.self) == Self.article + deep)
  }

  @Test func `a page of endless lines is cut at a number of blocks`() {
    let lines = (0..<8000).map { "<p>Line \($0) of the log of the harbour." }.joined()
    let report = extract(Self.article + lines, .html)
    #expect(report.caveats.contains { $0.note.contains("blocks of text") })
  }

  @Test func `a word without end is many words`() {
    let tokens = Token.tokens(of: Array(String(repeating: "\u{301}", count: 10_000).utf8))
    #expect(tokens.allSatisfy { $0.range.count <= 240 })
    #expect(tokens.first?.range.lowerBound == 0 && tokens.last?.range.upperBound == 20_000)
  }
}
