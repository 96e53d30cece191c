import StemmaModel

/// Words for the reader.
extension CollationView {
  /// Reports that a sentence names; of more, how many they are.
  private static let mostNamed = 12

  func reading(_ place: Place) -> String { story[place.report].report.reading(place.span) }

  /// The passage in quotation marks, on one line, cut between words where it is long.
  func quoted(_ place: Place) -> String {
    let words = reading(place).split(whereSeparator: \.isWhitespace)
    var text = ""
    for word in words {
      if text.utf8.count + word.utf8.count > 110 { return "“\(text) …”" }
      text += (text.isEmpty ? "" : " ") + word
    }
    while let last = text.last, ",;:".contains(last) { text.removeLast() }
    return "“\(text)”"
  }

  /// "A", "A and C", "A, B and C", "A, B, C … and 40 more".
  func list(_ reports: [Siglum]) -> String {
    guard reports.count <= Self.mostNamed else {
      let named = reports.prefix(Self.mostNamed - 2).map(\.description).joined(separator: ", ")
      return "\(named) and \(reports.count - Self.mostNamed + 2) more"
    }
    let names = reports.map(\.description)
    guard names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + names.last!
  }

  /// "A says", "A and C say".
  func list(_ reports: [Siglum], _ one: String, _ many: String) -> String {
    "\(list(reports)) \(reports.count == 1 ? one : many)"
  }
}

extension AnnotatedReport {
  /// The sentence that a span begins in, or the first it touches.
  ///
  /// - Complexity: O(log *n*) in the sentences.
  func statementIndex(around span: TextSpan) -> Int? {
    let index = firstStatement(endingAfter: span.start)
    return index < statements.count && statements[index].span.overlaps(span) ? index : nil
  }

  func statement(around span: TextSpan) -> Statement? { statementIndex(around: span).map { statements[$0] } }

  func firstStatement(endingAfter offset: Int) -> Int {
    var (low, high) = (0, statements.count)
    while low < high {
      let middle = (low + high) / 2
      if statements[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func isParagraph(_ statement: Statement) -> Bool { report.passages[statement.passage].kind == .paragraph }
}
