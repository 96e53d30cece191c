import StemmaModel

/// Person, body or place: by the words of a name, and by what the report says of it.
extension NameRecognizer {
  func isBody(_ text: SegmentedText, _ name: Range<Int>) -> Bool {
    guard name.count > 1 else { return false }
    return name.contains { text.lexemes[$0].word.contains(.bodyNoun) && text.lexemes[$0].isCapital }
  }

  /// Letters that are no body's.
  private static let letters: WordSet = [
    "bc", "ad", "bce", "ce", "dna", "rna", "tv", "vat", "gdp", "hiv", "aids", "ceo", "cfo", "cto", "pm", "am", "phd",
    "ai",
    "it", "pc", "dvd", "cd", "gps", "suv", "ipo", "mba", "bmi", "adhd", "sms", "pdf", "diy", "faq", "vip", "mp", "mvp",
    "dj",
    "ok", "gmt", "utc", "est", "edt", "pst", "usd", "eur", "gbp", "id", "er", "hr", "pr", "uv", "atm", "cctv", "cpr",
    "ptsd",
    "lgbt", "lgbtq", "covid", "covid-19", "sars", "mers", "flu", "icu", "i", "ii", "iii", "iv", "vi", "vii", "viii",
    "ix",
    "xi", "xii", "xiv", "xv", "xvi", "xx", "xxi", "4x4", "3d", "2d", "4g", "5g", "wifi",
  ]

  private static let parties: WordSet = [
    "democrats", "republicans", "tories", "conservatives", "labour", "liberals", "greens", "congress", "senate",
    "parliament", "pentagon", "bundestag", "duma", "knesset", "vatican", "nato", "opec", "unesco", "unicef", "interpol",
    "europol", "hamas", "hezbollah", "taliban",
  ]

  func kind(_ text: SegmentedText, _ name: Range<Int>) -> Entity.Kind? {
    let last = text.lexemes[name.upperBound - 1]
    let first = text.lexemes[name.lowerBound]
    if name.contains(where: { text.lexemes[$0].word.contains(.agency) && text.lexemes[$0].isCapital }) {
      return .organization
    }
    if isBody(text, name) || name.count == 1 && Self.parties.contains(first.key) { return .organization }
    // "Whitney Houston"
    if isGiven(first), name.count == 2, last.isCapital, last.word.isDisjoint(with: .placeNoun) { return .person }
    if name.contains(where: { text.lexemes[$0].word.contains(.place) }) {
      return name.count <= 2 || last.word.contains(.placeNoun) ? .place : .other
    }
    if last.word.contains(.placeNoun), name.count > 1 { return .place }
    let next = text.lexemes.indices.contains(name.upperBound) ? text.lexemes[name.upperBound] : nil
    if let next, next.word.contains(.placeNoun), !next.isCapital { return .place }
    if first.word.contains(.firstName), name.count > 1, name.count <= 4 { return .person }
    if first.shape.contains(.allCapitals), name.count == 1 {
      return Self.letters.contains(first.key) ? .other : .organization
    }
    if let next, next.word.contains(.bodyNoun), !next.isCapital { return .organization }
    // Of a single word the whole report has a say: "in Northport", "shares in Orbit".
    return name.count > 1 && ["in", "near", "at"].contains(text.key(name.lowerBound - 1)) ? .place : nil
  }

