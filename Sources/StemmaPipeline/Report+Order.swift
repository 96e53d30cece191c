import StemmaModel

extension Report {
  /// The order of sigla: by time of publication, unknown last; then by source.
  static func standsBefore(_ a: Report, _ b: Report) -> Bool {
    switch (a.published?.moment, b.published?.moment) {
    case (let x?, let y?) where x.description != y.description: x.description < y.description
    case (.some, nil): true
    case (nil, .some): false
    default: a.source.utf8.lexicographicallyPrecedes(b.source.utf8)
    }
  }
}
