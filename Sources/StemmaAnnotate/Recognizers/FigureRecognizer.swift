import StemmaModel

/// Of the quantities, those that a report states as facts: money, percentages, measures, counted people and things.
///
/// Lengths of time, ages and numbers of nothing named are no figures, and neither are ways of speaking ("the two sides").
struct FigureRecognizer {
  static let longestQuantityWords = 8

  /// Marks the quantities that are figures.
  ///
  /// - Complexity: O(*n*) in the quantities; what is measured is looked for within a clause.
  func recognize(in text: SegmentedText, times: [Draft.Time], quantities: inout [Draft.Quantity]) -> [Draft.Figure] {
    var figures: [Draft.Figure] = []
    var time = 0
    var sentence = -1
    var lastLengthEnd = -1
    var next = 0
    func victims(to upper: Int) {
      while next < upper {
        if text.lexemes[next].word.contains(.ordinal), let victim = victim(text, next - 1) { figures.append(victim) }
        next += 1
      }
    }
    for at in quantities.indices {
      let quantity = quantities[at]
      victims(to: quantity.lexemes.lowerBound)
      let own = text.sentenceOf[quantity.lexemes.lowerBound]
      if own != sentence {
        sentence = own
        lastLengthEnd = -1
        while time < times.count, times[time].lexemes.upperBound <= text.sentences[own].lexemes.lowerBound { time += 1 }
      }
      guard isFigure(text, quantity) else { continue }
      // "25 km (15 miles)": one length, told twice.
      if Units.lengths.contains(quantity.unit) {
        let end = quantity.lexemes.upperBound
        let isConversion =
          lastLengthEnd >= 0 && end - lastLengthEnd <= 6
          && (lastLengthEnd..<end).contains { text.mark($0) == .openParenthesis }
        if isConversion { continue }
        lastLengthEnd = end
      }
      quantities[at].figure = figures.count
      figures.append(figure(text, quantity, times[time...]))
    }
    victims(to: text.lexemes.count)
    return figures
  }

  private func figure(_ text: SegmentedText, _ quantity: Draft.Quantity, _ times: ArraySlice<Draft.Time>)
    -> Draft.Figure
  {
    let sentence = text.sentences[text.sentenceOf[quantity.lexemes.lowerBound]]
    let (comparator, from) = verbComparator(text, quantity, sentence)
    let upper = quantity.stated.upperBound
    let clause = clause(of: quantity.lexemes.lowerBound, sentence)
    let start = from < quantity.lexemes.lowerBound ? text.lexemes[from].range.lowerBound : quantity.range.lowerBound
    return Draft.Figure(
      range: start..<quantity.statedEnd, value: quantity.value, high: quantity.isVague ? nil : quantity.high,
      unit: quantity.unit, comparator: comparator, change: quantity.change,
      quantity: measured(text, from, upper, quantity, clause),
      period: period(text, times.prefix { $0.lexemes.lowerBound < sentence.lexemes.upperBound }, clause, upper))
  }

