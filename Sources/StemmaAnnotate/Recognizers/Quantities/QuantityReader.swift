import StemmaModel

/// The numbers and amounts of one sentence.
struct QuantityReader {
  typealias Number = NumberReader.Number

  struct Unit {
    var name: String
    var kind: QuantityMention.Kind
    /// Pieces of the unit.
    var words: Range<Int>?
    /// The piece after the unit.
    var end: Int
    /// Pieces of the counted noun phrase.
    var noun: Range<Int>?
    var per: String?
    /// Where the words for that begin.
    var perStart: Int?
    /// The number itself is of millions: "30 MUSD".
    var scale = 1.0
    var isImplied = false
    /// Told only further back in the sentence: good to know, too weak for a figure.
    var isCarried = false
  }

  /// A number with its sign and unit.
  struct Amount {
    var number: Number
    var value: Double
    /// Pieces, with the sign and the currency before it.
    var start: Int
    var end: Int
    var unit: Unit?
    /// The sign of the currency stands before the number.
    var isLed = false
    /// In `numbers`.
    var index: Int
  }

  let text: SegmentedText
  let fine: FineText
  let times: ArraySlice<Draft.Time>
  var memory: QuantityRecognizer.Memory
  let isTitle: Bool
  /// Whether the first piece opens the sentence.
  let opens: Bool

  private(set) var numbers: [Number] = []
  var quantities: [Draft.Quantity] = []
  /// The piece up to which units reach: "three used 412 Tern planes".
  private var taken = 0

  init(
    text: SegmentedText, fine: FineText, times: ArraySlice<Draft.Time>, memory: QuantityRecognizer.Memory,
    isTitle: Bool,
    opens: Bool
  ) {
    self.text = text
    self.fine = fine
    self.times = times
    self.memory = memory
    self.isTitle = isTitle
    self.opens = opens
  }

  mutating func read() {
    let reader = NumberReader(fine: fine)
    var at = 0
    var address = (end: 0, isOne: false)
    while at < fine.count {
      guard let number = reader.read(at) else {
        at += 1
        continue
      }
      if !number.isOrdinal, !isInAddress(number, &address) { numbers.append(number) }
      at = max(number.end, at + 1)
    }
    var next = 0
    while next < numbers.count {
      let used = quantity(next)
      next = max(used, next + 1)
    }
  }

  // MARK: amounts

  func amount(_ index: Int) -> Amount {
    let number = numbers[index]
    var amount = Amount(
      number: number, value: value(number), start: sign(number) ?? number.start, end: number.end, index: index)
    if let (unit, start) = leadingCurrency(number, amount.start) {
      amount.start = start
      amount.isLed = true
      amount.value *= unit.scale
      var unit = unit
      unit.end = max(unit.end, number.end)
      // "$5 dollars", "$20 US"
      if ["dollar", "dollars", "usd"].contains(fine.key(number.end)) { unit.end = number.end + 1 }
      unit.per = per(&unit)
      amount.unit = unit
      amount.end = unit.end
    } else if let unit = leadingPercent(number) {
      (amount.unit, amount.start) = (unit, unit.words!.lowerBound)
    } else if var unit = unit(number) {
      amount.value *= unit.scale
      if unit.noun == nil || unit.kind == .count { unit.per = per(&unit) }
      amount.unit = unit
      amount.end = max(unit.end, number.end)
    }
    return amount
  }

  /// Takes the quantity that begins with a number; returns the number to go on with.
  private mutating func quantity(_ index: Int) -> Int {
    guard numbers[index].start >= taken else { return index + 1 }
    var amount = amount(index)
    let number = amount.number
    if let time = time(at: number.start), !isLengthOfTime(amount) {
      var next = index + 1
      while next < numbers.count, fine.pieces[numbers[next].start].lexeme < time.lexemes.upperBound { next += 1 }
      return next
    }
    if isCodeOfDigits(amount) || isPronoun(number) { return index + 1 }
    var high: Double?
    var next = index + 1
    var last = amount
    if let (upper, joined) = rangeEnd(of: &amount) {
      high = max(amount.value, upper.value)
      amount.value = min(amount.value, upper.value)
      (last, next) = (upper, joined)
      amount.end = upper.end
    } else if let other = combined(amount) {
      // "5 ft 2 in", "3 dollars 50 cents"
      amount = other.0
      last = amount
      next = other.1
    }
    let found = comparator(amount, last, isRange: high != nil)
    guard
      let unit = amount.unit ?? last.unit ?? impliedUnit(amount, found, isRange: high != nil)
        ?? bareUnit(amount, last, found, isRange: high != nil)
    else { return next }
    if isName(amount, last, unit, found) { return isJoinedByDash(last) ? next + 1 : next }
    append(amount, last, high, unit, found)
    return next
  }

  private func isJoinedByDash(_ amount: Amount) -> Bool {
    amount.index + 1 < numbers.count && fine.isDash(amount.number.end)
      && numbers[amount.index + 1].start == amount.number.end + 1
      && fine.isAttached(amount.number.end)
  }

