/// The rule by which a report joins a story or opens one, in numbers.
///
/// Two reports score the sum of their evidence, each part times its weight, in nats: 0 means as likely of one event as
/// not. A story scores the mean of its best report and of all its reports that were compared. A report joins the
/// story with the highest score at `join` or above, else it opens one; two stories that it would both join become one
/// where their reports score `merge` on the mean.
package struct StoryRule: Sendable {
  /// The weight of each `Evidence.Part`, by its place.
  package var weights: SIMD32<Float>
  /// What every pair begins with.
  package var start: Float
  package var join: Float = 0.5
  package var merge: Float = 1
  /// The best report's share in a story's score; the mean of the compared has the rest.
  package var best: Float = 0.5
  /// No score of two reports counts as more than this, nor as less than its opposite.
  package var most: Float = 8
  /// Rarity is raised to this power: what is in few reports counts for more.
  package var power: Float = 1.3
  /// A name weighs so many times what another word of its rarity weighs.
  package var nameFactor: Float = 2
  /// The same for a pair of names.
  package var pairFactor: Float = 0.5
  /// The background counts as so many reports that came before the first.
  package var background: Float = 500
  /// The title and so many words of the first lines are the head.
  package var headWords = 90
  /// Features that are kept of a report.
  package var kept = 72
  /// And of one that lies `longAgo` reports back.
  package var keptLongAgo = 24
  package var longAgo = 300_000
  /// The rarest so many features find earlier reports.
  package var probes = 24
  /// Reports that are found, stories they may be of, reports of each that are compared.
  package var candidates = 24
  package var stories = 6
  package var members = 6
  /// A report found by features that give less than this likeness is not compared.
  package var leastLikeness: Float = 0.02

  package init(weights: SIMD32<Float>, start: Float) { (self.weights, self.start) = (weights, start) }

  /// Learned by logistic regression; see README.md.
  package static let learned = StoryRule(weights: SIMD32(repeating: 0), start: 0)

  func score(_ evidence: Evidence) -> Float {
    max(-most, min(most, (evidence.values * weights).sum() + start))
  }
}
