import StemmaModel

/// The candidates for "made from" in one family, and the tree that fits them best.
package struct Filiations: Sendable {
  /// The family: indices in the story's reports, in order.
  package var reports: [Int]
  /// Both ways for each pair of candidate neighbours, in order of `child`, then `parent`; at most *k* pairs a report.
  package var edges: [Filiation]

  /// What a second child costs, in the logarithm of distances.
  let branching: Double
  /// How far the way round must be before an edge is sure: a constant, and what each unit of it counts.
  let adjacency: [Double]

  init(reports: [Int], edges: [Filiation], branching: Double, adjacency: [Double]) {
    self.reports = reports
    self.edges = edges
    self.branching = branching
    self.adjacency = adjacency
  }

  /// An edge of the tree with the probability that it is right.
  package struct Branch: Sendable {
    package var parent: Int
    package var child: Int
    /// That the two are neighbours in the tree, whichever is the older.
    package var adjacent: Double
    /// That `parent` is the older, given that they are neighbours; all edges of a tree speak to it.
    package var directed: Double
    /// That one was made from the other and not both from a lost text.
    package var direct: Double

    package init(parent: Int, child: Int, adjacent: Double, directed: Double, direct: Double) {
      self.parent = parent
      self.child = child
      self.adjacent = adjacent
      self.directed = directed
      self.direct = direct
    }

    /// That `child` was made from `parent`.
    package var probability: Double { adjacent * directed * direct }
  }
}
