import Synchronization

/// How many bytes of files a reader has taken so far, before they are unpacked. It may be asked from any thread.
package final class ReadingMeter: Sendable {
  private let taken = Atomic<Int>(0)

  package init() {}

  package var bytes: Int { taken.load(ordering: .relaxed) }

  func add(_ count: Int) { taken.wrappingAdd(count, ordering: .relaxed) }
}
