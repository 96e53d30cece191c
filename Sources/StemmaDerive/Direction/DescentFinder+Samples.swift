import StemmaModel

/// What the weights of two texts are fitted on.
package struct DescentSample: Sendable {
  /// Indices in the story's reports; signs are positive where `b` looks younger.
  package var a: Int
  package var b: Int
  /// By `DirectionSign`.
  package var signs: [Double]
  /// By `Divergence.Kind`: how much oftener `b` stands against `a`.
  package var steps: [Double]
  /// Nats for `b` being the younger by the dates.
  package var time: Double
  package var near: [Double]
  package var direct: [Double]
}

extension DescentFinder {
  /// The names of what `signs` and `steps` hold, in order.
  package static var sampleNames: (signs: [String], steps: [String]) {
    (DirectionSign.allCases.map { "\($0)" }, Divergence.Kind.allCases.map(\.rawValue))
  }

  /// The features of the pairs that `descents(of:neighbours:)` would weigh.
  package func samples(of family: [Int], neighbours: Int = Self.neighbours) -> [DescentSample] {
    let desk = Desk(family, collation, neighbours: neighbours, compared: candidates(of: family))
    let steps = IrreversibleSteps(
      collation, weights: Dictionary(uniqueKeysWithValues: Divergence.Kind.allCases.map { ($0, 1) }))
    return desk.near.pairs.map { pair in
      let (a, b) = (desk.family[pair.a], desk.family[pair.b])
      let near = desk.near.features(of: pair)
      let shares = desk.lost.shares(pair.a, pair.b)
      return DescentSample(
        a: a, b: b, signs: desk.comparison(of: pair).reading.values, steps: steps.counts(a, b),
        time: PublicationOrder.weight(collation.story.reports[a], collation.story.reports[b]), near: near,
        direct: desk.lost.features(pair.a, pair.b, shares) + near.dropFirst())
    }
  }
}
