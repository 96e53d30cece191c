import StemmaModel

/// JSON as pages carry it, as flat nodes in document order, each with its place in the page.
///
/// Strict readers refuse about one script in twenty for a fault that hides nothing: line breaks inside strings, commas
/// and semicolons behind the last value, quotation marks that nobody escaped, comment and CDATA marks around the whole,
/// quotation marks written as entities. This one reads on.
///
/// - Complexity: O(*n*) time in the bytes; deeper than `depthLimit` or past `nodeLimit` nodes it stops and keeps what it has.
struct LooseJSON {
  enum Kind {
    case object, array, string, number, literal
  }

  struct Node {
    var kind: Kind
    /// The name of a member, without its marks; empty elsewhere.
    var key: Range<Int>
    /// Of a string without its marks; of an object or array its first byte.
    var range: Range<Int>
    /// Behind the last node below this one.
    var end: Int
  }

  static let depthLimit = 64
  static let nodeLimit = 200_000

  /// The whole page.
  let source: [UInt8]
  private(set) var nodes: [Node] = []
  /// Quotation marks are written as `&quot;`.
  private var isEscaped = false
  private var open: [Int] = []
  private var key: Range<Int>?

  /// Reads the values that stand in a range of the page.
  init(_ source: [UInt8], in range: Range<Int>) {
    self.source = source
    source.withUnsafeBufferPointer {
      read(UnsafeBufferPointer(rebasing: $0[..<range.upperBound]), from: range.lowerBound)
    }
  }

  // MARK: Looking things up

  /// The nodes at the top: one, unless values were written one behind the other.
  var roots: [Int] { children(from: 0, to: nodes.count) }

  func children(of node: Int) -> [Int] {
    switch nodes[node].kind {
    case .object, .array: children(from: node + 1, to: nodes[node].end)
    default: []
    }
  }

  private func children(from start: Int, to end: Int) -> [Int] {
    var found: [Int] = []
    var at = start
    while at < end {
      found.append(at)
      at = nodes[at].end
    }
    return found
  }

  /// The value of a member, letters' case aside; of several the first that says something.
  func member(_ name: StaticString, of node: Int) -> Int? {
    guard nodes[node].kind == .object else { return nil }
    var at = node + 1
    while at < nodes[node].end {
      if isKey(at, name), !isEmpty(at) { return at }
      at = nodes[at].end
    }
    return nil
  }

  func isKey(_ node: Int, _ name: StaticString) -> Bool {
    let key = nodes[node].key
    guard key.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<key.count where source[key.lowerBound + offset] | 32 != name.utf8Start[offset] | 32 {
      return false
    }
    return true
  }

  private func isEmpty(_ node: Int) -> Bool {
    switch nodes[node].kind {
    case .object, .array: nodes[node].end == node + 1
    case .string: nodes[node].range.isEmpty
    case .literal: true
    case .number: false
    }
  }

  /// What a string or number says: escapes and entities resolved, tags taken out, white space folded.
  func text(_ node: Int) -> String {
    switch nodes[node].kind {
    case .string: PlainText.reading(unescaped(nodes[node].range))
    case .number: String(decoding: source[nodes[node].range], as: UTF8.self)
    default: ""
    }
  }

