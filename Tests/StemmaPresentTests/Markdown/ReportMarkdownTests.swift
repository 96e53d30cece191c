import StemmaModel
import Testing

@testable import StemmaPresent

@Suite struct ReportMarkdownTests {
  private func report(title: String, paragraphs: [String]) -> Report {
    var report = Report(source: "a.html", sha256: "0", original: paragraphs.joined(separator: "\n"))
    report.title = Excerpt(title, at: nil)
    var at = 0
    for text in paragraphs {
      let start = report.text.bytes.count
      let span = TextSpan(at, at + text.utf8.count)
      report.text.append(Array(text.utf8), standingFor: span)
      report.passages.append(.init(.paragraph, range: start..<report.text.bytes.count, span: span))
      at = span.end + 1
    }
    return report
  }

  @Test func `marks in the text are text`() {
    let text = ReportMarkdown.render(
      report(title: "A *b*", paragraphs: ["# no heading", "1. no list", "- none", "a_b [c](d) <e>", "In 1924. Then"]))
    #expect(text.contains("\n# A \\*b\\*\n"))
    #expect(text.contains("\n\\# no heading\n"))
    #expect(text.contains("\n1\\. no list\n"))
    #expect(text.contains("\n\\- none\n"))
    #expect(text.contains("\na\\_b \\[c\\](d) \\<e>\n"))
    #expect(text.contains("\nIn 1924. Then\n"))
  }

  @Test func `what is in front means only itself`() {
    let text = ReportMarkdown.render(report(title: "Say \"no\": \\ and\nmore\u{1B}[31m", paragraphs: ["x"]))
    #expect(text.hasPrefix("---\ntitle: \"Say \\\"no\\\": \\\\ and\\nmore [31m\"\n"))
  }
}
