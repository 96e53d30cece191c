import Foundation
import StemmaModel
import StemmaText

/// How far one word may stand for another in a claim, and how much each tells one statement of a story from another.
struct WordLikeness {
  /// Cosine at which two words may say the same. Measured on pairs of words of news: doctor and nurse .48, student and
  /// pupil .55, barge and boat .57, plane and aircraft .82; what contrasts at any cosine is kept apart by `Opposites`.
  static let leastCosine = 0.5
  /// What a word that only stands near is worth, beside the same word.
  static let nearWorth = 0.85
  /// Letters in which "neutral" and "neutrality" agree.
  static let root = 6

  private let frequency: [String: Int]
  private let statements: Int
  private var directions: [String: [Int8]?] = [:]
  private var stems: [String: String] = [:]

  /// - Complexity: O(tokens of the story).
  init(_ story: Story) {
    var frequency: [String: Int] = [:]
    var last: [String: Int] = [:]
    var stems: [String: String] = [:]
    var number = 0
    for report in story.reports {
      for statement in report.statements {
        number += 1
        for token in report.tokens[statement.tokens] where token.kind != .mark {
          let stem = stems[token.key] ?? WordStem.of(token.key)
          stems[token.key] = stem
          if last.updateValue(number, forKey: stem) != number { frequency[stem, default: 0] += 1 }
        }
      }
    }
    self.frequency = frequency
    statements = number
    self.stems = stems
  }

  mutating func stem(_ key: String) -> String {
    if let known = stems[key] { return known }
    let stem = WordStem.of(key)
    stems[key] = stem
    return stem
  }

  /// In nats.
  mutating func weight(of key: String) -> Double {
    let rarity = log((Double(statements) + 1) / Double(max(1, frequency[stem(key)] ?? 0)))
    return max(0.5, min(5, rarity)) + 0.3 * WordVectors.rarity(of: key)
  }

  /// 1 for forms of one word, less for words that may stand for one another, 0 for others.
  mutating func callAsFunction(_ a: Token, _ b: Token) -> Double {
    if a.key == b.key { return 1 }
    guard a.kind == .word, b.kind == .word else { return 0 }
    let (x, y) = (stem(a.key), stem(b.key))
    if x == y { return 1 }
    if a.isName || b.isName { return Self.areOfOnePlace(a.key, b.key) ? 1 : 0 }
    if Opposites.exclude(a.key, b.key) { return 0 }
    let shared = zip(x.utf8, y.utf8).prefix { $0 == $1 }.count
    if shared >= Self.root, shared >= min(x.utf8.count, y.utf8.count) - 1 { return 0.95 }
    if !Set(SameWords.groups(of: x)).isDisjoint(with: SameWords.groups(of: y)) { return Self.nearWorth }
    guard let p = direction(a.key), let q = direction(b.key) else { return 0 }
    let cosine = WordVectors.cosine(p, q)
    return cosine >= Self.leastCosine ? Self.nearWorth * min(1, cosine + 0.2) : 0
  }

  private mutating func direction(_ key: String) -> [Int8]? {
    if let known = directions[key] { return known }
    let direction = WordVectors.direction(of: key)
    directions[key] = .some(direction)
    return direction
  }

  /// "Sudan" and "Sudanese", "Russia" and "Russian".
  static func areOfOnePlace(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.utf8.count <= b.utf8.count ? (a, b) : (b, a)
    if irregular[long] == short || irregular[short] == long { return true }
    let shared = zip(short.utf8, long.utf8).prefix { $0 == $1 }.count
    guard shared >= 4, shared >= short.utf8.count - 2 else { return false }
    let rest = String(decoding: Array(long.utf8)[shared...], as: UTF8.self)
    return demonyms.contains(rest)
  }

  private static let demonyms: Set<String> = [
    "n", "an", "ian", "ese", "ish", "i", "ic", "nian", "ns", "ans", "ians", "is", "er", "ers", "en", "ean", "eans",
    "ine",
  ]
  private static let irregular = [
    "chinese": "china", "french": "france", "dutch": "netherlands", "german": "germany", "greek": "greece",
    "british": "britain", "spanish": "spain", "turkish": "turkey", "polish": "poland", "danish": "denmark",
    "swiss": "switzerland", "welsh": "wales", "irish": "ireland", "american": "america", "afghan": "afghanistan",
    "thai": "thailand", "filipino": "philippines", "norwegian": "norway", "ukrainian": "ukraine",
  ]
}
