/// Signs that a text file was saved as Markdown.
struct MarkdownSigns {
  /// A heading with `#`, a stretch in `**`, or a link in brackets: one is enough, plain news text has none of them.
  let areClear: Bool

  init(_ text: String) {
    let bytes = Array(text.utf8)
    // Most texts have none of the three bytes, and looking for one is quick.
    areClear =
      bytes.containsByte(UInt8(ascii: "#")) && Self.hasHeading(bytes)
      || bytes.containsByte(UInt8(ascii: "*")) && Self.hasPair(bytes, UInt8(ascii: "*"))
      || bytes.containsByte(UInt8(ascii: "[")) && Self.hasLink(bytes)
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

  /// Longer addresses are not looked to the end of: a text of brackets alone must not cost its square.
  private static let longestAddress = 2048

  private static func hasLink(_ bytes: [UInt8]) -> Bool {
    var isOpen = false
    for at in bytes.indices.dropLast(2) {
      switch bytes[at] {
      case 10: isOpen = false
      case UInt8(ascii: "["): isOpen = true
      case UInt8(ascii: "]") where isOpen && bytes[at + 1] == UInt8(ascii: "("):
        let target = bytes[(at + 2)...].prefix(longestAddress)
        let isAddress =
          target.first == UInt8(ascii: "#") || target.first == UInt8(ascii: "/")
          || target.starts(with: "http".utf8)
        guard isAddress else { continue }
        if target.first(where: { $0 <= 32 || $0 == UInt8(ascii: ")") }) == UInt8(ascii: ")") { return true }
      default: break
      }
    }
    return false
  }
}
