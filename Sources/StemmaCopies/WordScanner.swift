import StemmaText

/// The words of a text: runs of letters and digits of any script, by the hash of their lower case.
///
/// Letters of scripts that put no spaces between words (Han, Kana, Thai, Lao, Khmer, Burmese, Tibetan) are words of their
/// own. Soft hyphens and joiners inside a word count for nothing. What is neither letter nor digit parts words.
enum WordScanner {
  /// Calls `body` with the hash of each word and the bytes it stands in, in order.
  ///
  /// - Complexity: O(*n*); words of ASCII letters eight bytes at a time.
  @inline(__always)
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (_ hash: UInt64, _ place: Range<Int>) -> Void) {
    let count = bytes.count
    let base = UnsafeRawPointer(bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!)
    var at = 0
    while at < count {
      // Most separators are one space.
      guard let first = Self.folded(bytes[at]) else {
        if bytes[at] < 0x80 {
          at += 1
          continue
        }
        at = Self.wide(bytes, from: at, body)
        continue
      }
      let start = at
      var hash: UInt64 = 0
      if at + 8 <= count {
        var chunk = base.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
        var length = Self.leadingWordBytes(chunk)
        while length == 8 {
          hash = Self.mixed(hash, chunk | Self.lowerBits)
          at += 8
          guard at + 8 <= count else {
            length = -1
            break
          }
          chunk = base.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
          length = Self.leadingWordBytes(chunk)
        }
        if length >= 0 {
          at += length
          if bytes[at] < 0x80 {
            if length > 0 { hash = Self.mixed(hash, (chunk | Self.lowerBits) & ((1 << UInt64(8 * length)) &- 1)) }
            body(Self.finished(hash), start..<at)
            at += 1
            continue
          }
        }
      }
      // The end of the text, or a letter that may be beyond ASCII.
      _ = first
      at = Self.wide(bytes, from: start, body)
    }
  }

  /// One word, or what parts words, letter by letter.
  ///
  /// - Returns: where to go on: after `start`.
  @inline(never)
  private static func wide(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (UInt64, Range<Int>) -> Void
  ) -> Int {
    var at = start
    var word = Chunks()
    while at < bytes.count {
      if bytes[at] < 0x80 {
        guard let letter = folded(bytes[at]) else { break }
        word.append(letter)
        at += 1
        continue
      }
      let (scalar, length) = Self.scalar(bytes, at)
      switch Letters.kind(of: scalar) {
      case .part:
        var lower = CaseFolding.lower(scalar)
        repeat {
          word.append(UInt8(truncatingIfNeeded: lower & 0x3F | 0x80))
          lower >>= 6
        } while lower > 0
      case .whole:
        // It ends the word before it and is the next.
        guard word.isEmpty else {
          body(word.hash, start..<at)
          return at
        }
        body(finished(mixed(0, UInt64(scalar) | 1 << 63)), at..<at + length)
        return at + length
      case .nothing: break
      case .separator:
        if !word.isEmpty { body(word.hash, start..<at) }
        return at + length
      }
      at += length
    }
    if !word.isEmpty { body(word.hash, start..<at) }
    return max(at, start + 1)
  }

  /// The lower case of an ASCII letter, a digit as it is, else nil.
  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8? {
    let lower = byte | 0x20
    if lower &- 0x61 < 26 { return lower }
    return byte &- 0x30 < 10 ? byte : nil
  }

  /// Turns capitals into small letters and leaves digits.
  private static let lowerBits: UInt64 = 0x2020_2020_2020_2020

  /// How many of eight bytes, from the lowest on, are ASCII letters or digits.
  @inline(__always)
  private static func leadingWordBytes(_ chunk: UInt64) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = chunk & ~high
    let lower = low | lowerBits
    // Each byte's high bit tells whether it is at least so much; no byte carries into the next.
    let letter = (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B))
    let digit = (low &+ ones &* (0x80 - 0x30)) & ~(low &+ ones &* (0x80 - 0x3A))
    let isWord = (letter | digit) & ~chunk & high
    return (~isWord & high).trailingZeroBitCount >> 3
  }

  /// The scalar at `at` and its length; a byte that is not UTF-8 counts as a separator of one byte.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
    let lead = bytes[at]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, at + length <= bytes.count else { return (0xFFFD, 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for next in at + 1..<at + length {
      guard bytes[next] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
    }
    return (scalar, length)
  }

  @inline(__always)
  fileprivate static func mixed(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
    let product = (hash ^ chunk) &* 0x9e37_79b9_7f4a_7c15
    return product ^ product >> 32
  }

  @inline(__always)
  fileprivate static func finished(_ hash: UInt64) -> UInt64 {
    let product = hash &* 0xd6e8_feb8_6659_fd93
    return product ^ product >> 29
  }

  /// The bytes of a word, eight at a time, as `scan` takes them.
  private struct Chunks {
    private var mixed: UInt64 = 0
    private var chunk: UInt64 = 0
    private var length = 0
    private(set) var isEmpty = true

    mutating func append(_ byte: UInt8) {
      chunk |= UInt64(byte) << UInt64(8 * length)
      length += 1
      isEmpty = false
      if length == 8 {
        mixed = WordScanner.mixed(mixed, chunk)
        (chunk, length) = (0, 0)
      }
    }

    var hash: UInt64 { finished(length > 0 ? WordScanner.mixed(mixed, chunk) : mixed) }
  }
}

