import StemmaModel

/// For every pair of reports, what speaks for and against their having one text behind them.
///
/// Evidence is a capped sum of log-likelihood ratios: no kind of it decides alone but a long run of the same words or
/// the same credit.
struct Kinship {
  /// Above it two reports are of one family, below the negative of `independentBelow` they are not.
  static let derivedAbove = LogOdds(1.5)
  static let independentBelow = LogOdds(-1.0)
  /// Two reports of one event that are taken at random are more often independent than not.
  static let prior = LogOdds(-1.0)

  /// What order and choice may weigh where no wording is shared.
  static let mostStructure = 1.5

  struct Pair {
    var evidence: [Evidence]
    var logOdds: LogOdds
  }

  private let count: Int
  private var pairs: [Pair]

  init(_ collation: Collation, _ table: ClaimTable) {
    count = collation.story.reports.count
    pairs = Array(repeating: Pair(evidence: [], logOdds: Self.prior), count: count * count)
    let kinds: [any PairEvidence] = [
      SharedWording(collation), SharedOrder(collation, table), SharedSelection(collation, table),
      SharedCredit(collation),
      SharedQuoteCut(collation), ValueConflict(collation, table), OwnReporting(collation),
    ]
    for a in 0..<count {
      for b in 0..<a {
        let evidence = kinds.compactMap { $0.evidence(b, a) }
        let sum = Self.sum(evidence)
        pairs[a * count + b] = Pair(evidence: evidence, logOdds: sum)
        pairs[b * count + a] = pairs[a * count + b]
      }
    }
  }

  /// Order and choice of matter add to shared wording, they do not stand in for it: two newsrooms that go from the same
  /// news to the same background choose and order alike.
  private static func sum(_ evidence: [Evidence]) -> LogOdds {
    var structure = 0.0
    var rest = prior
    var wording = 0.0
    for item in evidence {
      switch item.kind {
      case .sharedOrder, .containment: structure += item.weight.nats
      case .sharedWording:
        wording = item.weight.nats
        rest = rest + item.weight
      default: rest = rest + item.weight
      }
    }
    return rest + LogOdds(min(structure, mostStructure + wording))
  }

  subscript(a: Int, b: Int) -> Pair { pairs[a * count + b] }

  func areUndecided(_ a: Int, _ b: Int) -> Bool {
    let odds = self[a, b].logOdds
    return odds < Self.derivedAbove && odds > Self.independentBelow
  }
}

/// One kind of evidence about a pair of reports.
protocol PairEvidence {
  /// Nil where this kind has nothing to say; `a < b`.
  func evidence(_ a: Int, _ b: Int) -> Evidence?
}
