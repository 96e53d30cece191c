import StemmaModel

/// Numbers that are no amounts: names, codes, years, scores, telephone numbers, items of a list.
extension QuantityReader {
  /// "A320", "K-212", "20th", "17:30", "21/05": digits that are part of something else, whatever stands behind them.
  func isCodeOfDigits(_ amount: Amount) -> Bool {
    let number = amount.number
    guard number.isDigits else { return isPartOfWord(amount) }
    let before = number.start - 1
    if !amount.isLed, fine.isAttached(number.start), amount.start == number.start {
      switch true {
      case fine.isWord(before): return !["x", "×"].contains(fine.key(before)) || !fine.isDigits(before - 1)
      case fine.isDash(before):
        guard fine.isAttached(before), before > 0 else { break }
        // "sub-5 metre", "300 to-400"
        if ["sub", "to", "or", "and", "under", "over"].contains(fine.key(before - 1)) { break }
        if fine.isDigits(before - 1) || fine.isWord(before - 1) && Currencies.codes[fine.key(before - 1)] == nil {
          return true
        }
      case fine.mark(before) == .slash:
        return fine.isAttached(before) && before > 0 && !(amount.unit != nil && number.isFraction)
      case fine.mark(before) == .colon, fine.key(before) == ":":
        return fine.isAttached(before) && fine.isDigits(before - 1)
      case fine.key(before) == "#", fine.key(before) == "@", fine.key(before) == "_": return true
      case fine.key(before) == "." || fine.mark(before) == .stop: return fine.isDigits(before - 1)
      case fine.key(before) == "," || fine.mark(before) == .comma:
        return fine.isDigits(before - 1) && fine.isAttached(before) && amount.unit == nil
      default: break
      }
    }
    let next = number.end
    // "the 80's", "6'3"
    if fine.isAttached(next), fine.mark(next) == .closeSingle || fine.mark(next) == .straightSingle,
      fine.isAttached(next + 1), !fine.isMark(next + 1)
    {
      return true
    }
    guard fine.isAttached(next), amount.unit == nil || amount.unit!.words == nil || amount.isLed else { return false }
    if fine.mark(next) == .colon || fine.key(next) == ":" {
      return fine.isDigits(next + 1) && fine.isAttached(next + 1)
    }
    if amount.isLed { return false }
    if fine.mark(next) == .slash { return fine.isAttached(next + 1) && fine.isDigits(next + 1) }
    return fine.isWord(next)
  }

  /// "two-way", "second-one", "Big Three"
  private func isPartOfWord(_ amount: Amount) -> Bool {
    let number = amount.number
    let before = number.start - 1
    if fine.isDash(before), fine.isAttached(before), fine.pieces[before].lexeme == fine.pieces[number.start].lexeme,
      !["minus", "sub"].contains(fine.key(before - 1))
    {
      return true
    }
    if fine.isDash(number.end), fine.isAttached(number.end), fine.isAttached(number.end + 1), amount.unit == nil {
      return true
    }
    // "Big Three", "the Seven Sisters"
    guard fine.isCapital(number.start), !isTitle, number.start > 0 || !opens else { return false }
    return fine.isCapital(before) && fine.isWord(before) && fine.word(before).isDisjoint(with: .function)
      || fine.isCapital(number.end) && amount.unit == nil
  }

  /// Whether a number with this unit, or with none, is a name or a year.
  func isName(_ amount: Amount, _ last: Amount, _ unit: Unit, _ found: Comparison) -> Bool {
    let number = amount.number
    switch unit.kind {
    case .money, .percentage: return false
    case .duration, .age: return number.isFraction && unit.words == nil
    case .measure:
      return isNumbered(amount) && !number.isScaled && unit.words.map { fine.pieces[$0.lowerBound].isSpaced } ?? true
    case .count, .number: break
    }
    if isScore(amount, last) { return true }
    if unit.kind == .number {
      let isBounded = ![.equal, .about, .almost].contains(found.comparator)
      if !number.isDigits { return amount.index == last.index && isWayOfSpeaking(amount, found) }
      if number.isPlain, isListMarker(amount) || !isBounded && (isYear(amount) || last.number.isPlain && isYear(last)) {
        return true
      }
      if !isBounded, fine.isCapital(last.number.end), fine.isWord(last.number.end), !number.isScaled, !isTitle {
        return true
      }
      if isNumbered(amount) || number.isPlain && number.count > 9 { return true }
      // "2 p.m."
      if ["am", "pm", "o'clock", "a", "p"].contains(fine.key(number.end)), number.value <= 24,
        fine.key(number.end) != "a"
      {
        return true
      }
      return false
    }
    guard number.isDigits else { return false }
    if isYear(amount), found.comparator == .equal, isDated(amount) { return true }
    return !unit.isImplied && number.isPlain && isNumbered(amount)
  }

