import StemmaModel

/// "more than", "at least", "about", "10 or more": the words that bound or loosen a number.
struct Comparison {
  var comparator = FigureMention.Comparator.equal
  /// Pieces, from the comparator to its other end behind the unit.
  var start: Int
  var end: Int
  /// The words of comparison that stand before the number, or behind it.
  var words: Range<Int>?
  /// Where such words right behind the number end, else 0.
  var bound = 0
}

extension QuantityReader {
  private static let greater: WordSet = [
    "more", "greater", "higher", "bigger", "longer", "larger", "older", "better", "faster", "heavier", "taller",
    "further", "farther",
  ]
  private static let smaller: WordSet = [
    "less", "fewer", "lower", "smaller", "shorter", "younger", "cheaper", "lighter",
  ]
  static let behind: WordTable<FigureMention.Comparator> = [
    "more": .atLeast, "so": .about, "fewer": .atMost, "less": .atMost, "greater": .atLeast, "higher": .atLeast,
    "lower": .atMost,
    "above": .atLeast, "over": .atLeast, "older": .atLeast, "under": .atMost, "below": .atMost,
  ]

  func comparator(_ amount: Amount, _ last: Amount, isRange: Bool) -> Comparison {
    var found = before(amount.start, amount, isRange: isRange)
    let end = max(last.end, last.number.end)
    found.end = end
    // "ten or more boats", "10 boats or more"
    boundBehind(last.number.end, end, &found)
    if end != last.number.end { boundBehind(end, end, &found) }
    // "five-plus years", "100+"
    if fine.key(last.number.end) == "+", fine.isAttached(last.number.end), !fine.isDigits(last.number.end + 1) {
      found.comparator = .atLeast
      found.words = last.number.end..<last.number.end + 1
      found.end = max(end, last.number.end + 1)
    }
    // "less than 5000 or equal to"
    if fine.key(end) == "or", fine.key(end + 1) == "equal" {
      let upper = fine.key(end + 2) == "to" ? end + 3 : end + 2
      if !(fine.isDigits(upper) || fine.number(upper) != nil) {
        found.comparator =
          found.comparator == .lessThan ? .atMost : found.comparator == .moreThan ? .atLeast : found.comparator
        found.words = found.words.map { $0.lowerBound..<upper }
        found.end = upper
      }
    }
    return found
  }

  private func boundBehind(_ at: Int, _ end: Int, _ found: inout Comparison) {
    let joint = fine.key(at)
    guard joint == "or" || joint == "and" else { return }
    let word = fine.key(at + 1)
    guard let bound = Self.behind[word], joint == "or" || ["more", "over", "above"].contains(word) else { return }
    // "30 or greater than 190", "5 and more than 3"
    if fine.key(at + 2) == "than", fine.isDigits(at + 3) || fine.number(at + 3) != nil { return }
    let isFollowed = fine.isWord(at + 2)
    if joint == "and", isFollowed, fine.word(at + 2).isDisjoint(with: [.preposition]) { return }
    if ["over", "under", "above", "below"].contains(word), isFollowed, fine.word(at + 2).isDisjoint(with: .function) {
      return
    }
    found.comparator = bound
    let upper = fine.key(at + 2) == "than" && !fine.has(at + 3) ? at + 3 : at + 2
    found.words = at..<upper
    found.bound = upper
    found.end = max(end, upper)
  }

