import StemmaModel

/// Resolves emphasis, links, escapes and line-internal white space of Markdown.
struct MarkdownInline {
  struct Parsed {
    var strand = Strand()
    var linkBytes = 0
    var boldTail: Int?
    var firstImage: Int?
    /// The alternative text of the first image.
    var imageText: Range<Int>?
  }

  /// Brackets inside brackets, and how far a mark looks for its partner: so that no line takes quadratic time.
  private static let nesting = 8
  private static let reach = 4096

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A line as it stands, white space folded.
  func appendPlain(_ line: Range<Int>, to strand: inout Strand) {
    if !strand.isEmpty { strand.appendSpace(for: TextSpan(line.lowerBound, line.lowerBound)) }
    appendPlainRun(line, to: &strand)
  }

  func append(_ line: Range<Int>, to parsed: inout Parsed) {
    if !parsed.strand.isEmpty { parsed.strand.appendSpace(for: TextSpan(line.lowerBound, line.lowerBound)) }
    inline(line, to: &parsed, inLink: false)
  }

  private func inline(_ line: Range<Int>, to parsed: inout Parsed, inLink: Bool) {
    var at = line.lowerBound
    var run = at
    var openMarks: [(mark: UInt8, width: Int, reading: Int)] = []
    func flush(_ end: Int) {
      if run < end { appendPlainRun(run..<end, to: &parsed.strand) }
    }
    while at < line.upperBound {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\\") where at + 1 < line.upperBound && Self.isEscapable(bytes[at + 1]):
        flush(at)
        parsed.strand.append([bytes[at + 1]], for: TextSpan(at, at + 2))
        at += 2
        run = at
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        let width = min(3, bytes[at..<line.upperBound].prefix { $0 == byte }.count)
        if let open = openMarks.lastIndex(where: { $0.mark == byte && $0.width == width }), at > line.lowerBound,
          bytes[at - 1] > 32
        {
          flush(at)
          if width >= 2, byte == UInt8(ascii: "*") {
            parsed.boldTail = at + width == line.upperBound ? openMarks[open].reading : nil
          }
          openMarks.removeSubrange(open...)
          at += width
          run = at
        } else if opens(at, width, line), let close = closing(at + width, byte, width, line), close > at + width {
          flush(at)
          openMarks.append((byte, width, parsed.strand.count))
          at += width
          run = at
        } else {
          at += width
        }
      case UInt8(ascii: "!") where at + 1 < line.upperBound && bytes[at + 1] == UInt8(ascii: "["):
        if let link = link(at + 1, line) {
          flush(at)
          if parsed.firstImage == nil {
            parsed.firstImage = at
            parsed.imageText = link.text
          }
          at = link.end
          run = at
        } else {
          at += 1
        }
      case UInt8(ascii: "["):
        if !inLink, let link = link(at, line) {
          flush(at)
          let before = parsed.strand.count
          inline(link.text, to: &parsed, inLink: true)
          parsed.linkBytes += parsed.strand.count - before
          at = link.end
          run = at
        } else {
          at += 1
        }
      case UInt8(ascii: "<"):
        if let end = autolink(at, line) {
          flush(at)
          parsed.strand.append(bytes[(at + 1)..<(end - 1)], for: TextSpan(at + 1, end - 1))
          parsed.linkBytes += end - at - 2
          at = end
          run = at
        } else {
          at += 1
        }
      default:
        at += 1
      }
    }
    flush(line.upperBound)
  }

  private func appendPlainRun(_ range: Range<Int>, to strand: inout Strand) {
    var at = range.lowerBound
    var run = at
    while at < range.upperBound {
      at = Self.endOfPlain(bytes, at, range.upperBound)
      guard at < range.upperBound else { break }
      let (scalar, length) = Scalars.decode(bytes, at)
      if Scalars.isSpace(scalar) {
        if run < at { strand.append(bytes[run..<at], for: TextSpan(run, at)) }
        strand.appendSpace(for: TextSpan(at, at + length))
        run = at + length
      }
      at += length
    }
    if run < range.upperBound { strand.append(bytes[run..<range.upperBound], for: TextSpan(run, range.upperBound)) }
  }

  /// Behind the words of ASCII that stand there with one space between two: most lines are nothing else.
  private static func endOfPlain(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      func isSign(_ byte: UInt8) -> Bool { byte > 32 && byte < 0x7F }
      var at = start
      while at < end, isSign(bytes[at]) || bytes[at] == 32 && at > start && at + 1 < end && isSign(bytes[at + 1]) {
        at += 1
      }
      return at
    }
  }

  private static func isEscapable(_ byte: UInt8) -> Bool {
    byte >= 33 && byte <= 47 || byte >= 58 && byte <= 64 || byte >= 91 && byte <= 96 || byte >= 123 && byte <= 126
  }

  /// Emphasis opens before a letter and, with underscores, not inside a word.
  private func opens(_ at: Int, _ width: Int, _ line: Range<Int>) -> Bool {
    guard at + width < line.upperBound, bytes[at + width] > 32 else { return false }
    guard bytes[at] == UInt8(ascii: "_") else { return true }
    return at == line.lowerBound || bytes[at - 1] <= 47
  }

  /// A run of the same marks later in the line that can close one opened here.
  private func closing(_ from: Int, _ mark: UInt8, _ width: Int, _ line: Range<Int>) -> Int? {
    var at = from
    let limit = min(line.upperBound, from + Self.reach)
    while at < limit {
      if bytes[at] == UInt8(ascii: "\\") { at += 2; continue }
      if bytes[at] == mark {
        let found = bytes[at..<line.upperBound].prefix { $0 == mark }.count
        if min(found, 3) == width, bytes[at - 1] > 32 { return at }
        at += found
      } else {
        at += 1
      }
    }
    return nil
  }

  /// `[text](target)` or `[text][label]` at `at`: its text and where it ends.
  private func link(_ at: Int, _ line: Range<Int>) -> (text: Range<Int>, end: Int)? {
    var depth = 0
    var close = at
    while close < line.upperBound {
      if bytes[close] == UInt8(ascii: "\\") { close += 2; continue }
      if bytes[close] == UInt8(ascii: "[") {
        depth += 1
        if depth > Self.nesting { return nil }
      }
      if bytes[close] == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { break }
      }
      close += 1
    }
    guard close + 1 < line.upperBound, bytes[close + 1] == UInt8(ascii: "(") else { return nil }
    var end = close + 2
    var parentheses = 1
    let limit = min(line.upperBound, close + Self.reach)
    while end < limit {
      if bytes[end] == UInt8(ascii: "(") { parentheses += 1 }
      if bytes[end] == UInt8(ascii: ")") { parentheses -= 1 }
      if parentheses == 0 { return ((at + 1)..<close, end + 1) }
      end += 1
    }
    return nil
  }

  /// `<https://…>` or `<name@host>`: where it ends.
  private func autolink(_ at: Int, _ line: Range<Int>) -> Int? {
    let rest = bytes[(at + 1)..<line.upperBound]
    guard let close = rest.firstIndex(of: UInt8(ascii: ">")), close > at + 4 else { return nil }
    let inside = bytes[(at + 1)..<close]
    guard !inside.contains(where: { $0 <= 32 || $0 == UInt8(ascii: "<") }) else { return nil }
    return inside.starts(with: Array("http".utf8)) || inside.contains(UInt8(ascii: "@")) ? close + 1 : nil
  }
}
