import StemmaCluster
import StemmaText

/// Kernels beside their slow twins.
enum KernelBenchmarks {
  // MARK: - Common runs

  /// Two texts of a story: words by a skewed draw, with stretches of the first in the second.
  static func commonRuns(into table: inout Table) throws {
    for count in [300, 3000] {
      var random = SplitMix(seed: 7)
      let first = words(count, &random)
      var second: [Int32] = []
      while second.count < count {
        second += words(Int.random(in: 5...60, using: &random), &random)
        let start = Int.random(in: 0..<count, using: &random)
        second += first[start..<min(count, start + Int.random(in: 3...40, using: &random))]
      }
      var fast: [SuffixAutomaton.Run] = []
      var slow: [Run] = []
      let quick = Measure.seconds(runs: 5) { fast = SuffixAutomaton(first).runs(in: second, atLeast: 4) }.least
      let naive = Measure.seconds(runs: 3) { slow = naiveRuns(first, second, atLeast: 4) }.least
      guard fast.map(Run.init) == slow, !slow.isEmpty else {
        throw Wrong(description: "common runs: the twins do not agree")
      }
      table.add("common runs, \(count) words", quick * 1000, "ms", "naive \(ratio(naive, quick))")
    }
  }

  private static func words(_ count: Int, _ random: inout SplitMix) -> [Int32] {
    (0..<count).map { _ in
      let x = Double.random(in: 0..<1, using: &random)
      return Int32(x * x * x * 2000)
    }
  }

  private struct Run: Equatable {
    var start: Int
    var indexedStart: Int
    var length: Int

    init(start: Int, indexedStart: Int, length: Int) {
      (self.start, self.indexedStart, self.length) = (start, indexedStart, length)
    }

    init(_ run: SuffixAutomaton.Run) {
      (start, indexedStart, length) = (run.start, run.indexedStart, run.length)
    }
  }

  private static func naiveRuns(_ indexed: [Int32], _ text: [Int32], atLeast least: Int) -> [Run] {
    var runs: [Run] = []
    var reached = 0
    for start in text.indices {
      var best = (at: 0, length: 0)
      for at in indexed.indices {
        var length = 0
        while at + length < indexed.count, start + length < text.count, indexed[at + length] == text[start + length] {
          length += 1
        }
        if length > best.length { best = (at, length) }
      }
      guard best.length >= least, start + best.length > reached else { continue }
      reached = start + best.length
      runs.append(Run(start: start, indexedStart: best.at, length: best.length))
    }
    return runs
  }

  // MARK: - Linkage

  static func linkage(into table: inout Table) throws {
    for count in [60, 240] {
      var random = SplitMix(seed: 9)
      var values = [Double](repeating: 0, count: count * count)
      for a in 0..<count {
        for b in 0..<a {
          // Ten events of noisy likeness.
          let value = Double.random(in: 0..<0.5, using: &random) + (a % 10 == b % 10 ? 0.4 : 0)
          values[a * count + b] = value
          values[b * count + a] = value
        }
      }
      let likeness = EventLikeness(count: count, values: values)
      var (fast, slow): ([[Int]], [[Int]]) = ([], [])
      let quick = Measure.seconds(runs: 3) { fast = groups(likeness, atLeast: 0.4) }.least
      let naive = Measure.seconds(runs: 1) { slow = naiveGroups(likeness, atLeast: 0.4) }.least
      guard fast == slow else { throw Wrong(description: "linkage: the twins do not agree") }
      table.add("linkage, \(count) reports", quick * 1000, "ms", "naive \(ratio(naive, quick))")
    }
  }

  private static func groups(_ likeness: EventLikeness, atLeast least: Double) -> [[Int]] {
    var linkage = MeanLinkage(likeness)
    while let (a, b) = linkage.nearest(atLeast: least) { linkage.merge(a, b) }
    return linkage.groups.sorted { $0[0] < $1[0] }
  }

  private static func naiveGroups(_ likeness: EventLikeness, atLeast least: Double) -> [[Int]] {
    var groups = (0..<likeness.count).map { [$0] }
    while true {
      var best: (a: Int, b: Int, mean: Double)?
      for a in groups.indices {
        for b in groups.indices where b > a {
          var sum = 0.0
          for i in groups[a] { for j in groups[b] { sum += likeness[i, j] } }
          let mean = sum / Double(groups[a].count * groups[b].count)
          if mean >= least, mean > best?.mean ?? -1 { best = (a, b, mean) }
        }
      }
      guard let best else { return groups.map { $0.sorted() }.sorted { $0[0] < $1[0] } }
      groups[best.a] += groups[best.b]
      groups.remove(at: best.b)
    }
  }

  private static func ratio(_ slow: Double, _ fast: Double) -> String {
    "takes \(Int((slow / fast).rounded())) times as long, same answer"
  }
}
