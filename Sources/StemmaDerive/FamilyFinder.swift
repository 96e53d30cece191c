import StemmaModel

/// Parts the reports of a story into families by the mean of what speaks for and against each pair, so that one strong
/// link does not chain two families together.
struct FamilyFinder {
  var kinship: Kinship
  var count: Int

  /// Families in order of their first report, each in order; a report of its own line is a family of one.
  ///
  /// - Complexity: O(*n*²) space; O(*n*²) time a merge.
  func families() -> [[Int]] {
    var members = (0..<count).map { [$0] }
    // Between any two groups: the sum of the log-odds of their pairs, and the greatest of them.
    var sums = (0..<count).map { a in (0..<count).map { a == $0 ? 0 : kinship[a, $0].logOdds.nats } }
    var strongest = sums
    while true {
      var best: (a: Int, b: Int, mean: Double) = (0, 0, 1e-9)
      for a in 0..<count where !members[a].isEmpty {
        for b in (a + 1)..<max(a + 1, count) where !members[b].isEmpty {
          // A group grows only by a pair that is surely derived.
          guard strongest[a][b] >= Kinship.derivedAbove.nats else { continue }
          let mean = sums[a][b] / Double(members[a].count * members[b].count)
          if mean > best.mean + 1e-9 { best = (a, b, mean) }
        }
      }
      guard best.b > 0 else { break }
      let (a, b) = (best.a, best.b)
      members[a] = (members[a] + members[b]).sorted()
      members[b] = []
      for other in 0..<count where other != a && other != b {
        sums[a][other] += sums[b][other]
        sums[other][a] = sums[a][other]
        strongest[a][other] = max(strongest[a][other], strongest[b][other])
        strongest[other][a] = strongest[a][other]
      }
    }
    return members.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
  }
}