  /// "Arcon 300", "Flight 12", "category 4": the word before makes the number a name.
  func isNumbered(_ amount: Amount) -> Bool {
    let number = amount.number
    let before = amount.start - 1
    guard number.isDigits, !number.isGrouped, !number.isScaled,
      fine.isWord(before) || fine.isDigits(before) && fine.isAttached(before)
    else { return false }
    let key = fine.key(before)
    if Nouns.numbered.contains(key), fine.isCapital(before) || amount.unit == nil { return true }
    guard isNamelike(before), !isTitle else { return false }
    let word = fine.word(before)
    if before == 0, opens, !word.isDisjoint(with: [.commonOpener, .function, .finite, .adverb, .adjective]) {
      return false
    }
    if key.hasSuffix("ed") || key.hasSuffix("ly") || key.hasSuffix("ing") { return before > 0 }
    guard number.isPlain || number.count <= 1 else { return false }
    return word.isDisjoint(with: [.function, .commonOpener, .month, .weekday, .demonym])
      && !(word.contains(.finite) && !word.contains(.place))
  }

  /// "eArcon", "Velta"
  private func isNamelike(_ at: Int) -> Bool {
    fine.isCapital(at)
      || fine.pieces[at].range.count < 20 && fine.bytes[fine.pieces[at].range].contains { (0x41...0x5A).contains($0) }
  }

  private func isYear(_ amount: Amount) -> Bool {
    let number = amount.number
    return number.isDigits && number.isPlain && number.count == 4 && number.value >= 1100 && number.value < 2200
  }

  /// "the 2019 elections", "in 2019 sales": a year before a plural.
  private func isDated(_ amount: Amount) -> Bool {
    guard (1900...2049).contains(amount.value), amount.value != 2000 else { return false }
    let before = amount.start - 1
    guard fine.has(before), fine.isWord(before) else { return amount.start == 0 && opens }
    return !fine.word(before).isDisjoint(with: [.determiner, .preposition]) || fine.isCapital(before)
      || text.lexemes[fine.pieces[before].lexeme].shape.contains(.possessive)
  }

  /// "2-1", "89-89"
  private func isScore(_ amount: Amount, _ last: Amount) -> Bool {
    guard amount.unit == nil || amount.unit?.kind == .count, amount.number.isPlain, amount.index == last.index else {
      return false
    }
    let next = amount.number.end
    if fine.isDash(next), fine.isDigits(next + 1), fine.isAttached(next), fine.isAttached(next + 1) { return true }
    let before = amount.start - 1
    return fine.isDash(before) && fine.isDigits(before - 1) && fine.isAttached(before) && fine.isAttached(amount.start)
  }

  /// "1. First item", "(2)"
  private func isListMarker(_ amount: Amount) -> Bool {
    let number = amount.number
    guard number.value < 1000 else { return false }
    if fine.mark(number.start - 1) == .openParenthesis, fine.mark(number.end) == .closeParenthesis {
      return number.value < 30
    }
    guard number.start == 0, opens else { return false }
    return [.stop, .closeParenthesis, .colon].contains(fine.mark(number.end)) || !fine.has(number.end)
  }

  /// Small numbers in words without a noun are ways of speaking, but for shares: "half", "one in three".
  private func isWayOfSpeaking(_ amount: Amount, _ found: Comparison) -> Bool {
    let number = amount.number
    if number.isFraction { return fine.key(number.start) == "half" && fine.isDash(number.end) }
    if number.isVague { return fine.key(number.start) == "scores" || fine.isCapital(number.start) && number.start > 0 }
    return number.value <= 12 && found.comparator == .equal
  }
}
