/// JSON text as it grows, front to back: what is open, and where the next value goes.
///
/// It is a class because the containers of an `Encoder` share it.
final class JSONWriter {
  private struct Level {
    var isObject: Bool
    var count = 0
    var key = ""
  }

  private(set) var bytes: [UInt8] = []
  private let indented: Bool
  private let decimals: [String: Int]
  private var levels: [Level] = []
  private var decimalsHere: Int?

  init(indented: Bool, decimals: [String: Int]) {
    self.indented = indented
    self.decimals = decimals
  }

  var depth: Int { levels.count }

  /// The keys that lead to the value now written, for messages.
  var path: [String] { levels.compactMap { $0.isObject ? $0.key : String($0.count) } }

  func open(object: Bool) {
    bytes.append(object ? UInt8(ascii: "{") : UInt8(ascii: "["))
    levels.append(Level(isObject: object))
  }

  /// Closes everything deeper than `depth`.
  func close(to depth: Int) {
    while levels.count > depth {
      let level = levels.removeLast()
      if level.count > 0 { newline() }
      bytes.append(level.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }
  }

  /// Makes room for the next element of the array at `depth`.
  func element(at depth: Int) {
    close(to: depth)
    separate()
  }

  /// Writes the next key of the object at `depth`.
  func key(_ name: String, at depth: Int) {
    close(to: depth)
    separate()
    levels[depth - 1].key = name
    decimalsHere = decimals.isEmpty ? nil : decimals[name]
    string(name)
    bytes.append(UInt8(ascii: ":"))
    if indented { bytes.append(UInt8(ascii: " ")) }
  }

  func count(at depth: Int) -> Int { depth <= levels.count ? levels[depth - 1].count : 0 }

  func null() { bytes.append(contentsOf: "null".utf8) }

  func bool(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

  func integer(_ value: some BinaryInteger) { bytes.append(contentsOf: String(value).utf8) }

  /// Whole numbers are written as integers; others as the shortest text that reads back as the same number.
  func number(_ value: Double) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: "JSON has no \(value), at \(path.joined(separator: "."))"))
    }
    var value = value
    if let decimalsHere {
      var power = 1.0
      for _ in 0..<decimalsHere { power *= 10 }
      let rounded = (value * power).rounded() / power
      if rounded.isFinite { value = rounded }
    }
    if let whole = Int64(exactly: value) { integer(whole) } else { bytes.append(contentsOf: "\(value)".utf8) }
  }

  /// Only what must be escaped is: quotation marks, backslashes and control characters.
  func string(_ value: String) {
    var value = value
    bytes.append(UInt8(ascii: "\""))
    value.withUTF8 { utf8 in
      var copied = 0
      for (at, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
        bytes.append(contentsOf: utf8[copied..<at])
        copied = at + 1
        escape(byte)
      }
      bytes.append(contentsOf: utf8[copied...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x22, 0x5C: bytes.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }

  private func separate() {
    guard let last = levels.indices.last else { return }
    if levels[last].count > 0 { bytes.append(UInt8(ascii: ",")) }
    levels[last].count += 1
    newline()
  }

  private func newline() {
    guard indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: levels.count))
  }
}
