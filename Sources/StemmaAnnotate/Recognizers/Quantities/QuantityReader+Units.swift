import StemmaModel

/// What a number is of: a currency before or after it, percent, a measure, a length of time, an age, a counted noun.
extension QuantityReader {

  // MARK: after the number

  func unit(_ number: Number) -> Unit? {
    var next = number.end
    // "ten or more boats"
    if fine.key(next) == "or", Self.behind[fine.key(next + 1)] != nil, fine.isWord(next + 2),
      fine.key(next + 2) != "than"
    {
      next += 2
    }
    guard fine.has(next) else { return nil }
    if let unit = percent(next) { return unit }
    if fine.mark(next) == .currency,
      !(fine.isDigits(next + 1) && fine.isAttached(next + 1) && fine.pieces[next].isSpaced)
    {
      if let name = Currencies.ofSign(fine.key(next), prefix: WordKey()) ?? Currencies.small[fine.key(next)] {
        return Unit(name: name, kind: .money, words: next..<next + 1, end: next + 1)
      }
    }
    let isHyphenated = fine.isDash(next) && fine.isAttached(next) && fine.isWord(next + 1) && fine.isAttached(next + 1)
    // "4- or 6-metre"
    if isHyphenated
      || fine.isDash(next) && fine.isAttached(next) && number.isDigits && fine.isWord(next + 1)
        && fine.key(next + 1) != "to"
    {
      next += 1
    }
    if isHyphenated, let unit = percent(next) { return unit }
    if number.isFraction, fine.key(next) == "of", fine.word(next + 1).contains(.determiner),
      let unit = measure(next + 2, number)
    {
      return unit
    }
    // "millions of dollars", "thousands of tonnes", "hundreds of years"
    if number.isVague, fine.key(next) == "of",
      let unit = money(next + 1, number) ?? measure(next + 1, number) ?? time(next + 1, number, false)
    {
      return unit
    }
    if let unit = money(next, number) ?? measure(next, number) ?? time(next, number, isHyphenated) { return unit }
    // "30'" is thirty feet.
    if number.isDigits, fine.isAttached(next), fine.mark(next) == .straightSingle || fine.mark(next) == .closeSingle,
      !quoteIsOpen(next), !fine.isAttached(next + 1) || fine.isMark(next + 1)
    {
      return Unit(name: "foot", kind: .measure, words: next..<next + 1, end: next + 1)
    }
    if isHyphenated { return hyphenatedNoun(next, number) }
    if number.isDigits, fine.isAttached(next), fine.isWord(next) { return letters(next, number) }
    return counted(next, number)
  }

  private func quoteIsOpen(_ at: Int) -> Bool {
    (max(0, at - 40)..<at).contains { fine.mark($0) == .openSingle || fine.mark($0) == .straightSingle }
  }

  /// "per cent of twenty": the unit before the number.
  func leadingPercent(_ number: Number) -> Unit? {
    guard fine.key(number.start - 1) == "of" else { return nil }
    let at =
      fine.key(number.start - 2) == "cent" && fine.key(number.start - 3) == "per" ? number.start - 3 : number.start - 2
    guard ["percent", "percents"].contains(fine.key(at)) || at == number.start - 3, !fine.isDigits(at - 1),
      fine.number(at - 1) == nil
    else { return nil }
    return Unit(name: "percent", kind: .percentage, words: at..<number.start, end: number.end)
  }

  private func percent(_ at: Int) -> Unit? {
    func unit(_ name: String, _ words: Int) -> Unit {
      Unit(name: name, kind: .percentage, words: at..<at + words, end: at + words)
    }
    if fine.mark(at) == .percent {
      // "%20" is a character of an address.
      return fine.isDigits(at + 1) && fine.isAttached(at + 1) ? nil : unit("percent", 1)
    }
    switch fine.key(at) {
    case "percent", "pct", "percents":
      return fine.key(at + 1).hasPrefix("point") ? unit("percentage points", 2) : unit("percent", 1)
    case "pc", "pp": return fine.isCapital(at) ? nil : unit(fine.key(at) == "pp" ? "percentage points" : "percent", 1)
    case "per" where fine.key(at + 1) == "cent": return unit("percent", 2)
    case "per" where fine.isDash(at + 1) && fine.key(at + 2) == "cent": return unit("percent", 3)
    case "percentage":
      if fine.key(at + 1).hasPrefix("point") { return unit("percentage points", 2) }
      if fine.isDash(at + 1), fine.key(at + 2).hasPrefix("point") { return unit("percentage points", 3) }
      return unit("percent", 1)
    case "basis" where fine.key(at + 1).hasPrefix("point"): return unit("basis points", 2)
    case "basis" where fine.isDash(at + 1) && fine.key(at + 2).hasPrefix("point"): return unit("basis points", 3)
    case "bps": return unit("basis points", 1)
    default: return nil
    }
  }

  /// Letters right behind digits that we do not know are a code's, unless nothing else can be meant.
  private func letters(_ at: Int, _ number: Number) -> Unit? {
    if ["yo", "yrs"].contains(fine.key(at)) { return Unit(name: "years", kind: .age, words: at..<at + 1, end: at + 1) }
    return nil
  }

  /// "$3,500 a month", "barrels per day", "$10 per gram": the unit's end moves behind it.
  func per(_ unit: inout Unit) -> String? {
    let at = unit.end
    var next = at + 1
    var isArticle = false
    switch fine.key(at) {
    case "per": break
    case "a", "an", "each": isArticle = true
    case "-" where fine.isAttached(at) && ["a", "an", "per"].contains(fine.key(at + 1)) && fine.isDash(at + 2):
      next = at + 3
    default: return nil
    }
    // "a-year"
    if fine.isDash(next), fine.isAttached(next), fine.isAttached(next + 1) { next += 1 }
    let key = fine.key(next)
    guard fine.isWord(next), fine.word(next).isDisjoint(with: .function), !isArticle || isRateBase(key),
      !["earlier", "ago", "before", "later"].contains(fine.key(next + 1))
    else { return nil }
    var end = next + 1
    var name = key == "annum" ? "year" : key.string
    if ["square", "cubic", "sq"].contains(key), Units.measures[fine.key(end)] != nil {
      name += " " + fine.key(end).string
      end += 1
    }
    unit.perStart = at
    unit.end = end
    return name
  }

  /// What an article alone can make a rate: "a month", "an ounce", "a share".
  private func isRateBase(_ key: WordKey) -> Bool {
    if Nouns.isPlural(key) { return false }
    return Units.durations[key] != nil || Units.measures[key] != nil && !Units.doubtful.contains(key)
      || ["share", "head", "person", "piece", "dozen", "unit", "ticket", "bottle", "square"].contains(key)
  }
}
