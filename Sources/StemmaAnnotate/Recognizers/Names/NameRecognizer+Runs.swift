import StemmaModel

/// Where a name begins and ends: runs of capitalised words.
extension NameRecognizer {
  func collect(
    _ text: SegmentedText, _ sentence: Sentence, _ isHeadline: Bool, _ inside: Set<WordKey>, _ runs: inout [Run]
  ) {
    var at = sentence.lexemes.lowerBound
    while at < sentence.lexemes.upperBound {
      guard begins(text, at, sentence, inside, isHeadline) else {
        at += 1
        continue
      }
      let end = self.end(text, at, sentence, isHeadline, inside)
      runs.append(contentsOf: cut(text, at..<end, sentence, isHeadline))
      at = end
    }
  }

  func begins(
    _ text: SegmentedText, _ at: Int, _ sentence: Sentence, _ inside: Set<WordKey>, _ isHeadline: Bool
  ) -> Bool {
    let word = text.lexemes[at]
    guard word.kind == .word, word.isCapital, word.word.isDisjoint(with: [.weekday]), word.key != "i" else {
      return false
    }
    if word.word.contains(.month) { return false }
    // "Oslo-based" is no name.
    if word.shape.contains(.hyphenated), let last = word.key.parts.last, Self.compounds.contains(last) {
      return false
    }
    // "(R-Utah)", "D-Va.": a seat, no name of its own.
    if word.shape.contains(.hyphenated), word.key.utf8.count > 2, word.key.utf8[word.key.utf8.startIndex + 1] == 0x2D,
      ["d", "r", "i"].contains(word.key.prefix(1)), text.mark(at - 1) == .openParenthesis || text.mark(at - 1) == .comma
    {
      return false
    }
    if word.word.contains(.pronoun), !word.shape.contains(.allCapitals) { return false }
    let known: WordClass = [.title, .demonym, .place, .agency, .firstName, .courtesy]
    if isHeadline { return inside.contains(word.key) || !word.word.isDisjoint(with: [.place, .agency, .courtesy]) }
    // "von der Leyen": a capital at the start of a sentence, or behind one.
    if word.word.contains(.particle), afterParticles(text, at) > at { return true }
    let isFirst = at == sentence.lexemes.lowerBound || text.mark(at - 1).isQuote || text.mark(at - 1) == .colon
    guard isFirst else {
      return word.word.isDisjoint(with: [.determiner, .conjunction]) || word.shape.contains(.allCapitals)
    }
    if !word.word.isDisjoint(with: [
      .determiner, .preposition, .conjunction, .subordinator, .auxiliary, .adverb, .number,
    ]) {
      return false
    }
    if !word.word.isDisjoint(with: known) || word.shape.contains(.possessive) || word.shape.contains(.dotted) {
      return true
    }
    // "J. R. R. Tolkien"
    if word.range.count == 1, text.mark(at + 1) == .stop, text.isCapital(at + 2), !text.isSpaced(at + 1) { return true }
    if word.word.contains(.commonOpener) { return inside.contains(word.key) && text.isCapital(at + 1) }
    if inside.contains(word.key) || word.shape.contains(.allCapitals) { return true }
    // "Jonathan Hutson, a spokesman": two capitals in a row at the start of a sentence.
    if afterParticles(text, at + 1) > at + 1 { return true }
    if text.isCapital(at + 1), text.word(at + 1).isDisjoint(with: [.weekday, .month, .demonym]) { return true }
    return !word.word.isDisjoint(with: .bodyNoun)
      ? false
      : speechFollows(text, at + 1)
        || word.word.isEmpty && (Self.deeds.contains(text.key(at + 1)) || text.word(at + 1).contains(.speaksOf))
  }

  static let compounds: WordSet = [
    "based", "led", "backed", "born", "run", "style", "made", "held", "controlled", "area", "can", "or",
  ]
  /// What a secretary, chief or speaker is of, where no more than that stands before the name.
  static let offices: WordSet = [
    "state", "staff", "defense", "defence", "war", "education", "health", "justice", "energy", "labor", "labour",
    "commerce", "finance", "police", "operations", "intelligence", "agriculture", "transportation", "transport",
    "security",
  ]
  static let suffixes: WordSet = ["jr", "sr", "ii", "iii", "iv"]
  static let deeds: WordSet = [
    "thanked", "met", "visited", "arrived", "travelled", "traveled", "signed", "resigned", "joined", "attended",
    "voted", "won", "appeared",
    "spoke", "flew", "left", "returned", "hosted", "invited", "chaired", "succeeded", "promised", "ordered",
  ]

  private func isNickname(_ text: SegmentedText, _ at: Int, _ limit: Int) -> Bool {
    text.mark(at).isQuote && text.isSpaced(at) && at + 3 < limit && text.isCapital(at + 1) && !text.isSpaced(at + 1)
      && text.mark(at + 2).isQuote && !text.isSpaced(at + 2) && text.isCapital(at + 3) && text.isSpaced(at + 3)
  }

