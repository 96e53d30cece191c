import StemmaModel

/// Finds who published a page, by what the page says of itself.
struct OutletFinder {
  struct Found {
    var name: String
    var block: Int
    var range: Range<Int>
    var strength: Int
  }

  /// Words before which, or behind which, sites name themselves. `_` is the name.
  private static let patterns: [(words: [String], strength: Int)] = [
    (["_", "uses", "cookies"], 6), (["_", "and", "its", "partners"], 4), (["also", "on", "_"], 4),
    (["on", "the", "topic", "on", "_"], 4), (["read", "more", "on", "_"], 2), (["read", "more", "at", "_"], 3),
    (["more", "from", "_"], 2), (["about", "_"], 1), (["follow", "_", "on"], 3), (["like", "_", "on"], 2),
    (["subscribe", "to", "_"], 3), (["support", "_"], 1), (["sign", "up", "for", "_"], 2),
    (["download", "the", "_", "app"], 3),
    (["the", "_", "newsletter"], 3), (["thank", "you", "for", "reading", "_"], 4),
    (["thanks", "for", "reading", "_"], 4), (["welcome", "to", "_"], 3), (["appeared", "first", "on", "_"], 6),

    (["_", "is", "paid", "for"], 4), (["_", "is", "funded", "by"], 3), (["_", "is", "supported", "by"], 3),
    (["_", "may", "earn"], 3), (["_", "is", "published", "by"], 3), (["_", "is", "not", "responsible"], 3),
    (["_", "is", "free"], 2), (["_", "relies", "on"], 2),
    (["join", "_"], 1), (["follow", "us", "on", "_"], 0), (["copyright", "©", "_"], 6), (["copyright", "_"], 5),
    (["©", "_"], 5), (["published", "by", "_"], 3), (["post", "_", "first"], 0),
  ]

  /// One bit of 64 for a word: by its first byte and its length.
  @inline(__always)
  private static func sign(_ word: String) -> UInt64 {
    let bytes = word.utf8
    guard let first = bytes.first else { return 0 }
    return 1 << ((UInt64(first) &* 7 &+ UInt64(bytes.count)) & 63)
  }

  private static let patternSigns = patterns.map { pattern in
    pattern.words.reduce(UInt64(0)) { $1 == "_" ? $0 : $0 | sign($1) }
  }

  private let layout: Layout
  private var blocks: [Block] { layout.blocks }

  init(_ layout: Layout) {
    self.layout = layout
  }

  /// The name with the strongest evidence; repeated evidence counts.
  func best() -> Found? {
    var found: [Found] = []
    for (number, block) in blocks.enumerated() where isWitness(block) {
      found += names(in: block, number)
      if let name = employer(block, number) { found.append(name) }
    }
    found += ownVoice()
    for one in Masthead(layout).find() {
      found.append(
        Found(
          name: blocks[one.block].strand.string(one.range), block: one.block, range: one.range, strength: one.strength))
    }
    var weight: [String: Int] = [:]
    for one in found { weight[Self.key(one.name), default: 0] += one.strength }
    guard let most = weight.values.max(), most >= 3 else { return nil }
    // The strongest; of equals, the one that stands first.
    return found.filter { weight[Self.key($0.name)] == most }.max {
      $0.strength < $1.strength || $0.strength == $1.strength && $0.block > $1.block
    }
  }

  static func key(_ name: String) -> String {
    let words = Token.tokens(of: Array(name.utf8)).filter { $0.kind != .mark }.map(\.key)
    return (words.first == "the" ? Array(words.dropFirst()) : words).joined()
  }