  private func clause(of lexeme: Int, _ sentence: Sentence) -> Range<Int> {
    var low = 0
    var high = sentence.clauses.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sentence.clauses[middle].upperBound <= lexeme { low = middle + 1 } else { high = middle }
    }
    return sentence.clauses[low]
  }

  private func isFigure(_ text: SegmentedText, _ quantity: Draft.Quantity) -> Bool {
    guard !quantity.isUnitCarried else { return false }
    switch quantity.kind {
    case .money, .percentage, .measure: return true
    case .duration, .age, .number: return false
    case .count: break
    }
    let from = quantity.numberLexemes.lowerBound
    // "a 52,000-seat stadium"
    if let noun = quantity.noun, quantity.numberLexemes.contains(noun.lowerBound) { return false }
    if quantity.value == 1, quantity.high == nil, !quantity.isDigits, !quantity.isFraction,
      quantity.comparator == .equal || text.key(from - 1) == "no"
    {
      return isPlainOne(text, from, quantity)
    }
    guard quantity.isSmallWord else { return true }
    // "the two sides", "both two": a way of naming, no amount.
    if ["the", "these", "those", "both", "other", "its", "their", "our", "his", "her", "every", "any"].contains(
      text.key(quantity.lexemes.lowerBound - 1)), text.key(quantity.numberLexemes.upperBound) != "of"
    {
      return false
    }
    guard let noun = quantity.noun else { return true }
    if Nouns.generic.contains(text.key(noun.upperBound - 1)) { return false }
    return !text.lexemes[from].shape.contains(.hyphenated) && !text.word(noun.upperBound).contains(.placeNoun)
  }

  /// Whether "one" counts a thing: "one bomb fell", but not "one day", "one of", "one another", "one official said".
  private func isPlainOne(_ text: SegmentedText, _ at: Int, _ quantity: Draft.Quantity) -> Bool {
    guard let noun = quantity.noun, noun.lowerBound == at + 1 else { return false }
    let before = text.key(at - 1)
    if ["no", "the", "this", "any", "every", "each", "only", "another"].contains(before) { return false }
    // "told them that one bomb fell", but not "that one bomb".
    if before == "that", !(max(0, at - 5)..<at).contains(where: { !text.word($0).isDisjoint(with: [.says, .tells]) }) {
      return false
    }
    let head = text.lexemes[noun.upperBound - 1]
    return !Nouns.generic.contains(head.key)
      && head.word.isDisjoint(with: [.people, .title, .timeUnit, .document, .adjective, .adverb])
      && !text.lexemes[at].isCapital && head.key != "another" && head.key != "side" && !head.key.hasSuffix("ing")
  }

  /// "A fifth worker has died": a count told by its last.
  private func victim(_ text: SegmentedText, _ at: Int) -> Draft.Figure? {
    guard at >= 0, text.key(at) == "a" || text.key(at) == "an",
      let count = Self.ordinals.firstIndex(of: text.key(at + 1)), Self.mortals.contains(text.key(at + 2))
    else { return nil }
    let end = text.sentences[text.sentenceOf[at]].lexemes.upperBound
    guard at + 3 < end,
      (at + 3..<min(end, at + 6)).contains(where: {
        ["died", "dies", "killed", "dead", "perished"].contains(text.key($0))
      })
    else { return nil }
    return Draft.Figure(
      range: text.bytesOf(at..<at + 3), value: Double(count + 2), unit: "people", comparator: .equal,
      quantity: text.words(at + 2..<at + 3))
  }

  private static let ordinals: [WordKey] = [
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
  ]
  private static let mortals: WordSet = [
    "person", "victim", "man", "woman", "worker", "child", "boy", "girl", "soldier", "passenger", "patient", "resident",
    "officer", "climber", "student", "firefighter",
  ]

  /// "already surpassed $70 billion", "stood at 12 people".
  private func verbComparator(_ text: SegmentedText, _ quantity: Draft.Quantity, _ sentence: Sentence) -> (
    FigureMention.Comparator, Int
  ) {
    let from = quantity.lexemes.lowerBound
    let first = sentence.lexemes.lowerBound
    guard quantity.comparator == .equal, from - 1 >= first else { return (quantity.comparator, from) }
    var start = from - 1
    var found = FigureMention.Comparator.equal
    switch text.key(start) {
    case "surpassed", "exceeded", "topped", "passed", "surpasses", "exceeds", "tops", "surpassing", "exceed", "surpass":
      found = .moreThan
    case "reached", "hit", "reaches", "totalled", "totaled": break
    case "at" where start > first && ["stood", "stands"].contains(text.key(start - 1)): start -= 1
    default: return (.equal, from)
    }
    if start > first, text.key(start - 1) == "already" { start -= 1 }
    return (found, start)
  }
}
