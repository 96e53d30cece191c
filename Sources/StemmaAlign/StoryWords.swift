import Foundation
import StemmaModel
import StemmaText

/// The matter-bearing words of a story, numbered, with how much each tells one statement from another.
struct StoryWords {
  /// A word of a report that carries matter: its number and its place.
  struct Occurrence {
    var word: Int32
    /// In the report's tokens.
    var token: Int
  }

  /// Names stand in most statements of a story and say little about which one it is.
  /// Set with the other constants of this module; see "Where the constants come from" in Evaluation/README.md.
  static let nameWeight = 0.3

  /// By word number.
  private(set) var weights: [Double] = []
  /// For each report, for each token, the word number; -1 where it carries no matter.
  private(set) var words: [[Int32]] = []
  private(set) var synonyms: Synonyms
  private var numbers: [String: Int32] = [:]

  init(_ story: Story) {
    synonyms = Synonyms(forms: [], frequency: [])
    var forms: [String?] = []
    var isName: [Double] = []
    var seen: [Double] = []
    var frequency: [Double] = []
    var statements = 0.0
    for report in story.reports {
      var line = [Int32](repeating: -1, count: report.tokens.count)
      for (index, token) in report.tokens.enumerated()
      where token.kind != .mark && !FunctionWords.contains(token.key) {
        let number = number(of: token.kind == .number ? "#" + Self.plain(token.key) : WordStem.of(token.key))
        if Int(number) == isName.count {
          isName.append(0)
          seen.append(0)
          frequency.append(0)
          forms.append(token.kind == .word && token.key.utf8.count > 2 ? token.key : nil)
        }
        line[index] = number
        seen[Int(number)] += 1
        isName[Int(number)] += token.isName ? 1 : 0
      }
      words.append(line)
      for statement in report.statements {
        statements += 1
        for word in Set(line[statement.tokens]) where word >= 0 { frequency[Int(word)] += 1 }
      }
    }
    weights = frequency.indices.map { word in
      let rarity = log((statements + 1) / max(1, frequency[word]))
      return rarity * (isName[word] * 2 > seen[word] ? Self.nameWeight : 1)
    }
    for word in forms.indices where isName[word] * 2 > seen[word] { forms[word] = nil }
    synonyms = Synonyms(forms: forms, frequency: frequency)
  }

  /// The distinct words of a stretch of tokens, in order of number.
  func distinct(_ tokens: Range<Int>, of report: Int) -> [Int32] {
    Set(words[report][tokens].filter { $0 >= 0 }).sorted()
  }

  func weight(_ words: [Int32]) -> Double {
    words.reduce(0) { $0 + weights[Int($1)] }
  }

  /// The weight two sorted lists of words have in common: their common words, and for the rest the most alike ones.
  ///
  /// - Complexity: O(words of both), for a bounded number of fellows a word.
  func sharedWeight(_ a: [Int32], _ b: [Int32]) -> Double {
    let both = common(a, b)
    var shared = weight(both)
    let (few, many) = a.count <= b.count ? (a, b) : (b, a)
    var free = Set(many).subtracting(both)
    for word in few where !both.contains(word) && !free.isEmpty {
      for fellow in synonyms.fellows[Int(word)] where free.contains(fellow.word) {
        shared += fellow.likeness * min(weights[Int(word)], weights[Int(fellow.word)])
        free.remove(fellow.word)
        break
      }
    }
    return shared
  }

  /// Words in both, each list being sorted.
  func common(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    var (i, j) = (0, 0)
    var both: [Int32] = []
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        both.append(a[i])
        (i, j) = (i + 1, j + 1)
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return both
  }

  private mutating func number(of key: String) -> Int32 {
    if let number = numbers[key] { return number }
    let number = Int32(numbers.count)
    numbers[key] = number
    return number
  }

  /// "20,000" and "20000" are the same.
  private static func plain(_ number: String) -> String {
    number.filter { $0 != "," }
  }
}
