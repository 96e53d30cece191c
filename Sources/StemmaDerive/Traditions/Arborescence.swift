/// The maximum spanning arborescence of a sparse directed graph: Chu and Liu 1965, Edmonds 1967, in the form of Tarjan 1977
/// with mergeable heaps (Gabow et al. 1986).
enum Arborescence {
  struct Edge {
    var from: Int
    var to: Int
    var weight: Double

    init(from: Int, to: Int, weight: Double) {
      self.from = from
      self.to = to
      self.weight = weight
    }
  }

  /// - Parameter edges: every node must be reached from the root; what the root gets is ignored.
  /// - Returns: the parent of each node; the root's is itself. Of equal edges the earlier is taken.
  /// - Complexity: O(edges × log nodes).
  static func maximum(nodes count: Int, root: Int, edges: [Edge]) -> [Int] {
    var heaps = Heaps(edges)
    var heapOf = [Int](repeating: -1, count: 2 * count)
    for (index, edge) in edges.enumerated() where edge.to != root && edge.from != edge.to {
      heapOf[edge.to] = heaps.merge(heapOf[edge.to], index)
    }
    // Which contracted node each belongs to, and what it was contracted into.
    var group = Array(0..<2 * count)
    var above = [Int](repeating: -1, count: 2 * count)
    func find(_ x: Int) -> Int {
      var top = x
      while group[top] != top { top = group[top] }
      var x = x
      while group[x] != top { (group[x], x) = (top, group[x]) }
      return top
    }
    var chosen = [Int](repeating: -1, count: 2 * count)
    var state = [Int](repeating: 0, count: 2 * count)  // 1 on the path, 2 done
    state[root] = 2
    var next = count
    for start in 0..<count where state[find(start)] == 0 {
      var path = [find(start)]
      state[path[0]] = 1
      while let node = path.last {
        while heapOf[node] >= 0, find(edges[heapOf[node]].from) == node { heapOf[node] = heaps.pop(heapOf[node]) }
        precondition(heapOf[node] >= 0, "a node that the root does not reach")
        let edge = heapOf[node]
        chosen[node] = edge
        let source = find(edges[edge].from)
        if state[source] == 2 {
          for done in path { state[done] = 2 }
          break
        }
        if state[source] == 0 {
          state[source] = 1
          path.append(source)
          continue
        }
        // A cycle becomes one node; what enters it costs the edge it would break.
        let merged = next
        next += 1
        var heap = -1
        var member: Int
        repeat {
          member = path.removeLast()
          heaps.add(-heaps.weight(chosen[member]), to: heapOf[member])
          heap = heaps.merge(heap, heapOf[member])
          group[member] = merged
          above[member] = merged
        } while member != source
        heapOf[merged] = heap
        state[merged] = 1
        path.append(merged)
      }
    }
    // From the last contraction back: the edge that enters a cycle takes the place of the one inside it.
    var entering = [Int](repeating: -1, count: next)
    for node in stride(from: next - 1, through: 0, by: -1) where node != root {
      if entering[node] >= 0 { continue }
      var below = edges[chosen[node]].to
      while below >= 0, below != node {
        if entering[below] < 0 { entering[below] = chosen[node] }
        below = above[below]
      }
      entering[node] = chosen[node]
    }
    return (0..<count).map { $0 == root ? root : edges[entering[$0]].from }
  }

  /// Skew heaps over the edges by their number, the heaviest on top, to all of whose weights a number may be added.
  private struct Heaps {
    private var left: [Int]
    private var right: [Int]
    private var weights: [Double]
    private var pending: [Double]

    init(_ edges: [Edge]) {
      left = Array(repeating: -1, count: edges.count)
      right = left
      weights = edges.map(\.weight)
      pending = Array(repeating: 0, count: edges.count)
    }

    /// The weight of a heap's top.
    func weight(_ top: Int) -> Double { weights[top] }

    mutating func add(_ weight: Double, to top: Int) {
      guard top >= 0 else { return }
      weights[top] += weight
      pending[top] += weight
    }

    private mutating func push(_ top: Int) {
      add(pending[top], to: left[top])
      add(pending[top], to: right[top])
      pending[top] = 0
    }

    mutating func merge(_ a: Int, _ b: Int) -> Int {
      // The right spines are walked down and joined from the bottom, without recursion.
      var spine: [Int] = []
      var a = a
      var b = b
      while a >= 0, b >= 0 {
        if weights[b] > weights[a] || (weights[b] == weights[a] && b < a) { swap(&a, &b) }
        push(a)
        spine.append(a)
        a = right[a]
      }
      var rest = a >= 0 ? a : b
      for top in spine.reversed() {
        right[top] = left[top]
        left[top] = rest
        rest = top
      }
      return rest
    }

    mutating func pop(_ top: Int) -> Int {
      push(top)
      return merge(left[top], right[top])
    }
  }
}
