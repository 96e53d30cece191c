/// Goes through JSON that is too long for a tree, and gives the elements of its lists of records one by one.
///
/// - Complexity: the memory is that of one element.
struct JSONElements {
  enum Event {
    /// The JSON of a record.
    case element([UInt8])
    /// The JSON of something beside the lists: a name and its value.
    case member(name: String, value: [UInt8])
    /// A record or member above the limit, passed over.
    case tooLong
    /// Here the JSON is at its end, or is none any more.
    case end(isWhole: Bool)
  }

  private enum Level {
    case records, members
  }

  private let bytes: ByteReader
  private let limit: Int
  private var levels: [Level] = []
  private var hasStarted = false
  private static let deepestList = 4

  init(_ bytes: ByteReader, limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  mutating func next() -> Event {
    if !hasStarted {
      hasStarted = true
      switch nextByte() {
      case UInt8(ascii: "["): levels.append(.records)
      case UInt8(ascii: "{"): levels.append(.members)
      default: return .end(isWhole: false)
      }
      bytes.skip(1)
    }
    while let level = levels.last {
      guard let byte = nextByte() else { return .end(isWhole: false) }
      switch (level, byte) {
      case (_, UInt8(ascii: ",")): bytes.skip(1)
      case (.records, UInt8(ascii: "]")), (.members, UInt8(ascii: "}")):
        bytes.skip(1)
        levels.removeLast()
      case (.records, _):
        return switch value() {
        case .whole(let value) where !value.isEmpty: .element(value)
        case .tooLong: .tooLong
        default: .end(isWhole: false)
        }
      case (.members, UInt8(ascii: "\"")):
        if let event = member() { return event }
      case (.members, _): return .end(isWhole: false)
      }
    }
    return .end(isWhole: true)
  }

  /// Nil where a list of records was entered.
  private mutating func member() -> Event? {
    guard case .whole(let quoted) = value(), nextByte() == UInt8(ascii: ":") else { return .end(isWhole: false) }
    let name = String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
    bytes.skip(1)
    guard let byte = nextByte() else { return .end(isWhole: false) }
    if RecordFields.lists.contains(name), levels.count < Self.deepestList,
      byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
    {
      bytes.skip(1)
      levels.append(byte == UInt8(ascii: "[") ? .records : .members)
      return nil
    }
    return switch value() {
    case .whole(let value) where !value.isEmpty: .member(name: name, value: value)
    case .tooLong: .tooLong
    default: .end(isWhole: false)
    }
  }

  private enum Value {
    case whole([UInt8])
    case tooLong, cut
  }

  /// Takes the value that starts at the window's first byte; one above the limit is passed over.
  private mutating func value() -> Value {
    var scanner = JSONScanner()
    var scanned = 0
    while true {
      let from = scanned
      if let end = bytes.withWindow({ scanner.end(in: $0[from...]) }) {
        let length = from + end
        guard length <= limit else {
          bytes.skip(length)
          return .tooLong
        }
        return .whole(bytes.take(length))
      }
      scanned = bytes.available
      if scanned > limit { return passOver(&scanner) }
      if !bytes.more() { return .cut }
    }
  }

  private func passOver(_ scanner: inout JSONScanner) -> Value {
    while true {
      bytes.skip(bytes.available)
      guard bytes.more() else { return .cut }
      if let end = bytes.withWindow({ scanner.end(in: $0) }) {
        bytes.skip(end)
        return .tooLong
      }
    }
  }

  /// The first byte that is not white space, left where it is.
  private func nextByte() -> UInt8? {
    while !bytes.isAtEnd {
      let blanks = bytes.withWindow { window in window.firstIndex { $0 > 32 } ?? window.count }
      bytes.skip(blanks)
      if bytes.available > 0 { return bytes.withWindow { $0[0] } }
    }
    return nil
  }
}
