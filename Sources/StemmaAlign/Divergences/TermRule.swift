import StemmaModel
import StemmaText

/// Another name for a thing whose name is in dispute: an invasion or an operation, terrorists or rebels. One divergence
/// for each report and dispute.
struct TermRule: DivergenceRule {
  /// Reports with the usual name that one with another is compared with.
  static let mostCompared = 12

  private struct Shift {
    var claim: Int
    var own: [Place] = []
    var others: [Place] = []
  }

  func divergences(in view: CollationView) -> [Divergence] {
    var shifts: [Shift] = []
    var byKey: [String: Int] = [:]
    for claim in view.readings.indices where view.readings[claim].count > 1 && view.classes[claim].contains(.dispute) {
      let concerned = view.readings[claim].filter { $0.isParagraph && $0.sentence.contains(.dispute) }
      guard concerned.count > 1 else { continue }
      for (number, dispute) in Self.disputes.enumerated() {
        var sides: [Siglum: (side: Int, place: Place)] = [:]
        for reading in concerned {
          guard let sentence = view.statement(reading) else { continue }
          let siglum = reading.report
          let report = view.story[siglum]
          let hits = sentence.tokens.compactMap { index -> (side: Int, index: Int)? in
            guard view.vocabulary.classes(siglum.index, index).contains(.dispute) else { return nil }
            return dispute.firstIndex { $0.contains(report.tokens[index].key) }.map { ($0, index) }
          }
          guard let hit = hits.first, hits.allSatisfy({ $0.side == hit.side }) else { continue }
          let from = max(sentence.tokens.lowerBound, hit.index - 2)
          sides[siglum] = (hit.side, Place(siglum, report.span(of: from..<(hit.index + 1))))
        }
        guard sides.count > 1, let usual = view.commonest(sides.mapValues(\.side), in: claim) else { continue }
        let standing = sides.keys.filter { sides[$0]!.side == usual }.sorted()
        for siglum in sides.keys.sorted() where sides[siglum]!.side != usual {
          let kin = standing.prefix(Self.mostCompared).filter { view.areKin(siglum, $0, in: claim) }
          guard !kin.isEmpty else { continue }
          let key = "\(siglum) \(number)"
          let known = byKey[key] ?? shifts.count
          if known == shifts.count {
            byKey[key] = known
            shifts.append(Shift(claim: claim))
          }
          shifts[known].own.append(sides[siglum]!.place)
          shifts[known].others += kin.map { sides[$0]!.place }
        }
      }
    }
    return shifts.map { shift in
      let own = shift.own[0]
      let against = Set(shift.others.map(\.report)).sorted()
      return Divergence(
        .wording, .medium, claim: shift.claim, differ: [own.report], from: against, at: shift.own + shift.others,
        "\(own.report) has \(view.quoted(own)) where \(view.list(against, "has", "have")) \(view.quoted(shift.others[0]))."
      )
    }
  }

  static let words = disputes.joined().reduce(into: Set<String>()) { $0.formUnion($1) }

  /// Each dispute with its sides.
  private static let disputes: [[Set<String>]] = [
    [
      ["invasion", "invaded", "invades", "invading", "aggression", "occupation"],
      ["offensive", "operation", "intervention", "campaign", "incursion"],
    ],
    [
      ["terrorist", "terrorists"], ["militant", "militants", "rebel", "rebels", "insurgent", "insurgents", "gunmen"],
    ],
    [["regime"], ["government", "administration", "authorities"]],
    [["riot", "riots", "rioters", "mob"], ["protest", "protests", "protesters", "demonstrators", "demonstration"]],
    [["massacre", "slaughter", "genocide"], ["killing", "killings", "deaths"]],
    [["coup", "putsch"], ["takeover", "transition", "ouster"]],
    [["annexation", "annexed"], ["reunification", "accession", "incorporation"]],
    [["wall"], ["fence", "barrier"]],
  ]
}
