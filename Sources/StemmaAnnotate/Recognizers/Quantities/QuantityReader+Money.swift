import StemmaModel

/// Money, told before the number or after it.
extension QuantityReader {
  /// Words before a currency's name besides those of nations and places.
  private static let nations: WordSet = [
    "us", "hong", "kong", "new", "zealand", "lankan", "sri", "cfa", "american", "singapore",
  ]

  private static let weighing: WordSet = [
    "weigh", "weighs", "weighed", "weighing", "weight", "lose", "lost", "losing", "loses", "drop", "dropping", "shed",
    "gained", "gain", "baby",
  ]

  /// "$190", "US$ 70", "$US48", "RM120", "USD 50": the currency, and the piece where it begins.
  func leadingCurrency(_ number: Number, _ start: Int) -> (Unit, Int)? {
    // Past a minus between sign and number: "$-5".
    var at = start - 1
    if start == number.start, fine.isDash(at), fine.mark(at - 1) == .currency, fine.isAttached(at) { at -= 1 }
    guard at >= 0 else { return nil }
    if fine.mark(at) == .currency {
      // "10 $ 30 $": the sign behind is the former number's.
      if fine.isDigits(at - 1), fine.isAttached(at) || fine.pieces[at + 1].isSpaced, leadingSign(before: at - 1) == nil
      {
        return nil
      }
      var first = at
      var prefix = WordKey()
      if fine.isWord(at - 1), fine.key(at) == "$" || fine.key(at) == "£" || fine.key(at) == "¥" {
        let key = fine.key(at - 1)
        let isOwn =
          fine.isAttached(at) && (fine.isCapital(at - 1) || key.count > 1)
          || fine.isCapital(at - 1) && key.count <= 2 || ["us", "c", "hk", "nz", "au"].contains(key)
        if isOwn, fine.key(at) != "$" || Currencies.dollars[key] != nil {
          prefix = key
          first = at - 1
        }
      }
      guard let name = Currencies.ofSign(fine.key(at), prefix: prefix) ?? Currencies.small[fine.key(at)] else {
        return nil
      }
      return (Unit(name: name, kind: .money, words: first..<at + 1, end: number.end), first)
    }
    guard fine.isWord(at) else { return nil }
    let key = fine.key(at)
    // "$US48"
    if fine.mark(at - 1) == .currency, fine.isAttached(at), let name = Currencies.dollars[key] {
      return (Unit(name: name, kind: .money, words: at - 1..<at + 1, end: number.end), at - 1)
    }
    // "30 rmb 9 usd": the letters behind a number are that one's.
    guard let code = Currencies.codes[key], !fine.isDigits(at - 1) || fine.isAttached(start) else { return nil }
    let isAttached = fine.isAttached(start)
    switch key.count {
    // A letter and digits alone are a road or a model as well.
    case 1: guard isAttached, fine.isCapital(at), number.isScaled || number.value >= 1000 else { return nil }
    case 2:
      guard isAttached || fine.isCapital(at), fine.isCapital(at) || key == "rm" || key == "rs",
        key != "sh" || isAttached
      else { return nil }
      if key == "ps", !isAttached || !number.isScaled && number.isPlain && number.value < 10 { return nil }
    default: guard key != "try" && key != "nis" || fine.isCapital(at) else { return nil }
    }
    var unit = Unit(name: code, kind: .money, words: at..<at + 1, end: number.end)
    if Currencies.isMillions(key) { unit.scale = 1e6 }
    return (unit, at)
  }

  func leadingSign(before digits: Int) -> Int? {
    var at = digits
    while at > 0, fine.isDigits(at) || fine.key(at) == "," || fine.key(at) == "." { at -= 1 }
    return fine.mark(at) == .currency ? at : nil
  }

  func money(_ at: Int, _ number: Number) -> Unit? {
    guard fine.isWord(at) else {
      // "100元"
      return nil
    }
    let key = fine.key(at)
    func unit(_ name: String, to end: Int) -> Unit { Unit(name: name, kind: .money, words: at..<end, end: end) }
    if Currencies.isCode(key, isCapital: fine.isCapital(at)), !fine.isDigits(at + 1) || !fine.isAttached(at + 1),
      key.count > 2 || key == "rm" || key == "kr" && fine.isAttached(at)
    {
      var result = unit(Currencies.codes[key]!, to: at + 1)
      if Currencies.isMillions(key) { result.scale = 1e6 }
      // "75 USD million"
      if let scale = fine.number(at + 1), scale.kind == .scale {
        result.scale = scale.value
        (result.words, result.end) = (at..<at + 2, at + 2)
      }
      return result
    }
    if let name = Currencies.small[key] { return unit(name, to: at + 1) }
    if key == "p" || key == "c", fine.isAttached(at) || key == "p" && closes(at + 1), !fine.isCapital(at),
      number.isDigits, !fine.isAttached(at + 1) || fine.isMark(at + 1)
    {
      return unit(key == "p" ? "pence" : "cents", to: at + 1)
    }
    if let sign = Currencies.ofSign(key, prefix: WordKey()) { return unit(sign, to: at + 1) }
    // "Australian dollars", "new Taiwan dollars", "US dollars", "million dollar"
    var nation = at
    while nation < at + 3, fine.isWord(nation), Currencies.ofWord(fine.key(nation), nation: WordKey()) == nil,
      !fine.word(nation).isDisjoint(with: [.demonym, .place]) || Self.nations.contains(fine.key(nation))
    { nation += 1 }
    guard let name = Currencies.ofWord(fine.key(nation), nation: nation > at ? fine.key(nation - 1) : WordKey()) else {
      return nil
    }
    let word = fine.key(nation)
    if word.hasPrefix("pound") {
      // "pounds of sugar" are no money.
      if fine.key(nation + 1) == "of" || fine.isDash(nation + 1) || fine.key(nation + 1) == "mass" || isWeight(number) {
        if fine.isDash(nation + 1), ["feet", "foot"].contains(fine.key(nation + 2)) {
          return Unit(name: "lb-ft", kind: .measure, words: at..<nation + 3, end: nation + 3)
        }
        return Unit(name: "lb", kind: .measure, words: at..<nation + 1, end: nation + 1)
      }
    }
    if word == "won" || word == "real" || word == "colon" || word == "kip" || word == "som" || word == "crown"
      || word == "buck", nation == at, !number.isScaled, number.value < 1000 || word == "buck" && !Nouns.isPlural(word)
    {
      return nil
    }
    return unit(name, to: nation + 1)
  }

  /// Pounds that a body weighs: "dropping from 180 pounds", "weighed nine pounds".
  func isWeight(_ number: Number) -> Bool {
    guard !number.isScaled, number.value < 2000 else { return false }
    return (max(0, number.start - 6)..<number.start).contains {
      Self.weighing.contains(fine.key($0))
    }
  }
}
