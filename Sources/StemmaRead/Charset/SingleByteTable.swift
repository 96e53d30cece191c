/// What the upper 128 bytes of a single-byte encoding mean.
struct SingleByteTable: Sendable {
  /// For 0x80…0xFF; U+FFFD where a byte means nothing.
  let scalars: [Unicode.Scalar]

  /// Nil where the system does not know the encoding.
  init?(_ encoding: Encoding) {
    guard let table = Self.tables[encoding.name] else { return nil }
    self = table
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private static let tables: [String: SingleByteTable] = {
    var tables = ["windows-1252": SingleByteTable(scalars: windows1252)]
    for (name, _) in EncodingLabels.table {
      guard tables[name] == nil, let encoding = Encoding(label: name), encoding.isSingleByte,
        let converter = SystemConverter(from: encoding)
      else { continue }
      tables[name] = SingleByteTable(
        scalars: (UInt8(0x80)...0xFF).map { byte in
          // The space makes a converter that waits for a combining mark let go of the letter.
          let text = String(decoding: converter.convert([byte, 0x20]), as: UTF8.self)
          let scalar = text.unicodeScalars.first ?? "\u{FFFD}"
          // The standard maps the five or so holes of the Windows pages to the control characters of the same number.
          return scalar == "\u{FFFD}" && byte < 0xA0 ? Unicode.Scalar(byte) : scalar
        })
    }
    return tables
  }()

  /// UTF-8, and how many bytes meant nothing.
  func decode(_ bytes: [UInt8]) -> (text: [UInt8], invalid: Int) {
    let units = scalars.map { Array(String($0).utf8) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    var invalid = 0
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let unit = units[Int(byte) - 0x80]
        text.append(contentsOf: unit)
        if unit == [0xEF, 0xBF, 0xBD] { invalid += 1 }
      }
    }
    return (text, invalid)
  }

  /// 0x80…0x9F as Windows has them, the rest as Unicode's first 256.
  private static let windows1252: [Unicode.Scalar] =
    Array(
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
        .unicodeScalars) + (UInt8(0xA0)...0xFF).map { Unicode.Scalar($0) }
}
