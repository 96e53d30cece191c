import StemmaModel
import StemmaText

/// A doubt that one report has and another does not: "probably", "reportedly", "analysts say".
struct HedgeRule: DivergenceRule {
  static let hedges: Set<String> = [
    "probably", "perhaps", "maybe", "may", "might", "possibly", "likely", "apparently", "allegedly", "alleged",
    "reportedly", "seemingly", "seems", "seemed", "appears", "appeared", "presumably", "suspected", "believed",
    "supposedly", "unconfirmed", "purportedly", "purported",
  ]

  func divergences(in view: CollationView) -> [Divergence] {
    var seen: Set<String> = []
    return view.collation.claims.indices.flatMap { claim -> [Divergence] in
      guard view.witnesses[claim].count > 1 else { return [] }
      return [doubt(claim, in: view), opinion(claim, in: view)].compactMap { $0 }
        .filter { seen.insert("\($0.reports) \($0.explanation)").inserted }
    }
  }

  private func doubt(_ claim: Int, in view: CollationView) -> Divergence? {
    let witnesses = view.witnesses[claim]
    var hedged: [Siglum: Place] = [:]
    var plain: [Siglum: Place] = [:]
    guard let lemma = view.lemma(claim)?.place.report else { return nil }
    for siglum in witnesses.keys.sorted() where siglum == lemma || view.areClose(siglum, lemma, in: claim) {
      let witness = witnesses[siglum]!
      guard view.isParagraph(witness.place) else { continue }
      if let span = hedge(witness, in: view) {
        hedged[siglum] = Place(siglum, span)
      } else {
        plain[siglum] = witness.place
      }
    }
    // What is doubted there must be what is said here, not something beside it.
    var doubted: Set<String> = []
    for siglum in hedged.keys { doubted.formUnion(following(hedged[siglum]!, in: view)) }
    plain = plain.filter { !doubted.isDisjoint(with: view.matter[claim][$0.key]!.stems.keys) }
    guard let first = hedged.keys.min(), !plain.isEmpty else { return nil }
    let isDropped = hedged.count >= plain.count
    let (reports, against) =
      isDropped ? (plain.keys.sorted(), hedged.keys.sorted()) : (hedged.keys.sorted(), plain.keys.sorted())
    let places = Array(plain.values) + hedged.keys.map { witnesses[$0]!.place }
    let word = view.quoted(hedged[first]!)
    return Divergence(
      .hedge, isDropped ? .high : .low, claim: claim, differ: reports, from: against, at: places,
      isDropped
        ? "\(view.list(reports, "says", "say")) as a fact what \(view.list(against, "qualifies", "qualify")) with \(word): "
          + "\(view.quoted(plain[reports[0]]!))."
        : "\(view.list(reports, "qualifies", "qualify")) with \(word) what \(view.list(against, "says", "say")) as a fact: "
          + "\(view.quoted(plain[against[0]]!)).")
  }

  /// In the witness itself: a hedge elsewhere in the sentence is of something else.
  private func hedge(_ witness: Claim.Witness, in view: CollationView) -> TextSpan? {
    view.tokens(witness).first { Self.hedges.contains($0.key) && !$0.isName }?.span
  }

  /// The first word of matter right behind a hedge.
  private func following(_ place: Place, in view: CollationView) -> [String] {
    let report = view.story[place.report]
    guard let hedge = report.tokenRange(of: place.span).last else { return [] }
    return report.tokens[(hedge + 1)..<min(report.tokens.count, hedge + 4)].compactMap(Matter.stem).prefix(1).map { $0 }
  }

  /// What analysts say becomes a fact.
  private func opinion(_ claim: Int, in view: CollationView) -> Divergence? {
    let witnesses = view.witnesses[claim]
    var held: [Siglum: (words: String, place: Place)] = [:]
    var plain: [Siglum: Place] = [:]
    for siglum in witnesses.keys.sorted() {
      let witness = witnesses[siglum]!
      guard view.isParagraph(witness.place), !view.isMarked(witness.place) || view.attribution(witness) != nil else {
        continue
      }
      if let source = view.attribution(witness)?.source {
        let last = source.name.lowercased().split(separator: " ").last.map(String.init) ?? ""
        if source.kind == .unnamed, Self.opinionated.contains(last) { held[siglum] = (source.name, witness.place) }
      } else if !view.sentenceTokens(witness).contains(where: { Self.opinionated.contains($0.key) }) {
        plain[siglum] = witness.place
      }
    }
    guard let first = held.keys.min() else { return nil }
    let compared = held.keys.sorted().prefix(4)
    let reports = plain.keys.sorted().filter { own in compared.contains { view.areClose(own, $0, in: claim) } }
    guard let own = reports.first else { return nil }
    return Divergence(
      .hedge, .medium, claim: claim, differ: reports, from: held.keys.sorted(),
      at: reports.map { plain[$0]! } + held.values.map(\.place),
      "\(view.list(reports, "says", "say")) as a fact what \(view.list(held.keys.sorted(), "lays", "lay")) to "
        + "“\(held[first]!.words)”: \(view.quoted(plain[own]!)).")
  }

  private static let opinionated: Set<String> = [
    "analysts", "observers", "experts", "critics", "commentators", "economists", "activists", "campaigners",
    "opponents",
    "supporters", "scholars", "historians", "pundits", "strategists",
  ]
}
