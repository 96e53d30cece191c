import StemmaTestSupport
import Testing

@testable import StemmaCluster

@Suite struct MeanLinkageTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `it agrees with taking the mean of all pairs anew`(seed: UInt64) {
    var random = SeededRandom(seed)
    let count = Int.random(in: 0...24, using: &random)
    let likeness = randomLikeness(count, &random)
    let least = Double.random(in: 0...1, using: &random)
    #expect(groups(likeness, atLeast: least) == NaiveLinkage(likeness: likeness).groups(atLeast: least))
  }

  @Test func `two pairs that nothing joins stay two`() {
    var values = [Double](repeating: 0, count: 16)
    for (a, b) in [(0, 2), (1, 3)] {
      values[a * 4 + b] = 0.9
      values[b * 4 + a] = 0.9
    }
    #expect(groups(EventLikeness(count: 4, values: values), atLeast: 0.1) == [[0, 2], [1, 3]])
  }

  @Test func `one report about both events does not join them`() {
    // 0, 1 | 3, 4, and 2 between them.
    var values = [Double](repeating: 0, count: 25)
    for (a, b, value) in [(0, 1, 0.9), (3, 4, 0.9), (0, 2, 0.4), (1, 2, 0.4), (2, 3, 0.3), (2, 4, 0.3)] {
      values[a * 5 + b] = value
      values[b * 5 + a] = value
    }
    #expect(groups(EventLikeness(count: 5, values: values), atLeast: 0.15) == [[0, 1, 2], [3, 4]])
  }

  @Test func `without reports there is no group, and one is a group of its own`() {
    #expect(groups(EventLikeness(count: 0, values: []), atLeast: 0.1) == [])
    #expect(groups(EventLikeness(count: 1, values: [0]), atLeast: 0.1) == [[0]])
  }

  private func groups(_ likeness: EventLikeness, atLeast least: Double) -> [[Int]] {
    var linkage = MeanLinkage(likeness)
    while let (a, b) = linkage.nearest(atLeast: least) { linkage.merge(a, b) }
    return linkage.groups.sorted { $0[0] < $1[0] }
  }

  private func randomLikeness(_ count: Int, _ random: inout SeededRandom) -> EventLikeness {
    var values = [Double](repeating: 0, count: count * count)
    for a in 0..<count {
      for b in 0..<a {
        values[a * count + b] = Double.random(in: 0...1, using: &random)
        values[b * count + a] = values[a * count + b]
      }
    }
    return EventLikeness(count: count, values: values)
  }
}

/// The slow twin: O(*n*³) and more.
private struct NaiveLinkage {
  let likeness: EventLikeness

  func groups(atLeast least: Double) -> [[Int]] {
    var groups = (0..<likeness.count).map { [$0] }
    while true {
      var best: (a: Int, b: Int, mean: Double)?
      for a in groups.indices {
        for b in groups.indices where b > a {
          let mean = self.mean(groups[a], groups[b])
          if mean >= least, mean > best?.mean ?? -1 { best = (a, b, mean) }
        }
      }
      guard let best else { return groups.map { $0.sorted() }.sorted { $0[0] < $1[0] } }
      groups[best.a] += groups[best.b]
      groups.remove(at: best.b)
    }
  }

  private func mean(_ a: [Int], _ b: [Int]) -> Double {
    a.reduce(0) { sum, i in sum + b.reduce(0) { $0 + likeness[i, $1] } } / Double(a.count * b.count)
  }
}
