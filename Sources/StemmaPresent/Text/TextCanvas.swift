/// Lines of text on their way to a terminal: wrapped to the width, inked if it has colour, and free of control characters,
/// which in an article could otherwise command the terminal.
struct TextCanvas {
  enum Ink: String {
    case plain = ""
    case strong = "1"
    case faint = "2"
    case answer = "1;36"
    case rubric = "1;31"
    case notable = "33"
    case added = "1;4"
    case removed = "9"
  }

  struct Piece {
    var text: String
    var ink: Ink

    init(_ text: String, _ ink: Ink = .plain) {
      self.text = text
      self.ink = ink
    }
  }

  let style: TextStyle
  private(set) var lines: [String] = []

  init(style: TextStyle) {
    self.style = style
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func blank() {
    if lines.last != "" { lines.append("") }
  }

  mutating func heading(_ title: String, note: String = "") {
    blank()
    let rule = style.unicode ? "─" : "-"
    var pieces = [Piece(title.uppercased(), .strong)]
    if !note.isEmpty { pieces.append(Piece("  " + note, .faint)) }
    paragraph(pieces)
    lines.append(ink([Piece(String(repeating: rule, count: style.width), .faint)]))
  }

  mutating func paragraph(_ text: String, _ ink: Ink = .plain, indent: Int = 0, first: [Piece] = []) {
    paragraph([Piece(text, ink)], indent: indent, first: first)
  }

  /// Wraps pieces; `first` stands before the first line, blanks of its width (or `rest`) before the others.
  mutating func paragraph(_ pieces: [Piece], indent: Int = 0, first: [Piece] = [], rest: [Piece]? = nil) {
    let margin = String(repeating: " ", count: indent)
    let first = clean(first)
    let lead = first.reduce(0) { $0 + DisplayWidth.of($1.text) }
    let rest = rest.map(clean) ?? [Piece(String(repeating: " ", count: lead))]
    let after = rest.reduce(0) { $0 + DisplayWidth.of($1.text) }
    let wrapped = wrap(words(pieces), first: style.width - indent - lead, rest: style.width - indent - after)
    for (at, line) in wrapped.enumerated() {
      lines.append(ink([Piece(margin)] + (at == 0 ? first : rest) + line))
    }
    if wrapped.isEmpty { lines.append(ink([Piece(margin)] + first)) }
  }

  /// Cells side by side; the last takes what is left. A cell too long is cut.
  mutating func row(_ cells: [(text: String, ink: Ink, width: Int)], indent: Int = 0) {
    var pieces = [Piece(String(repeating: " ", count: indent))]
    var left = style.width - indent
    for (at, cell) in cells.enumerated() {
      let last = at == cells.count - 1
      let width = max(0, last ? left : min(cell.width, left))
      let text = fit(Self.sanitized(cell.text), to: last ? width : width - 1)
      pieces.append(Piece(text, cell.ink))
      if !last { pieces.append(Piece(String(repeating: " ", count: max(0, width - DisplayWidth.of(text))))) }
      left -= width
    }
    lines.append(ink(pieces))
  }

  /// Cuts to a width, with an ellipsis.
  func fit(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    let mark = style.unicode ? "…" : "..."
    var kept = ""
    var used = DisplayWidth.of(mark)
    for character in text {
      used += DisplayWidth.of(character)
      if used > width { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return width < DisplayWidth.of(mark) ? "" : kept + mark
  }

  /// Without what could steer a terminal or turn the direction of the text; line breaks become spaces.
  static func sanitized(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var scalars = String.UnicodeScalarView()
    var broken = false
    for scalar in text.unicodeScalars {
      let breaks = [0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value)
      if broken, breaks || scalar == " " { continue }
      broken = breaks
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0xA0, 0x2028, 0x2029: scalars.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF:
        continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private struct Word {
    var characters: [(Character, Ink)] = []
    var width = 0
    /// Blanks before it; more than one only where we put them to set things apart.
    var gap = 0
  }

  private func clean(_ pieces: [Piece]) -> [Piece] { pieces.map { Piece(Self.sanitized($0.text), $0.ink) } }

  /// Pieces that touch make one word; an ideograph is a word of its own.
  private func words(_ pieces: [Piece]) -> [Word] {
    var words: [Word] = []
    var word = Word()
    var gap = 0
    func flush() {
      if !word.characters.isEmpty { words.append(word) }
      word = Word()
    }
    for piece in pieces {
      for character in Self.sanitized(piece.text) {
        if character == " " {
          flush()
          gap = min(gap + 1, 3)
          continue
        }
        let ideograph = DisplayWidth.isIdeograph(character)
        if ideograph { flush() }
        if word.characters.isEmpty {
          word.gap = gap
          gap = 0
        }
        word.characters.append((character, piece.ink))
        word.width += DisplayWidth.of(character)
        if ideograph { flush() }
      }
    }
    flush()
    return words
  }

  private func wrap(_ words: [Word], first: Int, rest: Int) -> [[Piece]] {
    var lines: [[Piece]] = []
    var line: [Piece] = []
    var used = 0
    var room = max(1, first)
    func flush() {
      lines.append(line)
      line = []
      used = 0
      room = max(1, rest)
    }
    for word in words {
      if used > 0, used + word.gap + word.width > room { flush() }
      if used > 0 {
        let ink = line.last?.ink == word.characters[0].1 ? word.characters[0].1 : .plain
        for _ in 0..<word.gap { Self.append(" ", ink, to: &line) }
        used += word.gap
      }
      for (character, ink) in word.characters {
        let width = DisplayWidth.of(character)
        if used + width > room, used > 0 { flush() }
        Self.append(character, ink, to: &line)
        used += width
      }
    }
    if !line.isEmpty { flush() }
    return lines
  }

  private static func append(_ character: Character, _ ink: Ink, to line: inout [Piece]) {
    if let last = line.indices.last, line[last].ink == ink {
      line[last].text.append(character)
    } else {
      line.append(Piece(String(character), ink))
    }
  }

  /// One line, without blanks at its end.
  private func ink(_ pieces: [Piece]) -> String {
    var pieces = pieces
    while let last = pieces.indices.last {
      while pieces[last].text.last == " " { pieces[last].text.removeLast() }
      if !pieces[last].text.isEmpty { break }
      pieces.removeLast()
    }
    return pieces.reduce(into: "") { text, piece in
      text +=
        style.color && piece.ink != .plain && !piece.text.isEmpty
        ? "\u{1B}[\(piece.ink.rawValue)m\(piece.text)\u{1B}[0m" : piece.text
    }
  }
}
