import StemmaModel

/// What repeats, what stands behind the article, and what is left between.
extension Layout {
  // MARK: Repeats

  mutating func markRepeats() {
    guard let title else { return markRepeatedLines() }
    let likeness = blocks[title.block].likeness
    let words = contentWords(blocks[title.block].tokens)
    for number in blocks.indices where number != title.block && blocks[number].role == .unknown {
      let block = blocks[number]
      if block.likeness == likeness {
        blocks[number].role = .furniture(.other)
        continue
      }
      // A slug: a long number, or the title's words without their marks, cut short perhaps.
      guard number <= first, abs(number - title.block) <= 6, !block.measure.endsSentence else { continue }
      let own = contentWords(block.tokens)
      guard !own.isEmpty else { continue }
      let shared = own.intersection(words).count
      let hasNumber = block.tokens.first?.kind == .number && block.tokens[0].range.count >= 6
      if shared * 10 >= own.count * 8, own.count >= 3,
        hasNumber || block.measure.words <= blocks[title.block].measure.words + 6
      {
        blocks[number].role = .furniture(.other)
      }
    }
    markRepeatedLines()
  }

  /// Lines that stand more than once: buttons, pull quotes, teasers. The first prose one stays.
  mutating func markRepeatedLines() {
    var seen: [UInt64: Int] = [:]
    for number in blocks.indices where blocks[number].role == .unknown {
      let key = blocks[number].likeness
      guard key != 0 else { blocks[number].role = .furniture(.other); continue }
      if let before = seen[key], blocks[number].measure.words >= (isStructured ? 8 : 3) {
        blocks[number].role = .furniture(.other)
        if !isProse(blocks[before]), blocks[number].measure.words < 6, before > last || number > last {
          blocks[before].role = .furniture(.other)
        }
      } else {
        seen[key] = number
      }
    }
  }

  // MARK: Behind the article

  /// What follows a heading such as "Related" or "About the author" belongs to it, as far as it goes.
  mutating func markTail() {
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
      // Where links are known, a box of related articles is made of them.
      if isStructured, block.linkShare < 0.5, open.kind != .authorBio, !(open.kind == .widget && open.isEnd) {
        opened = nil
        continue
      }
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
    if isStructured { markTeasers() }
    markEnd()
    markAuthorNotes()
    markCreditLines()
  }

  /// "###", "-ENDS-", "-30-": how press releases and agencies end. What follows is about the sender.
  mutating func markEnd() {
    func isEnd(_ block: Block) -> Bool {
      guard block.measure.words <= 2, !block.tokens.isEmpty else { return false }
      let marks = block.tokens.count { $0.kind == .mark }
      if block.words.isEmpty { return marks >= 3 && block.tokens.allSatisfy { $0.key == "#" } }
      let key = block.key
      return marks >= 2 && ["ends", "end", "30"].contains(key) || key == "ends" && block.tokens[0].isUpper
    }
    guard let end = blocks.indices.first(where: { $0 > first && isEnd(blocks[$0]) }) else { return }
    let before = blocks[..<end].count { $0.role == .unknown && isProse($0) }
    let after = blocks[(end + 1)...].count { $0.role == .unknown && isProse($0) }
    guard before >= 2, before > after else { return }
    for number in end..<blocks.count where blocks[number].role == .unknown { blocks[number].role = .furniture(.other) }
  }

  /// Other articles' headlines, each a link with the beginning of its text below, in a row behind the article.
  mutating func markTeasers() {
    func isLinked(_ number: Int) -> Bool {
      let block = blocks[number]
      return block.role == .unknown && block.linkShare > 0.8 && block.measure.words >= 3 && !block.measure.endsSentence
        || block.linkShare > 0.8 && (block.furniture == .related || block.furniture != nil && block.isHeading)
    }
    let links = blocks.indices.filter { isLinked($0) && $0 > first }
    // Runs of such links with one to four other blocks between.
    var run = (start: 0, end: 0, links: 0, prose: 0)
    var found: (start: Int, end: Int)?
    for number in links {
      let prose =
        run.links == 0 || number - run.end > 5
        ? 2 : (run.end..<number).count { blocks[$0].role == .unknown && isProse(blocks[$0]) }
      if prose > 1 { run = (number, number, 0, 0) }
      run.end = number
      run.links += 1
      if prose == 1 { run.prose += 1 }
      if run.links >= 4, run.prose >= 3, run.prose * 2 >= run.links - 1 { found = (run.start, run.end) }
    }
    guard let (start, end) = found else { return }
    let article = contentWords(
      blocks.indices.filter { $0 < start && (blocks[$0].role == .unknown || $0 == title?.block) })
    let prose = ((start + 1)..<min(blocks.count, end + 4)).filter { blocks[$0].role == .unknown && isProse(blocks[$0]) }
    let strange = prose.count { number in
      let own = contentWords(blocks[number].tokens, atLeast: 5)
      return own.count { article.contains($0) } * 3 < own.count
    }
    let before = blocks[..<start].count { $0.role == .unknown && isProse($0) }
    // Either they speak of other things, or a long stretch of furniture parts them from the article.
    let gap = blocks[..<start].reversed().prefix { $0.furniture != nil }.count
    guard before >= 3, strange * 10 >= prose.count * 7 || gap >= 10 else { return }
    for number in start..<min(blocks.count, end + 4) where blocks[number].role == .unknown {
      blocks[number].role = .furniture(.related)
    }
  }

