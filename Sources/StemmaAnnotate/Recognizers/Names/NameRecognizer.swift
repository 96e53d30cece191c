import StemmaModel

/// Finds names by their capitals, tells people from bodies and places by what stands around, and joins a surname,
/// a first
/// name or a title to the fuller form the report has.
struct NameRecognizer {
  /// A run of capitalised words, cut into a title and a name.
  struct Run {
    var title: Range<Int>
    var name: Range<Int>
    var titleWords: String?
    var titleKeys: [WordKey] = []
    var kind: Entity.Kind?
    var gender: EntityBook.Gender?
    var isHeadline: Bool
  }

  static let longestNameWords = 10
  static let longestTitleWords = 8
  private static let longestHeadline = 30
  /// More people of one surname, or more people with titles, than any report has: a bound on work.
  static let mostNamesakes = 64

  let lexicon: Lexicon

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  func recognize(in text: inout SegmentedText) -> EntityBook {
    var runs: [Run] = []
    let isHeadline = text.sentences.map { self.isHeadline(text, $0) }
    let capitalInside = wordsCapitalisedInside(text, isHeadline)
    for (sentence, isHeadline) in zip(text.sentences, isHeadline) {
      collect(text, sentence, isHeadline, capitalInside, &runs)
    }
    var joiner = NameJoiner(text, lexicon, runs)
    var book = joiner.book
    tellBodies(runs, joiner.entityOf, text, &book)
    tellKinds(runs, joiner.entityOf, text, &book)
    joiner.book = book
    for entity in book.entities.indices where book.entities[entity].kind == .person { joiner.tellGender(entity) }
    book = joiner.book
    for (run, entity) in zip(runs, joiner.entityOf) where entity >= 0 {
      if run.isHeadline, book.entities[entity].kind == .other { continue }
      book.mentions.append(EntityBook.Mention(lexemes: run.name, entity: entity, from: run.title.lowerBound))
    }
    book.index(lexemes: text.lexemes.count)
    addTitlesThatStandAlone(text, &book)
    book.index(lexemes: text.lexemes.count)
    for (sentence, isHeadline) in zip(text.sentences, isHeadline) {
      for at in sentence.lexemes where text.lexemes[at].kind == .word {
        let isInside = text.lexemes[at].isCapital && at > sentence.lexemes.lowerBound
        text.lexemes[at].isName = book.mentionOf[at] >= 0 || isInside && !isHeadline
      }
    }
    return book
  }

  private func wordsCapitalisedInside(_ text: SegmentedText, _ isHeadline: [Bool]) -> Set<WordKey> {
    var found: Set<WordKey> = []
    for (sentence, isHeadline) in zip(text.sentences, isHeadline) where !isHeadline {
      for at in sentence.lexemes.dropFirst() where text.lexemes[at].isCapital && !text.lexemes[at - 1].mark.isQuote {
        found.insert(text.lexemes[at].key)
      }
    }
    return found
  }

  /// In headlines a capital says little: in those that are declared, and in paragraphs that are set like one.
  private func isHeadline(_ text: SegmentedText, _ sentence: Sentence) -> Bool {
    let kind = text.passages[sentence.passage].kind
    let isDeclared = kind == .title || kind == .subheading
    guard
      isDeclared
        || sentence.lexemes.count <= Self.longestHeadline
          && !text.lexemes[sentence.lexemes.upperBound - 1].mark.endsSentence
    else { return false }
    var words = 0
    var capitals = 0
    var all = 0
    // Capitals on words that are no names: "Over", "Says".
    var odd = 0
    for at in sentence.lexemes {
      let word = text.lexemes[at]
      guard word.kind == .word, word.key.count > 3 else { continue }
      words += 1
      guard word.isCapital else { continue }
      capitals += 1
      if word.shape.contains(.allCapitals) { all += 1 }
      if at > sentence.lexemes.lowerBound,
        !word.word.isDisjoint(with: [.preposition, .auxiliary, .says, .verb, .adverb, .pronoun]),
        word.word.isDisjoint(with: [.firstName, .month, .title, .place])
      {
        odd += 1
      }
    }
    if isDeclared { return capitals * 2 > words }
    return words > 3 && (all * 4 > words * 3 || odd > 0 && capitals * 10 >= words * 8)
  }
}
