import StemmaModel

/// Finds the site's name among the lines above a headline.
///
/// A short line of capitalised words is one when it has a word that papers are called by, or when the page calls itself
/// so elsewhere: in a notice, in a note on the author, in a picture's credit, or by its last word, as in "told the
/// Courier". A section's name has neither.
struct Masthead {
  struct Found {
    var block: Int
    var range: Range<Int>
    var strength: Int
  }

  /// Words that papers are called by and hardly anything else is.
  static let titles: Set<String> = [
    "times", "post", "herald", "gazette", "courier", "tribune", "observer", "ledger", "chronicle", "telegraph",
    "guardian", "mirror", "inquirer", "enquirer", "register", "sentinel", "dispatch", "argus", "echo", "advertiser",
    "examiner", "journal", "mercury", "bulletin", "reporter", "mail", "express", "digest", "gazeta", "clarion",
    "intelligencer", "picayune", "beacon", "messenger", "monitor", "newspaper", "advocate", "spectator", "pioneer",
    "informer", "statesman", "newswire", "weekly", "standard", "zeitung", "nachrichten", "diario", "périodico",
    "review", "daily", "correspondent",
  ]
  /// Words that need a name beside them: "Maresk Morning", but "Breaking News".
  private static let common: Set<String> = [
    "news", "today", "morning", "evening", "online", "media", "radio", "tv", "live", "press", "magazine", "star", "sun",
    "globe", "record", "voice", "now", "insider", "broadcasting", "sunday", "daily", "weekly",
  ]
  /// Words of sections and labels: a line made of these and of the words above names no site.
  private static let sections: Set<String> = [
    "breaking", "latest", "world", "local", "national", "international", "regional", "global", "top", "business",
    "sport", "sports", "politics", "political", "culture", "opinion", "science", "health", "technology", "tech",
    "entertainment", "travel", "weather", "market", "markets", "money", "life", "style", "city", "film", "book",
    "music", "art", "food", "theatre", "theater", "television", "game", "games", "product", "social", "video", "photo",
    "your", "our", "my", "all", "more", "good", "in", "the", "of", "and", "on", "this", "week", "for", "immediate",
    "release", "center", "centre", "room", "office", "release", "statement", "crime", "court", "middle", "east", "west",
    "north", "south", "africa", "asia", "europe", "america", "us", "uk", "home", "front", "page", "year", "literary",
    "peer", "mid", "annual", "policy", "investigation", "exclusive", "analysis", "special", "editorial", "follow",
    "watch", "listen", "read", "updates", "update", "company", "industry", "foreign", "state", "capital", "war",
    "living", "gold", "guest", "blog", "a", "at", "to", "law", "case", "pay", "reader", "readers", "letters",
  ]

  private let layout: Layout

  init(_ layout: Layout) {
    self.layout = layout
  }

  func find() -> [Found] {
    let end = layout.title?.block ?? (layout.last < 0 ? 0 : layout.first)
    let candidates = layout.blocks.indices.prefix(min(end, 60)).filter { isNameLike(layout.blocks[$0]) }
    // Of several lines that look like one, as in a list of sister papers, none speaks for itself.
    let titled = candidates.filter { ownStrength(layout.blocks[$0]) > 0 }
    let keys = Set(titled.map { OutletFinder.key(layout.blocks[$0].text) })
    var found: [Found] = []
    var seen: Set<String> = []
    for number in candidates where seen.insert(OutletFinder.key(layout.blocks[number].text)).inserted {
      let block = layout.blocks[number]
      let own = keys.count > 1 || layout.isStructured ? 0 : ownStrength(block)
      let strength = own + recurrence(of: block, number)
      if strength > 0 { found.append(Found(block: number, range: 0..<block.strand.count, strength: strength)) }
    }
    return found
  }

