import Foundation
import StemmaModel

extension Descents {
  /// The tree over the family in which neighbours are nearest and few texts have several children, with the probability of each
  /// edge. Where candidates do not join all, there is a tree for each part.
  ///
  /// Nearness is settled first, for the whole family, and then the root: the signs of all edges tell together which end of the
  /// tree is the older, where one edge alone is often misleading.
  ///
  /// - Returns: a branch for each report that has a parent, in order of `child`.
  /// - Complexity: O(*e* log *e*) for *e* edges and at most `Self.mostSteps` for improving.
  package func tree() -> [Branch] {
    var draft = TreeDraft(self)
    draft.improve()
    return draft.rooted(at: draft.margins()).sorted { $0.child < $1.child }
  }
}

/// An undirected tree that is improved edge by edge.
private struct TreeDraft {
  struct Edge {
    var a: Int
    var b: Int
    var cost: Double
    /// Nats that `a` is the older.
    var direction: Double
    var directness: Double
    var nearness: Double
  }

  private let count: Int
  private let branching: Double
  private let adjacency: [Double]
  private let reports: [Int]
  private let newsShare: Double
  private var edges: [Edge] = []
  /// For each text its edges in the tree.
  private var joined: [[Int]]
  private var isInTree: [Bool]

  /// Looks at an edge while improving; keeps large families in time.
  static let mostSteps = 40_000_000
  /// What a root with several children costs, in nats.
  static let rootOfSeveral = 1.0
  /// Added to margins before their logarithm is taken.
  static let leastMargin = 0.05
  /// A gain below this is none.
  static let leastGain = 1e-9

  init(_ descents: Descents) {
    reports = descents.reports
    newsShare = descents.newsShare
    count = reports.count
    branching = descents.branching
    adjacency = descents.adjacency
    var place: [Int: Int] = [:]
    for (index, report) in reports.enumerated() { place[report] = index }
    for edge in descents.edges {
      guard let a = place[edge.parent], let b = place[edge.child], a < b else { continue }
      edges.append(
        Edge(
          a: a, b: b, cost: log(edge.distance + DirectionWeights.leastDistance), direction: edge.direction.nats,
          directness: edge.directness.probability, nearness: edge.nearness.nats))
    }
    edges.sort { ($0.cost, $0.a, $0.b) < ($1.cost, $1.a, $1.b) }
    joined = Array(repeating: [], count: count)
    isInTree = Array(repeating: false, count: edges.count)
    span()
  }

  /// Kruskal's minimum spanning tree.
  private mutating func span() {
    var leader = Array(0..<count)
    func find(_ x: Int) -> Int {
      var x = x
      while leader[x] != x {
        leader[x] = leader[leader[x]]
        x = leader[x]
      }
      return x
    }
    for (index, edge) in edges.enumerated() {
      let (a, b) = (find(edge.a), find(edge.b))
      guard a != b else { continue }
      leader[a] = b
      put(index)
    }
  }

  private mutating func put(_ edge: Int) {
    isInTree[edge] = true
    joined[edges[edge].a].append(edge)
    joined[edges[edge].b].append(edge)
  }

  private mutating func take(_ edge: Int) {
    isInTree[edge] = false
    joined[edges[edge].a].removeAll { $0 == edge }
    joined[edges[edge].b].removeAll { $0 == edge }
  }

  /// What an edge costs when it is put into the tree as it is now.
  private func cost(_ edge: Int) -> Double {
    let edge = edges[edge]
    return edge.cost + branching * Double((joined[edge.a].count >= 2 ? 1 : 0) + (joined[edge.b].count >= 2 ? 1 : 0))
  }

  /// The texts on `edge`'s side of `a`, once it is taken out.
  private func side(of edge: Int) -> [Bool] {
    var isHere = [Bool](repeating: false, count: count)
    var todo = [edges[edge].a]
    isHere[edges[edge].a] = true
    while let next = todo.popLast() {
      for edge in joined[next] {
        let other = edges[edge].a == next ? edges[edge].b : edges[edge].a
        if !isHere[other] {
          isHere[other] = true
          todo.append(other)
        }
      }
    }
    return isHere
  }

  /// The cheapest edge but `edge` that joins its sides again; the tree must be without it.
  private func best(insteadOf edge: Int) -> (edge: Int, cost: Double)? {
    let isHere = side(of: edge)
    var best: (edge: Int, cost: Double)?
    for other in edges.indices where other != edge && isHere[edges[other].a] != isHere[edges[other].b] {
      // Edges are in order of their cost without branching.
      if let best, edges[other].cost >= best.cost { break }
      let cost = cost(other)
      if best == nil || cost < best!.cost { best = (other, cost) }
    }
    return best
  }

