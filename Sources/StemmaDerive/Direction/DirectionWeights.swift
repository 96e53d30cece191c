import Foundation

/// What each sign counts.
struct DirectionWeights {
  /// Nats by `DirectionSign`.
  var signs: [Double]
  /// The most that signs of the text may weigh together, in nats: a lost text between two others is never seen.
  var most = 4.0
  /// By the features of `NearTexts`.
  var near: [Double]
  /// What a second child costs, in the logarithm of distances.
  var branching = 0.2
  /// Of an edge of the tree: a constant, and what the logarithm counts of how much longer the way round is.
  var adjacency: [Double] = [3.6, 1.25]

  /// Added to distances before their logarithm is taken: below it two texts are the same.
  static let leastDistance = 0.005

  /// The log-odds that two texts are neighbours in the tree.
  func nearness(_ features: [Double]) -> Double { zip(near, features).reduce(0) { $0 + $1.0 * $1.1 } }
}
