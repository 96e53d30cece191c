/// Finds the photo credit at the end of a caption: names, agencies and words of photographers' trade, nothing else.
struct PhotoCredit {
  /// Where the credit begins and ends in the block's reading text.
  let range: Range<Int>
  /// It names a photo, a handout or the like, or has the slashes of photographers' credits.
  let isCertain: Bool

  private static let trade: Set<String> = [
    "photo", "photos", "photograph", "photographs", "photography", "image", "images", "picture", "pictures", "credit",
    "credits",
    "courtesy", "handout", "file", "pool", "via", "by", "of", "the", "for", "from",
    "illustration", "screenshot", "screengrab", "screen", "grab", "source", "getty", "shutterstock", "istock", "alamy",
    "unsplash", "pexels", "flickr", "wikimedia", "commons", "stock", "reproduction",
    "internet", "archive", "archives", "reserved", "service", "office", "press", "video", "still", "and",
    "photographer", "shown", "ho", "afp", "supplied", "provided", "twitter", "facebook", "instagram", "x",
  ]
  private static let sure: Set<String> = [
    "photo", "photos", "photograph", "photographs", "photography", "image", "images", "picture", "pictures", "courtesy",
    "handout", "getty", "shutterstock",
    "istock", "alamy", "unsplash", "flickr", "wikimedia", "reproduction", "screengrab", "screenshot", "pool", "file",
  ]

  /// "Photographs: Jane Doe", "Photo by Jane Doe": the line says itself what it credits.
  static func isLabelled(_ block: Block) -> Bool {
    guard block.tokens.count > 2, block.measure.words <= 14 else { return false }
    return sure.contains(block.tokens[0].key)
      && [":", "by", "credit", "credits", "courtesy"].contains(block.tokens[1].key)
  }

  init?(_ block: Block) {
    let tokens = block.tokens
    guard block.measure.words >= 1, block.measure.words <= 110, let start = Self.start(block) else { return nil }
    let tail = start..<tokens.count
    let words = tokens[tail].filter { $0.kind != .mark }
    guard !words.isEmpty, words.count <= 14 else { return nil }
    // What is asked first is what most sentences fail.
    guard
      words.allSatisfy({
        $0.startsUpper || $0.kind == .number || Self.trade.contains($0.key) || NameWords.particles.contains($0.key)
      })
    else { return nil }
    let agencies = Agencies.known.all(in: Array(tokens[tail]))
    let isSure = words.contains { Self.sure.contains($0.key) }
    let slashes = tokens[tail].count { $0.mark == 0x2F || $0.mark == 0x7C }
    guard !agencies.isEmpty || isSure || (block.boldTail ?? 0) > 0 && slashes > 0 else { return nil }
    range = tokens[start].range.lowerBound..<block.strand.count
    isCertain = isSure || slashes > 0 && !agencies.isEmpty || (block.boldTail ?? 0) > 0
  }

  /// The token at which a last stretch begins that can be a credit: behind a sentence, a dash, a bracket, in bold.
  private static func start(_ block: Block) -> Int? {
    let tokens = block.tokens
    if let bold = block.boldTail, bold > 0, let at = tokens.firstIndex(where: { $0.range.lowerBound >= bold }) {
      return at
    }
    guard let last = tokens.last else { return nil }
    var at = tokens.count - 1
    if last.key == ")" || last.key == "]" {
      let open = last.key == ")" ? "(" : "["
      while at >= 0, tokens[at].key != open { at -= 1 }
      return at >= 0 ? at : nil
    }
    if last.key == ".", at > 0 { at -= 1 }
    var words = 0
    while at > 0, words < 15 {
      let token = tokens[at]
      if token.isWord { words += 1 }
      guard token.kind == .mark else {
        at -= 1
        continue
      }
      switch token.mark {
      // A dash, a copyright sign.
      case 0x2014, 0x2013, 0x2015, 0xA9: return at
      // A hyphen, a bar, a bullet.
      case 0x2D, 0x7C, 0x2022: if token.isSpaced { return at }
      default: break
      }
      if [0x2E, 0x21, 0x3F, 0x201D, 0x22].contains(token.mark), at + 1 < tokens.count, tokens[at + 1].isSpaced {
        // An initial's dot ends no sentence.
        if token.key == ".", tokens[at - 1].range.count == 1, tokens[at - 1].startsUpper { at -= 1; continue }
        return at + 1
      }
      if token.key == ":", at > 0,
        Self.sure.contains(tokens[at - 1].key) || ["credit", "source", "foto"].contains(tokens[at - 1].key)
      {
        return at - 1
      }
      at -= 1
    }
    // A block that is nothing but a credit.
    return words < 15 ? 0 : nil
  }
}
