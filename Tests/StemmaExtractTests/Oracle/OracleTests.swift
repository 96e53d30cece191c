import StemmaTestSupport
import Testing

@testable import StemmaExtract

/// The parser behind the guard, held against a second HTML5 parser on pages that no person would write.
///
/// What stands in a `select` is not compared.
@Suite struct OracleTests {
  private static let tags = [
    "p", "div", "b", "i", "a", "em", "strong", "font", "span", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td",
    "th", "tbody", "thead", "caption", "h1", "h2", "h3", "blockquote", "pre", "section", "article", "header", "footer",
    "button", "figure", "figcaption", "center", "address", "small", "u", "select", "option", "optgroup",
    "label", "nav", "aside",
  ]
  private static let empty = ["br", "hr", "img", "input", "wbr", "meta", "link"]
  private static let words = [
    "lock", "gate", "water", "&amp;", "&lt;b&gt;", "&nbsp;", "&eacute;t&eacute;", "&#8217;", "&#x201C;", "&copy",
    "&notit;",
    "&unknown;", "<", "a < b", "x > y", "\u{201C}quoted\u{201D}", "naïve", "日本",
  ]

  private func page(_ seed: UInt64, count: Int, tags: [String] = Self.tags) -> String {
    var random = SeededRandom(seed)
    var text = seed % 3 == 0 ? "<!DOCTYPE html><html><head><title>T</title></head><body>" : ""
    for _ in 0..<count {
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<8: text += "<\(tags.randomElement(using: &random)!)\(attributes(&random))>"
      case 8..<13: text += "</\(tags.randomElement(using: &random)!)>"
      case 13: text += "<\(Self.empty.randomElement(using: &random)!)\(attributes(&random))>"
      case 14:
        text += ["<!-- c -->", "<!---->", "<!-- a <p> b -->", "<!x>", "<?php x ?>", "</ x>"].randomElement(
          using: &random)!
      case 15:
        text += ["<script>if (a<b) '</p>'</script>", "<style>p{}</style>", "<svg><path d='x'/></svg>"].randomElement(
          using: &random)!
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

  /// Of 400 made-up pages: those whose trees differ, and those whose words do.
  private func differing(count: Int, tags: [String] = Self.tags) -> (trees: [String], words: [String]) {
    var trees: [String] = []
    var words: [String] = []
    for seed in UInt64(0)..<400 {
      let text = page(seed, count: count, tags: tags)
      let ours = Outline(MyHTMLParser().parse(HTMLGuard(text)))
      let theirs = Outline(oracle: text)
      if ours == theirs { continue }
      let note = "\(text)\n--- ours\n\(ours)\n--- the oracle's\n\(theirs)"
      trees.append(note)
      if ours.words != theirs.words { words.append(note) }
    }
    return (trees, words)
  }

  /// A stray part of a table makes the oracle misplace the text behind it once in a thousand pages (a third parser
  /// sides with ours there), so that a few trees may differ; words never.
  @Test(arguments: [8, 30, 120])
  func `both parsers build the same tree`(count: Int) {
    let (trees, words) = differing(count: count)
    #expect(trees.count <= 2, "\(trees.count) pages, the shortest \(trees.min { $0.utf8.count < $1.utf8.count } ?? "")")
    #expect(words.isEmpty, "\(words.first ?? "")")
  }

  @Test func `main is a special element`() {
    let (trees, words) = differing(count: 120, tags: Self.tags + ["main"])
    #expect(words.isEmpty, "\(words.first ?? "")")
    // Formatting elements that are left open reach further than they should.
    withKnownIssue("the parser is older than this part of the standard") { #expect(trees.count <= 2) }
  }
}