/// What a scalar beyond ASCII is to a word.
private enum Letters {
  enum Kind {
    /// A letter, digit or mark of a word.
    case part
    /// A word of its own.
    case whole
    /// Invisible, in a word or not.
    case nothing
    case separator
  }

  /// By blocks of Unicode; a scalar that no rule names is part of a word.
  static func kind(of scalar: UInt32) -> Kind {
    switch scalar {
    case 0x80..<0xC0:
      scalar == 0xAD ? .nothing : scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA ? .part : .separator
    case 0xD7, 0xF7: .separator
    case 0xC0..<0x370: .part
    case 0x37E, 0x387, 0x55A...0x55F, 0x589, 0x58A, 0x5BE, 0x5C0, 0x5C3, 0x5C6, 0x5F3, 0x5F4, 0x60C, 0x60D,
      0x61B...0x61F,
      0x66A...0x66D, 0x6D4, 0x700...0x70D, 0x964, 0x965, 0x970, 0xDF4, 0x10FB, 0x1360...0x1368, 0x1400, 0x166E, 0x1680,
      0x1800...0x180A:
      .separator
    case 0xE00..<0x1000: scalar == 0xE4F || scalar == 0xE5A || scalar == 0xE5B ? .separator : tibetan(scalar)
    case 0x1000..<0x104A, 0x1050..<0x10A0, 0x1780..<0x17D4: .whole
    case 0x104A...0x104F, 0x17D4...0x17DA: .separator
    case 0x200B: .separator
    case 0x200C, 0x200D, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: .nothing
    case 0x2000..<0x2070, 0x207A...0x207E, 0x208A...0x208E, 0x20A0..<0x20D0, 0x2190..<0x2460, 0x2500..<0x2C00,
      0x2E00..<0x2E80, 0x3000...0x3004, 0x3007...0x3020, 0x3030, 0x303D, 0x30A0, 0x30FB:
      scalar == 0x3007 ? .whole : .separator
    case 0x2E80..<0x3000, 0x3005, 0x3006, 0x3021..<0x3100, 0x31A0..<0x3200, 0x3400..<0x4DC0, 0x4E00..<0xA000,
      0xF900..<0xFB00, 0xFF66..<0xFFA0, 0x1B000..<0x1B170, 0x20000..<0x32000:
      .whole
    case 0x3200..<0x3400, 0x4DC0..<0x4E00: .separator
    case 0xE000..<0xF900, 0xFD3E, 0xFD3F, 0xFE10..<0xFE20, 0xFE30..<0xFE70, 0xFF00..<0xFF10, 0xFF1A..<0xFF21,
      0xFF3B..<0xFF41, 0xFF5B..<0xFF66, 0xFFE0...0xFFFF, 0x1F000..<0x1FB00:
      .separator
    default: .part
    }
  }

  private static func tibetan(_ scalar: UInt32) -> Kind {
    // Tibetan puts a dot after each syllable, Thai and Lao nothing.
    if scalar < 0xF00 { return .whole }
    return (0xF01...0xF17).contains(scalar) || (0xF34...0xF3F).contains(scalar) ? .separator : .part
  }
}
