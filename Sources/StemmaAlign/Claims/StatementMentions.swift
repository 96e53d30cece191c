import StemmaModel

/// What a report has in each of its statements, so that nobody looks through all of it.
struct StatementMentions {
  /// For each statement: indices into the report's `attributions` whose source, cue or content touches it.
  private(set) var attributions: [[Int]]
  /// Likewise of `quotes` and of `figures`.
  private(set) var quotes: [[Int]]
  private(set) var figures: [[Int]]

  /// - Complexity: O(*m* log *s*) for *m* mentions over *s* statements, and the statements that each touches.
  init(_ report: AnnotatedReport) {
    attributions = Array(repeating: [], count: report.statements.count)
    (quotes, figures) = (attributions, attributions)
    for (index, attribution) in report.attributions.enumerated() {
      for span in [attribution.content, attribution.source.mention, attribution.cueSpan].compactMap({ $0 }) {
        for statement in Self.statements(of: span, in: report) where attributions[statement].last != index {
          attributions[statement].append(index)
        }
      }
    }
    for (index, quote) in report.quotes.enumerated() {
      for statement in Self.statements(of: quote.span, in: report) { quotes[statement].append(index) }
    }
    for (index, figure) in report.figures.enumerated() {
      for statement in Self.statements(of: figure.span, in: report) { figures[statement].append(index) }
    }
  }

  /// The statements that a span touches.
  static func statements(of span: TextSpan, in report: AnnotatedReport) -> Range<Int> {
    var (low, high) = (0, report.statements.count)
    while low < high {
      let middle = (low + high) / 2
      if report.statements[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < report.statements.count, report.statements[end].span.start < span.end { end += 1 }
    return low..<end
  }
}
