import StemmaModel

/// Where a name begins and ends: runs of capitalised words.
extension NameRecognizer {
  func collect(_ text: SegmentedText, _ sentence: Sentence, _ inside: Set<WordKey>, _ runs: inout [Run]) {
    let isHeadline = isHeadline(text, sentence)
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
    if word.word.contains(.pronoun), !word.shape.contains(.allCapitals) { return false }
    let known: WordClass = [.title, .demonym, .place, .agency, .firstName, .courtesy]
    if isHeadline { return inside.contains(word.key) || !word.word.isDisjoint(with: [.place, .agency, .courtesy]) }
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
    if word.word.contains(.commonOpener) { return inside.contains(word.key) && text.isCapital(at + 1) }
    if inside.contains(word.key) || word.shape.contains(.allCapitals) { return true }
    // "Jonathan Hutson, a spokesman": two capitals in a row at the start of a sentence.
    if text.isCapital(at + 1), text.word(at + 1).isDisjoint(with: [.weekday, .month, .demonym]) { return true }
    return !word.word.isDisjoint(with: .bodyNoun)
      ? false
      : speechFollows(text, at + 1)
        || word.word.isEmpty && (Self.deeds.contains(text.key(at + 1)) || text.word(at + 1).contains(.speaksOf))
  }

  static let compounds: WordSet = [
    "based", "led", "backed", "born", "run", "style", "made", "held", "controlled", "area", "can", "or",
  ]
  static let deeds: WordSet = [
    "thanked", "met", "visited", "arrived", "travelled", "traveled", "signed", "resigned", "joined", "attended",
    "voted", "won", "appeared",
    "spoke", "flew", "left", "returned", "hosted", "invited", "chaired", "succeeded", "promised", "ordered",
  ]

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
      if word.mark == .stop, !word.shape.contains(.spaced), at + 1 < limit, text.isCapital(at + 1) {
        // "Mr. Roe", "Jane A. Roe"
        let isInitial = before.range.count == 1 && before.isCapital
        guard isInitial || before.word.contains(.leads) else { break }
        at += 1
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
        guard next < limit, text.isCapital(next), !isTitle else { break }
        at = next + 1
        continue
      }
      if word.word.contains(.particle), at + 1 < limit, text.isCapital(at + 1), !word.word.contains(.preposition) {
        at += 2
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
