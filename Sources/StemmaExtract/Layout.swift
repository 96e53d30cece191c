import StemmaModel

/// Tells the article from what stands around it: gives every block of a page its role.
///
/// Many weak cues decide, none alone: where a block stands, how long it is, how it ends, what it repeats, what words it
/// has. The order of the steps matters: furniture that names itself first, then the head of the article, then prose,
/// then what lies between and behind.
struct Layout {
  var blocks: [Block]
  var title: (block: Int, range: Range<Int>)?
  var byline: (block: Int, range: Range<Int>)?
  var bylineOutlet: (block: Int, range: Range<Int>)?
  var dates: [(block: Int, found: DateReader.Found)] = []
  /// First occurrences of captions: the ones that are read.
  var captions: [Int] = []

  let declaredTitle: String?
  var headings: Set<Int> = []
  /// The words of the article's paragraphs before a block: kept, as most are asked for from front to back.
  var spoken: (end: Int, words: Set<UInt64>) = (0, [])
  var first = 0
  var last = -1

  /// Markup has told the article from its surroundings already, so that gaps in it mean little.
  let isStructured: Bool

  init(_ blocks: [Block], declaredTitle: String?, isStructured: Bool) {
    self.blocks = blocks
    self.isStructured = isStructured
    self.declaredTitle = declaredTitle
  }

  mutating func settle() {
    for number in blocks.indices {
      if let kind = blocks[number].outside { blocks[number].role = .furniture(kind) }
    }
    markPhrases()
    markCaptions()
    findProse()
    findTitle()
    limit()
    markHead()
    markRepeats()
    markTail()
    bound()
    markBetween()
    markBehind()
    markBeforeTitle()
    if isStructured {
      dropStandfirst()
      markLinkedHeadlines()
      dropEmptyHeadings()
    }
    collectCaptions()
  }

  // MARK: Furniture that names itself

  mutating func markPhrases() {
    for number in blocks.indices where blocks[number].role == .unknown {
      let block = blocks[number]
      // What its place says is enough for what nobody looks into: half of a page's blocks.
      if let place = block.outside, place == .menu || place == .related || place == .widget || place == .promo {
        blocks[number].role = .furniture(place)
        continue
      }
      if block.shape == .rule { blocks[number].role = .furniture(.other); continue }
      if block.shape == .caption { blocks[number].role = .furniture(.caption); continue }
      if WidgetCode.isCode(block) || block.shape == .code && block.measure.words < 4 {
        blocks[number].role = .furniture(.widget); continue
      }
      if isAddress(block) { blocks[number].role = .furniture(.link); continue }
      if let kind = CounterLine.kind(of: block) {
        blocks[number].role = .furniture(kind)
        // "3 Comments": they follow.
        if kind == .widget, let last = block.words.last,
          ["comments", "comment", "replies", "responses"].contains(block.tokens[last].key)
        {
          headings.insert(number)
        }
        continue
      }
      if let kind = Pointer.kind(of: block) { blocks[number].role = .furniture(kind); continue }
      if block.tokens.first?.key == "©", block.measure.words <= 30, Agencies.known.all(in: block.tokens).isEmpty {
        blocks[number].role = .furniture(.banner)
        continue
      }
      guard let phrase = PhraseIndex.furniture.match(block) else {
        if block.linkShare > 0.8, block.measure.words <= 25, block.measure.words >= 1, !block.isHeading,
          !block.measure.endsSentence
        {
          // A line that is a link and nothing else leads away; a byline's or a title's link is handled with the head.
          blocks[number].role = block.measure.words <= 3 ? .unknown : .furniture(.related)
          if looksLikeByline(block) { blocks[number].role = .unknown }
        }
        continue
      }
      // A byline with a reading time behind it is a byline.
      if phrase.place != .whole, [.widget, .banner, .promo].contains(phrase.kind),
        isDateLine(block) != nil || looksLikeByline(block)
      {
        continue
      }
      // Quoted speech may begin like a prompt.
      if phrase.place == .start, startsWithQuote(block) { continue }
      if phrase.place != .whole, block.measure.endsSentence, block.measure.words > 45, phrase.kind != .banner,
        phrase.kind != .credit
      {
        continue
      }
      // A section's name or a button can be a heading of the article: "Analysis" above a long part is kept by `markBetween`.
      if phrase.kind == .authorBio, phrase.place != .whole, number * 10 < blocks.count * 6 { continue }
      blocks[number].role = .furniture(phrase.kind)
      if phrase.isHeading { headings.insert(number) }
    }
  }

  func startsWithQuote(_ block: Block) -> Bool {
    guard let first = block.tokens.first else { return false }
    return first.kind == .mark && Scalars.isQuote(Scalars.decode(block.strand.bytes, first.range.lowerBound).0)
  }

  func looksLikeByline(_ block: Block) -> Bool { BylineReader(block).line() != nil }

  /// An address and nothing else, or a label and an address.
  func isAddress(_ block: Block) -> Bool {
    guard block.measure.words <= 80 else { return false }
    let bytes = block.strand.bytes
    guard let at = Self.addressStart(bytes, within: 25) else { return false }
    return !bytes[at...].contains(32)
  }

  private static let schemes = ["https://", "http://", "www."].map { Array($0.utf8) }

