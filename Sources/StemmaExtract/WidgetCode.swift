/// Tells program code that leaked into a page from its text.
enum WidgetCode {
  static func isCode(_ block: Block) -> Bool {
    let bytes = block.strand.bytes
    guard bytes.count < 20_000 else { return false }
    var signs = 0
    var letters = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "|"), UInt8(ascii: "\\"):
        signs += 1
      case 65...90, 97...122, 128...255: letters += 1
      default: break
      }
    }
    if signs * 8 > letters, signs >= 3 { return true }
    // #name=(value): how template engines write their parameters.
    guard bytes.first == UInt8(ascii: "#") || bytes.first == UInt8(ascii: "[") || bytes.first == UInt8(ascii: "{")
    else {
      return ["function", "window", "document", "var", "googletag"].contains(block.key(0)) && signs >= 2
    }
    return bytes.contains(UInt8(ascii: "="))
      || bytes.first == UInt8(ascii: "[") && bytes.dropFirst().first == UInt8(ascii: "/")
      || bytes.first == UInt8(ascii: "{")
  }
}
