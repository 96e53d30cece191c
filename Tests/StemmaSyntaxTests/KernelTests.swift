import CSyntaxModel
import Testing

@testable import StemmaSyntax

@Suite struct KernelTests {
  /// A few places in each table, so that features meet rows of others.
  private static let bits: UInt32 = 8

  @Test func `the best choice is what adding up row by row finds`() {
    var random = Random(5)
    let marks = (0..<256).map { _ in UInt16(truncatingIfNeeded: random.next() & 3) }
    let rows = (0..<256 * 32).map { _ in Int8(truncatingIfNeeded: random.next()) }
    for count in [0, 1, 2, 23, 30, 128] {
      for _ in 0..<200 {
        let features = (0..<count).map { _ in UInt32(truncatingIfNeeded: random.next()) & 0xFFFF_0003 }
        var sums = [Int](repeating: 0, count: 32)
        for feature in features {
          let slot = Feature.slot(feature, bits: Self.bits)
          guard marks[slot] == UInt16(truncatingIfNeeded: feature) else { continue }
          for lane in 0..<32 { sums[lane] += Int(rows[slot * 32 + lane]) }
        }
        let best = sums.firstIndex(of: sums.max()!)!
        #expect(Int(stemma_syntax_best(marks, rows, Self.bits, features, count)) == best)
      }
    }
  }

  @Test func `the best action is what adding up row by row finds`() {
    var random = Random(6)
    let rows = (0..<256).map { _ in UInt32(truncatingIfNeeded: random.next()) & 0x01FF_01FF }
    for count in [0, 1, 2, 57, 128] {
      for _ in 0..<200 {
        let features = (0..<count).map { _ in UInt32(truncatingIfNeeded: random.next()) & 0xF1FF_F1FF & 0x01FF_01FF }
        var left = 0
        var right = 0
        for feature in features {
          let row = rows[Feature.slot(feature, bits: Self.bits)]
          guard row & 0xFF00_FF00 == feature & 0xFF00_FF00 else { continue }
          left += Int(row & 0xFF) - 128
          right += Int(row >> 16 & 0xFF) - 128
        }
        for allowed in [false, true] {
          let best = allowed && right > 0 && right > left ? 2 : left > 0 ? 1 : 0
          #expect(Int(stemma_syntax_action(rows, Self.bits, features, count, allowed ? 1 : 0)) == best)
        }
      }
    }
  }

  @Test func `whatever is chosen, a sentence of n tokens is done in 2n − 1 actions and is one projective tree`() {
    var random = Random(7)
    for count in [1, 2, 3, 10, 60, 250] {
      var nodes = (0...count).map { at in
        var node = Node()
        (node.begin, node.end) = (UInt16(at), UInt16(at + 1))
        return node
      }
      var stack = [UInt16](repeating: 0, count: count + 1)
      var actions = 0
      nodes.withUnsafeMutableBufferPointer { nodes in
        stack.withUnsafeMutableBufferPointer { stack in
          var state = Transitions(nodes.baseAddress!, stack.baseAddress!, count)
          while !state.isFinal {
            let allowed = [Action.shift, .left, .right].filter { state.allows($0) }
            let action = allowed[Int(random.next() % UInt64(allowed.count))]
            actions += 1
            if action == .shift {
              state.shift()
            } else {
              let (head, dependent) = state.arc(action)
              state.attach(dependent, to: head, 0)
            }
          }
        }
      }
      #expect(actions == 2 * count - 1)
      #expect(nodes[1...].count { $0.head == 0 } == 1)
      for at in 1...count where nodes[at].head != 0 {
        let head = nodes[Int(nodes[at].head)]
        #expect(head.begin <= nodes[at].begin && nodes[at].end <= head.end)
      }
    }
  }
}

/// The same numbers at each run: SplitMix64.
struct Random {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
