import StemmaModel

/// Finds what stands in several pairs of marks, or in several lines, and is said in one breath: “A gate does not let go,”
/// she said. “Somebody did not look.”
struct BrokenQuotes {
  /// Tokens between two parts: a tag, "he told reporters in the capital on Friday".
  static let longestTag = 24

  /// Pairs of neighbouring quotes of a report that are parts of one, as indices into its `quotes`.
  ///
  /// - Complexity: O(*n* log *n*) in the quotes of the report.
  static func pairs(in report: AnnotatedReport) -> [(first: Int, second: Int)] {
    let marked = report.quotes.indices.filter { [.direct, .partial].contains(report.quotes[$0].form) }
      .sorted { (report.quotes[$0].span, $0) < (report.quotes[$1].span, $1) }
    return zip(marked, marked.dropFirst()).filter { first, second in
      areOne(report.quotes[first], report.quotes[second], in: report)
    }.map { ($0, $1) }
  }

  private static func areOne(_ first: QuoteMention, _ second: QuoteMention, in report: AnnotatedReport) -> Bool {
    let between = report.tokenRange(of: first.span).upperBound..<report.tokenRange(of: second.span).lowerBound
    guard first.span.end <= second.span.start, between.lowerBound <= between.upperBound else { return false }
    // The marks were never closed: the text only goes on in another line.
    if between.isEmpty { return true }
    guard between.count <= longestTag, let x = first.attribution, let y = second.attribution else { return false }
    let (a, b) = (report.attributions[x].source, report.attributions[y].source)
    guard a.kind == b.kind, a.name == b.name else { return false }
    let passages = report.report.passages
    return passages.contains { $0.span.contains(first.span) && $0.span.contains(second.span) }
  }
}
