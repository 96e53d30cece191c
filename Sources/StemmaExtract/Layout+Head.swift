import StemmaModel

/// The head of an article: its headline, who wrote it and when.
extension Layout {
  // MARK: Title

  mutating func findTitle() {
    var candidates: [(score: Double, block: Int, known: Double)] = []
    let limit = last < 0 ? blocks.count : min(blocks.count, first + 1)
    let vocabulary = contentWords(first..<min(blocks.count, first + 12))
    let declared = declaredTitle.map { contentWords(Token.tokens(of: Array($0.utf8))) }
    for number in 0..<limit
    where blocks[number].role == .unknown || blocks[number].isHeading && blocks[number].furniture == .related {
      let block = blocks[number]
      // The first paragraph can be a headline with an end mark: one that asks, or that a date line follows.
      if number == first, last >= 0, isProse(block), !block.isHeading, !mayBeTitle(number) { continue }
      guard let (score, known) = titleScore(block, number, vocabulary, declared), score >= 2 else { continue }
      candidates.append((score, number, known))
    }
    guard let best = candidates.max(by: { $0.score < $1.score - 0.01 }) else { return }
    // A standfirst shares more words with the text than the headline above it.
    let above = candidates.first {
      $0.block < best.block && best.block - $0.block <= 10 && $0.known >= 0.4 && $0.score >= best.score - 1.2
    }
    let found = blocks[best.block].isHeading ? best : above ?? best
    blocks[found.block].role = .title
    title = (found.block, 0..<blocks[found.block].strand.count)
    if found.block == first, last >= first {
      first = blocks.indices[(first + 1)...].first { isCandidate(blocks[$0]) } ?? first
      if first == found.block { last = -1 }
    }
  }

  func mayBeTitle(_ number: Int) -> Bool {
    let block = blocks[number]
    guard block.measure.words <= 22, !startsWithQuote(block), last > first else { return false }
    if block.tokens.last?.key != "." { return true }
    return (1...3).contains {
      number + $0 < blocks.count
        && (isDateLine(blocks[number + $0]) != nil || BylineReader(blocks[number + $0]).line() != nil)
    }
  }

  func titleScore(_ block: Block, _ number: Int, _ vocabulary: Set<UInt64>, _ declared: Set<UInt64>?) -> (
    score: Double, known: Double
  )? {
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
    let around = max(0, number - 3)..<min(blocks.count, number + 4)
    if around.contains(where: { $0 != number && blocks[$0].likeness == block.likeness }) {
      score += 1
    }
    if number + 1 < blocks.count,
      isDateLine(blocks[number + 1]) != nil || BylineReader(blocks[number + 1]).line() != nil
    {
      score += 1
    }
    // Nearer to the text is likelier, menus stand far away.
    score -= min(1.5, 0.12 * Double(abs(first - number)))
    if number == 0, !block.isHeading { score += 0.3 }
    return (score, known)
  }

  func contentWords(_ numbers: some Sequence<Int>) -> Set<UInt64> {
    var words: Set<UInt64> = []
    for number in numbers where blocks[number].furniture == nil {
      addContentWords(blocks[number].tokens, atLeast: 4, to: &words)
    }
    return words
  }

  func contentWords(_ tokens: [Token], atLeast length: Int = 4) -> Set<UInt64> {
    var words = Set<UInt64>(minimumCapacity: tokens.count / 2)
    addContentWords(tokens, atLeast: length, to: &words)
    return words
  }

  /// Words of so many bytes and more, their possessive off, by their hashes: good enough to see what two texts share.
  func addContentWords(_ tokens: [Token], atLeast length: Int, to words: inout Set<UInt64>) {
    for token in tokens where token.kind == .word && token.range.count >= length {
      let key = token.key
      guard key.utf8.count >= length else { continue }
      words.insert(key.hasSuffix("'s") ? TextHash.of(String(key.dropLast(2))) : token.hash)
    }
  }

  // MARK: Byline, date lines

  /// A date has a number in it, be it in digits that are letters here, such as the Arabic ones.
  private func mayDate(_ block: Block) -> Bool {
    block.tokens.contains { $0.kind == .number || $0.kind == .word && block.strand.bytes[$0.range.lowerBound] >= 0xD8 }
  }

