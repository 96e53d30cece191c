import StemmaModel

/// A dossier whose every word tries to get out of its place.
enum Hostile {
  static let words =
    "<script>alert(1)</script>\" onmouseover='x' \u{1B}[31m\u{9B}2J\u{202E} ]]> </style></title> &amp; 中文标题很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长 "
    + String(repeating: "x", count: 300)

  static var dossier: Dossier {
    var dossier = Fixture.bare(
      .init(
        reports: 2, publishers: 2, lines: .init(least: 1, best: 1, most: 2), origins: .init(least: 1, best: 1, most: 1)),
      title: words)
    for id in ["A", "B"] {
      var report = Dossier.Report(id: id, source: "javascript:alert(1)//\(words)", sha256: "")
      let span = Dossier.Span(report: id, start: 0, end: words.utf8.count, exact: words)
      report.outlet = .init(name: words, evidence: nil)
      report.title = .init(text: words, span: span)
      report.byline = .init(text: words, span: span)
      report.language = "en\"><script>"
      report.credits = [.init(agency: words, kind: "by<line", span: span)]
      report.body = [span]
      report.furniture = [.init(kind: "<b>", span: span)]
      dossier.reports.append(report)
      dossier.stemma.nodes.append(.init(id: id, kind: .report))
    }
    dossier.stemma.nodes.append(
      .init(id: "L\"><script>", kind: .lost, label: words, labelEvidence: dossier.reports[0].body))
    for id in ["A", "B"] {
      dossier.stemma.edges.append(
        .init(
          from: "L\"><script>", to: id, confidence: 2, kind: "x\"><script>",
          evidence: [.init(kind: words, weight: 1, note: words, spans: dossier.reports[0].body)]))
    }
    dossier.stemma.undecided = [.init(reports: ["A", "?"], question: words, note: words)]
    let claim = "C\"><script>1"
    dossier.claims = [
      .init(
        id: claim, kind: .quote, lemma: words, quote: "Q1", figure: nil,
        variants: [
          .init(text: words, witnesses: [.init(report: "A", span: dossier.reports[0].body[0], relation: .verbatim)]),
          .init(
            text: "other " + words,
            witnesses: [
              .init(report: "B", span: .init(report: "B", start: 5, end: 9_999_999, exact: words), relation: .altered)
            ]),
        ], absentFrom: ["?"],
        support: .init(
          reports: 2, publishers: 2, lines: nil, origins: .init(least: 1, best: 1, most: 1, ids: ["S\"1", "?"]),
          primarySources: [words]))
    ]
    dossier.quotes = [
      .init(
        id: "Q1", speaker: .init(name: words, mention: nil), addressee: words, channel: [words],
        variants: [
          .init(
            report: "A", span: dossier.reports[0].body[0], form: "<i>", cue: words, speaker: words, addressee: words,
            channel: [words], relation: .altered)
        ])
    ]
    dossier.figures = [
      .init(
        id: "F1", quantity: words, value: 1e300, high: -.infinity, unit: words, period: words, comparator: words,
        attributedTo: words,
        variants: [
          .init(
            report: "A", span: dossier.reports[0].body[0], value: .nan, high: nil, unit: words, comparator: words,
            period: words, attributedTo: words, relation: .paraphrase)
        ])
    ]
    dossier.divergences = [
      .init(
        id: "D\">", kind: words, severity: "<high>", claim: claim, reports: ["A", "?"], against: ["B"],
        spans: dossier.reports.flatMap(\.body), explanation: words)
    ]
    dossier.origins = [
      .init(
        id: "S\"1", label: words, kind: words, reports: ["A", "?"], lines: ["L\"><script>", "?"],
        evidence: dossier.reports[0].body)
    ]
    dossier.caveats = [.init(kind: words, report: "A", span: nil, note: words)]
    return dossier
  }

  /// The same with every reference leading to something that is there.
  static var resolvable: Dossier {
    var dossier = dossier
    dossier.stemma.undecided[0].reports = ["A"]
    dossier.claims[0].absentFrom = []
    dossier.claims[0].support?.origins?.ids = ["S\"1"]
    dossier.divergences[0].reports = ["A"]
    dossier.origins[0].reports = ["A"]
    dossier.origins[0].lines = ["L\"><script>"]
    return dossier
  }
}
