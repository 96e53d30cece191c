import Foundation
import StemmaModel
import StemmaText

/// The matter-bearing words of a story, numbered, with how much each tells one statement from another.
struct StoryWords {
  /// Names stand in most statements of a story and say little about which one it is.
  /// Set with the other constants of this module; see "Where the constants come from" in Evaluation/README.md.
  static let nameWeight = 0.5
  /// What rarity in the language adds to rarity in the story: the words a story turns on are common in it, and are still
  /// what its statements share.
  static let languageShare = 0.3
  /// Nats beyond which a word is not rarer for a statement: most words of a small story stand in it once.
  static let mostRarity = 5.0

  /// By word number: in nats.
  private(set) var weights: [Double] = []
  /// For each report, for each token, the word number; -1 where it carries no matter.
  private(set) var words: [[Int32]] = []
  /// For each report, for each token, the number of its key, inflected as it is; -1 for marks.
  private(set) var keys: [[Int32]] = []
  private(set) var synonyms: Synonyms
  /// By word number: it says that somebody came to harm.
  private(set) var isHarm: [Bool] = []
  /// Stands for all words of harm in a clause that denies it: "no casualties" and "nobody was killed or hurt" are one.
  private(set) var noHarm: Int32 = 0

  /// - Complexity: O(tokens), and a look at the table of vectors for each distinct word.
  init(_ story: Story) {
    synonyms = Synonyms(forms: [], frequency: [])
    var numbering = Numbering()
    for report in story.reports {
      var words = [Int32](repeating: -1, count: report.tokens.count)
      var keys = words
      for (index, token) in report.tokens.enumerated() where token.kind != .mark {
        let minute = token.kind == .number ? ClockTime.minute(at: index, in: report.tokens) : nil
        let key = minute.map { numbering.key(ofMinute: $0) } ?? numbering.key(of: token)
        keys[index] = key
        let word = numbering.words[Int(key)]
        words[index] = word
        if word >= 0 { numbering.see(word, asName: token.isName) }
      }
      self.words.append(words)
      self.keys.append(keys)
    }
    let (frequency, statements) = frequencies(in: story, words: numbering.samples.count)
    weights = frequency.indices.map { word in
      let rarity = min(Self.mostRarity, log((statements + 1) / max(1, frequency[word])))
      let sample = numbering.samples[word]
      return (rarity + Self.languageShare * WordVectors.rarity(of: sample.key))
        * (numbering.isName(word) ? Self.nameWeight : 1)
    }
    let harms = Set(Self.harms.map(WordStem.of))
    isHarm = numbering.samples.map { $0.isWord && harms.contains(WordStem.of($0.key)) } + [false]
    noHarm = Int32(weights.count)
    weights.append(Self.noHarmWeight)
    synonyms = Synonyms(
      forms: numbering.samples.indices.map { word in
        let sample = numbering.samples[word]
        return sample.isWord && sample.key.utf8.count > 2 && !numbering.isName(word) ? sample.key : nil
      } + [nil], frequency: frequency + [0])
    synonyms.join(ClockTime.near(numbering.minutes))
  }

  private static let noHarmWeight = 6.0
  private static let harms = [
    "casualty", "casualties", "fatality", "fatalities", "victim", "victims", "death", "deaths", "dead", "died",
    "killed",
    "injured", "injury", "injuries", "wounded", "wounds", "hurt", "harmed",
  ]

  /// In how many distinct statements each word stands, and how many those are: what is printed a hundred times over is
  /// said once.
  private func frequencies(in story: Story, words count: Int) -> (frequency: [Double], statements: Double) {
    var frequency = [Double](repeating: 0, count: count)
    var last = [Int32](repeating: -1, count: count)
    var seen: Set<UInt64> = []
    var statements: Int32 = 0
    for (index, report) in story.reports.enumerated() {
      for statement in report.statements where seen.insert(fingerprint(statement.tokens, of: index)).inserted {
        for word in words[index][statement.tokens] where word >= 0 && last[Int(word)] != statements {
          last[Int(word)] = statements
          frequency[Int(word)] += 1
        }
        statements += 1
      }
    }
    return (frequency, Double(statements))
  }

  /// FNV-1a over the keys of some tokens: the same for the same words in the same order.
  ///
  /// - Parameter placed: whether the words stand at the same tokens too; else marks between them do not matter.
  func fingerprint(_ tokens: Range<Int>, of report: Int, placed: Bool = false) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for key in keys[report][tokens] where key >= 0 || placed {
      hash = (hash ^ UInt64(UInt32(bitPattern: key))) &* 0x0000_0100_0000_01b3
    }
    return hash
  }

  /// The distinct words of a clause that denies something.
  func denied(_ tokens: Range<Int>, of report: Int) -> [Int32] {
    let all = distinct(tokens, of: report)
    let rest = all.filter { !isHarm[Int($0)] }
    return rest.count < all.count ? rest + [noHarm] : all
  }

  /// The distinct words of a stretch of tokens, in order of number.
  func distinct(_ tokens: Range<Int>, of report: Int) -> [Int32] {
    var list = words[report][tokens].filter { $0 >= 0 }
    list.sort()
    var kept = 0
    for word in list where kept == 0 || list[kept - 1] != word {
      list[kept] = word
      kept += 1
    }
    list.removeLast(list.count - kept)
    return list
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
}

/// Gives numbers to keys, and to the words that keys are forms of.
private struct Numbering {
  /// A word's first form.
  struct Sample {
    var key: String
    var isWord: Bool
  }

  private var keys: [String: Int32] = [:]
  private var stems: [String: Int32] = [:]
  /// By key number: the word it is a form of; -1 where it carries no matter.
  private(set) var words: [Int32] = []
  /// By word number.
  private(set) var samples: [Sample] = []
  /// The words that are times of day.
  private(set) var minutes: [(word: Int32, minute: Int)] = []
  private var seen: [Int32] = []
  private var named: [Int32] = []

  mutating func key(of token: Token) -> Int32 {
    if let number = keys[token.key] { return number }
    let number = Int32(words.count)
    keys[token.key] = number
    words.append(FunctionWords.contains(token.key) ? -1 : word(of: token))
    return number
  }

  /// A time of day, however it is written.
  mutating func key(ofMinute minute: Int) -> Int32 {
    let count = samples.count
    let key = key(of: Token(.number, span: TextSpan(0, 0), key: "at minute \(minute)"))
    if samples.count > count { minutes.append((Int32(count), minute)) }
    return key
  }

  mutating func see(_ word: Int32, asName isName: Bool) {
    seen[Int(word)] += 1
    if isName { named[Int(word)] += 1 }
  }

  /// Where it is one more often than not.
  func isName(_ word: Int) -> Bool { named[word] * 2 > seen[word] }

  private mutating func word(of token: Token) -> Int32 {
    // "20,000" and "20000" are the same.
    let stem = token.kind == .number ? "#" + token.key.filter { $0 != "," } : WordStem.of(token.key)
    if let number = stems[stem] { return number }
    let number = Int32(samples.count)
    stems[stem] = number
    samples.append(Sample(key: token.key, isWord: token.kind == .word))
    seen.append(0)
    named.append(0)
    return number
  }
}
