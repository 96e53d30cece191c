import StemmaModel

/// Reads the text of an article out of a page's JSON-LD, with the way back to the page's bytes: for pages that draw
/// their text by script and show none.
struct LinkedBody {
  private static let name = Array("\"articleBody\"".utf8)
  private static let breaking: Set<String> = [
    "p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "figure", "tr",
  ]
  private let source: [UInt8]
  private var strands: [Strand] = []
  private var open = Strand()

  private static func find(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard end - start >= name.count else { return nil }
    var at = start
    while at + name.count <= end {
      // Most bytes are no quotation mark.
      if bytes[at] == name[0], bytes[at + 1] == name[1], bytes[at..<(at + name.count)].elementsEqual(name) { return at }
      at += 1
    }
    return nil
  }

  /// The paragraphs of the longest text that the scripts hold.
  static func blocks(_ source: [UInt8], scripts: [Int]) -> [Block] {
    var best: Range<Int>?
    for start in scripts where start < source.count {
      let end = ScriptEnd.find(source, from: start)
      var from = start
      while let at = find(source, from, end) {
        from = at + name.count
        guard let value = value(source, from, end) else { continue }
        if value.count > best?.count ?? 0 { best = value }
        from = value.upperBound
      }
    }
    guard let best else { return [] }
    var reader = LinkedBody(source: source)
    reader.read(best)
    return reader.strands.compactMap { strand in
      strand.span.map { Block(strand, span: $0, shape: .paragraph, gap: 1) }
    }
  }

  private init(source: [UInt8]) {
    self.source = source
  }

  /// The inside of the string that follows a name and its colon.
  private static func value(_ source: [UInt8], _ start: Int, _ end: Int) -> Range<Int>? {
    var at = start
    while at < end, source[at] <= 32 || source[at] == UInt8(ascii: ":") { at += 1 }
    guard at < end, source[at] == UInt8(ascii: "\"") else { return nil }
    let first = at + 1
    at = first
    while at < end, source[at] != UInt8(ascii: "\"") { at += source[at] == UInt8(ascii: "\\") ? 2 : 1 }
    return at < end ? first..<at : nil
  }

  private mutating func read(_ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      switch source[at] {
      case UInt8(ascii: "\\"): at = escape(at, range.upperBound)
      case UInt8(ascii: "<"): at = tag(at, range.upperBound)
      case UInt8(ascii: "&"): at = entity(at, range.upperBound)
      default:
        let (scalar, length) = Scalars.decode(source, at)
        if Scalars.isSpace(scalar) {
          open.appendSpace(for: TextSpan(at, at + length))
        } else {
          open.append(source[at..<(at + length)], for: TextSpan(at, at + length))
        }
        at += length
      }
    }
    flush()
  }

  private mutating func flush() {
    open.trimEnd()
    if !open.isEmpty { strands.append(open) }
    open = Strand()
  }

  private mutating func escape(_ at: Int, _ end: Int) -> Int {
    guard at + 1 < end else { return end }
    switch source[at + 1] {
    case UInt8(ascii: "n"), UInt8(ascii: "r"): flush()
    case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): open.appendSpace(for: TextSpan(at, at + 2))
    case UInt8(ascii: "u"):
      guard let first = unit(at, end) else { return at + 2 }
      var scalar = UInt32(first)
      var next = at + 6
      if first & 0xFC00 == 0xD800, let second = unit(next, end), second & 0xFC00 == 0xDC00 {
        scalar = 0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(second) & 0x3FF
        next += 6
      }
      append(Unicode.Scalar(scalar) ?? "\u{FFFD}", TextSpan(at, next))
      return next
    default: open.append([source[at + 1]], for: TextSpan(at, at + 2))
    }
    return at + 2
  }

  /// The code unit of an escape such as `\u2019`.
  private func unit(_ at: Int, _ end: Int) -> UInt16? {
    guard at + 6 <= end, source[at] == UInt8(ascii: "\\"), source[at + 1] == UInt8(ascii: "u") else { return nil }
    return UInt16(String(decoding: source[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ span: TextSpan) {
    if scalar.value == 10 || scalar.value == 13 { return flush() }
    if Scalars.isSpace(scalar.value) { return open.appendSpace(for: span) }
    open.append(Array(String(scalar).utf8), for: span)
  }

  /// Tags are dropped; those of blocks end a paragraph.
  private mutating func tag(_ at: Int, _ end: Int) -> Int {
    var start = at + 1
    while start < end, source[start] == UInt8(ascii: "/") || source[start] == UInt8(ascii: "\\") { start += 1 }
    let name = source[start..<end].prefix(12).prefix {
      $0 | 32 >= 97 && $0 | 32 <= 122 || start < end && $0 >= 49 && $0 <= 54
    }
    guard !name.isEmpty, source[start] | 32 >= 97,
      let close = source[start..<min(end, start + 400)].firstIndex(of: UInt8(ascii: ">"))
    else {
      open.append([source[at]], for: TextSpan(at, at + 1))
      return at + 1
    }
    if Self.breaking.contains(String(decoding: name, as: UTF8.self).lowercased()) { flush() }
    return close + 1
  }

  private mutating func entity(_ at: Int, _ end: Int) -> Int {
    if let (scalar, close) = Entities.read(source, at, end) {
      append(scalar, TextSpan(at, close))
      return close
    }
    open.append([source[at]], for: TextSpan(at, at + 1))
    return at + 1
  }
}
