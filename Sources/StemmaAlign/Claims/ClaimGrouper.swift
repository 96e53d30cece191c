import StemmaModel

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
  /// Others one wording is compared with, at the most.
  static let mostCandidates = 64
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
        guard let report = reports[x].firstCommon(with: reports[y]), !areOneWitness(wordings[x], wordings[y], in: report),
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
        && b.clauses.contains { y in abs(x - y) == 1 && clauses[x].statement == clauses[y].statement && clauses[y].report == report }
    }
  }

  private func isOneReport(_ a: Wording, _ b: Wording) -> Bool {
    let report = clauses[a.clause].report
    return report == clauses[a.clauses.last!].report && report == clauses[b.clause].report
      && report == clauses[b.clauses.last!].report
  }

  /// Pairs of wordings that are alike, most alike first. Headlines and captions repeat what the body says: they are looked
  /// for later.
  private func candidates(_ wordings: [Wording], _ profiles: [ClaimProfile]) -> [(a: Int, b: Int, likeness: Double)] {
    var postings = [[Int32]](repeating: [], count: words.weights.count)
    var edges: [(a: Int, b: Int, likeness: Double)] = []
    var shared = [Double](repeating: 0, count: wordings.count)
    for (index, wording) in wordings.enumerated() where clauses[wording.clause].isBody {
      var touched: [Int] = []
      for word in clauses[wording.clause].words {
        for other in postings[Int(word)] {
          if shared[Int(other)] == 0 { touched.append(Int(other)) }
          shared[Int(other)] += words.weights[Int(word)]
        }
        if postings[Int(word)].count < Self.commonest { postings[Int(word)].append(Int32(index)) }
      }
      if touched.count > Self.mostCandidates {
        touched.sort { (shared[$1], $0) < (shared[$0], $1) }
      }
      for other in touched.prefix(Self.mostCandidates) {
        let value = profiles[other].likeness(to: profiles[index], words: words)
        if value >= (isOneReport(wordings[other], wording) ? Self.leastRepetition : Self.leastLikeness) {
          edges.append((other, index, value))
        }
      }
      for other in touched { shared[other] = 0 }
    }
    return edges.sorted { ($1.likeness, $0.a, $0.b) < ($0.likeness, $1.a, $1.b) }
  }
}
