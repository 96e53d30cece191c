/// How some reports of one story score against each other, and whether that makes them two groups.
struct PairScores {
  private let count: Int
  private var scores: [Float]

  /// - Parameter score: asked for each two reports once, the later one first.
  init(count: Int, _ score: (Int, Int) -> Float) {
    self.count = count
    scores = [Float](repeating: 0, count: count * count)
    for i in 0..<count {
      for j in 0..<i {
        let score = score(i, j)
        scores[i * count + j] = score
        scores[j * count + i] = score
      }
    }
  }

  /// Two groups that have little to do with each other, or nil.
  ///
  /// Reports are joined from the likest on, by the mean score of the pairs between two groups. Coming back from the last joining,
  /// groups of less than `least` are set aside; the first two groups with more are told apart if the pairs between them score less,
  /// on the mean, than `share` of what the pairs inside score. (Where those score below 0, as much below them as that would be.)
  ///
  /// - Returns: the places of either group's reports, ascending, and the mean score between.
  /// - Complexity: O(*n*³).
  func twoGroups(least: Int, share: Float) -> (one: [Int], two: [Int], between: Float)? {
    guard count > 0 else { return nil }
    var node = joined()
    while case .pair(let one, let two) = node {
      let (a, b) = (one.leaves, two.leaves)
      if a.count + b.count < 2 * least { return nil }
      if min(a.count, b.count) >= least {
        let between = sum(a, b) / Float(a.count * b.count)
        let pairs = a.count * (a.count - 1) + b.count * (b.count - 1)
        let inside = (sum(a, a) + sum(b, b)) / Float(pairs)
        guard between < inside - (1 - share) * abs(inside) else { return nil }
        return (a.sorted(), b.sorted(), between)
      }
      node = a.count > b.count ? one : two
    }
    return nil
  }

  private indirect enum Node {
    case leaf(Int)
    case pair(Node, Node)

    var leaves: [Int] {
      switch self {
      case .leaf(let place): [place]
      case .pair(let one, let two): one.leaves + two.leaves
      }
    }
  }

  /// The tree of average linkage; of equal means the earlier reports are joined first.
  private func joined() -> Node {
    var nodes = (0..<count).map { Node.leaf($0) }
    var sizes = [Float](repeating: 1, count: count)
    var sums = scores
    var alive = Array(0..<count)
    while alive.count > 1 {
      var best = (mean: -Float.infinity, one: 0, two: 0)
      for (k, i) in alive.enumerated() {
        for j in alive[(k + 1)...] {
          let mean = sums[i * count + j] / (sizes[i] * sizes[j])
          if mean > best.mean { best = (mean, i, j) }
        }
      }
      let (i, j) = (best.one, best.two)
      nodes[i] = .pair(nodes[i], nodes[j])
      sizes[i] += sizes[j]
      alive.removeAll { $0 == j }
      for k in alive where k != i {
        sums[i * count + k] += sums[j * count + k]
        sums[k * count + i] = sums[i * count + k]
      }
    }
    return nodes[0]
  }

  private func sum(_ a: [Int], _ b: [Int]) -> Float {
    a.reduce(0) { sum, i in b.reduce(sum) { $0 + scores[i * count + $1] } }
  }
}
