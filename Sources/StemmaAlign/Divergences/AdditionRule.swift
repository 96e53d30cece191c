import StemmaModel
import StemmaText

/// A sentence that sums up or foretells, in a report that is otherwise made of what the others have: nobody is named for it,
/// and it has no fact (no name new to the story, no number, no time) that reporting could have found.
struct AdditionRule: DivergenceRule {
  /// The share of a report's sentences that others have at which it is made of them.
  static let derivedShare = 0.5
  static let mostOfReport = 3
  static let most = 6
  static let fewestWords = 7

  func divergences(in view: CollationView) -> [Divergence] {
    guard view.story.reports.count > 1 else { return [] }
    var claimsOf = [[Int]](repeating: [], count: view.story.reports.count)
    for claim in view.collation.claims.indices {
      for siglum in view.witnesses[claim].keys { claimsOf[siglum.index].append(claim) }
    }
    let found = view.story.sigla.flatMap { siglum -> [Divergence] in
      let report = view.story[siglum]
      // By sentence: whether anything in it is elsewhere too.
      var shared: Set<Int> = []
      for claim in claimsOf[siglum.index] where view.witnesses[claim].count > 1 {
        if let start = view.statement(view.witnesses[claim][siglum]!.place)?.tokens.lowerBound { shared.insert(start) }
      }
      let body = report.statements.filter { report.report.passages[$0.passage].kind == .paragraph }
      let kept = body.count { shared.contains($0.tokens.lowerBound) }
      guard Double(kept) >= Self.derivedShare * Double(max(1, body.count)) else { return [] }
      return body.filter { isSummary($0, report) && !shared.contains($0.tokens.lowerBound) }.prefix(Self.mostOfReport)
        .map { sentence in
          let place = Place(siglum, sentence.span)
          return Divergence(
            .addition, .low, claim: view.claim(at: place), differ: [siglum], from: [], at: [place],
            "Only \(siglum) has \(view.quoted(place)), and names no source for it.")
        }
    }
    return Array(found.prefix(Self.most))
  }

  private func isSummary(_ sentence: Statement, _ report: AnnotatedReport) -> Bool {
    let tokens = report.tokens[sentence.tokens]
    return tokens.count { $0.kind == .word } >= Self.fewestWords && !tokens.contains { $0.kind == .number }
      && tokens.contains { Self.summing.contains($0.key) }
      && !report.attributions.contains { $0.content.overlaps(sentence.span) }
      && !report.quotes.contains { $0.span.overlaps(sentence.span) }
      && !report.times.contains { $0.span.overlaps(sentence.span) }
  }

  /// Words of summing up and foretelling, as narrators use them.
  private static let summing = Set(
    """
    remains remain continues continue likely unlikely underscores underscore underscoring highlights highlight
    highlighting reflects reflect reflecting signals signal signaling signalling demonstrates demonstrate raises raise
    expected aims aim seeks poised set debate questions concerns future role significant important crucial key
    strengthens solidifying solidifies deepening marks represents shows despite driven increasingly ultimately clearly
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
