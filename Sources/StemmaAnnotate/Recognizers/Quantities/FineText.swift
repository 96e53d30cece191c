import StemmaText

/// A sentence, or the end of one, in pieces that numbers and units are read from: words cut at hyphens and between letters
/// and digits ("15-kilometre", "2.4GHz"), marks, and runs of digits.
struct FineText {
  struct Piece {
    enum Kind {
      case word, digits, mark
    }

    var kind: Kind
    /// In the reading text.
    var range: Range<Int>
    /// The lexeme it stands in.
    var lexeme: Int
    /// In lower case; empty for digits.
    var key: WordKey
    /// Of a word that is a whole lexeme.
    var word: WordClass = []
    var mark = Mark.none
    var number: NumberWord?
    var isSpaced: Bool
    var isCapital = false
  }

  let bytes: [UInt8]
  /// Of the sentence.
  let range: Range<Int>
  private(set) var pieces: [Piece] = []

  /// - Complexity: O(*n*) in the bytes of the lexemes.
  init(_ text: SegmentedText, _ lexemes: Range<Int>) {
    bytes = text.bytes
    range = lexemes.isEmpty ? 0..<0 : text.bytesOf(lexemes)
    pieces.reserveCapacity(lexemes.count + 8)
    for at in lexemes { append(text.lexemes[at], at) }
  }

  private mutating func append(_ lexeme: Lexeme, _ at: Int) {
    let isSpaced = lexeme.shape.contains(.spaced)
    if lexeme.kind == .mark {
      pieces.append(
        Piece(kind: .mark, range: lexeme.range, lexeme: at, key: lexeme.key, mark: lexeme.mark, isSpaced: isSpaced))
      return
    }
    if lexeme.kind == .word, lexeme.shape.isDisjoint(with: .hyphenated) || lexeme.shape.contains(.dotted),
      lexeme.word.isDisjoint(with: .number) || !lexeme.shape.contains(.hyphenated), !hasDigit(lexeme.range)
    {
      pieces.append(
        Piece(
          kind: .word, range: lexeme.range, lexeme: at, key: lexeme.key, word: lexeme.word,
          number: NumberWord.of(lexeme.key), isSpaced: isSpaced, isCapital: lexeme.isCapital))
      return
    }
    var start = lexeme.range.lowerBound
    let end = lexeme.range.upperBound
    while start < end {
      let kind = kind(bytes[start])
      var next = start + 1
      if kind == .mark {
        while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
      } else {
        while next < end, self.kind(bytes[next]) == kind || kind == .word && isApostrophe(next, end) { next += 1 }
      }
      append(kind, start..<next, at, isSpaced: isSpaced && start == lexeme.range.lowerBound)
      start = next
    }
  }

  private mutating func append(_ kind: Piece.Kind, _ range: Range<Int>, _ lexeme: Int, isSpaced: Bool) {
    var piece = Piece(kind: kind, range: range, lexeme: lexeme, key: WordKey(), isSpaced: isSpaced)
    switch kind {
    case .digits: break
    case .word:
      piece.key = bytes.withUnsafeBufferPointer {
        WordForm.withFolded($0, range, isDotted: false) { key, _ in WordKey(key) }
      }
      piece.number = NumberWord.of(piece.key)
      piece.word = Self.functionWords[piece.key] ?? []
      piece.isCapital = bytes.withUnsafeBufferPointer { CaseFolding.isCapital($0, at: range.lowerBound) }
    case .mark:
      let isDash = range.count == 1 && bytes[range.lowerBound] == 0x2D || range.count == 3
      piece.mark = isDash ? .dash : bytes[range.lowerBound] == 0x2E ? .stop : .other
      piece.key = isDash ? "-" : bytes.withUnsafeBufferPointer { WordKey(UnsafeBufferPointer(rebasing: $0[range])) }
    }
    pieces.append(piece)
  }

  /// What words inside a hyphened one can be.
  private static let functionWords: WordTable<WordClass> = [
    "to": .preposition, "of": .preposition, "in": .preposition, "on": .preposition, "by": .preposition,
    "up": .preposition,
    "off": .preposition, "per": .preposition, "or": .conjunction, "and": .conjunction, "a": .determiner,
    "an": .determiner,
    "the": .determiner,
  ]

  private func hasDigit(_ range: Range<Int>) -> Bool {
    for at in range where isDigit(bytes[at]) { return true }
    return false
  }

  /// What a byte inside a word or number belongs to; of the marks only hyphens, dots, commas, colons and apostrophes are.
  private func kind(_ byte: UInt8) -> Piece.Kind {
    if isDigit(byte) { return .digits }
    if byte < 0x80 { return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A ? .word : .mark }
    return byte == 0xE2 ? .mark : .word
  }

  /// An apostrophe inside letters belongs to them.
  private func isApostrophe(_ at: Int, _ end: Int) -> Bool {
    bytes[at] == 0x27 && at + 1 < end && kind(bytes[at + 1]) == .word
  }

  func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  // MARK: pieces, with nothing beyond the ends

  var count: Int { pieces.count }
  func has(_ at: Int) -> Bool { at >= 0 && at < pieces.count }
  func key(_ at: Int) -> WordKey { has(at) ? pieces[at].key : WordKey() }
  func mark(_ at: Int) -> Mark { has(at) ? pieces[at].mark : .none }
  func word(_ at: Int) -> WordClass { has(at) ? pieces[at].word : [] }
  func number(_ at: Int) -> NumberWord? { has(at) ? pieces[at].number : nil }
  func isWord(_ at: Int) -> Bool { has(at) && pieces[at].kind == .word }
  func isDigits(_ at: Int) -> Bool { has(at) && pieces[at].kind == .digits }
  func isMark(_ at: Int) -> Bool { has(at) && pieces[at].kind == .mark }
  func isCapital(_ at: Int) -> Bool { has(at) && pieces[at].isCapital }
  /// Whether a piece stands right behind the one before it.
  func isAttached(_ at: Int) -> Bool { has(at) && at > 0 && !pieces[at].isSpaced }
  func isDash(_ at: Int) -> Bool { has(at) && pieces[at].mark == .dash }
  func bytes(_ pieces: Range<Int>) -> Range<Int> {
    self.pieces[pieces.lowerBound].range.lowerBound..<self.pieces[pieces.upperBound - 1].range.upperBound
  }
  func string(_ pieces: Range<Int>) -> String {
    pieces.isEmpty ? "" : String(decoding: bytes[bytes(pieces)], as: UTF8.self)
  }
  /// The first piece that does not begin before a byte.
  func piece(from byte: Int, after at: Int) -> Int {
    var next = at
    while next < pieces.count, pieces[next].range.lowerBound < byte { next += 1 }
    return next
  }
}
