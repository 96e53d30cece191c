import Foundation
package import StemmaModel
import StemmaText

/// Scores, within a family, which report may have been made from which.
package struct DescentFinder: Sendable {
  /// Reports that each report is compared with, when the family is larger.
  package static let neighbours = 8
  /// The same in families that are too large to compare each with each.
  static let fewNeighbours = 4
  /// Families up to this size are compared each with each by their runs of five words, larger ones where they share matches.
  static let mostCompared = 256

  let collation: Collation
  private let weights: DirectionWeights
  private let steps: IrreversibleSteps

  /// - Parameter collation: divergences are looked at as far as they are there; the story's reports are enough, and for families of
  ///   more than `mostCompared` reports its matches.
  package init(_ collation: Collation) {
    self.init(collation, weights: .fitted)
  }

  init(_ collation: Collation, weights: DirectionWeights) {
    self.collation = collation
    self.weights = weights
    steps = IrreversibleSteps(collation, weights: weights.steps)
  }

  /// The candidates of one family.
  ///
  /// - Parameter family: indices in the story's reports; their order does not matter.
  /// - Complexity: near-linear in the words of the texts for each of at most `neighbours` pairs a report; *n*² /2 merges of word
  ///   runs up to `mostCompared` reports.
  package func descents(of family: [Int], neighbours: Int = Self.neighbours) -> Descents {
    let compared = candidates(of: family)
    let desk = Desk(
      family, collation, neighbours: compared == nil ? neighbours : min(neighbours, Self.fewNeighbours),
      compared: compared)
    let newsShare = DirectionWeights.newsShare(of: desk.profiles)
    let edges = Parallel.flatMap(desk.near.pairs.count, by: 8) { range in
      range.flatMap { descents(of: desk.near.pairs[$0], desk, newsShare) }
    }
    return Descents(
      reports: desk.family, edges: edges.sorted { ($0.child, $0.parent) < ($1.child, $1.parent) },
      newsShare: newsShare, branching: weights.branching, adjacency: weights.adjacency)
  }

  /// Pairs to compare in a family that is too large to compare each with each: indices in the family.
  func candidates(of family: [Int]) -> [(Int, Int)]? {
    let family = Array(Set(family)).sorted()
    guard family.count > Self.mostCompared else { return nil }
    var place: [Int: Int] = [:]
    for (index, report) in family.enumerated() { place[report] = index }
    var pairs: Set<[Int]> = []
    for match in collation.story.matches {
      if let a = place[match.a], let b = place[match.b] { pairs.insert([min(a, b), max(a, b)]) }
    }
    return pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { ($0[0], $0[1]) }
  }

  private func descents(of pair: NearTexts.Pair, _ desk: Desk, _ newsShare: Double) -> [Descent] {
    let (a, b) = (desk.family[pair.a], desk.family[pair.b])
    let comparison = desk.comparison(of: pair)
    let signs = comparison.reading.values
    let step = steps.weight(a, b)
    let text = DirectionSign.allCases.reduce(step) { $0 + weights.weight($1, news: newsShare) * signs[$1.rawValue] }
    let time = PublicationOrder.weight(collation.story.reports[a], collation.story.reports[b])
    let direction = LogOdds(text).capped(weights.most).nats + time
    let features = desk.near.features(of: pair)
    let nearness = LogOdds(product(weights.near, features))
    let shares = desk.lost.shares(pair.a, pair.b)
    let toldDirect = product(weights.direct, desk.lost.features(pair.a, pair.b, shares) + features.dropFirst())
    // Versions of one page come one from the other.
    let directness = LogOdds(
      newsShare * min(weights.mostDirect, toldDirect) + (1 - newsShare) * weights.directOfVersions)
    let neighbours = newsShare * directness.probability + (1 - newsShare) * nearness.probability
    let siblings = desk.lost.evidence(pair.a, pair.b, shares)
    return [false, true].map { isReversed in
      let sign = isReversed ? -1.0 : 1
      let words = DescentEvidence(
        comparison: comparison, weights: weights, newsShare: newsShare, isReversed: isReversed)
      var evidence = words.items(time: sign * time, steps: steps.items(a, b, isReversed: isReversed))
      evidence += siblings + [words.common(nearness)]
      return Descent(
        parent: isReversed ? b : a, child: isReversed ? a : b, distance: pair.distance, nearness: nearness,
        direction: LogOdds(sign * direction), directness: directness,
        probability: neighbours * LogOdds(sign * direction).probability, evidence: evidence)
    }
  }
}

/// All that is read of a family before its pairs are weighed.
struct Desk: Sendable {
  /// In order.
  var family: [Int]
  var texts: [FamilyText]
  var kinds: [WordKind]
  var profiles: [TextProfile]
  var near: NearTexts
  var lost: LostSource

  init(_ family: [Int], _ collation: Collation, neighbours: Int, compared: [(Int, Int)]?) {
    let family = Array(Set(family)).sorted()
    let reports = family.map { collation.story.reports[$0] }
    var vocabulary = FamilyVocabulary()
    let texts = FamilyText.texts(of: reports, at: family, vocabulary: &vocabulary)
    let kinds = vocabulary.kinds
    (self.family, self.texts, self.kinds) = (family, texts, kinds)
    profiles = zip(texts, reports).map { TextProfile($0, of: $1, kinds: kinds) }
    near = NearTexts(texts, most: neighbours, compared: compared)
    lost = LostSource(collation, family: family, texts: texts)
  }

  func comparison(of pair: NearTexts.Pair) -> TextComparison {
    TextComparison(
      texts[pair.a], texts[pair.b], kinds: kinds, profiles: (profiles[pair.a], profiles[pair.b]))
  }
}

/// Two texts side by side.
struct TextComparison {
  var a: FamilyText
  var b: FamilyText
  var profiles: (TextProfile, TextProfile)
  var difference: TextDifference
  var reading: DirectionReading

  init(
    _ a: FamilyText, _ b: FamilyText, kinds: [WordKind], profiles: (TextProfile, TextProfile)
  ) {
    (self.a, self.b, self.profiles) = (a, b, profiles)
    difference = TextDifference(a, b)
    reading = DirectionReading(
      a, b, difference, kinds: kinds, first: profiles.0, second: profiles.1)
  }
}
