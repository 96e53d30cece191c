import Foundation
import StemmaModel
import StemmaStore

/// A report on its way into the store, and back: what is kept of its page makes the same report again.
enum DeskRecord {
  /// What a page says beyond the columns of the store.
  private struct Kept: Codable {
    var sha256: String
    var form: String
    /// The page's text, where it is not that of the report.
    var page: String?
    /// The report's text has its paragraphs one a line on the page.
    var isDense: Bool?
    /// Field, voice, value.
    var said: [[String]]?
    /// Kind, note.
    var caveats: [[String]]?
  }

  /// The same record gives the same bytes.
  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()

  /// Nil for a page without an article.
  static func report(_ report: Report, of page: Page) -> NewReport? {
    let text = report.body.map { String(decoding: report.text.bytes[$0.range], as: UTF8.self) }
      .joined(separator: "\n\n")
    guard !text.isEmpty else { return nil }
    return NewReport(
      source: report.source, address: report.address, outlet: report.outlet?.name,
      published: report.published?.moment, title: report.title?.text, byline: report.byline?.text,
      language: report.language,
      credits: report.credits.map { NewReport.Credit(kind: $0.kind.rawValue, agency: $0.agency) },
      text: text, record: kept(page, text))
  }

  private static func kept(_ page: Page, _ text: String) -> Data? {
    var kept = Kept(sha256: page.sha256, form: page.form.rawValue)
    if page.text != text {
      if page.text == dense(text) { kept.isDense = true } else { kept.page = page.text }
    }
    if !page.testimony.isEmpty {
      kept.said = page.testimony.map { [$0.field.rawValue, $0.voice.rawValue, $0.value] }
    }
    if !page.caveats.isEmpty { kept.caveats = page.caveats.map { [$0.kind.rawValue, $0.note] } }
    return try? encoder.encode(kept)
  }

  /// A text with one line end where it has two.
  private static func dense(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(unsafeUninitializedCapacity: bytes.count) { room in
      var (at, count) = (0, 0)
      while at < bytes.count {
        room[count] = bytes[at]
        count += 1
        at += bytes[at] == 10 && at + 1 < bytes.count && bytes[at + 1] == 10 ? 2 : 1
      }
      return count
    }
  }

  /// The page of a stored report; one of its text and columns where no page was kept.
  static func page(_ contents: ReportContents) -> Page {
    let report = contents.report
    guard let data = contents.record, let kept = try? JSONDecoder().decode(Kept.self, from: data) else {
      var page = Page(source: report.source, sha256: "", text: contents.text, form: .plain)
      let said: [(Testimony.Field, String?)] = [
        (.title, report.title), (.outlet, report.outlet), (.published, report.published), (.address, report.address),
      ]
      page.testimony = said.compactMap { field, value in value.map { Testimony(field, $0, by: .record) } }
      return page
    }
    return Page(
      source: report.source, sha256: kept.sha256,
      text: kept.page ?? (kept.isDense == true ? dense(contents.text) : contents.text),
      form: Page.Form(rawValue: kept.form) ?? .plain,
      testimony: (kept.said ?? []).compactMap { said in
        guard said.count == 3, let field = Testimony.Field(rawValue: said[0]),
          let voice = Testimony.Voice(rawValue: said[1])
        else { return nil }
        return Testimony(field, said[2], by: voice)
      },
      caveats: (kept.caveats ?? []).compactMap { said in
        guard said.count == 2, let kind = Caveat.Kind(rawValue: said[0]) else { return nil }
        return Caveat(kind, source: report.source, note: said[1])
      })
  }
}