  /// Whether a paragraph behind a box of related links goes on with the article: it shares the article's words.
  mutating func resumes(_ number: Int) -> Bool {
    let own = contentWords(blocks[number].tokens, atLeast: 5)
    guard own.count >= 4 else { return true }
    if spoken.end > number { spoken = (0, []) }
    for before in spoken.end..<number
    where blocks[before].role == .unknown && isProse(blocks[before]) || blocks[before].role == .title {
      addContentWords(blocks[before].tokens, atLeast: 4, to: &spoken.words)
    }
    spoken.end = number
    return own.count { spoken.words.contains($0) } * 4 >= own.count
  }

  /// "Jane Doe is a reporter at …" behind the text: who wrote it, not what happened.
  mutating func markAuthorNotes() {
    let prose = blocks.indices.filter { blocks[$0].role == .unknown && isProse(blocks[$0]) }
    guard prose.count >= 3 else { return }
    let end = prose[prose.count - 1]
    let late = blocks.indices.filter { $0 > end && blocks[$0].role == .unknown && !blocks[$0].isHeading }
    for number in prose.suffix(3) + late
    where AuthorNote.isNote(blocks[number], author: byline.map { blocks[$0.block].strand.string($0.range) }) {
      blocks[number].role = .furniture(.authorBio)
    }
  }

  /// Credit lines at the end: "— AFP", "(Reuters)", "Source: Xinhua".
  mutating func markCreditLines() {
    for number in blocks.indices
    where blocks[number].role == .unknown && blocks[number].measure.words <= 14 && !blocks[number].isHeading {
      let block = blocks[number]
      guard number > first || last < 0, let credit = PhotoCredit(block) ?? nil, credit.range.lowerBound == 0 else {
        if number > first, block.tokens.first?.key == "*", block.measure.words <= 14,
          !Agencies.known.all(in: block.tokens).isEmpty, !block.measure.endsSentence
        {
          blocks[number].role = .furniture(.credit)
        }
        continue
      }
      let agencies = Agencies.known.all(in: block.tokens)
      let others = block.words.count { word in
        !agencies.contains { $0.tokens.contains(word) } && block.tokens[word].startsUpper
      }
      guard !agencies.isEmpty, others <= 2 * agencies.count else { continue }
      blocks[number].role = .furniture(.credit)
    }
    for number in blocks.indices
    where blocks[number].role == .unknown && number >= last && last >= 0 && blocks[number].measure.words <= 12 {
      if blocks[number].key(0) == "source" || blocks[number].key(0) == "sources", blocks[number].tokens.count > 1,
        blocks[number].tokens[1].key == ":"
      {
        blocks[number].role = .furniture(.credit)
      }
    }
  }

  // MARK: Between, behind and before

  mutating func markBetween() {
    guard last >= 0 else { return markShort() }
    for number in first...last where blocks[number].role == .unknown {
      let block = blocks[number]
      if isProse(block) || block.shape == .quote { blocks[number].role = .paragraph; continue }
      if block.isHeading { blocks[number].role = .subheading; continue }
      if block.shape == .item || block.shape == .code { blocks[number].role = .paragraph; continue }
      if block.measure.endsSentence || block.measure.endsOpen { blocks[number].role = .paragraph; continue }
      if isStructured, block.shape == .paragraph || block.linkShare < 0.5, block.linkShare < 0.8 {
        blocks[number].role = block.measure.words <= 14 ? .subheading : .paragraph
        continue
      }
      blocks[number].role =
        isInRun(number) ? .furniture(.related) : block.measure.words <= 14 ? .subheading : .paragraph
    }
    // A heading with nothing of the article below it is none.
    for number in first...last where blocks[number].role == .subheading && blocks[number].measure.words > 0 {
      let next = blocks[(number + 1)...].first {
        $0.role != .furniture(.caption) && $0.role != .furniture(.widget) && $0.role != .furniture(.banner)
      }
      if next == nil { blocks[number].role = .furniture(.other) }
    }
  }

