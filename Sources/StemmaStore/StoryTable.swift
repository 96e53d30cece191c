import Foundation
import GRDB

/// Changes to stories that keep their counts, times and histories right.
struct StoryTable {
  /// Reports that came to a story.
  struct Addition {
    var reports = 0
    var first = Int64.max
    var last = Int64.min
    /// Of the earliest.
    var title: String?

    mutating func add(time: Int64, title: String?) {
      reports += 1
      if time < first { (first, self.title) = (time, title) }
      last = max(last, time)
    }
  }

  private let db: Database
  private let now: Int64
  private let isTold: Bool

  /// - Parameter isTold: whether changes are added to the history.
  init(_ db: Database, now: Int64, isTold: Bool = true) {
    self.db = db
    self.now = now
    self.isTold = isTold
  }

  /// A story with the one report that opens it.
  func open(_ number: Int64, id: ReportID, title: String?, time: Int64) throws {
    try db.cachedStatement(
      sql:
        "INSERT INTO stories (number, id, opened, version, reports, first, last, title) VALUES (?, ?, ?, 1, 1, ?, ?, ?)"
    ).execute(arguments: [number, id.bytes, now, time, time, title])
  }

  /// A story of a report's number, without reports so far: a new one, or one that was part of another.
  func found(_ report: Int64) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO stories (number, id, opened, version, reports, first, last, title)
        SELECT number, id, ?, 0, 0, time, time, title FROM reports WHERE number = ?
        ON CONFLICT (number) DO UPDATE SET merged = NULL
        """
    ).execute(arguments: [now, report])
  }

  /// The story that a report is in.
  func story(of report: Int64) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT story FROM memberships WHERE report = ?"), arguments: [report])
  }

  func hasReports(_ story: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM memberships WHERE story = ?)"), arguments: [story]) ?? false
  }

  func add(_ addition: Addition, to story: Int64) throws {
    try db.cachedStatement(
      sql: """
        UPDATE stories SET version = version + 1, reports = reports + ?1, last = max(last, ?2),
        title = CASE WHEN ?3 < first AND ?4 IS NOT NULL THEN ?4 ELSE title END, first = min(first, ?3) WHERE number = ?5
        """
    ).execute(arguments: [addition.reports, addition.last, addition.first, addition.title, story])
  }

  /// Makes a story part of another; its id leads to that one from now on.
  func merge(_ story: Int64, into target: Int64, decision: Int64?) throws {
    try db.execute(
      sql: """
        UPDATE memberships SET story = :target, by_hand = max(by_hand, :byHand) WHERE story = :story;
        UPDATE stories SET merged = :target WHERE merged = :story OR number = :story;
        DELETE FROM dossiers WHERE story = :story;
        """, arguments: ["story": story, "target": target, "byHand": decision == nil ? 0 : 1])
    try recount(story)
    try recount(target)
    try note(.merged, story: target, other: story, decision: decision)
  }

  /// Makes reports of a story a story of their own.
  func divide(_ division: FoldOutcome.Division) throws {
    try found(division.into)
    let put = try db.cachedStatement(sql: "UPDATE memberships SET story = ?, by_hand = 0 WHERE report = ?")
    for report in division.reports { try put.execute(arguments: [division.into, report]) }
    try recount(division.into)
    try recount(division.story)
    try note(.split, story: division.story, other: division.into)
  }

  /// Sets the row of a story right after its reports changed. Its title is that of its earliest report.
  func recount(_ story: Int64) throws {
    try db.execute(
      sql: """
        UPDATE stories SET (reports, first, last) =
          (SELECT count(*), coalesce(min(time), first), coalesce(max(time), last)
           FROM memberships JOIN reports ON number = report WHERE story = :story),
        title = coalesce((SELECT r.title FROM memberships JOIN reports r ON r.number = report
          WHERE story = :story AND r.title IS NOT NULL ORDER BY time, r.number LIMIT 1), title),
        version = version + 1 WHERE number = :story
        """, arguments: ["story": story])
  }

  /// Adds to the history. Openings and joinings are not in it: memberships and numbers tell them.
  func note(
    _ kind: StoryEvent.Kind, story: Int64?, other: Int64? = nil, report: Int64? = nil, decision: Int64? = nil
  ) throws {
    guard isTold else { return }
    try db.cachedStatement(
      sql: "INSERT INTO history (time, kind, story, other, report, decision) VALUES (?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [now, kind.rawValue, story, other, report, decision])
  }
}
