/// Which attributes are parsed: those that `HTMLAttribute` has.
enum AttributeNames {
  /// - Parameter key: the name's first seven letters, lower case, and its length, in one number.
  @inline(__always)
  static func isKept(_ key: UInt64, _ value: Range<Int>, _ page: UnsafeBufferPointer<UInt8>) -> Bool {
    switch key {
    case name("class"), name("id"), name("href"), name("rel"), name("role"), name("content"), name("property"),
      name("name"), name("type"), name("lang"), name("hidden"), name("datetime"), name("itemprop"), name("itemtype"),
      name("itemscope"), name("typeof"), name("aria-hidden"), name("title"), name("alt"), name("pubdate"):
      true
    case name("style"): holdsHiding(value, page)
    default: false
    }
  }

  /// Folded by the compiler: a constant in the comparison.
  @inline(__always)
  private static func name(_ text: StaticString) -> UInt64 {
    var key: UInt64 = 0
    for at in 0..<min(7, text.utf8CodeUnitCount) { key = key << 8 | UInt64(text.utf8Start[at]) }
    return key << 8 | UInt64(text.utf8CodeUnitCount)
  }

  /// "none" or "hidden" in a style.
  private static func holdsHiding(_ value: Range<Int>, _ page: UnsafeBufferPointer<UInt8>) -> Bool {
    guard value.count >= 12 else { return false }
    for at in value.lowerBound..<(value.upperBound - 3) {
      let first = page[at] | 32
      if first == UInt8(ascii: "n"), page[at + 1] | 32 == UInt8(ascii: "o"), page[at + 2] | 32 == UInt8(ascii: "n") {
        return true
      }
      if first == UInt8(ascii: "h"), page[at + 1] | 32 == UInt8(ascii: "i"), page[at + 2] | 32 == UInt8(ascii: "d") {
        return true
      }
    }
    return false
  }
}
