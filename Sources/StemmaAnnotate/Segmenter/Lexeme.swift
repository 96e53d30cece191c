import StemmaModel

/// A token while it is worked on: its place in the reading text, and what is known of its word.
struct Lexeme {
  /// How it is written.
  struct Shape: OptionSet {
    let rawValue: UInt8
    static let capital = Shape(rawValue: 1)
    static let allCapitals = Shape(rawValue: 2)
    static let possessive = Shape(rawValue: 4)
    /// White space stands before it.
    static let spaced = Shape(rawValue: 8)
    /// Letters with full stops between: "U.S."
    static let dotted = Shape(rawValue: 16)
    static let hyphenated = Shape(rawValue: 32)
  }

  /// Lower case, apostrophes and hyphens made straight, no possessive 's; of a number without its commas; of a mark one of
  /// its kind.
  var key: WordKey
  var word: WordClass
  private let start: UInt32
  private let end: UInt32
  var kind: Token.Kind
  var mark: Mark
  var shape: Shape
  var isName = false

  @inline(__always)
  init(kind: Token.Kind, range: Range<Int>, key: WordKey, word: WordClass, mark: Mark, shape: Shape) {
    self.key = key
    self.word = word
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
    self.kind = kind
    self.mark = mark
    self.shape = shape
  }

  /// In the reading text.
  var range: Range<Int> { Int(start)..<Int(end) }
  var isWord: Bool { kind == .word }
  var isCapital: Bool { shape.contains(.capital) }
}

/// What a mark does.
enum Mark: UInt8 {
  case none, stop, question, exclamation, ellipsis, comma, colon, semicolon, dash, slash, other
  case openParenthesis, closeParenthesis
  case openQuote, closeQuote, straightQuote
  case openSingle, closeSingle, straightSingle
  case currency, percent

  var endsSentence: Bool { self == .stop || self == .question || self == .exclamation || self == .ellipsis }
  var isQuote: Bool {
    switch self {
    case .openQuote, .closeQuote, .straightQuote, .openSingle, .closeSingle, .straightSingle: true
    default: false
    }
  }
}

/// A sentence while it is worked on.
struct Sentence {
  var passage: Int
  /// Of lexemes.
  var lexemes: Range<Int>
  /// In the reading text.
  var range: Range<Int>
  var clauses: [Range<Int>] = []
}

/// A report as lexemes and sentences: what every recognizer reads.
struct SegmentedText {
  let bytes: [UInt8]
  let passages: [Report.Passage]
  var lexemes: [Lexeme] = []
  var sentences: [Sentence] = []
  /// The sentence of each lexeme.
  var sentenceOf: [Int] = []

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The bytes from the first to the last of some lexemes.
  func bytesOf(_ lexemes: Range<Int>) -> Range<Int> {
    self.lexemes[lexemes.lowerBound].range.lowerBound..<self.lexemes[lexemes.upperBound - 1].range.upperBound
  }

  func words(_ lexemes: Range<Int>) -> String { lexemes.isEmpty ? "" : string(bytesOf(lexemes)) }

  /// A name as the report has it, without a possessive ending.
  func name(_ lexemes: Range<Int>) -> String {
    let range = bytesOf(lexemes)
    guard self.lexemes[lexemes.upperBound - 1].shape.contains(.possessive) else { return string(range) }
    var end = range.upperBound - 1  // the s
    while end > range.lowerBound, bytes[end - 1] >= 0x80 || bytes[end - 1] == 0x27 {
      end -= 1
      if bytes[end] == 0x27 || bytes[end] == 0xE2 { break }
    }
    return string(range.lowerBound..<end)
  }

  func key(_ at: Int) -> WordKey { lexemes.indices.contains(at) ? lexemes[at].key : WordKey() }

  /// The key of a lexeme written out, however long it is.
  func keyString(_ at: Int) -> String {
    let lexeme = lexemes[at]
    guard lexeme.key.count > WordKey.mostBytes else { return lexeme.key.string }
    return bytes.withUnsafeBufferPointer { bytes in
      switch lexeme.kind {
      case .word:
        WordForm.withFolded(bytes, lexeme.range, isDotted: lexeme.shape.contains(.dotted)) { folded, _ in
          String(decoding: folded, as: UTF8.self)
        }
      case .number: WordForm.withDigits(bytes, lexeme.range) { String(decoding: $0, as: UTF8.self) }
      case .mark: String(decoding: bytes[lexeme.range], as: UTF8.self)
      }
    }
  }

  func word(_ at: Int) -> WordClass { lexemes.indices.contains(at) ? lexemes[at].word : [] }
  func mark(_ at: Int) -> Mark { lexemes.indices.contains(at) ? lexemes[at].mark : .none }
  func isWord(_ at: Int) -> Bool { lexemes.indices.contains(at) && lexemes[at].kind == .word }
  func isSpaced(_ at: Int) -> Bool { lexemes.indices.contains(at) && lexemes[at].shape.contains(.spaced) }
  func isCapital(_ at: Int) -> Bool { lexemes.indices.contains(at) && lexemes[at].isCapital }
}
