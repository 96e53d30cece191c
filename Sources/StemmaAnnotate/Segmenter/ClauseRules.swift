/// Cuts an English sentence into clauses that carry about one claim each.
///
/// A cut stands before a word that opens a new proposition, where both sides are long enough to be one. Lists of
/// nouns stay
/// whole, because a cut before "and" needs a verb on both sides.
struct ClauseRules {
  private static let shortestClauseWords = 4
  /// How far a rule looks for the verb of the clause it would open.
  private static let lookAhead = 12

  func clauses(_ lexemes: [Lexeme], _ sentence: Range<Int>) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = sentence.lowerBound
    var wordsBefore = 0
    var hasVerb = false
    for at in sentence {
      if at > start, let least = cutBefore(lexemes, at, start, sentence, hasVerb), wordsBefore >= least.before,
        wordsAfter(lexemes, at, sentence) >= least.after
      {
        // An opening quotation mark goes with the words it opens.
        let cut = lexemes[at - 1].mark.isQuote && !lexemes[at].shape.contains(.spaced) && at - 1 > start ? at - 1 : at
        clauses.append(start..<cut)
        start = cut
        wordsBefore = 0
        hasVerb = isParticiple(lexemes, at, sentence)
      }
      if lexemes[at].kind != .mark { wordsBefore += 1 }
      if isVerb(lexemes, at, sentence) { hasVerb = true }
    }
    clauses.append(start..<sentence.upperBound)
    return clauses
  }

  /// How many words the two sides of a cut need.
  private struct Least {
    var before: Int
    var after: Int

    init(_ words: Int) { (before, after) = (words, words) }
    init(before: Int, after: Int) { (self.before, self.after) = (before, after) }
  }

  /// What a cut before `at` would need, or nil where none may be.
  private func cutBefore(_ lexemes: [Lexeme], _ at: Int, _ start: Int, _ sentence: Range<Int>, _ hasVerb: Bool)
    -> Least?
  {
    let word = lexemes[at]
    let before = lexemes[at - 1]
    if word.kind == .mark { return nil }
    let short = Least(Self.shortestClauseWords)
    // The mark before it, past an opening quotation mark.
    let mark = before.mark.isQuote && at - 2 >= sentence.lowerBound ? lexemes[at - 2].mark : before.mark
    let afterComma = mark == .comma
    if mark == .semicolon || mark == .colon || mark == .dash { return short }
    let next = at + 1 < sentence.upperBound ? lexemes[at + 1] : nil
    switch word.key {
    case "according", "contrary": return Least(2)
    case "which", "who", "where", "whom", "whose":
      return afterComma ? Least(before: 2, after: 3) : word.key == "where" ? short : nil
    case "although", "though", "while", "whereas", "despite", "because", "unless", "amid", "following":
      return afterComma || hasVerb ? short : nil
    case "after", "as", "when", "until", "since", "before", "if":
      guard afterComma || hasVerb, let next else { return nil }
      // "and 20 injured | when a bus overturned"
      if word.key == "when", verbFollows(lexemes, at + 1, sentence) { return Least(before: 3, after: 4) }
      if before.word.contains(.adverb), !afterComma { return nil }
      if word.key == "as", before.key == "well" || before.key == "such" || next.key == "well" { return nil }
      return verbFollows(lexemes, at + 1, sentence) || afterComma ? short : Least(before: 6, after: 6)
    case "particularly", "especially", "including", "with", "without": return afterComma ? short : nil
    case "of": return afterComma && (next?.key == "which" || next?.key == "whom") ? Least(3) : nil
    case "such": return afterComma && next?.key == "as" ? short : nil
    case "and", "but", "nor", "yet", "or":
      if opensDescription(lexemes, at + 1, sentence) || closesList(lexemes, at, start, sentence) { return short }
      guard hasVerb else { return nil }
      if afterComma {
        return verbFollows(lexemes, at + 1, sentence, beforeComma: word.key != "but") ? Least(before: 4, after: 3) : nil
      }
      guard word.key != "or" else { return nil }
      var first = at + 1
      while first < sentence.upperBound, lexemes[first].word.contains(.adverb) || lexemes[first].mark.isQuote {
        first += 1
      }
      guard first < sentence.upperBound else { return nil }
      if isVerb(lexemes, first, sentence) || isBareVerb(lexemes, first) { return short }
      // "the bomb fell and it burned"
      let opens = lexemes[first].word
      if opens.contains(.pronoun) || opens.contains(.number) || lexemes[first].kind == .number
        || lexemes[first].key == "that"
      {
        return verbFollows(lexemes, first, sentence) ? short : nil
      }
      return word.key == "but" && verbFollows(lexemes, first, sentence) ? short : nil
    case "all", "many", "some", "most", "none", "both", "one", "two", "several":
      // ", many of whom walked"
      if afterComma, next?.key == "of", at + 2 < sentence.upperBound, ["whom", "which"].contains(lexemes[at + 2].key) {
        return Least(3)
      }
    default: break
    }
    guard afterComma else {
      // "Tom Ash, spokesman of the harbour, said | nothing had been lost": only behind a long tag.
      let isTag =
        before.kind == .word && before.word.contains(.says)
        || before.key == "that" && at - 2 >= start && lexemes[at - 2].word.contains(.says)
      // "the harbour in the northern state | was closed": a noun, whatever else it can be.
      return isTag && !word.word.contains(.preposition) && word.key != "that" && hasVerb
        && !isVerb(lexemes, at, sentence)
        ? Least(before: 6, after: 4) : nil
    }
    // ", growing even faster since" but not "hunting, fishing and farming".
    if isParticiple(lexemes, at, sentence) { return short }
    // ", the governor said": the tag is its own clause, however short.
    if tagFollows(lexemes, at, sentence) { return Least(2) }
    if word.word.contains(.adverb), isParticiple(lexemes, at + 1, sentence) { return short }
    // "The army, which has fought there, | has denied the claims"
    if isVerb(lexemes, at, sentence), start == sentence.lowerBound && hasVerb || opensRelative(lexemes[start]) {
      return Least(before: 4, after: 3)
    }
    if opensDescription(lexemes, at, sentence) || hasVerb && opensItem(lexemes, at, sentence) { return short }
    // ", an attack that provoked"
    if word.word.contains(.determiner), let next, !next.isCapital, at + 2 < sentence.upperBound,
      lexemes[at + 2].key == "that"
    {
      return short
    }
    // "two fell on a field, | one hit a school"
    if word.word.contains(.number), hasVerb, at + 2 < sentence.upperBound,
      isVerb(lexemes, at + 1, sentence) || isVerb(lexemes, at + 2, sentence) || lexemes[at + 1].word.contains(.verb)
    {
      return short
    }
    // "Despite the claim, | the countries have": a new subject and its verb.
    if !word.word.isDisjoint(with: [.determiner, .pronoun]) || word.isCapital {
      return !hasVerb && verbFollows(lexemes, at + 1, sentence, beforeComma: true) ? short : nil
    }
    return nil
  }

  private func opensRelative(_ word: Lexeme) -> Bool {
    ["which", "who", "where", "whose", "whom"].contains(word.key) || word.key.hasSuffix("ed")
      || word.key.hasSuffix("ing")
      || word.word.contains(.determiner)
  }

  /// "a red boat drifting north", "a broken mast lodged in": a thing and what it does, in a row of such.
  private func opensDescription(_ lexemes: [Lexeme], _ at: Int, _ sentence: Range<Int>) -> Bool {
    guard at < sentence.upperBound, ["a", "an"].contains(lexemes[at].key) else { return false }
    for next in at + 2..<max(at + 2, min(sentence.upperBound - 1, at + 5)) {
      let word = lexemes[next]
      if word.kind == .mark || !word.word.isDisjoint(with: [.preposition, .auxiliary, .conjunction]) { return false }
      if word.key.utf8.count > 5, word.key.hasSuffix("ing") || word.key.hasSuffix("ed") {
        return !isVerbless(lexemes[next + 1])
      }
    }
    return false
  }

  /// ", the roof of the school torn off and a boat …": a long item of a row of things, between a comma and "and".
  private func opensItem(_ lexemes: [Lexeme], _ at: Int, _ sentence: Range<Int>) -> Bool {
    guard startsItem(lexemes, at, sentence) else { return false }
    var words = 0
    for next in at..<min(sentence.upperBound - 1, at + Self.lookAhead * 2) {
      if lexemes[next].kind == .mark || lexemes[next].word.contains(.conjunction) {
        let isJoint =
          lexemes[next].key == "and" && startsItem(lexemes, next + 1, sentence)
          || lexemes[next].mark == .comma
            && (startsItem(lexemes, next + 1, sentence)
              || lexemes[next + 1].key == "and" && startsItem(lexemes, next + 2, sentence))
        // "mud and broken glass"
        if lexemes[next].kind == .word, !isJoint {
          words += 1
          continue
        }
        return isJoint && words >= Self.shortestClauseWords
      }
      if !lexemes[next].word.isDisjoint(with: [.auxiliary, .subordinator, .says]) { return false }
      words += 1
    }
    return false
  }

  /// The last item of such a row: the clause before it is one.
  private func closesList(_ lexemes: [Lexeme], _ at: Int, _ start: Int, _ sentence: Range<Int>) -> Bool {
    start > sentence.lowerBound && lexemes[start - 1].mark == .comma && startsItem(lexemes, start, sentence)
      && startsItem(lexemes, at + 1, sentence)
      && !(start..<at).contains { !lexemes[$0].word.isDisjoint(with: [.auxiliary, .subordinator, .says]) }
  }

  private func startsItem(_ lexemes: [Lexeme], _ at: Int, _ sentence: Range<Int>) -> Bool {
    guard at + 1 < sentence.upperBound else { return false }
    let word = lexemes[at]
    return (["a", "an", "the", "another"].contains(word.key) || word.word.contains(.number) || word.kind == .number)
      && lexemes[at + 1].kind == .word && !lexemes[at + 1].isCapital
  }

  private func isVerbless(_ word: Lexeme) -> Bool { word.kind == .mark }

  private func wordsAfter(_ lexemes: [Lexeme], _ at: Int, _ sentence: Range<Int>) -> Int {
    var words = 0
    for next in at..<min(sentence.upperBound, at + Self.lookAhead) where lexemes[next].kind != .mark { words += 1 }
    return words
  }

  private func verbFollows(_ lexemes: [Lexeme], _ at: Int, _ sentence: Range<Int>, beforeComma: Bool = false) -> Bool {
    for next in at..<max(at, min(sentence.upperBound, at + Self.lookAhead)) {
      if beforeComma, lexemes[next].mark == .comma { return false }
      if isVerb(lexemes, next, sentence) { return true }
    }
    return false
  }

  private func tagFollows(_ lexemes: [Lexeme], _ at: Int, _ sentence: Range<Int>) -> Bool {
    for next in at..<min(sentence.upperBound, at + 6) {
      let word = lexemes[next].word
      if lexemes[next].mark != .none { return false }
      if !word.isDisjoint(with: [.says, .tells]), !word.contains(.weakSpeech), !lexemes[next].isCapital {
        let end = next + 1
        guard next > at || end < sentence.upperBound else { return false }
        // What follows must be the end, a comma, or the speaker: else it is a clause of its own.
        return true
      }
    }
    return false
  }

  /// A verb form that can stand as the head of a clause.
  private func isVerb(_ lexemes: [Lexeme], _ at: Int, _ sentence: Range<Int>) -> Bool {
    let word = lexemes[at]
    guard word.kind == .word, !word.isCapital else { return false }
    if word.word.contains(.weakSpeech) {
      return at > sentence.lowerBound && lexemes[at - 1].word.isDisjoint(with: [.determiner, .adjective, .preposition])
        && !lexemes[at - 1].shape.contains(.possessive)
    }
    if !word.word.isDisjoint(with: .finite) {
      return !word.word.contains(.speechParticiple)
        && !(at > sentence.lowerBound
          && (lexemes[at - 1].word.contains(.determiner) && lexemes[at - 1].word.isDisjoint(with: .pronoun)
            || lexemes[at - 1].shape.contains(.possessive))
          && !word.word.contains(.auxiliary))
    }
    guard word.key.hasSuffix("ed"), word.key.utf8.count > 4, at > sentence.lowerBound else { return false }
    return lexemes[at - 1].word.isDisjoint(with: [.determiner, .adjective, .preposition])
  }

  /// "and strengthen": a bare verb, by its ending or from the list.
  private func isBareVerb(_ lexemes: [Lexeme], _ at: Int) -> Bool {
    let word = lexemes[at]
    guard word.kind == .word, !word.isCapital, at + 1 < lexemes.count else { return false }
    if [
      "enhance", "raise", "increase", "reduce", "push", "promote", "strengthen", "ensure", "improve", "secure", "seek",
      "protect", "prevent",
    ].contains(word.key) {
      return true
    }
    let ending = word.key.utf8.count > 5
    return ending && (word.key.hasSuffix("ize") || word.key.hasSuffix("ise") || word.key.hasSuffix("ify"))
      && !lexemes[at + 1].word.isDisjoint(with: [.determiner, .adjective])
  }

  private func isParticiple(_ lexemes: [Lexeme], _ at: Int, _ sentence: Range<Int>) -> Bool {
    guard at + 1 < sentence.upperBound else { return false }
    let word = lexemes[at]
    guard word.kind == .word, !word.isCapital, word.key.utf8.count > 4 else { return false }
    let next = lexemes[at + 1]
    if word.key.hasSuffix("ing") {
      return next.mark != .comma && next.key != "and" && word.word.isDisjoint(with: .preposition)
    }
    return word.key.hasSuffix("ed") && (next.word.contains(.preposition) || next.kind == .number)
  }
}
