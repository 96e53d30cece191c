import StemmaTestSupport
import Testing

@testable import StemmaAlign

@Suite struct AnchorLinkageTests {
  private func edge(_ a: Int, _ b: Int, _ likeness: Double) -> AnchorLinkage.Edge {
    AnchorLinkage.Edge(a: a, b: b, likeness: likeness)
  }

  /// Joins what a table of likenesses says, one item a report unless told otherwise.
  private func groups(_ likeness: [[Double]], reports: [[Int32]]? = nil) -> [[Int]] {
    var linkage = AnchorLinkage(reports: reports ?? likeness.indices.map { [Int32($0)] })
    let edges = likeness.indices.flatMap { a in
      (0..<a).compactMap { b in likeness[a][b] >= 0.5 ? edge(b, a, likeness[a][b]) : nil }
    }
    linkage.join(
      edges, sure: 0.95, least: 0.4, likeness: { likeness[max($0, $1)][min($0, $1)] }, mayMeet: { _, _ in false })
    return linkage.groups
  }

  @Test func `the most alike are joined first, and what is alike to one of them only stays out`() {
    #expect(groups([[1], [0.9, 1], [0.6, 0.1, 1]]) == [[0, 1], [2]])
    #expect(groups([[1], [0.9, 1], [0.6, 0.3, 1]]) == [[0, 1, 2]])
  }

  @Test func `a sure pair is joined whatever its groups have besides`() {
    #expect(groups([[1], [0.9, 1], [0.96, 0, 1]]) == [[0, 1, 2]])
    #expect(groups([[1], [0.97, 1], [0.96, 0, 1]]) == [[0, 1, 2]])
  }

  @Test func `two things that one report says of itself are never one`() {
    #expect(groups([[1], [0.9, 1], [0.9, 0.9, 1]], reports: [[0], [1, 2], [2]]) == [[0, 1], [2]])
  }

  @Test func `what was refused is looked at again when a group has grown`() {
    // 2 is unlike 0 alone, and like 0 with 1.
    #expect(groups([[1], [0.5, 1], [0.52, 0.51, 1], [0, 0.9, 0.4, 1]]).joined().sorted() == [0, 1, 2, 3])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `it does not depend on the order of the edges`(seed: UInt64) {
    var random = SeededRandom(seed)
    let edges = (0..<60).map { _ in
      edge(
        Int.random(in: 0..<20, using: &random), Int.random(in: 0..<20, using: &random),
        Double.random(in: 0..<1, using: &random))
    }
    func groups(_ edges: [AnchorLinkage.Edge]) -> [[Int]] {
      var linkage = AnchorLinkage(reports: (0..<20).map { [Int32($0 / 2)] })
      linkage.join(edges, sure: 0.9, least: 0.3, likeness: { Double(($0 ^ $1) % 7) / 7 }, mayMeet: { $0 % 3 == $1 % 3 })
      return linkage.groups
    }
    #expect(groups(edges) == groups(edges.shuffled(using: &random)))
  }
}
