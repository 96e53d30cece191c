import StemmaTestSupport
import StemmaText
import Testing

struct SuffixAutomatonTests {
  /// The slow, obvious twin: from every place the longest stretch that also stands in `a`, where it cannot be made
  /// longer to the left.
  private func slowRuns(_ a: [Int32], in b: [Int32], atLeast minimum: Int) -> [(start: Int, length: Int)] {
    func longest(at start: Int) -> Int {
      var best = 0
      for i in a.indices {
        var length = 0
        while i + length < a.count, start + length < b.count, a[i + length] == b[start + length] { length += 1 }
        best = max(best, length)
      }
      return best
    }
    var runs: [(Int, Int)] = []
    var reached = 0
    for start in b.indices {
      let length = longest(at: start)
      if length >= minimum, start + length > reached { runs.append((start, length)) }
      reached = max(reached, start + length)
    }
    return runs
  }

  @Test(
    arguments: [
      ([1, 2, 3, 4, 5], [9, 2, 3, 4, 9], [1]),
      ([1, 1, 1, 1], [1, 1, 1, 1, 1, 1], [0]),
      ([], [1, 2, 3], []),
      ([1, 2, 3], [], []),
      ([7, 8, 9, 1, 7, 8, 9, 2], [7, 8, 9, 2, 7, 8, 9, 1], [0, 4]),
    ] as [([Int32], [Int32], [Int])])
  func `common runs stand where they should`(a: [Int32], b: [Int32], starts: [Int]) {
    let runs = SuffixAutomaton(a).runs(in: b, atLeast: 3)
    for run in runs {
      #expect(
        Array(a[run.indexedStart..<(run.indexedStart + run.length)]) == Array(b[run.start..<(run.start + run.length)]))
    }
    #expect(Set(starts).isSubset(of: Set(runs.map(\.start))))
    #expect(runs.isEmpty == starts.isEmpty)
  }

  @Test func `it agrees with its slow twin on seeded random input`() {
    var random = SeededRandom(7)
    for _ in 0..<200 {
      let letters = Int32.random(in: 2...6, using: &random)
      let a = (0..<Int.random(in: 0...60, using: &random)).map { _ in Int32.random(in: 0..<letters, using: &random) }
      let b = (0..<Int.random(in: 0...60, using: &random)).map { _ in Int32.random(in: 0..<letters, using: &random) }
      let runs = SuffixAutomaton(a).runs(in: b, atLeast: 3)
      let slow = slowRuns(a, in: b, atLeast: 3)
      #expect(runs.map(\.start) == slow.map(\.start))
      #expect(runs.map(\.length) == slow.map(\.length))
      for run in runs {
        #expect(
          Array(a[run.indexedStart..<(run.indexedStart + run.length)]) == Array(b[run.start..<(run.start + run.length)])
        )
      }
    }
  }
}
