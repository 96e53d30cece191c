import StemmaModel

/// The same words in the same order, outside quotation marks.
struct SharedWording: PairEvidence {
  /// What independent reports of one event share, in nats per 100 words of the shorter (design.md).
  static let independentRate = 16.0
  /// How much more makes a nat of evidence.
  static let rateOfNat = 7.0
  static let most = 8.0
  /// The share of the sentences below which shared wording counts for less. Set so that one borrowed paragraph of six
  /// does not make kin; the families of the annotated stories are the same with it and without.
  static let spreadOfKin = 0.4
  /// Little shared wording says little: a paraphrase and a translation leave none.
  static let least = -1.2

  private let collation: Collation
  private var nats: [Int: (sum: Double, matches: [Match])] = [:]
  private var lengths: [Int]

  init(_ collation: Collation) {
    self.collation = collation
    let reports = collation.story.reports
    lengths = reports.map { $0.tokens.count { $0.kind != .mark } }
    for match in collation.story.matches where !match.isQuoted && !Self.isCited(match, in: collation.story) {
      nats[match.a * reports.count + match.b, default: (0, [])].sum += match.nats
      nats[match.a * reports.count + match.b]!.matches.append(match)
    }
  }

  private static func isCited(_ match: Match, in story: Story) -> Bool {
    let a = Place(Siglum(match.a), story.reports[match.a].span(of: match.aTokens))
    let b = Place(Siglum(match.b), story.reports[match.b].span(of: match.bTokens))
    return Citation(of: a, in: story).isOpen || Citation(of: b, in: story).isOpen
  }

  /// The share of the shorter report's sentences that a run touches: who rewrites a text keeps words of it everywhere,
  /// who takes a passage has them in one place.
  private func spread(_ matches: [Match], _ a: Int, _ b: Int) -> Double {
    let shorter = lengths[a] <= lengths[b] ? a : b
    let report = collation.story.reports[shorter]
    let runs = matches.map { shorter == $0.a ? $0.aTokens : $0.bTokens }.sorted { $0.lowerBound < $1.lowerBound }
    var touched = 0
    var next = 0
    var reach = 0
    for statement in report.statements {
      while next < runs.count, runs[next].lowerBound < statement.tokens.upperBound {
        reach = max(reach, runs[next].upperBound)
        next += 1
      }
      touched += reach > statement.tokens.lowerBound ? 1 : 0
    }
    return Double(touched) / Double(max(1, report.statements.count))
  }

  func evidence(_ a: Int, _ b: Int) -> Evidence? {
    let found = nats[a * lengths.count + b] ?? (0, [])
    let words = Double(max(40, min(lengths[a], lengths[b])))
    let rate = 100 * found.sum / words * min(1, spread(found.matches, a, b) / Self.spreadOfKin)
    let weight = max(Self.least, min(Self.most, (rate - Self.independentRate) / Self.rateOfNat))
    let longest = found.matches.sorted { ($1.nats, $0.aTokens.lowerBound) < ($0.nats, $1.aTokens.lowerBound) }.prefix(3)
    let shown = longest.filter { $0.nats > 0 }
    let total = found.matches.reduce(0) { $0 + $1.words }
    let note =
      weight > 0
      ? "\(total) words in common runs outside quotation marks; the longest has \(found.matches.map(\.words).max() ?? 0)"
      : "hardly any wording in common outside quotation marks"
    return Evidence(
      weight > 0 ? .sharedWording : .counter, weight: LogOdds(weight), note: note,
      places: weight > 0 ? shown.flatMap { places($0) }.sorted() : [])
  }

  private func places(_ match: Match) -> [Place] {
    let reports = collation.story.reports
    return [
      Place(Siglum(match.a), reports[match.a].span(of: match.aTokens)),
      Place(Siglum(match.b), reports[match.b].span(of: match.bTokens)),
    ]
  }
}
