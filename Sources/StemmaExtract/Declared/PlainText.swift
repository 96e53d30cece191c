/// What a reader would see of a declared value.
enum PlainText {
  /// Entities resolved (twice where they were written twice), tags taken out, white space folded.
  static func reading(_ bytes: [UInt8]) -> String {
    var bytes = bytes
    for _ in 0..<2 where bytes.contains(UInt8(ascii: "&")) { bytes = resolved(bytes) }
    if bytes.contains(UInt8(ascii: "<")) { bytes = withoutTags(bytes) }
    return HTMLTree.folded(bytes)
  }

  static func reading(_ text: String) -> String { reading(Array(text.utf8)) }

  private static func resolved(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "&"), let (scalar, end) = Entities.read(bytes, at, bytes.count) {
        result.append(contentsOf: String(scalar).utf8)
        at = end
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return result
  }

  private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    var hasClose = true
    while at < bytes.count {
      if hasClose, bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.count,
        bytes[at + 1] == UInt8(ascii: "/") || bytes[at + 1] | 32 >= 97 && bytes[at + 1] | 32 <= 122
      {
        if let close = bytes[at...].firstIndex(of: UInt8(ascii: ">")) {
          result.append(32)
          at = close + 1
          continue
        }
        hasClose = false
      }
      result.append(bytes[at])
      at += 1
    }
    return result
  }
}
