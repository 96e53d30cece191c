import Foundation

extension Array<UInt8> {
  /// Whether an ASCII text occurs.
  func containsText(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { needle in
      withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress, let first = needle.first else { return false }
        var at = 0
        while bytes.count - at >= needle.count {
          guard let found = memchr(start + at, Int32(first), bytes.count - at - needle.count + 1) else { return false }
          if memcmp(found, needle.baseAddress!, needle.count) == 0 { return true }
          at = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - start + 1
        }
        return false
      }
    }
  }

  /// Whether a byte occurs.
  func containsByte(_ byte: UInt8) -> Bool {
    !isEmpty && withUnsafeBufferPointer { memchr($0.baseAddress!, Int32(byte), $0.count) } != nil
  }
}

extension StringProtocol {
  /// Without white space at the ends, and with one space wherever there is some.
  var foldedWhiteSpace: String {
    var folded: [UInt8] = []
    folded.reserveCapacity(utf8.count)
    let bytes = Array(utf8)
    var at = 0
    while at < bytes.count {
      let space = Self.spaceLength(bytes, at)
      if space == 0 {
        folded.append(bytes[at])
        at += 1
      } else {
        if let last = folded.last, last != 32 { folded.append(32) }
        at += space
      }
    }
    if folded.last == 32 { folded.removeLast() }
    return String(decoding: folded, as: UTF8.self)
  }

  /// The bytes of the white space that stands at a place; 0 where it is none.
  private static func spaceLength(_ bytes: [UInt8], _ at: Int) -> Int {
    let byte = bytes[at]
    if byte < 0x80 { return byte == 32 || (9...13).contains(byte) ? 1 : 0 }
    guard byte == 0xC2 || byte >= 0xE1 && byte <= 0xE3, at + 1 < bytes.count else { return 0 }
    if byte == 0xC2 { return bytes[at + 1] == 0xA0 || bytes[at + 1] == 0x85 ? 2 : 0 }
    guard at + 2 < bytes.count else { return 0 }
    switch (byte, bytes[at + 1], bytes[at + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F),
      (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }
}
