import StemmaModel

/// What a figure measures, in the words of the report, and of when it is.
extension FigureRecognizer {
  /// What is measured, in the report's words.
  func measured(
    _ text: SegmentedText, _ from: Int, _ upper: Int, _ quantity: Draft.Quantity, _ clause: Range<Int>
  ) -> String {
    let clause = min(clause.lowerBound, from)..<max(clause.upperBound, upper)
    if let noun = quantity.noun {
      // The noun and what is said of it: "bombs were dropped", "farmers from the lake villages".
      var end = noun.upperBound
      while end < clause.upperBound, end - noun.lowerBound < Self.longestQuantityWords, text.isWord(end),
        !text.word(end).contains(.subordinator) || text.word(end).contains(.preposition),
        !text.word(end).contains(.conjunction)
      { end += 1 }
      while end > noun.upperBound,
        !text.word(end - 1).isDisjoint(with: [.determiner, .preposition, .conjunction, .adverb, .auxiliary])
      { end -= 1 }
      // "dropped four bombs": the verb stands before.
      if end == noun.upperBound, from > clause.lowerBound, text.isWord(from - 1),
        text.lexemes[from - 1].key.hasSuffix("ed") || text.word(from - 1).contains(.verb)
      {
        return text.words(noun) + " " + text.words(from - 1..<from)
      }
      return text.words(noun.lowerBound..<end)
    }
    if quantity.kind == .count {
      // "two landed inside the camp"
      var end = upper
      while end < clause.upperBound, end - upper < 5, text.isWord(end), !text.word(end).contains(.conjunction) {
        end += 1
      }
      while end > upper, !text.word(end - 1).isDisjoint(with: [.determiner, .preposition]) { end -= 1 }
      let tail = end > upper ? " " + text.words(upper..<end) : ""
      return quantity.unit + tail
    }
    // "an increase of more than 40%": the noun before "of" or "by".
    if from - 2 >= clause.lowerBound, text.key(from - 1) == "of" {
      var start = from - 2
      while start > clause.lowerBound, from - start < 6, text.isWord(start - 1),
        text.word(start - 1).isDisjoint(with: [.determiner, .preposition, .conjunction, .auxiliary]),
        !text.lexemes[start - 1].word.contains(.speechParticiple), !text.key(start - 1).hasSuffix("ing")
      { start -= 1 }
      return text.words(start..<from - 1)
    }
    // "25% of voters"
    if text.key(upper) == "of", upper + 1 < clause.upperBound {
      var end = upper + 1
      while end < clause.upperBound, end - upper < 6, text.isWord(end),
        text.word(end).isDisjoint(with: [.auxiliary, .verb, .conjunction, .says])
      { end += 1 }
      let start = text.word(upper + 1).contains(.determiner) ? upper + 2 : upper + 1
      if end > start { return text.words(start..<end) }
    }
    // "10 miles south of the border"
    if Units.lengths.contains(quantity.unit), upper < clause.upperBound, text.isWord(upper) {
      var end = upper
      while end < clause.upperBound, end - upper < 6, text.isWord(end) { end += 1 }
      while end > upper, !text.word(end - 1).isDisjoint(with: [.determiner, .preposition, .conjunction]) { end -= 1 }
      if end > upper { return text.words(upper..<end) }
    }
    // "the $325m package"
    if upper < clause.upperBound, from > clause.lowerBound, text.word(from - 1).contains(.determiner),
      text.isWord(upper),
      text.word(upper).isDisjoint(with: .function), !text.isCapital(upper)
    {
      var end = upper + 1
      while end < clause.upperBound, end - upper < 4, text.isWord(end), text.word(end).isDisjoint(with: .function),
        !isVerb(text, end)
      { end += 1 }
      return text.words(upper..<end)
    }
    // The subject of the clause, with its verb.
    var start = clause.lowerBound
    // Skip the tag of a reported clause: "Roe said exports had…"
    var at = start
    while at < from {
      if !text.word(at).isDisjoint(with: [.says]), !text.isCapital(at), text.word(at).isDisjoint(with: .weakSpeech) {
        start = at + 1
      }
      at += 1
    }
    // Past "In the first quarter,".
    if text.word(start).contains(.preposition) || text.word(start).contains(.subordinator),
      let comma = (start..<from).first(where: { text.mark($0) == .comma })
    {
      start = comma + 1
    }
    while start < from,
      !text.isWord(start)
        || !text.word(start).isDisjoint(with: [
          .determiner, .conjunction, .subordinator, .preposition, .weekday, .timeWord, .pronoun,
        ])
    { start += 1 }
    var end = start
    while end < from, end - start < Self.longestQuantityWords, text.isWord(end),
      text.word(end).isDisjoint(with: [.auxiliary, .adverb])
    { end += 1 }
    while end > start, text.word(end - 1).contains(.preposition) { end -= 1 }
    if end > start { return text.words(start..<end) }
    return quantity.unit
  }

  /// A verb that ends a noun phrase.
  private func isVerb(_ text: SegmentedText, _ at: Int) -> Bool {
    let word = text.lexemes[at]
    if word.isCapital || word.word.contains(.adjective) { return false }
    if !word.word.isDisjoint(with: .finite), word.word.isDisjoint(with: .weakSpeech) { return true }
    guard word.key.hasSuffix("ed"), word.key.utf8.count > 4 else { return false }
    return !(text.isWord(at + 1) && Nouns.isPlural(text.key(at + 1)) && text.word(at + 1).isDisjoint(with: .function))
  }

  func period(_ text: SegmentedText, _ times: ArraySlice<Draft.Time>, _ clause: Range<Int>, _ upper: Int) -> String? {
    let own = times.filter { $0.isPeriod && clause.contains($0.lexemes.lowerBound) }
    let best = own.min { abs($0.lexemes.lowerBound - upper) < abs($1.lexemes.lowerBound - upper) }
    if let best { return text.string(best.range) }
    if text.key(upper) == "year-on-year" { return "year-on-year" }
    return nil
  }
}
