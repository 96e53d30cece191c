import StemmaModel

/// What a record gives, before it is a page.
struct RecordDraft {
  var text: String
  /// Nil where the text has to tell.
  var form: Page.Form?
  var testimony: [Testimony] = []
  /// What is wrong with it, as ends of sentences that begin with its source.
  var trouble: [(kind: Caveat.Kind, note: String)] = []

  init(text: String, form: Page.Form? = nil) {
    self.text = text
    self.form = form
  }

  mutating func say(_ field: Testimony.Field, _ values: [String], by voice: Testimony.Voice = .record) {
    for value in values where !value.isEmpty {
      let said = Testimony(field, value, by: voice)
      if !testimony.contains(said) { testimony.append(said) }
    }
  }

  mutating func say(_ field: Testimony.Field, _ value: String?, by voice: Testimony.Voice = .record) {
    if let value { say(field, [value], by: voice) }
  }

  /// - Parameters:
  ///   - source: the name of the page.
  ///   - beside: what is known of all pages of the container.
  func page(_ source: String, beside: [Testimony] = []) -> Page {
    Page(
      source: source, sha256: Digest.hexadecimal(text.utf8), text: text, form: form ?? Self.form(of: text),
      testimony: testimony + beside,
      caveats: trouble.map { Caveat($0.kind, source: source, note: source + " " + $0.note) })
  }

  /// Paragraph or line-break tags: text that merely has an angle bracket in it is not HTML.
  static func form(of text: String) -> Page.Form {
    let bytes = Array(text.utf8)
    let isHTML = bytes.containsByte(UInt8(ascii: "<")) && (holdsTag(bytes) || Format(sniffing: bytes) == .html)
    return isHTML ? .html : MarkdownSigns(text).areClear ? .markdown : .plain
  }

  private static let tags = ["/p>", "p>", "br", "/div>", "/h2>", "/li>", "/a>", "/em>", "/strong>"].map {
    Array($0.utf8)
  }

  private static func holdsTag(_ bytes: [UInt8]) -> Bool {
    var at = 0
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = open + 1
      let next = bytes[at...].prefix(8).map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
      if tags.contains(where: { next.starts(with: $0) }) { return true }
    }
    return false
  }
}
