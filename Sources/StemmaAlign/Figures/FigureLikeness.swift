import Foundation
import StemmaModel
import StemmaText

/// How likely two readings are of one quantity: what they measure, of whom, by whose word, and whether they agree.
struct FigureLikeness {
  let readings: [FigureReading]
  let words: StoryWords
  private let nouns: CountedNouns

  /// Likeness at which two readings are of one quantity.
  static let least = 0.25
  /// At which they are, whatever else their groups have: the same amount in nearly the same words.
  static let sure = 1.05
  /// What the same number and unit add: the more the rarer a number is. One of three digits is rarely two things in one
  /// story, two and three are many.
  static let smallValueBonus = 0.17
  static let sameValueBonus = 0.25
  static let particularValueBonus = 0.35
  /// What the same fate adds: both counts are of the dead.
  static let sameFateBonus = 0.25
  /// Two large counts of people that are near each other: few stories have two crowds of one size.
  static let sameCrowdBonus = 0.15
  static let otherSpeakerPenalty = 0.15
  /// What another number takes away, and each doubling on top; that of percentages, of which there are many.
  static let otherValuePenalty = 0.08
  static let doublingPenalty = 0.12
  static let otherPercentPenalty = 0.15
  /// "two women", "two suspects".
  static let otherPeoplePenalty = 0.2
  /// "last year" is not "this year", and a part is not the whole.
  static let otherPeriodPenalty = 0.3
  static let partPenalty = 0.3
  /// At which two mentions in one report are the same amount said twice.
  static let leastRepetition = 0.6

  init(_ readings: [FigureReading], words: StoryWords) {
    self.readings = readings
    self.words = words
    nouns = CountedNouns(readings)
  }

  /// - Complexity: O(words around both).
  func callAsFunction(_ i: Int, _ j: Int) -> Double {
    let (a, b) = (readings[i], readings[j])
    guard a.kind == b.kind || nouns.areKindred(a.kind, b.kind), a.key.isOrdinal == b.key.isOrdinal else { return 0 }
    let isSame = FigureGrouper.sameValue(a.key, b.key)
    if a.kind == .money, a.key.unit != b.key.unit { return 0 }
    let isParticular = isSame && isParticular(a.key)
    if let x = a.key.fate, let y = b.key.fate, x != y, !isParticular { return 0 }
    if let x = a.key.change, let y = b.key.change, x != y { return 0 }
    let shared = words.sharedWeight(a.key.context, b.key.context)
    let whole = 0.5 * (a.weight + b.weight)
    var value = whole > 0 ? shared / whole : 0
    if a.key.fate != nil, a.key.fate == b.key.fate { value += Self.sameFateBonus }
    value += isSame ? bonus(a.key, isParticular: isParticular) : -otherValue(a, b)
    if nouns.areOtherPeople(a, b) { value -= Self.otherPeoplePenalty }
    if isCrowd(a), isCrowd(b), max(a.key.value, b.key.value) <= 2 * min(a.key.value, b.key.value) {
      value += Self.sameCrowdBonus
    }
    if let x = a.key.speaker, let y = b.key.speaker, x != y { value -= Self.otherSpeakerPenalty }
    if Period.differ(a.key.period, b.key.period) { value -= Self.otherPeriodPenalty }
    if a.key.isPart != b.key.isPart { value -= Self.partPenalty }
    return max(0, value)
  }

  private func bonus(_ key: FigureReading.Key, isParticular: Bool) -> Double {
    if isParticular { return Self.particularValueBonus }
    return key.value < 10 ? Self.smallValueBonus : Self.sameValueBonus
  }

  /// How much it speaks against two readings that their numbers differ: observers count 14 or 16, not 5 and 750.
  private func otherValue(_ a: FigureReading, _ b: FigureReading) -> Double {
    let (low, high) = (min(a.key.value, b.key.value), max(a.key.value, b.key.value))
    guard low > 0 else { return Self.otherValuePenalty + 4 * Self.doublingPenalty }
    let doublings = min(4, log2(high / low))
    return Self.otherValuePenalty + doublings * Self.doublingPenalty
      + (a.kind == .percent ? Self.otherPercentPenalty : 0)
  }

  /// A number one would not meet twice by chance: of three digits that are not round, or a large one of money.
  private func isParticular(_ key: FigureReading.Key) -> Bool {
    guard key.unit != "percent", key.value >= 20 else { return false }
    var digits = key.value
    while digits >= 10, digits.truncatingRemainder(dividingBy: 10) == 0 { digits /= 10 }
    return digits >= 10 || key.value >= 1000
  }

  private func isCrowd(_ reading: FigureReading) -> Bool {
    reading.kind == .people && reading.key.fate == nil && reading.key.value >= 1000
  }
}

/// When an amount was measured, as far as its words can tell.
private enum Period {
  /// Whether both name years and no common one, or one is of the last and the other of this.
  static func differ(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b, a != b else { return false }
    let (x, y) = (years(a), years(b))
    if !x.isEmpty, !y.isEmpty { return x.isDisjoint(with: y) }
    guard x.isEmpty, y.isEmpty, let p = direction(a), let q = direction(b) else { return false }
    return p != q
  }

  private static func years(_ period: String) -> Set<Substring> {
    Set(period.split { !$0.isNumber }.filter { $0.count == 4 })
  }

  private static func direction(_ period: String) -> Int? {
    for word in period.split(whereSeparator: { !$0.isLetter }) {
      switch word.lowercased() {
      case "last", "previous", "past": return -1
      case "this", "current", "so": return 0
      case "next", "coming": return 1
      default: continue
      }
    }
    return nil
  }
}

/// Which counted things may be one: "bombs" and "shells", "residents" and "villagers".
private struct CountedNouns {
  /// Nouns that are compared: the table is square in them.
  static let most = 300
  static let leastLikeness = 0.5

  private var kindred: Set<[String]> = []

  /// - Complexity: O(*v*²) dot products in the distinct nouns, of which there are at most `most`.
  init(_ readings: [FigureReading]) {
    var counts: [String: Int] = [:]
    for reading in readings {
      if case .things(let noun) = reading.kind { counts[noun, default: 0] += 1 }
      if reading.kind == .people { counts[reading.noun, default: 0] += 1 }
    }
    let chosen = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(Self.most)
    let known = chosen.compactMap { noun in WordVectors.direction(of: noun.key).map { (noun.key, $0) } }
    for (index, a) in known.enumerated() {
      for b in known[..<index] where WordVectors.cosine(a.1, b.1) >= Self.leastLikeness {
        kindred.insert([a.0, b.0])
        kindred.insert([b.0, a.0])
      }
    }
  }

  func areKindred(_ a: QuantityKind, _ b: QuantityKind) -> Bool {
    guard !kindred.isEmpty, case .things(let x) = a, case .things(let y) = b else { return false }
    return kindred.contains([x, y])
  }

  /// Whether two counts of people name those unlike each other, and neither just "people" or "victims".
  func areOtherPeople(_ a: FigureReading, _ b: FigureReading) -> Bool {
    guard a.kind == .people, b.kind == .people, a.noun != b.noun else { return false }
    guard !QuantityKind.isAnybody(a.noun), !QuantityKind.isAnybody(b.noun) else { return false }
    if QuantityKind.isFemale(a.noun) != QuantityKind.isFemale(b.noun) { return true }
    return !kindred.contains([a.noun, b.noun])
  }
}
