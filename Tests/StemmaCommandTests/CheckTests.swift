import Foundation
import StemmaModel
import StemmaPresent
import StemmaTestSupport
import Testing

/// `stemma check`: its statuses, its two formats, and what it does with odd input.
@Suite struct CheckTests {
  private func check(_ claim: String, _ options: [String] = [], input: String = "", paths: [String]? = nil) throws
    -> ProgramRun
  {
    let reports = try Reports()
    return try StemmaProgram.run(["check", claim] + (paths ?? reports.paths) + options, input: input)
  }

  @Test(arguments: [
    ("The viaduct was opened in 1887", "Single origin"), ("The viaduct was opened in 1987", "Disputed"),
    ("The viaduct was sold to a brewery", "Not found"),
  ])
  func `what is not corroborated has status 1 and says why`(claim: String, word: String) throws {
    let run = try check(claim)
    #expect(run.status == 1)
    #expect(run.text.contains(word))
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: ["It is a horrible viaduct", "Who found the cracks?", "Das Viadukt wurde am Dienstag gesperrt"])
  func `what cannot be measured has status 3`(claim: String) throws {
    let run = try check(claim)
    #expect(run.status == 3)
    #expect(run.text.contains("Cannot be measured"))
  }

  @Test(arguments: ["", "  ", "?!"])
  func `an empty claim is wrong usage, with a clear message`(claim: String) throws {
    let run = try check(claim)
    #expect(run.status == 2)
    #expect(run.errors.contains("The claim is empty"))
    #expect(run.output.isEmpty)
  }

  @Test func `a claim without reports is wrong usage`() throws {
    #expect(try StemmaProgram.run(["check", "The viaduct is shut"]).status == 2)
    #expect(try StemmaProgram.run(["check"]).status == 2)
  }

  @Test func `where nothing can be read the status is 4`() throws {
    let folder = try TemporaryFolder()
    let run = try check("The viaduct is shut", paths: [folder.file("none.txt")])
    #expect(run.status == 4)
    #expect(run.errors.contains("none.txt"))
  }

  @Test func `JSON says the same, with spans of the reports' own bytes`() throws {
    let reports = try Reports()
    let run = try StemmaProgram.run(["check", "The viaduct was opened in 1887", "--format", "json"] + reports.paths)
    #expect(run.status == 1)
    let check = try CheckJSON.decode(run.output)
    #expect(check.schema == "stemma-check/1")
    #expect(check.verdict == .singleOrigin)
    let passage = try #require(check.assertions.first?.passages.first { $0.stance == "says" })
    let source = try #require(check.reports.first { $0.id == passage.span.report }?.source)
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: source)))
    let (start, end) = (try #require(passage.span.start), try #require(passage.span.end))
    #expect(String(decoding: bytes[start..<end], as: UTF8.self) == passage.span.exact)
  }

  @Test func `a distorted claim is shown with what stands in its place`() throws {
    let reports = try Reports()
    let run = try StemmaProgram.run(
      ["check", "About 8,400 passengers a day cross the viaduct", "--format", "json"] + reports.paths)
    #expect(run.status == 1)
    let check = try CheckJSON.decode(run.output)
    #expect(check.verdict == .disputed)
    #expect(check.assertions[0].distorted)
    #expect(
      check.assertions[0].passages.contains {
        $0.differences.contains { $0.kind == "number" && $0.found?.contains("4,200") == true }
      })
  }

  @Test func `the same reports in another order give the same bytes`() throws {
    let reports = try Reports()
    let claim = ["check", "The viaduct was opened in 1887", "--format", "json"]
    let (a, b) = (try StemmaProgram.run(claim + reports.paths), try StemmaProgram.run(claim + reports.paths.reversed()))
    #expect(a.output == b.output)
  }

  @Test func `reports of two stories are asked each, and that is said`() throws {
    let reports = try Reports(InventedStory.viaduct + InventedStory.orchestra)
    let run = try StemmaProgram.run(["check", "The concert hall refunded 1,640 tickets"] + reports.paths)
    #expect(run.status == 1)
    #expect(run.errors.contains("2 stories"))
    #expect(run.text.contains("1,640"))
  }

  @Test func `standard input and a file for the output are taken`() throws {
    let reports = try Reports()
    let path = reports.folder.file("answer.txt")
    let run = try StemmaProgram.run(
      ["check", "The viaduct was opened in 1887", "-", "--output", path], input: InventedStory.viaduct[0].text)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("Single origin"))
  }
}
