import StemmaAlign
import StemmaAnnotate
import StemmaCheck
import StemmaModel

/// Four reports of an invented fire, and what a stemma of them may say.
enum MillStory {
  static let texts = [
    """
    Three workers were killed and 17 injured when fire broke out at the Tarn mill in Ostley on Monday night, the fire \
    service said.

    "The alarm did not ring," foreman Piet Varden told reporters in Ostley on Tuesday.

    The owner, Quillan Textiles, said in a statement that the mill had passed its safety inspection in March. Mayor Ida \
    Roswell praised the fire crews.

    About 240 people work at the mill, which was built in 1911. The damage is put at 6 million euros.
    """,
    """
    Fire tore through the Tarn mill in Ostley on Monday night, killing three workers and injuring 17.

    Foreman Piet Varden said the alarm did not ring. "The alarm did not ring," he told reporters.

    Quillan Textiles, which owns the mill, sued the builder Harrow Works over the roof in 2019.
    """,
    """
    From the bridge I saw the roof of the Tarn mill fall in shortly after midnight. Three workers were killed when fire \
    broke out at the mill in Ostley on Monday night, a doctor at the scene told me, and 17 were injured.

    Mayor Ida Roswell may ask the government for help. Police denied that the fire had been set by protesters.

    Odo Lark, who drives the night bus, said all the windows were bright.
    """,
    """
    The owner of the mill that burned in Ostley, Quillan Textiles, promised to rebuild it. "We will rebuild the mill stone \
    by stone," its director, Berta Quillan, said on Wednesday.

    Some of the looms were saved.
    """,
  ]

  static func report(_ text: String, number: Int) -> AnnotatedReport {
    var report = Report(source: "report-\(number).txt", sha256: "\(number)", original: text)
    report.language = "en"
    report.published = Report.Publication(Moment(year: 2031, month: 5, day: 6 + number / 3), evidence: nil)
    var start = 0
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let span = TextSpan(start, start + paragraph.utf8.count)
      start = span.end + 1
      guard !span.isEmpty else { continue }
      if !report.passages.isEmpty { report.text.separate("\n\n") }
      let from = report.text.bytes.count
      report.text.append(paragraph.utf8, standingFor: span)
      report.passages.append(Report.Passage(.paragraph, range: from..<report.text.bytes.count, span: span))
    }
    return Annotator().annotate(report)
  }

  static func collation(_ texts: [String] = texts) -> Collation {
    Aligner().align(Story(reports: texts.enumerated().map { report($1, number: $0) }, matches: []))
  }

  /// Every report a line of its own; each claim with so many origins as `origins` says of its reports.
  static func stemma(_ collation: Collation, origins: (Int) -> Int) -> Stemma {
    var stemma = Stemma()
    stemma.families = collation.story.sigla.map { Stemma.Family(reports: [$0], confidence: 1) }
    stemma.origins = collation.story.sigla.map {
      Origin(label: "report \($0)", kind: .ownReporting, reports: [$0], lines: [.report($0)], evidence: [])
    }
    stemma.supports = collation.claims.map { claim in
      let count = claim.reports.count
      let own = origins(count)
      return Support(
        publishers: count, lines: CountRange(least: count, best: count, most: count),
        lineNodes: claim.reports.map { .report($0) }, origins: CountRange(least: own, best: own, most: own),
        originIndices: claim.reports.prefix(own).map(\.index))
    }
    return stemma
  }

  /// The answer where every report stands for itself.
  static func answer(_ claim: String, texts: [String] = texts, origins: (Int) -> Int = { $0 }) -> ClaimAnswer {
    let collation = collation(texts)
    var checker = ClaimChecker(collation, stemma(collation, origins: origins), annotate: Annotator().annotate)
    return checker.answer(claim)
  }
}
