import StemmaModel

/// Counted nouns, and what a number counts where no noun stands.
extension QuantityReader {
  static let longestNounWords = 4

  /// The noun that is counted: the last word of the phrase after the number.
  func counted(_ from: Int, _ number: Number) -> Unit? {
    var start = from
    if fine.key(start) == "of" {
      // "two of the bombs", "dozens of people"
      start += 1
      guard fine.has(start) else { return nil }
      if fine.word(start).contains(.determiner) {
        start += 1
      } else if !number.isVague, !number.isFraction, !number.isScaled, !fine.isCapital(start) {
        return nil
      }
    } else if number.isFraction, fine.word(start).contains(.determiner) {
      start += 1
    }
    guard let head = head(start, number) else { return nil }
    let noun = fine.key(head)
    // Without a plural it is no count, unless of one.
    let isSingular = abs(number.value) == 1
    if !Nouns.isPlural(noun), !(fine.isCapital(head) && fine.word(head).contains(.demonym)) {
      // "15 ppb", "13 sen": a short unit that we do not know.
      if isAbbreviation(head, start, number) {
        return Unit(name: noun.string, kind: .measure, words: head..<head + 1, end: head + 1)
      }
      guard isSingular else { return nil }
    }
    let isPeople = fine.isCapital(head) && (fine.word(head).contains(.demonym) || isNationals(head))
    if fine.isCapital(head), !isPeople, !Nouns.isPlural(noun) || head == start && !isTitle && !isAbbreviatedPlural(head)
    {
      return nil
    }
    return Unit(
      name: isPeople ? "people" : Nouns.plural(wholeWord(head)), kind: .count, words: start..<head + 1, end: head + 1,
      noun: start..<head + 1)
  }

  /// "checkers" of "fact-checkers" with what stands before it.
  private func wholeWord(_ at: Int) -> String {
    let lexeme = text.lexemes[fine.pieces[at].lexeme]
    let isLast = fine.pieces[at].range.upperBound == lexeme.range.upperBound || lexeme.shape.contains(.possessive)
    let first = fine.bytes[lexeme.range.lowerBound]
    return isLast && !fine.isDigit(first) ? text.keyString(fine.pieces[at].lexeme) : fine.key(at).string
  }

  /// "three Germans", "40 Palestinians"
  private func isNationals(_ at: Int) -> Bool {
    let key = fine.key(at)
    return key.count > 5 && (key.hasSuffix("ans") || key.hasSuffix("nis")) && !fine.isCapital(at + 1)
  }

  /// "2 TDs", "12 MPs"
  private func isAbbreviatedPlural(_ at: Int) -> Bool {
    let letters = fine.bytes[fine.pieces[at].range]
    return letters.count <= 5 && letters.last == 0x73 && letters.dropLast().allSatisfy { (0x41...0x5A).contains($0) }
  }

  private func isAbbreviation(_ head: Int, _ start: Int, _ number: Number) -> Bool {
    let noun = fine.key(head)
    guard number.isDigits, head == start, noun.count <= 4, noun.count > 1, closes(head + 1) else { return false }
    return fine.isCapital(head)
      ? !number.isPlain && !fine.isCapital(head + 1) && fine.bytes[fine.pieces[head].range].allSatisfy { $0 < 0x61 }
      : fine.word(head).isEmpty && !fine.key(head).hasSuffix("ed")
  }

  func closes(_ at: Int) -> Bool {
    !fine.has(at) || fine.isMark(at) || !fine.word(at).isDisjoint(with: [.preposition, .conjunction])
  }

