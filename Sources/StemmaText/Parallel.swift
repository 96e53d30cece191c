import Dispatch

/// Independent pieces of work, done on all cores.
package enum Parallel {
  /// The result of each piece in its place, whichever is done first.
  ///
  /// - Parameter count: a few dozen pieces or more share the cores evenly; one costs about a microsecond.
  package static func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    guard count > 1 else { return (0..<max(0, count)).map(work) }
    return [Result](unsafeUninitializedCapacity: count) { slots, initialized in
      // Each piece writes its own slot, once, and all are done before the slots are read.
      nonisolated(unsafe) let base = slots.baseAddress!
      DispatchQueue.concurrentPerform(iterations: count) { (base + $0).initialize(to: work($0)) }
      initialized = count
    }
  }

  /// The same over consecutive ranges of many small pieces, each range's results together, in order.
  ///
  /// - Parameters:
  ///   - count: pieces in all.
  ///   - size: pieces in a range: work that shares its scratch space.
  package static func flatMap<Result: Sendable>(
    _ count: Int, by size: Int, _ work: @Sendable (Range<Int>) -> [Result]
  ) -> [Result] {
    let parts = map((count + size - 1) / size) { part in work(part * size..<min(count, (part + 1) * size)) }
    var all: [Result] = []
    all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { all += part }
    return all
  }
}
