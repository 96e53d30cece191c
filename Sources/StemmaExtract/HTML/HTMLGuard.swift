/// Makes hostile or broken HTML safe to parse: its size, its depth and its ragged end.
///
/// What is too deep is blanked with spaces, not cut out, so that offsets hold. Parsers take time quadratic in depth.
struct HTMLGuard {
  static let byteLimit = 32 << 20
  static let depthLimit = 512
  /// A start tag longer than this is an image in an attribute, or an attack.
  static let tagLimit = 64 << 10

  let bytes: [UInt8]
  let isCut: Bool

  init(_ text: String) {
    var bytes = Array(text.utf8.prefix(Self.byteLimit))
    isCut = text.utf8.count > bytes.count
    Self.dropUnfinishedTag(&bytes)
    Self.limitDepth(&bytes)
    self.bytes = bytes
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 32 >= 97 && byte | 32 <= 122 }

  /// The parser takes a tag that the end of input cuts off for a whole one.
  private static func dropUnfinishedTag(_ bytes: inout [UInt8]) {
    var at = bytes.count - 1
    while at >= 0, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "<") { at -= 1 }
    guard at >= 0, bytes[at] == UInt8(ascii: "<"),
      at + 1 == bytes.count || isLetter(bytes[at + 1]) || bytes[at + 1] == UInt8(ascii: "/")
        || bytes[at + 1] == UInt8(ascii: "!")
    else { return }
    bytes.removeSubrange(at...)
  }

  /// Elements that close by themselves, or that real pages leave open.
  private static let flat: Set<String> = [
    "p", "li", "dt", "dd", "tr", "td", "th", "option", "html", "head", "body", "br", "hr", "img", "input", "meta",
    "link", "area", "base", "col", "embed", "source", "track", "wbr", "param", "tbody", "thead", "tfoot", "colgroup",
  ]

  private static func limitDepth(_ bytes: inout [UInt8]) {
    var depth = 0
    var at = 0
    let count = bytes.count
    while at < count {
      guard bytes[at] == UInt8(ascii: "<"), at + 1 < count else {
        at += 1
        continue
      }
      let isClosing = bytes[at + 1] == UInt8(ascii: "/")
      let nameStart = isClosing ? at + 2 : at + 1
      guard nameStart < count, isLetter(bytes[nameStart]) else {
        at += 1
        continue
      }
      var nameEnd = nameStart
      while nameEnd < count, nameEnd - nameStart < 16,
        isLetter(bytes[nameEnd]) || bytes[nameEnd] >= 48 && bytes[nameEnd] <= 57
      { nameEnd += 1 }
      var end = nameEnd
      while end < count, bytes[end] != UInt8(ascii: ">") { end += 1 }
      let name = String(decoding: bytes[nameStart..<nameEnd].map { $0 | 32 }, as: UTF8.self)
      let isVoid = flat.contains(name) || end > at && end < count && bytes[end - 1] == UInt8(ascii: "/")
      var blank = end - at > tagLimit
      if !isVoid {
        if isClosing {
          blank = blank || depth > depthLimit
          depth = max(0, depth - 1)
        } else {
          depth += 1
          blank = blank || depth > depthLimit
        }
      }
      if blank {
        for place in at..<min(count, end + 1) where bytes[place] != 10 { bytes[place] = 32 }
      }
      at = end + 1
      if !isClosing, !blank, name == "script" || name == "style" { at = skipRaw(bytes, at, name, &depth) }
    }
  }

  /// Behind the end tag of a script or style: what is in it are no tags.
  private static func skipRaw(_ bytes: [UInt8], _ start: Int, _ name: String, _ depth: inout Int) -> Int {
    let needle = Array("</\(name)".utf8)
    var at = start
    while at + needle.count <= bytes.count {
      if bytes[at] == UInt8(ascii: "<"),
        needle.indices.allSatisfy({ bytes[at + $0] == needle[$0] || bytes[at + $0] | 32 == needle[$0] })
      {
        return at
      }
      at += 1
    }
    depth = max(0, depth - 1)
    return bytes.count
  }
}
