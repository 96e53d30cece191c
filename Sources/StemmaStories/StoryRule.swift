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
  package var join: Float = 0.4
  package var merge: Float = 0.9
  /// The best report's share in a story's score; the mean of the compared has the rest.
  package var best: Float = 0.5
  /// No score of two reports counts as more than this, nor as less than its opposite.
  package var most: Float = 8
  /// Rarity is raised to this power: what is in few reports counts for more.
  package var power: Float = 1.5
  /// A name weighs so many times what another word of its rarity weighs.
  package var nameFactor: Float = 2
  /// The same for a pair of names.
  package var pairFactor: Float = 0.5
  /// The background counts as so many reports that came before the first.
  package var background: Float = 3000
  /// The title and so many words of the first lines are the head.
  package var headWords = 90
  /// Features that are kept of a report.
  package var kept = 96
  /// And of one that lies `longAgo` reports back.
  package var keptLongAgo = 24
  package var longAgo = 300_000
  /// The rarest so many features find earlier reports.
  package var probes = 32
  /// Reports that are found, stories they may be of, reports of each that are compared.
  package var candidates = 24
  package var stories = 8
  package var members = 8
  /// A report found by features that give less than this likeness is not compared.
  package var leastLikeness: Float = 0.02

  package init(weights: SIMD32<Float>, start: Float) { (self.weights, self.start) = (weights, start) }

  package init(_ weights: KeyValuePairs<Evidence.Part, Float>, start: Float) {
    var all = SIMD32<Float>(repeating: 0)
    for (part, weight) in weights { all[part.rawValue] = weight }
    self.init(weights: all, start: start)
  }

  /// Learned by logistic regression on two development sets; README.md says how.
  package static let learned = StoryRule(
    [
      .all: 0.94, .names: 11.50, .head: 6.66, .title: 1.06,
      .figures: 4.16, .dates: 1.06, .pairs: 0.75, .nameShare: -0.93,
      .headShare: 1.50, .shared: 1.08, .sharedNames: -0.20, .gap: -0.53,
      .near: 0.53, .undated: 0.10, .outlet: -2.46, .size: -0.28,
      .noFigures: 0.62, .dateConflict: -0.90, .allNames: -9.06, .headNames: -8.90,
      .noTitle: 1.35, .top: 0.03, .sharedPairs: -0.20, .gapPairs: 0.10,
      .gapNames: 0.01, .firstDay: -0.15, .anyDay: 2.91, .dayConflict: 1.51,
      .dayGap: -0.28,
    ], start: -8.07)

  func score(_ evidence: Evidence) -> Float {
    max(-most, min(most, (evidence.values * weights).sum() + start))
  }
}
