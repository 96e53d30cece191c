import StemmaTestSupport
import Testing

@testable import StemmaText

@Suite struct ShortestEditTests {
  /// The slow, obvious twin: the length of the longest common subsequence.
  private func common(_ a: [Int32], _ b: [Int32]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = x == y ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return row[b.count]
  }

  private func check(_ a: [Int32], _ b: [Int32]) {
    let runs = ShortestEdit.runs(a, b)
    var (x, y, kept) = (0, 0, 0)
    for (run, next) in zip(runs, runs.dropFirst()) { #expect(run.isCommon != next.isCommon, "\(a) \(b)") }
    for run in runs {
      #expect(run.a.lowerBound == x && run.b.lowerBound == y)
      if run.isCommon {
        #expect(Array(a[run.a]) == Array(b[run.b]))
        kept += run.a.count
      }
      (x, y) = (run.a.upperBound, run.b.upperBound)
    }
    #expect(x == a.count && y == b.count)
    #expect(kept == common(a, b), "\(a) \(b)")
  }

  @Test(
    arguments: [
      ([], []), ([1], []), ([], [1]), ([1], [1]), ([1], [2]), ([1, 2, 3], [1, 3]), ([1, 2], [2, 1]),
      ([1, 2, 3, 1, 2, 2, 1], [3, 2, 1, 2, 1, 3]), ([1, 1, 1, 1], [1, 1]), ([5, 1, 2, 6], [7, 1, 2, 8]),
    ] as [([Int32], [Int32])])
  func `as much is kept as can be`(a: [Int32], b: [Int32]) { check(a, b) }

  @Test func `and so it is of anything`() {
    var random = SeededRandom(41)
    for _ in 0..<400 {
      let letters = Int32.random(in: 1...6, using: &random)
      func word() -> [Int32] {
        (0..<Int.random(in: 0...14, using: &random)).map { _ in Int32.random(in: 0...letters, using: &random) }
      }
      check(word(), word())
    }
  }

  @Test func `beyond the limit the middle is replaced whole`() {
    let a = (0..<4000).map(Int32.init)
    let b = [0] + (0..<4000).map { Int32(-1 - $0) } + [3999]
    let runs = ShortestEdit.runs(a, b)
    #expect(runs.map(\.isCommon) == [true, false, true])
    #expect(runs[1].a == 1..<3999)
  }
}
