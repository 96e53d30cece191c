package import StemmaModel

/// A report as Markdown: what is known of it in front, then title, subheadings and paragraphs.
package enum ReportMarkdown {
  package static func render(_ report: Report) -> String {
    var lines = ["---"]
    func say(_ key: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("\(key): \(quoted(value))") }
    }
    say("title", report.title?.text)
    say("outlet", report.outlet?.name)
    say("byline", report.byline?.text)
    say("published", report.published?.moment.description)
    say("modified", report.modified?.moment.description)
    say("language", report.language)
    say("section", report.section)
    if !report.tags.isEmpty { lines.append("tags: [\(report.tags.map(quoted).joined(separator: ", "))]") }
    let credits = report.credits.map(\.agency).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    if !credits.isEmpty { lines.append("credits: [\(credits.map(quoted).joined(separator: ", "))]") }
    say("address", report.address)
    say("source", report.source)
    say("sha256", report.sha256)
    lines.append("---")
    var text = lines.joined(separator: "\n") + "\n"
    if let title = report.title?.text { text += "\n# \(escaped(title))\n" }
    for passage in report.body {
      let words = escaped(String(decoding: report.text.bytes[passage.range], as: UTF8.self))
      text += passage.kind == .subheading ? "\n## \(words)\n" : "\n\(words)\n"
    }
    return text
  }

  /// A string of YAML that means only itself.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 32 || scalar.value == 127: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Text whose first or inner marks would be taken for Markdown's own.
  private static func escaped(_ text: String) -> String {
    var result = ""
    var isLineStart = true
    let scalars = Array(text.unicodeScalars)
    for (at, scalar) in scalars.enumerated() {
      let next = at + 1 < scalars.count ? scalars[at + 1] : " "
      switch scalar {
      case "*", "_", "`", "\\", "[", "]", "<": result += "\\"
      case "#", ">", "+", "-", "=", "~", "|": if isLineStart { result += "\\" }
      case ".", ")":
        // "12. May" would begin a list.
        let line = result.unicodeScalars.reversed().prefix { $0 != "\n" }
        if next == " ", !line.isEmpty, line.count < 10, line.allSatisfy({ $0.value >= 48 && $0.value <= 57 }) {
          result += "\\"
        }
      default: break
      }
      result.unicodeScalars.append(scalar)
      isLineStart = scalar == "\n"
    }
    return result
  }
}
