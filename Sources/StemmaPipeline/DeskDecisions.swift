import StemmaDerive
import StemmaModel
package import StemmaStore

/// What was decided by hand of a story's reports, as its dossier heeds and shows it.
struct DeskDecisions {
  let relations: DecidedRelations
  let caveats: [Caveat]

  /// - Parameter ids: of the dossier's reports, in the order of their sigla.
  init(_ decisions: [Decision], of ids: [String]) {
    let sigla = Dictionary(zip(ids, ids.indices.map { Siglum($0) })) { first, _ in first }
    var heeded: [(decision: Decision, relation: DecidedRelation)] = []
    var notes: [String] = []
    for decision in decisions {
      var sentence = decision.sentence { sigla[$0]?.description ?? String($0.prefix(9)) }
      if let kind = Self.kinds[decision.kind], decision.reports.count == 2 {
        if let report = sigla[decision.reports[0]], let other = sigla[decision.reports[1]] {
          heeded.append((decision, DecidedRelation(kind, report, other)))
        } else {
          sentence += " Not both of them are among these reports: here it changes nothing."
        }
      }
      notes.append(sentence)
    }
    relations = DecidedRelations(heeded.map(\.relation))
    notes += relations.refused.map { place in
      """
      Decision \(heeded[place].decision.number) was passed over: beside those made later a report would descend from itself, or from \
      one that it is independent of. Take one of them back with stemma store undo.
      """
    }
    caveats = notes.map { Caveat(.other, note: $0) }
  }

  private static let kinds: [Decision.Kind: DecidedRelation.Kind] = [.independent: .independent, .derived: .derived]
}

extension Decision {
  /// As a user reads it.
  package var sentence: String { sentence { String($0.prefix(9)) } }

  /// - Parameter name: what a report of an id is called.
  func sentence(_ name: (String) -> String) -> String {
    let names = reports.map(name)
    let what =
      switch kind {
      case .merge: "two stories were made one (reports \(names.joined(separator: ", ")))"
      case .split: "reports were made a story of their own (\(names.joined(separator: ", ")))"
      case .move: "report \(names.first ?? "") was moved"
      case .independent: "reports \(names.joined(separator: " and ")) were marked as independent of each other"
      case .derived: "report \(names.first ?? "") was marked as derived from \(names.dropFirst().first ?? "")"
      }
    let day = Moment(dayNumber: Int((time - (time % 86_400 + 86_400) % 86_400) / 86_400)).description
    return "By hand, on \(day): \(what) (decision \(number))" + (note.map { ": \($0)" } ?? ".")
  }
}
