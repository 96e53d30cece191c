import StemmaModel
import StemmaText

/// For pairs of reports that are near each other, what speaks for and against their having one text behind them.
///
/// Evidence is a capped sum of log-likelihood ratios: no kind of it decides alone but a long run of the same words or
/// the same credit.
struct Kinship {
  /// Above it two reports are of one family, below the negative of `independentBelow` they are not.
  static let derivedAbove = LogOdds(1.5)
  static let independentBelow = LogOdds(-1.0)
  /// Two reports of one event that are taken at random are more often independent than not.
  static let prior = LogOdds(-1.0)
  /// At least, of a report and the parent that a person gave it: more than texts ever tell.
  static let decided = LogOdds(12.0)

  /// What order and choice may weigh where no wording is shared.
  static let mostStructure = 1.5

  struct Pair {
    var evidence: [Evidence]
    var logOdds: LogOdds
  }

  /// Fellows of each report whose kinship was weighed, in order, with the place of the pair.
  private var fellows: [[(report: Int, pair: Int)]]
  private var pairs: [Pair]

  /// - Complexity: O(pairs of `KinCandidates`), on all cores.
  init(_ collation: Collation, _ table: ClaimTable, _ decided: DecidedRelations) {
    let kinds: [any PairEvidence] = [
      SharedWording(collation), SharedOrder(collation, table), SharedSelection(collation, table),
      SharedCredit(collation), SharedQuoteCut(collation), ValueConflict(collation), OwnReporting(collation),
    ]
    let candidates = KinCandidates(collation, table).pairs(besides: decided.derivations).filter {
      !decided.areIndependent($0.a, $0.b)
    }
    pairs = Parallel.flatMap(candidates.count, by: 64) { part in
      candidates[part].map { a, b in
        let evidence = kinds.compactMap { $0.evidence(a, b) }
        let sum = Self.sum(evidence)
        return Pair(
          evidence: evidence,
          logOdds: decided.parent(of: a) == b || decided.parent(of: b) == a ? max(sum, Self.decided) : sum)
      }
    }
    fellows = Array(repeating: [], count: collation.story.reports.count)
    for (index, pair) in candidates.enumerated() {
      fellows[pair.a].append((pair.b, index))
      fellows[pair.b].append((pair.a, index))
    }
    for report in fellows.indices { fellows[report].sort { $0.report < $1.report } }
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

  /// Nil where the two were not weighed: nothing brings them near each other.
  subscript(a: Int, b: Int) -> Pair? {
    let list = fellows[a]
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].report < b { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low].report == b ? pairs[list[low].pair] : nil
  }

  /// The reports that one was weighed with, in order.
  func fellows(of report: Int) -> [(report: Int, pair: Pair)] { fellows[report].map { ($0.report, pairs[$0.pair]) } }
}

/// One kind of evidence about a pair of reports.
protocol PairEvidence: Sendable {
  /// Nil where this kind has nothing to say; `a < b`.
  func evidence(_ a: Int, _ b: Int) -> Evidence?
}
