import StemmaModel

/// The candidates for "made from" in one family, and the tree that fits them best.
package struct Descents: Sendable {
  /// The family: indices in the story's reports, in order.
  package var reports: [Int]
  /// Both ways for each pair of candidate neighbours, in order of `child`, then `parent`; at most *k* pairs a report.
  package var edges: [Descent]

  /// How far the family is news, 0 to 1, and not versions of one page, by its own words.
  package var newsShare: Double
  /// What a second child costs, in the logarithm of distances.
  let branching: Double
  /// Of an edge: a constant, and what the logarithm counts of how much longer the way round is.
  let adjacency: [Double]

  init(reports: [Int], edges: [Descent], newsShare: Double, branching: Double, adjacency: [Double]) {
    self.reports = reports
    self.edges = edges
    self.newsShare = newsShare
    self.branching = branching
    self.adjacency = adjacency
  }

  /// An edge of the tree with the probability that it is right.
  package struct Branch: Sendable {
    package var parent: Int
    package var child: Int
    /// That the two are neighbours in the tree, whichever is the older: by how much longer the way round would be.
    package var adjacent: Double
    /// That `parent` is the older, given that they are neighbours; all edges of a tree speak to it.
    package var directed: Double
    /// That one was made from the other and not both from a lost text.
    package var direct: Double
    /// That `child` was made from `parent`, calibrated.
    package var probability: Double
  }
}
