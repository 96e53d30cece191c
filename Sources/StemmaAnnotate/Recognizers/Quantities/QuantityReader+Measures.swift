import StemmaModel

/// Measures of length, weight, power and the like, and of time.
extension QuantityReader {
  private static let lengthening: WordSet = [
    "full", "consecutive", "straight", "more", "further", "additional", "calendar", "working", "long", "whole", "extra",
    "short",
  ]

  private static let powers: WordSet = ["square", "cubic", "metric", "nautical", "sq", "fluid", "us", "imperial"]

  func measure(_ at: Int, _ number: Number) -> Unit? {
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
    if let name = symbol(at, number) { return self.unit(speed(name, at, at + 1)) }
    guard fine.isWord(at) || key == "℃" || key == "℉", let name = Units.measures[key] else { return nil }
    let isAttached = fine.isAttached(at)
    if fine.isCapital(at), key.count > 3, !isTitle, !isAttached, !fine.isDash(at - 1),
      !["Celsius", "Fahrenheit"].contains(fine.string(at..<at + 1)), !isAllCapitals(at)
    {
      // "1800 Calories", but not "12 Miles Road".
      if fine.isCapital(at + 1) { return nil }
    }
    if Units.doubtful.contains(key), !isAttached, !fine.isDash(at - 1) {
      // "at 5 m below", but not "50 cups", "30 bars", "9 F Street".
      guard number.isDigits, !fine.isWord(at + 1) || !fine.word(at + 1).isDisjoint(with: .function) || key == "t" else {
        return key == "yard" || key == "cup" || key == "cups" ? unit(name, to: at + 1) : nil
      }
      if key == "a" || key == "pm" || key == "mb" && !fine.isCapital(at) { return nil }
      if key.count == 1, fine.isCapital(at), key != "f", key != "v", fine.mark(at + 1) != .slash { return nil }
    }
    if isAttached, ["a", "pm", "f", "v"].contains(key) { return nil }
    // "118m305"
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

  func unit(_ speed: (name: String, words: Range<Int>)) -> Unit {
    Unit(name: speed.name, kind: .measure, words: speed.words, end: speed.words.upperBound)
  }

  func isAllCapitals(_ at: Int) -> Bool {
    fine.bytes[fine.pieces[at].range].allSatisfy { $0 < 0x61 || $0 > 0x7A }
  }

  /// "4.7 F", "2.6 A/cm2": a capital that is a unit where nothing of a name or a block of flats can be meant.
  private func symbol(_ at: Int, _ number: Number) -> String? {
    guard fine.isCapital(at), fine.key(at).count == 1, number.isDigits else { return nil }
    let isOver =
      fine.mark(at + 1) == .slash && fine.isAttached(at + 1) && fine.isWord(at + 2) && fine.isAttached(at + 2)
    guard isOver || !number.isPlain && !fine.isAttached(at) && closes(at + 1) && !fine.isDash(at + 1) else {
      return nil
    }
    switch fine.key(at) {
    case "f": return "F"
    case "a": return "A"
    case "j": return "J"
    case "n": return "N"
    default: return nil
    }
  }

  /// "kilometres an hour", "metres per second", "km/h", "8 kV/m"
  func speed(_ name: String, _ at: Int, _ end: Int) -> (name: String, words: Range<Int>) {
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
  func time(_ at: Int, _ number: Number, _ isHyphenated: Bool) -> Unit? {
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
}
