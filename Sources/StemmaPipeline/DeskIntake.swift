import Foundation
import StemmaModel
import StemmaStore

/// Reports on their way from the threads that read to the one that writes.
///
/// While a batch is written the next one gathers; no more than two batches or `byteLimit` wait, then the readers do.
final class DeskIntake: @unchecked Sendable {
  /// What came of the inputs since the last time that somebody asked.
  struct Load {
    var reports: [PreparedReport] = []
    var caveats: [Caveat] = []
    /// Bytes of the pages.
    var bytes = 0

    var isEmpty: Bool { reports.isEmpty && caveats.isEmpty }
  }

  private static let byteLimit = 64 << 20
  /// Whatever trickles in is written after so long.
  private static let patience = 0.3

  private let batch: Int
  private let condition = NSCondition()
  // Guarded by `condition`.
  private var load = Load()
  private var isEnded = false
  private var isCancelled = false

  init(batch: Int) { self.batch = batch }

  /// Waits for room; false if nobody wants more.
  func put(_ change: (inout Load) -> Void) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while !isCancelled, load.reports.count >= 2 * batch || load.bytes > Self.byteLimit { condition.wait() }
    if isCancelled { return false }
    let wasEmpty = load.isEmpty
    change(&load)
    // Whoever writes waits for the first report, and then for a batch or his patience's end.
    if wasEmpty || load.reports.count >= batch || load.bytes > Self.byteLimit { condition.broadcast() }
    return true
  }

  func end() { locked { isEnded = true } }

  func cancel() { locked { isCancelled = true } }

  private func locked(_ change: () -> Void) {
    condition.lock()
    change()
    condition.broadcast()
    condition.unlock()
  }

  /// Waits for a batch, or for less after a while; nil at the end.
  func take() -> Load? {
    condition.lock()
    defer { condition.unlock() }
    var deadline: Date?
    while load.reports.count < batch, load.bytes <= Self.byteLimit, !isEnded {
      if load.isEmpty {
        condition.wait()
        continue
      }
      let end = deadline ?? Date(timeIntervalSinceNow: Self.patience)
      deadline = end
      if !condition.wait(until: end) { break }
    }
    guard !load.isEmpty else { return nil }
    var taken = load
    load = Load()
    if taken.reports.count > batch {
      load.reports = Array(taken.reports[batch...])
      taken.reports.removeLast(taken.reports.count - batch)
      load.bytes = taken.bytes / 2
    }
    condition.broadcast()
    return taken
  }
}
