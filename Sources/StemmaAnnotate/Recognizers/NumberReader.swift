import StemmaModel

/// Reads a number in digits or words, with its multiplier: "23,000", "3.5m", "two dozen", "tens of thousands".
struct NumberReader {
  struct Reading {
    var value: Double
    var high: Double?
    var end: Int
    /// Written in words and at most ten: often no amount but a way of speaking.
    var isSmallWord = false
    /// "dozens", "tens of thousands": a lower bound.
    var isVague = false
    /// "half", "two-thirds".
    var isFraction = false
    /// Has a multiplier or a decimal point, so it is no year, age or list number.
    var isScaled = false
  }

  func read(_ text: SegmentedText, _ at: Int, _ end: Int) -> Reading? {
    guard at < end else { return nil }
    let word = text.lexemes[at]
    if word.kind == .number { return digits(text, at, end) }
    guard word.kind == .word else { return nil }
    if let fraction = fraction(text, at, end) { return fraction }
    guard word.word.contains(.number) || word.key == "a" || word.key == "several" else { return nil }
    return words(text, at, end)
  }

  private func digits(_ text: SegmentedText, _ at: Int, _ end: Int) -> Reading? {
    let key = text.key(at)
    guard key.utf8.count <= 18, !key.utf8.contains(0x3A), let value = Double(key) else { return nil }
    var reading = Reading(value: value, end: at + 1, isScaled: key.utf8.contains(0x2E))
    if at + 1 < end, let scale = scale(text, at + 1, isAttached: !text.lexemes[at + 1].shape.contains(.spaced)) {
      reading.value = (value * scale.0 * 1000).rounded() / 1000
      reading.end = at + 2
      reading.isScaled = true
    }
    return reading
  }

  private func scale(_ text: SegmentedText, _ at: Int, isAttached: Bool) -> (Double, Int)? {
    switch text.key(at) {
    case "hundred": (100, 1)
    case "thousand": (1e3, 1)
    case "million", "mln", "mn": (1e6, 1)
    case "billion", "bn", "bln": (1e9, 1)
    case "trillion", "tn", "trn": (1e12, 1)
    case "dozen": (12, 1)
    case "lakh": (1e5, 1)
    case "crore": (1e7, 1)
    // "$3.5m" is money and "1.2m tons" a weight, but "100m" is a length.
    case "m" where isAttached && (isMoney(text, at - 1) || countsAfter(text, at + 1)): (1e6, 1)
    case "mil" where isAttached && isMoney(text, at - 1): (1e6, 1)
    case "b" where isAttached && isMoney(text, at - 1): (1e9, 1)
    case "k" where isAttached: (1e3, 1)
    default: nil
    }
  }

  private func countsAfter(_ text: SegmentedText, _ at: Int) -> Bool {
    text.isWord(at) && !text.isCapital(at) && text.word(at).isDisjoint(with: .function)
      && (Units.measures[text.key(at)] != nil || text.key(at).hasSuffix("s") || text.key(at) == "people")
  }

  private func isMoney(_ text: SegmentedText, _ number: Int) -> Bool {
    text.mark(number - 1) == .currency
      || Units.letterCurrencies[text.key(number - 1)] != nil && text.isCapital(number - 1)
  }

