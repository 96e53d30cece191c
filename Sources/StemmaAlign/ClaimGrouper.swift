import StemmaModel

/// Joins the clauses of a story that assert the same into groups: mean linkage over the pairs that share rare words.
struct ClaimGrouper {
  var clauses: [Clause]
  var words: StoryWords
  var likeness: ClauseLikeness

  /// Below this two clauses are not considered.
  static let leastLikeness = 0.26
  /// The mean likeness over all pairs at which two groups are one claim.
  static let leastMean = 0.3
  /// At which two clauses of one report say the same twice.
  static let leastRepetition = 0.55
  /// Clauses a word may stand in to be looked up: commoner ones tell nothing.
  static let commonest = 400
  /// Members of a group that speak for it.
  static let mostMembers = 16
  /// Others one clause is compared with, at the most.
  static let mostCandidates = 64

  /// Groups of indices into `clauses`, each in order; groups in order of their first clause.
  func groups() -> [[Int]] {
    var group = clauses.indices.map { [$0] }
    var groupOf = Array(clauses.indices)
    var cache: [UInt64: Double] = [:]
    let edges = candidates()
    for edge in edges { cache[UInt64(edge.a) << 32 | UInt64(edge.b)] = edge.likeness }
    func alike(_ a: Int, _ b: Int) -> Double {
      let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
      if let value = cache[key] { return value }
      let value = likeness(clauses[a], clauses[b])
      cache[key] = value
      return value
    }
    for edge in edges {
      let (a, b) = (groupOf[edge.a], groupOf[edge.b])
      guard a != b else { continue }
      guard !clashes(group[a], group[b], alike) else { continue }
      var sum = 0.0
      var pairs = 0.0
      for i in group[a].prefix(Self.mostMembers) {
        for j in group[b].prefix(Self.mostMembers) where clauses[i].report != clauses[j].report {
          sum += alike(i, j)
          pairs += 1
        }
      }
      guard pairs > 0, sum / pairs >= Self.leastMean else { continue }
      group[a] += group[b]
      for clause in group[b] { groupOf[clause] = a }
      group[b] = []
    }
    attachHeadlines(to: &group, alike: alike)
    return group.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// A headline or a caption repeats what the body says: it joins a claim and never makes one of two.
  private func attachHeadlines(to group: inout [[Int]], alike: (Int, Int) -> Double) {
    for index in clauses.indices where !clauses[index].isBody {
      var best: (group: Int, likeness: Double)?
      for (number, members) in group.enumerated()
      where number != index && members.contains(where: { clauses[$0].isBody }) {
        let body = members.filter { clauses[$0].isBody }
        let mean = body.reduce(0) { $0 + alike(index, $1) } / Double(body.count)
        if mean >= Self.leastMean, mean > (best?.likeness ?? 0) { best = (number, mean) }
      }
      if let best {
        group[best.group].append(index)
        group[index] = []
      }
    }
  }

  /// Whether a report says two things among them that are not the same.
  private func clashes(_ a: [Int], _ b: [Int], _ alike: (Int, Int) -> Double) -> Bool {
    let byReport = Dictionary(grouping: a) { clauses[$0].report }
    return b.contains { j in
      (byReport[clauses[j].report] ?? []).contains { i in !areOneWitness(i, j) && alike(i, j) < Self.leastRepetition }
    }
  }

  /// Neighbouring clauses of one sentence may be one witness: the other reports said it in one.
  private func areOneWitness(_ a: Int, _ b: Int) -> Bool {
    abs(a - b) == 1 && clauses[a].statement == clauses[b].statement
  }

  /// Pairs of clauses of different reports that are alike, most alike first.
  private func candidates() -> [(a: Int, b: Int, likeness: Double)] {
    var postings = [[Int32]](repeating: [], count: words.weights.count)
    for (index, clause) in clauses.enumerated() {
      for word in clause.words { postings[Int(word)].append(Int32(index)) }
    }
    var edges: [(a: Int, b: Int, likeness: Double)] = []
    var shared = [Double](repeating: 0, count: clauses.count)
    for (index, clause) in clauses.enumerated() {
      var touched: [Int] = []
      guard clause.isBody else { continue }
      for word in clause.words where postings[Int(word)].count <= Self.commonest {
        for other in postings[Int(word)]
        where other < index && clauses[Int(other)].isBody && clauses[Int(other)].report != clause.report {
          if shared[Int(other)] == 0 { touched.append(Int(other)) }
          shared[Int(other)] += words.weights[Int(word)]
        }
      }
      let best = touched.sorted { (shared[$1], $0) < (shared[$0], $1) }.prefix(Self.mostCandidates)
      for other in best {
        let value = likeness(clauses[other], clause)
        if value >= Self.leastLikeness { edges.append((other, index, value)) }
      }
      for other in touched { shared[other] = 0 }
    }
    return edges.sorted { ($1.likeness, $0.a, $0.b) < ($0.likeness, $1.a, $1.b) }
  }
}
