import Foundation
package import StemmaModel

/// What speaks for "`child` was made from `parent`", of two texts of one family.
///
/// Three questions are kept apart, since each has evidence of its own: whether the two stand side by side in the family's tree
/// (`nearness`), which of them is the older (`direction`), and whether one was made from the other at all or both from a text
/// that is not here (`directness`).
package struct Descent: Sendable {
  /// Indices in the story's reports.
  package var parent: Int
  package var child: Int
  /// −ln of the share of their runs of five words that both have; 0 for the same words. The same both ways.
  package var distance: Double
  /// That they are neighbours in the tree, against their being further apart. The same both ways.
  package var nearness: LogOdds
  /// That `parent` is the older of the two, against the younger. The other way round it has the other sign.
  package var direction: LogOdds
  /// That one of them was made from the other, against both from one lost text: negative for siblings. The same both ways.
  package var directness: LogOdds
  /// That `child` was made from `parent` directly, calibrated: as far as the two texts and what the family shares tell; the tree knows more.
  package var probability: Double
  /// What shows it: for and against the direction, strongest first; then against directness, where something is; at last what the two have
  /// in common.
  package var evidence: [Evidence]

  package init(
    parent: Int, child: Int, distance: Double, nearness: LogOdds, direction: LogOdds, directness: LogOdds,
    probability: Double, evidence: [Evidence]
  ) {
    self.parent = parent
    self.child = child
    self.distance = distance
    self.nearness = nearness
    self.direction = direction
    self.directness = directness
    self.probability = probability
    self.evidence = evidence
  }

  /// What a tree adds up: log of the probability that the two are neighbours and this one is the parent, in nats, never
  /// above 0.
  package var score: Double { -softplus(-nearness.nats) - softplus(-direction.nats) }
}

/// ln(1 + eˣ), without overflow.
func softplus(_ x: Double) -> Double { max(0, x) + log1p(exp(-abs(x))) }
