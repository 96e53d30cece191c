import Foundation
import GRDB

/// Reads what happened to a story.
struct StoryHistory {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// What happened to a story, and to those that became part of it, in order.
  ///
  /// - Parameter reports: the story's; their arrivals are its opening and joinings.
  func events(of story: Int64, _ reports: [StoredReport]) throws -> [StoryEvent] {
    let id = try storyID(story)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT number, time, kind, story, other, report, decision FROM history
        WHERE story IN (SELECT number FROM stories WHERE number = :story OR merged = :story)
        OR other IN (SELECT number FROM stories WHERE number = :story OR merged = :story) ORDER BY number
        """, arguments: ["story": story])
    // A moved report did not join this story when it arrived, but what it did then is not told anywhere else.
    var events = reports.sorted { $0.number < $1.number }.map { report in
      StoryEvent(kind: report.number == story ? .opened : .joined, time: report.arrived, story: id, report: report.id)
    }
    for row in rows {
      guard let kind = StoryEvent.Kind(rawValue: row["kind"]) else { continue }
      events.append(
        StoryEvent(
          kind: kind, time: row["time"], story: try (row["story"] as Int64?).flatMap(storyID),
          other: try (row["other"] as Int64?).flatMap(storyID), report: try (row["report"] as Int64?).flatMap(reportID),
          decision: row["decision"]))
    }
    // By time; of one second, arrivals first: they are what the rest follows from.
    return events.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }

  private func storyID(_ number: Int64) throws -> String? {
    try Data.fetchOne(db.cachedStatement(sql: "SELECT id FROM stories WHERE number = ?"), arguments: [number])
      .map { ReportID(bytes: $0).story }
  }

  private func reportID(_ number: Int64) throws -> String? {
    try Data.fetchOne(db.cachedStatement(sql: "SELECT id FROM reports WHERE number = ?"), arguments: [number])
      .map { ReportID(bytes: $0).report }
  }
}
