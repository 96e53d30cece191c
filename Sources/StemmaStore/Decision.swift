import Foundation
import GRDB

/// What a user decided of stories and reports, by hand. It holds whatever is worked out later, until it is taken back.
package struct Decision: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Two stories are one.
    case merge
    /// Some reports of a story are a story of their own.
    case split
    /// A report belongs to another story.
    case move
    /// Neither of two reports drew on the other.
    case independent
    /// The first of two reports drew on the second.
    case derived
  }

  package var number: Int64
  package var kind: Kind
  /// Seconds since 1970.
  package var time: Int64
  package var note: String?
  /// The ids of the reports it names: of a merge, one of each story; of a split, one that stayed behind the others; of a move, one of
  /// the new story and one of the old behind the report.
  package var reports: [String]

  /// The decisions that hold and name any of some reports, in order.
  static func fetch(_ db: Database, ofReports numbers: [Int64]) throws -> [Decision] {
    guard try Int.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM pins)") == 1 else { return [] }
    var found = Set<Int64>()
    let statement = try db.cachedStatement(sql: "SELECT decision FROM pins WHERE a = ?1 OR b = ?1")
    for number in numbers { found.formUnion(try Int64.fetchAll(statement, arguments: [number])) }
    return try found.sorted().compactMap { try fetch(db, number: $0) }
  }

  /// All that hold, in order.
  static func all(_ db: Database) throws -> [Decision] {
    try Int64.fetchAll(db, sql: "SELECT number FROM decisions WHERE undone IS NULL ORDER BY number")
      .compactMap { try fetch(db, number: $0) }
  }

  private static func fetch(_ db: Database, number: Int64) throws -> Decision? {
    let row = try Row.fetchOne(
      db, sql: "SELECT kind, time, note FROM decisions WHERE number = ? AND undone IS NULL", arguments: [number])
    guard let row, let kind = Kind(rawValue: row[0]) else { return nil }
    let ids = try Row.fetchAll(
      db,
      sql: """
        SELECT a.id, b.id FROM pins JOIN reports a ON a.number = pins.a JOIN reports b ON b.number = pins.b
        WHERE decision = ? ORDER BY pins.rowid
        """, arguments: [number])
    var reports: [String] = []
    for row in ids {
      for id in [row[0] as Data, row[1]].map({ ReportID(bytes: $0).report }) where !reports.contains(id) {
        reports.append(id)
      }
    }
    return Decision(number: number, kind: kind, time: row[1], note: row[2], reports: reports)
  }
}
