/// Decides where a passage's sentences end.
struct SentenceRules {
  /// In words and marks: no later rule meets a sentence of a million.
  static let longestSentence = 400

  /// The sentences of the lexemes of one passage, as ranges of lexemes that together make up `range`.
  func sentences(_ lexemes: [Lexeme], _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      var end = at + 1
      if lexemes[at].mark.endsSentence {
        // More stops, closing marks and brackets belong to the sentence they close.
        while end < range.upperBound {
          let next = lexemes[end]
          let closes =
            next.mark.endsSentence || next.mark == .closeQuote || next.mark == .closeParenthesis
            || (next.mark == .straightQuote || next.mark == .straightSingle || next.mark == .closeSingle)
              && !next.shape.contains(.spaced)
          guard closes else { break }
          end += 1
        }
        if end < range.upperBound, ends(lexemes, at, end, range), !isListNumber(lexemes, start, at, end) {
          found.append(start..<end)
          start = end
        }
      } else if lexemes[at].shape.contains(.dotted), end < range.upperBound, beginsSentence(lexemes[end]) {
        found.append(start..<end)
        start = end
      } else if at + 1 - start >= Self.longestSentence {
        found.append(start..<end)
        start = end
      }
      at = end
    }
    if start < range.upperBound { found.append(start..<range.upperBound) }
    return found
  }

  /// Whether the stop at `at` ends a sentence that would be followed by the lexeme `next`.
  private func ends(_ lexemes: [Lexeme], _ at: Int, _ next: Int, _ range: Range<Int>) -> Bool {
    let following = lexemes[next]
    let stop = lexemes[at]
    let isWide = stop.range.count > 1 && stop.mark != .ellipsis  // 。 and the like need no space
    guard following.shape.contains(.spaced) || isWide || runsOn(lexemes, at, next, range) else { return false }
    // What the sentence would begin with, past opening marks.
    var first = next
    while first + 1 < range.upperBound, lexemes[first].mark.isQuote || lexemes[first].mark == .openParenthesis {
      first += 1
    }
    let opener = lexemes[first]
    if opener.kind == .word, !opener.isCapital, let letter = opener.key.utf8.first, letter < 0x80 {
      // "Really?" he asked. - and stops after abbreviations we do not know. Letters without case may begin one.
      return stop.mark != .ellipsis && letter >= 0x30 && letter <= 0x39
    }
    if opener.mark == .comma || opener.mark == .semicolon { return false }
    let closed = next > at + 1
    if closed, stop.mark != .stop, tagFollows(lexemes, first, range) { return false }
    if stop.mark == .stop, at > range.lowerBound, !stop.shape.contains(.spaced) {
      let before = lexemes[at - 1]
      if before.kind == .word, !closed || before.word.contains(.leads) {
        // "Main St. It is long"
        if before.key == "st", at - 2 >= range.lowerBound, lexemes[at - 2].isCapital { return beginsSentence(opener) }
        if before.word.contains(.leads), before.isCapital { return false }
        if before.isCapital, before.range.count == 1, before.key != "i" { return false }  // an initial
        // "fig. 3", "approx. 5"
        if Self.beforeNumbers.contains(before.key), opener.kind == .number { return false }
        if before.word.contains(.abbreviation) {
          if before.key == "no" || before.key == "nos" { return opener.kind != .number }
          if before.word.contains(.month), before.isCapital { return opener.kind != .number }
          if before.isCapital, before.word.contains(.abbreviation) {
            return beginsSentence(opener) || lexemes[next].mark.isQuote
          }
        }
      }
    }
    return true
  }

  private static let beforeNumbers: WordSet = [
    "fig", "figs", "approx", "ca", "v", "vs", "p", "pp", "vol", "ch", "art", "sec", "max", "min", "avg", "est", "ext",
    "op",
    "tel", "c", "nr", "para", "cl",
  ]

  /// "1. The first": the number is of what follows.
  private func isListNumber(_ lexemes: [Lexeme], _ start: Int, _ at: Int, _ next: Int) -> Bool {
    at == start + 1 && lexemes[start].kind == .number && lexemes[start].key.count <= 2 && lexemes[at].mark == .stop
      && next == at + 1 && lexemes[next].kind == .word
  }

  /// "the end.It ran on": a space was lost where a page's lines were joined.
  private func runsOn(_ lexemes: [Lexeme], _ at: Int, _ next: Int, _ range: Range<Int>) -> Bool {
    guard next == at + 1, lexemes[at].mark != .ellipsis, at > range.lowerBound, !lexemes[at].shape.contains(.spaced)
    else {
      return false
    }
    let (before, after) = (lexemes[at - 1], lexemes[next])
    return before.kind == .word && !before.isCapital && before.key.count > 1 && after.kind == .word && after.isCapital
      && after.key.count > 1 && !after.shape.contains(.allCapitals)
  }

  /// A capitalised word that is no name: after "U.S." or "Inc." only such a one begins a sentence.
  private func beginsSentence(_ lexeme: Lexeme) -> Bool {
    lexeme.isCapital && !lexeme.word.isDisjoint(with: [.commonOpener, .determiner, .pronoun, .adverb, .auxiliary])
      && lexeme.word.isDisjoint(with: [.title, .place, .demonym, .month])
  }

  /// "…!" Smith said: a name of up to three words and a verb of speech.
  private func tagFollows(_ lexemes: [Lexeme], _ first: Int, _ range: Range<Int>) -> Bool {
    var at = first
    while at < min(range.upperBound, first + 4), lexemes[at].isCapital, lexemes[at].word.isDisjoint(with: .commonOpener)
    {
      at += 1
    }
    return at > first && at < range.upperBound && !lexemes[at].word.isDisjoint(with: [.says, .tells])
      && !lexemes[at].isCapital
  }
}