  private mutating func append(_ amount: Amount, _ last: Amount, _ high: Double?, _ unit: Unit, _ found: Comparison) {
    let upper = max(found.end, max(last.end, unit.end))
    taken = upper
    let first = numbers[amount.index]
    var quantity = Draft.Quantity(
      range: fine.bytes(found.start..<upper),
      lexemes: fine.pieces[found.start].lexeme..<fine.pieces[upper - 1].lexeme + 1,
      number: range(first).lowerBound..<numbers[last.index].range.upperBound, value: amount.value, high: high,
      kind: unit.kind, unit: unit.name, unitRange: unit.words.map(fine.bytes), per: unit.per,
      comparator: found.comparator,
      comparatorRange: found.words.map(fine.bytes),
      stated: 0..<0, statedEnd: 0,
      numberLexemes: fine.pieces[amount.start].lexeme..<fine.pieces[last.number.end - 1].lexeme + 1)
    quantity.change = change(found.start, amount)
    if let told = quantities.last, isConversion(told, quantity, at: found.start) {
      if quantity.comparator == .equal { quantity.comparator = told.comparator }
      quantity.change = quantity.change ?? told.change
    }
    // "$14 a month" is stated in the first two words.
    let stated = found.end > last.end ? upper : last.unit?.perStart ?? unit.perStart ?? upper
    quantity.stated = fine.pieces[found.start].lexeme..<fine.pieces[stated - 1].lexeme + 1
    quantity.statedEnd = fine.pieces[stated - 1].range.upperBound
    quantity.noun = unit.noun.map { fine.pieces[$0.lowerBound].lexeme..<fine.pieces[$0.upperBound - 1].lexeme + 1 }
    quantity.isDigits = first.isDigits
    quantity.isSmallWord = first.isSmallWord && high == nil
    quantity.isVague = first.isVague
    quantity.isFraction = first.isFraction
    quantity.isScaled = first.isScaled || last.number.isScaled
    quantity.isUnitCarried = unit.isCarried
    if first.isVague, quantity.high == nil { quantity.high = first.value * 10 }
    if unit.kind == .count { memory.counted = unit.name }
    if unit.kind == .money, Currencies.isCode(unit.name), fine.mark(found.start - 1) != .openParenthesis {
      memory.currency = unit.name
    }
    if unit.kind == .money || unit.kind == .measure || unit.kind == .count { memory.unit = (unit.name, unit.kind) }
    if let before = quantities.last, let both = bounded(before, quantity) {
      quantities[quantities.count - 1] = both
    } else {
      quantities.append(quantity)
    }
  }

  private func isLower(_ comparator: FigureMention.Comparator) -> Bool {
    comparator == .moreThan || comparator == .atLeast
  }
  private func isUpper(_ comparator: FigureMention.Comparator) -> Bool {
    comparator == .lessThan || comparator == .atMost
  }

  /// "more than 100 but fewer than 300": one amount with two ends.
  private func bounded(_ a: Draft.Quantity, _ b: Draft.Quantity) -> Draft.Quantity? {
    guard a.high == nil, b.high == nil, b.comparator != .equal, b.kind == a.kind || a.kind == .number,
      a.unit == b.unit || a.unit.isEmpty,
      isLower(a.comparator) && isUpper(b.comparator) && a.value < b.value
        || isUpper(a.comparator) && isLower(b.comparator) && a.value > b.value,
      a.lexemes.upperBound < b.lexemes.lowerBound, b.lexemes.lowerBound - a.lexemes.upperBound <= 2,
      (a.lexemes.upperBound..<b.lexemes.lowerBound).allSatisfy({ ["and", "but", ","].contains(text.key($0)) })
    else { return nil }
    var both = b
    both.range = a.range.lowerBound..<b.range.upperBound
    both.lexemes = a.lexemes.lowerBound..<b.lexemes.upperBound
    both.number = a.number.lowerBound..<b.number.upperBound
    both.value = min(a.value, b.value)
    both.high = max(a.value, b.value)
    both.comparator = .equal
    both.comparatorRange = a.comparatorRange
    both.stated = a.lexemes.lowerBound..<b.stated.upperBound
    both.numberLexemes = a.numberLexemes.lowerBound..<b.numberLexemes.upperBound
    both.isScaled = a.isScaled || b.isScaled
    return both
  }

  /// "more than 50 kilometres (31 miles)": one amount, told twice.
  private func isConversion(_ told: Draft.Quantity, _ again: Draft.Quantity, at start: Int) -> Bool {
    let before = again.lexemes.lowerBound - 1
    return told.lexemes.upperBound == before && fine.mark(start - 1) == .openParenthesis && told.kind == again.kind
      && told.unit != again.unit && told.kind != .count
  }

  // MARK: times

  func time(at piece: Int) -> Draft.Time? {
    let lexeme = fine.pieces[piece].lexeme
    var low = times.startIndex
    var high = times.endIndex
    while low < high {
      let middle = (low + high) / 2
      if times[middle].lexemes.upperBound <= lexeme { low = middle + 1 } else { high = middle }
    }
    return low < times.endIndex && times[low].lexemes.contains(lexeme) ? times[low] : nil
  }

  /// "the last three months" is a time, and three months are a length of it.
  private func isLengthOfTime(_ amount: Amount) -> Bool {
    guard let unit = amount.unit else { return false }
    return unit.kind == .duration || unit.kind == .age
  }
}
