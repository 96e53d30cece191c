/// What an inline style says.
enum StyleHint {
  private static let display = Array("display:none".utf8)
  private static let visibility = Array("visibility:hidden".utf8)

  /// Whether it takes its element from view.
  static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    guard style.count >= 12 else { return false }
    var isNear = false
    for byte in style where byte == UInt8(ascii: ":") { isNear = true }
    guard isNear else { return false }
    var at = style.startIndex
    while at < style.endIndex {
      if style[at] | 32 == UInt8(ascii: "d") || style[at] | 32 == UInt8(ascii: "v"),
        begins(style, at, display) || begins(style, at, visibility)
      {
        return true
      }
      at += 1
    }
    return false
  }

  /// White space does not count.
  private static func begins(_ style: ArraySlice<UInt8>, _ start: Int, _ word: [UInt8]) -> Bool {
    var at = start
    for letter in word {
      while at < style.endIndex, style[at] <= 32 { at += 1 }
      guard at < style.endIndex, style[at] == letter || style[at] | 32 == letter else { return false }
      at += 1
    }
    return true
  }
}
