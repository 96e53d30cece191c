import Foundation
import GRDB

/// Writes one decision down, as what it says of pairs of reports, and carries it out.
///
/// Pairs of reports, and not of stories: stories come and go when they are worked out anew.
struct DecisionMaker {
  let number: Int64
  private let db: Database
  private let kind: Decision.Kind
  private let now: Int64

  init(_ db: Database, _ kind: Decision.Kind, note: String?, now: Int64) throws {
    self.db = db
    self.kind = kind
    self.now = now
    try db.execute(
      sql: "INSERT INTO decisions (time, kind, note) VALUES (?, ?, ?)", arguments: [now, kind.rawValue, note])
    number = db.lastInsertedRowID
  }

  func pin(_ pin: FoldPin.Kind, _ a: Int64, _ b: Int64) throws {
    try db.execute(
      sql: "INSERT INTO pins (decision, kind, a, b) VALUES (?, ?, ?, ?)", arguments: [number, pin.rawValue, a, b])
  }

  /// Of a decision about who drew on whom: the stories of both have changed.
  func pinRelation(_ a: Int64, _ b: Int64) throws {
    try db.execute(
      sql: "INSERT INTO pins (decision, kind, a, b) VALUES (?, ?, ?, ?)", arguments: [number, kind.rawValue, a, b])
    let stories = StoryTable(db, now: now)
    for story in Set([try story(of: a), try story(of: b)].compactMap(\.self)).sorted() { try stories.recount(story) }
  }

  func carryOut() throws { try DecisionReplay(db, now: now, isNew: true).replay(number, kind) }

  /// The reports of a story, in the order of arrival.
  func reports(of story: Int64) throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT report FROM memberships WHERE story = ? ORDER BY report", arguments: [story])
  }

  /// The report that stands for a story.
  func anchor(of story: Int64) throws -> Int64 {
    guard let report = try reports(of: story).first else {
      throw StoreError(.decision("The story has no reports any more: nothing was changed."), String(story))
    }
    return report
  }

  func story(of report: Int64) throws -> Int64? { try StoryTable(db, now: now).story(of: report) }

  func storyID(ofReport report: Int64) throws -> String {
    let id = try Data.fetchOne(
      db, sql: "SELECT id FROM memberships JOIN stories ON number = story WHERE report = ?", arguments: [report])
    return ReportID(bytes: id ?? Data()).story
  }
}
