import StemmaModel

/// The matches of a story by report and by pair.
struct MatchIndex {
  private let matches: [Match]
  /// By report: indices into `matches`.
  private var byReport: [[Int]]
  private var byPair: [UInt64: [Int]] = [:]

  init(_ story: Story) {
    matches = story.matches
    byReport = Array(repeating: [], count: story.reports.count)
    for (index, match) in matches.enumerated() {
      byReport[match.a].append(index)
      byReport[match.b].append(index)
      byPair[Self.key(match.a, match.b), default: []].append(index)
    }
  }

  private static func key(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

  /// Those of one report with others: the other, and the tokens of both.
  func of(_ report: Int) -> [(other: Int, own: Range<Int>, others: Range<Int>, match: Match)] {
    byReport[report].map { index in
      let match = matches[index]
      return match.a == report
        ? (match.b, match.aTokens, match.bTokens, match) : (match.a, match.bTokens, match.aTokens, match)
    }
  }

  func between(_ a: Int, _ b: Int) -> [Match] { (byPair[Self.key(a, b)] ?? []).map { matches[$0] } }
}
