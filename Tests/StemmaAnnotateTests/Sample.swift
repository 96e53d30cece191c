import StemmaAnnotate
import StemmaModel
import Testing

/// A report made of lines: the first may be a headline, the others are paragraphs.
///
/// ⟦1:…⟧ marks a span and is no part of the text.
struct Sample {
  var report: Report
  /// The marked words, by label.
  var marked: [String: [TextSpan]] = [:]

  init(
    _ lines: String..., title: String? = nil, published: Moment? = Moment(year: 2024, month: 3, day: 14),
    language: String = "en"
  ) {
    self.init(lines: lines, title: title, published: published, language: language)
  }

  init(
    lines: [String], title: String? = nil, published: Moment? = Moment(year: 2024, month: 3, day: 14),
    language: String = "en"
  ) {
    var text: [UInt8] = []
    var passages: [(Report.Passage.Kind, Range<Int>)] = []
    var open: [(String, Int)] = []
    for (at, line) in ([title].compactMap { $0 } + lines).enumerated() {
      let start = text.count
      var scalars = Substring(line)
      while let next = scalars.first {
        scalars.removeFirst()
        if next == "⟦" {
          let label = scalars.prefix { $0 != ":" }
          scalars.removeFirst(label.count + 1)
          open.append((String(label), text.count))
        } else if next == "⟧" {
          let (label, from) = open.removeLast()
          marked[label, default: []].append(TextSpan(from, text.count))
        } else {
          text.append(contentsOf: String(next).utf8)
        }
      }
      passages.append((title != nil && at == 0 ? .title : .paragraph, start..<text.count))
      text.append(0x0A)
    }
    report = Report(source: "sample", sha256: "", original: String(decoding: text, as: UTF8.self))
    for (kind, range) in passages {
      report.text.append(text[range], standingFor: TextSpan(range))
      report.text.separate("\n")
      report.passages.append(Report.Passage(kind, range: range, span: TextSpan(range)))
    }
    report.language = language
    report.published = published.map { Report.Publication($0, evidence: nil) }
  }

  var annotated: AnnotatedReport { Annotator().annotate(report) }
}

extension AnnotatedReport {
  func words(_ span: TextSpan) -> String { report.exact(span) }
  var sentences: [String] { statements.map { words($0.span) } }
  var clauses: [String] {
    statements.flatMap { statement in
      statement.clauses.map { words(tokens[$0.lowerBound].span.joined(with: tokens[$0.upperBound - 1].span)) }
    }
  }
  func source(_ quote: QuoteMention) -> Source? { quote.attribution.map { attributions[$0].source } }

  /// What holds for every report, whatever it says.
  func checkInvariants(_ location: SourceLocation = #_sourceLocation) {
    let whole = TextSpan(0, report.original.utf8.count)
    let spans =
      tokens.map(\.span) + statements.map(\.span) + names.map(\.span) + quotes.map(\.span) + figures.map(\.span)
      + times.map(\.span)
      + attributions.flatMap { [$0.content] + [$0.cueSpan, $0.source.mention].compactMap { $0 } + $0.channelSpans }
    #expect(spans.allSatisfy { whole.contains($0) }, sourceLocation: location)
    #expect(tokens.map(\.span) == tokens.map(\.span).sorted(), sourceLocation: location)
    #expect(statements.map(\.tokens).flatMap { $0 } == Array(tokens.indices), sourceLocation: location)
    for statement in statements {
      #expect(statement.clauses.flatMap { $0 } == Array(statement.tokens), sourceLocation: location)
      #expect(!statement.clauses.contains { $0.isEmpty }, sourceLocation: location)
    }
    #expect(names.allSatisfy { entities.indices.contains($0.entity) }, sourceLocation: location)
    #expect(quotes.allSatisfy { $0.attribution.map(attributions.indices.contains) ?? true }, sourceLocation: location)
    #expect(figures.allSatisfy { $0.attribution.map(attributions.indices.contains) ?? true }, sourceLocation: location)
    // Statements joined with the gaps between them give the text back: only white space lies between.
    var end = 0
    let bytes = Array(report.original.utf8)
    for span in statements.map(\.span) {
      #expect(span.start >= end, sourceLocation: location)
      let gap = String(decoding: bytes[end..<span.start], as: UTF8.self).unicodeScalars
      #expect(
        gap.allSatisfy { $0.properties.isWhitespace || [.control, .format].contains($0.properties.generalCategory) },
        sourceLocation: location)
      end = span.end
    }
  }
}
