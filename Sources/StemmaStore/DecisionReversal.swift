import Foundation
import GRDB

/// What came of taking a decision back.
package struct UndoneDecision: Sendable, Hashable {
  /// Reports that are back in the stories where the decision found them.
  package var returned = 0
  /// Why its reports stay where they are until `refold` places them anew: a clause. Nil where there is nothing left to do.
  package var obstacle: String?

  package init() {}
}

/// Takes a decision back: the reports that it carried to another story go back where it found them, unless something that came
/// later stands against that.
struct DecisionReversal {
  private struct Carried {
    var report: Int64
    var origin: Int64
    var target: Int64
  }

  private let db: Database
  private let decision: Int64
  private let kind: Decision.Kind
  private let stories: StoryTable

  /// - Throws: `StoreError` `.decision` if no such decision holds. It holds no longer behind this.
  init(_ db: Database, _ decision: Int64, now: Int64) throws {
    self.db = db
    self.decision = decision
    stories = StoryTable(db, now: now)
    let held = try String.fetchOne(
      db, sql: "SELECT kind FROM decisions WHERE number = ? AND undone IS NULL", arguments: [decision])
    guard let kind = held.flatMap(Decision.Kind.init(rawValue:)) else {
      throw StoreError(
        .decision("There is no decision \(decision) that holds: nothing was changed."), String(decision))
    }
    self.kind = kind
    try db.execute(sql: "UPDATE decisions SET undone = ? WHERE number = ?", arguments: [now, decision])
  }

  func run() throws -> UndoneDecision {
    var touched = Set(
      try Int64.fetchAll(
        db, sql: "SELECT story FROM memberships JOIN pins ON report IN (a, b) WHERE decision = ?", arguments: [decision]
      ))
    var undone = UndoneDecision()
    if kind != .independent, kind != .derived {
      let carried = try Row.fetchAll(
        db, sql: "SELECT report, origin, target FROM carried WHERE decision = ? ORDER BY report", arguments: [decision]
      ).map { Carried(report: $0[0], origin: $0[1], target: $0[2]) }
      undone.obstacle = try obstacle(carried)
      if undone.obstacle == nil {
        try putBack(carried)
        undone.returned = carried.count
        touched.formUnion(carried.flatMap { [$0.origin, $0.target] })
      }
    }
    for story in touched.sorted() {
      try stories.recount(story)
      try stories.note(.undone, story: story, decision: decision)
    }
    return undone
  }

  // MARK: - What stands against it

  private func obstacle(_ carried: [Carried]) throws -> String? {
    let latest = try Int64.fetchOne(db, sql: "SELECT latest FROM decisions WHERE number = ?", arguments: [decision])
    guard let latest, !carried.isEmpty else { return "the stories were worked out with it" }
    for report in carried {
      guard try stories.story(of: report.report) == report.target else {
        return "some of them were placed elsewhere since"
      }
    }
    let origins = Set(carried.map(\.origin)).sorted()
    let emptied = try origins.filter { try !stories.hasReports($0) }
    if let later = try laterDecision(carried, origins) {
      return "decision \(later), which came later, is about them as well"
    }
    // One report that is taken out of a story leaves the others as they are.
    for target in Set(carried.map(\.target)).sorted() where kind != .move || !emptied.isEmpty {
      let count =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM memberships WHERE story = ? AND report > ?", arguments: [target, latest]) ?? 0
      if count > 0 { return "\(count == 1 ? "a report" : "\(count) reports") came to their story since" }
    }
    for origin in emptied {
      let heir = try Int64.fetchOne(db, sql: "SELECT merged FROM stories WHERE number = ?", arguments: [origin])
      guard let heir, carried.contains(where: { $0.target == heir }) else {
        return "the story that they came from became part of another since"
      }
    }
    return nil
  }

  /// The first of the later decisions about these reports, or that split or emptied a story that they came from.
  private func laterDecision(_ carried: [Carried], _ origins: [Int64]) throws -> Int64? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT min(number) FROM decisions WHERE number > ?1 AND undone IS NULL AND kind IN ('merge', 'split', 'move') AND number IN
        (SELECT decision FROM pins WHERE a = ?2 OR b = ?2 UNION SELECT decision FROM carried WHERE report = ?2)
        """)
    let changing = try db.cachedStatement(
      sql: """
        SELECT min(number) FROM carried JOIN decisions ON number = decision
        WHERE number > ?1 AND undone IS NULL AND origin = ?2
        AND (kind = 'split' OR NOT EXISTS (SELECT 1 FROM memberships WHERE story = ?2))
        """)
    let about = try carried.compactMap { try Int64.fetchOne(statement, arguments: [decision, $0.report]) }
    return try (about + origins.compactMap { try Int64.fetchOne(changing, arguments: [decision, $0]) }).min()
  }

  // MARK: - The way back

  private func putBack(_ carried: [Carried]) throws {
    // A report that another decision put into its story before stays as put there by hand.
    let move = try db.cachedStatement(
      sql: """
        UPDATE memberships SET story = ?1, by_hand = EXISTS (SELECT 1 FROM carried JOIN decisions ON number = decision
          WHERE report = ?2 AND undone IS NULL AND target = ?1) WHERE report = ?2
        """)
    // What had become part of a story that comes back leads there again.
    let lead = try db.cachedStatement(sql: "UPDATE stories SET merged = ?1 WHERE merged = ?2 AND number = ?3")
    for story in Set(carried.map(\.origin)) {
      try db.execute(sql: "UPDATE stories SET merged = NULL WHERE number = ?", arguments: [story])
    }
    for report in carried {
      try move.execute(arguments: [report.origin, report.report])
      try lead.execute(arguments: [report.origin, report.target, report.report])
    }
    for target in Set(carried.map(\.target)).sorted() where try !stories.hasReports(target) {
      // A story that the decision made is part of the one it was made of.
      let origin = carried.first { $0.target == target }!.origin
      try stories.merge(target, into: origin, decision: decision)
    }
    try db.execute(sql: "DELETE FROM carried WHERE decision = ?", arguments: [decision])
  }
}
