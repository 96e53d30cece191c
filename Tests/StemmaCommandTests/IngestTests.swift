import Foundation
import StemmaTestSupport
import Testing

@Suite struct IngestTests {
  @Test func `reports find their stories and their near-copies`() throws {
    let run = try DeskStore().ingest()
    #expect(run.status == 0, "\(run.errors)")
    let rows = DeskStore.rows(run)
    try #require(rows.count == 5 && rows.allSatisfy { $0.count == 4 })
    #expect(rows[0][2] == "-" && rows[1][2] == rows[0][0])
    #expect(rows[1][1] == rows[0][1] && rows[2][1] == rows[0][1])
    #expect(Set(rows.map { $0[1] }).count == 3)
    #expect(rows[0][1] == "s" + rows[0][0].dropFirst())
    #expect(rows[3][3] == "-#4")
  }

  @Test func `what comes again is acknowledged and not doubled`() throws {
    let store = try DeskStore()
    let first = try store.ingest()
    let again = try store.ingest(DeskStore.lines, ["--batch", "2"])
    #expect(first.text == again.text && again.status == 0)
    #expect(again.errors.contains("0 new of 5 reports"))
    #expect(
      try DeskStore.objects(store.ingest(DeskStore.lines, ["--json"])).allSatisfy { $0["isNew"] as? Bool == false })
  }

  @Test func `batches and runs make no difference`() throws {
    let (whole, parts) = (try DeskStore(), try DeskStore())
    let expected = DeskStore.rows(try whole.ingest()).map { $0.prefix(3) }
    let found = try DeskStore.lines.flatMap { DeskStore.rows(try parts.ingest([$0])).map { $0.prefix(3) } }
    #expect(found == expected)
  }

  @Test func `a line that is no report is named with its number, and the others are kept`() throws {
    let store = try DeskStore()
    var lines = DeskStore.lines
    lines.insert("{\"text\": \"half a li\n", at: 2)
    let run = try store.ingest(lines)
    #expect(run.status == 0 && run.lines.count == 5)
    #expect(run.errors.contains("3"), "\(run.errors)")
    #expect(try store.ingest(lines, ["-q"]).errors.isEmpty)
  }

  @Test func `inputs without a report have a status of their own`() throws {
    let store = try DeskStore()
    #expect(try store.ingest(["\n"]).status == 4)
    #expect(try StemmaProgram.run(["ingest", store.path]).status == 2)
    #expect(try StemmaProgram.run(["ingest", store.folder.path, "-"], input: DeskStore.lines[0]).status == 2)
  }

  @Test func `what is no store is left as it is`() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("notes.txt", "These are notes and no database at all.")
    let run = try StemmaProgram.run(["ingest", text, "-"], input: DeskStore.lines[0])
    #expect(run.status == 2 && run.errors.contains("is not a database"))
    #expect(try String(contentsOfFile: text, encoding: .utf8) == "These are notes and no database at all.")
    for command in [["show"], ["search", "dam"]] {
      let run = try StemmaProgram.run([command[0], text] + command.dropFirst())
      #expect(run.status == 4 && run.errors.contains("is not a database"))
    }
    let missing = try StemmaProgram.run(["show", folder.file("nothing")])
    #expect(missing.status == 4 && missing.errors.contains("no store"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("nothing")))
  }

  @Test func `a newer store is refused`() throws {
    let store = try DeskStore()
    _ = try store.ingest()
    // The header's user version stands at byte 60, highest byte first.
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: store.path))
    try file.seek(toOffset: 60)
    try file.write(contentsOf: Data([0, 0, 3, 231]))
    try file.close()
    let run = try store.ingest()
    #expect(run.status == 2 && run.errors.contains("newer stemma"), "\(run.errors)")
    #expect(try store.run(["show"]).status == 4)
  }
}
