import StemmaTestSupport
import StemmaText
import Testing

struct EditAlignmentTests {
  private func slowLength(_ a: ArraySlice<Int>, _ b: ArraySlice<Int>) -> Int {
    guard let x = a.first, let y = b.first else { return 0 }
    if x == y { return 1 + slowLength(a.dropFirst(), b.dropFirst()) }
    return max(slowLength(a.dropFirst(), b), slowLength(a, b.dropFirst()))
  }

  @Test func `pairs agree, rise, and are as many as the slow twin finds`() {
    var random = SeededRandom(11)
    for _ in 0..<150 {
      let a = (0..<Int.random(in: 0...9, using: &random)).map { _ in Int.random(in: 0..<4, using: &random) }
      let b = (0..<Int.random(in: 0...9, using: &random)).map { _ in Int.random(in: 0..<4, using: &random) }
      let pairs = EditAlignment.common(a, b)
      #expect(pairs.count == slowLength(a[...], b[...]))
      #expect(pairs.allSatisfy { a[$0.a] == b[$0.b] })
      #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.a < $1.a && $0.b < $1.b })
    }
  }

  @Test func `beyond the limit only head and tail are aligned`() {
    let a = [1, 2, 3, 4, 5, 6, 9], b = [1, 3, 2, 5, 4, 7, 9]
    #expect(EditAlignment.common(a, b, limit: 4).map(\.a) == [0, 6])
  }
}
