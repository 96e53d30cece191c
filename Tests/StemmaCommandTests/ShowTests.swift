import Foundation
import StemmaModel
import StemmaPresent
import StemmaTestSupport
import Testing

@Suite struct ShowTests {
  private let store: DeskStore
  private let rows: [[String]]

  init() throws {
    store = try DeskStore()
    rows = DeskStore.rows(try store.ingest())
    try #require(rows.count == 5)
  }

  @Test func `stories are listed, the latest first`() throws {
    let run = try store.run(["show"])
    #expect(run.status == 0 && run.lines.count == 3)
    #expect(run.lines[0].contains("Bakers of Westholm") && run.lines[2].contains("Dam at Orrin"))
    #expect(run.lines[2].contains("3 reports") && run.lines[2].contains("2024-06-04 to 2024-06-05"))
    let since = try DeskStore.objects(store.run(["show", "--since", "2024-06-06", "--json"]))
    #expect(since.count == 1 && since[0]["reports"] as? Int == 1)
    #expect(try store.run(["show", "--outlet", "Harrow Evening"]).lines.count == 1)
    #expect(try store.run(["show", "--outlet", "Nobody"]).status == 1)
    #expect(try store.run(["show", "--since", "yesterday"]).status == 2)
  }

  @Test func `a story is its dossier`() throws {
    let story = String(rows[0][1].prefix(10))
    let json = try store.run(["show", story, "--format", "json"])
    #expect(json.status == 0, "\(json.errors)")
    let dossier = try DossierJSON.decode(json.output)
    #expect(dossier.reports.count == 3 && dossier.reports.map(\.source) == ["-#1", "-#2", "-#3"])
    #expect(dossier.reports.map { $0.outlet?.name } == ["Tidewire", "Orrin Echo", "Keld Courier"])
    let text = try store.run(["show", story])
    #expect(text.text.contains(rows[0][1]) && text.text.contains("1,400"))
    let page = try store.run(["show", story, "--format", "html"])
    #expect(page.text.contains("<!doctype html") || page.text.contains("<!DOCTYPE html"))
    #expect(page.text.contains("eleven metres"))
  }

  @Test func `a dossier is that of stemma compare`() throws {
    let file = try store.folder.write("dam.jsonl", DeskStore.lines[0..<3].joined())
    let compared = try StemmaProgram.dossiers([file], ["--one-story"])
    let shown = try DossierJSON.decode(try store.run(["show", rows[0][1], "--format", "json"]).output)
    let dossier = try #require(compared.first)
    #expect(shown.claims.count == dossier.claims.count && shown.summary == dossier.summary)
    #expect(shown.reports.map(\.sha256) == dossier.reports.map(\.sha256))
  }

  @Test func `a dossier is brought up to date only if its story changed`() throws {
    let first = try store.run(["show", rows[0][1], "--format", "json"]).output
    #expect(try store.run(["show", rows[0][1], "--format", "json"]).output == first)
    let more = DeskStore.lines[2].replacing("Keld Courier", with: "Valley Times").replacing(
      "2024-06-05", with: "2024-06-07")
    #expect(DeskStore.rows(try store.ingest([more]))[0][1] == rows[0][1])
    #expect(try DossierJSON.decode(store.run(["show", rows[0][1], "--format", "json"]).output).reports.count == 4)
  }

  @Test func `a report is shown with its text`() throws {
    let text = try store.run(["show", rows[1][0]])
    #expect(text.status == 0 && text.text.contains("Near-copy of: \(rows[0][0])"))
    #expect(text.text.contains("Outlet: Orrin Echo") && text.text.contains("both gates"))
    let whole = try #require(try DeskStore.objects(store.run(["show", rows[0][0], "--format", "json"])).first)
    #expect(whole["copies"] as? [String] == [rows[1][0]])
    #expect(try store.run(["show", "rffffffff"]).status == 1)
    #expect(try store.run(["show", "x12"]).status == 2)
  }

  @Test func `words are found with their passages`() throws {
    let run = try store.run(["search", "chess", "champion"])
    #expect(run.status == 0 && run.text.contains("Harrow Evening") && run.text.contains("[chess]"))
    #expect(run.text.contains(String(rows[3][1].prefix(13))))
    let hits = try DeskStore.objects(store.run(["search", "\"both gates\"", "--json"]))
    #expect(hits.count == 2)
    #expect(try DeskStore.objects(store.run(["search", "Orrin", "--outlet", "Keld Courier", "--json"])).count == 1)
    #expect(try store.run(["search", "zeppelin"]).status == 1)
    #expect(try store.run(["search", "!!!"]).status == 2)
  }

