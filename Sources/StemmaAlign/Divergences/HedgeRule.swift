import StemmaModel

/// A doubt that one report has and another does not: "probably", "may", "reportedly".
struct HedgeRule: DivergenceRule {
  static let hedges: Set<String> = [
    "probably", "perhaps", "maybe", "may", "might", "could", "possibly", "likely", "apparently", "allegedly", "alleged",
    "reportedly", "seemingly", "seems", "seemed", "appears", "appeared", "presumably", "suspected", "believed",
    "supposedly", "unconfirmed",
  ]
  /// The share of the lemma that must be there: of another sentence nothing is dropped.
  static let leastLikeness = 0.5

  func divergences(in view: CollationView) -> [Divergence] {
    view.collation.claims.indices.flatMap { claim -> [Divergence] in
      let witnesses = view.witnesses[claim]
      guard witnesses.count > 1 else { return [] }
      var hedged: [Siglum: Place] = [:]
      var plain: [Siglum: Place] = [:]
      for (siglum, witness) in witnesses where witness.likeness >= Self.leastLikeness {
        if let span = hedge(witness, in: view) {
          hedged[siglum] = Place(siglum, span)
        } else {
          plain[siglum] = witness.place
        }
      }
      guard !hedged.isEmpty, !plain.isEmpty else { return [] }
      let dropped = hedged.count >= plain.count
      let reports = (dropped ? plain : hedged).keys.sorted()
      let against = (dropped ? hedged : plain).keys.sorted()
      let word = view.reading(hedged[hedged.keys.min()!]!)
      return [
        Divergence(
          .hedge, dropped ? .high : .medium, claim: claim, reports: reports, against: against,
          places: (plain.values.map { $0 } + hedged.keys.map { witnesses[$0]!.place }).sorted(),
          explanation: dropped
            ? "\(view.list(reports)) \(reports.count == 1 ? "says" : "say") it as a fact; \(view.list(against)) \(view.has(against)) “\(word)”."
            : "\(view.list(reports)) \(reports.count == 1 ? "doubts" : "doubt") it with “\(word)”; \(view.list(against)) \(against.count == 1 ? "does" : "do") not."
        )
      ]
    }
  }

  /// In the witness itself: a hedge elsewhere in the sentence is of something else.
  private func hedge(_ witness: Claim.Witness, in view: CollationView) -> TextSpan? {
    view.tokens(witness).first { Self.hedges.contains($0.key) && !($0.key == "may" && $0.isName) }?.span
  }
}
