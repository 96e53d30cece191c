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
  /// The scalar of a mark, 0 for the others: marks are compared by it, as strings beyond ASCII compare slowly.
  var mark: UInt32 = 0
  /// Of a word or number: `TextHash` of its key.
  var hash: UInt64 = 0

  var isWord: Bool { kind == .word }

  /// The tokens of a text. Digits and letters part; apostrophes and inner dots of initials stay inside words.
  ///
  /// - Complexity: O(*n*) in the bytes: a run of letters longer than `wordLimit` is more than one word.
  static func tokens(of bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      var spaced = true
      while at < buffer.count {
        let lead = buffer[at]
        if lead == 32 {
          at += 1
          spaced = true
          continue
        }
        if lead < 0x80, !Self.isASCIILetter(lead), lead > 32, lead != 0x7F {
          let start = at
          if lead >= 48, lead <= 57 {
            while at < buffer.count, buffer[at] >= 48, buffer[at] <= 57, at - start < wordLimit { at += 1 }
            let (key, hash) = folded(buffer, start..<at)
            tokens.append(
              Token(
                kind: .number, range: start..<at, key: key, startsUpper: false, isUpper: false, isSpaced: spaced,
                hash: hash))
          } else {
            at += 1
            tokens.append(
              Token(
                kind: .mark, range: start..<at, key: String(Unicode.Scalar(lead)), startsUpper: false, isUpper: false,
                isSpaced: spaced, mark: UInt32(lead)))
          }
          spaced = false
          continue
        }
        let (scalar, length) = Scalars.decode(buffer, at)
        if Scalars.isSpace(scalar) {
          at += length
          spaced = true
        } else if Scalars.isLetter(scalar) {
          tokens.append(word(buffer, &at, scalar, spaced))
          spaced = false
        } else {
          tokens.append(
            Token(
              kind: .mark, range: at..<(at + length), key: text(buffer, at..<(at + length)), startsUpper: false,
              isUpper: false, isSpaced: spaced, mark: scalar))
          at += length
          spaced = false
        }
      }
    }
    return tokens
  }

  /// In bytes. Text without spaces has sentences for words; nothing else comes near.
  private static let wordLimit = 240

  @inline(__always)
  private static func isASCIILetter(_ byte: UInt8) -> Bool { byte | 32 >= 97 && byte | 32 <= 122 }

  private static func word(
    _ buffer: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ first: UInt32, _ spaced: Bool
  ) -> Token {
    let start = at
    var isASCII = true
    var uppers = 0
    var letters = 0
    while at < buffer.count, at - start < wordLimit {
      let byte = buffer[at]
      if isASCIILetter(byte) {
        letters += 1
        if byte < 97 { uppers += 1 }
        at += 1
        continue
      }
      let (next, size) = Scalars.decode(buffer, at)
      if size > 1, Scalars.isLetter(next) {
        letters += 1
        if Scalars.isUpper(next) { uppers += 1 }
        isASCII = false
        at += size
      } else if Scalars.isApostrophe(next), at + size < buffer.count,
        Scalars.isLetter(Scalars.decode(buffer, at + size).0)
      {
        if size > 1 { isASCII = false }
        at += size
      } else {
        break
      }
    }
    let (key, hash) = isASCII ? folded(buffer, start..<at) : foldedBeyondASCII(buffer, start..<at)
    return Token(
      kind: .word, range: start..<at, key: key, startsUpper: Scalars.isUpper(first), isUpper: uppers == letters,
      isSpaced: spaced, hash: hash)
  }

  @inline(__always)
  private static func text(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: buffer[range]), as: UTF8.self)
  }

  @inline(__always)
  private static func folded(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (String, UInt64) {
    var hash = TextHash()
    let key = String(unsafeUninitializedCapacity: range.count) { folded in
      var at = 0
      for place in range {
        let byte = buffer[place]
        let small = byte >= 65 && byte <= 90 ? byte | 32 : byte
        folded[at] = small
        hash.add(small)
        at += 1
      }
      return at
    }
    return (key, hash.value)
  }

  private static func foldedBeyondASCII(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (String, UInt64) {
    if let folded = foldedPlain(buffer, range) { return folded }
    var key = ""
    for scalar in text(buffer, range).lowercased().unicodeScalars {
      key.unicodeScalars.append(Scalars.isApostrophe(scalar.value) ? "'" : scalar)
    }
    return (key, TextHash.of(key))
  }

  /// The key of a word whose letters beyond ASCII are small ones, or have no case: most are, and Unicode is slow.
  private static func foldedPlain(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (String, UInt64)? {
    var hash = TextHash()
    var isPlain = true
    let key = String(unsafeUninitializedCapacity: range.count) { folded in
      var at = range.lowerBound
      var end = 0
      while at < range.upperBound {
        let (scalar, length) = Scalars.decode(buffer, at)
        if length == 1 || Scalars.isApostrophe(scalar) {
          let byte = UInt8(truncatingIfNeeded: length == 1 ? scalar : 39)
          folded[end] = byte >= 65 && byte <= 90 ? byte | 32 : byte
          hash.add(folded[end])
          end += 1
        } else if scalar >= 0xDF && scalar <= 0x17F && !Scalars.isUpper(scalar) || scalar >= 0x430 && scalar <= 0x45F
          || scalar >= 0x3041 && scalar <= 0xD7FF || scalar >= 0x300 && scalar <= 0x36F
        {
          for place in at..<min(at + length, range.upperBound) {
            folded[end] = buffer[place]
            hash.add(buffer[place])
            end += 1
          }
        } else {
          isPlain = false
          break
        }
        at += length
      }
      return end
    }
    return isPlain ? (key, hash.value) : nil
  }
}
