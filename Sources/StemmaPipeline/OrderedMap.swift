import Foundation

/// Turns what a producer brings into something else on several threads, and hands it on in order.
///
/// At most `ahead` inputs are under way, so memory is bounded however long the stream; the producer waits.
final class OrderedMap<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  private struct Slot {
    var input: Input?
    var output: Output?
  }

  private let ahead: Int
  private let transform: @Sendable (Input, Int) -> Output
  private let condition = NSCondition()
  // Guarded by `condition`. Slots are those of the numbers `first` and up.
  private var slots: [Slot] = []
  private var first = 0
  /// The next to be taken by a worker.
  private var next = 0
  private var isEnded = false
  private var isStopped = false

  init(threads: Int, ahead: Int, _ transform: @escaping @Sendable (Input, Int) -> Output) {
    self.ahead = max(1, ahead)
    self.transform = transform
    for _ in 0..<max(1, threads) {
      let worker = Thread { self.work() }
      // Pages nest, and those who read them recurse.
      worker.stackSize = 8 << 20
      worker.start()
    }
  }

  /// Starts the producer on a thread of its own and receives here until it is done.
  ///
  /// - Parameter produce: calls its argument with each input; that returns false when nobody wants more.
  /// - Throws: what `receive` throws; the producer is told to stop, and what is under way is dropped.
  func run(
    _ produce: @escaping @Sendable ((Input) -> Bool) -> Void, receive: (Output) throws -> Void
  ) rethrows {
    let producer = Thread {
      produce { self.put($0) }
      self.locked { self.isEnded = true }
    }
    producer.stackSize = 8 << 20
    producer.start()
    defer { locked { isStopped = true } }
    while let output = take() { try receive(output) }
  }

  private func locked(_ change: () -> Void) {
    condition.lock()
    change()
    condition.broadcast()
    condition.unlock()
  }

  private func put(_ input: Input) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while slots.count >= ahead, !isStopped { condition.wait() }
    if isStopped { return false }
    slots.append(Slot(input: input))
    condition.broadcast()
    return true
  }

  private func take() -> Output? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let output = slots.first?.output {
        slots.removeFirst()
        first += 1
        condition.broadcast()
        return output
      }
      if isEnded, slots.isEmpty { return nil }
      condition.wait()
    }
  }

  private func work() {
    condition.lock()
    defer { condition.unlock() }
    while true {
      while next - first >= slots.count {
        if isStopped || isEnded && slots.isEmpty { return }
        condition.wait()
      }
      if isStopped { return }
      let number = next
      next += 1
      guard let input = slots[number - first].input else { continue }
      slots[number - first].input = nil
      condition.unlock()
      let output = transform(input, number)
      condition.lock()
      // Its slot waits for it: only what is done is taken.
      slots[number - first].output = output
      condition.broadcast()
    }
  }
}
