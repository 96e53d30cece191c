import Dispatch
import Foundation
import Testing

@testable import StemmaStore

@Suite struct PackingTests {
  @Test func `texts come back as they went, from many threads at once`() {
    let texts = (0..<200).map { number in
      (0..<number * 7).map { "kelp\($0 % (number + 1)) " }.joined() + String(repeating: "é", count: number % 5)
    }
    let alone = texts.map { Packing.pack($0.utf8) }
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for (text, packed) in zip(texts, alone) {
        let again = Packing.pack(text.utf8)
        #expect(again == packed && Packing.text(again) == text)
      }
    }
    #expect(alone[199].count < texts[199].utf8.count / 2)
  }

  @Test func `what does not get smaller stays as it is`() {
    for text in ["", "a", "Ferry."] { #expect(Packing.pack(text.utf8) == Data([0] + Array(text.utf8))) }
  }
}
