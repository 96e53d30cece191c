/// Groups that are merged step by step, alike as their members are on the mean: one report about two events must not
/// join them.
///
/// - Complexity: O(*n*²) space and, but for bad luck, time.
package struct MeanLinkage {
  private var likeness: [Double]
  private let count: Int
  private var members: [[Int]]
  /// For each group that is left, the one most like it.
  private var best: [Int]

  package init(_ likeness: EventLikeness) {
    count = likeness.count
    self.likeness = (0..<(count * count)).map { likeness[$0 / likeness.count, $0 % likeness.count] }
    members = (0..<count).map { [$0] }
    best = Array(repeating: -1, count: count)
    for group in 0..<count { best[group] = mostAlike(group) }
  }

  package var groups: [[Int]] { members.filter { !$0.isEmpty }.map { $0.sorted() } }

  /// The two groups that are most alike, if they are alike enough; among equals the first.
  package func nearest(atLeast least: Double) -> (Int, Int)? {
    var found: (a: Int, b: Int, likeness: Double)?
    for group in 0..<count where !members[group].isEmpty && best[group] >= 0 {
      let value = likeness[group * count + best[group]]
      if value >= least, value > (found?.likeness ?? -1) { found = (group, best[group], value) }
    }
    return found.map { (min($0.a, $0.b), max($0.a, $0.b)) }
  }

  package mutating func merge(_ a: Int, _ b: Int) {
    let (x, y) = (Double(members[a].count), Double(members[b].count))
    for other in 0..<count where other != a && other != b && !members[other].isEmpty {
      let mean = (likeness[a * count + other] * x + likeness[b * count + other] * y) / (x + y)
      likeness[a * count + other] = mean
      likeness[other * count + a] = mean
    }
    members[a] += members[b]
    members[b] = []
    best[a] = mostAlike(a)
    for other in 0..<count where !members[other].isEmpty && other != a {
      if best[other] == a || best[other] == b {
        best[other] = mostAlike(other)
      } else if best[other] >= 0, likeness[other * count + a] > likeness[other * count + best[other]] {
        best[other] = a
      }
    }
  }

  private func mostAlike(_ group: Int) -> Int {
    var found = -1
    for other in 0..<count where other != group && !members[other].isEmpty {
      if found < 0 || likeness[group * count + other] > likeness[group * count + found] { found = other }
    }
    return found
  }
}
