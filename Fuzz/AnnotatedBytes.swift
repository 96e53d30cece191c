import StemmaAnnotate
import StemmaModel

/// A report of English made of bytes: a headline, then a paragraph for each line.
struct AnnotatedBytes {
  private let report: Report

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    var report = Report(source: "report.txt", sha256: "", original: text)
    report.language = "en"
    report.published = Report.Publication(Moment(year: 2024, month: 3, day: 14), evidence: nil)
    var place = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let span = TextSpan(place, place + line.count)
      place = span.end + 1
      guard !line.isEmpty else { continue }
      if !report.passages.isEmpty { report.text.separate("\n\n") }
      let start = report.text.bytes.count
      report.text.append(line, standingFor: span)
      let kind: Report.Passage.Kind = report.passages.isEmpty ? .title : .paragraph
      report.passages.append(Report.Passage(kind, range: start..<report.text.bytes.count, span: span))
    }
    self.report = report
  }

  /// Every span lies in the text and between whole letters; sentences make up the tokens, clauses the sentences.
  func check() {
    let annotated = Annotator().annotate(report)
    let text = Array(report.original.utf8)
    func stands(_ span: TextSpan?) {
      guard let span else { return }
      precondition(0 <= span.start && span.start <= span.end && span.end <= text.count, "a span outside of its text")
      precondition(span.start == text.count || text[span.start] & 0xC0 != 0x80, "a span from within a letter")
      precondition(span.end == text.count || text[span.end] & 0xC0 != 0x80, "a span to within a letter")
    }
    var token = 0
    for statement in annotated.statements {
      stands(statement.span)
      precondition(statement.tokens.lowerBound == token && !statement.tokens.isEmpty, "a sentence with a gap before it")
      var clause = token
      for range in statement.clauses {
        precondition(range.lowerBound == clause && !range.isEmpty, "a clause with a gap before it")
        clause = range.upperBound
      }
      precondition(clause == statement.tokens.upperBound, "a sentence with an end that is in no clause")
      token = clause
    }
    precondition(token == annotated.tokens.count, "tokens in no sentence")
    for token in annotated.tokens { stands(token.span) }
    for name in annotated.names {
      stands(name.span)
      precondition(annotated.entities.indices.contains(name.entity), "a name of nobody")
    }
    for time in annotated.times { stands(time.span) }
    for attribution in annotated.attributions {
      for span in [attribution.content, attribution.cueSpan, attribution.source.mention] { stands(span) }
      for span in attribution.channelSpans { stands(span) }
    }
    for (span, attribution) in annotated.quotes.map({ ($0.span, $0.attribution) })
      + annotated.figures.map({ ($0.span, $0.attribution) })
    {
      stands(span)
      precondition(attribution.map(annotated.attributions.indices.contains) ?? true, "words of nobody")
    }
    for caveat in annotated.caveats { stands(caveat.span) }
  }
}
