/// The container of a document, by its name or by its first bytes. A new kind of input starts here.
enum Format: Sendable, Equatable {
  case plain, markdown, html, json, jsonLines

  /// Nil where the extension says nothing.
  init?(path: String) {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? "" } ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt", "text": self = .plain
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    default: return nil
    }
  }

  /// Judges by the first bytes; `parses` is asked only where they look like JSON.
  init(sniffing bytes: some Collection<UInt8>, parses: () -> Bool) {
    let head = bytes.drop { $0 <= 32 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.prefix(512)
    let lower = head.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
    func starts(_ text: StaticString) -> Bool {
      text.withUTF8Buffer { lower.starts(with: $0) }
    }
    if starts("<!doctype") || starts("<html") || starts("<?xml") && lower.containsText("<html") || starts("<head")
      || starts("<body") || starts("<article") || starts("<!--") && lower.containsText("<html")
    {
      self = .html
    } else if let first = head.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["), parses() {
      self = .json
    } else {
      self = .plain
    }
  }

  /// The kinds of files that are known and not read, by their first bytes.
  static func refusal(of bytes: [UInt8]) -> ReadError.Code? {
    func starts(_ magic: [UInt8]) -> Bool { bytes.starts(with: magic) }
    if starts(Array("%PDF".utf8)) { return .portableDocument }
    if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0xD0, 0xCF, 0x11, 0xE0]) { return .officeDocument }
    if starts([0x1F, 0x8B]) || starts([0x28, 0xB5, 0x2F, 0xFD]) || starts(Array("BZh".utf8)) { return .compressed }
    if starts([0xFF, 0xD8, 0xFF]) || starts([0x89, 0x50, 0x4E, 0x47]) || starts(Array("GIF8".utf8))
      || starts(Array("RIFF".utf8)) && bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
    {
      return .image
    }
    if starts([0xFF, 0xFE]) || starts([0xFE, 0xFF]) { return .utf16 }
    let head = bytes.prefix(4096).map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
    if head.containsText("mime-version:"), head.containsText("multipart/related") { return .webArchive }
    if bytes.contains(0) { return .binary }
    return nil
  }
}

extension Array<UInt8> {
  /// Whether an ASCII text occurs.
  func containsText(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { needle in
      guard count >= needle.count else { return false }
      return (0...(count - needle.count)).contains { start in
        (0..<needle.count).allSatisfy { self[start + $0] == needle[$0] }
      }
    }
  }
}
