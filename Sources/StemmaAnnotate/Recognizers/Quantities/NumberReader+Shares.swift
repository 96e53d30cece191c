/// Shares told by two numbers, by a sign, or behind "and": "one out of three", "3/4", "½", "five and a half".
extension NumberReader {
  /// "3/4", "2 1/4", "10½".
  func written(_ whole: Number) -> Number? {
    guard whole.isPlain else { return nil }
    if let share = Self.share(fine.key(whole.end)), fine.isMark(whole.end) {
      return joined(whole, to: whole.end + 1, whole.value + share)
    }
    if let share = slashed(whole.end - 1, numerator: whole) {
      return joined(whole, to: share.end, share.value, isFraction: true)
    }
    guard fine.isDigits(whole.end), fine.pieces[whole.end].isSpaced,
      let digits = digits(fine.pieces[whole.end].range.lowerBound),
      digits.isInteger, digits.count <= 3
    else { return nil }
    let above = Number(value: digits.value, start: whole.end, end: whole.end + 1, range: fine.pieces[whole.end].range)
    guard let share = slashed(whole.end, numerator: above) else { return nil }
    return joined(whole, to: share.end, whole.value + share.value)
  }

  private static let denominators: Set<Double> = [
    2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 24, 25, 32, 40, 50, 64, 80, 100, 128, 256, 500, 1000,
  ]

  /// "3/4" that is no date and no "24/7".
  func slashed(_ last: Int, numerator: Number) -> (value: Double, end: Int)? {
    let slash = last + 1
    guard fine.mark(slash) == .slash || fine.key(slash) == "⁄", fine.isAttached(slash), fine.isDigits(slash + 1),
      fine.isAttached(slash + 1),
      let below = digits(fine.pieces[slash + 1].range.lowerBound), below.isInteger,
      Self.denominators.contains(below.value),
      numerator.value > 0, numerator.value < below.value, fine.mark(last - 1) != .slash || !fine.isAttached(last)
    else { return nil }
    let end = slash + 2
    guard fine.mark(end) != .slash || !fine.isAttached(end) else { return nil }
    // "1/5th"
    let isOrdinal = fine.isAttached(end) && ["th", "rd", "nd", "st", "ths"].contains(fine.key(end))
    return (numerator.value / below.value, isOrdinal ? end + 1 : end)
  }

  /// "one out of three", "one in five", "1 over twenty".
  func shareOf(_ whole: Number) -> Number? {
    var at = whole.end
    var isOut = false
    switch fine.key(at) {
    case "out" where fine.key(at + 1) == "of":
      at += 2
      isOut = true
    case "in": at += 1
    case "over":
      guard fine.mark(whole.start - 1) != .currency else { return nil }
      at += 1
    default: return nil
    }
    guard !whole.isScaled, whole.value == whole.value.rounded(), whole.value > 0, let all = cardinal(at),
      !all.isOrdinal,
      all.value == all.value.rounded(), fine.key(whole.end) == "over" || whole.value < all.value
    else { return nil }
    // "20 in 2019", "12 over 3 years", "won 5 in 10 days"
    if all.isPlain, all.isDigits, all.count == 4, (1900...2199).contains(all.value) { return nil }
    if fine.word(all.end).contains(.timeUnit) || fine.isDash(all.end) && fine.isAttached(all.end) { return nil }
    if !isOut, fine.isWord(all.end),
      fine.key(whole.end) == "over" || whole.isDigits != all.isDigits && whole.value != 1 || all.value > 1000
    {
      return nil
    }
    if !isOut, fine.mark(all.end) == .percent || fine.key(all.end) == "percent" { return nil }
    var share = joined(whole, to: all.end, whole.value / all.value, isFraction: true)
    if fine.key(all.end) == "hundreds" { share = joined(whole, to: all.end + 1, share.value / 100, isFraction: true) }
    return share
  }

  /// "five and a half million", "one million and a half", "one hundred and three quarters".
  func andPart(_ whole: inout Number) {
    guard fine.key(whole.end) == "and", fine.key(whole.start - 1) != "between" else { return }
    var at = whole.end + 1
    var above = 1.0
    if let first = fine.number(at), first.kind == .article || first.kind == .ones, first.value > 0 {
      above = first.value
      at += 1
      if fine.isDash(at) { at += 1 }
    } else {
      return
    }
    let below: Double
    if fine.key(at) == "half", !(fine.isDash(at + 1) && fine.isAttached(at + 1)) {
      below = 2
    } else if let part = fine.number(at), part.kind == .part, part.isPlural == (above > 1),
      part.isPlural || !fine.isWord(at + 1) || opensPart(at + 1) || fine.number(at + 1)?.kind == .scale
    {
      below = part.value
    } else {
      return
    }
    var end = at + 1
    let scale = whole.isScaled ? lastScale(whole) : 1
    var value = whole.value + above / below * scale
    if let next = fine.number(end), next.kind == .scale {
      // "five and a half million"; "one billion and a half million"
      value = whole.isScaled ? whole.value + above / below * next.value : (whole.value + above / below) * next.value
      end += 1
      whole.isScaled = true
    }
    whole = joined(whole, to: end, value, isScaled: whole.isScaled)
  }

  func lastScale(_ whole: Number) -> Double {
    guard let word = fine.number(whole.end - 1), word.kind == .scale else { return 1 }
    return word.value
  }

  /// "½"
  static func share(_ key: WordKey) -> Double? {
    let scalar: UInt32
    switch key.count {
    case 2: scalar = UInt32(key[0] & 0x1F) << 6 | UInt32(key[1] & 0x3F)
    case 3: scalar = UInt32(key[0] & 0x0F) << 12 | UInt32(key[1] & 0x3F) << 6 | UInt32(key[2] & 0x3F)
    default: return nil
    }
    switch scalar {
    case 0xBC: return 0.25
    case 0xBD: return 0.5
    case 0xBE: return 0.75
    case 0x2150: return 1.0 / 7
    case 0x2151: return 1.0 / 9
    case 0x2152: return 0.1
    case 0x2153: return 1.0 / 3
    case 0x2154: return 2.0 / 3
    case 0x2155...0x2158: return Double(scalar - 0x2154) / 5
    case 0x2159: return 1.0 / 6
    case 0x215A: return 5.0 / 6
    case 0x215B: return 0.125
    case 0x215C: return 0.375
    case 0x215D: return 0.625
    case 0x215E: return 0.875
    default: return nil
    }
  }
}
