/// Clauses that say the same in the same words but for trifles, as one: of a dispatch that a hundred outlets print, each
/// sentence is compared once.
struct Wording {
  /// The clause that speaks for all: the first.
  var clause: Int
  /// Indices of clauses, in order.
  var clauses: [Int]

  /// The share of the heavier clause's weight that two of one wording have in common.
  static let leastShare = 0.85
  /// Wordings a word may stand in to be looked up: by rarer ones a near wording is found as well.
  static let commonest = 256

  /// The wordings of a story's clauses, in order of their first.
  ///
  /// Clauses of one wording have the same amounts and the same sign, and stand in the body both or neither.
  /// - Complexity: O(clauses × words), each word leading to a bounded number of wordings.
  static func all(of clauses: [Clause], amounts: [[ClaimProfile.Amount]], words: StoryWords) -> [Wording] {
    var wordings: [Wording] = []
    var same: [Key: Int] = [:]
    var postings = [[Int32]](repeating: [], count: words.weights.count)
    var shared: [Double] = []
    for (index, clause) in clauses.enumerated() {
      let key = Key(words: clause.words, amounts: amounts[index], isNegated: clause.isNegated, isBody: clause.isBody)
      if let known = same[key] {
        wordings[known].clauses.append(index)
        continue
      }
      if let near = near(clause, index, clauses, amounts, words, wordings, postings, &shared) {
        wordings[near].clauses.append(index)
        same[key] = near
        continue
      }
      same[key] = wordings.count
      for word in clause.words where postings[Int(word)].count <= commonest {
        postings[Int(word)].append(Int32(wordings.count))
      }
      wordings.append(Wording(clause: index, clauses: [index]))
      shared.append(0)
    }
    return wordings
  }

  private struct Key: Hashable {
    var words: [Int32]
    var amounts: [ClaimProfile.Amount]
    var isNegated: Bool
    var isBody: Bool
  }

  /// The wording that has nearly the same words, the nearest first.
  private static func near(
    _ clause: Clause, _ index: Int, _ clauses: [Clause], _ amounts: [[ClaimProfile.Amount]], _ words: StoryWords,
    _ wordings: [Wording], _ postings: [[Int32]], _ shared: inout [Double]
  ) -> Int? {
    var touched: [Int32] = []
    for word in clause.words where postings[Int(word)].count <= commonest {
      for wording in postings[Int(word)] {
        if shared[Int(wording)] == 0 { touched.append(wording) }
        shared[Int(wording)] += words.weights[Int(word)]
      }
    }
    var best: (wording: Int, share: Double)?
    for wording in touched {
      let found = shared[Int(wording)]
      shared[Int(wording)] = 0
      let fellow = clauses[wordings[Int(wording)].clause]
      let heavier = max(clause.weight, fellow.weight)
      // What stands in too many wordings to be looked up may be in common as well.
      guard found >= 0.5 * leastShare * heavier, fellow.isBody == clause.isBody,
        fellow.isNegated == clause.isNegated, amounts[wordings[Int(wording)].clause] == amounts[index]
      else { continue }
      let share = words.weight(words.common(clause.words, fellow.words)) / heavier
      if share >= leastShare, share > best?.share ?? 0 || share == best?.share && Int(wording) < best!.wording {
        best = (Int(wording), share)
      }
    }
    return best?.wording
  }
}
