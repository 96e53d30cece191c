import HeapModule
import StemmaModel

/// Parts the reports of a story into families by the mean of what speaks for and against each pair, so that one strong
/// link does not chain two families together. What a person decided comes first.
struct FamilyFinder {
  var kinship: Kinship
  var count: Int
  var decided: DecidedRelations

  /// What is known of two groups from the pairs between them that were weighed.
  struct Between {
    var sum = 0.0
    var pairs = 0
    var strongest = -Double.infinity

    mutating func add(_ other: Between) {
      sum += other.sum
      pairs += other.pairs
      strongest = max(strongest, other.strongest)
    }

    /// The mean log-odds. A member of the smaller group that is near none of the other speaks against them as two
    /// reports that are taken at random do.
    func mean(_ a: Int, _ b: Int) -> Double {
      let missing = max(0, min(a, b) - pairs)
      return (sum + Double(missing) * Kinship.prior.nats) / Double(max(1, pairs + missing))
    }
  }

  /// Families in order of their first report, each in order; a report of its own line is a family of one.
  ///
  /// - Complexity: O(*p* log² *p*) in the pairs that were weighed.
  func families() -> [[Int]] {
    var members = (0..<count).map { [$0] }
    var between: [[Int: Between]] = (0..<count).map { a in
      Dictionary(
        uniqueKeysWithValues: kinship.fellows(of: a).map { fellow in
          let nats = fellow.pair.logOdds.nats
          return (fellow.report, Between(sum: nats, pairs: 1, strongest: nats))
        })
    }
    // By group, those that it is never joined with.
    var apart: [Int: Set<Int>] = [:]
    for (a, b) in decided.independentPairs {
      apart[a, default: []].insert(b)
      apart[b, default: []].insert(a)
    }
    func join(_ a: Int, _ b: Int) {
      members[a] = (members[a] + members[b]).sorted()
      members[b] = []
      for (other, found) in between[b] where other != a {
        between[a][other, default: Between()].add(found)
        between[other][b] = nil
        between[other][a] = between[a][other]
      }
      between[b] = [:]
      between[a][b] = nil
      guard let others = apart.removeValue(forKey: b) else { return }
      for other in others where other != a {
        apart[a, default: []].insert(other)
        // Nil of a group that has gone into another, which took over what it is kept from.
        apart[other]?.insert(a)
      }
    }
    for report in 0..<count {
      guard let parent = decided.parent(of: report) else { continue }
      let groups = [report, parent].map { member in members.firstIndex { $0.contains(member) }! }.sorted()
      if groups[0] != groups[1] { join(groups[0], groups[1]) }
    }
    var queue = Heap<Merger>()
    func offer(_ a: Int, _ b: Int) {
      let (a, b) = (min(a, b), max(a, b))
      guard !(apart[a]?.contains(b) ?? false) else { return }
      // A group grows only by a pair that is surely derived.
      guard let found = between[a][b], found.strongest >= Kinship.derivedAbove.nats else { return }
      let mean = found.mean(members[a].count, members[b].count)
      guard mean > 0 else { return }
      queue.insert(Merger(mean: mean, a: a, b: b, sizes: (members[a].count, members[b].count)))
    }
    for a in 0..<count { for b in between[a].keys.sorted() where b > a { offer(a, b) } }
    while let best = queue.popMax() {
      let (a, b) = (best.a, best.b)
      guard members[a].count == best.sizes.0, members[b].count == best.sizes.1 else { continue }
      join(a, b)
      for other in between[a].keys.sorted() { offer(a, other) }
    }
    return members.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
  }

  private struct Merger: Comparable {
    var mean: Double
    var a: Int
    var b: Int
    /// Members of both when it was offered.
    var sizes: (Int, Int)

    static func == (x: Self, y: Self) -> Bool { (x.mean, x.a, x.b) == (y.mean, y.a, y.b) }
    /// The greatest mean first, of equals the first reports.
    static func < (x: Self, y: Self) -> Bool { (x.mean, y.a, y.b) < (y.mean, x.a, x.b) }
  }
}