  private func before(_ start: Int, _ amount: Amount, isRange: Bool) -> Comparison {
    func key(_ back: Int) -> WordKey { fine.key(start - back) }
    func found(_ comparator: FigureMention.Comparator, _ words: Int) -> Comparison {
      // "a record", "an estimated", "well over"
      var words = words
      if ["well", "far", "just", "a", "an", "little", "slightly", "only"].contains(key(words + 1)) {
        words += 1
        if key(words + 1) == "a" { words += 1 }
      }
      return Comparison(comparator: comparator, start: start - words, end: start, words: start - words..<start)
    }
    func exactly(_ comparator: FigureMention.Comparator, _ words: Int) -> Comparison {
      Comparison(comparator: comparator, start: start - words, end: start, words: start - words..<start)
    }
    let one = key(1)
    let two = key(2)
    let three = key(3)
    let vague: FigureMention.Comparator = amount.number.isVague ? .atLeast : .equal
    if isRange, one == "between" || one == "from" { return exactly(.equal, 1) }
    if isRange, two == "between" || two == "from", ["about", "around", "roughly", "up", "only"].contains(one) {
      return exactly(one == "about" || one == "around" || one == "roughly" ? .about : .equal, 2)
    }
    // "less than or equal to", "no more than", "equal to or less than"
    if one == "than" || one == "to" && two == "equal" && three == "or" {
      var back = one == "than" ? 1 : 3
      var isEqual = one == "to"
      if one == "than", two == "equal", three == "or" {
        back = 3
        isEqual = true
      }
      if key(back) == "than" || key(back) == "or", key(back + 1) == "than", key(back) == "or" { back += 1 }
      if one == "than" || key(back) == "than" || isEqual {
        let word = key(back + 1) == "than" ? key(back + 2) : key(back + 1)
        if key(back + 1) == "than" { back += 1 }
        let isMore = Self.greater.contains(word)
        if isMore || Self.smaller.contains(word) {
          back += 1
          if ["no", "not"].contains(key(back + 1)) { return exactly(isMore ? .atMost : .atLeast, back + 1) }
          if key(back + 1) == "or", key(back + 2) == "to", key(back + 3) == "equal" {
            isEqual = true
            back += 3
          }
          return isEqual ? exactly(isMore ? .atLeast : .atMost, back) : found(isMore ? .moreThan : .lessThan, back)
        }
        if word == "least", isEqual, key(back + 2) == "at" { return exactly(.atLeast, back + 2) }
      }
    }
    if one == "to", ["equal", "equals", "equaling", "equals"].contains(two) { return exactly(.equal, 2) }
    if one == "equals" || one == "equal" { return exactly(.equal, 1) }
    if let sign = sign(start) { return sign }
    if one == "least" {
      if two == "at" { return exactly(.atLeast, 2) }
      if two == "the", three == "at" { return exactly(.atLeast, 3) }
    }
    if one == "as", three == "as" {
      if ["many", "much", "high"].contains(two) { return exactly(.atMost, 3) }
      if ["few", "little", "low"].contains(two) { return exactly(.atLeast, 3) }
    }
    if one == "to" {
      if two == "up" { return exactly(.atMost, 2) }
      if two == "close" { return exactly(.almost, 2) }
      if two == "closer" || two == "nearer" { return found(.about, 2) }
    }
    if one == "of" {
      if two == "excess", three == "in" { return exactly(.moreThan, 3) }
      if two == "upwards" { return exactly(.moreThan, 2) }
      if two == "minimum" { return found(.atLeast, 2) }
      if two == "maximum" { return found(.atMost, 2) }
    }
    if one == "most", two == "at" { return exactly(.atMost, 2) }
    switch one {
    case "over", "above", "exceeding", "topping", "surpassing", "exceed", "surpass", "exceeds", "beyond":
      return found(.moreThan, 1)
    case "under", "below", "sub": return found(.lessThan, 1)
    case "-" where two == "sub": return exactly(.lessThan, 2)
    case "nearly", "almost": return found(.almost, 1)
    case "about", "around", "roughly", "approximately", "some", "circa", "estimated", "nearer", "near", "approx", "~":
      if one == "approx", fine.mark(start - 1) == .stop { return found(.about, 2) }
      return found(.about, 1)
    case "record": return found(.record, 1)
    case "minimum", "maximum": return found(one == "minimum" ? .atLeast : .atMost, 1)
    case "a", "another":
      return Comparison(comparator: vague, start: one == "another" ? start - 1 : start, end: start)
    default: return Comparison(comparator: vague, start: start, end: start)
    }
  }

