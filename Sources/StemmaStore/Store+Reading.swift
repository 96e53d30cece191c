import Foundation
import GRDB

/// What an id stands for.
package enum StoredThing: Sendable {
  case report(StoredReport)
  case story(StoredStory)
}

extension Store {
  /// What an id, or the beginning of one, stands for: an r or an s and at least four hexadecimal digits.
  ///
  /// The id of a story that became part of another leads to that one.
  package func find(_ id: String) throws(StoreError) -> StoredThing {
    try read { db in
      let place = try IDPrefix(id)
      if place.isStory { return .story(try StoredStory.fetch(db, number: place.story(db))!) }
      return .report(try StoredReport.fetch(db, number: place.report(db))!)
    }
  }

  /// A report with its text.
  package func report(_ id: String) throws(StoreError) -> ReportContents {
    try read { db in
      let number = try IDPrefix(id).report(db)
      let report = try StoredReport.fetch(db, number: number)!
      guard let (text, record) = try report.text(db) else { throw StoreError(.damaged, path) }
      let copies = try reports(db, where: "c.head = ?", [number])
      let sightings = try String.fetchAll(
        db, sql: "SELECT source FROM sightings WHERE report = ? ORDER BY time, source", arguments: [number])
      let decisions = try Decision.fetch(db, ofReports: [number])
      return ReportContents(
        report: report, text: text, record: record, copies: copies, sightings: sightings, decisions: decisions)
    }
  }

  /// A story with its reports in order of time, what happened to it, and what was decided of it by hand.
  package func story(_ id: String) throws(StoreError) -> StoryContents {
    try read { db in try contents(db, of: IDPrefix(id).story(db)) }
  }

  /// Stories, the latest first.
  package func stories(_ filter: StoryFilter = StoryFilter()) throws(StoreError) -> [StoredStory] {
    try read { db in
      if filter.text != nil || filter.outlet != nil { return try storiesByReports(db, filter) }
      var conditions = ["merged IS NULL", "reports > 0"]
      var arguments = StatementArguments()
      if let since = filter.since {
        conditions.append("last >= ?")
        arguments += [since]
      }
      if filter.leastReports > 1 {
        conditions.append("reports >= ?")
        arguments += [filter.leastReports]
      }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT \(StoredStory.columns) FROM stories WHERE \(conditions.joined(separator: " AND "))
          ORDER BY last DESC, number DESC LIMIT ? OFFSET ?
          """, arguments: arguments + [filter.limit, filter.offset]
      ).map(StoredStory.init)
    }
  }

  /// How much is in the store.
  package func counts() throws(StoreError) -> StoreCounts {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM stories WHERE merged IS NULL AND reports > 0),
          (SELECT count(*) FROM copies), (SELECT count(*) FROM decisions WHERE undone IS NULL), (SELECT count(*) FROM feeds)
          """)!
      return StoreCounts(reports: row[0], stories: row[1], copies: row[2], decisions: row[3], feeds: row[4])
    }
  }

  func contents(_ db: Database, of number: Int64) throws -> StoryContents {
    let story = try StoredStory.fetch(db, number: number)!
    let reports = try reports(db, where: "m.story = ?", [number])
    return StoryContents(
      story: story, reports: reports, formerIDs: try story.formerIDs(db),
      events: try StoryHistory(db).events(of: number, reports),
      decisions: try Decision.fetch(db, ofReports: reports.map(\.number)))
  }

  private func reports(_ db: Database, where condition: String, _ arguments: StatementArguments) throws
    -> [StoredReport]
  {
    try Row.fetchAll(
      db,
      sql: "SELECT \(StoredReport.columns) FROM \(StoredReport.tables) WHERE \(condition) ORDER BY r.time, r.number",
      arguments: arguments
    ).map(StoredReport.init)
  }

  /// By the newest reports that are asked for, until there are enough stories.
  private func storiesByReports(_ db: Database, _ filter: StoryFilter) throws -> [StoredStory] {
    var sql = "SELECT m.story FROM reports r JOIN memberships m ON m.report = r.number WHERE"
    var order = " ORDER BY r.time DESC, r.number DESC"
    var arguments = StatementArguments()
    if let text = filter.text {
      guard let query = SearchWords(text).query else { throw StoreError(.emptySearch, text) }
      sql = """
        SELECT m.story FROM words CROSS JOIN reports r ON r.number = words.rowid \
        CROSS JOIN memberships m ON m.report = r.number WHERE words MATCH ? AND
        """
      order = " ORDER BY words.rowid DESC"
      arguments += [query]
    }
    sql += " r.time >= ?"
    arguments += [filter.since ?? .min]
    if let outlet = filter.outlet {
      sql += " AND r.outlet = ?"
      arguments += [outlet]
    }
    var seen = Set<Int64>()
    var found: [StoredStory] = []
    let rows = try Int64.fetchCursor(db, sql: sql + order, arguments: arguments)
    while found.count < filter.offset + filter.limit, let number = try rows.next() {
      guard seen.insert(number).inserted, let story = try StoredStory.fetch(db, number: number) else { continue }
      if story.reports >= filter.leastReports { found.append(story) }
    }
    return Array(found.dropFirst(filter.offset))
  }
}
