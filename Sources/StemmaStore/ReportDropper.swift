import Foundation
import GRDB

/// Takes reports out of all tables.
struct ReportDropper {
  private let db: Database
  private let now: Int64

  init(_ db: Database, now: Int64) {
    self.db = db
    self.now = now
  }

  func drop(_ numbers: [Int64]) throws {
    var stories = Set<Int64>()
    let story = try db.cachedStatement(sql: "SELECT story FROM memberships WHERE report = ?")
    try unindex(numbers)
    let delete = try db.cachedStatement(sql: "DELETE FROM reports WHERE number = ?")
    for number in numbers {
      if let story = try Int64.fetchOne(story, arguments: [number]) { stories.insert(story) }
      try passHeadOn(number)
      // Undone decisions may still name it.
      try db.cachedStatement(sql: "DELETE FROM pins WHERE a = ?1 OR b = ?1").execute(arguments: [number])
      try delete.execute(arguments: [number])
    }
    let table = StoryTable(db, now: now)
    for story in stories.sorted() {
      let left = try Int.fetchOne(db, sql: "SELECT count(*) FROM memberships WHERE story = ?", arguments: [story])
      if left == 0 {
        // Nobody can ask for its history any more.
        try db.execute(
          sql: """
            DELETE FROM history WHERE story = :story;
            DELETE FROM stories WHERE merged = :story;
            DELETE FROM stories WHERE number = :story;
            """, arguments: ["story": story])
      } else {
        try table.recount(story)
        try table.note(.dropped, story: story)
      }
    }
    try table.note(.dropped, story: nil)
  }

  /// The index of words is told what it has of a report: it could not find it otherwise. One after another and nothing between, as
  /// when they came in: see `IngestBatch`.
  private func unindex(_ numbers: [Int64]) throws {
    let words = try db.cachedStatement(sql: "SELECT title, body FROM report_words WHERE number = ?")
    let delete = try db.cachedStatement(sql: "INSERT INTO words (words, rowid, title, body) VALUES ('delete', ?, ?, ?)")
    for number in numbers {
      guard let row = try Row.fetchOne(words, arguments: [number]) else { continue }
      try delete.execute(arguments: [number, row[0] as String?, row[1] as String?])
    }
    let title = try db.cachedStatement(sql: "SELECT title FROM report_titles WHERE number = ?")
    let deleteTitle = try db.cachedStatement(
      sql: "INSERT INTO title_words (title_words, rowid, title) VALUES ('delete', ?, ?)")
    for number in numbers {
      guard let row = try Row.fetchOne(title, arguments: [number]) else { continue }
      try deleteTitle.execute(arguments: [number, row[0] as String?])
    }
  }

  /// Near-copies of a report that goes are those of the earliest of them from now on.
  private func passHeadOn(_ number: Int64) throws {
    let heir = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT report FROM copies JOIN reports ON number = report WHERE head = ? ORDER BY time, report LIMIT 1"),
      arguments: [number])
    guard let heir else { return }
    try db.execute(
      sql: "DELETE FROM copies WHERE report = :heir; UPDATE copies SET head = :heir WHERE head = :number",
      arguments: ["heir": heir, "number": number])
  }
}
