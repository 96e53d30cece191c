/// Signs that a text file was saved as Markdown.
struct MarkdownSigns {
  /// A heading with `#`, a stretch in `**`, or a link in brackets: one is enough, plain news text has none of them.
  let areClear: Bool

  init(_ text: String) {
    let bytes = Array(text.utf8)
    areClear = Self.hasHeading(bytes) || Self.hasPair(bytes, UInt8(ascii: "*")) || Self.hasLink(bytes)
  }

  private static func hasHeading(_ bytes: [UInt8]) -> Bool {
    var atLineStart = true
    var at = 0
    while at < bytes.count {
      if atLineStart, bytes[at] == UInt8(ascii: "#") {
        var end = at
        while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
        if end - at <= 6, end + 1 < bytes.count, bytes[end] == 32, bytes[end + 1] > 32 { return true }
        at = end
      } else {
        atLineStart = bytes[at] == 10
        at += 1
      }
    }
    return false
  }

  /// Two marks, text without a break, two marks.
  private static func hasPair(_ bytes: [UInt8], _ mark: UInt8) -> Bool {
    var open: Int?
    var at = 0
    while at + 1 < bytes.count {
      if bytes[at] == 10 { open = nil }
      if bytes[at] == mark, bytes[at + 1] == mark {
        if let start = open, at > start, bytes[at - 1] > 32 { return true }
        open = at + 2 < bytes.count && bytes[at + 2] > 32 && bytes[at + 2] != mark ? at + 2 : nil
        at += 1
      }
      at += 1
    }
    return false
  }

  private static func hasLink(_ bytes: [UInt8]) -> Bool {
    for at in bytes.indices.dropLast(2) where bytes[at] == UInt8(ascii: "]") && bytes[at + 1] == UInt8(ascii: "(") {
      let target = bytes[(at + 2)...].prefix { $0 > 32 && $0 != UInt8(ascii: ")") }
      let isClosed = target.endIndex < bytes.count && bytes[target.endIndex] == UInt8(ascii: ")")
      let line = bytes[..<at].reversed().prefix { $0 != 10 }
      guard isClosed, line.contains(UInt8(ascii: "[")) else { continue }
      if target.first == UInt8(ascii: "#") || target.first == UInt8(ascii: "/")
        || target.starts(with: Array("http".utf8))
      {
        return true
      }
    }
    return false
  }
}
