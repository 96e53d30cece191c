import StemmaModel

/// What a number is of: a currency before or after it, percent, a measure, a length of time, an age, a counted noun.
extension QuantityReader {
  private static let lengthening: WordSet = [
    "full", "consecutive", "straight", "more", "further", "additional", "calendar", "working", "long", "whole", "extra",
    "short",
  ]
  /// Words before a currency's name besides those of nations and places.
  private static let nations: WordSet = [
    "us", "hong", "kong", "new", "zealand", "lankan", "sri", "cfa", "american", "singapore",
  ]
  private static let weighing: WordSet = [
    "weigh", "weighs", "weighed", "weighing", "weight", "lose", "lost", "losing", "loses", "drop", "dropping", "shed",
    "gained", "gain", "baby",
  ]
  private static let powers: WordSet = ["square", "cubic", "metric", "nautical", "sq", "fluid", "us", "imperial"]

  // MARK: money before the number

  /// "$190", "US$ 70", "$US113", "RM120", "USD 50": the currency, and the piece where it begins.
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
    // "$US113"
    if fine.mark(at - 1) == .currency, fine.isAttached(at), let name = Currencies.dollars[key] {
      return (Unit(name: name, kind: .money, words: at - 1..<at + 1, end: number.end), at - 1)
    }
    // "10 rmb 20 usd": the letters behind a number are that one's.
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

  private func leadingSign(before digits: Int) -> Int? {
    var at = digits
    while at > 0, fine.isDigits(at) || fine.key(at) == "," || fine.key(at) == "." { at -= 1 }
    return fine.mark(at) == .currency ? at : nil
  }

  // MARK: after the number

