import StemmaModel
import StemmaText

/// One says that it was so, another that it was not.
struct ContradictionRule: DivergenceRule {
  /// Of the shorter sentence's weight, what both must be about.
  static let leastShared = 0.45

  private static let negations: Set<String> = [
    "not", "no", "never", "none", "nobody", "denied", "denies", "deny", "denying", "didn't", "don't", "doesn't",
    "won't",
    "wasn't", "weren't", "isn't", "aren't", "cannot", "can't", "couldn't", "hasn't", "haven't", "without", "false",
  ]

  func divergences(in view: CollationView) -> [Divergence] {
    view.collation.claims.indices.compactMap { claim in
      guard let lemma = view.lemma(claim) else { return nil }
      var opposed: [Siglum: Place] = [:]
      for (siglum, witness) in view.witnesses[claim] where siglum != lemma.place.report {
        guard witness.likeness >= Self.leastShared, negated(witness, in: view) != negated(lemma, in: view) else {
          continue
        }
        opposed[siglum] = witness.place
      }
      guard !opposed.isEmpty else { return nil }
      let reports = opposed.keys.sorted()
      return Divergence(
        .contradiction, .high, claim: claim, reports: reports, against: [lemma.place.report],
        places: (Array(opposed.values) + [lemma.place]).sorted(),
        explanation: "\(view.list(reports)) \(view.has(reports)) “\(view.reading(opposed[reports[0]]!))”, "
          + "\(lemma.place.report) has “\(view.reading(lemma.place))”: one of the two denies it.")
    }
  }

  private func negated(_ witness: Claim.Witness, in view: CollationView) -> Bool {
    view.tokens(witness).count { Self.negations.contains($0.key) } % 2 == 1
  }
}
