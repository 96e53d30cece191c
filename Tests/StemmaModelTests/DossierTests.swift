import Foundation
import StemmaModel
import Testing

struct DossierTests {
  /// One of everything.
  private var dossier: Dossier {
    let span = Dossier.Span(report: "A", start: 3, end: 9, exact: "f&amp;f", text: "f&f")
    let lost = Dossier.Span(report: "A", start: nil, end: nil, exact: "from a field")
    var report = Dossier.Report(id: "A", source: "a.txt", sha256: String(repeating: "0", count: 64))
    report.outlet = .init(name: "The Post", evidence: nil)
    report.title = .init(text: "A title", span: lost)
    report.byline = nil
    report.published = .init(value: "2024-06-04", precision: "day", evidence: span)
    report.language = "en"
    report.credits = [.init(agency: "Tidewire", kind: "byline", span: span)]
    report.body = [span]
    report.furniture = [.init(kind: "menu", span: span)]
    var dossier = Dossier(
      generator: .init(name: "stemma", version: "1"),
      story: .init(id: "s", title: "T", firstReported: "2024-06-04", lastReported: nil), reports: [report],
      stemma: .init(),
      summary: .init(reports: 1, publishers: 1, lines: .init(least: 1, best: 1, most: 2), origins: nil))
    dossier.quotes = [
      .init(
        id: "Q1", speaker: .init(name: "Marsh", mention: nil), addressee: nil, channel: ["Tidewire"],
        variants: [
          .init(
            report: "A", span: span, form: "direct", cue: "said", speaker: "Marsh", addressee: nil, channel: [],
            relation: .verbatim)
        ])
    ]
    dossier.figures = [
      .init(
        id: "F1", quantity: "cost", value: 12.5, high: nil, unit: "EUR", period: nil, comparator: "about",
        attributedTo: "the operator",
        variants: [
          .init(
            report: "A", span: span, value: 12.5, high: 13, unit: "EUR", comparator: "about", period: "2024",
            attributedTo: nil, relation: .altered)
        ])
    ]
    dossier.claims = [
      .init(
        id: "C1", kind: .quote, lemma: "f&f", quote: "Q1", figure: nil,
        variants: [.init(text: "f&f", witnesses: [.init(report: "A", span: span, relation: .paraphrase)])],
        absentFrom: [],
        support: .init(
          reports: 1, publishers: 1, lines: .init(least: 1, best: 1, most: 1, ids: ["L1"]), origins: nil,
          primarySources: ["Marsh"]))
    ]
    dossier.divergences = [
      .init(
        id: "D1", kind: "hedge", severity: "low", claim: nil, reports: ["A"], against: [], spans: [span],
        explanation: "A hedges.")
    ]
    dossier.stemma.nodes = [
      .init(id: "A", kind: .report), .init(id: "L1", kind: .lost, label: "a dispatch", labelEvidence: [span]),
    ]
    dossier.stemma.edges = [
      .init(
        from: "L1", to: "A", confidence: 0.9, kind: "copied",
        evidence: [.init(kind: "credit", weight: -1.5, note: "n", spans: [span])])
    ]
    dossier.stemma.families = [.init(reports: ["A"], confidence: 1)]
    dossier.stemma.undecided = [.init(reports: ["A"], question: "whether", note: nil)]
    dossier.origins = [
      .init(id: "S1", label: "Marsh", kind: "speech", reports: ["A"], lines: ["L1"], evidence: [span])
    ]
    dossier.caveats = [.init(kind: "noDate", report: nil, span: nil, note: "n")]
    return dossier
  }

  @Test func `a dossier with one of everything reads back as itself`() throws {
    let data = try JSONEncoder().encode(dossier)
    #expect(try JSONDecoder().decode(Dossier.self, from: data) == dossier)
  }

  @Test func `what is unknown is written as null, what does not apply is left out`() throws {
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(dossier)) as? [String: Any]
    let story = try #require(object?["story"] as? [String: Any])
    #expect(story["lastReported"] is NSNull)
    let report = try #require((object?["reports"] as? [[String: Any]])?.first)
    #expect(report["byline"] is NSNull)
    #expect((report["outlet"] as? [String: Any])?["evidence"] is NSNull)
    let title = try #require((report["title"] as? [String: Any])?["span"] as? [String: Any])
    #expect(title["start"] is NSNull && title["end"] is NSNull)
    #expect(title["text"] == nil)
    let nodes = try #require((object?["stemma"] as? [String: Any])?["nodes"] as? [[String: Any]])
    #expect(nodes[0]["label"] == nil && nodes[1]["label"] != nil)
  }

  @Test func `a field that is absent reads as unknown`() throws {
    let story = try JSONDecoder().decode(Dossier.Story.self, from: Data(#"{"id": "s", "title": "T"}"#.utf8))
    #expect(story == Dossier.Story(id: "s", title: "T", firstReported: nil, lastReported: nil))
    let span = try JSONDecoder().decode(
      Dossier.Span.self, from: Data(#"{"report": "A", "start": null, "exact": "x"}"#.utf8))
    #expect(span == Dossier.Span(report: "A", start: nil, end: nil, exact: "x"))
  }

  @Test func `a field of the wrong type is an error`() {
    for text in [#"{"id": "s", "title": "T", "firstReported": 2024}"#, #"{"id": "s"}"#, "[]"] {
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(Dossier.Story.self, from: Data(text.utf8)) }
    }
  }

  @Test func `fields of later versions are passed over`() throws {
    let text = #"{"id": "s", "title": "T", "firstReported": null, "lastReported": "2024", "mood": {"a": [1]}}"#
    let story = try JSONDecoder().decode(Dossier.Story.self, from: Data(text.utf8))
    #expect(story.lastReported == "2024")
  }
}

struct NullTests {
  private struct Box: Codable, Equatable {
    @Null var number: Int?
  }

  @Test func `nothing is null, something is itself`() throws {
    #expect(String(decoding: try JSONEncoder().encode(Box(number: nil)), as: UTF8.self) == #"{"number":null}"#)
    #expect(String(decoding: try JSONEncoder().encode(Box(number: 7)), as: UTF8.self) == #"{"number":7}"#)
  }

  @Test(arguments: [(#"{"number": null}"#, nil), ("{}", nil), (#"{"number": 7}"#, 7)] as [(String, Int?)])
  func `null and absent both read as nothing`(text: String, number: Int?) throws {
    #expect(try JSONDecoder().decode(Box.self, from: Data(text.utf8)) == Box(number: number))
  }
}
