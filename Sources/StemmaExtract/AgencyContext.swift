import StemmaModel

/// Says what the name of an agency means in running text, by the words around it.
struct AgencyContext {
  private static let tellings: Set<String> = ["told", "tells", "telling", "informed", "assured"]
  private static let speaking: Set<String> = [
    "interview", "interviewed", "speaking", "spoke", "talking", "talked", "statement", "comments", "remarks", "email",
    "e-mail", "statements",
  ]
  private static let reporting: Set<String> = [
    "reported", "reports", "report", "reporting", "said", "says", "wrote", "writes", "quoted", "cited", "cites",
    "citing", "quoting", "carried", "published", "announced", "added", "noted", "claimed", "stated", "confirmed",
    "counted", "learned", "learnt", "understands", "saw", "heard",
  ]
  private static let people: Set<String> = [
    "correspondent", "correspondents", "reporter", "reporters", "journalist", "journalists", "witness", "witnesses",
    "photographer", "photographers", "team", "crew", "stringer", "dispatch", "report", "reports", "readout", "tally",
    "count", "poll", "survey", "story", "article", "analysis", "investigation", "interview", "calculations",
    "calculation",
  ]
  private static let intros: Set<String> = [
    "according", "citing", "quoting", "cited", "quoted", "reported", "seen", "obtained", "reviewed", "published",
    "released", "carried", "per", "via", "selon", "según", "laut", "secondo", "segundo", "volgens", "cita", "citant",
  ]
  /// "Agency" in other languages: between "to" and a name it makes the name one that was told something.
  private static let nouns: Set<String> = [
    "agencia", "agence", "agenzia", "agência", "agentur", "nachrichtenagentur", "presseagentur", "persbureau", "agency",
  ]
  private static let between: Set<String> = [
    "the", "a", "an", "news", "agency", "state", "official", "wire", "service", "state-run", "run", "state's", "-", "'",
    "\"", "chinese", "russian", "turkish", "iranian", "french", "german", "spanish", "italian", "japanese", "indian",
    "north", "south", "korean", "syrian", "media", "newswire", "international", "country's", "domestic", "owned",
    "backed", "semi", "government", "kremlin", "also", "later", "agencia", "agence", "agenzia", "agência",
    "nachrichtenagentur", "presseagentur", "persbureau", "de", "la", "noticias", "presse", "der", "het", "l", "oficial",
    "estatal",
  ]

  private let block: Block

  init(_ block: Block) {
    self.block = block
  }

