import Foundation
import StemmaModel
import StemmaPresent
import StemmaTestSupport
import Testing

/// `stemma stage align`: stories as JSON Lines in, collations out.
@Suite struct AlignStageTests {
  private struct Line: Encodable {
    struct Report: Encodable {
      var source: String?
      var text: String
      var published: String?
    }
    var id: String?
    var reports: [Report]
  }

  private func line(_ story: Line) throws -> String { String(decoding: try JSONEncoder().encode(story), as: UTF8.self) }

  private func collations(_ run: ProgramRun) throws -> [Dossier.Collation] {
    try run.lines.map { try JSONDecoder().decode(Dossier.Collation.self, from: Data($0.utf8)) }
  }

  private let ferry = Line(
    id: "ferry",
    reports: [
      .init(
        source: "late", text: "A ferry ran aground off Selva on Friday night.\nFive people were hurt.",
        published: "2024-05-11"),
      .init(source: "early", text: "Off Selva a ferry ran aground.\nFour people were hurt.", published: "2024-05-10"),
    ])

  @Test func `a story gives its claims, figures and differences, and nothing of who drew on whom`() throws {
    let run = try StemmaProgram.run(["stage", "align"], input: line(ferry) + "\n")
    #expect(run.status == 0)
    let found = try #require(try collations(run).first)
    #expect(found.schema == "stemma-collation/1" && found.id == "ferry")
    #expect(found.reports.map(\.source) == ["early", "late"], "by time of publication")
    #expect(found.reports.map(\.id) == ["A", "B"])
    #expect(found.figures.map { $0.variants.map(\.value) } == [[4, 5]])
    #expect(found.claims.contains { Set($0.variants.flatMap(\.witnesses).map(\.report)) == ["A", "B"] })
    #expect(found.claims.allSatisfy { $0.support == nil })
    #expect(!run.lines[0].contains("\"support\"") && !run.lines[0].contains("\"stemma\""))
    let texts = Dictionary(
      uniqueKeysWithValues: found.reports.map { report in
        (report.id, Array(ferry.reports.first { $0.source == report.source }!.text.utf8))
      })
    let spans =
      found.claims.flatMap { $0.variants.flatMap(\.witnesses).map(\.span) } + found.divergences.flatMap(\.spans)
      + found.claims.flatMap { $0.variants.compactMap(\.changes).joined().flatMap { [$0.lemma, $0.here] } }.compactMap(
        \.self)
    for span in spans {
      let (start, end) = (try #require(span.start), try #require(span.end))
      #expect(texts[span.report]![start..<end].elementsEqual(span.exact.utf8))
    }
  }

  @Test func `reports as extract writes them are read as they are`() throws {
    let told = try Reports()
    let lines = try StemmaProgram.run(["extract"] + told.paths).lines
    try #require(lines.count == told.paths.count)
    let run = try StemmaProgram.run(["stage", "align"], input: "{\"reports\":[\(lines.joined(separator: ","))]}\n")
    let found = try #require(try collations(run).first)
    #expect(found.reports.count == lines.count)
    #expect(found.claims.contains { Set($0.variants.flatMap(\.witnesses).map(\.report)).count > 1 })
  }

  @Test func `stories of one report, of none and without a text are no trouble`() throws {
    let stories = [
      Line(reports: [.init(text: "A ferry ran aground.")]), Line(reports: []),
      Line(reports: [.init(text: ""), .init(source: "b", text: " \n\n")]),
    ]
    let run = try StemmaProgram.run(["stage", "align"], input: stories.map(line).joined(separator: "\n"))
    let found = try collations(run)
    #expect(run.status == 0)
    #expect(found.map(\.id) == ["1", "2", "3"])
    #expect(found.map(\.reports.count) == [1, 0, 1] || found.map(\.reports.count) == [1, 0, 0])
    #expect(found[0].caveats.map(\.kind) == ["alone"])
    #expect(found[2].caveats.contains { $0.kind == "noBody" })
  }

  @Test func `lines come in order, and those that are no stories are named and passed over`() throws {
    var stories = try (1...30).map { number in
      try line(Line(id: "\(number)", reports: Array(repeating: ferry.reports[0], count: number % 7 + 1)))
    }
    stories.insert(contentsOf: ["nonsense", "{}", "{\"reports\":[{\"text\":1}]}", "{\"reports\":3}"], at: 10)
    let run = try StemmaProgram.run(["stage", "align"], input: stories.joined(separator: "\n"))
    #expect(run.status == 0)
    #expect(try collations(run).map(\.id) == (1...30).map(String.init))
    for (line, reason) in [
      (11, "it is no JSON"), (12, "it has no field reports"), (13, "its field reports.1.text is of the wrong kind"),
      (14, "its field reports is of the wrong kind"),
    ] {
      #expect(run.errors.contains("line \(line) was passed over: \(reason)."))
    }
    #expect(try StemmaProgram.run(["stage", "align"], input: "nonsense").status == 4)
  }
}

/// `stemma stage liken`: pairs of statements in, how far they say the same out.
@Suite struct LikenStageTests {
  private struct Score: Decodable {
    var id: String
    var likeness: Double
  }

  private func scores(_ lines: [String]) throws -> [Score] {
    let run = try StemmaProgram.run(["stage", "liken"], input: lines.joined(separator: "\n"))
    #expect(run.status == 0)
    return try run.lines.map { try JSONDecoder().decode(Score.self, from: Data($0.utf8)) }
  }

  @Test func `what says the same is more alike than what does not`() throws {
    let found = try scores([
      #"{"id":"same","a":"Four people were hurt when the ferry ran aground","b":"The ferry ran aground and hurt four people"}"#,
      #"{"id":"other","a":"Four people were hurt when the ferry ran aground","b":"The mayor opened a bakery"}"#,
      #"{"a":"","b":""}"#,
    ])
    #expect(found.map(\.id) == ["same", "other", "3"])
    #expect(found[0].likeness > 0.6 && found[1].likeness < 0.2 && found[2].likeness == 0)
  }

  @Test func `what is rare is told by the lines of one story`() throws {
    let pair = #""a":"The ferry sank off Selva","b":"The ferry docked in Northport""#
    let others = (0..<20).map { #"{"story":"ferries","a":"The ferry \#($0)","b":"A ferry \#($0)"}"# }
    let found = try scores(["{\"story\":\"ferries\",\(pair)}"] + others + ["{\"story\":\"alone\",\(pair)}"])
    #expect(found[0].likeness < found[21].likeness)
  }

  @Test func `lines that are no pairs are named and passed over`() throws {
    let run = try StemmaProgram.run(["stage", "liken"], input: "{\"a\":\"x\"}\n{\"a\":\"x\",\"b\":\"x\"}\n")
    #expect(run.errors.contains("line 1 was passed over: it has no field b."))
    #expect(run.lines.count == 1)
    #expect(try StemmaProgram.run(["stage", "liken"], input: "").status == 4)
  }
}
