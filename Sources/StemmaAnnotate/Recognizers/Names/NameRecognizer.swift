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
  /// More people of one surname, or more people with titles, than any report has: a bound on work.
  static let mostNamesakes = 64

  let lexicon: Lexicon

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  func recognize(in text: inout SegmentedText) -> EntityBook {
    var runs: [Run] = []
    let capitalInside = wordsCapitalisedInside(text)
    for sentence in text.sentences.indices {
      collect(text, text.sentences[sentence], capitalInside, &runs)
    }
    var book = enter(runs, text)
    book.index(lexemes: text.lexemes.count)
    addTitlesThatStandAlone(text, &book)
    book.index(lexemes: text.lexemes.count)
    for sentence in text.sentences {
      for at in sentence.lexemes where text.lexemes[at].kind == .word {
        let isInside = text.lexemes[at].isCapital && at > sentence.lexemes.lowerBound
        text.lexemes[at].isName = book.mentionOf[at] >= 0 || isInside && !isHeadline(text, sentence)
      }
    }
    return book
  }

  func wordsCapitalisedInside(_ text: SegmentedText) -> Set<WordKey> {
    var found: Set<WordKey> = []
    for sentence in text.sentences where !isHeadline(text, sentence) {
      for at in sentence.lexemes.dropFirst() where text.lexemes[at].isCapital && !text.lexemes[at - 1].mark.isQuote {
        found.insert(text.lexemes[at].key)
      }
    }
    return found
  }

  /// In headlines a capital says little.
  func isHeadline(_ text: SegmentedText, _ sentence: Sentence) -> Bool {
    guard text.passages[sentence.passage].kind == .title || text.passages[sentence.passage].kind == .subheading else {
      return false
    }
    let words = sentence.lexemes.filter { text.lexemes[$0].kind == .word && text.lexemes[$0].key.utf8.count > 3 }
    return words.count { text.lexemes[$0].isCapital } * 2 > words.count
  }
}
