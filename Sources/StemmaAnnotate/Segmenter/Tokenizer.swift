import StemmaModel
import StemmaText

/// Cuts a passage into words, numbers and marks, in one pass over its bytes.
///
/// A word keeps its inner apostrophes and hyphens; letters joined by full stops ("U.S.") are one word; CJK
/// characters are words of their own.
struct Tokenizer {
  private enum Class {
    case space, letter, ideograph, digit, mark
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lexicon: Lexicon

  init(bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
  }

  func append(_ range: Range<Int>, to lexemes: inout [Lexeme]) {
    var at = range.lowerBound
    var spaced = true
    while at < range.upperBound {
      if bytes[at] == 0x20 {
        at += 1
        spaced = true
        continue
      }
      if let end = plainWord(at, range.upperBound) {
        appendPlain(at..<end, spaced, &lexemes)
        at = end
        spaced = false
        continue
      }
      let (kind, length) = classify(at, range.upperBound)
      switch kind {
      case .space:
        at += length
        spaced = true
        continue
      case .mark where bytes[at] == 0x2E && spaced && at + 1 < range.upperBound && isDigit(bytes[at + 1]):
        at = appendNumber(at, range.upperBound, spaced, &lexemes)  // ".5"
      case .mark:
        at = appendMark(at, length, range.upperBound, spaced, &lexemes)
      case .ideograph:
        append(.word, at..<at + length, spaced, [], &lexemes)
        at += length
      case .digit:
        at = appendNumber(at, range.upperBound, spaced, &lexemes)
      case .letter:
        at = appendWord(at, from: at, range.upperBound, spaced, &lexemes)
      }
      spaced = false
    }
  }

  // MARK: plain words

  /// The end of a word of ASCII letters alone, short enough for its key to hold: most words are such. Nil where another
  /// rule may have a say: a hyphen, an apostrophe, digits or letters beyond ASCII follow.
  @inline(__always)
  private func plainWord(_ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end, isASCIILetter(bytes[at]) { at += 1 }
    guard at > start, at - start <= WordKey.mostBytes, start + 24 <= bytes.count else { return nil }
    guard at < end else { return at }
    switch bytes[at] {
    case 0x20, 0x2C, 0x0A, 0x29, 0x22, 0x3A, 0x3B, 0x3F, 0x21: return at
    case 0x2E: return at - start > 1 ? at : nil  // "U.S."
    case 0xE2:
      // Curly double quotation marks and long dashes end a word; a curly single mark may be an apostrophe.
      guard at + 2 < end, bytes[at + 1] == 0x80 else { return nil }
      let last = bytes[at + 2]
      return last == 0x9C || last == 0x9D || last == 0x93 || last == 0x94 ? at : nil
    default: return nil
    }
  }

