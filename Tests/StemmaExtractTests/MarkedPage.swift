import StemmaModel
import Testing

@testable import StemmaExtract

/// An invented page whose lines say what they are: `body | The harbour was closed`, `menu | Home`.
///
/// Roles are `body`, `title`, `byline`, `date`, the kinds of furniture, several of them with strokes between, and `any` for
/// what is not judged; a line without a bar stands as it is.
struct MarkedPage: Sendable, CustomTestStringConvertible {
  let name: String
  let form: Page.Form
  let title: String?
  let byline: String?
  let date: String?
  let outlet: String?
  private(set) var text = ""
  private var lines: [(role: String, range: Range<Int>)] = []

  var testDescription: String { name }

  init(
    _ name: String, _ form: Page.Form = .plain, title: String?, byline: String? = nil, date: String? = nil,
    outlet: String? = nil, _ marked: String
  ) {
    self.name = name
    self.form = form
    self.title = title
    self.byline = byline
    self.date = date
    self.outlet = outlet
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let start = text.utf8.count
      if parts.count == 2, parts[0].hasSuffix(" "), parts[0].allSatisfy({ $0.isLetter || $0 == "/" || $0 == " " }) {
        text += parts[1].dropFirst()
        lines.append((parts[0].trimmingCharacters(in: .whitespaces), start..<text.utf8.count))
      } else {
        text += line
      }
      text += "\n"
    }
  }

  func check(sourceLocation: SourceLocation = #_sourceLocation) {
    let report = extract(text, form)
    #expect(report.title?.text == title, "title", sourceLocation: sourceLocation)
    #expect(report.byline?.text == byline, "byline", sourceLocation: sourceLocation)
    #expect(report.published?.moment.description == date, "date", sourceLocation: sourceLocation)
    #expect(report.outlet?.name == outlet, "outlet", sourceLocation: sourceLocation)
    for (role, range) in lines where role != "any" {
      let inner = shown(range)
      let line = report.exact(TextSpan(inner.lowerBound, inner.upperBound))
      func covers(_ span: TextSpan) -> Bool {
        let shared = min(span.end, inner.upperBound) - max(span.start, inner.lowerBound)
        return shared * 2 > inner.count
      }
      let isBody = report.body.contains { covers($0.span) }
      let kinds = report.furniture.filter { covers($0.span) }.map(\.kind.rawValue)
      switch role {
      case "body": #expect(isBody, "body: \(line) is \(kinds)", sourceLocation: sourceLocation)
      case "title", "byline", "date":
        #expect(
          !isBody && kinds.isEmpty, "\(role): \(line) is \(isBody ? ["body"] : kinds)", sourceLocation: sourceLocation)
      default:
        let wanted = role.split(separator: "/").map(String.init)
        let fits = wanted == ["furniture"] ? !kinds.isEmpty : kinds.contains { wanted.contains($0) }
        #expect(!isBody && fits, "\(role): \(line) is \(isBody ? ["body"] : kinds)", sourceLocation: sourceLocation)
      }
    }
  }

  /// A line without the tags around its text.
  private func shown(_ range: Range<Int>) -> Range<Int> {
    guard form == .html else { return range }
    let bytes = Array(text.utf8)
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] == UInt8(ascii: "<"),
      let end = bytes[lower..<upper].firstIndex(of: UInt8(ascii: ">"))
    { lower = end + 1 }
    while upper > lower, bytes[upper - 1] == UInt8(ascii: ">"),
      let start = bytes[lower..<upper].lastIndex(of: UInt8(ascii: "<"))
    { upper = start }
    return lower..<upper
  }
}
