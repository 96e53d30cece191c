import StemmaModel

/// The blocks of plain text and Markdown: lines, or paragraphs where the text was wrapped at a width.
struct TextBlocks {
  private let bytes: [UInt8]
  private let isMarkdown: Bool

  init(_ text: String, isMarkdown: Bool) {
    bytes = Array(text.utf8)
    self.isMarkdown = isMarkdown
  }

  func blocks() -> [Block] {
    let lines = trimmedLines()
    let isWrapped = Self.isWrapped(lines, bytes)
    var blocks: [Block] = []
    var gap = 0
    var at = 0
    while at < lines.count {
      let line = lines[at]
      if line.isEmpty {
        gap += 1
        at += 1
        continue
      }
      var end = at + 1
      if isWrapped {
        while end < lines.count, !lines[end].isEmpty, continues(lines[end - 1], lines[end]) { end += 1 }
      }
      blocks.append(block(Array(lines[at..<end]), gap: gap))
      gap = 0
      at = end
    }
    return blocks.filter { !$0.strand.isEmpty || $0.shape == .rule }
  }

  /// Lines without the white space around them; an empty range for an empty line.
  private func trimmedLines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      if bytes[at] == 10 || bytes[at] == 13 {
        lines.append(trimmed(start..<at))
        // CRLF is one line end.
        if bytes[at] == 13, at + 1 < bytes.count, bytes[at + 1] == 10 { at += 1 }
        start = at + 1
      }
      at += 1
    }
    lines.append(trimmed(start..<bytes.count))
    return lines
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = max(range.upperBound, lower)
    while lower < upper {
      let (scalar, length) = Scalars.decode(bytes, lower)
      guard Scalars.isSpace(scalar) else { break }
      lower += length
    }
    while lower < upper {
      var start = upper - 1
      while start > lower, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      guard Scalars.isSpace(Scalars.decode(bytes, start).0) else { break }
      upper = start
    }
    return lower..<max(lower, upper)
  }

  /// Whether line breaks are those of a page width: lines of like length that end in the middle of a sentence.
  private static func isWrapped(_ lines: [Range<Int>], _ bytes: [UInt8]) -> Bool {
    var pairs = 0
    var broken = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty {
      guard line.count >= 40 else { continue }
      pairs += 1
      let last = bytes[line.upperBound - 1]
      let first = bytes[next.lowerBound]
      let endsMidway = last >= 97 && last <= 122 || last == UInt8(ascii: ",")
      if line.count <= 110, endsMidway,
        first >= 97 && first <= 122 || first >= 65 && first <= 90 || first >= 48 && first <= 57
      {
        broken += first >= 97 && first <= 122 ? 2 : 1
      }
    }
    return pairs >= 3 && broken >= pairs
  }

  /// Whether a line goes on where the one before it broke off.
  private func continues(_ line: Range<Int>, _ next: Range<Int>) -> Bool {
    if isMarkdown,
      [UInt8(ascii: "#"), UInt8(ascii: ">")].contains(bytes[next.lowerBound])
        || bytes[line.lowerBound] == UInt8(ascii: "#")
    {
      return false
    }
    return line.count >= 40 || bytes[line.upperBound - 1] == UInt8(ascii: ",")
  }

  private func block(_ lines: [Range<Int>], gap: Int) -> Block {
    var span = TextSpan(lines[0].lowerBound, lines[lines.count - 1].upperBound)
    let inline = MarkdownInline(bytes)
    guard isMarkdown else {
      var strand = Strand()
      for line in lines { inline.appendPlain(line, to: &strand) }
      strand.trimEnd()
      return Block(strand, span: strand.span ?? span, shape: .line, gap: gap)
    }
    var shape = Block.Shape.line
    let first = marker(lines[0], &shape)
    var parsed = MarkdownInline.Parsed()
    for (number, line) in lines.enumerated() {
      inline.append(number == 0 ? first : line, to: &parsed)
    }
    parsed.strand.trimEnd()
    // An image alone on its line has its alternative text for a caption.
    if parsed.strand.isEmpty, let text = parsed.imageText {
      inline.append(text, to: &parsed)
      parsed.strand.trimEnd()
      shape = .caption
    }
    if let image = parsed.firstImage { span.start = min(span.start, image) }
    return Block(
      parsed.strand, span: span, shape: shape, linkBytes: parsed.linkBytes, gap: gap, boldTail: parsed.boldTail)
  }

  /// What stands after a marker of Markdown at the start of a line.
  private func marker(_ line: Range<Int>, _ shape: inout Block.Shape) -> Range<Int> {
    func after(_ count: Int) -> Range<Int> { trimmed((line.lowerBound + count)..<line.upperBound) }
    let first = bytes[line.lowerBound]
    let rest = bytes[line]
    switch first {
    case UInt8(ascii: "#"):
      let level = rest.prefix { $0 == UInt8(ascii: "#") }.count
      let text = after(level)
      guard level <= 6, !text.isEmpty, text.lowerBound > line.lowerBound + level else { return line }
      shape = .heading(level)
      var end = text.upperBound
      while end > text.lowerBound, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
      return trimmed(text.lowerBound..<end)
    case UInt8(ascii: ">"):
      shape = .quote
      return after(1)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "_"):
      let marks = rest.filter { $0 != 32 }
      if marks.count >= 3, marks.allSatisfy({ $0 == first }) {
        shape = .rule
        return line.lowerBound..<line.lowerBound
      }
      guard first != UInt8(ascii: "_"), line.count > 2, bytes[line.lowerBound + 1] == 32 else { return line }
      shape = .item
      return after(2)
    case UInt8(ascii: "="):
      if rest.count >= 3, rest.allSatisfy({ $0 == first }) { shape = .rule; return line.lowerBound..<line.lowerBound }
      return line
    default:
      let digits = rest.prefix { $0 >= 48 && $0 <= 57 }.count
      if digits > 0, digits <= 3, line.count > digits + 2, bytes[line.lowerBound + digits] == UInt8(ascii: "."),
        bytes[line.lowerBound + digits + 1] == 32
      {
        shape = .item
        return after(digits + 1)
      }
      return line
    }
  }
}
