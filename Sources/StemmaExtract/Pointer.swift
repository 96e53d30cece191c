import StemmaModel

/// Tells lines that lead to another page: a label, a colon or bar, a headline. "RELATED: …", "Also in the Courier: …".
enum Pointer {
  /// A colon, a bar, a guillemet, an angle bracket.
  private static let marks: [UInt32] = [0x3A, 0x7C, 0xBB, 0x3E, 0x203A]

  private static let labels: Set<String> = [
    "related", "watch", "listen", "recommended", "trending", "more", "next", "previous", "video", "gallery", "photos",
    "podcast", "explainer", "live", "elsewhere",
  ]

  /// How labels of several words begin; what they name follows: "Also in the Courier", "More from Cities".
  private static let openings: [(words: [String], kind: Report.Furniture.Kind)] = [
    (["also", "in"], .promo), (["also", "on"], .promo), (["also", "from"], .promo), (["also", "read"], .promo),
    (["read", "also"], .promo), (["read", "more"], .promo), (["read", "next"], .promo), (["see", "also"], .promo),
    (["you", "may"], .promo), (["you", "might"], .promo), (["you'll", "also"], .promo), (["more", "on"], .promo),
    (["more", "from"], .promo), (["more", "in"], .promo), (["more", "about"], .promo), (["now", "read"], .promo),
    (["from", "the", "archive"], .promo), (["from", "the", "archives"], .promo), (["from", "our", "archive"], .promo),
    (["from", "our", "archives"], .promo), (["elsewhere", "in"], .promo), (["elsewhere", "on"], .promo),
    (["in", "pictures"], .related), (["in", "photos"], .related), (["photo", "gallery"], .related),
    (["don't", "miss"], .promo), (["in", "case", "you"], .promo), (["related", "story"], .related),
    (["related", "stories"], .related), (["related", "article"], .related), (["related", "news"], .related),
    (["what", "to", "read"], .promo), (["must", "read"], .promo), (["must", "see"], .promo),
    (["editor's", "pick"], .promo), (["editors'", "pick"], .promo), (["our", "coverage"], .related),
    (["full", "coverage"], .related), (["live", "updates"], .related), (["further", "reading"], .related),
    (["recommended", "reading"], .related), (["deep", "dive"], .related), (["watch", "now"], .promo),
    (["watch", "live"], .promo), (["listen", "to"], .promo), (["next", "up"], .promo), (["up", "next"], .promo),
  ]

  static func kind(of block: Block) -> Report.Furniture.Kind? {
    let tokens = block.tokens
    guard tokens.count > 3, block.measure.words <= 30 else { return nil }
    if marks.contains(tokens[1].mark) { return labels.contains(tokens[0].key) ? .related : nil }
    guard let mark = tokens.indices.dropFirst(2).prefix(7).first(where: { marks.contains(tokens[$0].mark) }),
      mark + 2 < tokens.count
    else { return nil }
    // Behind the label a headline begins; a sentence that goes on, or is told to its end, is the article's.
    let next = tokens[mark + 1]
    guard next.startsUpper || next.kind != .word else { return nil }
    let head = tokens[..<mark].map(\.key)
    guard let found = openings.first(where: { head.starts(with: $0.words) }) else { return nil }
    return tokens[mark].key == ":" && tokens.last?.key == "." && block.measure.words > 12 ? nil : found.kind
  }
}
