import StemmaModel
import StemmaText

/// The other side is left out: a "but …" of somebody else that follows in one report, where another ends.
struct ObjectionRule: DivergenceRule {
  static let most = 4
  static let mostCompared = 12
  static let fewestWords = 5
  /// The share of an objection in one sentence at which a report has it.
  static let carried = 0.4

  func divergences(in view: CollationView) -> [Divergence] {
    var seen: Set<Place> = []
    var found: [Divergence] = []
    var said: [Matter] = []
    for claim in view.collation.claims.indices where view.witnesses[claim].count > 1 && found.count < Self.most {
      let witnesses = view.witnesses[claim]
      for siglum in witnesses.keys.sorted() {
        let witness = witnesses[siglum]!
        let report = view.story[siglum]
        guard let sentence = view.statement(witness.place), view.isParagraph(witness.place),
          let clause = objection(after: witness, sentence, report),
          seen.insert(Place(siglum, report.span(of: clause))).inserted
        else { continue }
        let place = Place(siglum, report.span(of: clause))
        let matter = view.matter(place)
        // Nothing of it stands in the report that has the first half.
        let without = witnesses.keys.sorted().prefix(Self.mostCompared).filter { other in
          other != siglum && view.isParagraph(witnesses[other]!.place) && view.areKin(siglum, other, in: claim)
            && !view.story[other].statements.contains {
              matter.share(in: view.matter(Place(other, $0.span))) >= Self.carried
            }
        }
        guard !without.isEmpty else { continue }
        // The same objection in another report that has it.
        if let known = said.firstIndex(where: { $0.isKin(to: matter) }) {
          found[known] = Divergence(
            .omission, .medium, claim: found[known].claim, differ: Set(found[known].reports).subtracting([siglum]),
            from: found[known].against + [siglum], at: found[known].places + [place], found[known].explanation)
          continue
        }
        said.append(matter)
        // Where they end: what stands in the place of it.
        let ends = without.map { other in tail(witnesses[other]!, in: view) }
        found.append(
          Divergence(
            .omission, .medium, claim: claim, differ: without, from: [siglum], at: [place] + ends,
            "\(view.list(without, "leaves", "leave")) out the objection that \(siglum) has: \(view.quoted(place))."))
      }
    }
    return Array(found.prefix(Self.most))
  }

  /// A later part of the sentence that begins with "but" and has somebody else say something.
  private func objection(after witness: Claim.Witness, _ sentence: Statement, _ report: AnnotatedReport) -> Range<Int>?
  {
    let start = (sentence.tokens.lowerBound..<sentence.tokens.upperBound).first { index in
      index >= witness.tokens.upperBound - 1 && ["but", "although", "though"].contains(report.tokens[index].key)
    }
    guard let start else { return nil }
    let clause = start..<sentence.tokens.upperBound
    let own = report.span(of: clause)
    guard report.tokens[clause].count(where: { $0.kind == .word }) >= Self.fewestWords,
      report.attributions.contains(where: { attribution in attribution.cueSpan.map { own.contains($0) } ?? false })
    else { return nil }
    return clause
  }

  /// The end of the sentence in the report that stops there.
  private func tail(_ witness: Claim.Witness, in view: CollationView) -> Place {
    let report = view.story[witness.place.report]
    guard let sentence = view.statement(witness.place) else { return witness.place }
    let from = max(sentence.tokens.lowerBound, min(witness.tokens.upperBound, sentence.tokens.upperBound - 10))
    return Place(witness.place.report, report.span(of: from..<sentence.tokens.upperBound))
  }
}
