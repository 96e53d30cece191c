import Dispatch
import Synchronization

extension Ingester {
  /// Adds batch after batch; while one is written, those behind it are read and prepared on another thread.
  ///
  /// The result is that of `add` with the same batches.
  ///
  /// - Parameters:
  ///   - clock: seconds since 1970.
  ///   - next: the next batch, nil at the end. Called on another thread, never twice at once.
  ///   - acknowledge: called behind each commit, in order, on this thread.
  /// - Throws: `StoreError`; what `next` throws, once the batches before it are written; what `acknowledge` throws.
  package func add(
    clock: () -> Int64, from next: @escaping @Sendable () throws -> [NewReport]?,
    acknowledge: ([Receipt]) throws -> Void
  ) throws {
    let line = BatchLine()
    DispatchQueue.global().async {
      do {
        while let reports = try next() {
          guard line.put(Self.prepare(reports)) else { return }
        }
        line.end(nil)
      } catch {
        line.end(error)
      }
    }
    // Whoever is still reading stops at its next batch.
    defer { line.cancel() }
    while let batch = try line.take() { try acknowledge(try add(batch, at: clock())) }
  }
}

/// Prepared batches on their way from one thread to another: at most two, so that memory is bounded.
private final class BatchLine: Sendable {
  private struct State {
    var batches: [[PreparedReport]] = []
    var isCancelled = false
    var error: (any Error)?
  }

  private let state = Mutex(State())
  // A semaphore must not end lower than it began, so this one begins at nothing.
  private let room = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  init() { for _ in 0..<2 { room.signal() } }

  /// Waits for room; false if nobody wants batches any more.
  func put(_ batch: [PreparedReport]) -> Bool {
    room.wait()
    let isWanted = state.withLock { state in
      if !state.isCancelled { state.batches.append(batch) }
      return !state.isCancelled
    }
    filled.signal()
    return isWanted
  }

  func end(_ error: (any Error)?) {
    state.withLock { $0.error = error }
    filled.signal()
  }

  /// Waits for a batch; nil behind the last.
  func take() throws -> [PreparedReport]? {
    filled.wait()
    let (batch, error) = state.withLock { state -> ([PreparedReport]?, (any Error)?) in
      state.batches.isEmpty ? (nil, state.error) : (state.batches.removeFirst(), nil)
    }
    if let error { throw error }
    room.signal()
    return batch
  }

  func cancel() {
    state.withLock { $0.isCancelled = true }
    room.signal()
  }
}
