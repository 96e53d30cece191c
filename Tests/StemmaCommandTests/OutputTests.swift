import Foundation
import StemmaModel
import StemmaPresent
import StemmaTestSupport
import Testing

/// Where the result goes, and in which form.
@Suite struct OutputTests {
  @Test func `a file gets what standard output would have got`() throws {
    let reports = try Reports()
    let file = reports.folder.file("out.json")
    let run = try StemmaProgram.run(["compare", "--format", "json", "-o", file] + reports.paths)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    let shown = try StemmaProgram.run(["compare", "--format", "json"] + reports.paths)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == shown.output)
  }

  @Test func `an existing file is replaced, not written into`() throws {
    let reports = try Reports()
    let file = try reports.folder.write("out.txt", String(repeating: "old ", count: 100_000))
    try FileManager.default.linkItem(atPath: file, toPath: reports.folder.file("kept"))
    #expect(try StemmaProgram.run(["compare", "--output", file] + reports.paths).status == 0)
    let new = try String(contentsOfFile: file, encoding: .utf8)
    #expect(!new.contains("old old") && new.contains("viaduct"))
    // Whoever has the old file open goes on reading the old file.
    #expect(try String(contentsOfFile: reports.folder.file("kept"), encoding: .utf8).hasPrefix("old old"))
    #expect(try reports.folder.names().filter { !$0.hasSuffix(".txt") } == ["kept"])
  }

  @Test func `an output that cannot be written fails before the work, and leaves nothing behind`() throws {
    let reports = try Reports()
    let folder = try TemporaryFolder()
    for (place, word) in [
      (folder.path, "is a folder"), (folder.file("none/out.txt"), "there is no folder"),
      (reports.paths[0] + "/out.txt", "there is no folder"),
    ] {
      let run = try StemmaProgram.run(["compare", "-o", place, folder.file("missing.txt")] + reports.paths)
      #expect(run.status == 2)
      #expect(run.errors.contains(word) && run.errors.contains(place))
      #expect(!run.errors.contains("missing.txt"), "the inputs were looked at")
      #expect(run.output.isEmpty)
    }
    #expect(try folder.names() == [])
  }

  @Test func `a folder without permission is refused before the work`() throws {
    let reports = try Reports()
    let folder = try TemporaryFolder()
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
    // The superuser may write everywhere.
    if getuid() != 0 {
      let run = try StemmaProgram.run(["compare", "-o", folder.file("out.txt")] + reports.paths)
      #expect(run.status == 2)
      #expect(run.errors.contains("cannot be written"))
    }
  }

  @Test func `where nothing could be read an output that is there stays as it was`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("out.txt", "before")
    #expect(try StemmaProgram.run(["compare", "-o", file, folder.file("none.txt")]).status == 4)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "before")
    #expect(try StemmaProgram.run(["compare", "-o", folder.file("new.txt"), folder.file("none.txt")]).status == 4)
    #expect(try folder.names() == ["out.txt"])
  }

  @Test func `one story is one object over many lines, several are one object a line`() throws {
    let one = try Reports()
    let single = try StemmaProgram.run(["compare", "--format", "json"] + one.paths)
    #expect(single.lines.count > 100)
    #expect(single.text.hasSuffix("}\n") && !single.text.hasSuffix("}\n\n"))

    let several = try Reports(InventedStory.viaduct + InventedStory.orchestra)
    let run = try StemmaProgram.run(["compare", "--format", "json"] + several.paths)
    #expect(run.errors.contains("2 stories"))
    #expect(run.lines.count == 2)
    let dossiers = try run.lines.map { try DossierJSON.decode(Data($0.utf8)) }
    #expect(dossiers.map(\.reports[0].source) == dossiers.map(\.reports[0].source).sorted())
    #expect(dossiers.map(\.reports.count) == [3, 2])
  }

  @Test func `one story keeps two events together and says so in a caveat`() throws {
    let reports = try Reports(InventedStory.viaduct + InventedStory.orchestra)
    let dossiers = try StemmaProgram.dossiers(reports.paths, ["--one-story"])
    #expect(dossiers.map(\.reports.count) == [5])
    #expect(dossiers.first?.caveats.contains { $0.kind == "unrelated" } == true)
  }

  @Test func `every story is shown, in text and in HTML`() throws {
    let reports = try Reports(InventedStory.viaduct + InventedStory.orchestra)
    for format in ["text", "html"] {
      let run = try StemmaProgram.run(["compare", "--format", format] + reports.paths)
      #expect(run.status == 0)
      #expect(run.text.contains("Fenmoor") && run.text.contains("Philharmonic"))
    }
  }

  @Test func `the page is whole in itself`() throws {
    let run = try StemmaProgram.run(["compare", "--format", "html"] + Examples.reports(of: "karsund-lock"))
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("<!doctype html>") || run.text.hasPrefix("<!DOCTYPE html>"))
    #expect(run.text.contains("http-equiv=\"Content-Security-Policy\""))
    #expect(run.text.contains("default-src 'none'"))
    for tag in run.text.split(separator: "<").map({ $0.prefix { $0 != ">" } }) where !tag.hasPrefix("a ") {
      for attribute in ["src=", "href=", "srcset=", "action=", "data="] where tag.contains(attribute) {
        #expect(!tag.contains("http:") && !tag.contains("https:") && !tag.contains("=\"//"), "<\(tag)>")
      }
    }
    #expect(!run.text.contains("@import") && !run.text.contains("url(http"))
  }

  @Test func `the example's JSON passes the contract's own checker`() throws {
    guard let python = ProgramRun.find("python3") else { return }
    let folder = try TemporaryFolder()
    let file = folder.file("dossier.json")
    let paths = try Examples.reports(of: "karsund-lock")
    #expect(try StemmaProgram.run(["compare", "--format", "json", "-o", file] + paths).status == 0)
    let checker = Examples.root.appendingPathComponent("Evaluation/check_dossier.py").path
    let texts = Examples.root.appendingPathComponent("Examples/karsund-lock/reports").path
    let run = try ProgramRun.of(
      python, [checker, file, "--texts", texts], environment: ["PYTHONDONTWRITEBYTECODE": "1"])
    #expect(run.status == 0, "\(run.text)")
    #expect(run.text.contains("0 problems"))
  }
}
