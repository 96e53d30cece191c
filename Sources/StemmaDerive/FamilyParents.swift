import Foundation
import StemmaModel

/// The members of a family that were made from another member, as far as that can be told: the rest hang from a lost text.
struct FamilyParents {
  /// The probability from which a report is said to come from another: one that is as likely a sibling hangs beside it.
  static let leastProbability = 0.5
  /// From which a report that might be the parent is named beside the lost text.
  static let leastRival = 0.2
  /// Items of evidence that are shown for one edge, of which the strongest that speaks against it is one.
  static let mostEvidence = 5

  struct Parent {
    var parent: Int
    var probability: Double
    var evidence: [Evidence]
    /// Whether a person decided so.
    var isByHand = false
  }

  private(set) var parents: [Int: Parent] = [:]
  /// The likeliest parent of those that hang from the lost text.
  private(set) var rivals: [Int: Parent] = [:]

  init() {}

  /// What the texts alone say.
  ///
  /// - Parameter isNews: else versions of one page, which come one from the other even where it is less sure which from
  ///   which; not where they are the same in all.
  init(_ descents: Descents, isNews: Bool, areSame: (Int, Int) -> Bool) {
    let evidence = Dictionary(grouping: descents.edges, by: \.child)
    for branch in descents.tree() {
      let edge = evidence[branch.child]?.first { $0.parent == branch.parent }
      guard isNews ? branch.probability >= Self.leastProbability : !areSame(branch.parent, branch.child) else {
        continue
      }
      parents[branch.child] = Parent(
        parent: branch.parent, probability: branch.probability, evidence: Self.shown(edge?.evidence ?? []))
    }
  }

  /// - Parameters:
  ///   - descents: what the texts say.
  ///   - filiation: what the table of readings says, of the same reports in the same order.
  init(_ family: [Int], descents: Descents, filiation: Filiation) {
    let edges = Dictionary(grouping: descents.edges, by: \.child)
    let branches = Dictionary(uniqueKeysWithValues: descents.tree().map { ($0.child, $0) })
    func evidence(_ child: Int, _ parent: Int) -> [Evidence] {
      Self.shown(edges[child]?.first { $0.parent == parent }?.evidence ?? [])
    }
    for (index, place) in filiation.places.enumerated() {
      guard case .report(let other) = place.parent else { continue }
      let (child, parent) = (family[index], family[other])
      let branch = branches[child].flatMap { $0.parent == parent ? $0 : nil }
      let found = Parent(
        parent: parent, probability: Self.probability(place.confidence, branch), evidence: evidence(child, parent))
      if found.probability >= Self.leastProbability { parents[child] = found } else { rivals[child] = found }
    }
  }

  subscript(report: Int) -> Parent? { parents[report] }

  /// Hangs a report from another for sure.
  ///
  /// - Parameter evidence: what is shown where the texts did not find that parent themselves.
  mutating func hang(_ report: Int, from parent: Int, otherwise evidence: [Evidence]) {
    let found = [parents[report], rivals[report]].compactMap(\.self).first { $0.parent == parent }?.evidence ?? []
    parents[report] = Parent(
      parent: parent, probability: 1, evidence: found.isEmpty ? Self.shown(evidence) : found, isByHand: true)
    rivals[report] = nil
  }

  mutating func cut(_ report: Int) { parents[report] = nil }

  /// Another is not named as a report's likely parent.
  mutating func passOver(_ parent: Int, besides report: Int) {
    if rivals[report]?.parent == parent { rivals[report] = nil }
  }

  /// The log-odds of the readings' edge, of the texts' tree where it has the same edge, and a constant: a logistic regression
  /// on 332 edges of 80 simulated stories (seeds 1000 to 1015 in five conditions), where readings alone are right in
  /// .69 of the edges that they hold sure to .95. See "Where the constants come from" in Evaluation/README.md.
  static let weights = (constant: -1.0, readings: 0.6, agreement: 0.2, texts: 0.3)

  private static func probability(_ readings: Double, _ branch: Descents.Branch?) -> Double {
    func nats(_ probability: Double) -> Double {
      let p = min(0.999, max(0.001, probability))
      return log(p / (1 - p))
    }
    let texts = branch.map { weights.agreement + weights.texts * nats($0.probability) } ?? 0
    return LogOdds(weights.constant + weights.readings * nats(readings) + texts).probability
  }

  private static func shown(_ evidence: [Evidence]) -> [Evidence] {
    let ranked = evidence.sorted { ($1.weight, $0.note) < ($0.weight, $1.note) }
    guard ranked.count > mostEvidence, let against = ranked.last, against.weight < .none else {
      return Array(ranked.prefix(mostEvidence))
    }
    return ranked.prefix(mostEvidence - 1) + [against]
  }
}
