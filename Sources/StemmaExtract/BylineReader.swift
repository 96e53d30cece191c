import StemmaModel

/// Reads who wrote an article from a line, or from the start of a first paragraph.
struct BylineReader {
  struct Found {
    /// The name or names, in the block's reading text, without "By".
    var name: Range<Int>
    /// The outlet it is written for.
    var outlet: Range<Int>?
    /// The whole byline; what stands behind it is text or a date.
    var end: Int
    /// Said to be a byline, not only looking like one.
    var isMarked: Bool
  }

  private static let openers: [[String]] = [
    ["by"], ["written", "by"], ["reported", "by"], ["posted", "by"], ["published", "by"], ["author"], ["authors"],
    ["story", "by"], ["text", "by"], ["report", "by"],
    ["words", "by"], ["article", "by"], ["submitted", "by"], ["por"], ["par"], ["von"], ["door"], ["di"], ["autor"],
    ["auteur"], ["автор"], ["byline"], ["reporter"], ["correspondent"],
  ]

  private let block: Block

  init(_ block: Block) {
    self.block = block
  }

  /// A line that is a byline and, at most, a date.
  func line() -> Found? {
    let tokens = block.tokens
    guard block.measure.words <= 24, let start = opening() else { return nil }
    guard let found = names(from: start) else { return nil }
    // What follows a name on its line: a place, an office, an outlet, a date; not the rest of a sentence.
    let rest = found.endToken..<tokens.count
    guard isTail(rest) else { return nil }
    return found.byline(in: block, outlet: outlet(after: found.endToken), end: block.strand.count, isMarked: true)
  }

  /// A name and an office, or a name and a place, on a line of their own: "Jane Doe, Staff Writer", "Jane Doe in Juba".
  func unmarkedLine() -> Found? {
    let tokens = block.tokens
    guard block.measure.words <= 10, !block.measure.endsSentence, let name = NameWords.person(tokens, 0),
      name.count >= 2
    else { return nil }
    let rest = Array(tokens[name.upperBound...])
    guard !rest.isEmpty, !tokens[name].contains(where: { NameWords.institutional.contains($0.key) }) else { return nil }
    let words = rest.filter(\.isWord)
    let isOffice =
      [",", "|", "-", "–", "—", "/", "·", "("].contains(rest[0].key)
      && words.contains { NameWords.offices.contains($0.key) && $0.key.utf8.count > 3 }
      && words.allSatisfy { NameWords.offices.contains($0.key) || $0.startsUpper }
    let isPlace =
      rest[0].key == "in" && words.count <= 4 && words.dropFirst().allSatisfy { $0.startsUpper || $0.key == "and" }
      && words.count > 1
    guard isOffice || isPlace else { return nil }
    let range = tokens[name.lowerBound].range.lowerBound..<tokens[name.upperBound - 1].range.upperBound
    return Found(name: range, outlet: nil, end: block.strand.count, isMarked: false)
  }

  /// A newsroom's own: "Times staff", "Web Desk", "Herald Staff Reporter", "Staff and agencies".
  func deskLine() -> Found? {
    let tokens = block.tokens
    guard tokens.count >= 2, tokens.count <= 7, tokens.allSatisfy(\.isWord), tokens[0].startsUpper else { return nil }
    let desk = tokens.lastIndex { Self.desks.contains($0.key) }
    guard let desk, tokens[(desk + 1)...].allSatisfy({ ["and", "agencies", "wires"].contains($0.key) }) else {
      return nil
    }
    let isKnown = tokens.allSatisfy {
      NameWords.institutional.contains($0.key) || NameWords.offices.contains($0.key) || Self.desks.contains($0.key)
        || Self.ours.contains($0.key)
    }
    let isNamed = tokens.contains { NameWords.institutional.contains($0.key) && !Self.desks.contains($0.key) }
    guard isKnown || isNamed && tokens[..<desk].allSatisfy(\.startsUpper) else { return nil }
    return Found(name: 0..<block.strand.count, outlet: nil, end: block.strand.count, isMarked: false)
  }

  private static let desks: Set<String> = [
    "staff", "desk", "newsroom", "reporter", "reporters", "correspondent", "correspondents", "writer", "writers",
    "team", "bureau", "agencies",
  ]
  private static let ours: Set<String> = ["our", "own", "special", "and", "the"]

  /// A byline that runs into the first paragraph: "By Jane Doe for Example Media. The first sentence …"
  func glued() -> Found? {
    let tokens = block.tokens
    guard block.measure.words > 12, let start = opening(only: ["by"]), let found = names(from: start) else {
      return nil
    }
    let outlet = outlet(after: found.endToken)
    var end = found.endToken
    if let outlet {
      while end < tokens.count, tokens[end].range.lowerBound < outlet.upperBound { end += 1 }
    }
    guard end < tokens.count, [".", "|", "—", "–", ":"].contains(tokens[end].key), end + 1 < tokens.count else {
      return nil
    }
    let next = tokens[end + 1]
    guard next.startsUpper || next.kind != .word, next.isSpaced, tokens.count - end > 8 else { return nil }
    return found.byline(in: block, outlet: outlet, end: tokens[end].range.upperBound, isMarked: true)
  }

  private struct Names {
    var first: Int
    var endToken: Int

    func byline(in block: Block, outlet: Range<Int>?, end: Int, isMarked: Bool) -> Found {
      let tokens = block.tokens
      return Found(
        name: tokens[first].range.lowerBound..<tokens[endToken - 1].range.upperBound, outlet: outlet, end: end,
        isMarked: isMarked)
    }
  }

