import Foundation
import GRDB
import StemmaStore
import StemmaTestSupport
import Testing

@Suite struct OpeningTests {
  private func open(_ path: String, readOnly: Bool = false, make: Bool = true, patience: Int = 60) throws {
    var options = Store.Options()
    options.isReadOnly = readOnly
    options.isMade = make
    options.patience = patience
    try Store(path, options).close()
  }

  @Test func `what is no store is refused and left as it is`() throws {
    let folder = try TemporaryFolder()
    let text = try folder.write("notes.txt", "Nothing of SQLite's.")
    let short = try folder.write("short", "SQ")
    let stranger = folder.file("other.db")
    try DatabaseQueue(path: stranger).write { try $0.execute(sql: "CREATE TABLE pets (name TEXT)") }
    let numbered = folder.file("numbered.db")
    try DatabaseQueue(path: numbered).write { try $0.execute(sql: "PRAGMA user_version = 1") }
    for path in [text, short, stranger, numbered, folder.path] {
      let before = path == folder.path ? nil : try Data(contentsOf: URL(fileURLWithPath: path))
      for readOnly in [false, true] {
        let code = storeError { try open(path, readOnly: readOnly) }
        let expected: StoreError.Code =
          path == folder.path ? .folder : path == stranger || path == numbered ? .notAStore : .notADatabase
        #expect(code == expected, "\(path)")
      }
      if let before { #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before) }
    }
    #expect(storeError { try open(folder.file("none"), make: false) } == .missing)
    #expect(storeError { try open(folder.file("none"), readOnly: true) } == .missing)
    #expect(storeError { try open(folder.file("no/folder/store")) } != nil)
  }

  @Test func `an empty file becomes a store`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("empty", "")
    // Not for whoever wants to read, who has mistaken it for another.
    #expect(
      storeError { try open(path, make: false) } == .empty && storeError { try open(path, readOnly: true) } == .empty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
    try open(path)
    try open(path, readOnly: true)
  }

  @Test func `a store of a newer program is refused and left as it is`() throws {
    let fixture = try StoreFixture([.of("flood: one")])
    try fixture.store.close()
    try fixture.vandalize("PRAGMA user_version = 99")
    let before = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    for readOnly in [false, true] {
      #expect(storeError { try open(fixture.path, readOnly: readOnly) } == .newer(schema: 99, known: 3))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: fixture.path)) == before)
  }

  @Test func `a damaged store is named so`() throws {
    let fixture = try StoreFixture((0..<200).map { .of("flood: \($0)") })
    try fixture.store.close()
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: fixture.path))
    let size = Int(try handle.seekToEnd())
    // Everything behind the first page but the last: its tables are noise.
    try handle.seek(toOffset: 4096)
    try handle.write(contentsOf: Data(repeating: 0xA5, count: size - 8192))
    try handle.close()
    let codes = [
      storeError { try open(fixture.path) },
      storeError { _ = try Store(fixture.path).counts() },
      storeError { _ = try Store(fixture.path).search(SearchQuestion("flood")) },
    ]
    #expect(codes.contains(.damaged) && codes.allSatisfy { $0 == nil || $0 == .damaged })
  }

  @Test func `a store is read where nothing can be written`() throws {
    let fixture = try StoreFixture([.of("flood: one")])
    try fixture.store.close()
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: fixture.path + suffix) }
    var options = Store.Options()
    options.isReadOnly = true
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: fixture.folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: fixture.folder.path) }
    let store = try Store(fixture.path, options)
    #expect(try store.search(SearchQuestion("flood")).count == 1)
    #expect(storeError { _ = try Ingester<TopicFold>(store).add([.of("flood: two")], at: 1) } == .readOnly)
    // Nobody is kept out who is the machine's owner.
    if getuid() != 0 { #expect(storeError { try open(fixture.path) } == .readOnly) }
  }

  @Test(arguments: [1, 2, 3]) func `a store of every released schema opens today`(schema: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.copy(Self.databases + "/schema-\(schema).sqlite", as: "old.stemma")
    #expect(storeError { try open(path, readOnly: true) } == (schema < 3 ? .older(schema: schema) : nil))
    #expect(try Store.examine(fileAt: path).allSatisfy { $0.level == .good })
    let store = try Store(path)
    #expect(try store.counts().reports == 4)
    #expect(try store.stories().map(\.reports).sorted() == [1, 3])
    let story = try #require(try store.stories().first { $0.reports == 3 })
    #expect(try store.story(story.id).reports.map(\.title) == ["flood: one", "flood: two", "flood: three"])
    #expect(try store.search(SearchQuestion("viaduct")).map(\.report.title) == ["strike: one"])
    #expect(try store.decisions().map(\.kind) == [.independent])
    #expect(try store.examine().allSatisfy { $0.level == .good })
    // What comes now joins what came then.
    let receipts = try Ingester<TopicFold>(store).add(
      [.of("flood: one", "The river rose by night."), .of("flood: four")], at: StoreFixture.now)
    #expect(receipts.map(\.isNew) == [false, true] && receipts[1].story == story.id)
  }

  /// Writes the database of today's schema, for the release after: `RECORD_DATABASES=1`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["RECORD_DATABASES"] != nil))
  func `record the database of a schema`() throws {
    let schema = Int(ProcessInfo.processInfo.environment["RECORD_DATABASES"]!)!
    let path = Self.databases + "/schema-\(schema).sqlite"
    let fixture = try StoreFixture()
    let receipts = try fixture.ingest([
      .of("flood: one", "The river rose by night."), .of("flood: two", day: 2),
      .of("strike: one", "Trains stand still on the viaduct.", outlet: "Harrow Evening"), .of("flood: three", day: 3),
    ])
    try fixture.store.relate(receipts[0].id, .independent, receipts[1].id, at: StoreFixture.now)
    try fixture.store.close()
    // An older one is today's without what came later.
    if schema < 3 {
      try fixture.vandalize(
        "DROP TABLE carried; ALTER TABLE decisions DROP COLUMN latest; DROP TABLE title_words; DROP VIEW report_titles")
    }
    if schema < 2 {
      try fixture.vandalize(
        "DROP TABLE sightings; DROP TABLE outlets; DROP TABLE feeds; ALTER TABLE reports DROP COLUMN kept")
    }
    try fixture.vandalize("PRAGMA user_version = \(schema)")
    try DatabaseQueue(path: fixture.path).inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = 512") }
    try DatabaseQueue(path: fixture.path, configuration: configuration).vacuum()
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: Self.databases, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: fixture.path, toPath: path)
    Issue.record(
      "The database of schema \(schema) was recorded: look at it, and run the tests without RECORD_DATABASES.")
  }

  private static let databases =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Fixtures/Databases"
}
