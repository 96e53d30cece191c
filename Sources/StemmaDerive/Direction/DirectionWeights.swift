import Foundation
import StemmaModel

/// What each sign counts, in nats. Reports of news and versions of one page are told apart by their own words, since they differ in what
/// tells their age: a page grows, while a newsroom cuts a dispatch as often as it fills one out.
struct DirectionWeights: Sendable {
  /// By `DirectionSign`, for versions of a page.
  var versions: [Double]
  /// By `DirectionSign`, for news: no sign of size counts.
  var news: [Double]
  /// For each kind of divergence in which one report stands against the other: `IrreversibleSteps`.
  var steps: [Divergence.Kind: Double]
  /// The most that signs of the texts may weigh together: a lost text between two others is never seen.
  var most = 4.0
  /// By the features of `NearTexts`, for versions: that two are neighbours.
  var near: [Double]
  /// By the features of `LostSource` and then those of `NearTexts` but for the constant, for news: that one was made from the other.
  var direct: [Double]
  /// The most it may say for news. Pairs of simulated reports that looked surest were right in 81 to 87 of 100; in real stories the source is seldom
  /// among the reports, so no edge of news is sure.
  var mostDirect = 0.85
  /// What it is for versions of one page, which come one from the other.
  var directOfVersions = 3.0
  /// What a second child costs, in the logarithm of distances.
  var branching = 0.2
  /// Of an edge of the tree of versions: a constant, and what the logarithm counts of how much longer the way round is.
  var adjacency: [Double]

  /// Added to distances before their logarithm is taken: below it two texts are the same.
  static let leastDistance = 0.005
  /// Reporting words in a hundred at and below which a family is of versions, and at and above which it is news. Of 215 articles and
  /// 34 policies the mean is below the first in all but talk pages, of the stories of news above the second.
  static let reporting = 0.4...0.8

  /// How far a family is news, 0 to 1.
  static func newsShare(of profiles: [TextProfile]) -> Double {
    let mean = profiles.reduce(0) { $0 + $1.reporting } / Double(max(1, profiles.count))
    return max(0, min(1, (mean - reporting.lowerBound) / (reporting.upperBound - reporting.lowerBound)))
  }

  /// What a sign counts in a family.
  func weight(_ sign: DirectionSign, news share: Double) -> Double {
    share * news[sign.rawValue] + (1 - share) * versions[sign.rawValue]
  }
}

/// The sum of the products.
func product(_ weights: [Double], _ features: [Double]) -> Double {
  precondition(weights.count == features.count, "a weight for each feature")
  return zip(weights, features).reduce(0) { $0 + $1.0 * $1.1 }
}
