import StemmaModel

/// Finds amounts with their unit, comparator and what they measure. Dates, times of day, lengths of time, ages,
/// ordinals and
/// numbers that are names ("Flight 12") are none.
struct FigureRecognizer {
  struct Unit {
    var name: String
    var end: Int
    /// Where the counted noun phrase begins, for what is measured.
    var noun: Range<Int>?
    var isCounted: Bool
  }

  static let longestNounWords = 4
  static let longestQuantityWords = 8

  func recognize(in text: SegmentedText, times: [Draft.Time]) -> [Draft.Figure] {
    var figures: [Draft.Figure] = []
    var time = 0
    for sentence in text.sentences {
      let firstTime = time
      while time < times.count, times[time].lexemes.lowerBound < sentence.lexemes.upperBound { time += 1 }
      let own = Array(times[firstTime..<time])
      recognize(in: text, sentence, own, &figures)
    }
    return figures
  }

  func recognize(
    in text: SegmentedText, _ sentence: Sentence, _ times: [Draft.Time], _ figures: inout [Draft.Figure]
  ) {
    let end = sentence.lexemes.upperBound
    var at = sentence.lexemes.lowerBound
    var time = 0
    var clause = 0
    // What was last counted, and what was last paid in, in this passage.
    var lastCounted: String?
    var lastCurrency: String?
    let passage = text.passages[sentence.passage].range
    if let before = figures.last, passage.contains(before.range.lowerBound), Units.isCurrency(before.unit) {
      lastCurrency = before.unit
    }
    var lastLengthEnd = -1
    while at < end {
      while time < times.count, times[time].lexemes.upperBound <= at { time += 1 }
      if time < times.count, times[time].lexemes.contains(at) {
        at = times[time].lexemes.upperBound
        continue
      }
      while clause + 1 < sentence.clauses.count, sentence.clauses[clause].upperBound <= at { clause += 1 }
      if let (victim, next) = victim(text, at, end) {
        figures.append(victim)
        lastCounted = victim.unit
        at = next
        continue
      }
      let last = (counted: lastCounted, currency: lastCurrency)
      guard let (figure, next, unit) = figure(text, at, sentence, sentence.clauses[clause], last) else {
        at += 1
        continue
      }
      at = max(next, at + 1)
      guard let figure else { continue }
      // "25 km (15 miles)": one length, told twice.
      let isLength = Units.lengths.contains(figure.unit)
      let isConversion =
        isLength && lastLengthEnd >= 0 && unit.end - lastLengthEnd <= 6
        && (lastLengthEnd..<next).contains { text.mark($0) == .openParenthesis }
      if isConversion { continue }
      if isLength { lastLengthEnd = next }
      if unit.isCounted { lastCounted = figure.unit }
      if Units.isCurrency(figure.unit) { lastCurrency = figure.unit }
      var complete = figure
      complete.period = period(text, times, sentence.clauses[clause], next)
      figures.append(complete)
    }
  }

