import StemmaModel

/// What a measure of two reports says of their kinship, in nats: straight between its knots and flat beyond them, so that what one
/// measure can say is bounded.
struct EvidenceCurve: Sendable {
  struct Knot: Sendable {
    var value: Double
    var nats: Double
  }

  /// In order of their values, one at least.
  let knots: [Knot]

  init(_ knots: [(value: Double, nats: Double)]) {
    precondition(!knots.isEmpty, "a curve has a knot")
    precondition(zip(knots, knots.dropFirst()).allSatisfy { $0.value < $1.value }, "knots stand in order")
    self.knots = knots.map { Knot(value: $0.value, nats: $0.nats) }
  }

  /// - Complexity: O(knots).
  func callAsFunction(_ value: Double) -> Double {
    guard let next = knots.firstIndex(where: { $0.value > value }) else { return knots[knots.count - 1].nats }
    guard next > 0 else { return knots[0].nats }
    let (low, high) = (knots[next - 1], knots[next])
    return low.nats + (high.nats - low.nats) * (value - low.value) / (high.value - low.value)
  }
}