  /// The token behind "By" and the like; marks before it do not count.
  private func opening(only: [String]? = nil) -> Int? {
    let tokens = block.tokens
    var at = 0
    while at < tokens.count, at < 3, tokens[at].kind == .mark { at += 1 }
    guard at < tokens.count else { return nil }
    for opener in only.map({ [$0] }) ?? Self.openers {
      guard at + opener.count < tokens.count, opener.indices.allSatisfy({ tokens[at + $0].key == opener[$0] }) else {
        continue
      }
      var next = at + opener.count
      let hasColon = tokens[next].key == ":" || tokens[next].key == "-" || tokens[next].key == "|"
      // Labels need their colon, and a foreign "by" a name behind it.
      if ["author", "authors", "autor", "auteur", "автор", "byline", "reporter", "correspondent"].contains(opener[0]),
        !hasColon
      {
        continue
      }
      if hasColon { next += 1 }
      if next < tokens.count, ["the", "our"].contains(tokens[next].key), next + 1 < tokens.count { next += 0 }
      return next < tokens.count ? next : nil
    }
    return nil
  }

  /// Names from `start`, joined by commas, "and" and "&".
  private func names(from start: Int) -> Names? {
    let tokens = block.tokens
    var at = start
    // "By our correspondent", "By a staff reporter": somebody, but nobody's name.
    if ["our", "a", "an"].contains(tokens[at].key) {
      var end = at + 1
      while end < tokens.count, end - at < 6, tokens[end].isWord,
        NameWords.offices.contains(tokens[end].key) || NameWords.institutional.contains(tokens[end].key)
      { end += 1 }
      return end > at + 1 && end == tokens.count ? Names(first: at, endToken: end) : nil
    }
    if tokens[at].key == "the", at + 1 < tokens.count, tokens[at + 1].startsUpper {
      guard let name = NameWords.person(tokens, at + 1) else { return nil }
      return Names(first: at, endToken: name.upperBound)
    }
    if let agency = Agencies.known.all(in: Array(tokens[at...].prefix(6))).first, agency.tokens.lowerBound == 0,
      !isPerson(at, agency)
    {
      at += agency.tokens.upperBound
    } else {
      guard let name = NameWords.person(tokens, at), tokens[name].count <= 10 else { return nil }
      at = name.upperBound
    }
    while at + 1 < tokens.count {
      var next = at
      if tokens[next].key == ",", tokens[next + 1].key == "and" || tokens[next + 1].key == "&" { next += 1 }
      guard [",", "and", "&", "y", "et", "und", "e"].contains(tokens[next].key),
        let name = NameWords.person(tokens, next + 1)
      else { break }
      // Behind a comma an office, an outlet, a month or a weekday can stand: they are no second author.
      let words = tokens[name].filter(\.isWord)
      if tokens[next].key == ",",
        words.count < 2
          || words.contains(where: { NameWords.offices.contains($0.key) || NameWords.institutional.contains($0.key) })
      {
        break
      }
      if words.contains(where: { DateReader.months[$0.key] != nil && words.count == 1 }) { break }
      at = name.upperBound
    }
    return Names(first: start, endToken: at)
  }

  /// Somebody whose first name an agency has too: "Ansa Wolde".
  private func isPerson(_ at: Int, _ agency: Agencies.Found) -> Bool {
    let tokens = block.tokens
    guard agency.tokens.count == 1, !tokens[at].isUpper, at + 1 < tokens.count else { return false }
    let next = tokens[at + 1]
    return next.isWord && next.startsUpper && !NameWords.institutional.contains(next.key)
      && !NameWords.offices.contains(next.key) && DateReader.months[next.key] == nil
      && !DateReader.weekdays.contains(next.key)
  }

  /// "for Example Media" behind the names, "of Example Media", "Example Media" behind a comma or bar.
  private func outlet(after token: Int) -> Range<Int>? {
    let tokens = block.tokens
    guard token + 1 < tokens.count else { return nil }
    guard ["for", "of", ",", "|", "@", "at", "–", "-", "—", "/"].contains(tokens[token].key) else { return nil }
    var first = token + 1
    if tokens[first].key == "the", first + 1 < tokens.count { first += 1 }
    guard let name = NameWords.person(tokens, first) else { return nil }
    let words = tokens[name].map(\.key)
    guard tokens[token].key == "for" || words.contains(where: { NameWords.institutional.contains($0) }),
      !words.contains(where: { NameWords.offices.contains($0) && $0 != "news" && $0 != "digital" })
    else { return nil }
    guard DateReader.months[words[0]] == nil, !DateReader.weekdays.contains(words[0]),
      Agencies.known.named(words.joined(separator: " ")) == nil
    else { return nil }
    let start = tokens[token + 1].key == "the" && tokens[token + 1].startsUpper ? token + 1 : first
    return tokens[start].range.lowerBound..<tokens[name.upperBound - 1].range.upperBound
  }

  /// Whether a byline may end in this: marks, places, offices, dates, outlets.
  private func isTail(_ range: Range<Int>) -> Bool {
    let tokens = block.tokens
    guard !range.isEmpty else { return true }
    let words = tokens[range].filter { $0.kind == .word }
    if words.isEmpty { return true }
    let first = tokens[range.lowerBound]
    let isJoined =
      first.kind == .mark
      || ["in", "for", "of", "at", "on", "from", "is", "updated", "published", "posted"].contains(first.key)
    guard isJoined, first.key != "." || block.measure.words < 12 else { return false }
    return words.allSatisfy {
      $0.startsUpper || NameWords.offices.contains($0.key) || NameWords.particles.contains($0.key)
        || DateReader.lineWords.contains($0.key)
        || DateReader.months[$0.key] != nil || DateReader.halves.contains($0.key)
        || ["for", "from", "with", "on", "at", "in", "and", "@"].contains($0.key)
        || DateReader.ordinals.contains($0.key)
    }
  }
}
