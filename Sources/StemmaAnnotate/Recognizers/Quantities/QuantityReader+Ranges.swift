import StemmaModel

/// Amounts with two ends, and amounts told in two units.
extension QuantityReader {
  /// Pieces between two numbers of a range: a unit, the joint, the sign of a currency.
  private static let mostBetween = 9

  /// The upper end, and the number after it: "10 to 15", "between $20,000 and $35,000", "5-7 million", "from 180 pounds to 165".
  func rangeEnd(of first: inout Amount) -> (Amount, Int)? {
    var amount = first
    guard amount.index + 1 < numbers.count, !amount.number.isVague,
      numbers[amount.index + 1].start - min(amount.end, amount.number.end + 3) <= Self.mostBetween
    else { return nil }
    var other = self.amount(amount.index + 1)
    guard !other.number.isVague,
      other.number.isFraction == amount.number.isFraction || other.number.isFraction && amount.number.isDigits
    else { return nil }
    // Between the two, with the first one's unit or without.
    var joint = amount.end
    if let unit = amount.unit, unit.kind == .count || unit.kind == .duration,
      other.start <= unit.end || joint > other.start
    {
      joint = amount.number.end
      amount.unit = nil
      amount.end = joint
    }
    guard other.start >= joint, other.start - joint <= 3 else {
      return nil
    }
    let led = fine.key(amount.start - 1)
    let isFrom = led == "from" || fine.key(amount.start - 2) == "from" || ["ranging", "ranges", "range"].contains(led)
    let isBetween = led == "between" || fine.key(amount.start - 2) == "between" && !fine.isMark(amount.start - 1)
    let words = (joint..<other.start).map(fine.key)
    var isDash = false
    switch words {
    case ["to"], ["through"]: break
    case ["up", "to"] where isFrom: break
    case ["~"]: isDash = true
    case ["or"]:
      guard amount.unit == nil, other.value > amount.value, other.value <= amount.value * 3 + 2 else { return nil }
    case ["-", "or"] where fine.isAttached(joint): break
    case ["and"]: guard isBetween else { return nil }
    case ["-"]:
      isDash = true
      guard amount.unit?.kind != .count, fine.pieces[joint].range.count != 2 else { return nil }
      guard isRangeDash(joint, amount, other) else { return nil }
    case ["-", "to"], ["to", "-"]: break
    case []:
      // "$89-$93": read as a minus.
      guard fine.isDash(other.start), fine.isAttached(other.start) else { return nil }
      return nil
    default: return nil
    }
    guard fit(&amount, &other, isFrom: isFrom || isBetween || isDash) else { return nil }
    var low = amount.value
    // "5 to 7 million" scales both.
    if other.number.isScaled, !amount.number.isScaled, low < 1000, abs(other.value) >= 1000 {
      for scale in [1e12, 1e9, 1e6, 1e5, 1e3] where other.value >= scale {
        low *= scale
        break
      }
    }
    guard low != other.value else { return nil }
    if !isFrom, !isBetween {
      let isTwice = amount.unit != nil && other.unit?.words != nil && words == ["to"] && amount.unit?.kind == .measure
      guard other.value > low || isTwice && !changeVerb(before: amount.start), isDash || low >= 0 else { return nil }
      // "rose 4 percent to 64 percent" tells two things.
      if words == ["to"], low > 0, other.value > low * 20 || changeVerb(before: amount.start) { return nil }
    }
    amount.value = low
    first = amount
    return (other, other.index + 1)
  }

  /// A hyphen between two numbers that is no score, no telephone number and no date.
  private func isRangeDash(_ dash: Int, _ amount: Amount, _ other: Amount) -> Bool {
    let isSpaced = fine.pieces[dash].isSpaced
    guard isSpaced == fine.pieces[other.start].isSpaced else { return false }
    if amount.unit != nil || other.unit != nil || amount.isLed { return other.value > 0 }
    guard !isSpaced || other.number.count > 1 else { return false }
    // "1995-01", "555-1234"
    let isCode =
      other.number.isPlain && amount.number.isPlain
      && (fine.bytes[other.number.range.lowerBound] == 0x30 || other.number.count > amount.number.count + 1
        || amount.number.count >= 3 && other.number.count != amount.number.count && !isSpaced)
    guard !isCode, !fine.isDash(amount.start - 1), !fine.isDash(other.number.end) || !fine.isAttached(other.number.end),
      fine.mark(other.number.end) != .slash, fine.key(amount.start - 1) != "+"
    else { return false }
    return true
  }

  /// Whether the units of two ends are one; the end without a unit takes the other's.
  private func fit(_ a: inout Amount, _ b: inout Amount, isFrom: Bool) -> Bool {
    switch (a.unit, b.unit) {
    case (nil, nil):
      return isFrom || !isName(a, b, Unit(name: "", kind: .number, end: b.end), Comparison(start: a.start, end: b.end))
    case (nil, let unit?):
      if a.isLed { return false }
      if unit.kind == .money, b.isLed { return false }
      return true
    case (let unit?, nil):
      guard a.isLed || isFrom else { return false }
      var unit = unit
      unit.end = b.end
      b.unit = unit
      return true
    case (let first?, let second?):
      guard first.name == second.name || first.kind == .count && second.kind == .count && first.name == second.name
      else { return false }
      a.unit?.per = second.per ?? first.per
      if second.words?.count ?? 0 > first.words?.count ?? 0 { a.unit?.words = second.words }
      a.unit?.end = second.end
      return true
    }
  }

  /// "5 feet 2 inches", "3 dollars and 50 cents", "15 dollars 50": one amount in two units.
  func combined(_ amount: Amount) -> (Amount, Int)? {
    guard let unit = amount.unit, amount.index + 1 < numbers.count, !amount.isLed, unit.per == nil,
      numbers[amount.index + 1].start - amount.end <= 2
    else { return nil }
    let other = self.amount(amount.index + 1)
    var gap = amount.end
    if fine.key(gap) == "and" { gap += 1 }
    guard other.start == gap, !other.isLed, other.number.value == other.number.value.rounded() else { return nil }
    var result = amount
    if unit.name == "foot",
      other.unit?.name == "inch"
        || other.unit == nil && fine.key(other.number.end) == "in" && !fine.isWord(other.number.end + 1),
      other.value < 12
    {
      result.value += other.value / 12
      result.end = other.unit == nil ? other.number.end + 1 : other.end
    } else if unit.kind == .money, Currencies.isCode(unit.name), other.value < 100 {
      if let small = other.unit {
        guard small.kind == .money, small.name == "cents" || small.name == "pence" else { return nil }
        result.end = other.end
      } else {
        guard !fine.isWord(other.number.end), fine.mark(other.number.end) != .percent, !other.number.isScaled else {
          return nil
        }
        result.end = other.number.end
      }
      result.value += other.value / 100
    } else {
      return nil
    }
    result.unit?.words = unit.words.map { $0.lowerBound..<result.end }
    result.unit?.end = result.end
    return (result, other.index + 1)
  }
}
