import StemmaText

/// Which of a story's words may stand for one another, as far as the vectors can tell: a soft match for words, never
/// the judge, and never between numbers or names.
struct Synonyms {
  /// Likeness is `(cosine − zero) / (1 − zero)`, cut at 0 (models/README: the cut that did best on one story's links).
  static let zero = 0.35
  /// Below this a word is another word.
  static let leastLikeness = 0.3
  /// Words looked at: the table of pairs is square in them. Of more, the commonest.
  static let mostWords = 2500
  static let mostFellows = 12

  /// For each word number its fellows, most alike first.
  private(set) var fellows: [[(word: Int32, likeness: Double)]]

  /// For each word number, whether it has any.
  private(set) var hasFellows: [Bool]

  /// - Parameters:
  ///   - forms: for each word number a form as the reports have it; nil for what is not compared.
  ///   - frequency: in how many statements each stands.
  /// - Complexity: O(*v*²) dot products in the words, of which there are at most `mostWords`.
  init(forms: [String?], frequency: [Double]) {
    fellows = Array(repeating: [], count: forms.count)
    hasFellows = []
    let chosen = forms.indices.filter { forms[$0].map { !Self.numbers.contains($0) } ?? false }
      .sorted { (-frequency[$0], $0) < (-frequency[$1], $1) }.prefix(Self.mostWords).sorted()
    let known = chosen.compactMap { word in WordVectors.direction(of: forms[word]!).map { (word, $0) } }
    for (i, a) in known.enumerated() {
      for b in known[..<i] {
        let likeness = (WordVectors.cosine(a.1, b.1) - Self.zero) / (1 - Self.zero)
        guard likeness >= Self.leastLikeness else { continue }
        fellows[a.0].append((Int32(b.0), min(1, likeness)))
        fellows[b.0].append((Int32(a.0), min(1, likeness)))
      }
    }
    for word in fellows.indices where fellows[word].count > 1 {
      fellows[word] = Array(
        fellows[word].sorted { (-$0.likeness, $0.word) < (-$1.likeness, $1.word) }.prefix(Self.mostFellows))
    }
    hasFellows = fellows.map { !$0.isEmpty }
  }

  /// Numbers in words: the vectors have them all alike.
  private static let numbers: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
    "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand", "thousands", "million",
    "millions", "billion", "billions", "trillion", "dozen", "dozens",
  ]

  /// More words that may stand for one another.
  mutating func join(_ pairs: [(a: Int32, b: Int32, likeness: Double)]) {
    for (a, b, likeness) in pairs {
      for (word, fellow) in [(a, b), (b, a)] {
        fellows[Int(word)].append((fellow, likeness))
        fellows[Int(word)].sort { (-$0.likeness, $0.word) < (-$1.likeness, $1.word) }
        fellows[Int(word)].removeLast(max(0, fellows[Int(word)].count - Self.mostFellows))
        hasFellows[Int(word)] = true
      }
    }
  }
}
