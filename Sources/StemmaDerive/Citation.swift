import StemmaModel

/// Whether a report says of a passage that it has it from others.
struct Citation {
  /// In somebody's quotation marks.
  var isQuoted: Bool
  /// The agency named in the same sentence, other than for the text as a whole.
  var agency: String?

  init(of place: Place, in story: Story) {
    let report = story[place.report]
    isQuoted = report.quotes.contains {
      $0.form != .indirect && $0.span.shared(with: place.span) * 2 > place.span.length
    }
    let sentence = report.statements.first { $0.span.overlaps(place.span) }?.span ?? place.span
    agency =
      report.report.credits.first { credit in
        !SharedCredit.isOfText(credit.kind) && credit.place.span.map { sentence.overlaps($0) } == true
      }?.agency
  }

  /// The more it says so, the greater: to quote what others narrate is to have it from them.
  var strength: Int { (agency != nil ? 2 : 0) + (isQuoted ? 1 : 0) }

  /// The passage is openly somebody else's: it tells nothing of where the rest of the report is from.
  var isOpen: Bool { isQuoted && agency != nil }
}