  /// The figure at a lexeme, and where to go on; nil where no number stands, a nil figure where the number is none.
  func figure(
    _ text: SegmentedText, _ at: Int, _ sentence: Sentence, _ clause: Range<Int>,
    _ last: (counted: String?, currency: String?)
  ) -> (Draft.Figure?, Int, Unit)? {
    let end = sentence.lexemes.upperBound
    let nothing = Unit(name: "", end: at, noun: nil, isCounted: false)
    var start = at
    var currency: String?
    var number = at
    if text.mark(at) == .currency {
      // "$190", "US$70"
      var prefix = ""
      if at > sentence.lexemes.lowerBound, text.isWord(at - 1), !text.lexemes[at].shape.contains(.spaced),
        text.isCapital(at - 1)
      {
        prefix = text.keyString(at - 1)
        start = at - 1
      }
      currency = Units.currency(sign: text.keyString(at), prefix: prefix)
      number = at + 1
      guard currency != nil else { return (nil, at + 1, nothing) }
      // "$US113 trillion"
      if currency == "USD", number + 1 < end, ["us", "a", "nz", "hk", "c", "s"].contains(text.key(number)),
        text.isCapital(number)
      {
        currency = Units.currency(sign: "$", prefix: text.keyString(number))
        number += 1
      }
    } else if text.isWord(at), let code = Units.letterCurrencies[text.key(at)], at + 1 < end,
      text.lexemes[at + 1].kind == .number, text.isCapital(at), text.key(at).utf8.count > 1
    {
      currency = code
      number = at + 1
    }
    let glued = currency == nil ? gluedCurrency(text, at, end) : nil
    let hyphenated = currency == nil && glued == nil ? hyphenatedUnit(text, at) : nil
    guard var reading = glued?.reading ?? hyphenated?.reading ?? NumberReader().read(text, number, end) else {
      return nil
    }
    if let glued { currency = glued.currency }
    if reading.end <= at { return nil }
    let single = reading.end
    if hyphenated == nil { extendToRange(text, number, end, currency, &reading) }
    let isRange = reading.high != nil
    // "ten or more boats"
    var bound: FigureMention.Comparator?
    if text.key(reading.end) == "or", reading.end + 1 < end, let known = Self.bounds[text.key(reading.end + 1)] {
      bound = known
      reading.end += 2
    }

    // The unit
    var unit: Unit?
    if let hyphenated {
      unit = Unit(name: hyphenated.unit, end: reading.end, noun: nil, isCounted: false)
    } else if let currency {
      var unitEnd = reading.end
      if ["dollar", "dollars", "usd"].contains(text.key(unitEnd)) { unitEnd += 1 }
      unit = Unit(name: currency, end: unitEnd, noun: nil, isCounted: false)
    } else {
      unit = self.unit(text, reading, at, end)
    }
    let isDigits = text.lexemes[number].kind == .number || glued != nil || hyphenated != nil
    var (comparator, from) = self.comparator(text, start, sentence, reading)
    if isRange, text.key(from - 1) == "between" || text.key(from - 1) == "from" { from -= 1 }
    let before = text.key(from - 1)

    // No figures
    if ["year", "month", "day", "week", "hour", "minute"].contains(hyphenated?.unit ?? "") {
      return (nil, reading.end, nothing)
    }
    if isTime(text, reading.end) && currency == nil { return (nil, reading.end + 1, nothing) }
    if unit == nil, let verbal = verbalUnit(text, reading, from, end, last.counted, isDigits) { unit = verbal }
    // "a bill of 2 million euros, not of 3 million": the currency goes on.
    if unit == nil, let currency = last.currency, reading.value >= 1e6, closes(text, reading.end, end) {
      unit = Unit(name: currency, end: reading.end, noun: nil, isCounted: false)
    }
    guard var unit else { return (nil, reading.end, nothing) }
    if unit.isCounted {
      if isNumberName(text, from, isDigits, sentence) { return (nil, reading.end, nothing) }
      if reading.value == 1, !isDigits, !(comparator != .equal) || text.key(at - 1) == "no" {
        guard isPlainOne(text, at, unit) else { return (nil, reading.end, nothing) }
      }
      if reading.isSmallWord, !isRange {
        // "the two sides", "both two": a way of naming, no amount.
        if ["the", "these", "those", "both", "other", "its", "their", "our", "his", "her", "every", "any"].contains(
          before), text.key(single) != "of"
        {
          return (nil, reading.end, nothing)
        }
        if let noun = unit.noun, Self.generic.contains(text.key(noun.upperBound - 1)) {
          return (nil, reading.end, nothing)
        }
        if text.lexemes[from].shape.contains(.hyphenated) { return (nil, reading.end, nothing) }
      }
      if !isDigits, reading.isSmallWord, let noun = unit.noun, text.word(noun.upperBound).contains(.placeNoun) {
        return (nil, reading.end, nothing)
      }
    }
    if isDigits, currency == nil, unit.isCounted,
      text.mark(at - 1) == .slash
        || text.mark(at - 1) == .dash && text.lexemes.indices.contains(at - 2) && text.lexemes[at - 2].kind == .number
          && !text.lexemes[at].shape.contains(.spaced)
    {
      return (nil, reading.end, nothing)
    }

    // "10 or more", "20 or so"
    var upper = max(unit.end, reading.end)
    if bound == nil, text.key(upper) == "or", upper + 1 < end, let known = Self.bounds[text.key(upper + 1)] {
      bound = known
      upper += 2
      unit.end = upper
    }
    comparator = bound ?? comparator
    // "already surpassed $70 billion"
    (comparator, from) = verbComparator(text, from, sentence, comparator)
    let quantity = quantity(text, from, upper, unit, clause)
    let figure = Draft.Figure(
      range: text.bytesOf(from..<upper), value: reading.value, high: reading.high, unit: unit.name,
      comparator: comparator,
      quantity: quantity)
    return (figure, upper, unit)
  }

