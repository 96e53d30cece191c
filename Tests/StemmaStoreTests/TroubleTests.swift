import Foundation
import GRDB
import StemmaStore
import StemmaTestSupport
import Testing

/// A store that another program keeps locked, and one that has no room left: nothing acknowledged is lost, and nothing is half done.
@Suite struct TroubleTests {
  private static let reports: [NewReport] = [.of("flood: one"), .of("flood: two", day: 2), .of("fire: one", day: 3)]

  /// Runs something while another connection holds the lock of the writer.
  private func whileLocked(_ fixture: StoreFixture, _ body: () throws -> Void) throws {
    try DatabaseQueue(path: fixture.path).inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE; UPDATE settings SET value = 0")
      defer { try? db.execute(sql: "ROLLBACK") }
      try body()
    }
  }

  private func impatient(_ change: (inout Store.Options) -> Void = { _ in }) -> Store.Options {
    var options = Store.Options()
    options.patience = 0
    change(&options)
    return options
  }

  @Test func `whoever writes to a locked store is told so, and loses nothing`() throws {
    let fixture = try StoreFixture(Self.reports, options: impatient())
    let ingester = Ingester<TopicFold>(fixture.store)
    let kept = try ingester.add([.of("strike: one")], at: 1)
    let (stories, strike) = (try fixture.stories(), try fixture.store.report(kept[0].id).report.story ?? "")
    let other = try #require(try fixture.store.stories().first { $0.title == "flood: one" }).id
    let decision = try fixture.store.merge(strike, with: other, at: 1)
    try whileLocked(fixture) {
      let store = fixture.store
      let first = try store.story(other).reports[0].id
      let relate = { try store.relate(kept[0].id, .derived, first, at: 2) }
      let tries: [() throws -> Void] = [
        { _ = try ingester.add([.of("strike: two")], at: 2) }, { try store.undo(decision, at: 2) },
        { _ = try relate() },
        { _ = try store.refold(with: TopicFold.self, at: 2) }, { _ = try store.keep(Keeping(reports: 1), at: 2) },
        { try store.addFeeds([Feed(address: "https://a.invalid/")]) }, { try store.repair(at: 2) },
      ]
      for attempt in tries { #expect(storeError(attempt) == .locked(seconds: 0)) }
      // Whoever reads does not wait; opening is reading.
      #expect(try store.counts().reports == 4)
      #expect(try Store(fixture.path, impatient()).search(SearchQuestion("strike")).count == 1)
      #expect(try Store.examine(fileAt: fixture.path).allSatisfy { $0.level == .good })
    }
    // The same again, now that the other has ended.
    #expect(try ingester.add([.of("strike: two")], at: 3)[0].isNew)
    #expect(try fixture.store.undo(decision, at: 3).obstacle != nil)
    _ = try fixture.store.refold(with: TopicFold.self, at: 3)
    #expect(try fixture.stories().count == stories.count)
    #expect(try fixture.store.counts().feeds == 0)
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
  }

  @Test func `an older store that is locked is not brought up to date by half`() throws {
    let databases = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Fixtures/Databases"
    let folder = try TemporaryFolder()
    let path = try folder.copy(databases + "/schema-1.sqlite", as: "old.stemma")
    // Once, so that it has a log: a store that has none is locked for readers too.
    try DatabasePool(path: path).close()
    try DatabaseQueue(path: path).inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(storeError { _ = try Store(path, impatient()) } == .locked(seconds: 0))
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try Store(path, impatient()).counts().reports == 4)
  }

  @Test func `a dossier is shown where it cannot be kept`() throws {
    let fixture = try StoreFixture(Self.reports, options: impatient())
    let story = try fixture.store.stories()[0].id
    func dossier(_ store: Store) throws -> (String, isNew: Bool) {
      let kept = try store.dossier(of: story, maker: "m", at: 1) { contents, _ in Data(contents.story.id.utf8) }
      return (String(decoding: kept.dossier, as: UTF8.self), kept.isNew)
    }
    try whileLocked(fixture) {
      let made = [try dossier(fixture.store), try dossier(fixture.store)]
      #expect(made.allSatisfy { $0 == (story, true) })
    }
    #expect(try dossier(fixture.store).isNew)
    #expect(try !dossier(fixture.store).isNew)
    // No page may be added: the noise does not pack into the room that is left.
    let full = try Store(fixture.path, impatient { $0.pageLimit = 1 })
    var random = SeededRandom(3)
    let noise = Data((0..<200_000).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    for _ in 0..<2 {
      #expect(try full.dossier(of: story, maker: "n", at: 2) { _, _ in noise }.dossier == noise)
    }
    #expect(try full.staleDossiers(maker: "n") == [story])
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
  }

  @Test func `what finds no room is taken back whole`() throws {
    let fixture = try StoreFixture((0..<300).map { .of("flood: \($0)", day: 1) } + Self.reports)
    let before = try fixture.stories()
    let pages = try #require(try fixture.one("PRAGMA page_count", Int.self))
    try fixture.store.close()
    let full = try Store(fixture.path, impatient { $0.pageLimit = pages })
    let ids = try full.stories().map(\.id)
    var failed = 0
    // Each writes a note too long for what is left; SQLite has room for small rows for a while.
    for number in 0..<3 {
      let note = String(repeating: "\(number) why ", count: 30_000)
      if storeError({ _ = try full.merge(ids[0], with: ids[1], note: note, at: 5) }) == .full { failed += 1 }
    }
    #expect(failed == 3)
    #expect(try full.decisions().isEmpty)
    #expect(try full.stories().map(\.id) == ids)
    try full.close()
    let larger = try Store(fixture.path)
    #expect(try larger.merge(ids[0], with: ids[1], note: "Now there is room.", at: 6) > 0)
    #expect(try larger.stories().count == before.count - 1)
    #expect(try larger.examine().allSatisfy { $0.level == .good })
  }
}
