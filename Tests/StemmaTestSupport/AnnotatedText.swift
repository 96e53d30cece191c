package import StemmaModel

/// An annotated report made by simple rules, for tests of one stage: nothing of the extractor or the annotator is used.
///
/// A line is a paragraph; the first is the title where `title` says so. Words are runs of letters, digits, apostrophes
/// and hyphens; a statement ends after `.`, `!` or `?` (and a quotation mark behind it), and is one clause. A capital
/// that does not open a statement makes a name. Words between “ and ” are a direct quote of nobody.
package func annotated(
  _ text: String, source: String = "report.txt", title: Bool = false, published: Moment? = nil, outlet: String? = nil
) -> AnnotatedReport {
  var report = Report(source: source, sha256: fingerprint(of: text), original: text)
  report.language = "en"
  report.published = published.map { Report.Publication($0, evidence: nil) }
  report.outlet = outlet.map { Report.Outlet(name: $0, evidence: nil) }
  var offset = 0
  for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
    let span = TextSpan(offset, offset + line.count)
    offset = span.end + 1
    guard !line.isEmpty else { continue }
    if !report.passages.isEmpty { report.text.separate("\n\n") }
    let start = report.text.bytes.count
    report.text.append(line, standingFor: span)
    let isTitle = title && report.passages.isEmpty
    let range = start..<report.text.bytes.count
    report.passages.append(Report.Passage(isTitle ? .title : .paragraph, range: range, span: span))
    if isTitle { report.title = Excerpt(String(Substring(line)), at: span) }
  }
  var result = AnnotatedReport(report)
  for (index, passage) in report.passages.enumerated() {
    TextMarker(report: report, passage: index, span: passage.span).mark(&result)
  }
  return result
}

/// 64 hexadecimal digits that stand for a text; no digest, but equal for equal texts.
private func fingerprint(of text: String) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 64 - digits.count) + digits
}

/// Finds the tokens, statements and quotes of one passage.
private struct TextMarker {
  let report: Report
  let passage: Int
  let span: TextSpan

  func mark(_ result: inout AnnotatedReport) {
    var first = result.tokens.count
    var word: [Unicode.Scalar] = []
    var wordStart = span.start
    var at = span.start
    var quoteStart: Int?
    var ends = false

    func closeStatement() {
      guard first < result.tokens.count else { return }
      let tokens = first..<result.tokens.count
      result.statements.append(
        Statement(span: result.span(of: tokens), passage: passage, tokens: tokens, clauses: [tokens]))
      first = tokens.upperBound
      ends = false
    }
    func closeWord() {
      guard !word.isEmpty else { return }
      let shown = String(String.UnicodeScalarView(word))
      let isNumber = word.allSatisfy { $0.properties.numericType != nil }
      let opens = result.tokens[first...].allSatisfy { $0.kind == .mark }
      result.tokens.append(
        Token(
          isNumber ? .number : .word, span: TextSpan(wordStart, at), key: shown.lowercased(),
          isName: !opens && word[0].properties.isUppercase))
      word = []
    }

    for scalar in report.exact(span).unicodeScalars {
      let isInner = scalar == "'" || scalar == "-"
      let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isLetter || isInner && !word.isEmpty {
        if ends { closeStatement() }
        if word.isEmpty { wordStart = at }
        word.append(scalar)
      } else {
        closeWord()
        let length = UTF8.width(scalar)
        if !scalar.properties.isWhitespace {
          if ends, scalar != "”" { closeStatement() }
          result.tokens.append(Token(.mark, span: TextSpan(at, at + length), key: String(scalar)))
          if scalar == "“" { quoteStart = at + length }
          if scalar == "”", let start = quoteStart {
            result.quotes.append(QuoteMention(span: TextSpan(start, at), form: .direct, attribution: nil))
            quoteStart = nil
          }
          if [".", "!", "?"].contains(scalar) { ends = true }
        }
      }
      at += UTF8.width(scalar)
    }
    closeWord()
    closeStatement()
  }
}