  /// The head of the noun phrase that begins at a piece.
  private func head(_ start: Int, _ number: Number) -> Int? {
    var at = start
    var head: Int?
    var words = 0
    while at < fine.count, words < Self.longestNounWords {
      // "coal-fired plants", "job-seekers"
      if at > start, fine.isDash(at), fine.isAttached(at), fine.isAttached(at + 1), fine.isWord(at + 1) {
        at += 2
        head = at - 1
        if Nouns.isPlural(fine.key(at - 1)), !isCompound(at) { break }
        continue
      }
      // "three used 412 Tern planes"
      if at > start, fine.isDigits(at), fine.isCapital(at + 1), !fine.word(at - 1).contains(.adverb),
        !fine.key(at - 1).hasSuffix("ly"), fine.pieces[at].isSpaced, fine.pieces[at].range.count < 5
      {
        at += 1
        continue
      }
      let isCompound = fine.isDash(at + 1) && fine.isAttached(at + 1) && fine.isWord(at + 2)
      let word = fine.word(at)
      guard fine.isWord(at),
        isCompound
          || word.isDisjoint(with: [
            .preposition, .conjunction, .subordinator, .auxiliary, .pronoun, .determiner, .weekday, .negation,
            .timeUnit,
          ]) || ["second", "moments"].contains(fine.key(at))
      else { break }
      if word.contains(.month), fine.isCapital(at) { break }
      if !isCompound {
        if word.contains(.adverb), word.isDisjoint(with: .adjective), !(at == start && fine.key(at).hasSuffix("ly")) {
          break
        }
        if isVerb(at), at > start, !(Nouns.isPlural(fine.key(at)) && fine.word(at - 1).contains(.adjective)),
          !(fine.key(at - 1).hasSuffix("ly") && at - 1 == start)
        {
          break
        }
        if at == start, isVerb(at), !Nouns.isPlural(fine.key(at)) { return nil }
        if word.contains(.number) || fine.pieces[at].number != nil && fine.pieces[at].number!.kind != .part
          || word.contains(.ordinal)
        {
          break
        }
        if abs(number.value) == 1, at > start, fine.key(at).hasSuffix("s"), !word.isDisjoint(with: .finite) { break }
      }
      if at > start || !word.contains(.adverb) { head = at }
      if !word.contains(.adverb) && !fine.key(at).hasSuffix("ly") { words += 1 }
      if isCompound {
        at += 1
        continue
      }
      // A plural ends the phrase, unless it qualifies one more: "sports teams".
      if Nouns.isPlural(fine.key(at)),
        !(fine.isWord(at + 1) && Nouns.isPlural(fine.key(at + 1)) && !isVerb(at + 1)
          && fine.word(at + 1).isDisjoint(with: .function))
      {
        break
      }
      if text.lexemes[fine.pieces[at].lexeme].shape.contains(.possessive) {
        // "15 minutes' walk", "two of the bank's branches"
        guard fine.isWord(at + 1), fine.key(from(start) - 1) == "of" else { return nil }
      }
      // "460 Arcon and Velta vans"
      if fine.isCapital(at), fine.key(at + 1) == "and", fine.isCapital(at + 2), Nouns.isPlural(fine.key(at + 3)) {
        at += 1
      }
      at += 1
    }
    return head
  }

  private func from(_ start: Int) -> Int { fine.word(start - 1).contains(.determiner) ? start - 1 : start }

  private func isCompound(_ at: Int) -> Bool {
    fine.isDash(at) && fine.isAttached(at) || fine.isWord(at) && Nouns.isPlural(fine.key(at)) && !isVerb(at)
  }

  func isVerb(_ at: Int) -> Bool {
    guard fine.isWord(at), !fine.isCapital(at) else { return false }
    let word = fine.word(at)
    if word.contains(.adjective) { return false }
    // "workers" and "works" differ; a verb in -s after a noun is a verb.
    if !word.isDisjoint(with: .finite), word.isDisjoint(with: .weakSpeech) { return true }
    // "two landed", but "300 displaced families".
    guard fine.key(at).hasSuffix("ed"), fine.key(at).count > 4 else { return false }
    return !(fine.isWord(at + 1) && Nouns.isPlural(fine.key(at + 1)) && fine.word(at + 1).isDisjoint(with: .function))
  }

  /// "a 52,000-seat stadium", "a 14-point lead", "a two-page letter".
  func hyphenatedNoun(_ at: Int, _ number: Number) -> Unit? {
    let key = fine.key(at)
    guard number.isDigits, !fine.isCapital(at), key.count > 2,
      fine.word(at).isDisjoint(with: [.preposition, .adverb, .auxiliary, .determiner]),
      !number.isFraction, number.value > 1, !key.hasSuffix("ed"),
      !["fold", "man", "time", "way", "up", "year", "wheel", "door"].contains(key), fine.number(at) == nil
    else { return nil }
    return Unit(name: Nouns.plural(key.string), kind: .count, words: at..<at + 1, end: at + 1, noun: at..<at + 1)
  }

}
