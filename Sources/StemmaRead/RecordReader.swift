import StemmaModel
import Foundation

/// Reads JSON records and JSON Lines into pages.
struct RecordReader {
  let source: String

  func parses(_ text: String) -> Bool { object(in: text) != nil }

  /// A record, an array of records, or an object that holds a list of them.
  func pages(of text: String) -> (pages: [Page], caveats: [Caveat]) {
    guard let value = object(in: text) else {
      // A file named .json that holds one record a line is common enough.
      let lines = pages(ofLines: text)
      return lines.pages.isEmpty ? ([], [caveat(.notJSON)]) : lines
    }
    guard let records = records(of: value) else { return ([], [caveat(.noText)]) }
    if records.count == 1, value is [String: Any] {
      guard let page = page(records[0], named: source) else { return ([], [caveat(.noText)]) }
      return ([page], [])
    }
    var pages: [Page] = []
    var caveats: [Caveat] = []
    for (number, record) in zip(1..., records) {
      if let page = page(record, named: records.count > 1 ? "\(source)#\(number)" : source) {
        pages.append(page)
      } else {
        caveats.append(caveat(.recordWithoutText(number)))
      }
    }
    return pages.isEmpty ? ([], [caveat(.noText)]) : (pages, caveats)
  }

  /// One record a line; a broken line is left out and said.
  func pages(ofLines text: String) -> (pages: [Page], caveats: [Caveat]) {
    var pages: [Page] = []
    var caveats: [Caveat] = []
    let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
    let filled = lines.count { $0.contains { $0 > 32 } }
    for (number, line) in zip(1..., lines) where line.contains(where: { $0 > 32 }) {
      guard let record = object(in: String(Substring(line))) else {
        caveats.append(caveat(.brokenLine(number)))
        continue
      }
      if let page = page(record, named: filled > 1 ? "\(source)#\(number)" : source) {
        pages.append(page)
      } else {
        caveats.append(caveat(.lineWithoutText(number)))
      }
    }
    return (pages, caveats)
  }

  private func object(in text: String) -> Any? {
    let bytes = text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? Data(text.utf8.dropFirst(3)) : Data(text.utf8)
    return try? JSONSerialization.jsonObject(with: bytes)
  }

  private func records(of value: Any) -> [Any]? {
    if let list = value as? [Any] { return list }
    guard let object = value as? [String: Any] else { return nil }
    if self.text(of: object) != nil { return [object] }
    for name in RecordFields.lists {
      if let list = object[name] as? [Any] { return list }
      if let nested = object[name] as? [String: Any], let list = records(of: nested) { return list }
    }
    return [object]
  }

  private func page(_ value: Any, named name: String) -> Page? {
    guard let record = value as? [String: Any], let text = text(of: record) else { return nil }
    var testimony: [Testimony] = []
    for (field, names) in RecordFields.fields {
      if let value = string(record, names) { testimony.append(Testimony(field, value, by: .record)) }
    }
    testimony += RecordFields.credits.flatMap { strings(record[$0]) }.map { Testimony(.credit, $0, by: .record) }
    let format = Format(sniffing: Array(text.utf8)) { false }
    let form: Page.Form =
      format == .html || looksLikeHTML(text) ? .html : MarkdownSigns(text).areClear ? .markdown : .plain
    return Page(source: name, sha256: Digest.hexadecimal(text.utf8), text: text, form: form, testimony: testimony)
  }

  private func text(of record: [String: Any]) -> String? {
    for name in RecordFields.text {
      if let text = record[name] as? String, text.utf8.contains(where: { $0 > 32 }) { return text }
    }
    return nil
  }

  private func string(_ record: [String: Any], _ names: [String]) -> String? {
    for name in names {
      let found = strings(record[name])
      if !found.isEmpty { return found.joined(separator: ", ") }
    }
    return nil
  }

  /// The strings that a field stands for: itself, the name of an object, or those of a list.
  private func strings(_ value: Any?) -> [String] {
    switch value {
    case let text as String:
      let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
      return trimmed.isEmpty ? [] : [trimmed]
    case let list as [Any]: return list.flatMap { strings($0) }
    case let object as [String: Any]:
      return RecordFields.names.lazy.map { strings(object[$0]) }.first { !$0.isEmpty } ?? []
    default: return []
    }
  }

  /// Paragraph or line-break tags: text that merely has an angle bracket in it is not HTML.
  private func looksLikeHTML(_ text: String) -> Bool {
    let bytes = text.utf8.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
    return bytes.containsText("</p>") || bytes.containsText("<p>") || bytes.containsText("<br")
      || bytes.containsText("</div>")
  }

  private func caveat(_ code: ReadError.Code) -> Caveat {
    Caveat(.unreadable, source: source, note: ReadError(code, source).description)
  }
}
