import Testing

@testable import StemmaDerive

struct EvidenceCurveTests {
  @Test func `a curve is straight between its knots and flat beyond them`() {
    let curve = EvidenceCurve([(0, -1), (10, 1), (20, 4)])
    #expect(curve(-5) == -1)
    #expect(curve(0) == -1)
    #expect(curve(5) == 0)
    #expect(curve(15) == 2.5)
    #expect(curve(20) == 4)
    #expect(curve(1e9) == 4)
  }

  @Test func `one knot is one weight`() {
    #expect(EvidenceCurve([(3, 0.5)])(-1) == 0.5)
    #expect(EvidenceCurve([(3, 0.5)])(4) == 0.5)
  }

  @Test func `more of the same never speaks for less kinship`() {
    let weights = KinshipWeights.fitted
    for curve in [weights.wording, weights.order, weights.selection] {
      for (low, high) in zip(curve.knots, curve.knots.dropFirst()) { #expect(low.nats <= high.nats) }
    }
  }

  @Test func `without any wording, order or choice in common two reports are not kin`() {
    let weights = KinshipWeights.fitted
    let nats = Kinship.prior.nats + weights.wording(0) + weights.selection(0)
    #expect(nats < Kinship.independentBelow.nats)
  }
}
