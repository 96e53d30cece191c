import StemmaTestSupport
import Testing

@testable import StemmaAlign

@Suite struct KeyedNeighboursTests {
  /// The slow, obvious twin: every pair by the weight of its common keys.
  private func slow(_ keys: [[KeyedNeighbours.Key]], _ most: Int) -> [[Int]] {
    var pairs: Set<[Int]> = []
    for a in keys.indices {
      let others = keys.indices.filter { $0 != a }.map { b in
        (b, keys[a].filter { key in keys[b].contains { $0.number == key.number } }.reduce(0) { $0 + $1.weight })
      }
      for (b, _) in others.filter({ $0.1 > 0 }).sorted(by: { ($1.1, $0.0) < ($0.1, $1.0) }).prefix(most) {
        pairs.insert([min(a, b), max(a, b)])
      }
    }
    return pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `it agrees with a look at every pair`(seed: UInt64) {
    var random = SeededRandom(seed)
    // Whole weights, so that sums do not depend on their order.
    let weights = (0..<12).map { _ in Double(Int.random(in: 1...9, using: &random)) }
    let keys = (0..<30).map { _ in
      Set((0..<Int.random(in: 0...5, using: &random)).map { _ in Int.random(in: 0..<12, using: &random) }).sorted()
        .map { KeyedNeighbours.Key(number: Int32($0), weight: weights[$0]) }
    }
    #expect(KeyedNeighbours(keys).pairs(4).map { [$0.a, $0.b] } == slow(keys, 4))
  }

  @Test func `a key that all have leads to neighbours only, and they hang together`() {
    let keys = Array(repeating: [KeyedNeighbours.Key(number: 3, weight: 1)], count: 1000)
    let pairs = KeyedNeighbours(keys).pairs(8)
    #expect(pairs.count <= 8000)
    #expect(!pairs.contains { $0.b - $0.a > KeyedNeighbours.window })
    var reached = 0
    for pair in pairs where pair.a <= reached { reached = max(reached, pair.b) }
    #expect(reached == 999)
  }

  @Test func `items without keys, and no items, have no pairs`() {
    #expect(KeyedNeighbours([]).pairs(4).isEmpty)
    #expect(KeyedNeighbours([[], []]).pairs(4).isEmpty)
  }
}