  private func unescaped(_ range: Range<Int>) -> [UInt8] {
    guard source[range].contains(UInt8(ascii: "\\")) else { return Array(source[range]) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      guard source[at] == UInt8(ascii: "\\"), at + 1 < range.upperBound else {
        bytes.append(source[at])
        at += 1
        continue
      }
      switch source[at + 1] {
      case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
        bytes.append(32)
      case UInt8(ascii: "u"):
        guard let first = unit(at, range.upperBound) else { break }
        var scalar = first
        if first & 0xFC00 == 0xD800, let second = unit(at + 6, range.upperBound), second & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
          at += 6
        }
        bytes.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
        at += 4
      case let other: bytes.append(other)
      }
      at += 2
    }
    return bytes
  }

  private func unit(_ at: Int, _ end: Int) -> UInt32? {
    guard at + 6 <= end, source[at] == UInt8(ascii: "\\"), source[at + 1] == UInt8(ascii: "u") else { return nil }
    var value: UInt32 = 0
    for byte in source[(at + 2)..<(at + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  // MARK: Reading

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var at = start
    var isFirst = true
    while at < bytes.count, nodes.count < Self.nodeLimit {
      switch bytes[at] {
      case 0...32, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ">"): at += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < Self.depthLimit else { return close(all: true) }
        let kind = bytes[at] == UInt8(ascii: "{") ? Kind.object : .array
        open.append(nodes.count)
        add(kind, at..<(at + 1))
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        close(bytes[at] == UInt8(ascii: "}") ? .object : .array)
        at += 1
      case UInt8(ascii: "/"), UInt8(ascii: "<"): at = Self.behindComment(bytes, at)
      case UInt8(ascii: "-") where !Self.isDigit(bytes, at + 1):
        at = Self.behindComment(bytes, at)
      case UInt8(ascii: "\""): at = string(bytes, at + 1)
      case UInt8(ascii: "&") where Self.quoteEntity(bytes, at) > 0:
        if isFirst { isEscaped = true }
        at = string(bytes, at + Self.quoteEntity(bytes, at))
      default: at = bare(bytes, at)
      }
      if key != nil || !nodes.isEmpty && nodes[nodes.count - 1].kind == .string { isFirst = false }
    }
    close(all: true)
  }

  private mutating func add(_ kind: Kind, _ range: Range<Int>) {
    nodes.append(Node(kind: kind, key: key ?? range.lowerBound..<range.lowerBound, range: range, end: nodes.count + 1))
    key = nil
  }

  /// Closes the innermost container of a kind and those left open inside; one mark too many closes nothing.
  private mutating func close(_ kind: Kind) {
    guard let place = open.lastIndex(where: { nodes[$0].kind == kind }) else { return }
    while open.count > place { nodes[open.removeLast()].end = nodes.count }
    key = nil
  }

  private mutating func close(all: Bool) {
    while let last = open.popLast() { nodes[last].end = nodes.count }
  }

  private var isInObject: Bool { open.last.map { nodes[$0].kind == .object } ?? false }

  /// A string from behind its first mark: a member's name where a colon follows, else a value.
  private mutating func string(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let isName = isInObject && key == nil
    var at = start
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 2
        continue
      }
      let mark = isEscaped ? Self.quoteEntity(bytes, at) : bytes[at] == UInt8(ascii: "\"") ? 1 : 0
      if mark > 0, isName || ends(bytes, at + mark) {
        take(bytes, start..<at, isName: isName, behind: at + mark)
        return at + mark
      }
      at += max(1, mark)
    }
    take(bytes, start..<bytes.count, isName: false, behind: bytes.count)
    return bytes.count
  }

  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isName: Bool, behind: Int) {
    if isName, Self.next(bytes, behind).byte == UInt8(ascii: ":") {
      key = range
    } else {
      add(.string, range)
    }
  }

  /// Whether a quotation mark closes its string, by what follows: `"He said "no", then left"` has two that do not.
  private func ends(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let next = Self.next(bytes, at)
    switch next.byte {
    case nil, UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ";"): return true
    case UInt8(ascii: ","):
      guard let follower = Self.next(bytes, next.at + 1).byte else { return true }
      switch follower {
      case UInt8(ascii: "\""), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "&"), UInt8(ascii: ","): return true
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "-"), 48...57: return !isInObject
      case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
        let start = Self.next(bytes, next.at + 1).at
        return !isInObject && ["true", "false", "null"].contains { Self.starts(bytes, start, $0) }
      default: return false
      }
    // The comma is missing.
    case UInt8(ascii: "\""): return next.hasBreak
    case UInt8(ascii: "&"): return isEscaped && next.hasBreak
    default: return false
    }
  }

  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (byte: UInt8?, at: Int, hasBreak: Bool)
  {
    var at = start
    var hasBreak = false
    while at < bytes.count, bytes[at] <= 32 {
      if bytes[at] == 10 { hasBreak = true }
      at += 1
    }
    return (at < bytes.count ? bytes[at] : nil, at, hasBreak)
  }

  /// A number, `true`, `null`, or a name without marks.
  private mutating func bare(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < bytes.count, !Self.endsBare(bytes[at]) { at += 1 }
    guard at > start else { return start + 1 }
    if isInObject, key == nil {
      if Self.next(bytes, at).byte == UInt8(ascii: ":") { key = start..<at }
    } else {
      add(Self.isDigit(bytes, start) || bytes[start] == UInt8(ascii: "-") ? .number : .literal, start..<at)
    }
    return at
  }

  private static func endsBare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...32, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "]"), UInt8(ascii: "}"),
      UInt8(ascii: "\""):
      true
    default: false
    }
  }

  private static func isDigit(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at < bytes.count && bytes[at] >= 48 && bytes[at] <= 57
  }

  /// The length of an entity that stands for a quotation mark; 0 where there is none.
  private static func quoteEntity(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    guard at + 4 < bytes.count, bytes[at] == UInt8(ascii: "&") else { return 0 }
    if starts(bytes, at, "&quot;") { return 6 }
    if starts(bytes, at, "&#34;") { return 5 }
    return starts(bytes, at, "&#034;") ? 6 : 0
  }

  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ text: StaticString) -> Bool {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[at + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Marks that scripts stand in, and comments.
  private static func behindComment(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    if starts(bytes, at, "<![CDATA[") { return at + 9 }
    if starts(bytes, at, "<!--") { return at + 4 }
    if starts(bytes, at, "/*") {
      var end = at + 2
      while end + 1 < bytes.count, !(bytes[end] == UInt8(ascii: "*") && bytes[end + 1] == UInt8(ascii: "/")) {
        end += 1
      }
      return end + 2
    }
    if starts(bytes, at, "//") {
      // CDATA marks like to be commented out, the JSON behind them not.
      let follower = next(bytes, at + 2)
      switch follower.byte {
      case UInt8(ascii: "<"), UInt8(ascii: "]"), UInt8(ascii: "-"): return follower.at
      default: break
      }
      var end = at + 2
      while end < bytes.count, bytes[end] != 10 { end += 1 }
      return end
    }
    return at + 1
  }
}