  /// "A fifth worker has died": a count told by its last.
  func victim(_ text: SegmentedText, _ at: Int, _ end: Int) -> (Draft.Figure, Int)? {
    guard text.key(at) == "a" || text.key(at) == "an", at + 3 < end,
      let count = Self.ordinals.firstIndex(of: text.key(at + 1)), Self.mortals.contains(text.key(at + 2)),
      (at + 3..<min(end, at + 6)).contains(where: {
        ["died", "dies", "killed", "dead", "perished"].contains(text.key($0))
      })
    else { return nil }
    let figure = Draft.Figure(
      range: text.bytesOf(at..<at + 3), value: Double(count + 2), unit: "people", comparator: .equal,
      quantity: text.words(at + 2..<at + 3))
    return (figure, at + 3)
  }

  private static let ordinals: [WordKey] = [
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
  ]
  private static let mortals: WordSet = [
    "person", "victim", "man", "woman", "worker", "child", "boy", "girl", "soldier", "passenger", "patient", "resident",
    "officer", "climber", "student", "firefighter",
  ]

  // MARK: numbers

  /// "N250 billion", "Rs500": a currency's letters and a number in one word.
  func gluedCurrency(_ text: SegmentedText, _ at: Int, _ end: Int) -> (
    reading: NumberReader.Reading, currency: String
  )? {
    guard text.isWord(at), text.isCapital(at) else { return nil }
    guard text.key(at).utf8.last.map({ $0 >= 0x30 && $0 <= 0x39 }) == true else { return nil }
    let key = text.keyString(at)
    let letters = key.prefix { $0.isLetter }
    guard letters.count <= 4, letters.count < key.count, let currency = Units.letterCurrencies[WordKey(letters)],
      let value = Double(key.dropFirst(letters.count))
    else { return nil }
    let scales = ["thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "m": 1e6]
    if at + 1 < end, let scale = scales[text.key(at + 1)] {
      return (NumberReader.Reading(value: value * scale, end: at + 2, isScaled: true), currency)
    }
    // A letter and digits alone are a road or a model as well.
    guard letters.count > 1 || value >= 1000 else { return nil }
    return (NumberReader.Reading(value: value, end: at + 1), currency)
  }

  /// "a 15-kilometre road", "a 40-percent rise".
  func hyphenatedUnit(_ text: SegmentedText, _ at: Int) -> (reading: NumberReader.Reading, unit: String)? {
    guard text.isWord(at), text.lexemes[at].shape.contains(.hyphenated),
      let first = text.key(at).utf8.first, first >= 0x30, first <= 0x39
    else { return nil }
    let key = text.keyString(at)
    guard let dash = key.firstIndex(of: "-"), let value = Double(key[..<dash]) else { return nil }
    let word = String(key[key.index(after: dash)...].prefix { $0 != "-" })
    let reading = NumberReader.Reading(value: value, end: at + 1)
    if word == "percent" || word == "per" { return (reading, "percent") }
    if let unit = Units.measures[WordKey(word)], word.utf8.count > 1 { return (reading, unit) }
    if let unit = Units.currency(word: WordKey(word), nation: WordKey()) { return (reading, unit) }
    if ["year", "month", "day", "week", "hour", "minute"].contains(word) { return (reading, word) }
    if word == "million" || word == "billion", text.mark(at - 1) == .currency { return nil }
    return nil
  }

  /// "three or four", "10 to 15", "between three and five", "$5-7 billion".
  func extendToRange(
    _ text: SegmentedText, _ number: Int, _ end: Int, _ currency: String?, _ reading: inout NumberReader.Reading
  ) {
    let joint = reading.end
    guard joint + 1 < end else { return }
    var next = joint + 1
    switch text.key(joint) {
    case "to", "or": break
    case "and": guard text.key(number - 1) == "between" || text.key(number - 2) == "between" else { return }
    case "-": guard text.mark(joint) == .dash, !text.lexemes[joint].shape.contains(.spaced) else { return }
    case "per" where text.key(joint + 1) == "cent" && text.key(joint + 2) == "to":
      next = joint + 3
      guard NumberReader().read(text, next, end).map({ text.key($0.end) == "per" }) == true else { return }
    case "percent", "%":
      // "5% to 7%"
      guard
        text.key(joint + 1) == "to" || text.mark(joint + 1) == .dash
          || text.key(joint + 1) == "and" && text.key(number - 1) == "between", joint + 2 < end
      else { return }
      next = joint + 2
    default: return
    }
    if text.mark(next) == .currency { next += 1 }
    guard let other = NumberReader().read(text, next, end), !other.isFraction else { return }
    if next == joint + 2, text.mark(joint) == .percent || text.key(joint) == "percent" {
      guard text.mark(other.end) == .percent || text.key(other.end) == "percent" else { return }
    }
    if text.mark(next - 1) == .currency, currency == nil { return }
    var low = reading.value
    // "5 to 7 million" scales both
    if other.isScaled, !reading.isScaled, other.value >= 1000, low < 1000 {
      for scale in [1e12, 1e9, 1e6, 1e3] where other.value >= scale {
        low *= scale
        break
      }
    }
    guard other.value > low, low > 0 else { return }
    if text.key(joint) == "to" || text.key(joint) == "or", other.value > low * 20 { return }
    reading.value = low
    reading.high = other.value
    reading.end = other.end
    reading.isScaled = reading.isScaled || other.isScaled
    reading.isSmallWord = false
  }

  func isTime(_ text: SegmentedText, _ at: Int) -> Bool {
    var next = at
    if text.mark(next) == .dash { next += 1 }
    while text.word(next).contains(.adjective)
      || ["full", "consecutive", "straight", "more", "further", "additional", "calendar", "working"].contains(
        text.key(next)),
      next < at + 2
    { next += 1 }
    return text.word(next).contains(.timeUnit) && text.key(next) != "second" && text.key(next) != "quarter"
      || text.word(next).contains(.month) && text.isCapital(next) || text.key(next) == "o'clock"
  }

  // MARK: units

  func unit(_ text: SegmentedText, _ reading: NumberReader.Reading, _ at: Int, _ end: Int) -> Unit? {
    var next = reading.end
    guard next < end else { return nil }
    if text.mark(next) == .percent { return Unit(name: "percent", end: next + 1, noun: nil, isCounted: false) }
    let key = text.key(next)
    if key == "percent" || key == "pct" || key == "pc" || key == "percentage" && text.key(next + 1).hasPrefix("point")
      || key == "per" && text.key(next + 1) == "cent"
    {
      if key == "percentage" { return Unit(name: "percentage points", end: next + 2, noun: nil, isCounted: false) }
      return Unit(name: "percent", end: key == "per" ? next + 2 : next + 1, noun: nil, isCounted: false)
    }
    if key == "basis", text.key(next + 1).hasPrefix("point") {
      return Unit(name: "basis points", end: next + 2, noun: nil, isCounted: false)
    }
    if text.mark(next) == .dash, !text.lexemes[next].shape.contains(.spaced) { next += 1 }
    if let unit = Units.measures[text.key(next)], !text.isCapital(next) || text.key(next).utf8.count <= 3 {
      var upper = next + 1
      var name = unit
      if text.key(next) == "square" || text.key(upper) == "per" && text.key(upper + 1) == "hour" {
        name = unit == "km" ? "km/h" : "mile/h"
        upper += 2
      }
      return Unit(name: name, end: upper, noun: nil, isCounted: false)
    }
    if ["square", "cubic", "metric", "nautical"].contains(text.key(next)), let unit = Units.measures[text.key(next + 1)]
    {
      let name =
        text.key(next) == "square"
        ? unit + "²" : text.key(next) == "cubic" ? unit + "³" : text.key(next) == "nautical" ? "nautical mile" : unit
      return Unit(name: name, end: next + 2, noun: nil, isCounted: false)
    }
    let nation = !text.word(next).isDisjoint(with: [.demonym, .place]) && text.isCapital(next) ? 1 : 0
    if let currency = Units.currency(word: text.key(next + nation), nation: nation == 1 ? text.key(next) : WordKey()) {
      // "pounds of sugar" are no money.
      if !(text.key(next).hasPrefix("pound") && text.key(next + 1) == "of"),
        !(text.key(next) == "won" && !reading.isScaled)
      {
        return Unit(name: currency, end: next + nation + 1, noun: nil, isCounted: false)
      }
      if text.key(next).hasPrefix("pound") { return Unit(name: "lb", end: next + 1, noun: nil, isCounted: false) }
    }
    return counted(text, next, reading, end)
  }

  /// The noun that is counted: the last word of the phrase after the number.
  func counted(_ text: SegmentedText, _ from: Int, _ reading: NumberReader.Reading, _ end: Int) -> Unit? {
    var start = from
    if text.key(start) == "of" {
      // "two of the bombs", "dozens of people"
      guard start + 1 < end else { return nil }
      start += 1
      if text.word(start).contains(.determiner) {
        start += 1
      } else if !reading.isVague, !reading.isFraction, !reading.isScaled {
        return nil
      }
      if reading.value == 1 { return nil }
    } else if reading.isFraction, text.word(start).contains(.determiner) {
      start += 1
    }
    var at = start
    var head: Int?
    while at < end, at - start < Self.longestNounWords {
      let word = text.lexemes[at]
      guard word.kind == .word,
        word.word.isDisjoint(with: [
          .preposition, .conjunction, .subordinator, .auxiliary, .pronoun, .determiner, .weekday, .negation, .timeUnit,
        ]) || word.key == "second"
      else { break }
      if word.word.contains(.month), word.isCapital { break }
      if word.word.contains(.adverb), word.word.isDisjoint(with: .adjective) { break }
      if isVerb(text, at), head != nil || at > start { break }
      if at == start, isVerb(text, at), !isPlural(word.key) { return nil }
      if word.word.contains(.number) || word.word.contains(.ordinal) && at == start { break }
      head = at
      // A plural ends the phrase, unless it qualifies one more: "sports teams".
      if isPlural(word.key),
        !(at + 1 < end && isPlural(text.key(at + 1)) && text.lexemes[at + 1].kind == .word && !isVerb(text, at + 1))
      {
        break
      }
      if word.shape.contains(.possessive) { return nil }
      // "460 Kia and Hyundai vehicles"
      if word.isCapital, text.key(at + 1) == "and", text.isCapital(at + 2), at + 3 < end, isPlural(text.key(at + 3)) {
        at += 1
      }
      at += 1
    }
    guard let head else { return nil }
    let noun = text.key(head)
    // Without a plural it is no count, unless of one.
    let isSingular = reading.value == 1 && reading.high == nil
    // "15 ppb", "18 sen": a short unit that we do not know.
    let isAbbreviation =
      !isPlural(noun) && noun.utf8.count <= 4 && head == start && text.lexemes[from - 1].kind == .number
      && closes(text, head + 1, end)
    if isAbbreviation, !text.isCapital(head), text.word(head).isEmpty {
      return Unit(name: text.keyString(head), end: head + 1, noun: nil, isCounted: false)
    }
    if !isPlural(noun), !isSingular, !text.isCapital(head) || text.word(head).isDisjoint(with: .demonym) { return nil }
    if text.isCapital(head), text.word(head).isDisjoint(with: .demonym),
      !isPlural(noun) || head == start && !text.word(head).contains(.demonym) && !isHeadlineCase(text, head)
    {
      return nil
    }
    let name =
      text.isCapital(head) && text.word(head).contains(.demonym) ? "people" : Units.plural(text.keyString(head))
    return Unit(name: name, end: head + 1, noun: start..<head + 1, isCounted: true)
  }

  func closes(_ text: SegmentedText, _ at: Int, _ end: Int) -> Bool {
    at >= end || text.mark(at) != .none || !text.word(at).isDisjoint(with: [.preposition, .conjunction])
  }

  func isHeadlineCase(_ text: SegmentedText, _ at: Int) -> Bool {
    text.passages[text.sentences[text.sentenceOf[at]].passage].kind == .title
  }

  func isPlural(_ key: WordKey) -> Bool {
    if key.hasSuffix("s") {
      return !key.hasSuffix("ss") && !key.hasSuffix("us") && !key.hasSuffix("is") && key.utf8.count > 2
    }
    return Self.plurals.contains(key) || key.hasSuffix("men") && key.utf8.count > 4
  }

  func isVerb(_ text: SegmentedText, _ at: Int) -> Bool {
    let word = text.lexemes[at]
    if word.isCapital { return false }
    if word.word.contains(.adjective) { return false }
    if !word.word.isDisjoint(with: .finite), word.word.isDisjoint(with: .weakSpeech) {
      // "workers" and "works" differ; a verb in -s after a noun is a verb.
      return true
    }
    // "two landed", but "300 displaced families".
    guard word.key.hasSuffix("ed"), word.key.utf8.count > 4 else { return false }
    let next = text.lexemes.indices.contains(at + 1) ? text.lexemes[at + 1] : nil
    return !(next.map { $0.kind == .word && isPlural($0.key) && $0.word.isDisjoint(with: .function) } ?? false)
  }

  /// "2 million died", "killed seven", "20 wounded", "two landed": people, or what was last counted.
  func verbalUnit(
    _ text: SegmentedText, _ reading: NumberReader.Reading, _ from: Int, _ end: Int, _ lastCounted: String?,
    _ isDigits: Bool
  ) -> Unit? {
    var next = reading.end
    if next < end, text.word(next).contains(.auxiliary) { next += 1 }
    if next < end, text.word(next).contains(.auxiliary) { next += 1 }
    if next < end, text.key(next) == "others" || text.key(next) == "more" { next += 1 }
    if next < end, Self.casualties.contains(text.key(next)) {
      return Unit(
        name: "people", end: next == reading.end ? next + 1 : max(next + 1, reading.end), noun: nil, isCounted: true)
    }
    // "killed seven", "killing at least seven"
    if Self.casualties.contains(text.key(from - 1))
      || ["killing", "injuring", "wounding", "hurting"].contains(text.key(from - 1))
    {
      let closes =
        reading.end >= end || text.mark(reading.end) != .none
        || !text.word(reading.end).isDisjoint(with: [.preposition, .conjunction])
      if closes { return Unit(name: "people", end: reading.end, noun: nil, isCounted: true) }
    }
    // "the death toll, now 1,234,"
    for back in max(0, from - 7)..<from where text.key(back) == "toll" {
      let closes =
        reading.end >= end || text.mark(reading.end) != .none
        || !text.word(reading.end).isDisjoint(with: [.preposition, .conjunction, .auxiliary])
      if closes, isDigits { return Unit(name: "people", end: reading.end, noun: nil, isCounted: true) }
    }
    // "eight of them"
    if let lastCounted, text.key(reading.end) == "of", ["them", "whom", "these"].contains(text.key(reading.end + 1)),
      reading.value > 1, !reading.isFraction
    {
      return Unit(name: lastCounted, end: reading.end + 2, noun: nil, isCounted: true)
    }
    guard let lastCounted, reading.end < end, reading.value > 1 || reading.high != nil, !reading.isFraction else {
      return nil
    }
    guard isVerb(text, reading.end) || text.word(reading.end).contains(.verb) else { return nil }
    return Unit(name: lastCounted, end: reading.end, noun: nil, isCounted: true)
  }

  // MARK: no figures

  /// "Flight 12", "Resolution 1973": the number is part of a name.
  func isNumberName(_ text: SegmentedText, _ from: Int, _ isDigits: Bool, _ sentence: Sentence) -> Bool {
    guard isDigits, from > sentence.lexemes.lowerBound, text.lexemes[from].kind == .number else { return false }
    let before = text.lexemes[from - 1]
    return before.isCapital && before.word.isDisjoint(with: [.commonOpener, .preposition, .adverb, .determiner])
      && Self.numbered.contains(before.key)
  }

  /// Whether "one" counts a thing: "one bomb fell", but not "one day", "one of", "one another", "one official said".
  func isPlainOne(_ text: SegmentedText, _ at: Int, _ unit: Unit) -> Bool {
    guard let noun = unit.noun, noun.lowerBound == at + 1 else { return false }
    let before = text.key(at - 1)
    if ["no", "the", "this", "any", "every", "each", "only", "another"].contains(before) { return false }
    // "told them that one bomb fell", but not "that one bomb".
    if before == "that", !(max(0, at - 5)..<at).contains(where: { !text.word($0).isDisjoint(with: [.says, .tells]) }) {
      return false
    }
    let head = text.lexemes[noun.upperBound - 1]
    return !Self.generic.contains(head.key)
      && head.word.isDisjoint(with: [.people, .title, .timeUnit, .document, .adjective, .adverb])
      && !text.lexemes[at].isCapital && head.key != "another" && head.key != "side" && !head.key.hasSuffix("ing")
  }

  // MARK: comparators

  func comparator(
    _ text: SegmentedText, _ start: Int, _ sentence: Sentence, _ reading: NumberReader.Reading
  ) -> (FigureMention.Comparator, Int) {
    let first = sentence.lexemes.lowerBound
    func key(_ back: Int) -> WordKey { start - back >= first ? text.key(start - back) : WordKey() }
    let one = key(1)
    let two = key(2)
    let three = key(3)
    func found(_ comparator: FigureMention.Comparator, _ words: Int) -> (FigureMention.Comparator, Int) {
      // "a record", "an estimated", "well over"
      var words = words
      if ["well", "far", "just", "a", "an", "little", "slightly", "only"].contains(key(words + 1)) {
        words += 1
        if key(words + 1) == "a" { words += 1 }
      }
      return (comparator, start - words)
    }
    if one == "than" {
      switch two {
      case "more", "greater", "higher", "bigger", "longer":
        return three == "no" || three == "not" ? (.atMost, start - 3) : found(.moreThan, 2)
      case "less", "fewer", "lower", "smaller":
        return three == "no" || three == "not" ? (.atLeast, start - 3) : found(.lessThan, 2)
      default: break
      }
    }
    if one == "least", two == "at" { return (.atLeast, start - 2) }
    if one == "most", two == "at" { return (.atMost, start - 2) }
    if one == "to", two == "up" { return (.atMost, start - 2) }
    if one == "to", two == "close" { return (.almost, start - 2) }
    if one == "as", ["many", "much", "high"].contains(two), three == "as" { return (.atMost, start - 3) }
    if one == "as", ["few", "little", "low"].contains(two), three == "as" { return (.atLeast, start - 3) }
    if one == "of", two == "excess", three == "in" { return (.moreThan, start - 3) }
    if one == "of", two == "upwards" { return (.moreThan, start - 2) }
    switch one {
    case "over", "above", "exceeding", "topping", "surpassing": return found(.moreThan, 1)
    case "under", "below": return found(.lessThan, 1)
    case "nearly", "almost": return found(.almost, 1)
    case "about", "around", "roughly", "approximately", "some", "circa", "estimated": return found(.about, 1)
    case "nearer", "near": return found(.about, 1)
    case "to" where two == "closer" || two == "nearer": return found(.about, 2)
    case "record": return found(.record, 1)
    case "minimum", "maximum": return found(one == "minimum" ? .atLeast : .atMost, 1)
    case "a", "another": return (reading.isVague ? .atLeast : .equal, one == "another" ? start - 1 : start)
    default: return (reading.isVague ? .atLeast : .equal, start)
    }
  }

  /// "already surpassed $70 billion", "stood at 12 people".
  func verbComparator(
    _ text: SegmentedText, _ from: Int, _ sentence: Sentence, _ comparator: FigureMention.Comparator
  ) -> (FigureMention.Comparator, Int) {
    guard comparator == .equal, from - 1 >= sentence.lexemes.lowerBound else { return (comparator, from) }
    var start = from - 1
    var found = FigureMention.Comparator.equal
    switch text.key(start) {
    case "surpassed", "exceeded", "topped", "passed", "surpasses", "exceeds", "tops", "surpassing", "exceed", "surpass":
      found = .moreThan
    case "reached", "hit", "reaches", "totalled", "totaled": break
    case "at" where ["stood", "stands"].contains(text.key(start - 1)): start -= 1
    default: return (comparator, from)
    }
    if start - 1 >= sentence.lexemes.lowerBound, text.key(start - 1) == "already" { start -= 1 }
    return (found, start)
  }

  static let bounds: WordTable<FigureMention.Comparator> = [
    "more": .atLeast, "so": .about, "fewer": .atMost, "less": .atMost,
  ]
  static let casualties: WordSet = [
    "killed", "wounded", "injured", "died", "dead", "hurt", "missing", "displaced", "arrested", "detained",
    "hospitalized", "hospitalised",
    "kidnapped", "evacuated", "drowned", "rescued", "perished",
  ]
  static let plurals: WordSet = [
    "people", "men", "women", "children", "troops", "police", "aircraft", "personnel", "staff", "cattle", "sheep",
    "fish", "media", "data",
    "feet", "percent", "mice", "teeth", "spacecraft", "dead",
  ]
  static let generic: WordSet = [
    "countries", "sides", "nations", "leaders", "thing", "things", "way", "ways", "side", "hand", "hands", "place",
    "point", "points", "time",
    "times", "issue", "reason", "area", "country", "nation", "person", "day", "another", "parties", "presidents",
    "neighbours", "neighbors",
    "ministers", "states", "part", "parts", "half", "halves", "kind", "factor", "example", "case", "form", "chance",
    "option", "step",
  ]
  static let numbered: WordSet = [
    "flight", "route", "highway", "room", "gate", "page", "chapter", "article", "section", "resolution", "number", "no",
    "phase", "level",
    "apollo", "boeing", "airbus", "interstate", "group", "class", "figure", "table", "volume", "act", "channel",
    "district", "zone", "unit",
    "platform", "terminal", "ward", "covid", "windows", "version", "grade", "type", "mark", "line", "road", "street",
    "bus", "train",
  ]
}
