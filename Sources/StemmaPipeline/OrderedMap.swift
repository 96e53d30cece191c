import Foundation

/// Turns what a producer brings into something else on several threads, and hands it on in order.
///
/// At most `ahead` inputs are under way, so memory is bounded however long the stream; the producer waits.
final class OrderedMap<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  private struct Slot {
    var input: Input?
    var output: Output?
  }

  private let threads: Int
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
  // Who waits: nobody is woken for nothing, which takes as long as a short report.
  private var idleWorkers = 0
  private var producerWaits = false
  private var receiverWaits = false

  init(threads: Int, ahead: Int, _ transform: @escaping @Sendable (Input, Int) -> Output) {
    self.threads = max(1, threads)
    self.ahead = max(1, ahead)
    self.transform = transform
    for _ in 0..<self.threads {
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
    while slots.count >= ahead, !isStopped {
      producerWaits = true
      condition.wait()
    }
    producerWaits = false
    if isStopped { return false }
    slots.append(Slot(input: input))
    if idleWorkers > 0 { condition.broadcast() }
    return true
  }

  private func take() -> Output? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let output = slots.first?.output {
        slots.removeFirst()
        first += 1
        receiverWaits = false
        if producerWaits || isEnded && slots.isEmpty { condition.broadcast() }
        return output
      }
      if isEnded, slots.isEmpty { return nil }
      receiverWaits = true
      condition.wait()
    }
  }

  private func work() {
    condition.lock()
    defer { condition.unlock() }
    while true {
      while next - first >= slots.count {
        if isStopped || isEnded && slots.isEmpty { return }
        idleWorkers += 1
        condition.wait()
        idleWorkers -= 1
      }
      if isStopped { return }
      // Of many that wait, several at a time.
      let start = next
      next += max(1, (slots.count - (start - first)) / threads)
      var inputs: [Input] = []
      for number in start..<next {
        guard let input = slots[number - first].input else { continue }
        slots[number - first].input = nil
        inputs.append(input)
      }
      condition.unlock()
      let outputs = inputs.enumerated().map { transform($1, start + $0) }
      condition.lock()
      // Their slots wait for them: only what is done is taken.
      for (place, output) in outputs.enumerated() { slots[start + place - first].output = output }
      if receiverWaits, start == first { condition.broadcast() }
    }
  }
}