  private func fraction(_ text: SegmentedText, _ at: Int, _ end: Int) -> Reading? {
    let key = text.key(at)
    if key == "half", text.mark(at + 1) == .none, at + 1 < end {
      let next = text.key(at + 1)
      if next == "a", let inner = words(text, at + 1, end), inner.value >= 100 {
        return Reading(value: inner.value / 2, end: inner.end, isScaled: true)
      }
      guard next == "of" || next == "the" || next == "its" || next == "their" else { return nil }
      return Reading(value: 0.5, end: at + 1, isFraction: true)
    }
    if text.lexemes[at].shape.contains(.hyphenated) {
      let parts = key.parts
      if parts.count == 2, let above = Self.small[parts[0]], let below = Self.denominators[parts[1]] {
        return Reading(value: above / below, end: at + 1, isFraction: true)
      }
    }
    if let above = Self.small[key], at + 1 < end, let below = Self.denominators[text.key(at + 1)], above < below,
      text.key(at + 1) != "second"
    {
      guard text.key(at + 2) == "of" || text.key(at + 1) != "quarters" else { return nil }
      return Reading(value: above / below, end: at + 2, isFraction: true)
    }
    if key == "a", at + 2 < end, ["third", "quarter", "fifth", "tenth"].contains(text.key(at + 1)),
      text.key(at + 2) == "of"
    {
      let isTime = text.key(at + 3) == "a" || text.word(at + 3).contains(.timeUnit)
      return isTime ? nil : Reading(value: 1 / Self.denominators[text.key(at + 1)]!, end: at + 2, isFraction: true)
    }
    return nil
  }

  private func words(_ text: SegmentedText, _ at: Int, _ end: Int) -> Reading? {
    let first = text.key(at)
    if let vague = vague(text, at, end) { return vague }
    var total = 0.0
    var group = 0.0
    var next = at
    var count = 0
    if first == "a" || first == "several" {
      // "a dozen", "a hundred", "a million"
      guard ["dozen", "hundred", "thousand", "million", "billion", "trillion"].contains(text.key(at + 1)), at + 1 < end
      else { return nil }
      group = 1
      next += 1
      if first == "several" { return nil }
    }
    while next < end, next < at + 12, text.lexemes[next].kind == .word {
      let key = text.key(next)
      if let value = Self.small[key] ?? Self.compound(key) {
        // "three four" is two numbers
        guard
          group == 0 || (group.truncatingRemainder(dividingBy: 100) == 0 && group >= 100)
            || (group >= 20 && group < 100 && value < 10)
        else { break }
        group += value
      } else if key == "hundred" || key == "dozen" {
        guard group > 0 else { break }
        group *= key == "dozen" ? 12 : 100
      } else if let scale = Self.scales[key] {
        guard group > 0 else { break }
        total += group * scale
        group = 0
      } else if key == "and", total > 0 || group >= 100, next + 1 < end,
        Self.small[text.key(next + 1)] ?? Self.compound(text.key(next + 1)) != nil,
        ["hundred", "thousand"].contains(text.key(next - 1))
      {
        // "two hundred and five"
      } else {
        break
      }
      next += 1
      count += 1
    }
    let value = total + group
    guard count > 0, value > 0 else { return nil }
    return Reading(value: value, end: next, isSmallWord: value <= 10, isScaled: value > 99)
  }

  private func vague(_ text: SegmentedText, _ at: Int, _ end: Int) -> Reading? {
    guard let bound = Self.bounds[text.key(at)] else { return nil }
    // "tens of thousands", "hundreds of millions"
    if text.key(at + 1) == "of", at + 2 < end, let inner = Self.bounds[text.key(at + 2)], inner >= 1e3 {
      return Reading(value: bound * inner, end: at + 3, isVague: true, isScaled: true)
    }
    guard text.key(at) != "tens" else { return nil }
    return Reading(value: bound, end: at + 1, isVague: true, isScaled: true)
  }

  private static func compound(_ key: WordKey) -> Double? {
    let parts = key.parts
    guard parts.count == 2, let tens = small[parts[0]], let ones = small[parts[1]], tens >= 20,
      ones < 10
    else { return nil }
    return tens + ones
  }

  private static let scales: WordTable<Double> = [
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
  ]
  private static let bounds: WordTable<Double> = [
    "dozens": 24, "scores": 40, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
    "tens": 10,
  ]
  private static let small: WordTable<Double> = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]
  private static let denominators: WordTable<Double> = [
    "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixths": 6,
    "eighths": 8, "tenth": 10,
    "tenths": 10,
  ]
}