  /// The kind and the stretch that shows it; nil where an agency is only spoken of.
  func kind(of agency: Agencies.Found, isLast: Bool) -> (Report.Credit.Kind, Range<Int>)? {
    let tokens = block.tokens
    // What leads to the name, small words and adjectives skipped.
    var before = agency.tokens.lowerBound - 1
    while before >= 0, agency.tokens.lowerBound - before <= 7, Self.between.contains(tokens[before].key) { before -= 1 }
    let lead = before >= 0 ? tokens[before].key : ""
    let leadBefore = before > 0 ? tokens[before - 1].key : ""
    // What follows it.
    var after = agency.tokens.upperBound
    while after < tokens.count, after - agency.tokens.upperBound <= 4,
      ["news", "agency", "wire", "service", "'s", "'"].contains(tokens[after].key)
    { after += 1 }
    let hasNoun = after > agency.tokens.upperBound
    let next = after < tokens.count ? tokens[after].key : ""
    let isPossessive = tokens[agency.tokens.upperBound - 1].key.hasSuffix("'s")
    func upTo(_ end: Int) -> Range<Int> { max(0, before)..<min(tokens.count, end) }
    func named(_ end: Int) -> Range<Int> {
      var start = agency.tokens.lowerBound
      while start > 0, start > before + 1,
        ["the", "a", "an", "news", "agency", "state", "official"].contains(tokens[start - 1].key)
      { start -= 1 }
      return start..<min(tokens.count, end)
    }

    if lead == "à" { return (.told, upTo(after)) }
    if agency.tokens.lowerBound > 0, Self.nouns.contains(tokens[agency.tokens.lowerBound - 1].key),
      tokens[agency.tokens.lowerBound - 1].key != "agency"
    {
      let isTold = tokens[max(0, agency.tokens.lowerBound - 4)..<agency.tokens.lowerBound].contains {
        ["a", "à", "alla", "all", "gegenüber", "à"].contains($0.key)
      }
      return (isTold ? .told : .cited, named(after))
    }
    if Self.tellings.contains(lead) { return (.told, upTo(after)) }
    if lead == "to" || lead == "with" || lead == "by" || lead == "from" {
      let earlier = tokens[max(0, before - 5)..<max(0, before)].map(\.key)
      if lead == "to" || lead == "with", earlier.contains(where: { Self.speaking.contains($0) }) {
        return (.told, upTo(after))
      }
      if lead == "to", leadBefore == "according" { return (.cited, (before - 1)..<min(tokens.count, after)) }
      if lead == "by",
        earlier.suffix(3).contains(where: {
          Self.intros.contains($0) || Self.speaking.contains($0) || Self.reporting.contains($0)
        })
      {
        return (.cited, max(0, before - 1)..<min(tokens.count, after))
      }
      if lead == "by", next == "" || next == ".", let first = tokens.first,
        ["additional", "reporting"].contains(first.key)
      {
        return (.creditLine, 0..<tokens.count)
      }
    }
    if isClosing(agency, isLast: isLast) {
      return (
        .creditLine, agency.tokens.lowerBound > 0 ? (agency.tokens.lowerBound - 1)..<tokens.count : 0..<tokens.count
      )
    }
    if next == "contributed" || lead == "with" && leadBefore == "" && block.measure.words <= 12 {
      return (.creditLine, 0..<tokens.count)
    }
    guard !agency.isAmbiguous || hasNoun else { return nil }
    if Self.intros.contains(lead) { return (.cited, upTo(after)) }
    if Self.people.contains(next) { return (.cited, named(after + 1)) }
    if Self.reporting.contains(next) { return (.cited, named(after + 1)) }
    // "…, Reuters has reported", "Reuters quoted".
    if ["has", "have", "had", "also", "later", "earlier", "on", "that"].contains(next),
      tokens[after...].prefix(4).contains(where: { Self.reporting.contains($0.key) && $0.key != "report" })
    {
      return (.cited, named(after))
    }
    if isPossessive { return (.cited, named(after)) }
    if hasNoun { return (.cited, named(after)) }
    if lead == "readout" || next == "readout" || lead == "told" { return (.cited, named(after)) }
    // "state news agency TASS": the adjectives before it are the cue.
    if agency.tokens.lowerBound - before > 2, before < agency.tokens.lowerBound - 1,
      tokens[agency.tokens.lowerBound - 1].key == "agency" || tokens[agency.tokens.lowerBound - 1].key == "service"
    {
      return (.cited, named(after))
    }
    if Self.reporting.contains(lead), before == agency.tokens.lowerBound - 1 { return (.cited, upTo(after)) }
    return nil
  }

  /// "… — AFP", "… (Reuters)" and "… AFP/Reuters" as the last words of the text.
  private func isClosing(_ agency: Agencies.Found, isLast: Bool) -> Bool {
    let tokens = block.tokens
    guard agency.tokens.lowerBound > 0 else { return isLast && block.measure.words <= 3 }
    let before = tokens[agency.tokens.lowerBound - 1].key
    let rest = tokens[agency.tokens.upperBound...]
    guard rest.count <= 6, ["—", "–", "-", "(", "[", "/", "|", "©"].contains(before) else { return false }
    guard rest.allSatisfy({ $0.kind == .mark || $0.isWord && $0.startsUpper || $0.key == "dpa" }) else { return false }
    guard before != "-" || tokens[agency.tokens.lowerBound - 1].isSpaced else { return false }
    if before == "(" || before == "[" { return isLast && agency.tokens.lowerBound > 2 }
    return isLast || before == "—" || before == "–"
  }

  /// Capitalised names behind "told": agencies perhaps that no table knows.
  func unknownTold() -> [(name: String, tokens: Range<Int>)] {
    let tokens = block.tokens
    return tokens.indices.dropLast().compactMap { at in
      guard Self.tellings.contains(tokens[at].key), let name = NameWords.person(tokens, at + 1) else { return nil }
      return (
        block.strand.string(tokens[name.lowerBound].range.lowerBound..<tokens[name.upperBound - 1].range.upperBound),
        at..<name.upperBound
      )
    }
  }
}
