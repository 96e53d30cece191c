/// The fewest words to take out and put in to make one sequence of another.
package enum ShortestEdit {
  /// A stretch that is the same in both, or stands in one alone.
  package struct Run: Hashable, Sendable {
    /// In the first sequence; empty where something was put in.
    package var a: Range<Int>
    /// In the second; empty where something was taken out.
    package var b: Range<Int>
    package var isCommon: Bool
  }

  /// Runs in order: common ones, and between them what was taken out before what was put in, which make one run.
  ///
  /// - Parameter limit: edits beyond which the middle counts as replaced whole, when what is common at both ends is taken.
  /// - Complexity: O((*n* + *m*) *d*) time and O(*d*²) space for *d* edits, at most `limit`.
  /// - Source: Myers 1986, "An O(ND) difference algorithm and its variations", the greedy algorithm.
  package static func runs(_ a: [Int32], _ b: [Int32], limit: Int = 400) -> [Run] {
    var head = 0
    while head < a.count, head < b.count, a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < a.count - head, tail < b.count - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
    var common: [(a: Int, b: Int, count: Int)] = []
    if head > 0 { common.append((0, 0, head)) }
    common += middle(a, b, head..<(a.count - tail), head..<(b.count - tail), limit)
    if tail > 0 { common.append((a.count - tail, b.count - tail, tail)) }
    return filled(common, a.count, b.count)
  }

  /// Stretches in common inside two parts that begin and end with different words.
  private static func middle(
    _ a: [Int32], _ b: [Int32], _ inA: Range<Int>, _ inB: Range<Int>, _ limit: Int
  ) -> [(a: Int, b: Int, count: Int)] {
    let (n, m) = (inA.count, inB.count)
    guard n > 0, m > 0 else { return [] }
    let most = min(limit, n + m)
    // The furthest place on each diagonal, from -most to most, and what it was before each step.
    var furthest = [Int32](repeating: 0, count: 2 * most + 3)
    var history: [[Int32]] = []
    for edits in 0...most {
      history.append(Array(furthest[(most + 1 - edits)...(most + 1 + edits)]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let at = diagonal + most + 1
        let isDown = diagonal == -edits || (diagonal != edits && furthest[at - 1] < furthest[at + 1])
        var x = Int(isDown ? furthest[at + 1] : furthest[at - 1] + 1)
        var y = x - diagonal
        while x < n, y < m, a[inA.lowerBound + x] == b[inB.lowerBound + y] { (x, y) = (x + 1, y + 1) }
        furthest[at] = Int32(x)
        if x >= n, y >= m {
          return back(n, m, history).map { ($0.a + inA.lowerBound, $0.b + inB.lowerBound, $0.count) }
        }
      }
    }
    return []
  }

  /// The way back from the end through the states before each step.
  private static func back(_ n: Int, _ m: Int, _ history: [[Int32]]) -> [(a: Int, b: Int, count: Int)] {
    var (x, y) = (n, m)
    var common: [(a: Int, b: Int, count: Int)] = []
    for edits in stride(from: history.count - 1, through: 0, by: -1) {
      let before = history[edits]
      let diagonal = x - y
      let at = diagonal + edits
      var (fromX, fromY) = (0, 0)
      if edits > 0 {
        let isDown = diagonal == -edits || (diagonal != edits && before[at - 1] < before[at + 1])
        let last = isDown ? diagonal + 1 : diagonal - 1
        fromX = Int(before[last + edits])
        fromY = fromX - last
        let (startX, startY) = isDown ? (fromX, fromY + 1) : (fromX + 1, fromY)
        if x > startX { common.append((startX, startY, x - startX)) }
      } else if x > 0 {
        common.append((0, 0, x))
      }
      (x, y) = (fromX, fromY)
    }
    return common.reversed()
  }

  private static func filled(_ common: [(a: Int, b: Int, count: Int)], _ n: Int, _ m: Int) -> [Run] {
    var runs: [Run] = []
    var (x, y) = (0, 0)
    for same in common + [(n, m, 0)] {
      if same.a > x || same.b > y { runs.append(Run(a: x..<same.a, b: y..<same.b, isCommon: false)) }
      (x, y) = (same.a + same.count, same.b + same.count)
      guard same.count > 0 else { continue }
      if let last = runs.last, last.isCommon {
        runs[runs.count - 1].a = last.a.lowerBound..<x
        runs[runs.count - 1].b = last.b.lowerBound..<y
      } else {
        runs.append(Run(a: same.a..<x, b: same.b..<y, isCommon: true))
      }
    }
    return runs
  }
}
