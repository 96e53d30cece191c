import Foundation
import GRDB

/// The rows that one batch of reports writes, within one transaction.
struct IngestBatch {
  private let db: Database
  private let now: Int64
  private let stories: StoryTable
  private var publishers: [String: String] = [:]
  /// What the batch added to each story, written once: a story may get hundreds of reports in a batch.
  private var additions: [Int64: StoryTable.Addition] = [:]
  private var storyIDs: [Int64: ReportID] = [:]
  /// For the index of words, which is written last: SQLite writes all that it has gathered out whenever a statement of another
  /// kind sets a savepoint, as some do, and then puts hundreds of small pieces together again. It took half of all time.
  private var words: [(number: Int64, title: String?, body: String)] = []

  private let find: Statement
  private let insertReport: Statement
  private let insertText: Statement
  private let insertWords: Statement
  private let insertTitle: Statement
  private let insertTraces: Statement
  private let insertMembership: Statement
  private let insertCopy: Statement

  init(_ db: Database, now: Int64) throws {
    self.db = db
    self.now = now
    stories = StoryTable(db, now: now)
    find = try db.cachedStatement(sql: "SELECT number, source FROM reports WHERE id = ?")
    insertReport = try db.cachedStatement(
      sql: """
        INSERT INTO reports (id, time, arrived, published, outlet, title, byline, language, source, address, credits, bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    insertText = try db.cachedStatement(sql: "INSERT INTO texts (report, text, record) VALUES (?, ?, ?)")
    insertWords = try db.cachedStatement(sql: "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)")
    insertTitle = try db.cachedStatement(sql: "INSERT INTO title_words (rowid, title) VALUES (?, ?)")
    insertTraces = try db.cachedStatement(sql: "INSERT INTO traces (report, version, traces) VALUES (?, ?, ?)")
    insertMembership = try db.cachedStatement(sql: "INSERT INTO memberships (report, story) VALUES (?, ?)")
    insertCopy = try db.cachedStatement(sql: "INSERT OR REPLACE INTO copies (report, head, share) VALUES (?, ?, ?)")
  }

  /// The number of a report that the store has; another address of it is noted.
  func number(of prepared: PreparedReport) throws -> Int64? {
    guard let row = try Row.fetchOne(find, arguments: [prepared.id.bytes]) else { return nil }
    let number: Int64 = row[0]
    if row[1] as String != prepared.report.source {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO sightings (report, source, time) VALUES (?, ?, ?)")
        .execute(arguments: [number, prepared.report.source, now])
    }
    return number
  }

  /// Writes a report, without its place.
  mutating func insert(_ prepared: PreparedReport, traceVersion: Int) throws -> FoldReport {
    let report = prepared.report
    let time = report.time(arrived: now)
    try insertReport.execute(
      arguments: [
        prepared.id.bytes, time, now, report.published?.description, report.outlet, prepared.report.title,
        report.byline,
        report.language, report.source, report.address, prepared.credits, report.text.utf8.count,
      ])
    let number = db.lastInsertedRowID
    try insertText.execute(arguments: [number, prepared.text, prepared.record])
    words.append((number, prepared.words.title, prepared.words.body))
    try insertTraces.execute(arguments: [number, traceVersion, Data(prepared.traces)])
    return FoldReport(
      number: number, time: time, published: report.published.flatMap { NewReport.believed($0, arrived: now) },
      publisher: try publisher(of: report.outlet), language: report.language,
      traces: prepared.traces)
  }

  /// Writes where a report stands, and what its arrival changed; the ids of its story and of the report it is a near-copy of.
  mutating func place(
    _ report: FoldReport, _ prepared: PreparedReport, _ outcome: FoldOutcome
  ) throws -> (story: ReportID, head: ReportID?) {
    if !outcome.merges.isEmpty {
      try writeAdditions()
      for merge in outcome.merges where merge.story != merge.into {
        try stories.merge(merge.story, into: merge.into, decision: nil)
        storyIDs[merge.story] = nil
      }
    }
    if !outcome.divisions.isEmpty {
      try writeAdditions()
      for division in outcome.divisions { try stories.divide(division) }
    }
    let place = outcome.place
    if place.story == report.number {
      try stories.open(report.number, id: prepared.id, title: prepared.report.title, time: report.time)
      storyIDs[report.number] = prepared.id
    } else {
      additions[place.story, default: StoryTable.Addition()].add(time: report.time, title: prepared.report.title)
    }
    try insertMembership.execute(arguments: [report.number, place.story])
    if let head = place.copyOf { try insertCopy.execute(arguments: [report.number, head, place.share]) }
    for change in outcome.regroupings {
      if let head = change.copyOf {
        try insertCopy.execute(arguments: [change.report, head, change.share])
        // Its near-copies go with it, also those that the fold has forgotten.
        try db.cachedStatement(sql: "UPDATE copies SET head = ? WHERE head = ?").execute(
          arguments: [head, change.report])
      } else {
        try db.execute(sql: "DELETE FROM copies WHERE report = ?", arguments: [change.report])
      }
    }
    return (try storyID(place.story), try place.copyOf.flatMap(reportID))
  }

  /// The place of a report that the store has.
  mutating func place(of number: Int64) throws -> (story: ReportID, head: ReportID?) {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT story, head FROM memberships m LEFT JOIN copies c ON c.report = m.report WHERE m.report = ?"),
      arguments: [number])
    guard let row else { return (try reportID(number) ?? ReportID(bytes: Data()), nil) }
    return (try storyID(row[0]), try (row[1] as Int64?).flatMap(reportID))
  }

  /// Writes what was gathered.
  mutating func finish() throws {
    try writeAdditions()
    for (number, title, body) in words { try insertWords.execute(arguments: [number, title, body]) }
    for (number, title, _) in words { try insertTitle.execute(arguments: [number, title]) }
    words = []
  }

  private mutating func writeAdditions() throws {
    for (story, addition) in additions.sorted(by: { $0.key < $1.key }) { try stories.add(addition, to: story) }
    additions = [:]
  }

  private mutating func publisher(of outlet: String?) throws -> String {
    guard let outlet else { return "" }
    if let known = publishers[outlet] { return known }
    let publisher =
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT publisher FROM outlets WHERE name = ?"), arguments: [outlet]) ?? outlet
    publishers[outlet] = publisher
    return publisher
  }

  private mutating func storyID(_ number: Int64) throws -> ReportID {
    if let known = storyIDs[number] { return known }
    let bytes = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM stories WHERE number = ?"), arguments: [number])
    guard let bytes else { throw StoreError(.other("story \(number) is missing"), "the store") }
    let id = ReportID(bytes: bytes)
    storyIDs[number] = id
    return id
  }

  private func reportID(_ number: Int64) throws -> ReportID? {
    try Data.fetchOne(db.cachedStatement(sql: "SELECT id FROM reports WHERE number = ?"), arguments: [number])
      .map(ReportID.init)
  }
}
