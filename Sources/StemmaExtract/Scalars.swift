/// What a scalar is, as far as reading a page needs it.
enum Scalars {
  /// The scalar at `at` and its length in bytes; the bytes are valid UTF-8.
  @inline(__always)
  static func decode(_ bytes: [UInt8], _ at: Int) -> (UInt32, Int) {
    let lead = UInt32(bytes[at])
    if lead < 0x80 { return (lead, 1) }
    func next(_ k: Int) -> UInt32 { at + k < bytes.count ? UInt32(bytes[at + k]) & 0x3F : 0 }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | next(1), min(2, bytes.count - at)) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | next(1) << 6 | next(2), min(3, bytes.count - at)) }
    return ((lead & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), min(4, bytes.count - at))
  }

  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
    let lead = UInt32(bytes[at])
    if lead < 0x80 { return (lead, 1) }
    let left = bytes.count - at
    func next(_ k: Int) -> UInt32 { k < left ? UInt32(bytes[at + k]) & 0x3F : 0 }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | next(1), min(2, left)) }
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | next(1) << 6 | next(2), min(3, left)) }
    return ((lead & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), min(4, left))
  }

  static func isSpace(_ s: UInt32) -> Bool {
    s <= 32 || s == 0x7F || s == 0xA0 || s == 0x1680 || s >= 0x2000 && s <= 0x200B || s == 0x2028 || s == 0x2029
      || s == 0x202F
      || s == 0x205F || s == 0x3000 || s == 0xFEFF || s == 0xAD || s >= 0x200C && s <= 0x200F || s == 0x2060
  }

  static func isDigit(_ s: UInt32) -> Bool { s >= 48 && s <= 57 }

  static func isApostrophe(_ s: UInt32) -> Bool { s == 0x27 || s == 0x2019 || s == 0x2018 || s == 0xB4 || s == 0x02BC }

  static func isLetter(_ s: UInt32) -> Bool {
    if s < 0x80 { return s >= 65 && s <= 90 || s >= 97 && s <= 122 }
    if s < 0xC0 { return s == 0xAA || s == 0xB5 || s == 0xBA }
    if s == 0xD7 || s == 0xF7 { return false }
    if s < 0x2000 {
      return !(s >= 0x2B9 && s <= 0x2DF) && s != 0x60C && s != 0x61B && s != 0x61F && s != 0x964 && s != 0x965
        && s != 0x6D4
    }
    return s >= 0x2C00 && s < 0x2E00 || s >= 0x3041 && s <= 0xD7FF || s >= 0xF900 && s < 0xFE00
      || s >= 0xFE70 && s < 0xFEFF
      || s >= 0xFF21 && s <= 0xFF3A || s >= 0xFF41 && s <= 0xFF5A || s >= 0xFF66 && s <= 0xFFDC || s >= 0x20000
  }

  static func isUpper(_ s: UInt32) -> Bool {
    if s < 0x80 { return s >= 65 && s <= 90 }
    if s >= 0xC0 && s <= 0xDE { return s != 0xD7 }
    if s >= 0x410 && s <= 0x42F || s >= 0x391 && s <= 0x3A9 || s >= 0x400 && s <= 0x40F { return true }
    if s >= 0x100 && s <= 0x17F { return s & 1 == (s >= 0x139 && s <= 0x148 || s >= 0x179 ? 1 : 0) }
    return false
  }

  /// Chinese, Japanese, Thai and the like, which put no space between words.
  static func isUnspaced(_ s: UInt32) -> Bool {
    s >= 0x3041 && s <= 0x9FFF || s >= 0x0E01 && s <= 0x0EFF || s >= 0x1000 && s <= 0x109F || s >= 0x1780 && s <= 0x17FF
  }

  static func isQuote(_ s: UInt32) -> Bool {
    s == 0x22 || s == 0x27 || s >= 0x2018 && s <= 0x201F || s == 0xAB || s == 0xBB || s == 0x2039 || s == 0x203A
      || s == 0x300C
      || s == 0x300D || s == 0x300E || s == 0x300F || s == 0xB4
  }
}
