/// Numbers that are not whole in words: "two thirds", "five and a half million", "one out of three", "point zero three".
extension NumberReader {
  /// "dozens", "tens of thousands", "hundreds of millions": at least so many.
  func vague(_ at: Int) -> Number? {
    guard let first = fine.number(at), first.kind == .vague else { return nil }
    var value = first.value
    var end = at + 1
    if fine.key(at + 1) == "of", let second = fine.number(at + 2), second.kind == .vague, second.value >= 1e3 {
      value *= second.value
      end = at + 3
    } else if fine.key(at) == "tens" {
      return nil
    }
    var number = number(at, end, value)
    (number.isVague, number.isScaled) = (true, true)
    return number
  }

  /// "half", "a half", "half a dozen", "half a million", "half million", "a quarter million".
  func half(_ start: Int) -> Number? {
    var at = start
    if fine.number(at)?.kind == .article || fine.key(at) == "one" {
      at += 1
      if fine.isDash(at), fine.key(at - 1) == "one" { at += 1 }
    }
    let share: Double
    switch fine.key(at) {
    case "half": share = 0.5
    case "quarter" where fine.number(at + 1)?.kind == .scale: share = 0.25
    default: return nil
    }
    // "half-hour", "second-half", "a half time": no half of anything that is counted.
    if fine.isDash(at + 1), fine.isAttached(at + 1) || fine.isDash(at - 1) && at == start { return nil }
    var next = at + 1
    if fine.number(next)?.kind == .article { next += 1 }
    if let scale = fine.number(next), scale.kind == .scale || scale.kind == .dozen || scale.kind == .hundred,
      scale.value > 10
    {
      var number = number(start, next + 1, scale.value * share)
      number.isScaled = true
      return number
    }
    if [
      "time", "hour", "century", "year", "day", "term", "mile", "way", "times", "marathon", "moon", "brother", "sister",
    ].contains(fine.key(at + 1)) {
      return nil
    }
    // "the first half" is a time.
    if at == start,
      !fine.word(at - 1).isDisjoint(with: [.ordinal])
        || ["the", "this", "that", "other", "better"].contains(fine.key(at - 1))
    {
      return nil
    }
    return number(start, at + 1, share, isFraction: true)
  }

  /// A whole number and what makes it a broken one.
  func cardinalOrPart(_ start: Int) -> Number? {
    // "a third of", "a hundredth"
    if fine.number(start)?.kind == .article, let part = fine.number(start + 1), part.kind == .part, !part.isPlural {
      guard opensPart(start + 2) else { return nil }
      return number(start, start + 2, 1 / part.value, isFraction: true)
    }
    let isLed = fine.key(start - 1) != "between"
    guard var whole = cardinal(start, isLed: isLed) else { return nil }
    if whole.isOrdinal { return whole }
    if whole.isDigits, let share = written(whole) { return share }
    if let point = point(whole) { return point }
    if let part = part(whole) { return part }
    if let share = shareOf(whole) { return share }
    andPart(&whole)
    return whole
  }

