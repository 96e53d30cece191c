/// Lower case over UTF-8 bytes, for comparing words: accents are kept, lengths too.
///
/// Covers Latin with its extensions, Greek, Cyrillic and Armenian letters of two bytes; all else stays as it is.
/// Letters whose lower
/// case needs more bytes (İ, Ⱥ) stay too, so a folded word has the length of the word.
package enum CaseFolding {
  /// Writes the bytes of `range`, folded, to the beginning of a buffer that has room for as many.
  ///
  /// - Complexity: O(*n*) in the length of `range`.
  package static func fold(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to folded: UnsafeMutableBufferPointer<UInt8>
  ) {
    precondition(folded.count >= range.count, "a folded word has the length of the word")
    var at = range.lowerBound
    var end = 0
    while at < range.upperBound {
      let byte = bytes[at]
      if byte < 0x80 {
        folded[end] = isUpper(byte) ? byte | 0x20 : byte
        at += 1
        end += 1
      } else if (0xC3...0xD5).contains(byte), at + 1 < range.upperBound, bytes[at + 1] & 0xC0 == 0x80 {
        let scalar = lower(UInt32(byte & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F))
        folded[end] = 0xC0 | UInt8(scalar >> 6)
        folded[end + 1] = 0x80 | UInt8(scalar & 0x3F)
        at += 2
        end += 2
      } else {
        folded[end] = byte
        at += 1
        end += 1
      }
    }
  }

  /// Whether a capital letter stands at `at`.
  package static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x80 { return isUpper(byte) }
    guard (0xC3...0xD5).contains(byte), at + 1 < bytes.count else { return false }
    let scalar = UInt32(byte & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F)
    return lower(scalar) != scalar
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  /// The lower case of a scalar below U+0580, any other as it is.
  package static func lower(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xDE where scalar != 0xD7: scalar + 0x20
    case 0x130, 0x131, 0x138, 0x149, 0x178, 0x17F: scalar == 0x178 ? 0xFF : scalar
    case 0x139...0x148, 0x179...0x17E: scalar % 2 == 1 ? scalar + 1 : scalar
    case 0x100...0x177: scalar | 1
    case 0x386: 0x3AC
    case 0x388...0x38A: scalar + 0x25
    case 0x38C: 0x3CC
    case 0x38E, 0x38F: scalar + 0x3F
    case 0x391...0x3AB where scalar != 0x3A2: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    case 0x410...0x42F: scalar + 0x20
    case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: scalar | 1
    case 0x531...0x556: scalar + 0x30
    default: scalar
    }
  }
}
