import StemmaModel

/// Tells the article from what stands around it: gives every block of a page its role.
///
/// Many weak cues decide, none alone: where a block stands, how long it is, how it ends, what it repeats, what words it
/// has. The order of the steps matters: furniture that names itself first, then the head of the article, then prose,
/// then what lies between and behind.
struct Layout {
  private(set) var blocks: [Block]
  private(set) var title: (block: Int, range: Range<Int>)?
  private(set) var byline: (block: Int, range: Range<Int>)?
  private(set) var bylineOutlet: (block: Int, range: Range<Int>)?
  private(set) var dates: [(block: Int, found: DateReader.Found)] = []
  /// First occurrences of captions: the ones that are read.
  private(set) var captions: [Int] = []

  private let declaredTitle: String?
  private var headings: Set<Int> = []
  private var first = 0
  private var last = -1

  /// Markup has told the article from its surroundings already, so that gaps in it mean little.
  private let isStructured: Bool

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
    collectCaptions()
  }

  // MARK: Furniture that names itself

  private mutating func markPhrases() {
    for number in blocks.indices where blocks[number].role == .unknown {
      let block = blocks[number]
      if block.shape == .rule { blocks[number].role = .furniture(.other); continue }
      if block.shape == .caption { blocks[number].role = .furniture(.caption); continue }
      if WidgetCode.isCode(block) || block.shape == .code && block.measure.words < 4 { blocks[number].role = .furniture(.widget); continue }
      if isAddress(block) { blocks[number].role = .furniture(.link); continue }
      if let kind = CounterLine.kind(of: block) { blocks[number].role = .furniture(kind); continue }
      if isPointer(block) { blocks[number].role = .furniture(.related); continue }
      guard let phrase = PhraseIndex.furniture.match(block) else {
        if block.linkShare > 0.8, block.measure.words <= 25, block.measure.words >= 1, !block.isHeading, !block.measure.endsSentence {
          // A line that is a link and nothing else leads away; a byline's or a title's link is handled with the head.
          blocks[number].role = block.measure.words <= 3 ? .unknown : .furniture(.related)
          if looksLikeByline(block) { blocks[number].role = .unknown }
        }
        continue
      }
      // A byline with a reading time behind it is a byline.
      if phrase.place != .whole, [.widget, .banner, .promo].contains(phrase.kind), isDateLine(block) != nil || looksLikeByline(block) { continue }
      // Quoted speech may begin like a prompt.
      if phrase.place == .start, startsWithQuote(block) { continue }
      if phrase.place != .whole, block.measure.endsSentence, block.measure.words > 45, phrase.kind != .banner, phrase.kind != .credit { continue }
      // A section's name or a button can be a heading of the article: "Analysis" above a long part is kept by `markBetween`.
      if phrase.kind == .authorBio, phrase.place != .whole, number * 10 < blocks.count * 6 { continue }
      blocks[number].role = .furniture(phrase.kind)
      if phrase.isHeading { headings.insert(number) }
    }
  }

  /// "RELATED: …", "Watch | …": a label and a headline.
  private func isPointer(_ block: Block) -> Bool {
    guard block.tokens.count > 3, block.measure.words <= 30, [":", "|", "»", ">"].contains(block.tokens[1].key) else { return false }
    return ["related", "watch", "listen", "recommended", "trending", "more", "next", "previous", "video", "gallery", "photos", "podcast", "explainer", "live"].contains(block.tokens[0].key)
  }

  private func startsWithQuote(_ block: Block) -> Bool {
    guard let first = block.tokens.first else { return false }
    return first.kind == .mark && Scalars.isQuote(Scalars.decode(block.strand.bytes, first.range.lowerBound).0)
  }

  private func looksLikeByline(_ block: Block) -> Bool { BylineReader(block).line() != nil }

  /// An address and nothing else, or a label and an address.
  private func isAddress(_ block: Block) -> Bool {
    guard block.measure.words <= 80 else { return false }
    let bytes = block.strand.bytes
    guard let at = Self.addressStart(bytes) else { return false }
    let before = bytes[..<at]
    let hasMore = bytes[at...].contains(32)
    return before.count <= 24 && !hasMore
  }

  static func addressStart(_ bytes: [UInt8]) -> Int? {
    for scheme in ["https://", "http://", "www."] {
      let needle = Array(scheme.utf8)
      guard bytes.count > needle.count + 3 else { continue }
      for at in 0..<(bytes.count - needle.count) where bytes[at] | 32 == needle[0] && bytes[at..<(at + needle.count)].elementsEqual(needle) { return at }
    }
    return nil
  }

  // MARK: Captions

  private mutating func markCaptions() {
    for number in blocks.indices where blocks[number].role == .unknown {
      let block = blocks[number]
      guard !block.isHeading, let credit = PhotoCredit(block) else { continue }
      let isAlone = credit.range.lowerBound == 0
      if isAlone {
        // A credit on its own line belongs to the caption above it, else to the article; with a date it is a byline.
        if !DateReader(block.tokens).all().isEmpty { continue }
        let before = number > 0 ? blocks[number - 1].furniture : nil
        if before == .caption { blocks[number].role = .furniture(.caption) }
        continue
      }
      let isShort = block.measure.words <= 60
      let speaks = block.tokens.contains { ["said", "says", "told", "added"].contains($0.key) }
      let hasProseAfter = blocks[(number + 1)...].contains { $0.role == .unknown && isProse($0) }
      let proseBefore = blocks[..<number].count { $0.role == .unknown && isProse($0) }
      let isRepeated = number + 1 < blocks.count && blocks[number + 1].key == block.key || number > 0 && blocks[number - 1].key == block.key
      if isRepeated || isShort && credit.isCertain && (hasProseAfter || !speaks)
        || isShort && !speaks && hasProseAfter && (proseBefore < 2 || credit.isCertain)
      {
        blocks[number].role = .furniture(.caption)
      }
    }
  }

  private mutating func collectCaptions() {
    var seen: Set<String> = []
    for number in blocks.indices where blocks[number].furniture == .caption {
      // A bare credit line, or a word like "Getty Images", is no caption to read.
      guard blocks[number].outside == nil, blocks[number].measure.words >= 4, PhotoCredit(blocks[number])?.range.lowerBound != 0 else { continue }
      if seen.insert(blocks[number].key).inserted { captions.append(number) }
    }
  }

  // MARK: Prose

  private func isProse(_ block: Block) -> Bool {
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
  private mutating func findProse() {
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
  private mutating func bound() {
    first = blocks.firstIndex { isCandidate($0) } ?? 0
    last = blocks.lastIndex { isCandidate($0) } ?? -1
  }

  private func isCandidate(_ block: Block) -> Bool {
    block.role == .paragraph || block.role == .unknown && isProse(block)
  }

  /// In words, more or less: a paragraph outweighs the ten lines of a box between it and the next.
  private func worth(_ block: Block) -> Int {
    if isCandidate(block) { return min(80, max(8, block.measure.words)) }
    if isStructured { return block.outside == nil ? -1 : 0 }
    switch block.role {
    case .furniture(.caption), .furniture(.promo), .title, .byline, .date: return -1
    case .furniture: return -3
    default: return block.isHeading || block.shape == .item || block.measure.endsSentence ? -2 : -4
    }
  }

  /// Text between the headline and the densest run belongs to the article; prose farther away does not.
  private mutating func limit() {
    guard last >= 0 else { return }
    if let title, title.block < first, let lead = blocks.indices[(title.block + 1)..<first].first(where: { isCandidate(blocks[$0]) }) { first = lead }
    for number in blocks.indices where (number < first || number > last) && isCandidate(blocks[number]) {
      if number > last, number - last <= 12, resumes(number) {
        last = number
      } else {
        blocks[number].role = .furniture(number < first ? .other : .related)
      }
    }
  }

  // MARK: Title

  private mutating func findTitle() {
    var candidates: [(score: Double, block: Int, known: Double)] = []
    let limit = last < 0 ? blocks.count : min(blocks.count, first + 1)
    let vocabulary = contentWords(first..<min(blocks.count, first + 12))
    let declared = declaredTitle.map { contentWords(Token.tokens(of: Array($0.utf8))) }
    for number in 0..<limit where blocks[number].role == .unknown || blocks[number].isHeading && blocks[number].furniture == .related {
      let block = blocks[number]
      // The first paragraph can be a headline with an end mark: one that asks, or that a date line follows.
      if number == first, last >= 0, isProse(block), !block.isHeading, !mayBeTitle(number) { continue }
      guard let (score, known) = titleScore(block, number, vocabulary, declared), score >= 2 else { continue }
      candidates.append((score, number, known))
    }
    guard let best = candidates.max(by: { $0.score < $1.score - 0.01 }) else { return }
    // A standfirst shares more words with the text than the headline above it.
    let above = candidates.first { $0.block < best.block && best.block - $0.block <= 10 && $0.known >= 0.4 && $0.score >= best.score - 1.2 }
    let found = blocks[best.block].isHeading ? best : above ?? best
    blocks[found.block].role = .title
    title = (found.block, 0..<blocks[found.block].strand.count)
    if found.block == first, last >= first {
      first = blocks.indices[(first + 1)...].first { isCandidate(blocks[$0]) } ?? first
      if first == found.block { last = -1 }
    }
  }

  private func mayBeTitle(_ number: Int) -> Bool {
    let block = blocks[number]
    guard block.measure.words <= 22, !startsWithQuote(block), last > first else { return false }
    if block.tokens.last?.key != "." { return true }
    return (1...3).contains { number + $0 < blocks.count && (isDateLine(blocks[number + $0]) != nil || BylineReader(blocks[number + $0]).line() != nil) }
  }

  private func titleScore(_ block: Block, _ number: Int, _ vocabulary: Set<String>, _ declared: Set<String>?) -> (score: Double, known: Double)? {
    let measure = block.measure
    guard measure.words >= 2, measure.words <= 40, block.strand.count <= 320 else { return nil }
    if block.tokens.last?.key == "," || block.tokens.last?.key == ":" && measure.words < 6 { return nil }
    if isDateLine(block) != nil || BylineReader(block).line() != nil && measure.words <= 8 { return nil }
    var score = 0.0
    if case .heading(let level) = block.shape { score += level == 1 ? 5 : level == 2 ? 2.5 : 1 }
    if measure.words >= 4 { score += 1 }
    if measure.words >= 6 { score += 0.5 }
    if measure.words < 3, !block.isHeading { score -= 1.5 }
    let isTitled = measure.long >= 3 && measure.longCapitals * 10 >= measure.long * 8
    if measure.endsSentence, block.tokens.last?.key == "." { score -= isTitled ? 0.5 : 2 }
    if measure.words > 25 { score -= 1 }
    if block.shape == .item { score -= 2 }
    let own = contentWords(block.tokens)
    var known = 0.0
    if !own.isEmpty {
      known = Double(own.count { vocabulary.contains($0) }) / Double(own.count)
      score += 2.5 * known
      if known == 0, measure.words < 5 { score -= 1 }
      if let declared, !declared.isEmpty {
        let same = Double(own.intersection(declared).count) / Double(own.union(declared).count)
        score += 5 * same
      }
    }
    if blocks.indices.contains(where: { $0 != number && abs($0 - number) <= 3 && blocks[$0].key == block.key }) { score += 1 }
    if number + 1 < blocks.count, isDateLine(blocks[number + 1]) != nil || BylineReader(blocks[number + 1]).line() != nil { score += 1 }
    // Nearer to the text is likelier, menus stand far away.
    score -= min(1.5, 0.12 * Double(abs(first - number)))
    if number == 0, !block.isHeading { score += 0.3 }
    return (score, known)
  }

  private func contentWords(_ range: Range<Int>) -> Set<String> {
    range.reduce(into: Set<String>()) { words, number in
      if blocks[number].furniture == nil { words.formUnion(contentWords(blocks[number].tokens)) }
    }
  }

  /// Words of four bytes and more, their possessive off: good enough to see what two texts share.
  private func contentWords(_ tokens: [Token]) -> Set<String> {
    var words: Set<String> = []
    for token in tokens where token.kind == .word && token.key.utf8.count >= 4 {
      words.insert(token.key.hasSuffix("'s") ? String(token.key.dropLast(2)) : token.key)
    }
    return words
  }

  // MARK: Byline, date lines

  /// A line that only dates the article.
  private func isDateLine(_ block: Block) -> DateReader.Found? {
    guard block.measure.words <= 28 else { return nil }
    let dates = DateReader(block.tokens).all()
    guard let chosen = dates.first else { return nil }
    var others = 0
    for (number, token) in block.tokens.enumerated() where token.kind == .word {
      if dates.contains(where: { $0.tokens.contains(number) }) || DateReader.lineWords.contains(token.key) || DateReader.zones[token.key] != nil { continue }
      others += 1
    }
    guard others == 0 else { return nil }
    // Of two dates, the one behind "published"; else the first.
    for date in dates.dropFirst() {
      let before = block.tokens[..<date.tokens.lowerBound].suffix(3).map(\.key)
      let chosenBefore = block.tokens[..<chosen.tokens.lowerBound].suffix(3).map(\.key)
      if before.contains(where: { $0.hasPrefix("publ") || $0 == "posted" }), !chosenBefore.contains(where: { $0.hasPrefix("publ") || $0 == "posted" }) { return date }
    }
    return chosen
  }

  private mutating func markHead() {
    let head = title.map { $0.block } ?? -1
    let end = last < 0 ? blocks.count : first
    // A byline glued to the first paragraph parts from it.
    if last >= 0, let found = BylineReader(blocks[first]).glued(), blocks[first].role == .unknown { part(first, found) }
    var sinceTitle = 0
    for number in blocks.indices {
      let block = blocks[number]
      let isNearHead = number <= end + 1 && number >= head - 4
      guard block.role == .unknown || block.furniture == .credit || block.furniture == .menu && block.measure.words <= 3 else {
        continue
      }
      if number > head { sinceTitle += 1 }
      if let found = isDateLine(block) {
        if isNearHead || number < 4 || number > last {
          blocks[number].role = .date
          dates.append((number, found))
        } else if block.measure.words <= 8, !block.measure.endsSentence {
          blocks[number].role = .furniture(.other)
        }
        continue
      }
      guard block.role == .unknown || block.furniture == .credit else { continue }
      let isHead = number > head && number <= end || number < head && head - number <= 3 || number == head + 1
      if isHead, number != first || last < 0, byline == nil, let found = BylineReader(block).line() {
        take(number, found)
      } else if isHead, number == head + 1, byline == nil, number < first, let found = BylineReader(block).unmarkedLine() {
        take(number, found)
      } else if isHead, byline == nil, number > head, number < first, let name = agencyLine(block), number == 0 || blocks[number - 1].furniture != .caption || name.count < block.strand.count {
        take(number, BylineReader.Found(name: name, outlet: nil, end: block.strand.count, isMarked: true))
      } else if isNearHead, byline == nil, number > head, number < first, let found = loneName(number) {
        take(number, found)
      }
    }
    if byline == nil { takeLateByline() }
  }

  /// An agency on its own line, or one with a date behind it.
  private func agencyLine(_ block: Block) -> Range<Int>? {
    guard block.measure.words <= 14 else { return nil }
    let end = DateReader(block.tokens).all().first?.tokens.lowerBound ?? block.tokens.count
    let head = Array(block.tokens[..<end])
    guard let agency = Agencies.known.all(in: head).first, head.filter(\.isWord).count <= 3, head.indices.allSatisfy({ agency.tokens.contains($0) || head[$0].kind == .mark }) else { return nil }
    return head[agency.tokens.lowerBound].range.lowerBound..<head[agency.tokens.upperBound - 1].range.upperBound
  }

  /// A name on its own line that a date line or an office stands beside, or that a note on its author takes up.
  private func loneName(_ number: Int) -> BylineReader.Found? {
    let block = blocks[number]
    guard block.measure.words >= 2, block.measure.words <= 4, !block.measure.endsSentence, let name = NameWords.person(block.tokens, 0), name.upperBound == block.tokens.count, !block.measure.isAllUpper || block.measure.words == 2,
      !block.tokens.contains(where: { NameWords.institutional.contains($0.key) || $0.kind == .number })
    else { return nil }
    let isDated = [number - 1, number + 1].contains { blocks.indices.contains($0) && isDateLine(blocks[$0]) != nil }
    let key = block.key
    let isNoted = blocks[(number + 1)...].contains { ($0.key + " ").hasPrefix(key + " ") && AuthorNote.isNote($0, author: block.text) }
    let hasOffice = number + 1 < blocks.count && blocks[number + 1].measure.words <= 5 && !blocks[number + 1].words.isEmpty && blocks[number + 1].tokens.allSatisfy { NameWords.offices.contains($0.key) || $0.kind == .mark } && blocks[number + 1].tokens.contains { ["writer", "reporter", "correspondent", "editor", "journalist", "columnist", "contributor"].contains($0.key) }
    if isNoted || hasOffice { return BylineReader.Found(name: 0..<block.strand.count, outlet: nil, end: block.strand.count, isMarked: false) }
    // The same words elsewhere in furniture are the site's name.
    let isSite = blocks.indices.contains { $0 != number && blocks[$0].furniture != nil && (" " + blocks[$0].key + " ").contains(" " + key + " ") }
    guard isDated, !isSite else { return nil }
    return BylineReader.Found(name: 0..<block.strand.count, outlet: nil, end: block.strand.count, isMarked: false)
  }

  /// A marked byline behind the text: "By Jane Doe" as last line of a wire copy.
  private mutating func takeLateByline() {
    guard last >= 0 else { return }
    for number in (last + 1)..<max(last + 1, min(blocks.count, last + 3)) where blocks[number].role == .unknown && blocks[number].measure.words <= 6 {
      if let found = BylineReader(blocks[number]).line(), found.isMarked { take(number, found); return }
    }
  }

  private mutating func take(_ number: Int, _ found: BylineReader.Found) {
    byline = (number, found.name)
    if let outlet = found.outlet { bylineOutlet = (number, outlet) }
    blocks[number].role = .byline
    // The office below a name is part of its byline.
    if number + 1 < blocks.count, blocks[number + 1].role == .unknown, blocks[number + 1].measure.words <= 4, !blocks[number + 1].words.isEmpty, blocks[number + 1].words.allSatisfy({ NameWords.offices.contains(blocks[number + 1].tokens[$0].key) }) { blocks[number + 1].role = .byline }
    if let date = DateReader(blocks[number].tokens).all().first { dates.append((number, date)) }
  }

  /// Splits a block at the end of a byline.
  private mutating func part(_ number: Int, _ found: BylineReader.Found) {
    guard byline == nil, let head = blocks[number].part(0..<found.end), let rest = blocks[number].part(found.end..<blocks[number].strand.count) else { return }
    blocks.replaceSubrange(number...number, with: [head, rest])
    blocks[number].role = .byline
    byline = (number, found.name)
    if let outlet = found.outlet { bylineOutlet = (number, outlet) }
    headings = Set(headings.map { $0 > number ? $0 + 1 : $0 })
    first = number + 1
    if last >= number { last += 1 }
  }

  // MARK: Repeats

  private mutating func markRepeats() {
    guard let title else { return markRepeatedLines() }
    let key = blocks[title.block].key
    let words = contentWords(blocks[title.block].tokens)
    for number in blocks.indices where number != title.block && blocks[number].role == .unknown {
      let block = blocks[number]
      if block.key == key {
        blocks[number].role = .furniture(.other)
        continue
      }
      // A slug: a long number, or the title's words without their marks, cut short perhaps.
      let own = contentWords(block.tokens)
      guard !own.isEmpty, number <= first, number < blocks.count, abs(number - title.block) <= 6, !block.measure.endsSentence else { continue }
      let shared = own.intersection(words).count
      let hasNumber = block.tokens.first?.kind == .number && block.tokens[0].range.count >= 6
      if shared * 10 >= own.count * 8, own.count >= 3, hasNumber || block.measure.words <= blocks[title.block].measure.words + 6 {
        blocks[number].role = .furniture(.other)
      }
    }
    markRepeatedLines()
  }

  /// Lines that stand more than once: buttons, pull quotes, teasers. The first prose one stays.
  private mutating func markRepeatedLines() {
    var seen: [String: Int] = [:]
    for number in blocks.indices where blocks[number].role == .unknown {
      let key = blocks[number].key
      guard !key.isEmpty else { blocks[number].role = .furniture(.other); continue }
      if let before = seen[key], blocks[number].measure.words >= 3 {
        blocks[number].role = .furniture(.other)
        if !isProse(blocks[before]), blocks[number].measure.words < 6, before > last || number > last { blocks[before].role = .furniture(.other) }
      } else {
        seen[key] = number
      }
    }
  }

  // MARK: Behind the article

  /// What follows a heading such as "Related" or "About the author" belongs to it, as far as it goes.
  private mutating func markTail() {
    let total = blocks.reduce(0) { $0 + ($1.role == .unknown && isProse($1) ? $1.strand.count : 0) }
    var before = 0
    var opened: (kind: Report.Furniture.Kind, isEnd: Bool)?
    var taken = 0
    for number in blocks.indices {
      let block = blocks[number]
      if headings.contains(number), case .furniture(let kind) = block.role {
        let after = total - before
        // An end comes late, or has little behind it.
        let isEnd = before > 0 && (after * 10 < total * 4 || kind == .authorBio || kind == .widget && after * 2 < total)
        opened = before == 0 && kind != .related ? nil : (kind, isEnd)
        taken = 0
        continue
      }
      if block.role == .unknown, isProse(block) { before += block.strand.count }
      guard let open = opened, block.role == .unknown, number != title?.block else { continue }
      if isProse(block) {
        if open.kind == .tags || open.kind == .link || open.kind == .promo { opened = nil; continue }
        if open.isEnd, !resumes(number) || open.kind != .related {
          if open.kind == .authorBio, taken >= 3 { opened = nil; continue }
        } else {
          opened = nil
          continue
        }
      } else if block.isHeading, open.kind != .related, open.kind != .widget {
        opened = nil
        continue
      }
      taken += 1
      blocks[number].role = .furniture(open.kind)
      if isProse(block) { before -= block.strand.count }
      if open.kind == .link || open.kind == .tags && taken > 12 { opened = nil }
    }
    markAuthorNotes()
    markCreditLines()
  }

  /// Whether a paragraph behind a box of related links goes on with the article: it shares the article's words.
  private func resumes(_ number: Int) -> Bool {
    let own = contentWords(blocks[number].tokens).filter { $0.utf8.count >= 5 }
    guard own.count >= 4 else { return true }
    var article: Set<String> = []
    for block in blocks[..<number] where block.role == .unknown && isProse(block) || block.role == .title { article.formUnion(contentWords(block.tokens)) }
    return own.count { article.contains($0) } * 4 >= own.count
  }

  /// "Jane Doe is a reporter at …" behind the text: who wrote it, not what happened.
  private mutating func markAuthorNotes() {
    let prose = blocks.indices.filter { blocks[$0].role == .unknown && isProse(blocks[$0]) }
    guard prose.count >= 3 else { return }
    for number in prose.suffix(3) where AuthorNote.isNote(blocks[number], author: byline.map { blocks[$0.block].strand.string($0.range) }) {
      blocks[number].role = .furniture(.authorBio)
    }
  }

  /// Credit lines at the end: "— AFP", "(Reuters)", "Source: Xinhua".
  private mutating func markCreditLines() {
    for number in blocks.indices where blocks[number].role == .unknown && blocks[number].measure.words <= 14 && !blocks[number].isHeading {
      let block = blocks[number]
      guard number > first || last < 0, let credit = PhotoCredit(block) ?? nil, credit.range.lowerBound == 0 else {
        if number > first, block.tokens.first?.key == "*", block.measure.words <= 14, !Agencies.known.all(in: block.tokens).isEmpty, !block.measure.endsSentence { blocks[number].role = .furniture(.credit) }
        continue
      }
      let agencies = Agencies.known.all(in: block.tokens)
      let others = block.words.count { word in !agencies.contains { $0.tokens.contains(word) } && block.tokens[word].startsUpper }
      guard !agencies.isEmpty, others <= 2 * agencies.count else { continue }
      blocks[number].role = .furniture(.credit)
    }
    for number in blocks.indices where blocks[number].role == .unknown && number >= last && last >= 0 && blocks[number].measure.words <= 12 {
      if blocks[number].key(0) == "source" || blocks[number].key(0) == "sources", blocks[number].tokens.count > 1, blocks[number].tokens[1].key == ":" { blocks[number].role = .furniture(.credit) }
    }
  }

  // MARK: Between, behind and before

  private mutating func markBetween() {
    guard last >= 0 else { return markShort() }
    for number in first...last where blocks[number].role == .unknown {
      let block = blocks[number]
      if isProse(block) || block.shape == .quote { blocks[number].role = .paragraph; continue }
      if block.isHeading { blocks[number].role = .subheading; continue }
      if block.shape == .item || block.shape == .code { blocks[number].role = .paragraph; continue }
      if block.measure.endsSentence || block.measure.endsOpen { blocks[number].role = .paragraph; continue }
      blocks[number].role = isInRun(number) ? .furniture(.related) : block.measure.words <= 14 ? .subheading : .paragraph
    }
    // A heading with nothing of the article below it is none.
    for number in first...last where blocks[number].role == .subheading && blocks[number].measure.words > 0 {
      let next = blocks[(number + 1)...].first { $0.role != .furniture(.caption) && $0.role != .furniture(.widget) && $0.role != .furniture(.banner) }
      if next == nil { blocks[number].role = .furniture(.other) }
    }
  }

  /// Three lines and more in a row without an end mark: a list of links whose links were lost.
  private func isInRun(_ number: Int) -> Bool {
    func isLoose(_ at: Int) -> Bool {
      guard blocks.indices.contains(at), !blocks[at].isHeading, blocks[at].shape == .line || blocks[at].shape == .paragraph else { return false }
      let block = blocks[at]
      if let kind = block.furniture { return kind == .related && block.measure.words >= 3 }
      return !isProse(block) && !block.measure.endsSentence && !block.measure.endsOpen
    }
    var start = number
    while start > first, isLoose(start - 1) { start -= 1 }
    var end = number
    while end < last, isLoose(end + 1) { end += 1 }
    return end - start >= 2
  }

  /// A page without a paragraph: what is neither furniture nor head is its text, where it has an end mark.
  private mutating func markShort() {
    let head = title?.block ?? -1
    for number in blocks.indices where blocks[number].role == .unknown && number > head {
      if blocks[number].measure.endsSentence, blocks[number].measure.words >= 3 { blocks[number].role = .paragraph }
    }
    first = blocks.firstIndex { $0.role == .paragraph } ?? blocks.count
    last = blocks.lastIndex { $0.role == .paragraph } ?? -1
  }

  private mutating func markBehind() {
    guard last >= 0, last + 1 < blocks.count else { return }
    var isContiguous = true
    for number in (last + 1)..<blocks.count {
      let block = blocks[number]
      guard block.role == .unknown else {
        let isBetween = block.shape == .rule || [.caption, .promo, .related, .widget, .banner].contains(block.furniture)
        isContiguous = isContiguous && isBetween && !headings.contains(number) && number - last <= 5
        continue
      }
      // Short sentences close many articles.
      if isContiguous, block.measure.endsSentence, block.measure.words >= 2, block.linkShare < 0.5, !block.isHeading {
        blocks[number].role = .paragraph
        last = number
        continue
      }
      if isContiguous, block.shape == .item, block.linkShare < 0.5, block.measure.words >= 5, number > 0, blocks[number - 1].isBody {
        blocks[number].role = .paragraph
        last = number
        continue
      }
      isContiguous = false
      blocks[number].role = .furniture(behindKind(block))
    }
  }

  private func behindKind(_ block: Block) -> Report.Furniture.Kind {
    let measure = block.measure
    let isHash = block.tokens.first?.key == "#"
    if isHash || measure.commas >= 1 && !measure.endsSentence && measure.words <= (measure.commas + 1) * 4 { return .tags }
    if measure.words >= 4 { return .related }
    return measure.words <= 3 ? .menu : .other
  }

  private mutating func markBeforeTitle() {
    let end = last >= 0 ? first : blocks.count
    let head = title?.block ?? -1
    for number in 0..<end where blocks[number].role == .unknown {
      let block = blocks[number]
      guard number > head, head >= 0 else {
        blocks[number].role = .furniture(block.measure.words <= 4 ? .menu : .other)
        continue
      }
      // Between title and text: a standfirst, or the site's name and sections.
      if block.measure.endsSentence, block.measure.words >= 4 || block.measure.words >= 14 {
        blocks[number].role = .paragraph
      } else if block.measure.words >= 6, !block.measure.isAllUpper || block.measure.words > 8 {
        blocks[number].role = .subheading
      } else {
        blocks[number].role = .furniture(isSiteName(number) ? .banner : .other)
      }
    }
  }

  private func isSiteName(_ number: Int) -> Bool {
    let key = blocks[number].key
    return blocks.indices.contains { $0 != number && blocks[$0].furniture != nil && (" " + blocks[$0].key + " ").contains(" " + key + " ") }
  }
}
