import StemmaModel

/// Something most reports have and a few leave out. Only what nearly all have, and only the weightiest.
struct OmissionRule: DivergenceRule {
  /// The share of the story's reports that must have it.
  static let carried = 0.75
  static let fewest = 3
  static let most = 3
  static let fewestWords = 5
  /// The share of it in one sentence at which a report has it in other words.
  static let present = 0.4

  func divergences(in view: CollationView) -> [Divergence] {
    let count = view.story.reports.count
    let found = view.collation.claims.indices.compactMap {
      claim -> (divergence: Divergence, carried: Int, weight: Double)? in
      let has = view.witnesses[claim].keys.sorted()
      guard has.count >= Self.fewest, has.count < count, Double(has.count) >= Self.carried * Double(count),
        let lemma = view.lemma(claim), view.isParagraph(lemma.place), !view.isMarked(lemma.place),
        view.tokens(lemma).count >= Self.fewestWords
      else { return nil }
      // Of one matter, not of one topic.
      let home = lemma.place.report
      let kin = has.filter { $0 == home || view.areKin($0, home, in: claim) }
      guard kin.count >= Self.fewest, Double(kin.count) >= Self.carried * Double(count) else { return nil }
      let matter = view.matter[claim][home]!
      let lacks = view.story.sigla.filter { own in
        view.witnesses[claim][own] == nil
          && !view.story[own].statements.contains { matter.share(in: view.matter(Place(own, $0.span))) >= Self.present }
      }
      guard !lacks.isEmpty else { return nil }
      return (
        Divergence(
          .omission, .low, claim: claim, differ: lacks, from: kin, at: [lemma.place],
          "\(view.list(lacks, "leaves", "leave")) out \(view.quoted(lemma.place)), which "
            + "\(view.list(kin, "has", "have"))."), kin.count, matter.weight
      )
    }
    // Two clauses of one sentence are left out together: once is enough.
    var sentences: Set<Place> = []
    return found.sorted {
      ($1.carried, $1.weight, $0.divergence.places[0]) < ($0.carried, $0.weight, $1.divergence.places[0])
    }.filter { item in
      let place = item.divergence.places[0]
      return sentences.insert(view.statement(place).map { Place(place.report, $0.span) } ?? place).inserted
    }.prefix(Self.most).map(\.divergence)
  }
}