  /// One to six words, capitals where names have them, nothing else on the line.
  private func isNameLike(_ block: Block) -> Bool {
    let tokens = block.tokens
    guard !tokens.isEmpty, tokens.count <= 8, block.measure.words >= 1, block.measure.words <= 6,
      block.furniture == nil || block.furniture == .menu || block.furniture == .other || block.furniture == .banner,
      tokens[0].startsUpper, tokens[tokens.count - 1].isWord
    else { return false }
    // Several words with wide gaps between them are a menu.
    guard layout.isStructured || block.shape != .line || block.span.length <= block.strand.count else { return false }
    guard
      tokens.allSatisfy({
        $0.startsUpper || ["of", "the", "and", "for", "on", "in", "&", "-", "'", "’", "."].contains($0.key)
      })
    else { return false }
    let words = tokens.filter(\.isWord)
    if words.count == 1 { return words[0].range.count >= 4 && PhraseIndex.furniture.match(block) == nil }
    return PhraseIndex.furniture.match(block) == nil && Agencies.known.named(block.text) == nil
      && !words.allSatisfy { Self.sections.contains($0.key) || NameWords.offices.contains($0.key) }
  }

  /// What the words alone say.
  private func ownStrength(_ block: Block) -> Int {
    let words = block.tokens.filter(\.isWord).map(\.key)
    guard words.count >= 2 else { return 0 }
    let hasName = words.contains {
      !Self.sections.contains($0) && !Self.common.contains($0) && !Self.titles.contains($0)
        && !NameWords.offices.contains($0)
    }
    if words.contains(where: { Self.titles.contains($0) }) {
      return hasName || words.first == "the" || words.count == 2 && Self.common.contains(words[0]) ? 4 : 0
    }
    return hasName && Self.common.contains(words[words.count - 1]) ? 3 : 0
  }

  /// What the rest of the page says.
  private func recurrence(of block: Block, _ number: Int) -> Int {
    let words = block.tokens.filter { $0.kind != .mark }.map(\.key)
    let bare = words.first == "the" ? Array(words.dropFirst()) : words
    guard let last = bare.last else { return 0 }
    let isTitled = Self.titles.contains(last) || Self.common.contains(last) || last == "brief"
    var strength = 0
    for (other, place) in layout.blocks.enumerated() where other != number {
      if isNotice(place, other), says(bare, place) { strength += bare.count > 1 ? 4 : 2 }
      if isTitled, bare.count > 1, saysShort(last, place, other) { strength += 3 }
    }
    return min(strength, 12)
  }

  /// Blocks in which a page speaks of itself.
  private func isNotice(_ block: Block, _ number: Int) -> Bool {
    switch block.furniture {
    case .banner, .authorBio, .widget, .link, .promo: return block.measure.words <= 120
    case .caption, .credit: return block.measure.words <= 60
    case .other: return number > layout.last
    default: return block.role == .byline
    }
  }

  private func says(_ words: [String], _ block: Block) -> Bool {
    let tokens = block.tokens.filter { $0.kind != .mark }
    guard tokens.count >= words.count else { return false }
    for at in 0...(tokens.count - words.count) where tokens[at].key == words[0] && tokens[at].startsUpper {
      guard words.indices.allSatisfy({ tokens[at + $0].key == words[$0] }) else { continue }
      // "our Climate Change newsletter" names a section.
      let next = at + words.count < tokens.count ? tokens[at + words.count].key : ""
      if next.hasPrefix("newsletter") || at > 0 && ["our", "about", "on", "in"].contains(tokens[at - 1].key) {
        continue
      }
      return true
    }
    return false
  }

  /// "the Courier" in a promo or a notice, "told the Courier" in the text, "Courier staff" as byline.
  private func saysShort(_ word: String, _ block: Block, _ number: Int) -> Bool {
    let tokens = block.tokens
    let isOwn = block.furniture == .related || isNotice(block, number)
    guard isOwn || block.role == .paragraph || block.role == .byline else { return false }
    for at in tokens.indices where tokens[at].key == word && tokens[at].startsUpper {
      let before = at > 0 ? tokens[at - 1].key : ""
      // A longer name is somebody else's.
      if at + 1 < tokens.count, tokens[at + 1].isWord, tokens[at + 1].startsUpper { continue }
      if block.role == .byline { return at == 0 }
      if before == "the", isOwn || at > 1 && ["told", "with", "by"].contains(tokens[at - 2].key) { return true }
    }
    return false
  }
}