  func unit(_ number: Number) -> Unit? {
    var next = number.end
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
    // "7- or 8-inch"
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

  private func money(_ at: Int, _ number: Number) -> Unit? {
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

  /// Pounds that a body weighs: "dropping from 208 pounds", "weighed nine pounds".
  private func isWeight(_ number: Number) -> Bool {
    guard !number.isScaled, number.value < 2000 else { return false }
    return (max(0, number.start - 6)..<number.start).contains {
      Self.weighing.contains(fine.key($0))
    }
  }

  private func measure(_ at: Int, _ number: Number) -> Unit? {
    func unit(_ name: String, to end: Int) -> Unit { Unit(name: name, kind: .measure, words: at..<end, end: end) }
    var key = fine.key(at)
    // "°C", "° Celsius", "degrees F"
    if key == "°" || key == "degree" || key == "degrees" || key == "deg" {
      var next = at + 1
      if fine.mark(next) == .stop, key == "deg", fine.isWord(next + 1), !fine.isCapital(next + 1) { next += 1 }
      switch fine.key(next) {
      case "c", "celsius", "centigrade", "celcius": return unit("°C", to: next + 1)
      case "f", "fahrenheit", "farenheit": return unit("°F", to: next + 1)
      default: return unit("°", to: at + 1)
      }
    }
    if Self.powers.contains(key) {
      var next = at + 1
      if key == "us" || key == "imperial", fine.key(next) == "fluid" { next += 1 }
      if key == "sq", fine.mark(next) == .stop { next += 1 }
      guard let unit = Units.measures[fine.key(next)] else { return nil }
      let name =
        key == "square" || key == "sq"
        ? unit + "²" : key == "cubic" ? unit + "³" : key == "nautical" ? "nautical mile" : unit
      return self.unit(speed(name, at, next + 1))
    }
    if key == "sqm" { return unit("m²", to: at + 1) }
    if key == "sqft" { return unit("foot²", to: at + 1) }
    if key == "lb" || key == "pound", fine.isDash(at + 1), ["ft", "feet", "foot"].contains(fine.key(at + 2)) {
      return unit("lb-ft", to: at + 3)
    }
    if key == "°c" { key = "celsius" }
    guard fine.isWord(at) || key == "℃" || key == "℉", let name = Units.measures[key] else { return nil }
    let isAttached = fine.isAttached(at)
    if fine.isCapital(at), key.count > 3, !isTitle, !isAttached, !fine.isDash(at - 1),
      !["Celsius", "Fahrenheit"].contains(fine.string(at..<at + 1)), !isAllCapitals(at)
    {
      // "2500 Calories", but not "12 Miles Road".
      if fine.isCapital(at + 1) { return nil }
    }
    if Units.doubtful.contains(key), !isAttached, !fine.isDash(at - 1) {
      // "at 5 m below", but not "50 cups", "68 bars", "6 F Block".
      guard number.isDigits, !fine.isWord(at + 1) || !fine.word(at + 1).isDisjoint(with: .function) || key == "t" else {
        return key == "yard" || key == "cup" || key == "cups" ? unit(name, to: at + 1) : nil
      }
      if key == "a" || key == "pm" || key == "mb" && !fine.isCapital(at) { return nil }
      if key.count == 1, fine.isCapital(at), key != "f", key != "v", fine.mark(at + 1) != .slash { return nil }
    }
    if isAttached, ["a", "pm", "f", "v"].contains(key) { return nil }
    // "24703m212"
    if fine.isAttached(at + 1), fine.isDigits(at + 1) {
      let exponent = String(decoding: fine.bytes[fine.pieces[at + 1].range], as: UTF8.self)
      guard exponent == "2" || exponent == "3", !fine.isAttached(at + 2) || fine.isMark(at + 2) else { return nil }
      return unit(name + (exponent == "2" ? "²" : "³"), to: at + 2)
    }
    if fine.isAttached(at + 1), ["²", "³"].contains(fine.key(at + 1)) {
      return unit(name + fine.key(at + 1).string, to: at + 2)
    }
    return self.unit(speed(name, at, at + 1))
  }

  private func unit(_ speed: (name: String, words: Range<Int>)) -> Unit {
    Unit(name: speed.name, kind: .measure, words: speed.words, end: speed.words.upperBound)
  }

  private func isAllCapitals(_ at: Int) -> Bool {
    fine.bytes[fine.pieces[at].range].allSatisfy { $0 < 0x61 || $0 > 0x7A }
  }

  /// "kilometres an hour", "metres per second", "km/h", "10 kV/cm"
  private func speed(_ name: String, _ at: Int, _ end: Int) -> (name: String, words: Range<Int>) {
    var next = end
    if fine.mark(end) == .slash, fine.isAttached(end), fine.isAttached(end + 1) {
      next = end + 1
    } else if ["per", "an", "a"].contains(fine.key(end)) {
      next = end + 1
    } else if fine.isDash(end), fine.isAttached(end), ["per", "an", "a"].contains(fine.key(end + 1)),
      fine.isDash(end + 2)
    {
      next = end + 3
    } else {
      return (name, at..<end)
    }
    switch (name, fine.key(next)) {
    case ("km", "hour"), ("km", "h"), ("km", "hr"): return ("km/h", at..<next + 1)
    case ("mile", "hour"), ("mile", "h"), ("mile", "hr"): return ("mile/h", at..<next + 1)
    case ("m", "second"), ("m", "s"), ("m", "sec"): return ("m/s", at..<next + 1)
    case ("barrel", "day"): return ("barrel/day", at..<next + 1)
    default:
      guard fine.mark(end) == .slash, fine.isWord(next), let below = Units.measures[fine.key(next)] else {
        return (name, at..<end)
      }
      var upper = next + 1
      if fine.isDigits(upper), fine.isAttached(upper) { upper += 1 }
      return (name + "/" + below, at..<upper)
    }
  }

  /// "seven days", "a five-year plan", "18 years old", "18-year-old", "three years of age"
  private func time(_ at: Int, _ number: Number, _ isHyphenated: Bool) -> Unit? {
    var next = at
    // "seven more days", "five consecutive years"
    while next < at + 2, Self.lengthening.contains(fine.key(next)) { next += 1 }
    if fine.key(next) == "yo", number.isDigits {
      return Unit(name: "years", kind: .age, words: next..<next + 1, end: next + 1)
    }
    guard fine.isWord(next), let name = Units.durations[fine.key(next)] else { return nil }
    if fine.isCapital(next), !isTitle, !isAllCapitals(next) { return nil }
    if fine.key(next) == "second", number.value != 1, !fine.isDash(next - 1) { return nil }
    // "12 night matches"
    if fine.key(next) == "night" || fine.key(next) == "min", fine.isWord(next + 1), number.value != 1,
      !fine.isDash(next - 1)
    {
      return nil
    }
    var end = next + 1
    if fine.isDash(end), fine.key(end + 1) == "old" || fine.key(end + 1) == "olds" {
      end += 2
    } else if fine.key(end) == "old" || fine.key(end) == "olds" {
      end += 1
    } else if fine.key(end) == "of", fine.key(end + 1) == "age" {
      end += 2
    }
    if end > next + 1 {
      return Unit(name: name, kind: .age, words: next..<end, end: end)
    }
    return Unit(name: name, kind: .duration, words: next..<end, end: end)
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
    switch fine.key(at) {
    case "per": break
    case "a", "an", "each":
      let key = fine.key(next)
      guard
        Units.durations[key] != nil && !Nouns.isPlural(key)
          || Units.measures[key] != nil && !Nouns.isPlural(key) && !Units.doubtful.contains(key)
          || ["share", "head", "person", "piece", "dozen", "unit", "ticket", "night", "bottle", "pop"].contains(key)
      else {
        // "£24 a-year"
        return nil
      }
    case "a-year", "a-month", "a-week", "a-day": return fine.key(at).dropFirst(2).string
    case "-" where fine.isAttached(at) && ["a", "an", "per"].contains(fine.key(at + 1)) && fine.isDash(at + 2):
      next = at + 3
    default: return nil
    }
    guard fine.isWord(next), fine.word(next).isDisjoint(with: .function) else { return nil }
    if fine.key(at) == "a" || fine.key(at) == "an", fine.isDash(next), fine.isWord(next + 1) { next += 1 }
    var end = next + 1
    var name = fine.key(next).string
    if ["square", "cubic", "sq"].contains(name), Units.measures[fine.key(end)] != nil {
      name += " " + fine.key(end).string
      end += 1
    }
    if name == "cent" || name == "annum" { name = name == "annum" ? "year" : name }
    unit.perStart = at
    unit.end = end
    return name
  }
}