  /// A line that only dates the article.
  func isDateLine(_ block: Block) -> DateReader.Found? {
    guard block.measure.words <= 28, mayDate(block) else { return nil }
    let dates = DateReader(block.tokens).all()
    guard let chosen = dates.first else { return nil }
    var others = 0
    for (number, token) in block.tokens.enumerated() where token.kind == .word {
      if dates.contains(where: { $0.tokens.contains(number) }) || DateReader.lineWords.contains(token.key)
        || DateReader.zones[token.key] != nil || DateReader.stampWords.contains(token.key)
      {
        continue
      }
      others += 1
    }
    guard others == 0 else { return nil }
    // Of two dates, the one behind "published"; else the first.
    for date in dates.dropFirst() {
      let before = block.tokens[..<date.tokens.lowerBound].suffix(3).map(\.key)
      let chosenBefore = block.tokens[..<chosen.tokens.lowerBound].suffix(3).map(\.key)
      if before.contains(where: { $0.hasPrefix("publ") || $0 == "posted" }),
        !chosenBefore.contains(where: { $0.hasPrefix("publ") || $0 == "posted" })
      {
        return date
      }
    }
    return chosen
  }

  /// A line that dates the article in a way no date can be read from: "Posted: Fri 6:45 PM, Feb 16", "Updated an hour
  /// ago; first published 9:41 a.m.".
  func isStamp(_ block: Block) -> Bool {
    guard block.measure.words >= 2, block.measure.words <= 18, !block.isHeading, block.shape != .item,
      let first = block.tokens.first, DateReader.stampOpeners.contains(first.key)
    else { return false }
    return block.tokens.contains { $0.kind == .number || $0.key == "ago" || $0.key == "today" || $0.key == "yesterday" }
      && block.tokens.allSatisfy {
        $0.kind != .word || DateReader.lineWords.contains($0.key) || DateReader.months[$0.key] != nil
          || DateReader.weekdays.contains($0.key) || DateReader.zones[$0.key] != nil
          || DateReader.stampWords.contains($0.key)
      }
  }

  /// Where the text begins: behind a standfirst, when the byline or the date stands below it.
  func textStart(_ head: Int) -> Int {
    guard head >= 0, first > head, first < last else { return first }
    var number = first + 1
    var seen = false
    while number <= last, number - first <= 6, !isCandidate(blocks[number]) {
      if isDateLine(blocks[number]) != nil || BylineReader(blocks[number]).line()?.isMarked == true { seen = true }
      number += 1
    }
    return seen && number <= last ? number : first
  }

  mutating func markHead() {
    let head = title.map { $0.block } ?? -1
    let end = last < 0 ? blocks.count : textStart(head)
    // A byline glued to the first paragraph parts from it.
    if last >= 0, let found = BylineReader(blocks[first]).glued(), blocks[first].role == .unknown { part(first, found) }
    var sinceTitle = 0
    for number in blocks.indices {
      let block = blocks[number]
      let isNearHead = number <= end + 1 && number >= head - 4
      guard block.role == .unknown || block.furniture == .credit || block.furniture == .menu && block.measure.words <= 3
      else {
        continue
      }
      if number > head { sinceTitle += 1 }
      let mayHoldDate = isNearHead || number < 4 || number > last
      if mayHoldDate || block.measure.words <= 8, let found = isDateLine(block) {
        if mayHoldDate {
          blocks[number].role = .date
          dates.append((number, found))
        } else if block.measure.words <= 8, !block.measure.endsSentence {
          blocks[number].role = .furniture(.other)
        }
        continue
      }
      if isStamp(block) {
        blocks[number].role = isNearHead || number < 4 ? .date : .furniture(.other)
        continue
      }
      guard block.role == .unknown || block.furniture == .credit else { continue }
      let isHead = number > head && number <= end || number < head && head - number <= 3 || number == head + 1
      if isHead, number != first || last < 0, byline == nil, let found = BylineReader(block).line() {
        take(number, found)
      } else if isHead, number == head + 1, byline == nil, number < end,
        let found = BylineReader(block).unmarkedLine()
      {
        take(number, found)
      } else if isHead, byline == nil, number > head, number < end, number - head <= 4,
        let found = BylineReader(block).deskLine()
      {
        take(number, found)
      } else if isHead, byline == nil, number > head, number < end, let name = agencyLine(block),
        number == 0 || blocks[number - 1].furniture != .caption || name.count < block.strand.count
      {
        take(number, BylineReader.Found(name: name, outlet: nil, end: block.strand.count, isMarked: true))
      } else if isNearHead, byline == nil, number > head, number < end, let found = loneName(number) {
        take(number, found)
      }
    }
    if byline == nil { takeLateByline() }
  }

