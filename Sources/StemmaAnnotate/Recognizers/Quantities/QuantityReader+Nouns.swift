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
      // "two new 737 Max jets"
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
      words += 1
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
      // "460 Kia and Hyundai vehicles"
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

  /// "a 52,000-seat stadium", "a 14-point lead", "a three-course meal".
  func hyphenatedNoun(_ at: Int, _ number: Number) -> Unit? {
    let key = fine.key(at)
    guard number.isDigits, !fine.isCapital(at), key.count > 2,
      fine.word(at).isDisjoint(with: [.preposition, .adverb, .auxiliary, .determiner]),
      !number.isFraction, number.value > 1, !key.hasSuffix("ed"),
      !["fold", "man", "time", "way", "up", "year", "wheel", "door"].contains(key), fine.number(at) == nil
    else { return nil }
    return Unit(name: Nouns.plural(key.string), kind: .count, words: at..<at + 1, end: at + 1, noun: at..<at + 1)
  }

  // MARK: no noun

  /// "2 million died", "killed seven", "20 wounded", "two landed": people, or what was last counted.
  func impliedUnit(_ amount: Amount, _ found: Comparison, isRange: Bool) -> Unit? {
    let number = amount.number
    var end = max(amount.end, number.end)
    if found.bound > end { end = found.bound }
    var next = end
    if fine.word(next).contains(.auxiliary) { next += 1 }
    if fine.word(next).contains(.auxiliary) { next += 1 }
    if fine.key(next) == "others" || fine.key(next) == "more" { next += 1 }
    func people(to end: Int) -> Unit {
      Unit(name: "people", kind: .count, end: end, isImplied: true)
    }
    if Nouns.casualties.contains(fine.key(next)) { return people(to: next == end ? next + 1 : max(next + 1, end)) }
    // "killed seven", "killing at least seven"
    let before = fine.key(found.start - 1)
    if Nouns.casualties.contains(before) || ["killing", "injuring", "wounding", "hurting"].contains(before),
      endsPhrase(end)
    {
      return people(to: end)
    }
    // "the death toll, now 1,234,"
    if number.isDigits, endsPhrase(end) || fine.word(end).contains(.auxiliary),
      (max(0, found.start - 7)..<max(0, found.start)).contains(where: { fine.key($0) == "toll" })
    {
      return people(to: end)
    }
    let counted = memory.counted
    // "eight of them"
    if let counted, fine.key(end) == "of", ["them", "whom", "these"].contains(fine.key(end + 1)), number.value > 1,
      !number.isFraction
    {
      return Unit(name: counted, kind: .count, end: end + 2, isImplied: true)
    }
    if let counted, fine.has(end), number.value > 1 || isRange, !number.isFraction,
      isVerb(end) || fine.word(end).contains(.verb), !fine.isMark(end)
    {
      return Unit(name: counted, kind: .count, end: end, isImplied: true)
    }
    // "a bill of 2 million euros, not of 3 million": the currency goes on.
    if let currency = memory.currency, number.value >= 1e6, closes(end) {
      return Unit(name: currency, kind: .money, end: end, isImplied: true)
    }
    return nil
  }

  private func endsPhrase(_ at: Int) -> Bool { closes(at) }

  /// A number of nothing named: an age by its place, else a number where it stands as an amount.
  func bareUnit(_ amount: Amount, _ last: Amount, _ found: Comparison, isRange: Bool) -> Unit? {
    let number = amount.number
    let end = max(last.end, last.number.end)
    if isAge(amount, end) {
      let before = amount.start - 1
      let isNamed = fine.key(before) == "age" || fine.key(before) == "aged"
      return Unit(name: "years", kind: .age, words: isNamed ? before..<before + 1 : nil, end: end, isImplied: true)
    }
    let plain = Unit(name: "", kind: .number, end: end)
    if let carried = carriedUnit(amount, end) { return carried }
    if number.isVague { return fine.word(end).contains(.preposition) || closes(end) ? plain : nil }
    if isRange { return plain }
    return plain
  }

  /// "stands at 74 cents, while the lowest is 68.5": what was measured before in the sentence, in digits of the same kind.
  private func carriedUnit(_ amount: Amount, _ end: Int) -> Unit? {
    let number = amount.number
    guard let unit = memory.unit, unit.kind != .percentage, number.isDigits,
      closes(end) || fine.word(end).contains(.adverb) || fine.key(end) == "last",
      ["from", "to", "is", "was", "than", "with", "and", "at", "of", "against"].contains(fine.key(amount.start - 1)),
      !fine.isDash(end) || !fine.isAttached(end)
    else { return nil }
    if unit.kind == .count || Currencies.isCode(unit.name) {
      guard fine.key(amount.start - 1) != "and", fine.key(amount.start - 1) != "at" else { return nil }
      guard !Currencies.isCode(unit.name) || number.isScaled else { return nil }
    }
    if number.isPlain, number.count == 4, (1900...2100).contains(number.value) { return nil }
    return Unit(name: unit.name, kind: unit.kind, end: end, isImplied: true, isCarried: true)
  }

  /// "Maddon, 66, has", "who was 10", "He will be 35", "aged 12", "age 87".
  private func isAge(_ amount: Amount, _ end: Int) -> Bool {
    let number = amount.number
    guard number.isPlain || !number.isDigits, number.value >= 1, number.value < 110, !number.isScaled,
      number.value == number.value.rounded()
    else { return false }
    let before = amount.start - 1
    if ["aged", "age", "ages"].contains(fine.key(before)) || fine.key(before) == "of" && fine.key(before - 1) == "ages"
    {
      return true
    }
    // "Nick Hague, 44, has", "Maddon (66)"
    if number.isDigits, number.value >= 3, fine.mark(before) == .comma || fine.mark(before) == .openParenthesis,
      fine.isWord(before - 1), fine.isCapital(before - 1),
      fine.mark(end) == .comma || fine.mark(end) == .closeParenthesis || fine.mark(end) == .stop,
      fine.word(before - 1).isDisjoint(with: [.month, .weekday, .place])
    {
      return true
    }
    // "who was 10", "she turned 40"
    var at = before
    while at > max(0, before - 3),
      !fine.word(at).isDisjoint(with: [.adverb])
        || ["about", "around", "only", "just", "nearly"].contains(fine.key(at))
    { at -= 1 }
    guard ["was", "is", "be", "turned", "turns", "were", "are", "he's", "she's", "turning"].contains(fine.key(at)),
      closes(end)
    else { return false }
    let isEnd =
      !fine.has(end) || fine.isMark(end)
      || ["when", "and", "at", "by", "in", "years", "with", "on"].contains(fine.key(end))
    let subject = fine.word(at - 1).contains(.auxiliary) ? at - 2 : at - 1
    return isEnd
      && (["he", "she", "who", "i"].contains(fine.key(subject)) || ["he's", "she's"].contains(fine.key(at)))
  }
}
