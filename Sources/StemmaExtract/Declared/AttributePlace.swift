import StemmaModel

/// Finds where in a page the value of an element's attribute stands.
enum AttributePlace {
  /// The value without its marks, in the start tag that begins at `start`; nil where the tag has no such attribute.
  static func span(of attribute: HTMLAttribute, in source: [UInt8], from start: Int) -> TextSpan? {
    let name = Array(attribute.rawValue.utf8)
    var at = start
    if at < source.count, source[at] == UInt8(ascii: "<") { at += 1 }
    while at < source.count, !isSpace(source[at]), source[at] != UInt8(ascii: ">") { at += 1 }
    while at < source.count, source[at] != UInt8(ascii: ">") {
      if isSpace(source[at]) || source[at] == UInt8(ascii: "/") {
        at += 1
        continue
      }
      let nameStart = at
      while at < source.count, !isSpace(source[at]), source[at] != UInt8(ascii: "="), source[at] != UInt8(ascii: ">") {
        at += 1
      }
      let isWanted =
        at - nameStart == name.count && name.indices.allSatisfy { source[nameStart + $0] | 32 == name[$0] | 32 }
      while at < source.count, isSpace(source[at]) { at += 1 }
      guard at < source.count, source[at] == UInt8(ascii: "=") else {
        at = max(at, nameStart + 1)
        continue
      }
      at += 1
      while at < source.count, isSpace(source[at]) { at += 1 }
      guard at < source.count else { return nil }
      let mark = source[at]
      let valueStart: Int
      if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
        valueStart = at + 1
        at = valueStart
        while at < source.count, source[at] != mark { at += 1 }
      } else {
        valueStart = at
        while at < source.count, !isSpace(source[at]), source[at] != UInt8(ascii: ">") { at += 1 }
      }
      if isWanted { return TextSpan(valueStart, min(at, source.count)) }
      if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") { at += 1 }
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 32 }
}