  /// An agency on its own line, or one with a date behind it.
  func agencyLine(_ block: Block) -> Range<Int>? {
    guard block.measure.words <= 14 else { return nil }
    let end = DateReader(block.tokens).all().first?.tokens.lowerBound ?? block.tokens.count
    let head = Array(block.tokens[..<end])
    guard let agency = Agencies.known.all(in: head).first, head.filter(\.isWord).count <= 3,
      head.indices.allSatisfy({ agency.tokens.contains($0) || head[$0].kind == .mark })
    else { return nil }
    return head[agency.tokens.lowerBound].range.lowerBound..<head[agency.tokens.upperBound - 1].range.upperBound
  }

  /// How many names a line is made of, and nothing else: "Jane Doe", "Jane Doe and John Roe".
  private func namesAlone(_ tokens: [Token]) -> Int? {
    var count = 0
    var at = 0
    while at < tokens.count {
      guard let name = NameWords.person(tokens, at), count == 0 || name.count >= 2 else { return nil }
      count += 1
      at = name.upperBound
      if at == tokens.count {
        return count == 1 || tokens.contains { ["and", "&", ","].contains($0.key) } ? count : nil
      }
      guard count < 4, ["and", "&", ","].contains(tokens[at].key) else { return nil }
      at += tokens[at].key == "," && at + 1 < tokens.count && tokens[at + 1].key == "and" ? 2 : 1
    }
    return nil
  }

  /// A name on its own line that a date line or an office stands beside, or that a note on its author takes up.
  func loneName(_ number: Int) -> BylineReader.Found? {
    let block = blocks[number]
    guard block.measure.words >= 2, !block.measure.endsSentence, let count = namesAlone(block.tokens),
      block.measure.words <= 4 * count, !block.measure.isAllUpper || block.measure.words <= 2 * count + 1,
      !block.tokens.contains(where: { NameWords.institutional.contains($0.key) || $0.kind == .number })
    else { return nil }
    let isDated = [number - 1, number + 1].contains { blocks.indices.contains($0) && isDateLine(blocks[$0]) != nil }
    let key = block.key
    let isNoted = blocks[(number + 1)...].contains {
      ($0.key + " ").hasPrefix(key + " ") && AuthorNote.isNote($0, author: block.text)
    }
    let hasOffice =
      number + 1 < blocks.count && blocks[number + 1].measure.words <= 5 && !blocks[number + 1].words.isEmpty
      && blocks[number + 1].tokens.allSatisfy { NameWords.offices.contains($0.key) || $0.kind == .mark }
      && blocks[number + 1].tokens.contains {
        ["writer", "reporter", "correspondent", "editor", "journalist", "columnist", "contributor"].contains($0.key)
      }
    if isNoted || hasOffice {
      return BylineReader.Found(name: 0..<block.strand.count, outlet: nil, end: block.strand.count, isMarked: false)
    }
    // The same words elsewhere in furniture are the site's name.
    let isSite = isSiteName(number)
    guard isDated, !isSite else { return nil }
    return BylineReader.Found(name: 0..<block.strand.count, outlet: nil, end: block.strand.count, isMarked: false)
  }

  /// A marked byline behind the text: "By Jane Doe" as last line of a wire copy.
  mutating func takeLateByline() {
    guard last >= 0 else { return }
    for number in (last + 1)..<max(last + 1, min(blocks.count, last + 3))
    where blocks[number].role == .unknown && blocks[number].measure.words <= 6 {
      if let found = BylineReader(blocks[number]).line(), found.isMarked { take(number, found); return }
    }
  }

  mutating func take(_ number: Int, _ found: BylineReader.Found) {
    byline = (number, found.name)
    if let outlet = found.outlet { bylineOutlet = (number, outlet) }
    blocks[number].role = .byline
    // The office below a name is part of its byline.
    if number + 1 < blocks.count, blocks[number + 1].role == .unknown, blocks[number + 1].measure.words <= 4,
      !blocks[number + 1].words.isEmpty,
      blocks[number + 1].words.allSatisfy({ NameWords.offices.contains(blocks[number + 1].tokens[$0].key) })
    {
      blocks[number + 1].role = .byline
    }
    if let date = DateReader(blocks[number].tokens).all().first { dates.append((number, date)) }
  }

  /// Splits a block at the end of a byline.
  mutating func part(_ number: Int, _ found: BylineReader.Found) {
    guard byline == nil, let head = blocks[number].part(0..<found.end),
      let rest = blocks[number].part(found.end..<blocks[number].strand.count)
    else { return }
    blocks.replaceSubrange(number...number, with: [head, rest])
    blocks[number].role = .byline
    byline = (number, found.name)
    if let outlet = found.outlet { bylineOutlet = (number, outlet) }
    headings = Set(headings.map { $0 > number ? $0 + 1 : $0 })
    first = number + 1
    if last >= number { last += 1 }
  }
}
