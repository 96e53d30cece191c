import StemmaModel

@testable import StemmaAlign

/// A report made by hand: words by splitting, and the mentions a test names.
struct Draft {
  var report: AnnotatedReport

  /// One paragraph a line. Other sentences follow, so that a word of the text is rare in the story, as it is in real ones.
  init(_ text: String, published: Moment? = nil, isAlone: Bool = false) {
    let filler = isAlone ? [] : (0..<12).map { "Zq\($0)x\(text.utf8.count) lorem\($0) went past." }
    let whole = ([text] + filler).joined(separator: "\n")
    var report = Report(source: text, sha256: "", original: whole)
    report.text = ReadingText(unchanged: whole)
    report.published = published.map { Report.Publication($0, evidence: nil) }
    var annotated = AnnotatedReport(report)
    var start = 0
    for line in whole.split(separator: "\n", omittingEmptySubsequences: false) {
      let span = TextSpan(start, start + line.utf8.count)
      annotated.report.passages.append(Report.Passage(.paragraph, range: span.range, span: span))
      annotated.addSentences(of: String(line), at: start)
      start = span.end + 1
    }
    self.report = annotated
  }

  /// Where some words stand, for the first time.
  func span(_ words: String) -> TextSpan {
    let text = report.report.original
    let range = text.firstRange(of: words)!
    let start = text.utf8.distance(from: text.utf8.startIndex, to: range.lowerBound)
    return TextSpan(start, start + words.utf8.count)
  }

  /// Lays a stretch of the text to somebody.
  @discardableResult
  mutating func lay(
    _ content: String, to source: String, _ kind: Source.Kind = .person, mention: String? = nil, cue: String? = nil,
    told addressee: String? = nil, through channel: [String] = []
  ) -> Int {
    report.attributions.append(
      Attribution(
        content: span(content),
        source: Source(kind: kind, name: source, mention: span(mention ?? source)), cue: cue,
        cueSpan: cue.map(span), addressee: addressee, channel: channel, channelSpans: channel.map(span)))
    return report.attributions.count - 1
  }

  mutating func quote(_ words: String, _ form: QuoteMention.Form = .direct, by attribution: Int? = nil) {
    report.quotes.append(QuoteMention(span: span(words), form: form, attribution: attribution))
  }

  mutating func figure(
    _ words: String, _ value: Double, _ unit: String, _ comparator: FigureMention.Comparator = .equal
  ) {
    report.figures.append(
      FigureMention(span: span(words), value: value, unit: unit, comparator: comparator, quantity: ""))
  }

  mutating func time(_ words: String, _ moment: Moment? = nil, weekday: Int? = nil) {
    report.times.append(TimeMention(span: span(words), moment: moment, weekday: weekday))
  }

  mutating func person(_ name: String, title: String? = nil) {
    report.entities.append(Entity(kind: .person, name: name, title: title))
    report.names.append(NameMention(span: span(name), entity: report.entities.count - 1))
    for index in report.tokenRange(of: span(name)) { report.tokens[index].isName = true }
  }
}

extension AnnotatedReport {
  fileprivate mutating func addSentences(of line: String, at start: Int) {
    var first = tokens.count
    var isStart = true
    func close(_ report: inout AnnotatedReport) {
      let range = first..<report.tokens.count
      guard !range.isEmpty else { return }
      report.statements.append(
        Statement(
          span: report.span(of: range), passage: report.report.passages.count - 1, tokens: range, clauses: [range]))
      first = report.tokens.count
    }
    var word: [UInt8] = []
    var at = start
    func end(_ report: inout AnnotatedReport) {
      guard !word.isEmpty else { return }
      let text = String(decoding: word, as: UTF8.self)
      let isNumber = (48...57).contains(word[0])
      report.tokens.append(
        Token(
          isNumber ? .number : .word, span: TextSpan(at - word.count, at), key: text.lowercased(),
          isName: !isStart && text.first!.isUppercase))
      isStart = false
      word = []
    }
    for byte in line.utf8 {
      let isInside = !word.isEmpty && [39, 45, 58].contains(byte)
      if (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte > 127 || isInside {
        word.append(byte)
      } else {
        end(&self)
        if byte != 32 {
          tokens.append(Token(.mark, span: TextSpan(at, at + 1), key: String(UnicodeScalar(byte))))
          if byte == UInt8(ascii: ".") {
            close(&self)
            isStart = true
          }
        }
      }
      at += 1
    }
    end(&self)
    close(&self)
  }
}

/// What the rules find in a story of some drafts.
struct Findings {
  private let collation: Collation
  let all: [Divergence]

  /// - Parameters:
  ///   - claims: for each claim, by report, the words that carry it. The first report's are the lemma.
  ///   - quotes: for each quotation, by report, its words; the first is the best attested.
  ///   - figures: likewise for quantities.
  init(
    _ drafts: [Draft], claims: [[(Int, String)]] = [], quotes: [[(Int, String)]] = [],
    figures: [[(Int, String)]] = [], matches: [Match] = []
  ) {
    var collation = Collation(Story(reports: drafts.map(\.report), matches: matches))
    collation.figures = figures.map { group in
      Figure(
        variants: group.map { report, words in
          let span = drafts[report].span(words)
          return Figure.Variant(
            report: Siglum(report), mention: drafts[report].report.figures.firstIndex { $0.span == span }!,
            relation: .verbatim)
        }, best: 0)
    }
    collation.quotes = quotes.map { group in
      Quote(
        variants: group.map { report, words in
          let span = drafts[report].span(words)
          return Quote.Variant(
            report: Siglum(report), mention: drafts[report].report.quotes.firstIndex { $0.span == span }!,
            relation: .verbatim)
        }, best: 0)
    }
    collation.claims = claims.map { group in
      let witnesses = group.enumerated().map { index, item in
        let report = drafts[item.0].report
        let span = drafts[item.0].span(item.1)
        let innermost = report.attributions.indices.first { report.attributions[$0].content.overlaps(span) }
        return Claim.Witness(
          place: Place(Siglum(item.0), span), tokens: report.tokenRange(of: span),
          relation: index == 0 ? .verbatim : .paraphrase, likeness: index == 0 ? 1 : 0.6, nats: 10,
          attribution: innermost)
      }
      return Claim(
        kind: .statement, lemma: group[0].1, lemmaPlace: witnesses[0].place,
        variants: witnesses.map { Claim.Variant(text: "", witnesses: [$0]) })
    }
    self.collation = collation
    all = DivergenceFinder(collation: collation).divergences()
  }

  /// "high A | BC" for each finding of a kind, in order.
  func of(_ kind: Divergence.Kind) -> [String] {
    all.filter { $0.kind == kind }.map { item in
      "\(item.severity.rawValue) \(item.reports.map(\.description).joined()) | "
        + item.against.map(\.description).joined()
    }
  }

  func explanation(_ kind: Divergence.Kind) -> String? { all.first { $0.kind == kind }?.explanation }

  /// The words at the places of the first finding of a kind.
  func words(_ kind: Divergence.Kind) -> [String] {
    guard let first = all.first(where: { $0.kind == kind }) else { return [] }
    return first.places.map { collation.story[$0.report].report.reading($0.span) }
  }
}
