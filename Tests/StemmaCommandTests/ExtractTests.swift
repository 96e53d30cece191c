import Foundation
import StemmaModel
import StemmaTestSupport
import Testing

/// `stemma extract`: pages in, reports out.
@Suite struct ExtractTests {
  private static let page = """
    <!DOCTYPE html><html lang="en"><head><title>Ferry aground off Selva - The Selva Post</title>
    <meta property="og:site_name" content="The Selva Post"><meta property="article:published_time" content="2024-03-02">
    </head><body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav><article><h1>Ferry aground off Selva</h1>
    <p>SELVA (AP) &mdash; A ferry with 214 people on board ran aground on Friday night, the coast guard said.</p>
    <h2>No one hurt</h2><p>Nobody was hurt, its captain told reporters by telephone from the bridge.</p></article></body></html>
    """

  private func reports(_ run: ProgramRun) throws -> [Dossier.Report] {
    try run.lines.map { try JSONDecoder().decode(Dossier.Report.self, from: Data($0.utf8)) }
  }

  @Test func `a page becomes a line with its text and the passages that show its fields`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("ferry.html", Self.page)
    let run = try StemmaProgram.run(["extract", path])
    let report = try #require(try reports(run).first)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(report.source == path)
    #expect(report.text?.hasPrefix("SELVA (AP) — A ferry with 214 people") == true)
    #expect(report.text?.contains("Home") == false)
    #expect(report.title?.text == "Ferry aground off Selva")
    #expect(report.outlet?.name == "The Selva Post")
    #expect(report.published?.value == "2024-03-02")
    #expect(report.credits.map(\.agency) == ["AP"])
    let bytes = Array(Self.page.utf8)
    for span in report.body {
      let (start, end) = (try #require(span.start), try #require(span.end))
      #expect(String(decoding: bytes[start..<end], as: UTF8.self) == span.exact)
    }
  }

  @Test func `what it writes it reads again`() throws {
    let folder = try TemporaryFolder()
    let first = try StemmaProgram.run(["extract", try folder.write("ferry.html", Self.page)])
    let second = try StemmaProgram.run(["extract", try folder.write("ferry.jsonl", first.output)])
    let (before, after) = (try #require(try reports(first).first), try #require(try reports(second).first))
    #expect(after.text == before.text)
    #expect(after.title?.text == before.title?.text)
    #expect(after.outlet?.name == before.outlet?.name)
    #expect(after.published?.value == before.published?.value)
    #expect(after.language == before.language)
  }

  @Test func `reports come in the order of the inputs, however long each takes`() throws {
    let folder = try TemporaryFolder()
    let paths = try (0..<60).map { number in
      let text = "Report \(number) of the harbour says that the ferry was freed. "
      return try folder.write("\(number).txt", String(repeating: text, count: number % 7 == 0 ? 2000 : 2))
    }
    let run = try StemmaProgram.run(["extract"] + paths)
    #expect(try reports(run).map(\.source) == paths)
    #expect(try reports(run).map(\.id).prefix(3) == ["A", "B", "C"])
  }

  @Test func `Markdown has the fields in front`() throws {
    let folder = try TemporaryFolder()
    let run = try StemmaProgram.run(["extract", "--format", "markdown", try folder.write("ferry.html", Self.page)])
    #expect(run.text.hasPrefix("---\ntitle: \"Ferry aground off Selva\"\noutlet: \"The Selva Post\"\n"))
    #expect(run.text.contains("\n# Ferry aground off Selva\n\nSELVA (AP) — A ferry"))
    #expect(run.text.contains("\n## No one hurt\n"))
  }

  @Test func `a bad input is named and the others are read`() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("ferry.html", Self.page)
    let bad = try folder.write("picture.html", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0])
    let run = try StemmaProgram.run(["extract", bad, good, folder.file("absent")])
    #expect(run.status == 0)
    #expect(try reports(run).count == 1)
    #expect(run.errors.contains("picture.html is an image"))
    #expect(run.errors.contains("absent"))
    #expect(try StemmaProgram.run(["extract", "--quiet", bad, good]).errors.isEmpty)
  }

  @Test func `nothing read is status 4, wrong usage 2`() throws {
    let folder = try TemporaryFolder()
    #expect(try StemmaProgram.run(["extract", folder.file("absent")]).status == 4)
    #expect(try StemmaProgram.run(["extract"]).status == 2)
    #expect(try StemmaProgram.run(["extract", "--pause", "-1", "x"]).status == 2)
    #expect(try StemmaProgram.run(["extract", "--timeout", "0", "x"]).status == 2)
  }

  @Test func `a file appears whole or not at all`() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write("ferry.html", Self.page)
    let output = folder.file("out.jsonl")
    #expect(try StemmaProgram.run(["extract", page, "-o", output]).status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: output)) == StemmaProgram.run(["extract", page]).output)
    let missing = folder.file("none/out.jsonl")
    #expect(try StemmaProgram.run(["extract", page, "-o", missing]).status == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["ferry.html", "out.jsonl"])
  }

  @Test func `an address is fetched where that is allowed`() throws {
    let server = try LoopbackServer { request, connection in
      switch request.path {
      case "/robots.txt": connection.answer(404)
      case "/ferry": connection.answer(200, ["Content-Type": "text/html; charset=utf-8"], Self.page)
      default: connection.answer(302, ["Location": "/ferry"])
      }
    }
    let address = server.address + "/old"
    let refused = try StemmaProgram.run(["extract", address])
    #expect(refused.status == 4)
    #expect(refused.errors.contains("--allow-private"))
    let run = try StemmaProgram.run(["extract", "--allow-private", "--pause", "0", address])
    let report = try #require(try reports(run).first)
    #expect(report.source == address)
    #expect(report.address == server.address + "/ferry")
    #expect(report.title?.text == "Ferry aground off Selva")
  }

  @Test func `a feed on standard input becomes one report an item`() throws {
    let feed = """
      <rss version="2.0"><channel><title>The Selva Post</title>
      <item><title>One</title><description>A ferry ran aground on Friday night, the coast guard said.</description></item>
      <item><title>Two</title><description>It was freed on Sunday at noon, the owner said in a note.</description></item>
      </channel></rss>
      """
    let run = try StemmaProgram.run(["extract", "-"], input: feed)
    #expect(try reports(run).map { $0.title?.text } == ["One", "Two"])
    #expect(try reports(run).map(\.source) == ["-#1", "-#2"])
  }
}
