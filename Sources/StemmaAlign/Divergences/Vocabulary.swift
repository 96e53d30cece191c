import Foundation
import StemmaModel
import StemmaText

/// The distinct words of a story, numbered: what the rules ask of a word is looked up once for each, not for each
/// place it stands at.
struct Vocabulary {
  /// For each report, for each token, the number of its word.
  let words: [[Int32]]
  /// By word number, what the rules know of it.
  private let classes: [WordClass]
  /// By word number, the number of its stem; -1 for marks and function words.
  private let stems: [Int32]
  /// By stem number, the nats that it tells one sentence of the story from another.
  let rarity: [Double]
  /// By word number, the number of its form: its stem, in one spelling.
  private let forms: [Int32]
  private let numbers: [String: Int32]

  /// - Complexity: O(tokens of the story), with one lookup of a string a token.
  init(_ story: Story) {
    var numbers: [String: Int32] = [:]
    var classes: [WordClass] = []
    var stems: [Int32] = []
    var stemNumbers: [String: Int32] = [:]
    var forms: [Int32] = []
    var formNumbers: [String: Int32] = [:]
    words = story.reports.map { report in
      report.tokens.map { token in
        if let known = numbers[token.key] { return known }
        let number = Int32(classes.count)
        numbers[token.key] = number
        classes.append(WordClass.of(token.key))
        let form = Self.form(token.key)
        let known = formNumbers[form] ?? Int32(formNumbers.count)
        formNumbers[form] = known
        forms.append(known)
        if token.kind == .mark || FunctionWords.contains(token.key) {
          stems.append(-1)
        } else {
          let stem = Matter.stem(token.key)
          let known = stemNumbers[stem] ?? Int32(stemNumbers.count)
          stemNumbers[stem] = known
          stems.append(known)
        }
        return number
      }
    }
    var frequency = [Double](repeating: 0, count: stemNumbers.count)
    var last = [Int32](repeating: -1, count: stemNumbers.count)
    var sentences: Int32 = 0
    for (index, report) in story.reports.enumerated() {
      for statement in report.statements {
        for token in statement.tokens where !report.tokens[token].isName {
          let stem = stems[Int(words[index][token])]
          guard stem >= 0, last[Int(stem)] != sentences else { continue }
          last[Int(stem)] = sentences
          frequency[Int(stem)] += 1
        }
        sentences += 1
      }
    }
    let whole = Double(sentences) + 1
    rarity = frequency.map { log(whole / max(1, $0)) }
    self.classes = classes
    self.stems = stems
    self.forms = forms
    self.numbers = numbers
  }

  /// "neighbourhood" and "neighborhood", "realised" and "realize" are one word.
  private static func form(_ key: String) -> String {
    guard key.utf8.count > 4 else { return WordStem.of(key) }
    return WordStem.of(key).replacing("our", with: "or").replacing("is", with: "iz").replacing("yz", with: "ys")
  }

  func form(_ report: Int, _ token: Int) -> Int32 { forms[Int(words[report][token])] }

  func word(_ key: String) -> Int32? { numbers[key] }

  func classes(_ report: Int, _ token: Int) -> WordClass { classes[Int(words[report][token])] }

  func classes(_ report: Int, _ tokens: Range<Int>) -> WordClass {
    words[report][tokens].reduce(into: []) { $0.formUnion(classes[Int($1)]) }
  }

  /// That of a word of matter; nil for marks, function words and names.
  func stem(_ report: AnnotatedReport, _ index: Int, _ token: Int) -> Int32? {
    let stem = stems[Int(words[index][token])]
    return stem < 0 || report.tokens[token].isName ? nil : stem
  }
}

/// The stems in a passage that carry matter, names aside: everybody in a story has those.
struct Matter {
  /// By number, in order, each once.
  let stems: [Int32]
  private let weights: [Double]
  let weight: Double

  /// Nats, and the share of the lighter passage, at which two passages say the same of the same.
  static let kinWeight = 5.0
  static let kinShare = 0.4

  init(_ stems: some Sequence<Int32>, rarity: [Double]) {
    var sorted = stems.sorted()
    var kept = 0
    for index in sorted.indices where index == 0 || sorted[index] != sorted[kept - 1] {
      sorted[kept] = sorted[index]
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    self.stems = sorted
    weights = sorted.map { rarity[Int($0)] }
    weight = weights.reduce(0, +)
  }

  static func stem(_ token: Token) -> String? {
    guard token.kind != .mark, !token.isName, !FunctionWords.contains(token.key) else { return nil }
    return stem(token.key)
  }

  /// Cut, so that "neutral" and "neutrality", "territory" and "territorial" agree.
  static func stem(_ key: String) -> String { String(WordStem.of(key).prefix(7)) }

  func contains(_ stem: Int32) -> Bool {
    var (low, high) = (0, stems.count)
    while low < high {
      let middle = (low + high) / 2
      if stems[middle] < stem { low = middle + 1 } else { high = middle }
    }
    return low < stems.count && stems[low] == stem
  }

  /// - Complexity: O(stems of both).
  func shared(with other: Matter) -> (count: Int, weight: Double) {
    var (i, j, count, weight) = (0, 0, 0, 0.0)
    while i < stems.count, j < other.stems.count {
      if stems[i] == other.stems[j] {
        count += 1
        weight += weights[i]
        (i, j) = (i + 1, j + 1)
      } else if stems[i] < other.stems[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return (count, weight)
  }

  func isKin(to other: Matter, share: Double = Matter.kinShare) -> Bool {
    let shared = shared(with: other)
    return shared.count >= 2 && shared.weight >= Self.kinWeight
      && shared.weight >= share * min(weight, other.weight)
  }

  /// Half of the lighter in three words, or most of the heavier in two.
  func isClose(to other: Matter) -> Bool {
    let shared = shared(with: other)
    guard shared.weight >= Self.kinWeight else { return false }
    return shared.count >= 3 && shared.weight >= 0.5 * min(weight, other.weight)
      || shared.count >= 2 && shared.weight >= 0.6 * max(weight, other.weight)
  }

  /// The share of this passage's weight that another has.
  func share(in other: Matter) -> Double { weight > 0 ? shared(with: other).weight / weight : 1 }
}
