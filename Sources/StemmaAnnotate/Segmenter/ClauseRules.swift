/// Cuts an English sentence into clauses that carry about one claim each.
///
/// A cut stands before a word that opens a new proposition, where both sides are long enough to be one. Lists of nouns stay
/// whole, because a cut before "and" needs a verb on both sides.
struct ClauseRules {
  private static let shortestClauseWords = 4
  /// How far a rule looks for the verb of the clause it would open.
  private static let lookAhead = 12

  func clauses(_ lexemes: [Lexeme], _ sentence: Range<Int>) -> [Range<Int>] {
    var cuts: [Int] = []
    var start = sentence.lowerBound
    var wordsBefore = 0
    var hasVerb = false
    for at in sentence {
      if at > start, let least = cutBefore(lexemes, at, sentence, hasVerb), wordsBefore >= least,
        wordsAfter(lexemes, at, sentence) >= least
      {
        cuts.append(at)
        start = at
        wordsBefore = 0
        hasVerb = false
      }
      if lexemes[at].kind != .mark { wordsBefore += 1 }
      if isVerb(lexemes, at, sentence) { hasVerb = true }
    }
    var clauses: [Range<Int>] = []
    var from = sentence.lowerBound
    for cut in cuts {
      clauses.append(from..<cut)
      from = cut
    }
    clauses.append(from..<sentence.upperBound)
    return clauses
  }

  /// How many words both sides of a cut before `at` need, or nil where none may be.
  private func cutBefore(_ lexemes: [Lexeme], _ at: Int, _ sentence: Range<Int>, _ hasVerb: Bool) -> Int? {
    let word = lexemes[at]
    let before = lexemes[at - 1]
    if word.kind == .mark {
      // A quotation that begins a new sentence after a colon or inside another.
      return nil
    }
    // The place after the mark, past opening quotation marks.
    let mark = before.mark.isQuote && at - 2 >= sentence.lowerBound ? lexemes[at - 2].mark : before.mark
    let afterComma = mark == .comma
    if mark == .semicolon || mark == .colon || mark == .dash && isBreak(lexemes, at - 1) { return Self.shortestClauseWords }
    switch word.key {
    case "according": return 2
    case "which", "who", "where", "whom", "whose":
      if afterComma || word.key == "where" { return afterComma ? 3 : 4 }
      return nil
    case "although", "though", "while", "whereas", "despite", "because", "unless", "amid", "following":
      return afterComma || hasVerb ? Self.shortestClauseWords : nil
    case "after", "as", "when", "until", "since", "before", "if":
      guard afterComma || hasVerb else { return nil }
      if before.word.contains(.adverb), !afterComma { return nil }
      if word.key == "as", before.key == "well" || before.key == "such" || lexemes[min(at + 1, sentence.upperBound - 1)].key == "well" { return nil }
      return verbFollows(lexemes, at + 1, sentence) || afterComma ? Self.shortestClauseWords : 6
    case "particularly", "especially", "including":
      return afterComma ? Self.shortestClauseWords : nil
    case "with", "without":
      return afterComma ? Self.shortestClauseWords : nil
    case "and", "but", "or", "nor", "yet":
      guard hasVerb else { return nil }
      if afterComma || before.mark == .comma {
        return verbFollows(lexemes, at + 1, sentence, beforeComma: word.key != "but") ? Self.shortestClauseWords : nil
      }
      var next = at + 1
      while next < sentence.upperBound, lexemes[next].word.contains(.adverb) || lexemes[next].mark.isQuote { next += 1 }
      guard next < sentence.upperBound else { return nil }
      if isVerb(lexemes, next, sentence) || isBareVerb(lexemes, next) { return Self.shortestClauseWords }
      // "the bomb fell and four people died"
      let opens = lexemes[next].word
      if opens.contains(.pronoun) || lexemes[next].key == "that" { return verbFollows(lexemes, next, sentence) ? 4 : nil }
      return word.key == "but" && verbFollows(lexemes, next, sentence) ? 4 : nil
    default: break
    }
    guard afterComma else {
      // "Al-Sawarmi Khalid, spokesman of the army, said | nothing had been bombed": only behind a long tag.
      if before.word.contains(.says), !word.word.contains(.preposition), hasVerb, before.kind == .word { return 6 }
      return nil
    }
    // ", growing even closer since" but not "hunting, fishing and farming".
    if isParticiple(lexemes, at, sentence) { return Self.shortestClauseWords }
    // ", the governor said": the tag is its own clause, however short.
    if tagFollows(lexemes, at, sentence) { return 2 }
    if word.word.contains(.adverb), at + 1 < sentence.upperBound, isParticiple(lexemes, at + 1, sentence) { return 4 }
    // "Despite the claim, | the countries have": a new subject and its verb.
    if !word.word.isDisjoint(with: [.determiner, .pronoun]) || word.isCapital {
      return !hasVerb && verbFollows(lexemes, at + 1, sentence, beforeComma: true) ? Self.shortestClauseWords : nil
    }
    return nil
  }

  private func wordsAfter(_ lexemes: [Lexeme], _ at: Int, _ sentence: Range<Int>) -> Int {
    var words = 0
    for next in at..<min(sentence.upperBound, at + Self.lookAhead) where lexemes[next].kind != .mark { words += 1 }
    return words
  }

  /// A dash with space on both sides, or a long one.
  private func isBreak(_ lexemes: [Lexeme], _ at: Int) -> Bool {
    lexemes[at].range.count > 1 || lexemes[at].shape.contains(.spaced) || lexemes[at].mark == .dash
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
    }
    if !word.word.isDisjoint(with: .finite) {
      return !word.word.contains(.speechParticiple)
        && !(at > sentence.lowerBound && lexemes[at - 1].word.contains(.determiner) && !word.word.contains(.auxiliary))
    }
    guard word.key.hasSuffix("ed"), word.key.utf8.count > 4, at > sentence.lowerBound else { return false }
    return lexemes[at - 1].word.isDisjoint(with: [.determiner, .adjective, .preposition])
  }

  /// "and strengthen": a bare verb, by its ending or from the list.
  private func isBareVerb(_ lexemes: [Lexeme], _ at: Int) -> Bool {
    let word = lexemes[at]
    guard word.kind == .word, !word.isCapital, at + 1 < lexemes.count else { return false }
    if ["enhance", "raise", "increase", "reduce", "push", "promote", "strengthen", "ensure", "improve", "secure", "seek", "protect", "prevent"].contains(word.key) { return true }
    let ending = word.key.utf8.count > 5
    return ending && (word.key.hasSuffix("ize") || word.key.hasSuffix("ise") || word.key.hasSuffix("ify"))
      && !lexemes[at + 1].word.isDisjoint(with: [.determiner, .adjective])
  }

  private func isParticiple(_ lexemes: [Lexeme], _ at: Int, _ sentence: Range<Int>) -> Bool {
    let word = lexemes[at]
    guard word.kind == .word, !word.isCapital, word.key.utf8.count > 4, at + 1 < sentence.upperBound else { return false }
    let next = lexemes[at + 1]
    if word.key.hasSuffix("ing") { return next.mark != .comma && next.key != "and" && word.word.isDisjoint(with: .preposition) }
    return word.key.hasSuffix("ed") && next.word.contains(.preposition)
  }
}
