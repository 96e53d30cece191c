import Foundation

/// What the wordings of one claim have in common: each word with the share of them that has it. As wordings join, what only
/// one of them says fades, and what all say remains.
struct ClaimProfile {
  /// Sorted.
  private(set) var words: [Int32]
  /// For each word, how many of the wordings have it.
  private(set) var counts: [Double]
  private(set) var wordings: Double
  /// In nats, each word by the square of its share.
  private(set) var weight: Double
  /// The amounts in the wordings, by sort and value, sorted.
  private(set) var amounts: [Amount]
  /// The wordings that say "not".
  private var negated: Double

  /// An amount's sort, numbered over the story, and its value.
  struct Amount: Hashable, Comparable {
    var kind: Int32
    var value: Double

    static func < (a: Self, b: Self) -> Bool { (a.kind, a.value) < (b.kind, b.value) }
  }

  /// The part of the measure that looks at the heavier; the rest looks at the lighter, since a clause of one report is
  /// often half a clause of another.
  static let heavierShare = 0.4
  /// What is left where a single word of several is shared, and no fellow of another: that is a topic, not a claim.
  static let topicShare = 0.6
  /// Nats in common below which two wordings say too little to be told to be the same.
  static let tellingWeight = 5.0
  /// What the same amount adds, and what amounts of unlike sorts take away.
  static let sameAmount = 0.2
  static let unlikeAmounts = 0.1
  /// What it takes away that one says "not".
  static let otherSign = 0.05

  init(words: [Int32], weight: Double, amounts: [Amount], isNegated: Bool) {
    self.words = words
    self.weight = weight
    self.amounts = amounts
    counts = Array(repeating: 1, count: words.count)
    wordings = 1
    negated = isNegated ? 1 : 0
  }

  /// The share of the wordings that has a word, by its place in `words`.
  func share(_ index: Int) -> Double { counts[index] / wordings }

  /// How far two claims say the same, as far as their words can tell: 0…1.
  ///
  /// The sum over the words that both have, each by both its shares, against the weights of both; a word that one of them
  /// lacks may be stood in for by its nearest fellow.
  /// - Complexity: O(words of both).
  func likeness(to other: ClaimProfile, words story: StoryWords) -> Double {
    let (common, count, alike) = shared(with: other, words: story)
    guard count > 0 else { return 0 }
    let (lighter, heavier) = weight < other.weight ? (weight, other.weight) : (other.weight, weight)
    var likeness = common / max(1e-9, Self.heavierShare * heavier + (1 - Self.heavierShare) * lighter)
    if count == 1, alike == 0, max(words.count, other.words.count) > 2 { likeness *= Self.topicShare }
    likeness *= min(1, common / Self.tellingWeight)
    likeness += agreement(with: other)
    likeness -= Self.otherSign * abs(negated / wordings - other.negated / other.wordings)
    return max(0, min(1, likeness))
  }

  /// The weight in common, how many words both have, and for how many more a fellow stands.
  private func shared(with other: ClaimProfile, words story: StoryWords) -> (
    weight: Double, count: Int, alike: Int
  ) {
    var (i, j) = (0, 0)
    var sum = 0.0
    var count = 0
    var mine: [Int] = []
    while i < words.count, j < other.words.count {
      let (a, b) = (words[i], other.words[j])
      if a == b {
        sum += story.weights[Int(a)] * share(i) * other.share(j)
        count += 1
        i += 1
        j += 1
      } else if a < b {
        if story.synonyms.hasFellows[Int(a)] { mine.append(i) }
        i += 1
      } else {
        j += 1
      }
    }
    guard count > 0 else { return (0, 0, 0) }
    while i < words.count {
      if story.synonyms.hasFellows[Int(words[i])] { mine.append(i) }
      i += 1
    }
    var taken: [Int] = []
    for index in mine {
      let word = Int(words[index])
      for fellow in story.synonyms.fellows[word] {
        guard let at = other.index(of: fellow.word), !taken.contains(at), self.index(of: fellow.word) == nil
        else { continue }
        let least = min(story.weights[word], story.weights[Int(fellow.word)])
        sum += fellow.likeness * least * share(index) * other.share(at)
        taken.append(at)
        break
      }
    }
    return (sum, count, taken.count)
  }

  private func index(of word: Int32) -> Int? {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == word ? low : nil
  }

  /// Whether the amounts are the same, or of one sort with other values, or of two sorts.
  private func agreement(with other: ClaimProfile) -> Double {
    guard !amounts.isEmpty, !other.amounts.isEmpty else { return 0 }
    var sameKind = false
    for a in amounts {
      for b in other.amounts where a.kind == b.kind {
        if abs(a.value - b.value) <= 1e-6 * max(abs(a.value), abs(b.value)) { return Self.sameAmount }
        sameKind = true
      }
    }
    return sameKind ? 0 : -Self.unlikeAmounts
  }

  /// Amounts of one claim that are kept: a list of numbers is not about all of them.
  private static let mostAmounts = 12

  /// - Complexity: O(words of both).
  mutating func join(_ other: ClaimProfile, words story: StoryWords) {
    var (i, j) = (0, 0)
    var both: [Int32] = []
    var sums: [Double] = []
    both.reserveCapacity(words.count + other.words.count)
    sums.reserveCapacity(words.count + other.words.count)
    while i < words.count || j < other.words.count {
      if j == other.words.count || i < words.count && words[i] < other.words[j] {
        both.append(words[i])
        sums.append(counts[i])
        i += 1
      } else if i == words.count || other.words[j] < words[i] {
        both.append(other.words[j])
        sums.append(other.counts[j])
        j += 1
      } else {
        both.append(words[i])
        sums.append(counts[i] + other.counts[j])
        i += 1
        j += 1
      }
    }
    (words, counts) = (both, sums)
    wordings += other.wordings
    negated += other.negated
    weight = words.indices.reduce(0) { $0 + story.weights[Int(words[$1])] * share($1) * share($1) }
    amounts = Array(Set(amounts + other.amounts).sorted().prefix(Self.mostAmounts))
  }
}
