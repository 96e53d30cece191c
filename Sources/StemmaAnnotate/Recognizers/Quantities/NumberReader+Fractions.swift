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

  /// "five point five", "nine point zero four".
  func point(_ whole: Number) -> Number? {
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
  func part(_ whole: Number) -> Number? {
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
  func denominator(_ at: Int) -> (word: NumberWord, end: Int)? {
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
  func opensPart(_ at: Int) -> Bool {
    guard fine.has(at), !fine.isMark(at) else { return !fine.isDash(at) || !fine.isAttached(at) }
    if fine.key(at) == "of" {
      // "a quarter of a century"
      return !(fine.key(at + 1) == "a" && fine.word(at + 2).contains(.timeUnit))
    }
    return !fine.word(at).isDisjoint(with: [.conjunction, .auxiliary, .determiner, .subordinator, .verb])
      || ["more", "less", "fewer"].contains(fine.key(at))
      || !fine.word(at).isDisjoint(with: .preposition) && fine.key(at) != "in" && fine.key(at) != "to"
  }

  func joined(_ whole: Number, to end: Int, _ value: Double, isFraction: Bool = false, isScaled: Bool = false)
    -> Number
  {
    Number(
      value: value, start: whole.start, end: end, range: whole.range.lowerBound..<fine.pieces[end - 1].range.upperBound,
      isDigits: whole.isDigits, isScaled: isScaled, isFraction: isFraction)
  }
}
