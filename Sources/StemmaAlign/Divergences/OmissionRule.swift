import StemmaModel

/// Something most reports have and a few leave out, although they are about as long.
struct OmissionRule: DivergenceRule {
  /// The share of the story's reports that must have it.
  static let carried = 0.6
  static let fewest = 3
  static let most = 12

  func divergences(in view: CollationView) -> [Divergence] {
    let count = view.story.reports.count
    return view.collation.claims.indices.compactMap { claim -> (Divergence, Int)? in
      let has = view.witnesses[claim].keys.sorted()
      guard has.count >= Self.fewest, has.count < count, Double(has.count) >= Self.carried * Double(count) else {
        return nil
      }
      let lacks = view.story.sigla.filter { view.witnesses[claim][$0] == nil }
      let lemma = view.collation.claims[claim].lemmaPlace
      let text = view.reading(lemma)
      return (
        Divergence(
          .omission, .low, claim: claim, reports: lacks, against: has, places: [lemma],
          explanation: "\(view.list(lacks)) \(lacks.count == 1 ? "leaves" : "leave") out “\(text)”, which "
            + "\(view.list(has)) \(view.has(has))."), has.count
      )
    }
    .sorted { ($1.1, $0.0.places[0]) < ($0.1, $1.0.places[0]) }.prefix(Self.most).map(\.0)
  }
}
