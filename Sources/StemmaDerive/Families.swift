import StemmaModel

/// The families of a story, which report is of which, and what speaks for two of them being one.
struct Families {
  /// In order of their first report, each in order; a report of its own line is a family of one.
  let all: [[Int]]
  /// By report.
  let of: [Int]
  /// By pair of families, the lower first: what their pairs of reports say together.
  private let between: [Pair: FamilyFinder.Between]
  /// Pairs of which a person said that their reports are independent, and that one drew on the other, in order.
  let apart: [(a: Int, b: Int)]
  let crossing: [(a: Int, b: Int)]

  private struct Pair: Hashable {
    var a: Int
    var b: Int
  }

  /// - Complexity: O(pairs that were weighed).
  init(_ all: [[Int]], kinship: Kinship, decided: DecidedRelations) {
    self.all = all
    var of = [Int](repeating: 0, count: all.reduce(0) { $0 + $1.count })
    for (index, family) in all.enumerated() { for report in family { of[report] = index } }
    self.of = of
    var between: [Pair: FamilyFinder.Between] = [:]
    for report in of.indices {
      for fellow in kinship.fellows(of: report) where fellow.report > report && of[fellow.report] != of[report] {
        let nats = fellow.pair.logOdds.nats
        let key = Pair(a: min(of[report], of[fellow.report]), b: max(of[report], of[fellow.report]))
        between[key, default: FamilyFinder.Between()].add(
          FamilyFinder.Between(sum: nats, pairs: 1, strongest: nats))
      }
    }
    self.between = between
    func pairs(_ reports: [(Int, Int)]) -> [(a: Int, b: Int)] {
      Set(reports.map { Pair(a: min(of[$0], of[$1]), b: max(of[$0], of[$1])) }).filter { $0.a != $0.b }
        .map { ($0.a, $0.b) }.sorted { $0 < $1 }
    }
    apart = pairs(decided.independentPairs)
    crossing = pairs(decided.derivations)
  }

  /// The mean log-odds of two families' being one; nil where nothing brings any of their reports near each other.
  func mean(_ a: Int, _ b: Int) -> Double? {
    between[Pair(a: min(a, b), b: max(a, b))].map { $0.sum / Double($0.pairs) }
  }

  /// Whether the evidence on the mean leaves it open that two families are one.
  func mayBeOne(_ a: Int, _ b: Int) -> Bool {
    (mean(a, b).map { $0 > Kinship.independentBelow.nats } ?? false)
      && !apart.contains { $0 == (min(a, b), max(a, b)) }
  }

  /// Pairs of families of which it is open, in order.
  var open: [(a: Int, b: Int)] {
    between.keys.filter { mayBeOne($0.a, $0.b) }.map { ($0.a, $0.b) }.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}
