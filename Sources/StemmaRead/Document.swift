import StemmaModel
import Foundation

/// The bytes of one input, on their way to pages.
struct Document {
  let source: String
  let bytes: [UInt8]
  let digest: String

  /// The pages that the bytes hold; trouble as caveats.
  func pages() -> (pages: [Page], caveats: [Caveat]) {
    if let code = Format.refusal(of: bytes) { return ([], [refusal(code)]) }
    let name = source.lowercased()
    if name.hasSuffix(".mht") || name.hasSuffix(".mhtml") { return ([], [refusal(.webArchive)]) }
    guard let (text, cut) = decoded() else { return ([], [refusal(.notUTF8)]) }
    if !text.utf8.contains(where: { $0 > 32 }) || text == "\u{FEFF}" { return ([], [refusal(.empty)]) }
    let cutShort =
      cut
      ? [Caveat(.cutShort, source: source, note: "\(source) ends in the middle of a character: the text is cut short.")]
      : []
    let records = RecordReader(source: source)
    var format = Format(path: source) ?? Format(sniffing: bytes) { records.parses(text) }
    // A page saved under the wrong name is read as what it is.
    if format == .plain || format == .markdown, Format(sniffing: bytes, parses: { false }) == .html { format = .html }
    switch format {
    case .json:
      let read = records.pages(of: text)
      return (read.pages, cutShort + read.caveats)
    case .jsonLines:
      let read = records.pages(ofLines: text)
      return (read.pages, cutShort + read.caveats)
    case .html: return ([page(text, .html, cutShort)], cutShort)
    case .markdown: return ([page(text, .markdown, cutShort)], cutShort)
    case .plain:
      return ([page(text, MarkdownSigns(text).areClear ? .markdown : .plain, cutShort)], cutShort)
    }
  }

  private func page(_ text: String, _ form: Page.Form, _ caveats: [Caveat]) -> Page {
    Page(source: source, sha256: digest, text: text, form: form, caveats: caveats)
  }

  private func refusal(_ code: ReadError.Code) -> Caveat {
    Caveat(.unreadable, source: source, note: ReadError(code, source).description)
  }

  /// The text, without an incomplete last character; nil where the bytes are not UTF-8.
  private func decoded() -> (text: String, cut: Bool)? {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
    for partial in 1...3 where bytes.count > partial {
      let lead = bytes[bytes.count - partial]
      guard lead >= 0xC2, lead <= 0xF4, bytes.suffix(partial - 1).allSatisfy({ $0 & 0xC0 == 0x80 }) else { continue }
      let needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      guard needed > partial, let text = String(validating: bytes.dropLast(partial), as: UTF8.self) else { return nil }
      return (text, true)
    }
    return nil
  }
}