  @Test func `decisions by hand hold, and are shown as such`() throws {
    let merged = try StemmaProgram.run(["store", "merge", store.path, rows[3][1], rows[4][1], "--note", "one fair"])
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(try store.run(["show"]).lines.count == 2)
    #expect(try store.run(["show", rows[4][1], "--reports"]).text.contains("By hand"))
    let dossier = try DossierJSON.decode(store.run(["show", rows[3][1], "--format", "json"]).output)
    #expect(dossier.caveats.contains { $0.note.contains("By hand") && $0.note.contains("one fair") })
    let split = try StemmaProgram.run(["store", "split", store.path, rows[0][1], rows[2][0]])
    #expect(split.status == 0 && split.lines.last.map(String.init) == "s" + rows[2][0].dropFirst())
    let related = try StemmaProgram.run(["store", "relate", store.path, rows[2][0], "independent", rows[0][0]])
    #expect(related.status == 0)
    #expect(try StemmaProgram.run(["store", "decisions", store.path]).lines.count == 3)
    // Worked out anew, they hold.
    #expect(try StemmaProgram.run(["store", "refold", store.path]).status == 0)
    #expect(
      try DeskStore.objects(store.run(["show", "--json"])).compactMap { $0["reports"] as? Int }.sorted() == [1, 2, 2])
    let undone = try StemmaProgram.run(["store", "undo", store.path, "1"])
    #expect(undone.status == 0 && undone.text.contains("1 report is back"), "\(undone.text)")
    #expect(try store.run(["show"]).lines.count == 4)
    #expect(try StemmaProgram.run(["store", "refold", store.path]).text.hasPrefix("0 reports"))
    #expect(try StemmaProgram.run(["store", "merge", store.path, rows[0][1], rows[0][1]]).status == 2)
    #expect(try store.run(["doctor"]).status == 0)
  }

  @Test func `what was decided of who drew on whom stands in the dossier`() throws {
    func dossier() throws -> Dossier {
      try DossierJSON.decode(store.run(["show", rows[0][1], "--format", "json"]).output)
    }
    func relate(_ report: Int, _ relation: String, _ other: Int) throws {
      let run = try StemmaProgram.run(["store", "relate", store.path, rows[report][0], relation, rows[other][0]])
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try dossier().stemma.families.map(\.reports) == [["A", "B"], ["C"]])
    // A copy that is none, and one that nobody could see.
    try relate(1, "independent", 0)
    try relate(2, "derived", 0)
    let decided = try dossier()
    #expect(decided.stemma.families.map(\.reports) == [["A", "C"], ["B"]])
    #expect(decided.stemma.edges.map { "\($0.from)\($0.to)" } == ["AC"])
    #expect(decided.stemma.edges.first?.byHand == true && decided.summary.lines?.least == 2)
    let notes = decided.caveats.map(\.note)
    #expect(notes.contains { $0.contains("reports B and A were marked as independent") })
    #expect(notes.contains { $0.contains("report C was marked as derived from A") })
    #expect(try store.run(["show", rows[0][1]]).text.contains("by hand"))
    // Against each other: the later one holds, and the dossier says so.
    try relate(1, "derived", 2)
    #expect(try dossier().caveats.contains { $0.note.hasPrefix("Decision 1 was passed over") })
    #expect(try dossier().stemma.edges.map { "\($0.from)\($0.to)" } == ["AC", "CB"])
    let undone = try StemmaProgram.run(["store", "undo", store.path, "3"])
    #expect(undone.status == 0 && undone.text == "decision 3 does not hold any more.\n")
    #expect(try dossier().stemma == decided.stemma)
  }

  @Test func `what is kept is chosen by age and number`() throws {
    #expect(try StemmaProgram.run(["store", "hold", store.path, rows[0][0]]).status == 0)
    let run = try StemmaProgram.run(["store", "keep", store.path, "--reports", "2"])
    #expect(run.status == 0 && run.text.hasPrefix("2 reports dropped"), "\(run.text)")
    #expect(try store.run(["show", rows[0][0]]).status == 0)
    #expect(try store.run(["show", rows[1][0]]).status == 1)
    #expect(try StemmaProgram.run(["store", "vacuum", store.path]).status == 0)
    #expect(try store.run(["doctor"]).status == 0)
    #expect(try StemmaProgram.run(["store", "keep", store.path]).status == 2)
  }

  @Test func `the doctor finds damage and says what helps`() throws {
    let well = try store.run(["doctor", "--json"])
    #expect(well.status == 0 && !well.lines.isEmpty)
    #expect(try store.run(["doctor", "--repair"]).status == 0)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: store.path))
    for page in stride(from: UInt64(8192 * 4), to: try file.seekToEnd(), by: 8192) {
      try file.seek(toOffset: page)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
    }
    try file.close()
    let ill = try store.run(["doctor"])
    #expect(ill.status == 1 && ill.text.contains("LOST"))
    #expect(try StemmaProgram.run(["doctor", store.folder.file("none")]).status == 4)
  }
}
