import Foundation

/// What the first bytes of a text say of its encoding.
enum DeclaredEncoding {
  /// By a byte-order mark.
  static func mark(_ bytes: some Collection<UInt8>) -> Encoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32LittleEndian }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32BigEndian }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return nil
  }

  /// Text of wide units without a mark has its zeros on one side: most letters of most languages have them, spaces always.
  static func wide(_ bytes: some Collection<UInt8>) -> Encoding? {
    let head = Array(bytes.prefix(4096))
    guard head.count >= 8 else { return nil }
    var zeros = [0, 0, 0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index % 4] += 1 }
    let quarter = head.count / 4
    // In UTF-32 two of four are always zero and a third nearly so.
    if zeros[2] > quarter * 9 / 10, zeros[3] > quarter * 9 / 10, zeros[0] < quarter / 10 { return .utf32LittleEndian }
    if zeros[0] > quarter * 9 / 10, zeros[1] > quarter * 9 / 10, zeros[3] < quarter / 10 { return .utf32BigEndian }
    // In Russian or Chinese only spaces, digits and line ends have a zero: one in fifty, but all on one side, beside ASCII.
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    if odd > head.count / 50, even * 20 < odd, stands(0, beside: -1, in: head) { return .utf16LittleEndian }
    if even > head.count / 50, odd * 20 < even, stands(0, beside: 1, in: head) { return .utf16BigEndian }
    return nil
  }

  /// Whether nine of ten times a byte has ASCII text on one side.
  private static func stands(_ byte: UInt8, beside side: Int, in head: [UInt8]) -> Bool {
    var (all, text) = (0, 0)
    for (index, each) in head.enumerated() where each == byte && head.indices.contains(index + side) {
      all += 1
      let other = head[index + side]
      if other >= 32 && other < 0x7F || other == 9 || other == 10 || other == 13 { text += 1 }
    }
    return text * 10 >= all * 9
  }

  /// By the XML declaration, or by a `meta` element among the first 4096 bytes.
  ///
  /// - Source: the prescan of the HTML Standard, with four times its bytes: pages with long scripts first are common.
  static func markup(_ bytes: some Collection<UInt8>) -> Encoding? {
    let head = Array(bytes.prefix(4096))
    let lower = head.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
    let declared = declaration(lower) ?? meta(lower)
    // Who could read the declaration as ASCII was not reading wide units.
    return declared.map { $0.unitBytes > 1 ? .utf8 : $0 }
  }

  private static func declaration(_ lower: [UInt8]) -> Encoding? {
    guard let start = lower.firstIndex(where: { $0 > 32 && $0 < 0x80 }), lower[start...].starts(with: "<?xml".utf8),
      let end = lower[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return value(after: "encoding", in: lower[start..<end])
  }

  private static func meta(_ lower: [UInt8]) -> Encoding? {
    var at = 0
    while let open = lower[at...].firstIndex(of: UInt8(ascii: "<")) {
      if lower[open...].starts(with: "<!--".utf8) {
        at = end(of: "-->", in: lower, from: open + 4)
      } else if lower[open...].starts(with: "<meta".utf8), open + 5 < lower.count, lower[open + 5] <= 47 {
        let close = lower[open...].firstIndex(of: UInt8(ascii: ">")) ?? lower.count
        if let found = value(after: "charset", in: lower[open..<close]) { return found }
        at = close
      } else {
        at = open + 1
      }
      if at >= lower.count { return nil }
    }
    return nil
  }

  /// The label behind a name and an equals sign: quoted, or up to a blank or a mark.
  private static func value(after name: StaticString, in bytes: ArraySlice<UInt8>) -> Encoding? {
    let length = name.utf8CodeUnitCount
    var at = bytes.startIndex
    while at + length < bytes.endIndex {
      guard name.withUTF8Buffer({ bytes[at...].starts(with: $0) }) else {
        at += 1
        continue
      }
      at += length
      var next = at
      while next < bytes.endIndex, bytes[next] <= 32 { next += 1 }
      guard next < bytes.endIndex, bytes[next] == UInt8(ascii: "=") else { continue }
      next += 1
      while next < bytes.endIndex, bytes[next] <= 32 || bytes[next] == 34 || bytes[next] == 39 { next += 1 }
      let label = bytes[next...].prefix { $0 > 32 && !"\"';?/>".utf8.contains($0) }
      if let encoding = Encoding(label: String(decoding: label, as: UTF8.self)) { return encoding }
    }
    return nil
  }

  private static func end(of mark: StaticString, in bytes: [UInt8], from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      if mark.withUTF8Buffer({ bytes[at...].starts(with: $0) }) { return at + mark.utf8CodeUnitCount }
      at += 1
    }
    return bytes.count
  }
}
