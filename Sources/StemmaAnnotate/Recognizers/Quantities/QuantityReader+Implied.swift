import StemmaModel

/// What a number counts where no noun stands behind it.
extension QuantityReader {
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

  func endsPhrase(_ at: Int) -> Bool { closes(at) }

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
  func carriedUnit(_ amount: Amount, _ end: Int) -> Unit? {
    let number = amount.number
    guard let unit = memory.unit, number.isDigits,
      closes(end) || fine.word(end).contains(.adverb) || fine.key(end) == "last",
      ["from", "to", "between", "is", "was", "than", "with", "and", "at", "of", "against"].contains(
        fine.key(amount.start - 1)),
      !fine.isDash(end) || !fine.isAttached(end)
    else { return nil }
    if unit.kind == .count || Currencies.isCode(unit.name) {
      guard fine.key(amount.start - 1) != "and", fine.key(amount.start - 1) != "at" else { return nil }
      guard !Currencies.isCode(unit.name) || number.isScaled else { return nil }
    }
    if number.isPlain, number.count == 4, (1900...2100).contains(number.value) { return nil }
    return Unit(name: unit.name, kind: unit.kind, end: end, isImplied: true, isCarried: true)
  }

  /// "Okerby, 58, has", "who was 9", "She will be 40", "aged 12", "age 71".
  func isAge(_ amount: Amount, _ end: Int) -> Bool {
    let number = amount.number
    guard number.isPlain || !number.isDigits, number.value >= 1, number.value < 110, !number.isScaled,
      number.value == number.value.rounded()
    else { return false }
    let before = amount.start - 1
    if ["aged", "age", "ages"].contains(fine.key(before)) || fine.key(before) == "of" && fine.key(before - 1) == "ages"
    {
      return true
    }
    // "Ilse Corran, 44, has", "Okerby (58)"
    if number.isDigits, number.value >= 3, fine.mark(before) == .comma || fine.mark(before) == .openParenthesis,
      fine.isWord(before - 1),
      fine.isCapital(before - 1) || !fine.word(before - 1).isDisjoint(with: [.title, .people, .relation]),
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