  /// Whether two names can be one outlet's: a word in common, one inside of the other, or the initials of the other.
  static func isSame(_ a: String, _ b: String) -> Bool {
    func words(_ name: String) -> [String] {
      Token.tokens(of: Array(name.utf8)).filter { $0.kind != .mark && $0.key != "the" }.map(\.key)
    }
    let (x, y) = (words(a), words(b))
    let (joinedX, joinedY) = (x.joined(), y.joined())
    if joinedX.isEmpty || joinedY.isEmpty || joinedX.contains(joinedY) || joinedY.contains(joinedX) { return true }
    if !Set(x).isDisjoint(with: y) { return true }
    func initials(_ words: [String]) -> String { words.compactMap(\.first).map(String.init).joined() }
    return initials(x).hasPrefix(joinedY) || initials(y).hasPrefix(joinedX)
  }

  /// Furniture speaks of its site; the article speaks of the world.
  private func isWitness(_ block: Block) -> Bool {
    if let kind = block.furniture { return kind != .caption && block.measure.words <= 120 }
    return false
  }

  private func names(in block: Block, _ number: Int) -> [Found] {
    let tokens = block.tokens
    var found: [Found] = []
    let signs = tokens.reduce(UInt64(0)) { $0 | Self.sign($1.key) }
    // Most blocks lack a word of most patterns.
    for (pattern, needed) in zip(Self.patterns, Self.patternSigns) where needed & ~signs == 0 {
      let blank = pattern.words.firstIndex(of: "_")!
      for start in tokens.indices {
        // The words before the name, marks between them skipped only after ©.
        guard start + blank <= tokens.count, (0..<blank).allSatisfy({ tokens[start + $0].key == pattern.words[$0] })
        else { continue }
        var first = start + blank
        if blank == 0, start > 0, tokens[start - 1].isWord, tokens[start - 1].startsUpper { continue }
        // Years and marks between © and the name.
        if pattern.words.contains("©") || pattern.words.contains("copyright") {
          while first < tokens.count,
            tokens[first].kind != .word || ["copyright", "by", "c"].contains(tokens[first].key)
          { first += 1 }
        }
        guard first < tokens.count, let name = name(tokens, first) else { continue }
        let tail = pattern.words[(blank + 1)...]
        guard name.upperBound + tail.count <= tokens.count,
          zip(tail, tokens[name.upperBound...]).allSatisfy({ $0 == $1.key })
        else { continue }
        let range = tokens[name.lowerBound].range.lowerBound..<tokens[name.upperBound - 1].range.upperBound
        // A company that owns the rights is seldom the paper's name.
        let isCompany = tokens[name.lowerBound..<min(tokens.count, name.upperBound + 2)].contains {
          Self.companies.contains($0.key)
        }
        found.append(
          Found(
            name: block.strand.string(range), block: number, range: range, strength: isCompany ? 1 : pattern.strength))
      }
    }
    return found
  }

  /// "Jane Doe writes about cities for the Metro Ledger": whom the author of the page works for, said in the first
  /// sentence of the note. Whom else she has written for stands behind it.
  private func employer(_ block: Block, _ number: Int) -> Found? {
    guard block.furniture == .authorBio else { return nil }
    let tokens = block.tokens
    let end = tokens.indices.first { tokens[$0].key == "." && $0 > 0 && tokens[$0 - 1].range.count > 2 } ?? tokens.count
    let sentence = tokens[..<end]
    guard
      !sentence.contains(where: {
        ["former", "formerly", "previously", "was", "has", "worked", "including"].contains($0.key)
      }), sentence.contains(where: { Self.work.contains($0.key) })
    else { return nil }
    var found: Range<Int>?
    for at in sentence.indices.dropLast() where ["for", "at", "with", "of"].contains(tokens[at].key) {
      let first = tokens[at + 1].key == "the" && !tokens[at + 1].startsUpper ? at + 2 : at + 1
      guard first < end, let name = name(tokens, first),
        tokens[name].contains(where: { NameWords.institutional.contains($0.key) || Masthead.titles.contains($0.key) })
      else { continue }
      if found != nil { return nil }
      found = name
    }
    guard let found else { return nil }
    let range = tokens[found.lowerBound].range.lowerBound..<tokens[found.upperBound - 1].range.upperBound
    return Found(name: block.strand.string(range), block: number, range: range, strength: 3)
  }