  /// "3/4", "2 1/4", "10½".
  private func written(_ whole: Number) -> Number? {
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
  private func slashed(_ last: Int, numerator: Number) -> (value: Double, end: Int)? {
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

  /// "five point five", "two hundred point zero three".
  private func point(_ whole: Number) -> Number? {
    guard !whole.isDigits, !whole.isScaled, fine.key(whole.end) == "point", let first = fine.number(whole.end + 1),
      first.kind == .ones || first.kind == .tens
    else { return nil }
    var at = whole.end + 1
    var place = 1.0
    var value = whole.value
    while let word = fine.number(at), at - whole.end < 12, word.kind == .ones || word.kind == .tens {
      if word.value < 10 {
        place /= 10
        value += word.value * place
        at += 1
        continue
      }
      // "point seventy-one"
      var pair = word.value
      at += 1
      if word.kind == .tens {
        let next = fine.isDash(at) ? at + 1 : at
        if let ones = fine.number(next), ones.kind == .ones, (1..<10).contains(ones.value) {
          pair += ones.value
          at = next + 1
        }
      }
      place /= 100
      value += pair * place
      break
    }
    var result = joined(whole, to: at, (value * 1e12).rounded() / 1e12)
    if let scale = fine.number(at), scale.kind == .scale {
      result = joined(whole, to: at + 1, result.value * scale.value)
      result.isScaled = true
    }
    return result
  }

  /// "two thirds", "one-eighth", "twenty-three fifths".
  private func part(_ whole: Number) -> Number? {
    var at = whole.end
    if fine.isDash(at) { at += 1 }
    guard let part = denominator(at), !whole.isScaled || part.word.value >= 100 else { return nil }
    if part.word.isPlural, let scale = fine.number(part.end), scale.kind == .scale {
      // "three quarters billion"
      var result = joined(whole, to: part.end + 1, whole.value / part.word.value * scale.value)
      result.isScaled = true
      return result
    }
    guard part.word.isPlural ? whole.value != 1 : whole.value == 1 else { return nil }
    guard !whole.isDigits || part.word.value < 100 && whole.value < part.word.value else { return nil }
    // "two quarters" are half a year, "one quarter" as well.
    if part.word.value == 4, fine.key(part.end - 1).hasPrefix("quarter"), !opensPart(part.end) { return nil }
    if !part.word.isPlural, !opensPart(part.end) { return nil }
    var result = joined(whole, to: part.end, whole.value / part.word.value, isFraction: true)
    // "two thirds of a million"
    if fine.key(part.end) == "of", fine.number(part.end + 1)?.kind == .article, let scale = fine.number(part.end + 2),
      scale.kind == .scale
    {
      result = joined(whole, to: part.end + 3, result.value * scale.value)
      result.isScaled = true
    }
    return result
  }

  /// "fifths", "twenty-fifths".
  private func denominator(_ at: Int) -> (word: NumberWord, end: Int)? {
    guard let first = fine.number(at) else { return nil }
    if first.kind == .part { return (first, at + 1) }
    guard first.kind == .tens else { return nil }
    let next = fine.isDash(at + 1) ? at + 2 : at + 1
    guard let second = fine.number(next), second.kind == .part || second.kind == .ordinal, second.value < 10 else {
      return nil
    }
    return (NumberWord(kind: .part, value: first.value + second.value, isPlural: second.isPlural), next + 1)
  }

  /// Whether what follows shows that "a third" is a share and not the third of a row.
  private func opensPart(_ at: Int) -> Bool {
    guard fine.has(at), !fine.isMark(at) else { return !fine.isDash(at) || !fine.isAttached(at) }
    if fine.key(at) == "of" {
      // "a quarter of a century"
      return !(fine.key(at + 1) == "a" && fine.word(at + 2).contains(.timeUnit))
    }
    return !fine.word(at).isDisjoint(with: [.conjunction, .auxiliary, .determiner, .subordinator])
      || ["more", "less", "fewer"].contains(fine.key(at))
      || !fine.word(at).isDisjoint(with: .preposition) && fine.key(at) != "in" && fine.key(at) != "to"
  }

  /// "one out of three", "one in five", "1 over twenty".
  private func shareOf(_ whole: Number) -> Number? {
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
  private func andPart(_ whole: inout Number) {
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

  private func lastScale(_ whole: Number) -> Double {
    guard let word = fine.number(whole.end - 1), word.kind == .scale else { return 1 }
    return word.value
  }

  private func joined(_ whole: Number, to end: Int, _ value: Double, isFraction: Bool = false, isScaled: Bool = false)
    -> Number
  {
    Number(
      value: value, start: whole.start, end: end, range: whole.range.lowerBound..<fine.pieces[end - 1].range.upperBound,
      isDigits: whole.isDigits, isScaled: isScaled, isFraction: isFraction)
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
