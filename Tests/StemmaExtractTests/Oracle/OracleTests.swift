import StemmaTestSupport
import Testing

@testable import StemmaExtract

/// The parser behind the guard, held against a second HTML5 parser on pages that no person would write.
@Suite struct OracleTests {
  private static let tags = [
    "p", "div", "b", "i", "a", "em", "strong", "font", "span", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td",
    "th", "tbody", "thead", "caption", "h1", "h2", "h3", "blockquote", "pre", "section", "article", "header", "footer",
    "form", "button", "figure", "figcaption", "center", "address", "small", "u", "select", "option", "optgroup",
    "label", "nav", "aside", "main",
  ]
  private static let empty = ["br", "hr", "img", "input", "wbr", "meta", "link"]
  private static let words = [
    "lock", "gate", "water", "&amp;", "&lt;b&gt;", "&nbsp;", "&eacute;t&eacute;", "&#8217;", "&#x201C;", "&copy", "&notit;",
    "&unknown;", "<", "a < b", "x > y", "\u{201C}quoted\u{201D}", "naïve", "日本",
  ]

  private func page(_ seed: UInt64, count: Int) -> String {
    var random = SeededRandom(seed)
    var text = seed % 3 == 0 ? "<!DOCTYPE html><html><head><title>T</title></head><body>" : ""
    for _ in 0..<count {
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<8: text += "<\(Self.tags.randomElement(using: &random)!)\(attributes(&random))>"
      case 8..<13: text += "</\(Self.tags.randomElement(using: &random)!)>"
      case 13: text += "<\(Self.empty.randomElement(using: &random)!)\(attributes(&random))>"
      case 14: text += ["<!-- c -->", "<!---->", "<!-- a <p> b -->", "<!x>", "<?php x ?>", "</ x>"].randomElement(using: &random)!
      case 15: text += ["<script>if (a<b) '</p>'</script>", "<style>p{}</style>", "<svg><path d='x'/></svg>"].randomElement(using: &random)!
      default: text += Self.words.randomElement(using: &random)! + " "
      }
    }
    return text
  }

  private func attributes(_ random: inout SeededRandom) -> String {
    [
      "", "", "", " class=\"a b\"", " id=x", " href='/a?b=c&amp;d'", " title=\"a > b\"", " hidden", " / class=c",
      " class=d class=e", " data-x=\"<p>\"",
    ].randomElement(using: &random)!
  }

  @Test(arguments: [8, 30, 120])
  func `both parsers build the same tree`(count: Int) {
    var differing: [String] = []
    for seed in UInt64(0)..<400 {
      let text = page(seed, count: count)
      let ours = Outline(MyHTMLParser().parse(HTMLGuard(text)))
      let theirs = Outline(oracle: text)
      if ours != theirs { differing.append("seed \(seed): \(text)\n--- ours\n\(ours)\n--- the oracle's\n\(theirs)") }
    }
    #expect(differing.isEmpty, "\(differing.count) pages: \(differing.first ?? "")")
  }
}