  /// Three lines and more in a row without an end mark: a list of links whose links were lost.
  func isInRun(_ number: Int) -> Bool {
    func isLoose(_ at: Int) -> Bool {
      guard blocks.indices.contains(at), !blocks[at].isHeading,
        blocks[at].shape == .line || blocks[at].shape == .paragraph
      else { return false }
      let block = blocks[at]
      // Where links are known, lines without any are no links.
      if isStructured, block.furniture == nil, block.linkShare < 0.5 { return false }
      if let kind = block.furniture { return kind == .related && block.measure.words >= 3 }
      return !isProse(block) && !block.measure.endsSentence && !block.measure.endsOpen
    }
    var start = number
    while start > first, number - start < 2, isLoose(start - 1) { start -= 1 }
    var end = number
    while end < last, end - start < 2, isLoose(end + 1) { end += 1 }
    return end - start >= 2
  }

  /// A page without a paragraph: what is neither furniture nor head is its text, where it has an end mark.
  mutating func markShort() {
    let head = title?.block ?? -1
    for number in blocks.indices where blocks[number].role == .unknown && number > head {
      if blocks[number].measure.endsSentence, blocks[number].measure.words >= 3 { blocks[number].role = .paragraph }
    }
    first = blocks.firstIndex { $0.role == .paragraph } ?? blocks.count
    last = blocks.lastIndex { $0.role == .paragraph } ?? -1
  }

  mutating func markBehind() {
    guard last >= 0, last + 1 < blocks.count else { return }
    var isContiguous = true
    for number in (last + 1)..<blocks.count {
      let block = blocks[number]
      guard block.role == .unknown else {
        let isBetween =
          block.shape == .rule || [.caption, .promo, .related, .widget, .banner].contains(block.furniture)
        isContiguous =
          isContiguous && isBetween
          && (!headings.contains(number) && number - last <= 5 || isStructured && block.outside != nil)
        continue
      }
      // Short sentences close many articles.
      if isContiguous, block.measure.endsSentence, block.measure.words >= 2, block.linkShare < 0.5, !block.isHeading {
        blocks[number].role = .paragraph
        last = number
        continue
      }
      if isContiguous, block.shape == .item, block.linkShare < 0.5, block.measure.words >= 5, number > 0,
        blocks[number - 1].isBody
      {
        blocks[number].role = .paragraph
        last = number
        continue
      }
      if isContiguous, isStructured, block.linkShare < 0.5, block.measure.words >= 1 {
        blocks[number].role = block.isHeading ? .subheading : .paragraph
        last = number
        continue
      }
      if isContiguous, isStructured, let role = listRole(number) {
        blocks[number].role = role
        last = number
        continue
      }
      isContiguous = false
      blocks[number].role = .furniture(behindKind(block))
    }
  }

  /// A long block without links that ends the article of an HTML page, such as a list of dates, and its heading.
  func listRole(_ number: Int) -> Block.Role? {
    func isList(_ at: Int) -> Bool {
      blocks.indices.contains(at) && blocks[at].role == .unknown && !blocks[at].isHeading
        && blocks[at].measure.words >= 25 && blocks[at].linkShare < 0.2 && blocks[at].shape != .line
    }
    if isList(number) { return .paragraph }
    return blocks[number].measure.words <= 14 && isList(number + 1) ? .subheading : nil
  }

  func behindKind(_ block: Block) -> Report.Furniture.Kind {
    let measure = block.measure
    let isHash = block.tokens.first?.key == "#"
    if isHash || measure.commas >= 1 && !measure.endsSentence && measure.words <= (measure.commas + 1) * 4 {
      return .tags
    }
    if measure.words >= 4 { return .related }
    return measure.words <= 3 ? .menu : .other
  }

  mutating func markBeforeTitle() {
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
        // Far above the text nobody asks whose name it is.
        blocks[number].role = .furniture(first - number <= 60 && isSiteName(number) ? .banner : .other)
      }
    }
  }

  /// Whether furniture says these words too.
  func isSiteName(_ number: Int) -> Bool {
    guard let word = blocks[number].words.first else { return false }
    let first = blocks[number].tokens[word].key
    return blocks.indices.contains {
      $0 != number && blocks[$0].furniture != nil && holds($0, number, from: first)
    }
  }

  /// Whether a block has another's words in a row.
  private func holds(_ number: Int, _ other: Int, from first: String) -> Bool {
    let words = blocks[number].words
    let wanted = blocks[other].words
    guard words.count >= wanted.count else { return false }
    return (0...(words.count - wanted.count)).contains { start in
      blocks[number].tokens[words[start]].key == first
        && wanted.indices.allSatisfy {
          blocks[number].tokens[words[start + $0]].key == blocks[other].tokens[wanted[$0]].key
        }
    }
  }
}
