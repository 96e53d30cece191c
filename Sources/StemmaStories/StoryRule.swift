/// The rule by which a report joins a story or opens one, in numbers.
///
/// Two reports score the sum of their evidence, each part and each product times its weight, in nats: 0 means as likely of one
/// event as not. A story scores between its best report and the mean of all its reports that were compared. A report joins the
/// story with the highest score at `join` or above, else it opens one; two stories that it would both join become one where their
/// reports score `merge` in the same way.
package struct StoryRule: Sendable {
  /// Two parts that weigh together: their product, times the weight.
  package struct Product: Sendable {
    package var first: Evidence.Part
    package var second: Evidence.Part
    package var weight: Float

    package init(_ first: Evidence.Part, _ second: Evidence.Part, _ weight: Float) {
      (self.first, self.second, self.weight) = (first, second, weight)
    }
  }

  /// The weight of each `Evidence.Part`, by its place.
  package var weights: SIMD32<Float>
  package var products: [Product] = []
  /// What every pair begins with.
  package var start: Float
  package var join: Float = 0.5
  package var merge: Float = 1.0
  /// Both grow by so many nats as the reports become *e* times as many as those that the weights were learned on.
  package var crowding: Float = 0.4
  package var learnedOn: Float = 4000
  /// The best report's share in a story's score; the mean of the compared has the rest.
  package var best: Float = 0.7
  /// Two groups of one story's reports are two stories where the pairs between them score less than this share of what the
  /// pairs inside score, on the mean.
  package var divided: Float = 0.2
  /// Reports that a group needs to be a story of its own.
  package var leastGroup = 5
  /// No score of two reports counts as more than this, nor as less than its opposite.
  package var most: Float = 8
  /// A near-copy whose date lies so many days from its original's is taken to have none: 1970 and 2199 are mistakes.
  package var copyDays: Float = 3650
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

  package init(
    _ weights: KeyValuePairs<Evidence.Part, Float>, products: [Product] = [], start: Float
  ) {
    var all = SIMD32<Float>(repeating: 0)
    for (part, weight) in weights { all[part.rawValue] = weight }
    self.init(weights: all, start: start)
    self.products = products
    self.products = products
  }

  /// Learned by logistic regression on two development sets; README.md says how.
  package static let learned = StoryRule(
    [
      .all: 2.54, .names: 3.46, .head: 2.81, .title: 0.50,
      .figures: 2.49, .dates: 1.31, .pairs: 1.39, .nameShare: 0.28,
      .headShare: -0.87, .shared: -0.24, .sharedNames: -0.18, .gap: -1.54,
      .near: 0.52, .undated: -2.27, .outlet: 1.19, .size: -0.73,
      .noFigures: 0.70, .dateConflict: -0.68, .noTitle: 0.95, .top: -0.07,
      .topName: -0.15, .sharedPairs: -0.29, .titleShare: 0.01, .titleSum: 0.01,
      .sharedAges: -1.16, .ageConflict: -0.76, .firstDay: 1.56, .anyDay: 3.08,
      .dayConflict: -2.59, .dayGap: -0.38,
    ],
    products: [
      .init(.shared, .top, 0.032),
      .init(.gap, .size, 0.164),
      .init(.headShare, .firstDay, -4.835),
      .init(.size, .topName, 0.023),
      .init(.all, .outlet, -6.191),
      .init(.gap, .titleShare, 0.728),
      .init(.head, .undated, 4.581),
      .init(.shared, .dayConflict, 1.022),
      .init(.figures, .dayConflict, -3.226),
      .init(.dates, .anyDay, -2.420),
      .init(.ageConflict, .dayConflict, -1.437),
      .init(.sharedAges, .sharedAges, 0.529),
    ], start: -0.63)

  func score(_ evidence: Evidence) -> Float {
    let products = products.reduce(into: Float(0)) { $0 += evidence[$1.first] * evidence[$1.second] * $1.weight }
    return max(-most, min(most, (evidence.values * weights).sum() + products + start))
  }
}