  /// Exchanges edges while that makes the tree cheaper.
  mutating func improve() {
    var steps = 0
    var isBetter = true
    while isBetter {
      isBetter = false
      for edge in edges.indices where isInTree[edge] {
        steps += count + edges.count
        guard steps <= Self.mostSteps else { return }
        take(edge)
        let own = cost(edge)
        if let other = best(insteadOf: edge), other.cost < own - Self.leastGain {
          put(other.edge)
          isBetter = true
        } else {
          put(edge)
        }
      }
    }
  }

  /// For each edge of the tree, how much the cheapest way round costs more; nil where there is none or no time to look.
  mutating func margins() -> [Int: Double] {
    var margins: [Int: Double] = [:]
    var steps = 0
    for edge in edges.indices where isInTree[edge] {
      steps += count + edges.count
      guard steps <= Self.mostSteps else { break }
      take(edge)
      let own = cost(edge)
      if let other = best(insteadOf: edge) { margins[edge] = other.cost - own }
      put(edge)
    }
    return margins
  }

  /// The branches, each away from the root that the signs of all edges point to.
  func rooted(at margins: [Int: Double]) -> [Descents.Branch] {
    var branches: [Descents.Branch] = []
    var isSeen = [Bool](repeating: false, count: count)
    for start in 0..<count where !isSeen[start] {
      var order = [start]
      var up = [-1: -1]
      isSeen[start] = true
      var next = 0
      while next < order.count {
        for edge in joined[order[next]].sorted() {
          let other = edges[edge].a == order[next] ? edges[edge].b : edges[edge].a
          guard !isSeen[other] else { continue }
          isSeen[other] = true
          up[other] = edge
          order.append(other)
        }
        next += 1
      }
      guard order.count > 1 else { continue }
      branches += self.branches(order, up, margins)
    }
    return branches
  }

  /// - Parameters:
  ///   - order: the texts of one tree, each after the one it is joined to by `up`.
  private func branches(_ order: [Int], _ up: [Int: Int], _ margins: [Int: Double]) -> [Descents.Branch] {
    func above(_ text: Int) -> Int {
      let edge = edges[up[text]!]
      return edge.a == text ? edge.b : edge.a
    }
    /// Log-probability of the edge above `text` with `text` as the child, and as the parent.
    func logs(_ text: Int) -> (child: Double, parent: Double) {
      let edge = edges[up[text]!]
      let nats = edge.b == text ? edge.direction : -edge.direction
      return (-softplus(-nats), -softplus(nats))
    }
    var score = [Double](repeating: 0, count: count)
    score[order[0]] = order.dropFirst().reduce(0) { $0 + logs($1).child }
    for text in order.dropFirst() {
      let both = logs(text)
      score[text] = score[above(text)] - both.child + both.parent
    }
    // A root with several children has one child more than the others of so many edges.
    for text in order where joined[text].count >= 2 { score[text] -= Self.rootOfSeveral }
    let highest = order.map { score[$0] }.max()!
    var mass = [Double](repeating: 0, count: count)
    for text in order { mass[text] = exp(score[text] - highest) }
    let total = order.reduce(0) { $0 + mass[$1] }
    for text in order { mass[text] /= total }
    // The probability that the root stands on the far side of the edge above each text.
    for text in order.dropFirst().reversed() { mass[above(text)] += mass[text] }
    let root = order.max { (score[$0], $1) < (score[$1], $0) }!
    var isBelowRoot = Set([root])
    var path = root
    while path != order[0] {
      path = above(path)
      isBelowRoot.insert(path)
    }
    return order.dropFirst().map { text in
      let edge = up[text]!
      // Edges between the first text and the root run the other way.
      let isTurned = isBelowRoot.contains(text)
      let directed = isTurned ? mass[text] : 1 - mass[text]
      let adjacent =
        margins[edge].map { LogOdds(adjacency[0] + adjacency[1] * log(max(0, $0) + Self.leastMargin)).probability }
        ?? LogOdds(edges[edge].nearness).probability
      let direct = edges[edge].directness
      return Descents.Branch(
        parent: reports[isTurned ? text : above(text)], child: reports[isTurned ? above(text) : text],
        adjacent: adjacent, directed: directed, direct: direct,
        probability: directed * (newsShare * direct + (1 - newsShare) * adjacent))
    }
  }
}
