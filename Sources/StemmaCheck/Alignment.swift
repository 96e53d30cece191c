import StemmaModel

/// What of an assertion was found in a sentence, and where.
struct Alignment {
  /// For each part, 0…1.
  var worth: [Double]
  /// For each part: found beside the sentence, not in it.
  var isNear: [Bool]
  /// For each of the claim's tokens, the report's.
  var tokens: [Int?]
  /// Parts for which the sentence has something else.
  var conflicts: Set<Int> = []
  var differences: [Passage.Difference] = []

  init(parts: Int, tokens: Int) {
    worth = Array(repeating: 0, count: parts)
    isNear = Array(repeating: false, count: parts)
    self.tokens = Array(repeating: nil, count: tokens)
  }

  mutating func match(_ part: Int, _ own: Int, _ there: Int, _ worth: Double) {
    self.worth[part] = max(self.worth[part], worth)
    tokens[own] = there
  }

  func weight(_ assertion: Assertion, _ kind: Assertion.Kind) -> Double {
    assertion.parts.indices.reduce(0) { $0 + (assertion.parts[$1].kind == kind ? worth[$1] : 0) }
  }

  /// From the first to the last matched token.
  func region(in sentence: Statement, of report: AnnotatedReport) -> Range<Int>? {
    let there = tokens.compactMap { $0 }
    guard let low = there.min(), let high = there.max() else { return nil }
    return low..<(high + 1)
  }
}
