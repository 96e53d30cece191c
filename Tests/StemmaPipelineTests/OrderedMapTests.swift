import Foundation
import Testing

@testable import StemmaPipeline

@Suite struct OrderedMapTests {
  @Test(arguments: [(1, 1), (2, 3), (4, 8)])
  func `what comes out is in order and all of it`(threads: Int, ahead: Int) {
    let map = OrderedMap<Int, Int>(threads: threads, ahead: ahead) { input, number in
      if input % 5 == 0 { Thread.sleep(forTimeInterval: 0.001) }
      #expect(input == number)
      return input * input
    }
    var received: [Int] = []
    map.run({ put in for number in 0..<200 { _ = put(number) } }) { received.append($0) }
    #expect(received == (0..<200).map { $0 * $0 })
  }

  @Test func `nothing in, nothing out`() {
    let map = OrderedMap<Int, Int>(threads: 2, ahead: 2) { input, _ in input }
    map.run({ _ in }) { _ in #expect(Bool(false), "nothing was put") }
  }

  @Test func `the producer is never further ahead than allowed`() {
    final class Count: @unchecked Sendable {
      private let lock = NSLock()
      private var open = 0
      private(set) var most = 0
      func change(_ by: Int) {
        lock.withLock {
          open += by; most = max(most, open)
        }
      }
    }
    let count = Count()
    let map = OrderedMap<Int, Int>(threads: 3, ahead: 5) { input, _ in input }
    map.run({ put in
      for number in 0..<300 where put(number) { count.change(1) }
    }) { _ in count.change(-1) }
    // One more is on its way in, and one on its way out.
    #expect(count.most <= 7)
  }

  @Test func `who has had enough stops the producer`() {
    struct Enough: Error {}
    let isTold = DispatchSemaphore(value: 0)
    let map = OrderedMap<Int, Int>(threads: 2, ahead: 2) { input, _ in input }
    var received = 0
    #expect(throws: Enough.self) {
      try map.run({ put in
        var number = 0
        while put(number) { number += 1 }
        isTold.signal()
      }) { _ in
        received += 1
        if received == 10 { throw Enough() }
      }
    }
    #expect(isTold.wait(timeout: .now() + 10) == .success)
  }
}
