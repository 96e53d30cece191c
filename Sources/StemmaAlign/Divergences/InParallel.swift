import Dispatch

/// The same work on many things, on all cores; the results stand in the order of the things, whoever was done first.
enum InParallel {
  static func map<Element: Sendable, Result: Sendable>(
    _ items: [Element], _ work: @Sendable (Element) -> Result
  ) -> [Result] {
    guard items.count > 1 else { return items.map(work) }
    return [Result](unsafeUninitializedCapacity: items.count) { buffer, count in
      // Each slot is written once, by the one iteration that has its index; nobody reads until all are done.
      nonisolated(unsafe) let slots = buffer.baseAddress!
      DispatchQueue.concurrentPerform(iterations: items.count) { index in
        (slots + index).initialize(to: work(items[index]))
      }
      count = items.count
    }
  }
}