  private static let work: Set<String> = [
    "writes", "covers", "reports", "reporter", "journalist", "writer", "correspondent", "editor", "columnist",
    "photographer", "photojournalist", "producer", "edits", "works",
  ]

  private static let companies: Set<String> = [
    "inc", "llc", "ltd", "limited", "corp", "corporation", "company", "holdings", "group", "gmbh", "plc", "sa", "ag",
    "pvt", "pty", "bv", "interactive", "communications", "publishers", "publishing", "organization", "organisation",
  ]

  private static let common: Set<String> = [
    "us", "the", "author", "authors", "this", "our", "all", "your", "my", "more", "twitter", "facebook", "google",
    "youtube", "instagram", "telegram", "whatsapp", "linkedin", "tiktok", "x", "rights", "topic", "news", "newsletter",
    "newsletters", "writer", "privacy", "cookies", "terms",
    "contact", "apple", "android", "ios", "reddit", "flipboard", "threads", "bluesky", "we", "you", "it", "he", "she",
    "they", "how", "what", "why", "who", "when", "here", "by", "a", "an", "me", "i", "site", "website", "ok", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Capitalised words, "of", "the" and "and" between them, that are not a common word alone.
  private func name(_ tokens: [Token], _ first: Int) -> Range<Int>? {
    var end = first
    while end < tokens.count, end - first < 6, tokens[end].isWord {
      if tokens[end].startsUpper
        || end > first && ["of", "the", "and", "for"].contains(tokens[end].key) && end + 1 < tokens.count
          && tokens[end + 1].startsUpper
      {
        if end > first, ["all", "rights", "how", "privacy", "terms", "no", "newsletter"].contains(tokens[end].key) {
          break
        }
        end += 1
      } else {
        break
      }
    }
    while end > first, ["of", "the", "and", "for", "app", "newsletter"].contains(tokens[end - 1].key) { end -= 1 }
    let words = tokens[first..<end].filter { !["the", "of", "and"].contains($0.key) }
    guard let only = words.first, tokens[first].range.count + words.count > 3,
      words.count > 1 || !Self.common.contains(only.key) && only.range.count > 2
    else { return nil }
    guard
      Self.common.contains(only.key) == false
        || words.count > 1 && !["this", "our", "your", "all", "how"].contains(only.key)
    else { return nil }
    guard Agencies.known.named(words.map(\.key).joined(separator: " ")) == nil else { return nil }
    return first..<end
  }

  /// "The BBC's Jane Doe was there … our reporter says": an article that speaks of its own people.
  private func ownVoice() -> [Found] {
    let body = blocks.indices.filter { blocks[$0].role == .paragraph }
    let speaksOfOwn = body.contains { number in
      let tokens = blocks[number].tokens
      return tokens.indices.dropLast().contains {
        tokens[$0].key == "our"
          && ["reporter", "correspondent", "reporters", "correspondents"].contains(tokens[$0 + 1].key)
      }
    }
    guard speaksOfOwn else { return [] }
    for number in body {
      let tokens = blocks[number].tokens
      for at in tokens.indices.dropLast(3)
      where tokens[at].key == "the" && tokens[at + 1].key.hasSuffix("'s") && tokens[at + 1].startsUpper {
        guard tokens[at + 2].startsUpper, tokens[at + 3].startsUpper, tokens[at + 2].isWord, tokens[at + 3].isWord
        else { continue }
        let range = tokens[at + 1].range
        // Without the possessive: an apostrophe of one or three bytes and the s.
        let bytes = blocks[number].strand.bytes
        var end = range.upperBound - 1
        while end > range.lowerBound, Scalars.isApostrophe(UInt32(bytes[end - 1])) || bytes[end - 1] >= 0x80 {
          end -= 1
        }
        return [
          Found(
            name: blocks[number].strand.string(range.lowerBound..<end), block: number, range: range.lowerBound..<end,
            strength: 3)
        ]
      }
    }
    return []
  }
}
