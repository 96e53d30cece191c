/// Ways in which a text goes wrong between a page and a file.
package enum Mutation {
  /// One to eight seeded changes of bytes; the result need not be UTF-8.
  package static func mutate(_ bytes: [UInt8], using random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      guard !bytes.isEmpty else { break }
      let at = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, at + Int.random(in: 1...200, using: &random))
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 2: bytes.swapAt(at, Int.random(in: bytes.indices, using: &random))
      case 3: bytes.removeSubrange(at...)
      case 4: bytes.insert(contentsOf: marks.randomElement(using: &random)!.utf8, at: at)
      case 5: bytes.insert(contentsOf: marks.randomElement(using: &random)!.utf8, at: boundary(bytes, from: at))
      case 6: bytes[at] = UInt8.random(in: 0...127, using: &random)
      default: bytes.insert(contentsOf: String(repeating: marks.randomElement(using: &random)!, count: 40).utf8, at: at)
      }
    }
    return bytes
  }

  /// The next place that does not cut a character.
  private static func boundary(_ bytes: [UInt8], from at: Int) -> Int {
    bytes[at...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.endIndex
  }

  private static let marks = [
    "“", "”", "\"", "'", "’", "«", "»", "\n", "\n\n", "\r\n", "\u{2028}", "(", ")", "[", "](", "**", "_", "#", "> ",
    "- ",
    "<", ">", "</p>", "<p>", "<!--", "-->", "<script>", "&", "&amp;", "&#x110000;", "\\", "\t", "\u{A0}", "\u{FEFF}",
    "\u{200B}", "\u{202E}", "\u{0301}", "👩‍👩‍👧‍👧", "שלום", "السلام", "中文", ".", "...", "…", "—", " said ", " told AFP ",
    "%", "$", "€1.5bn", "12,000,000", "1/0", "10^999", "0.", "percent", "between 3 and ", "Mr. ", "J.R.R. ", "a.m.",
  ]
}
