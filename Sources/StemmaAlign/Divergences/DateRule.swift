import StemmaModel

/// The same event at another time: another day, year or hour.
struct DateRule: DivergenceRule {
  func divergences(in view: CollationView) -> [Divergence] {
    view.collation.claims.indices.flatMap { claim -> [Divergence] in
      guard let lemma = view.lemma(claim) else { return [] }
      let wanted = times(lemma, in: view)
      guard !wanted.isEmpty else { return [] }
      return view.witnesses[claim].sorted { $0.key < $1.key }.compactMap { siglum, witness -> Divergence? in
        guard siglum != lemma.place.report else { return nil }
        let own = times(witness, in: view)
        guard let clash = clash(own, wanted) else { return nil }
        return Divergence(
          .date, .high, claim: claim, reports: [siglum], against: [lemma.place.report],
          places: [Place(siglum, clash.0.span), Place(lemma.place.report, clash.1.span)].sorted(),
          explanation: "\(siglum) has “\(view.reading(Place(siglum, clash.0.span)))”, \(lemma.place.report) has "
            + "“\(view.reading(Place(lemma.place.report, clash.1.span)))” for the same thing.")
      }
    }
  }

  /// Those inside the witness; where it has none, those of its sentence.
  private func times(_ witness: Claim.Witness, in view: CollationView) -> [TimeMention] {
    let all = view.story[witness.place.report].times
    let inside = all.filter { witness.place.span.overlaps($0.span) }
    if !inside.isEmpty { return inside }
    guard let sentence = view.statement(witness.place) else { return [] }
    return all.filter { sentence.span.overlaps($0.span) }
  }

  /// Two times of the same sort that cannot both be; nil where any two agree.
  private func clash(_ a: [TimeMention], _ b: [TimeMention]) -> (TimeMention, TimeMention)? {
    var found: (TimeMention, TimeMention)?
    for x in a {
      for y in b {
        switch compare(x, y) {
        case .same: return nil
        case .other: found = found ?? (x, y)
        case .unlike: break
        }
      }
    }
    return found
  }

  private enum Comparison { case same, other, unlike }

  private func compare(_ x: TimeMention, _ y: TimeMention) -> Comparison {
    if let a = x.weekday, let b = y.weekday { return a == b ? .same : .other }
    guard let a = x.moment, let b = y.moment, a.precision == b.precision else { return .unlike }
    switch a.precision {
    case .year, .month, .day: return a == b ? .same : .other
    case .minute, .second: return .unlike
    }
  }
}
