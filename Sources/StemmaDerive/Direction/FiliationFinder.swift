import Foundation
package import StemmaModel
import StemmaText

/// Scores, within a family, which report may have been made from which.
package struct FiliationFinder: Sendable {
  /// Reports that each report is compared with, when the family is larger.
  package static let neighbours = 8
  /// Families up to this size are compared each with each by their runs of five words, larger ones where they share matches.
  static let mostCompared = 256

  private let collation: Collation
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
    steps = IrreversibleSteps(collation)
  }

  /// The candidates of one family.
  ///
  /// - Parameter family: indices in the story's reports; their order does not matter.
  /// - Complexity: near-linear in the words of the texts for each of at most `neighbours` pairs a report; *n*² /2 merges of word
  ///   runs up to `mostCompared` reports.
  package func filiations(of family: [Int], neighbours: Int = Self.neighbours) -> Filiations {
    let family = Array(Set(family)).sorted()
    let reports = family.map { collation.story.reports[$0] }
    var vocabulary = FamilyVocabulary()
    let texts = FamilyText.texts(of: reports, at: family, vocabulary: &vocabulary)
    let kinds = vocabulary.kinds
    let profiles = zip(texts, reports).map { TextProfile($0, of: $1, kinds: kinds) }
    let near = NearTexts(texts, most: neighbours, compared: candidates(of: family))
    let edges = Parallel.flatMap(near.pairs.count, by: 8) { range in
      range.flatMap { index -> [Filiation] in
        let pair = near.pairs[index]
        let comparison = TextComparison(
          texts[pair.a], texts[pair.b], kinds: kinds, profiles: (profiles[pair.a], profiles[pair.b]))
        return filiations(comparison, pair, near)
      }
    }
    return Filiations(
      reports: family, edges: edges.sorted { ($0.child, $0.parent) < ($1.child, $1.parent) },
      branching: weights.branching, adjacency: weights.adjacency)
  }

  /// Pairs to compare in a family that is too large to compare each with each: indices in the family.
  private func candidates(of family: [Int]) -> [(Int, Int)]? {
    guard family.count > Self.mostCompared else { return nil }
    var place: [Int: Int] = [:]
    for (index, report) in family.enumerated() { place[report] = index }
    var pairs: Set<[Int]> = []
    for match in collation.story.matches {
      if let a = place[match.a], let b = place[match.b] { pairs.insert([min(a, b), max(a, b)]) }
    }
    return pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { ($0[0], $0[1]) }
  }

  private func filiations(_ comparison: TextComparison, _ pair: NearTexts.Pair, _ near: NearTexts) -> [Filiation] {
    let signs = comparison.reading.values
    var nats = zip(weights.signs, signs).reduce(0) { $0 + $1.0 * $1.1 }
    nats = LogOdds(nats).capped(weights.most).nats
    let (a, b) = (comparison.a.report, comparison.b.report)
    let time = PublicationOrder.weight(collation.story.reports[a], collation.story.reports[b])
    let step = steps.weight(a, b)
    let direction = nats + time + step
    let nearness = weights.nearness(near.features(of: pair))
    let directness = LogOdds.none
    return [false, true].map { isReversed in
      let evidence = FiliationEvidence(
        comparison: comparison, weights: weights, isReversed: isReversed
      ).items(time: isReversed ? -time : time, steps: steps.items(a, b, isReversed: isReversed))
      return Filiation(
        parent: isReversed ? b : a, child: isReversed ? a : b, distance: pair.distance, nearness: LogOdds(nearness),
        direction: LogOdds(isReversed ? -direction : direction), directness: directness, evidence: evidence)
    }
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
