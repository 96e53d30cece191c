/// JSON that is written piece by piece, without white space, in the order in which it is told.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  /// Whether something stands before what comes next, on the same level.
  private var needsComma = false

  init() { bytes.reserveCapacity(512) }

  mutating func open(_ mark: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: mark))
    needsComma = false
  }

  mutating func close(_ mark: Unicode.Scalar) {
    bytes.append(UInt8(ascii: mark))
    needsComma = true
  }

  mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    add(value)
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  mutating func member(_ name: StaticString, _ lists: [[String]]) {
    key(name)
    open("[")
    for list in lists {
      open("[")
      for text in list { add(text) }
      close("]")
    }
    close("]")
  }

  private mutating func key(_ name: StaticString) {
    separate()
    name.withUTF8Buffer { quote($0) }
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func add(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { quote($0) }
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  /// RFC 8259: quotation marks, backslashes and the signs below the space are escaped.
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var plain = 0
    for (at, byte) in text.enumerated() where byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      bytes.append(contentsOf: text[plain..<at])
      plain = at + 1
      switch byte {
      case 10: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0..<32: bytes += Array("\\u00".utf8) + [digit(byte >> 4), digit(byte & 15)]
      default: bytes += [UInt8(ascii: "\\"), byte]
      }
    }
    bytes.append(contentsOf: text[plain...])
    bytes.append(UInt8(ascii: "\""))
  }

  private func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}
