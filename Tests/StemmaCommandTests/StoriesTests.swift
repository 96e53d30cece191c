import Foundation
import StemmaModel
import StemmaPresent
import StemmaTestSupport
import Testing

/// `stemma stories`: a corpus in, its stories out.
@Suite struct StoriesTests {
  private struct Story: Decodable {
    var schema: String
    var id: String
    var title: String
    var reports: [Int]
    var nearCopies: [[Int]]
    var publishers: [String]
    var first: String?
    var last: String?
  }

  private func stories(_ run: ProgramRun) throws -> [Story] {
    try run.lines.map { try JSONDecoder().decode(Story.self, from: Data($0.utf8)) }
  }

  @Test func `a corpus becomes a line a story`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("corpus.jsonl", InventedCorpus.lines(InventedCorpus.mixed))
    let run = try StemmaProgram.run(["stories", path])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let stories = try stories(run)
    #expect(stories.map(\.reports) == [[14], [13, 11], [12]])
    #expect(stories.map(\.nearCopies) == [[], [[13, 11]], []])
    #expect(stories.allSatisfy { $0.schema == "stemma-stories/1" })
    let output = folder.file("stories.jsonl")
    #expect(try StemmaProgram.run(["stories", path, "-o", output]).output.isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: output)) == run.output)
  }

  @Test func `one thread and many write the same bytes, from a file and from a pipe`() throws {
    let text = try InventedCorpus.lines(InventedCorpus.drawn(300, seed: 3))
    let one = try StemmaProgram.run(["stories", "--threads", "1", "-"], input: text)
    #expect(try StemmaProgram.run(["stories", "--threads", "2", "-"], input: text).output == one.output)
    #expect(try StemmaProgram.run(["stories", "--threads", "5", "-"], input: text).output == one.output)
    let folder = try TemporaryFolder()
    #expect(try StemmaProgram.run(["stories", folder.write("c.jsonl", text)]).output == one.output)
  }

  @Test func `a broken line is named by its number and the rest goes on`() throws {
    var lines = try InventedCorpus.drawn(60, seed: 4).map(InventedCorpus.line)
    lines.insert("this is no JSON\n", at: 40)
    let run = try StemmaProgram.run(["stories", "-"], input: lines.joined())
    #expect(run.status == 0)
    #expect(run.errors.contains("41"))
    #expect(try stories(run).flatMap(\.reports).count == 60)
    #expect(try StemmaProgram.run(["stories", "--quiet", "-"], input: lines.joined()).errors.isEmpty)
  }

  @Test func `each story of two reports or more has a dossier where they are wanted`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("corpus.jsonl", InventedCorpus.lines(InventedCorpus.mixed))
    let run = try StemmaProgram.run(["stories", "--dossiers", folder.file("made/dossiers"), path])
    #expect(run.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("made/dossiers"))
    #expect(names == ["story-1.json"])
    let file = URL(fileURLWithPath: folder.file("made/dossiers/story-1.json"))
    let dossier = try DossierJSON.decode(Data(contentsOf: file))
    #expect(dossier.reports.count == 2)
    #expect(dossier.summary.publishers == 2)
  }

  @Test func `nothing read is status 4, wrong usage 2`() throws {
    let folder = try TemporaryFolder()
    #expect(try StemmaProgram.run(["stories", "-"]).status == 4)
    #expect(try StemmaProgram.run(["stories", folder.file("absent")]).status == 4)
    #expect(try StemmaProgram.run(["stories", "-"], input: "no JSON\n{\"a\": 1}\n").status == 4)
    #expect(try StemmaProgram.run(["stories"]).status == 2)
    #expect(try StemmaProgram.run(["stories", "--threads", "0", "-"]).status == 2)
    let file = try folder.write("corpus.jsonl", InventedCorpus.lines(InventedCorpus.mixed))
    #expect(try StemmaProgram.run(["stories", "--dossiers", file + "/in", file]).status == 2)
    #expect(try StemmaProgram.run(["stories", file, "-o", folder.file("none/out")]).status == 2)
  }

  @Test func `feeds and folders are corpora too`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.jsonl", InventedCorpus.lines(InventedCorpus.mixed))
    try folder.write(
      "in/b.xml",
      """
      <rss version="2.0"><channel><title>The Selva Post</title>
      <item><title>Ferry still aground</title><description>\(InventedCorpus.ferry)</description></item>
      </channel></rss>
      """)
    let run = try StemmaProgram.run(["stories", folder.file("in")])
    #expect(run.status == 0)
    #expect(run.text.contains("b.xml"))
    #expect(run.lines.count == 3)
  }
}
