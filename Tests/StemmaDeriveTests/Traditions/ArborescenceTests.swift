import StemmaTestSupport
import Testing

@testable import StemmaDerive

@Suite struct ArborescenceTests {
  /// The weight of the best arborescence, by trying every choice of parents.
  private func best(_ count: Int, _ weights: [[Double?]]) -> Double {
    var best = -Double.infinity
    var parents = [Int](repeating: 0, count: count)
    func choose(_ node: Int) {
      guard node < count else {
        for start in 1..<count {
          var node = start
          for _ in 0..<count where node != 0 { node = parents[node] }
          guard node == 0 else { return }
        }
        best = max(best, (1..<count).reduce(0) { $0 + weights[parents[$1]][$1]! })
        return
      }
      for other in 0..<count where weights[other][node] != nil {
        parents[node] = other
        choose(node + 1)
      }
    }
    choose(1)
    return best
  }

  @Test func `the arborescence is as heavy as the best of all`() {
    var random = SeededRandom(11)
    for round in 0..<400 {
      let count = 2 + round % 5
      var weights = [[Double?]](repeating: Array(repeating: nil, count: count), count: count)
      var edges: [Arborescence.Edge] = []
      for from in 0..<count {
        for to in 1..<count where to != from && (from == 0 || random.next() % 3 > 0) {
          let weight = Double(Int(random.next() % 21)) - 10
          weights[from][to] = weight
          edges.append(.init(from: from, to: to, weight: weight))
        }
      }
      edges.shuffle(using: &random)
      let parents = Arborescence.maximum(nodes: count, root: 0, edges: edges)
      #expect(parents[0] == 0)
      var sum = 0.0
      for node in 1..<count {
        sum += weights[parents[node]][node]!
        var top = node
        for _ in 0..<count where top != 0 { top = parents[top] }
        #expect(top == 0, "a cycle in \(parents)")
      }
      #expect(sum == best(count, weights), "\(edges)")
    }
  }

  @Test func `a long chain of cycles is opened without deep recursion`() {
    let count = 20_000
    var edges = (1..<count).map { Arborescence.Edge(from: 0, to: $0, weight: -100) }
    for node in 1..<(count - 1) {
      edges.append(.init(from: node, to: node + 1, weight: 1))
      edges.append(.init(from: node + 1, to: node, weight: 2))
    }
    let parents = Arborescence.maximum(nodes: count, root: 0, edges: edges)
    #expect(parents.enumerated().count { $0.offset > 0 && $0.element == 0 } == 1)
  }

  @Test func `the root alone is its own parent`() {
    #expect(Arborescence.maximum(nodes: 1, root: 0, edges: []) == [0])
  }
}
