import Foundation

/// A report with all that can be worked out before its turn comes: pure, so that it can be done on other threads.
package struct PreparedReport: Sendable {
  /// With a title, if it has any text.
  package let report: NewReport
  package let id: ReportID
  /// As the index of words reads them.
  let words: (title: String?, body: String)
  let text: Data
  let record: Data?
  let traces: [UInt8]
  let credits: String?

  package init(_ report: NewReport, tracedBy fold: (some Fold).Type) {
    // Zero bytes would end a text where SQLite counts or compares it; no article has any.
    var report = report
    report.text = Self.withoutZeros(report.text)
    report.title = report.title.map(Self.withoutZeros)
    id = ReportID(of: report)
    // What has no title is shown by its first line; it is traced so as well, since traces may be made anew from the store.
    report.title = report.title ?? Self.firstLine(report.text)
    self.report = report
    words = (report.title.map(IndexedWords.parted), IndexedWords.parted(report.text))
    text = Packing.pack(report.text.utf8)
    record = report.record.map { Packing.pack($0) }
    traces = fold.traces(of: report)
    credits = StoredReport.written(report.credits)
  }

  private static func withoutZeros(_ text: String) -> String {
    text.utf8.withContiguousStorageIfAvailable({ $0.contains(0) }) != false ? text.replacing("\0", with: "") : text
  }

  private static func firstLine(_ text: String) -> String? {
    let line = text.utf8.drop { $0 <= 0x20 }.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard !line.isEmpty else { return nil }
    // In whole signs: 200 of them are more than a headline has.
    return String(decoding: line.prefix(1024), as: UTF8.self).prefix(200).trimmingCharacters(in: .whitespaces)
  }
}
