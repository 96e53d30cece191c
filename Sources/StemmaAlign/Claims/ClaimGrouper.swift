import StemmaModel
import StemmaText

/// Joins the clauses of a story that assert the same into groups, most alike first, each group by what its wordings have
/// in common.
struct ClaimGrouper {
  var clauses: [Clause]
  var words: StoryWords
  var likeness: ClauseLikeness

  /// Below this two clauses are not considered.
  static let leastLikeness = 0.26
  /// The likeness of what two groups have in common at which they are one claim.
  static let leastGroupLikeness = 0.3
  /// At which two clauses of one report say the same twice.
  static let leastRepetition = 0.55
  /// Wordings a word may stand in to be looked up: commoner ones tell nothing.
  static let commonest = 400
  /// Members of a group that are looked at for two statements of one report.
  static let mostMembers = 16
  /// Of which so many may be one report's.
  static let mostOfReport = 40
  /// Others one wording is compared with, at the most.
  static let mostCandidates = 64
  /// Wordings that one thread looks at in a row.
  private static let part = 256
  /// Times that the pairs are gone through: groups that have grown say more plainly what they have in common.
  static let passes = 2

  /// Groups of indices into `clauses`, each in order; groups in order of their first clause.
  ///
  /// - Complexity: O(*w* log *w*) in the wordings of the story, each compared with a bounded number of others.
  func groups() -> [[Int]] {
    let amounts = clauses.map(likeness.amounts)
    let wordings = Wording.all(of: clauses, amounts: amounts, words: words)
    let profiles = wordings.map { wording in
      let clause = clauses[wording.clause]
      return ClaimProfile(
        words: clause.words, weight: clause.weight, amounts: amounts[wording.clause], isNegated: clause.isNegated)
    }
    let joined = grouped(wordings, profiles)
    return joined.map { $0.flatMap { wordings[$0].clauses }.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Groups of indices of wordings.
  private func grouped(_ wordings: [Wording], _ profiles: [ClaimProfile]) -> [[Int]] {
    let count = (clauses.last?.report ?? 0) + 1
    let reports = wordings.map { ReportSet($0.clauses.lazy.map { clauses[$0].report }, of: count) }
    var profile = profiles
    var group = wordings.indices.map { [$0] }
    var groupOf = Array(wordings.indices)
    var said = reports
    let edges = candidates(wordings, profiles)
    for _ in 0..<Self.passes {
      for edge in edges {
        let (a, b) = (groupOf[edge.a], groupOf[edge.b])
        guard a != b, profile[a].likeness(to: profile[b], words: words) >= Self.leastGroupLikeness,
          said[a].isDisjoint(with: said[b]) || !clashes(group[a], group[b], wordings, reports, profiles)
        else { continue }
        group[a] += group[b]
        profile[a].join(profile[b], words: words)
        said[a].formUnion(said[b])
        for wording in group[b] { groupOf[wording] = a }
        group[b] = []
      }
    }
    return group.filter { !$0.isEmpty }
  }

  /// Whether a report says two things among them that are not the same.
  private func clashes(
    _ a: [Int], _ b: [Int], _ wordings: [Wording], _ reports: [ReportSet], _ profiles: [ClaimProfile]
  ) -> Bool {
    for x in a.prefix(Self.mostMembers) {
      for y in b.prefix(Self.mostMembers) {
        guard let report = reports[x].firstCommon(with: reports[y]),
          !areOneWitness(wordings[x], wordings[y], in: report),
          profiles[x].likeness(to: profiles[y], words: words) < Self.leastRepetition
        else { continue }
        return true
      }
    }
    return false
  }

  /// Neighbouring clauses of one sentence may be one witness: the other reports said it in one.
  private func areOneWitness(_ a: Wording, _ b: Wording, in report: Int) -> Bool {
    a.clauses.contains { x in
      clauses[x].report == report
        && b.clauses.contains { y in
          abs(x - y) == 1 && clauses[x].statement == clauses[y].statement && clauses[y].report == report
        }
    }
  }

  /// Pairs of wordings that are alike, most alike first. Headlines and captions repeat what the body says: they are looked
  /// for later.
  private func candidates(_ wordings: [Wording], _ profiles: [ClaimProfile]) -> [(a: Int, b: Int, likeness: Double)] {
    // The report that alone has a wording: what it says twice is no agreement.
    let only = wordings.map { wording in
      let report = clauses[wording.clause].report
      return clauses[wording.clauses.last!].report == report ? report : -1
    }
    let postings = postings(of: wordings, only: only)
    let found = Parallel.flatMap(wordings.count, by: Self.part) { part in
      var shared = [Double](repeating: 0, count: part.upperBound)
      var edges: [(a: Int, b: Int, likeness: Double)] = []
      for index in part where clauses[wordings[index].clause].isBody {
        var touched: [Int] = []
        for word in clauses[wordings[index].clause].words {
          let weight = words.weights[Int(word)]
          for other in postings[Int(word)] {
            let other = Int(other)
            if other >= index { break }
            if only[other] >= 0, only[other] == only[index] { continue }
            if shared[other] == 0 { touched.append(other) }
            shared[other] += weight
          }
        }
        for other in nearest(touched, shared) {
          let value = profiles[other].likeness(to: profiles[index], words: words)
          if value >= Self.leastLikeness { edges.append((other, index, value)) }
        }
        for other in touched { shared[other] = 0 }
      }
      return edges
    }
    return found.sorted { ($1.likeness, $0.a, $0.b) < ($0.likeness, $1.a, $1.b) }
  }

  /// For each word the wordings that lead from it to others, in order.
  private func postings(of wordings: [Wording], only: [Int]) -> [[Int32]] {
    var postings = [[Int32]](repeating: [], count: words.weights.count)
    for (index, wording) in wordings.enumerated() where clauses[wording.clause].isBody {
      for word in clauses[wording.clause].words {
        let count = postings[Int(word)].count
        guard count < Self.commonest else { continue }
        // A report of five hundred pages must not fill the list.
        if count >= Self.mostOfReport {
          let before = only[Int(postings[Int(word)][count - Self.mostOfReport])]
          guard before < 0 || before != only[index] else { continue }
        }
        postings[Int(word)].append(Int32(index))
      }
    }
    return postings
  }

  /// Those that share most, in no order; of equals the first.
  private func nearest(_ touched: [Int], _ shared: [Double]) -> [Int] {
    guard touched.count > Self.mostCandidates else { return touched }
    var best: [(other: Int, weight: Double)] = []
    for other in touched {
      let weight = shared[other]
      func comesBefore(_ rival: (other: Int, weight: Double)) -> Bool { (rival.weight, other) < (weight, rival.other) }
      guard best.count < Self.mostCandidates || comesBefore(best[best.count - 1]) else { continue }
      if best.count == Self.mostCandidates { best.removeLast() }
      var place = best.count
      while place > 0, comesBefore(best[place - 1]) { place -= 1 }
      best.insert((other, weight), at: place)
    }
    return best.map(\.other)
  }
}
