import Foundation
import StemmaModel

/// One line of JSON that is a report already: `stemma extract` writes such, and so can anyone. Nothing is extracted anew.
struct ReportLine: Decodable {
  /// A day as it is written, or the contract's object around it.
  enum Published: Decodable {
    case value(String)

    init(from decoder: any Decoder) throws {
      enum Key: CodingKey { case value }
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        self = .value(text)
      } else {
        self = .value(try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .value))
      }
    }
  }

  var id: String?
  var source: String?
  var sha256: String?
  /// Paragraphs, one a line.
  var text: String
  var language: String?
  var published: Published?

  /// A statement by itself, in English.
  init(statement: String) {
    text = statement
    language = "en"
  }

  /// The report: every line of the text is a paragraph, and spans are bytes of the text.
  func report() -> Report {
    var report = Report(source: source ?? id ?? "", sha256: sha256 ?? "", original: text)
    report.language = language ?? "und"
    var offset = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let span = TextSpan(offset, offset + line.count)
      offset = span.end + 1
      guard !line.isEmpty else { continue }
      if !report.passages.isEmpty { report.text.separate("\n\n") }
      let start = report.text.bytes.count
      report.text.append(line, standingFor: span)
      report.passages.append(Report.Passage(.paragraph, range: start..<report.text.bytes.count, span: span))
    }
    if case .value(let day)? = published, let moment = Self.moment(day) {
      report.published = Report.Publication(moment, evidence: nil)
    }
    return report
  }

  /// "2023", "2023-05", "2023-05-24" and whatever follows it.
  private static func moment(_ text: String) -> Moment? {
    let parts = text.prefix(10).split(separator: "-").map { Int($0) }
    guard let first = parts.first, let year = first, year > 0 else { return nil }
    guard parts.count > 1, let month = parts[1], (1...12).contains(month) else { return Moment(year: year) }
    guard parts.count > 2, let day = parts[2], (1...31).contains(day) else { return Moment(year: year, month: month) }
    return Moment(year: year, month: month, day: day)
  }
}
