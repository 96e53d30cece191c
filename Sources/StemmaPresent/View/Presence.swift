import StemmaModel

/// How one report has one claim.
enum Presence: Equatable {
  case verbatim, paraphrase, altered
  case absent
  /// Neither a witness nor said to leave it out.
  case unsettled

  init(_ relation: Dossier.Relation) {
    switch relation {
    case .verbatim: self = .verbatim
    case .paraphrase: self = .paraphrase
    case .altered: self = .altered
    }
  }

  var label: String {
    switch self {
    case .verbatim: Wording.relation(.verbatim)
    case .paraphrase: Wording.relation(.paraphrase)
    case .altered: Wording.relation(.altered)
    case .absent: Wording.leftOut
    case .unsettled: Wording.notSettled
    }
  }

  /// Where a report has a claim twice, what it changed is what a reader should see.
  var weight: Int {
    switch self {
    case .altered: 4
    case .verbatim: 3
    case .paraphrase: 2
    case .absent: 1
    case .unsettled: 0
    }
  }
}