  /// - Parameter length: how many of the first bytes it may begin at.
  static func addressStart(_ bytes: [UInt8], within length: Int = .max) -> Int? {
    for needle in schemes where bytes.count > needle.count + 3 {
      for at in 0..<min(length, bytes.count - needle.count)
      where bytes[at] | 32 == needle[0] && bytes[at + 1] == needle[1] && bytes[at + 2] == needle[2]
        && bytes[at..<(at + needle.count)].elementsEqual(needle)
      {
        return at
      }
    }
    return nil
  }

  // MARK: Captions

  mutating func markCaptions() {
    let lastProse = blocks.lastIndex { $0.role == .unknown && isProse($0) } ?? -1
    var prose = (end: 0, count: 0)
    for number in blocks.indices where blocks[number].role == .unknown {
      let block = blocks[number]
      guard !block.isHeading, let credit = PhotoCredit(block) else { continue }
      let isAlone = credit.range.lowerBound == 0
      if isAlone {
        // A credit on its own line belongs to the caption above it, else to the article; with a date it is a byline.
        if !DateReader(block.tokens).all().isEmpty { continue }
        let before = number > 0 ? blocks[number - 1].furniture : nil
        if before == .caption || PhotoCredit.isLabelled(block) { blocks[number].role = .furniture(.caption) }
        continue
      }
      let isShort = block.measure.words <= 60
      let speaks = block.tokens.contains { ["said", "says", "told", "added"].contains($0.key) }
      let hasProseAfter = lastProse > number
      prose.count += blocks[prose.end..<number].count { $0.role == .unknown && isProse($0) }
      prose.end = number
      let proseBefore = prose.count
      let isRepeated =
        number + 1 < blocks.count && blocks[number + 1].likeness == block.likeness
        || number > 0 && blocks[number - 1].likeness == block.likeness
      if isRepeated || isShort && credit.isCertain && (hasProseAfter || !speaks)
        || isShort && !speaks && hasProseAfter && (proseBefore < 2 || credit.isCertain)
      {
        blocks[number].role = .furniture(.caption)
      }
    }
  }

  mutating func collectCaptions() {
    var seen: Set<UInt64> = []
    for number in blocks.indices where blocks[number].furniture == .caption {
      // A bare credit line, or a word like "Getty Images", is no caption to read.
      guard blocks[number].outside == nil, blocks[number].measure.words >= 4,
        PhotoCredit(blocks[number])?.range.lowerBound != 0
      else { continue }
      if seen.insert(blocks[number].likeness).inserted { captions.append(number) }
    }
  }

  // MARK: Prose

  func isProse(_ block: Block) -> Bool {
    let measure = block.measure
    if block.isHeading || block.linkShare > 0.5 { return false }
    // Where a headline has its capitals, prose has small letters.
    let isTitled = measure.long >= 4 && measure.longCapitals * 10 > measure.long * 8
    if measure.endsSentence { return measure.words >= 8 && !(isTitled && measure.words < 20) }
    if measure.words >= 30 { return !isTitled && measure.commas * 3 < measure.words }
    return measure.endsOpen && measure.words >= 14
  }

  /// The densest run of prose: paragraphs speak for it, what lies between them against it, so that teasers far up in the
  /// menus or down in the footer do not count as the article.
  mutating func findProse() {
    var best = (gain: 0, first: 0, last: -1)
    var gain = 0
    var start = 0
    for number in blocks.indices {
      if gain <= 0 {
        gain = 0
        start = number
      }
      gain += worth(blocks[number])
      if gain > best.gain { best = (gain, start, number) }
    }
    let prose = (best.first..<max(best.first, best.last + 1)).filter { isCandidate(blocks[$0]) }
    first = prose.first ?? 0
    last = prose.last ?? -1
  }

  /// The first and the last paragraph, once all prose outside of the article is out.
  mutating func bound() {
    first = blocks.firstIndex { isCandidate($0) } ?? 0
    last = blocks.lastIndex { isCandidate($0) } ?? -1
  }

  func isCandidate(_ block: Block) -> Bool {
    block.role == .paragraph || block.role == .unknown && isProse(block)
  }

  /// In words, more or less: a paragraph outweighs the ten lines of a box between it and the next.
  func worth(_ block: Block) -> Int {
    if isCandidate(block) { return min(80, max(8, block.measure.words)) }
    if isStructured { return block.outside == nil ? -1 : 0 }
    switch block.role {
    case .furniture(.caption), .furniture(.promo), .title, .byline, .date: return -1
    case .furniture: return -3
    default: return block.isHeading || block.shape == .item || block.measure.endsSentence ? -2 : -4
    }
  }

  /// Text between the headline and the densest run belongs to the article; prose farther away does not.
  mutating func limit() {
    guard last >= 0 else { return }
    if let title, title.block < first,
      let lead = blocks.indices[(title.block + 1)..<first].first(where: { isCandidate(blocks[$0]) })
    {
      first = lead
    }
    for number in blocks.indices where (number < first || number > last) && isCandidate(blocks[number]) {
      if number > last, number - last <= 12, resumes(number) {
        last = number
      } else {
        blocks[number].role = .furniture(number < first ? .other : .related)
      }
    }
  }
}
