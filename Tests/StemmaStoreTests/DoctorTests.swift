import Foundation
import StemmaStore
import StemmaTestSupport
import Testing

@Suite struct DoctorTests {
  private static let reports: [NewReport] = [
    .of("flood: one", "The river rose."), .of("flood: two", "The river rose.", outlet: "Harrow Evening"),
    .of("flood: three", "The river rose.", outlet: "Tagblatt"),
    .of("fire: one"), .of("flood+fire: all"),
  ]

  @Test func `a sound store is good throughout`() throws {
    let fixture = try StoreFixture(Self.reports)
    for quick in [true, false] {
      let findings = try fixture.store.examine(isQuick: quick)
      #expect(findings.allSatisfy { $0.level == .good && $0.text.hasSuffix(".") })
      #expect(findings.contains { $0.topic == "size" && $0.text.hasPrefix("Reports: 5, stories: 1, near-copies: 2,") })
    }
  }

  @Test(arguments: [
    ("DELETE FROM words_docsize WHERE id = 2", "words"),
    ("INSERT INTO words (words) VALUES ('delete-all')", "words"),
    ("INSERT INTO title_words (title_words) VALUES ('delete-all')", "words"),
    ("DELETE FROM memberships WHERE report = 3", "memberships"),
    ("UPDATE memberships SET story = 4 WHERE report = 1", "memberships"),
    ("UPDATE memberships SET story = 77 WHERE report IN (1, 2)", "memberships"),
    ("UPDATE stories SET reports = 9", "stories"),
    ("UPDATE copies SET head = 2 WHERE report = 3", "near-copies"),
    ("DELETE FROM reports WHERE number = 1", "near-copies"),
    ("DELETE FROM stories", "references"),
    ("INSERT INTO texts (report, text) VALUES (99, x'00')", "references"),
    ("INSERT INTO pins (decision, kind, a, b) VALUES (5, 'apart', 1, 2)", "references"),
    ("DELETE FROM sqlite_sequence WHERE name = 'reports'", "numbers"),
  ])
  func `what can be made from the rest is repaired`(damage: String, topic: String) throws {
    let fixture = try StoreFixture(Self.reports)
    try fixture.vandalize(damage)
    let findings = try fixture.store.examine()
    #expect(findings.contains { $0.topic == topic && $0.level == .repairable }, "\(findings)")
    try fixture.store.repair(at: StoreFixture.now)
    let after = try fixture.store.examine().filter { $0.level != .good }
    #expect(after.isEmpty, "\(after)")
    #expect(try fixture.store.search(SearchQuestion("river")).count == (damage.contains("FROM reports") ? 2 : 3))
    #expect(try fixture.ingest([.of("trial: one"), Self.reports[4]]).map(\.isNew) == [true, false])
  }

  @Test func `a file that is no store is none of the doctor's, one that is damaged is`() throws {
    let folder = try TemporaryFolder()
    let notes = try folder.write("notes.txt", "Nothing of SQLite's.")
    for path in [notes, folder.file("none"), folder.path] {
      #expect(storeError { _ = try Store.examine(fileAt: path) } != nil)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.file("none")))
    let fixture = try StoreFixture(Self.reports)
    #expect(try Store.examine(fileAt: fixture.path).allSatisfy { $0.level == .good })
    try fixture.store.close()
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: fixture.path))
    try file.truncate(atOffset: 20_000)
    try file.close()
    let findings = try Store.examine(fileAt: fixture.path)
    #expect(findings.map(\.level) == [.lost] && findings[0].text.contains("last good copy"), "\(findings)")
  }

  @Test func `where one part is damaged the others are told of`() throws {
    let fixture = try StoreFixture((0..<400).map { .of("flood: \($0)") })
    try fixture.store.close()
    let page = try #require(try fixture.one("SELECT rootpage FROM sqlite_master WHERE name = 'memberships'", Int.self))
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: fixture.path))
    try handle.seek(toOffset: UInt64(page - 1) * 8192)
    try handle.write(contentsOf: Data(repeating: 0xA5, count: 8192))
    try handle.close()
    let findings = try Store.examine(fileAt: fixture.path)
    #expect(findings.contains { $0.topic == "integrity" && $0.level == .lost }, "\(findings)")
    #expect(findings.contains { $0.topic == "memberships" && $0.level == .lost })
    #expect(findings.contains { $0.topic == "texts" && $0.level == .good })
  }

  @Test func `a text that cannot be read is named`() throws {
    let fixture = try StoreFixture(Self.reports)
    try fixture.vandalize("UPDATE texts SET text = x'01ff00' WHERE report = 4")
    #expect(try fixture.store.examine().contains { $0.topic == "texts" && $0.level == .lost })
    let id = try #require(try fixture.store.story(try fixture.store.stories()[0].id).reports.first { $0.number == 4 })
      .id
    #expect(storeError { _ = try fixture.store.report(id) } == .damaged)
  }

  @Test func `every error is one sentence that says what to try`() {
    let codes: [StoreError.Code] = [
      .missing, .empty, .folder, .notADatabase, .notAStore, .newer(schema: 9, known: 3), .older(schema: 1), .damaged,
      .readOnly,
      .notPermitted, .full,
      .locked(seconds: 60),
      .inputOutput, .unknownID, .ambiguousID(count: 2), .shortID, .notAReport, .notAStory, .emptySearch,
      .outlets(line: 3, reason: "names no outlet"), .other("no such table"),
    ]
    for code in codes {
      let text = StoreError(code, "news.stemma").description
      #expect(
        text.contains("news.stemma") && text.hasSuffix(".") && (text.contains(":") || text.contains(". ")), "\(text)")
    }
  }
}
