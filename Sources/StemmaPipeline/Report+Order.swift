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

extension Caveat {
  /// A page without an article is no witness of anything.
  static func nothingToRead(_ report: Report) -> Caveat {
    Caveat(
      .noBody, source: report.source,
      note: "\(report.source) has no article text, only menus, banners and the like: save the article itself.")
  }
}
