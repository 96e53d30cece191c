import Foundation
import StemmaModel
import StemmaTestSupport
import Testing

/// What can be read, and from where.
@Suite struct InputTests {
  /// The claims of a dossier as a reader sees them.
  private func claims(_ dossier: Dossier) -> [String] {
    dossier.claims.map { "\($0.kind) \($0.lemma) \($0.carriers.sorted()) \($0.support?.lines?.best ?? 0)" }
  }

  @Test func `Windows line ends and a byte-order mark are ordinary`() throws {
    let plain = try Reports()
    let expected = claims(try #require(StemmaProgram.dossiers(plain.paths).first))
    #expect(!expected.isEmpty)
    let windows = try Reports(
      InventedStory.viaduct.map { ($0.name, $0.text.replacingOccurrences(of: "\n", with: "\r\n")) })
    #expect(claims(try #require(StemmaProgram.dossiers(windows.paths).first)) == expected)
    let marked = try Reports(InventedStory.viaduct.map { ($0.name, "\u{FEFF}" + $0.text) })
    #expect(claims(try #require(StemmaProgram.dossiers(marked.paths).first)) == expected)
  }

  @Test func `the same path twice is read once, and it says so`() throws {
    let reports = try Reports()
    let run = try StemmaProgram.run(["compare", "--format", "json"] + reports.paths + [reports.paths[0]])
    #expect(run.errors.contains("was given twice and is read once"))
    let dossier = try #require(StemmaProgram.dossiers(reports.paths + [reports.paths[0]]).first)
    #expect(dossier.reports.count == 3)
    #expect(dossier.caveats.filter { $0.kind == "repeatedPath" }.count == 1)
  }

  @Test func `a folder and a file in it are the file once`() throws {
    let reports = try Reports()
    let dossier = try #require(StemmaProgram.dossiers([reports.folder.path, reports.paths[1]]).first)
    #expect(dossier.reports.count == 3)
    #expect(dossier.caveats.contains { $0.kind == "repeatedPath" })
  }

  @Test func `the same bytes from two paths are two reports and one line`() throws {
    let reports = try Reports([InventedStory.viaduct[0], ("other.txt", InventedStory.viaduct[0].text)])
    let dossier = try #require(StemmaProgram.dossiers(reports.paths).first)
    #expect(dossier.reports.count == 2)
    #expect(dossier.summary.lines == Dossier.Range(least: 1, best: 1, most: 1))
    #expect(dossier.caveats.contains { $0.kind == "sameBytes" && $0.note.contains("other.txt") })
  }

  @Test func `one report makes a dossier that says nothing can be compared`() throws {
    let reports = try Reports([InventedStory.viaduct[0]])
    let dossier = try #require(StemmaProgram.dossiers(reports.paths).first)
    #expect(dossier.caveats.contains { $0.kind == "alone" })
    #expect(!dossier.claims.isEmpty)
    #expect(dossier.summary.lines?.least == 1)
    let text = try StemmaProgram.run(["compare"] + reports.paths)
    #expect(text.status == 0)
    #expect(text.text.contains("nothing can be compared"))
  }

  @Test func `a dash is standard input`() throws {
    let reports = try Reports(Array(InventedStory.viaduct.dropFirst()))
    let dossier = try #require(
      StemmaProgram.dossiers(reports.paths + ["-"], input: InventedStory.viaduct[0].text).first)
    #expect(dossier.reports.count == 3)
    #expect(dossier.reports.contains { $0.source == "-" })
  }

  @Test func `empty standard input is named`() throws {
    let run = try StemmaProgram.run(["compare", "-"])
    #expect(run.status == 4)
    #expect(run.errors.contains("- is empty"))
  }

  /// The viaduct's reports as records.
  private func records() throws -> [Data] {
    try InventedStory.viaduct.map { report in
      let paragraphs = report.text.components(separatedBy: "\n\n")
      return try JSONSerialization.data(
        withJSONObject: [
          "title": paragraphs[1], "source": paragraphs[0], "date": "2024-06-04",
          "text": paragraphs.dropFirst(3).joined(separator: "\n\n"),
        ], options: [.sortedKeys])
    }
  }

  @Test func `JSON records have their declared title, outlet and date`() throws {
    let folder = try TemporaryFolder()
    let paths = try records().enumerated().map { try folder.write("\($0.offset).json", $0.element) }
    let dossier = try #require(StemmaProgram.dossiers(paths).first)
    #expect(dossier.reports.map(\.outlet?.name) == ["The Fenmoor Post", "Harrow Evening", "The Valley Reader"])
    #expect(dossier.reports.allSatisfy { $0.published?.value == "2024-06-04" && $0.title?.span.start == nil })
  }

  @Test func `JSON Lines with a broken line give the others`() throws {
    let folder = try TemporaryFolder()
    let lines = try records().map { String(decoding: $0, as: UTF8.self) }
    let path = try folder.write("story.jsonl", lines[0] + "\n{\"text\": \"cut\n" + lines[1] + "\n" + lines[2] + "\n")
    let run = try StemmaProgram.run(["compare", "--format", "json", path])
    #expect(run.errors.contains("Line 2 of \(path) is not valid JSON"))
    let dossier = try #require(StemmaProgram.dossiers([path]).first)
    #expect(dossier.reports.map(\.source) == ["\(path)#1", "\(path)#3", "\(path)#4"])
    #expect(dossier.caveats.contains { $0.note.contains("Line 2") })
  }

  @Test func `Markdown is read as what it shows`() throws {
    let text = """
      # Cracks close the Fenmoor viaduct

      *4 June 2024*

      The railway viaduct at [Fenmoor](https://example.org/fenmoor) was **closed** to all trains on Tuesday after \
      inspectors found cracks in two of its eleven piers\\.
      """
    let reports = try Reports([InventedStory.viaduct[0], ("note.md", text)])
    let dossier = try #require(StemmaProgram.dossiers(reports.paths, ["--one-story"]).first)
    let report = try #require(dossier.reports.first { $0.source.hasSuffix("note.md") })
    #expect(report.title?.text == "Cracks close the Fenmoor viaduct")
    #expect(report.body.contains { $0.shown.contains("viaduct at Fenmoor was closed to all trains") })
  }

  @Test func `HTML is read as what it shows`() throws {
    let paragraphs = InventedStory.viaduct[1].text.components(separatedBy: "\n\n")
    let text = """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(paragraphs[1])</title></head><body>
      <nav><a href="/">Home</a></nav><article><h1>\(paragraphs[1])</h1>
      \(paragraphs.dropFirst(3).map { "<p>" + $0.replacingOccurrences(of: "viaduct", with: "<em>via</em>duct") + "</p>" }.joined(separator: "\n"))
      </article><footer>All rights reserved</footer></body></html>
      """
    let reports = try Reports([InventedStory.viaduct[0], ("page.html", text)])
    let dossier = try #require(StemmaProgram.dossiers(reports.paths, ["--one-story"]).first)
    let report = try #require(dossier.reports.first { $0.source.hasSuffix("page.html") })
    #expect(report.body.contains { $0.shown.contains("The railway viaduct at Fenmoor") })
    #expect(!report.body.contains { $0.shown.contains("Home") || $0.shown.contains("All rights") })
    #expect(dossier.summary.lines?.best == 1)
  }
}
