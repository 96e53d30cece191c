import Foundation
import GRDB
import Synchronization

/// Brings reports into a store, batch by batch, and folds them into near-copies and stories.
///
/// One thread uses it at a time. `prepare` may run on another one meanwhile, for the batch after.
package final class Ingester<F: Fold> {
  /// What became of one report.
  package struct Receipt: Sendable, Hashable {
    /// An r and 32 hexadecimal digits.
    package var id: String
    /// False if the store had it already.
    package var isNew: Bool
    /// The id of its story.
    package var story: String
    /// The id of the report that it is a near-copy of.
    package var copyOf: String?
  }

  private let store: Store
  private var fold = F()
  /// What the fold knows of the store; nil before the first batch, and after one that was taken back.
  private var known: Known?

  private struct Known {
    var report: Int64
    var event: Int64
  }

  package init(_ store: Store) { self.store = store }

  /// Works out what can be worked out of reports by themselves, on all processors.
  package static func prepare(_ reports: [NewReport]) -> [PreparedReport] {
    let prepared = Mutex([PreparedReport?](repeating: nil, count: reports.count))
    // Pieces of a size that costs more than handing it over.
    let piece = 32
    DispatchQueue.concurrentPerform(iterations: (reports.count + piece - 1) / piece) { number in
      let range = number * piece..<min(reports.count, (number + 1) * piece)
      let done = range.map { PreparedReport(reports[$0], tracedBy: F.self) }
      prepared.withLock { all in for (place, report) in zip(range, done) { all[place] = report } }
    }
    return prepared.withLock { $0.map { $0! } }
  }

  /// Adds reports in their order, all or none.
  ///
  /// - Parameter now: seconds since 1970.
  /// - Returns: a receipt for each. The commit is on disk: these ids may be acknowledged.
  package func add(_ reports: [NewReport], at now: Int64) throws(StoreError) -> [Receipt] {
    try add(Self.prepare(reports), at: now)
  }

  package func add(_ reports: [PreparedReport], at now: Int64) throws(StoreError) -> [Receipt] {
    var latest: Known?
    do throws(StoreError) {
      let receipts = try store.write { db in
        try catchUp(db)
        var batch = try IngestBatch(db, now: now)
        let receipts = try reports.map { try add($0, to: &batch) }
        try batch.finish()
        latest = try Self.state(db)
        return receipts
      }
      known = latest
      return receipts
    } catch {
      // The fold has seen reports that the store has not.
      known = nil
      throw error
    }
  }

  private func add(_ prepared: PreparedReport, to batch: inout IngestBatch) throws -> Receipt {
    if let number = try batch.number(of: prepared) {
      let (story, head) = try batch.place(of: number)
      return Receipt(id: prepared.id.report, isNew: false, story: story.story, copyOf: head?.report)
    }
    let report = try batch.insert(prepared, traceVersion: F.traceVersion)
    let outcome = fold.add(report)
    let (story, head) = try batch.place(report, prepared, outcome)
    return Receipt(id: prepared.id.report, isNew: true, story: story.story, copyOf: head?.report)
  }

  /// Tells the fold what other processes did, or all of what it looks back upon.
  private func catchUp(_ db: Database) throws {
    let state = try Self.state(db)
    if let known {
      // Nil: something happened that a fold has to be told from the beginning.
      if let merges = try FoldMemories<F>.merges(db, after: known.event) {
        try FoldMemories(db, F.self).each(after: known.report) { fold.remember($0, at: $1) }
        for merge in merges { fold.merge(merge) }
        self.known = state
        return
      }
    }
    known = nil
    fold = F()
    let memories = FoldMemories(db, F.self)
    try memories.each(after: memories.start(of: fold.memory)) { fold.remember($0, at: $1) }
    for (story, other) in try FoldMemories<F>.divisions(db) { fold.keepApart(story, other) }
    for pin in try FoldMemories<F>.pins(db) { fold.pin(pin) }
    known = state
  }

  private static func state(_ db: Database) throws -> Known {
    let sequences = try Row.fetchAll(
      db, sql: "SELECT name, seq FROM sqlite_sequence WHERE name IN ('reports', 'history')")
    var known = Known(report: 0, event: 0)
    for row in sequences {
      if row["name"] == "reports" { known.report = row["seq"] } else { known.event = row["seq"] }
    }
    return known
  }
}