  /// The capitalised word behind "von der", "bin", "de la"; the place itself where none follows.
  func afterParticles(_ text: SegmentedText, _ at: Int) -> Int {
    var next = at
    while next < at + 3, text.isWord(next), text.word(next).contains(.particle) { next += 1 }
    return next > at && text.isCapital(next) && text.isSpaced(next) ? next : at
  }

  /// Whether a name alone does what people do: it speaks, meets, resigns.
  func actsAlone(_ text: SegmentedText, _ at: Int) -> Bool {
    (Self.deeds.contains(text.key(at + 1)) || speechFollows(text, at + 1)) && !text.word(at - 1).contains(.preposition)
      || text.word(at - 1).contains(.says) && text.mark(at - 2).isQuote
  }

  func speechFollows(_ text: SegmentedText, _ at: Int) -> Bool {
    !text.word(at).isDisjoint(with: [.says, .tells]) && !text.isCapital(at) && !text.word(at).contains(.weakSpeech)
  }

  func end(
    _ text: SegmentedText, _ start: Int, _ sentence: Sentence, _ isHeadline: Bool, _ inside: Set<WordKey>
  ) -> Int {
    var at = start + 1
    let limit = min(sentence.lexemes.upperBound, start + Self.longestNameWords)
    while at < limit {
      let before = text.lexemes[at - 1]
      if before.shape.contains(.possessive) { break }
      let word = text.lexemes[at]
      if word.mark == .stop, !word.shape.contains(.spaced), at + 1 < limit,
        text.isCapital(at + 1) || isNickname(text, at + 1, limit)
      {
        // "Mr. Roe", "Jane A. Roe"
        let isInitial = before.range.count == 1 && before.isCapital
        guard isInitial || before.word.contains(.leads) else { break }
        at += 1
        continue
      }
      // "Robert C. “Bobby” Scott"
      if isNickname(text, at, limit), before.mark == .stop || before.word.contains(.firstName) || before.word.isEmpty {
        at += 4
        continue
      }
      // "People's" with the apostrophe behind: "the Workers' Party".
      if word.mark == .straightSingle || word.mark == .closeSingle, !word.shape.contains(.spaced),
        before.key.hasSuffix("s"), at + 1 < limit, text.isCapital(at + 1),
        text.lexemes[at + 1].shape.contains(.spaced),
        text.word(at + 1).contains(.bodyNoun) || text.word(at + 2).contains(.bodyNoun)
      {
        at += 1
        continue
      }
      guard word.kind == .word else { break }
      if word.isCapital {
        // "told Roe China would": the hearer, then what is said.
        if at == start + 1, word.word.contains(.place), text.word(start - 1).contains(.tells),
          before.word.isDisjoint(with: [.place, .placeNoun, .bodyNoun, .agency])
        {
          break
        }
        if !word.word.isDisjoint(with: [.weekday, .month]) && before.mark == .none && !word.word.contains(.firstName) {
          break
        }
        if isHeadline, !inside.contains(word.key), word.word.isDisjoint(with: [.place, .agency, .firstName, .title]) {
          break
        }
        if isHeadline, !word.word.isDisjoint(with: [.says, .tells, .speaksOf]), !word.word.contains(.title) { break }
        at += 1
        continue
      }
      // "Great Hall of the People", "Republic of Northland"
      if word.key == "of", !before.word.isDisjoint(with: [.bodyNoun, .placeNoun, .title]) || before.key == "hall" {
        let next = text.key(at + 1) == "the" ? at + 2 : at + 1
        let isTitle = before.word.contains(.title) && !before.word.contains(.bodyNoun)
        // "Secretary of State John Kerry"
        let isOffice = isTitle && Self.offices.contains(text.key(next)) && text.isCapital(next + 1)
        guard next < limit, text.isCapital(next), !isTitle || isOffice else { break }
        at = next + 1
        continue
      }
      if word.word.contains(.particle), !word.word.contains(.preposition) {
        let next = afterParticles(text, at)
        guard next > at, next < limit else { break }
        at = next + 1
        continue
      }
      // "Food and Drug Administration"
      if word.key == "and", before.word.isEmpty, at + 2 < limit, text.isCapital(at + 1), text.word(at + 1).isEmpty,
        text.isCapital(at + 2), text.word(at + 2).contains(.bodyNoun), !text.isCapital(at + 3)
      {
        at += 3
        continue
      }
      // "Karim al-Masri"
      if word.shape.contains(.hyphenated), word.key.hasPrefix("al-") || word.key.hasPrefix("el-") {
        at += 1
        continue
      }
      break
    }
    return at
  }
}
