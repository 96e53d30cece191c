/// A word, a run of digits or a mark of a block's reading text.
struct Token: Sendable {
  enum Kind: Sendable {
    case word, number, mark
  }

  var kind: Kind
  /// In the strand's bytes.
  var range: Range<Int>
  /// Lower case, apostrophes made straight.
  var key: String
  var startsUpper: Bool
  var isUpper: Bool
  /// White space or nothing stands before it.
  var isSpaced: Bool

  var isWord: Bool { kind == .word }

  /// The tokens of a text. Digits and letters part; apostrophes and inner dots of initials stay inside words.
  static func tokens(of bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5)
    var at = 0
    var spaced = true
    while at < bytes.count {
      let (scalar, length) = Scalars.decode(bytes, at)
      if Scalars.isSpace(scalar) {
        at += length
        spaced = true
        continue
      }
      let start = at
      if Scalars.isDigit(scalar) {
        while at < bytes.count, bytes[at] >= 48, bytes[at] <= 57 { at += 1 }
        tokens.append(
          Token(
            kind: .number, range: start..<at, key: String(decoding: bytes[start..<at], as: UTF8.self),
            startsUpper: false, isUpper: false, isSpaced: spaced))
      } else if Scalars.isLetter(scalar) {
        var isASCII = true
        var uppers = 0
        var letters = 0
        let startsUpper = Scalars.isUpper(scalar)
        while at < bytes.count {
          let (next, size) = Scalars.decode(bytes, at)
          if Scalars.isLetter(next) {
            letters += 1
            if Scalars.isUpper(next) { uppers += 1 }
            if size > 1 { isASCII = false }
            at += size
          } else if Scalars.isApostrophe(next), at + size < bytes.count,
            Scalars.isLetter(Scalars.decode(bytes, at + size).0)
          {
            if size > 1 { isASCII = false }
            at += size
          } else {
            break
          }
        }
        tokens.append(
          Token(
            kind: .word, range: start..<at, key: key(bytes[start..<at], isASCII), startsUpper: startsUpper,
            isUpper: uppers == letters, isSpaced: spaced))
      } else {
        at += length
        tokens.append(
          Token(
            kind: .mark, range: start..<at, key: String(decoding: bytes[start..<at], as: UTF8.self), startsUpper: false,
            isUpper: false, isSpaced: spaced))
      }
      spaced = false
    }
    return tokens
  }

  private static func key(_ bytes: ArraySlice<UInt8>, _ isASCII: Bool) -> String {
    if isASCII { return String(decoding: bytes.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }, as: UTF8.self) }
    var folded = ""
    for scalar in String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars {
      folded.unicodeScalars.append(Scalars.isApostrophe(scalar.value) ? "'" : scalar)
    }
    return folded
  }
}