  /// What a report says of a name can tell that it is no person: "the operator, Oleva Lines", "Oleva Lines, which",
  /// "Oleva Lines said in a statement", "shares in Oleva Lines", "the Gazette".
  func tellBodies(_ runs: [Run], _ entityOf: [Int], _ text: SegmentedText, _ book: inout EntityBook) {
    for (at, run) in runs.enumerated() where entityOf[at] >= 0 && !run.isHeadline {
      let entity = entityOf[at]
      guard book.entities[entity].kind == .other || book.entities[entity].kind == .person,
        book.entities[entity].title == nil, book.entities[entity].gender == nil,
        text.lexemes[run.name.lowerBound].word.isDisjoint(with: .firstName)
      else { continue }
      let end = run.name.upperBound
      let before = run.name.lowerBound - 1
      let isIntroduced =
        text.mark(before) == .comma && text.mark(end) == .comma && isBodyPhrase(text, before - 1)
        || isBodyWord(text, before) && text.isWord(before) && text.word(before - 1).contains(.determiner)
      let isExplained =
        text.mark(end) == .comma && text.word(end + 1).contains(.determiner)
        && (end + 2..<end + 6).contains { isBodyWord(text, $0) && !text.isCapital($0) && text.mark($0 + 1) != .none }
      let isThing = text.mark(end) == .comma && text.key(end + 1) == "which"
      let speaksInPaper =
        !text.word(end).isDisjoint(with: .says) && text.key(end + 1) == "in" && text.key(end + 2) == "a"
        && ["statement", "filing", "release", "communique", "communiqué"].contains(text.key(end + 3))
        && run.name.count > 1
      let isOwned = ["in", "of"].contains(text.key(before)) && text.key(before - 1) == "shares"
      if isIntroduced || isExplained || isThing || speaksInPaper || isOwned {
        book.entities[entity].kind = .organization
      }
      let told = text.key(before) == "the" ? before - 1 : before
      let isTold = text.word(told).contains(.tells) && text.isWord(told)
      if isTold, run.name.count == 1, book.entities[entity].kind == .other {
        book.entities[entity].kind = .organization
      }
    }
  }

  /// Names of a single word that no list knows: by all that is said of them.
  func tellKinds(_ runs: [Run], _ entityOf: [Int], _ text: SegmentedText, _ book: inout EntityBook) {
    var evidence: [Int: NameEvidence] = [:]
    for (run, entity) in zip(runs, entityOf) where entity >= 0 && !run.isHeadline {
      guard book.entities[entity].kind == .other, run.name.count == 1,
        text.lexemes[run.name.lowerBound].word.subtracting([.firstName, .male, .female]).isEmpty
      else { continue }
      let acts = actsAlone(text, run.name.lowerBound)
      evidence[entity, default: NameEvidence()].add(text, run.name, acts: acts)
    }
    for (entity, evidence) in evidence { book.entities[entity].kind = evidence.kind ?? .other }
  }

  func isBodyWord(_ text: SegmentedText, _ at: Int) -> Bool {
    !text.word(at).isDisjoint(with: [.bodyRole, .bodyNoun])
  }

  /// "The operator", and not "the head of the operator".
  func isBodyPhrase(_ text: SegmentedText, _ head: Int) -> Bool {
    guard isBodyWord(text, head) else { return false }
    var at = head - 1
    while at > head - 4, text.isWord(at), text.word(at).isDisjoint(with: [.determiner, .preposition]) { at -= 1 }
    return text.word(at).contains(.determiner) && !text.word(at - 1).contains(.preposition)
  }

  /// A first name, and no place as well: "Paris", "Virginia".
  private func isGiven(_ word: Lexeme) -> Bool { word.word.contains(.firstName) && !word.word.contains(.place) }

  func isPerson(_ text: SegmentedText, _ run: Run, _ isVouched: Bool) -> Bool {
    if run.name.contains(where: { !text.lexemes[$0].word.isDisjoint(with: [.bodyNoun, .placeNoun, .demonym, .place]) })
    {
      return false
    }
    if isVouched || text.lexemes[run.name.lowerBound].word.contains(.firstName) { return true }
    let end = run.name.upperBound
    if text.mark(end) == .comma,
      text.key(end + 1) == "who"
        || text.lexemes.indices.contains(end + 2)
          && text.lexemes[end + 1].kind == .number && text.mark(end + 2) == .comma
    {
      return true
    }
    return speechFollows(text, end) || speechFollows(text, run.name.lowerBound - 1)
  }
}
