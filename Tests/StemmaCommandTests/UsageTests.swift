import StemmaTestSupport
import Testing

/// What the command answers to how it is called.
@Suite struct UsageTests {
  @Test func `help is done, on standard output, and names the subcommand and the statuses`() throws {
    let root = try StemmaProgram.run(["--help"])
    #expect(root.status == 0)
    #expect(root.text.contains("compare"))
    #expect(root.errors.isEmpty)
    let compare = try StemmaProgram.run(["compare", "--help"])
    #expect(compare.status == 0)
    for word in ["--format", "--output", "--one-story", "Exit status"] { #expect(compare.text.contains(word)) }
  }

  @Test func `version is done and says one line`() throws {
    let run = try StemmaProgram.run(["--version"])
    #expect(run.status == 0)
    #expect(run.lines.count == 1)
    #expect(run.text.hasPrefix("stemma "))
  }

  @Test(arguments: [
    ["--nonsense"], ["compare"], ["compare", "--nonsense", "a.txt"], ["nonsense"], ["compare", "a.txt", "--format"],
    ["compare", "a.txt", "--format", "papyrus"], ["compare", "a.txt", "--width", "3"],
    ["compare", "a.txt", "--width", "many"],
  ])
  func `wrong usage has status 2, a sentence on standard error and nothing on standard output`(
    arguments: [String]
  ) throws {
    let run = try StemmaProgram.run(arguments)
    #expect(run.status == 2)
    #expect(run.errors.contains("Error:") && run.errors.contains("Usage:"))
    #expect(run.output.isEmpty)
  }

  @Test func `where nothing can be read the status is 4 and every input is named`() throws {
    let folder = try TemporaryFolder()
    let empty = try folder.write("empty.txt", "")
    let run = try StemmaProgram.run(["compare", folder.file("none.txt"), empty])
    #expect(run.status == 4)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("none.txt") && run.errors.contains("empty.txt"))
  }

  @Test func `quiet says nothing of inputs passed over, but does say why it failed`() throws {
    let reports = try Reports()
    let some = try StemmaProgram.run(["compare", "--quiet", reports.folder.file("none.txt")] + reports.paths)
    #expect(some.status == 0)
    #expect(some.errors.isEmpty)
    let none = try StemmaProgram.run(["compare", "--quiet", reports.folder.file("none.txt")])
    #expect(none.status == 4)
    #expect(none.errors.split(separator: "\n").count == 1)
  }

  @Test func `a path that looks like a flag can be given behind two dashes`() throws {
    let reports = try Reports()
    try reports.folder.copy(reports.paths[0], as: "--odd.txt")
    let run = try StemmaProgram.run(["compare", "--format", "json", "--", "--odd.txt"], folder: reports.folder.path)
    #expect(run.status == 0)
    #expect(run.text.contains("--odd.txt"))
  }
}