  @inline(__always)
  private func appendPlain(_ range: Range<Int>, _ spaced: Bool, _ lexemes: inout [Lexeme]) {
    let raw = UnsafeRawPointer(bytes.baseAddress!) + range.lowerBound
    let count = range.count
    let small: UInt64 = 0x2020_2020_2020_2020
    // Whether a small letter is among them, in the bit that tells small from capital.
    var smalls: UInt64 = 0
    @inline(__always)
    func eight(_ word: Int) -> UInt64 {
      let left = count - 8 * word
      guard left > 0 else { return 0 }
      let mask = left >= 8 ? UInt64.max : (1 << UInt64(8 * left)) - 1
      let letters = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self)) & mask
      smalls |= letters & small
      return letters | small & mask
    }
    let key = WordKey(first: eight(0), second: eight(1), third: eight(2) | UInt64(count) << 56)
    var shape: Lexeme.Shape = spaced ? .spaced : []
    if bytes[range.lowerBound] & 0x20 == 0 {
      shape.insert(.capital)
      if count > 1, smalls == 0 { shape.insert(.allCapitals) }
    }
    lexemes.append(
      Lexeme(kind: .word, range: range, key: key, word: lexicon.classes(of: key), mark: .none, shape: shape))
  }

  // MARK: words

  /// Appends the word that starts at `start`, read from `from` on.
  private func appendWord(_ start: Int, from: Int, _ end: Int, _ spaced: Bool, _ lexemes: inout [Lexeme]) -> Int {
    var at = from
    var shape: Lexeme.Shape = []
    if let dotted = dottedWord(start, end), from == start {
      append(.word, start..<dotted, spaced, .dotted, &lexemes)
      return dotted
    }
    if let letters = currencyLetters(start, end) {
      append(.word, start..<letters, spaced, [], &lexemes)
      return letters
    }
    var lastHyphen = -1
    scan: while at < end {
      let (kind, length) = classify(at, end)
      if kind == .letter || kind == .digit {
        at += length
        continue
      }
      guard kind == .mark, at > start else { break }
      let next = at + length
      guard next < end else { break }
      let following = classify(next, end).0
      switch markAt(at, length) {
      case .straightSingle, .closeSingle:
        guard following == .letter else { break scan }
        at = next
      case .dash where length == 1 || isHyphen(at):
        guard following == .letter || following == .digit else { break scan }
        shape.insert(.hyphenated)
        lastHyphen = at
        at = next
      case .other where bytes[at] == 0x26 && following == .letter:  // AT&T
        at = next
      default: break scan
      }
    }
    // "minutes-two fell": a hyphen that stands for a dash.
    if lastHyphen > start + 2, lexicon.opensClause(key(lastHyphen + 1..<at)), !lexicon.isNumber(key(start..<lastHyphen))
    {
      append(.word, start..<lastHyphen, spaced, [], &lexemes)
      lexemes.append(
        Lexeme(kind: .mark, range: lastHyphen..<lastHyphen + 1, key: "-", word: [], mark: .dash, shape: []))
      append(.word, lastHyphen + 1..<at, false, [], &lexemes)
      return at
    }
    append(.word, start..<at, spaced, shape, &lexemes)
    return at
  }

  /// "RM120,000", "AUD1.5m": the end of a currency's letters that a number follows at once.
  private func currencyLetters(_ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end, at - start < 4, bytes[at] >= 0x41, bytes[at] <= 0x5A || at > start && bytes[at] == 0x73 { at += 1 }
    guard at - start >= 2, at < end, isDigit(bytes[at]),
      Units.letterCurrencies[key(start..<at)] != nil
        || at - start == 2 && bytes[start] == 0x55 && bytes[start + 1] == 0x53
    else { return nil }
    return at
  }

  /// The end of single letters that are each followed by a full stop, two at least.
  private func dottedWord(_ start: Int, _ end: Int) -> Int? {
    var at = start
    var letters = 0
    while at + 1 < end, isASCIILetter(bytes[at]), bytes[at + 1] == 0x2E {
      at += 2
      letters += 1
    }
    guard letters >= 2, !(at < end && classify(at, end).0 == .letter) else { return nil }
    // "the U.N.'s"
    if at < end, classify(at, end).0 == .mark {
      let length = classify(at, end).1
      let mark = markAt(at, length)
      if mark == .straightSingle || mark == .closeSingle, at + length < end, bytes[at + length] == 0x73,
        at + length + 1 >= end || classify(at + length + 1, end).0 != .letter
      {
        return at + length + 1
      }
    }
    return at
  }

  private func append(
    _ kind: Token.Kind, _ range: Range<Int>, _ spaced: Bool, _ given: Lexeme.Shape, _ lexemes: inout [Lexeme]
  ) {
    var shape = given
    if spaced { shape.insert(.spaced) }
    if CaseFolding.isCapital(bytes, at: range.lowerBound) {
      shape.insert(.capital)
      if range.count > 1, bytes[range].allSatisfy({ $0 < 0x61 || $0 > 0x7A }) { shape.insert(.allCapitals) }
    }
    let key = WordForm.withFolded(bytes, range, isDotted: given.contains(.dotted)) { folded, isPossessive in
      if isPossessive { shape.insert(.possessive) }
      return WordKey(folded)
    }
    lexemes.append(
      Lexeme(kind: kind, range: range, key: key, word: lexicon.classes(of: key), mark: .none, shape: shape))
  }

  private func key(_ range: Range<Int>) -> WordKey {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { folded in
      CaseFolding.fold(bytes, range, to: folded)
      return WordKey(UnsafeBufferPointer(folded))
    }
  }

  // MARK: numbers

  private func appendNumber(_ start: Int, _ end: Int, _ spaced: Bool, _ lexemes: inout [Lexeme]) -> Int {
    var at = start
    digits: while at < end {
      let byte = bytes[at]
      if isDigit(byte) {
        at += 1
      } else if byte == 0x2E, at + 1 < end, isDigit(bytes[at + 1]) {
        at += 1
      } else if byte == 0x2C, at + 3 < end, isDigit(bytes[at + 1]), isDigit(bytes[at + 2]), isDigit(bytes[at + 3]),
        at + 4 >= end || !isDigit(bytes[at + 4])
      {
        at += 4
      } else if byte == 0x3A, at + 2 < end, isDigit(bytes[at + 1]), isDigit(bytes[at + 2]) {
        at += 3
      } else {
        break digits
      }
    }
    if at < end {
      // "20th", "1980s" and "18-year-old" are words; "3.5m" is a number with a word behind it.
      var tail = at
      while tail < end, isASCIILetter(bytes[tail]) { tail += 1 }
      if tail > at, ["st", "nd", "rd", "th", "s"].contains(key(at..<tail)) {
        append(.word, start..<tail, spaced, [], &lexemes)
        return tail
      }
      if bytes[at] == 0x2D, at + 1 < end, isASCIILetter(bytes[at + 1]) {
        return appendWord(start, from: at, end, spaced, &lexemes)
      }
    }
    let shape: Lexeme.Shape = spaced ? .spaced : []
    let key = WordForm.withDigits(bytes, start..<at) { WordKey($0) }
    lexemes.append(Lexeme(kind: .number, range: start..<at, key: key, word: [], mark: .none, shape: shape))
    return at
  }

  // MARK: marks

  private func appendMark(_ start: Int, _ length: Int, _ end: Int, _ spaced: Bool, _ lexemes: inout [Lexeme]) -> Int {
    var at = start + length
    var mark = markAt(start, length)
    if mark == .stop || mark == .dash {
      // "..." is one mark, and so is "--".
      var run = 1
      while at < end, bytes[at] == bytes[start], length == 1 {
        at += 1
        run += 1
      }
      if mark == .stop, run > 1 { mark = .ellipsis }
    }
    let shape: Lexeme.Shape = spaced ? .spaced : []
    let key: WordKey =
      switch mark {
      case .openQuote, .closeQuote, .straightQuote: "\""
      case .openSingle, .closeSingle, .straightSingle: "'"
      case .dash: "-"
      case .ellipsis: "..."
      default: WordKey(UnsafeBufferPointer(rebasing: bytes[start..<at]))
      }
    lexemes.append(Lexeme(kind: .mark, range: start..<at, key: key, word: [], mark: mark, shape: shape))
    return at
  }

  private func markAt(_ at: Int, _ length: Int) -> Mark {
    if length == 1 {
      return switch bytes[at] {
      case 0x2E: .stop
      case 0x3F: .question
      case 0x21: .exclamation
      case 0x2C: .comma
      case 0x3A: .colon
      case 0x3B: .semicolon
      case 0x2D: .dash
      case 0x2F: .slash
      case 0x28, 0x5B: .openParenthesis
      case 0x29, 0x5D: .closeParenthesis
      case 0x22: .straightQuote
      case 0x27, 0x60: .straightSingle
      case 0x24: .currency
      case 0x25: .percent
      default: .other
      }
    }
    return switch scalar(at, length) {
    case 0x201C, 0xAB, 0x201E, 0x201F, 0x300C, 0x300E: .openQuote
    case 0x201D, 0xBB, 0x300D, 0x300F: .closeQuote
    case 0xFF02: .straightQuote
    case 0x2018, 0x201A, 0x2039: .openSingle
    case 0x2019, 0x203A: .closeSingle
    case 0x2010...0x2015, 0x2212: .dash
    case 0x2026: .ellipsis
    case 0x3002, 0x0964, 0x06D4, 0xFF0E: .stop
    case 0xFF1F, 0x061F: .question
    case 0xFF01: .exclamation
    case 0x060C, 0xFF0C, 0x3001: .comma
    case 0x061B, 0xFF1B: .semicolon
    case 0xFF1A: .colon
    case 0xFF08: .openParenthesis
    case 0xFF09: .closeParenthesis
    case 0xA2...0xA5, 0x20A0...0x20CF: .currency
    case 0xFF05, 0x066A: .percent
    default: .other
    }
  }

  private func isHyphen(_ at: Int) -> Bool { bytes[at + 1] == 0x80 && (bytes[at + 2] == 0x90 || bytes[at + 2] == 0x91) }

  // MARK: bytes

  private func classify(_ at: Int, _ end: Int) -> (Class, Int) {
    let byte = bytes[at]
    if byte < 0x80 {
      if isASCIILetter(byte) { return (.letter, 1) }
      if isDigit(byte) { return (.digit, 1) }
      return (byte <= 0x20 || byte == 0x7F ? .space : .mark, 1)
    }
    let length = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1, end - at)
    return (classify(scalar(at, length)), length)
  }

  private func classify(_ scalar: UInt32) -> Class {
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF, 0x80...0x9F, 0xAD: .space
    case 0xAA, 0xB5, 0xBA: .letter
    case 0xA1...0xBF, 0xD7, 0xF7: .mark
    case 0x060C, 0x061B, 0x061F, 0x066A, 0x06D4, 0x0964: .mark
    case 0x2010...0x2BFF: .mark
    case 0x3001...0x3030, 0xFF01...0xFF0F, 0xFF1A...0xFF20: .mark
    case 0x3031...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .ideograph
    case 0xE000...0xF8FF, 0xFFF0...0xFFFF, 0x1F000...0x1FBFF: .mark
    default: .letter
    }
  }

  private func scalar(_ at: Int, _ length: Int) -> UInt32 {
    switch length {
    case 2: UInt32(bytes[at] & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F)
    case 3: UInt32(bytes[at] & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
    case 4:
      UInt32(bytes[at] & 0x07) << 18 | UInt32(bytes[at + 1] & 0x3F) << 12 | UInt32(bytes[at + 2] & 0x3F) << 6
        | UInt32(bytes[at + 3] & 0x3F)
    default: 0xFFFD
    }
  }

  private func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
