import Foundation
import StemmaModel
import StemmaText

/// Whether an amount in a passage is the one that is claimed.
enum Amounts {
  enum Verdict {
    case same
    /// The passage is less exact: it bears the claim's number, and does not say it.
    case vaguer
    case other
  }

  /// How far over a bound a number may be that is told by it: "more than 200" of 214, not of 900.
  static let nearBound = 1.5
  /// What conversion of units may change.
  static let conversion = 0.03

  /// Every amount in a stretch, and every number there that is none: "two landed", of nothing that is named.
  static func all(of report: AnnotatedReport, in span: TextSpan) -> [QuantityMention] {
    let amounts = report.quantities.filter { span.contains($0.span) }
    let bare = report.numbers.filter { number in
      span.contains(number.span) && !amounts.contains { $0.number.overlaps(number.span) }
        && !report.times.contains { $0.span.overlaps(number.span) }
        && !report.tokens[report.tokenRange(of: number.span)].contains { $0.key == "one" || $0.key.contains(":") }
    }.map { QuantityMention(span: $0.span, number: $0.span, value: $0.value, kind: .number, unit: "") }
    return (amounts + bare).sorted { $0.span < $1.span }
  }

  static func areOfOneKind(_ a: QuantityMention, _ b: QuantityMention) -> Bool {
    if a.kind == .duration || b.kind == .duration || a.kind == .age || b.kind == .age { return a.kind == b.kind }
    if a.kind == .percentage || b.kind == .percentage { return a.kind == b.kind }
    if a.kind == .money || b.kind == .money {
      // "a bill of 240 million", behind a sum in euros.
      return a.kind == b.kind || [a, b].contains { $0.kind == .number && $0.unit.isEmpty && $0.value >= 1000 }
    }
    if let p = a.change, let q = b.change, p != q { return false }
    if a.kind == .measure || b.kind == .measure {
      return a.kind == b.kind && (a.unit == b.unit || scale(a) != nil && scale(b) != nil)
    }
    // Counts: of the same noun, or of people either way, or of nothing that is named.
    let (x, y) = (noun(a.unit), noun(b.unit))
    if x.isEmpty || y.isEmpty || x == y || isPeople(x) && isPeople(y) { return true }
    let shared = Set(SameWords.groups(of: x)).intersection(SameWords.groups(of: y))
    if !shared.isEmpty { return true }
    guard let p = WordVectors.direction(of: x), let q = WordVectors.direction(of: y) else { return false }
    return WordVectors.cosine(p, q) >= WordLikeness.leastCosine
  }

  static func compare(_ claimed: QuantityMention, _ found: QuantityMention) -> Verdict {
    if claimed.kind == .money, found.kind == .money, claimed.unit != found.unit { return .other }
    let (a, b) = (interval(claimed), interval(found))
    let tolerance = claimed.unit == found.unit ? 1e-6 : conversion
    func isSame(_ x: Double, _ y: Double) -> Bool { abs(x - y) <= tolerance * max(abs(x), abs(y)) }
    if isSame(a.low, b.low), isSame(a.high, b.high) {
      switch (claimed.comparator, found.comparator) {
      case let (x, y) where x == y: return .same
      case (.moreThan, .lessThan), (.lessThan, .moreThan), (.atLeast, .atMost), (.atMost, .atLeast),
        (.almost, .moreThan), (.moreThan, .almost):
        return .other
      case (.equal, .moreThan), (.equal, .lessThan), (.moreThan, .equal), (.lessThan, .equal), (.moreThan, .about),
        (.lessThan, .about):
        return .vaguer
      default: return .same
      }
    }
    // The claim is the vaguer one: what the passage says bears it out.
    switch claimed.comparator {
    case .moreThan, .atLeast:
      if b.low >= a.low, isRounded(a.low, of: b.low, .down), isPlain(found) { return .same }
      if b.low >= a.low, b.low <= a.low * nearBound { return .vaguer }
    case .lessThan, .atMost, .almost:
      if b.high <= a.high, isRounded(a.high, of: b.high, .up), isPlain(found) { return .same }
      if b.high <= a.high, b.high * nearBound >= a.high { return .vaguer }
    case .about: if isRounded(a.low, of: b.low, .toNearestOrEven), b.low == b.high { return .same }
    default: break
    }
    if claimed.high != nil, a.low <= b.low, b.high <= a.high { return .same }
    // The passage is the vaguer one.
    switch found.comparator {
    case .moreThan, .atLeast: if a.low >= b.low, a.low <= b.low * nearBound { return .vaguer }
    case .lessThan, .atMost, .almost: if a.high <= b.high, a.high * nearBound >= b.high { return .vaguer }
    case .about: if isRounded(b.low, of: a.low, .toNearestOrEven) { return .vaguer }
    default: break
    }
    if found.high != nil, b.low <= a.low, a.high <= b.high { return .vaguer }
    return .other
  }

  private static func isPlain(_ amount: QuantityMention) -> Bool {
    [.equal, .about, .record].contains(amount.comparator)
  }

  /// Whether a number is another, cut to as many digits as it has: 20 of 23, 4,000 of 4,200; not 5,000 of 4,200.
  private static func isRounded(_ rounded: Double, of exact: Double, _ rule: FloatingPointRoundingRule) -> Bool {
    guard rounded > 0, exact > 0 else { return false }
    var unit = 1.0
    while rounded.truncatingRemainder(dividingBy: unit * 10) == 0, unit < rounded { unit *= 10 }
    return unit > 1 && (exact / unit).rounded(rule) * unit == rounded
  }

  private static func interval(_ amount: QuantityMention) -> (low: Double, high: Double) {
    let scale = scale(amount) ?? 1
    return (amount.value * scale, (amount.high ?? amount.value) * scale)
  }

  private static let metres = [
    "km": 1000.0, "m": 1, "cm": 0.01, "mm": 0.001, "mile": 1609.344, "foot": 0.3048, "inch": 0.0254, "yard": 0.9144,
  ]
  private static func scale(_ amount: QuantityMention) -> Double? { metres[amount.unit] }

  static func noun(_ unit: String) -> String {
    WordStem.of(unit.lowercased().split(separator: " ").last.map(String.init) ?? "")
  }

  private static func isPeople(_ stem: String) -> Bool { people.contains(stem) }
  private static let people: Set<String> = Set(
    "people person persons others victims dead deaths lives wounded injured injuries casualties fatalities individuals survivors residents members"
      .split(separator: " ").map { WordStem.of(String($0)) })
}
