import StemmaModel

/// A word of saying that judges what is said: one "insists", in another it is a "claim", in a third one "admits" it.
struct VerdictRule: DivergenceRule {
  func divergences(in view: CollationView) -> [Divergence] {
    view.readings.indices.compactMap { claim -> Divergence? in
      guard view.readings[claim].count > 1, view.classes[claim].contains(.verdict) else { return nil }
      var verdicts: [Siglum: (verdict: Int, place: Place)] = [:]
      for reading in view.readings[claim] where reading.isParagraph && reading.words.contains(.verdict) {
        let (siglum, witness) = (reading.report, reading.witness)
        let report = view.story[siglum]
        let hits = witness.tokens.compactMap { index in
          Self.verdicts.firstIndex { $0.contains(report.tokens[index].key) }.map { (verdict: $0, index: index) }
        }
        guard let hit = hits.first, hits.count == 1 else { continue }
        let end = min(witness.tokens.upperBound, hit.index + 3)
        verdicts[siglum] = (hit.verdict, Place(siglum, report.span(of: hit.index..<end)))
      }
      guard let usual = view.commonest(verdicts.mapValues(\.verdict), in: claim) else { return nil }
      let against = verdicts.keys.filter { verdicts[$0]!.verdict == usual }.sorted()
      let differ = verdicts.keys.filter { own in
        verdicts[own]!.verdict != usual && against.prefix(4).contains { view.areKin(own, $0, in: claim) }
      }.sorted()
      guard let first = differ.first else { return nil }
      return Divergence(
        .wording, .low, claim: claim, differ: differ, from: against, at: (differ + against).map { verdicts[$0]!.place },
        "\(view.list(differ, "has", "have")) \(view.quoted(verdicts[first]!.place)) where "
          + "\(view.list(against, "has", "have")) \(view.quoted(verdicts[against[0]]!.place)).")
    }
  }

  static let words = verdicts.reduce(into: Set<String>()) { $0.formUnion($1) }

  private static let verdicts: [Set<String>] = [
    ["claim", "claims", "claimed", "claiming", "alleged", "alleges", "allegation", "allegations"],
    ["insist", "insists", "insisted", "insisting", "insistence"],
    ["admit", "admits", "admitted", "admission", "conceded", "concedes", "confessed"],
    ["boast", "boasts", "boasted", "bragged"], ["threatened", "threatens", "threat"],
    ["promised", "promises", "pledged", "pledge", "vowed", "vow"],
  ]
}
