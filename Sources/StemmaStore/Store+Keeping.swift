import Foundation
import GRDB

/// How long reports are kept. Whatever is out of either bound is dropped.
package struct Keeping: Sendable, Hashable {
  /// Older ones are dropped, by `StoredReport.time`; nil for any age.
  package var seconds: Int64?
  /// The latest by `StoredReport.time`; nil for any number.
  package var reports: Int?

  package init(seconds: Int64? = nil, reports: Int? = nil) {
    self.seconds = seconds
    self.reports = reports
  }
}

extension Store {
  /// Reports in one transaction: other processes may write between two.
  private static let dropBatch = 1000

  /// Drops what is not to be kept any longer: never a report that a user keeps, nor one that a decision names.
  ///
  /// Stories keep their other reports; one without reports goes. A dropped report that comes again is new.
  ///
  /// - Parameter now: seconds since 1970.
  /// - Returns: how many reports were dropped.
  package func keep(_ keeping: Keeping, at now: Int64) throws(StoreError) -> Int {
    guard keeping.seconds != nil || keeping.reports != nil else { return 0 }
    var dropped = 0
    while true {
      let count = try write { db in
        let chosen = try chosen(db, keeping, now: now)
        if !chosen.isEmpty { try ReportDropper(db, now: now).drop(chosen) }
        return chosen.count
      }
      dropped += count
      if count < Self.dropBatch { return dropped }
    }
  }

  /// Gives the room of dropped reports back to the disk. It needs as much room again while it runs, and keeps others from writing.
  ///
  /// - Returns: bytes before and after.
  package func vacuum() throws(StoreError) -> (before: Int, after: Int) {
    try writeAlone { db in
      let size = {
        try Int.fetchOne(db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") ?? 0
      }
      let before = try size()
      try db.execute(
        sql: """
          INSERT INTO words (words) VALUES ('optimize');
          INSERT INTO title_words (title_words) VALUES ('optimize');
          """)
      try db.execute(sql: "VACUUM")
      _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      return (before, try size())
    }
  }

  /// The oldest that may go, a batch of them.
  private func chosen(_ db: Database, _ keeping: Keeping, now: Int64) throws -> [Int64] {
    // Both bounds are places in one order, by time and then by number: the later of them holds.
    var bound: (time: Int64, number: Int64) = (.min, .max)
    if let seconds = keeping.seconds {
      let (oldest, overflow) = now.subtractingReportingOverflow(seconds)
      if !overflow, oldest > .min { bound.time = oldest - 1 }
    }
    if let count = keeping.reports {
      let surplus = try Row.fetchOne(
        db, sql: "SELECT time, number FROM reports ORDER BY time DESC, number DESC LIMIT 1 OFFSET ?",
        arguments: [max(0, count)])
      if let surplus {
        let place: (time: Int64, number: Int64) = (surplus[0], surplus[1])
        if bound < place { bound = place }
      }
    }
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT number FROM reports WHERE time <= :time AND (time, number) <= (:time, :number) AND \(Self.mayGo)
        ORDER BY time, number LIMIT \(Self.dropBatch)
        """, arguments: ["time": bound.time, "number": bound.number])
  }

  private static let mayGo = """
    kept = 0 AND number NOT IN (SELECT a FROM pins JOIN decisions d ON d.number = decision WHERE undone IS NULL
    UNION SELECT b FROM pins JOIN decisions d ON d.number = decision WHERE undone IS NULL)
    """
}
