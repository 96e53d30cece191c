import Foundation
package import StemmaModel
import StemmaRead
package import StemmaStore

/// A store with what fills it: reports come in and find their stories; a story's dossier is made when somebody reads it.
///
/// One thread uses it at a time.
package final class Desk {
  /// A report that is on disk.
  package struct Acknowledged: Sendable {
    package var id: String
    /// False if the store had it already.
    package var isNew: Bool
    package var story: String
    package var copyOf: String?
    package var source: String
  }

  package enum Event: Sendable {
    /// A batch whose commit has returned, and the bytes of its pages.
    case acknowledged([Acknowledged], bytes: Int)
    /// Trouble with an input, or with one of its reports.
    case caveat(Caveat)
  }

  package let store: Store
  let web: Web
  private let ingester: Ingester<DeskFold>

  package init(_ store: Store, web: Web = Web()) {
    self.store = store
    self.web = web
    ingester = Ingester(store)
  }

  /// Seconds since 1970.
  package static var now: Int64 { Int64(Date().timeIntervalSince1970) }

  /// Brings the reports of files, folders, addresses or standard input into the store.
  ///
  /// - Parameters:
  ///   - batch: reports in one commit, at the most; fewer where they come slowly.
  ///   - receive: called on this thread; what it throws ends the run behind the last commit.
  /// - Throws: `StoreError`, and what `receive` throws.
  /// - Complexity: the memory is that of the fold and of three batches.
  package func ingest(_ inputs: [String], batch: Int = 1000, _ receive: (Event) throws -> Void) throws {
    try ingest(inputs, batch: batch, reader: web.reader(), receive)
  }

  /// - Parameter isFeed: of pages only those count that are items of a list.
  func ingest(
    _ inputs: [String], batch: Int, reader: Reader, isFeed: Bool = false, _ receive: (Event) throws -> Void
  ) throws {
    let intake = DeskIntake(batch: batch)
    let extraction = Extraction(web: web)
    // Reading stands on a thread of its own, so that it goes on while a batch is written.
    let producer = Thread {
      try? extraction.run(
        inputs, reader: reader, making: { report, page, _ in Self.prepared(report, page, isFeed: isFeed) }
      ) { outcome in
        let isWanted = intake.put { load in
          switch outcome {
          case .caveat(let caveat): load.caveats.append(caveat)
          case .report(let made, let bytes):
            load.bytes += bytes
            load.caveats += made.caveats
            if let report = made.report { load.reports.append(report) }
          }
        }
        guard isWanted else { throw CancellationError() }
      }
      intake.end()
    }
    producer.stackSize = 8 << 20
    producer.start()
    defer { intake.cancel() }
    while let load = intake.take() {
      for caveat in load.caveats { try receive(.caveat(caveat)) }
      guard !load.reports.isEmpty else { continue }
      let receipts = try ingester.add(load.reports, at: Self.now)
      try receive(
        .acknowledged(
          zip(receipts, load.reports).map { receipt, prepared in
            Acknowledged(
              id: receipt.id, isNew: receipt.isNew, story: receipt.story, copyOf: receipt.copyOf,
              source: prepared.report.source)
          }, bytes: load.bytes))
    }
  }

  private struct Prepared: Sendable {
    var report: PreparedReport?
    var caveats: [Caveat] = []
  }

  private static func prepared(_ report: Report, _ page: Page, isFeed: Bool) -> Prepared {
    if isFeed, !page.source.contains("#") {
      return Prepared(caveats: [Caveat(.unreadable, source: page.source, note: "\(page.source) is no feed.")])
    }
    guard let new = DeskRecord.report(report, of: page) else {
      return Prepared(caveats: page.caveats + [Pipeline.nothingToRead(report.source)])
    }
    return Prepared(report: PreparedReport(new, tracedBy: DeskFold.self))
  }

  /// Works all near-copies and stories out anew; decisions made by hand hold.
  ///
  /// - Returns: how many reports changed their story.
  package func refold(progress: (Int) -> Void) throws -> Int {
    try store.refold(with: DeskFold.self, at: Self.now, progress: progress)
  }
}
