import Foundation
import GRDB
import StemmaModel

/// What a fold is told of the past.
struct FoldMemories<F: Fold> {
  private let db: Database

  init(_ db: Database, _: F.Type) { self.db = db }

  /// The number behind which the reports stand that a fold looks back upon.
  func start(of memory: FoldMemory) throws -> Int64 {
    guard let latest = try Int64.fetchOne(db, sql: "SELECT max(time) FROM reports") else { return 0 }
    let oldest = latest.subtractingReportingOverflow(memory.seconds)
    // Numbers are in order of arrival, so the first number of the window's times may stand far back: a late report of old times is
    // told of as well, and the limit holds.
    let byTime =
      try Int64.fetchOne(
        db, sql: "SELECT min(number) FROM reports WHERE time >= ?",
        arguments: [oldest.overflow ? Int64.min : oldest.partialValue])
      ?? 1
    let byCount =
      try Int64.fetchOne(
        db, sql: "SELECT number FROM reports ORDER BY number DESC LIMIT 1 OFFSET ?",
        arguments: [max(0, memory.reports - 1)]) ?? 1
    return max(byTime, byCount) - 1
  }

  /// The reports behind a number, in the order of arrival. One at a time: they need not fit into memory.
  func each(after number: Int64, _ body: (FoldReport, FoldPlace) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.number, r.time, coalesce(o.publisher, r.outlet, ''), r.language, t.version, t.traces, m.story, c.head, c.share, r.published, r.arrived
        FROM reports r LEFT JOIN traces t ON t.report = r.number LEFT JOIN memberships m ON m.report = r.number
        LEFT JOIN copies c ON c.report = r.number LEFT JOIN outlets o ON o.name = r.outlet
        WHERE r.number > ? ORDER BY r.number
        """, arguments: [number])
    while let row = try rows.next() {
      let number: Int64 = row[0]
      let version: Int? = row[4]
      let traces = version == F.traceVersion ? [UInt8](row[5] as Data) : try remade(number)
      let published = (row[9] as String?).flatMap(Moment.init(written:)).flatMap {
        NewReport.believed($0, arrived: row[10])
      }
      let report = FoldReport(
        number: number, time: row[1], published: published, publisher: row[2], language: row[3], traces: traces)
      // A report without a story is one that `doctor` would find; it is taken for a story of its own meanwhile.
      try body(report, FoldPlace(story: row[6] as Int64? ?? number, copyOf: row[7], share: row[8] as Double? ?? 0))
    }
  }

  private func remade(_ number: Int64) throws -> [UInt8] {
    guard let report = try StoredReport.fetch(db, number: number) else { return [] }
    return F.traces(of: try report.asNew(db))
  }

  /// The decisions about stories, in their order.
  static func pins(_ db: Database) throws -> [FoldPin] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT pins.kind, a, b FROM pins JOIN decisions ON number = decision
        WHERE undone IS NULL AND pins.kind IN ('together', 'apart') ORDER BY decision, pins.rowid
        """
    ).compactMap { row in FoldPin.Kind(rawValue: row[0]).map { FoldPin($0, row[1], row[2]) } }
  }

  /// The stories that a fold found to be two, in order; what was found before all was worked out anew does not count any more.
  static func divisions(_ db: Database) throws -> [(story: Int64, other: Int64)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT story, other FROM history WHERE kind = ?1 AND decision IS NULL
        AND number > coalesce((SELECT max(number) FROM history WHERE kind = ?2), 0) ORDER BY number
        """, arguments: [StoryEvent.Kind.split.rawValue, StoryEvent.Kind.refolded.rawValue]
    ).map { ($0[0], $0[1]) }
  }

  /// The stories that other processes' folds joined behind an event; nil if anything else happened, after which a fold has to be
  /// told everything anew.
  static func merges(_ db: Database, after event: Int64) throws -> [FoldOutcome.Merge]? {
    var merges: [FoldOutcome.Merge] = []
    let rows = try Row.fetchCursor(
      db, sql: "SELECT kind, story, other, decision FROM history WHERE number > ? ORDER BY number", arguments: [event])
    while let row = try rows.next() {
      guard row["kind"] == StoryEvent.Kind.merged.rawValue, row["decision"] == nil else { return nil }
      merges.append(FoldOutcome.Merge(story: row["other"], into: row["story"]))
    }
    return merges
  }
}