  /// "<= 30", "> 5"
  private func sign(_ start: Int) -> Comparison? {
    var at = start - 1
    var isEqual = false
    if fine.key(at) == "=", fine.key(at - 1) == "<" || fine.key(at - 1) == ">" {
      isEqual = true
      at -= 1
    }
    let comparator: FigureMention.Comparator
    switch fine.key(at) {
    case "<": comparator = isEqual ? .atMost : .lessThan
    case ">": comparator = isEqual ? .atLeast : .moreThan
    case "≤": comparator = .atMost
    case "≥": comparator = .atLeast
    default: return nil
    }
    if fine.key(at - 1) == "<" || fine.key(at - 1) == "=" || fine.key(at - 1) == ">" { return nil }
    return Comparison(comparator: comparator, start: at, end: start, words: at..<start)
  }

  // MARK: direction of change

  private static let rises: WordSet = [
    "up", "rose", "rise", "rises", "rising", "risen", "grew", "grow", "grows", "growing", "grown", "increased",
    "increase", "increases",
    "increasing", "gained", "gain", "gains", "gaining", "jumped", "jump", "jumps", "jumping", "climbed", "climb",
    "climbs", "climbing",
    "surged", "surge", "surges", "surging", "soared", "soar", "soars", "soaring", "advanced", "advance", "advances",
    "advancing", "added",
    "adds", "adding", "rallied", "rallies", "rebounded", "leapt", "leaped", "expanded", "expands", "spiked",
    "strengthened", "swelled", "higher",
  ]
  private static let falls: WordSet = [
    "down", "fell", "fall", "falls", "falling", "fallen", "dropped", "drop", "drops", "dropping", "declined", "decline",
    "declines",
    "declining", "decreased", "decrease", "decreases", "decreasing", "slid", "slide", "slides", "sliding", "slipped",
    "slips", "slipping",
    "lost", "loses", "losing", "shed", "sheds", "shedding", "plunged", "plunges", "plunging", "plummeted", "plummets",
    "plummeting",
    "tumbled", "tumbles", "tumbling", "sank", "sinks", "sinking", "shrank", "shrinks", "shrunk", "shrinking",
    "contracted", "contracts",
    "dipped", "dips", "dipping", "slumped", "slumps", "slumping", "eased", "crashed", "weakened", "cut", "lower",
  ]
  private static let between: WordSet = [
    "by", "about", "around", "nearly", "almost", "roughly", "another", "as", "much", "just", "only", "an", "a", "some",
    "further", "more", "than", "over", "at", "least", "estimated", "between", "from", "approximately", "well",
  ]

  /// "rose 0.3%", "up nearly 57%": which way, by the word that governs the number; not "rose to 57%".
  func change(_ start: Int, _ amount: Amount) -> QuantityMention.Change? {
    var at = start - 1
    var steps = 0
    var isBy = false
    while steps < 4,
      Self.between.contains(fine.key(at))
        || fine.word(at).contains(.adverb) && !Self.rises.contains(fine.key(at)) && !Self.falls.contains(fine.key(at))
    {
      if fine.key(at) == "by" { isBy = true }
      if fine.key(at) == "from", !isBy { return nil }
      at -= 1
      steps += 1
    }
    let key = fine.key(at)
    guard amount.unit?.kind != .duration, amount.unit?.kind != .age, isBy || amount.unit?.kind != .count else {
      return nil
    }
    if Self.rises.contains(key) { return .up }
    if Self.falls.contains(key) { return .down }
    // "Harbour index -2.1%"
    if amount.unit?.kind == .percentage, amount.value < 0 { return .down }
    return nil
  }

  /// Whether a verb of change governs what begins at a piece: what "to" leads to behind it is where it went.
  func changeVerb(before start: Int) -> Bool {
    var at = start - 1
    var steps = 0
    while steps < 3,
      ["about", "around", "nearly", "almost", "roughly", "another", "just", "some"].contains(fine.key(at))
    {
      at -= 1
      steps += 1
    }
    return Self.rises.contains(fine.key(at)) || Self.falls.contains(fine.key(at))
  }
}
