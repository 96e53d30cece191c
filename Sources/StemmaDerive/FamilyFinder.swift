import StemmaModel

/// Parts the reports of a story into families by the sum of what speaks for and against each pair, so that one strong
/// link does not chain two families together.
struct FamilyFinder {
  var kinship: Kinship
  var count: Int

  /// Families in order of their first report, each in order; a report of its own line is a family of one.
  func families() -> [[Int]] {
    var groups = (0..<count).map { [$0] }
    while true {
      var best: (a: Int, b: Int, gain: Double) = (0, 0, 0)
      for a in groups.indices {
        for b in groups.indices where b > a {
          guard let gain = gain(groups[a], groups[b]), gain > best.gain + 1e-9 else { continue }
          best = (a, b, gain)
        }
      }
      guard best.b > 0 else { break }
      groups[best.a] = (groups[best.a] + groups[best.b]).sorted()
      groups.remove(at: best.b)
    }
    return groups.sorted { $0[0] < $1[0] }
  }

  /// The mean log-odds between two groups; nil where no pair of them is surely derived.
  private func gain(_ a: [Int], _ b: [Int]) -> Double? {
    var sum = 0.0
    var strongest = -Double.infinity
    for i in a {
      for j in b {
        let nats = kinship[i, j].logOdds.nats
        sum += nats
        strongest = max(strongest, nats)
      }
    }
    guard strongest >= Kinship.derivedAbove.nats else { return nil }
    let mean = sum / Double(a.count * b.count)
    return mean > 0 ? mean : nil
  }
}
