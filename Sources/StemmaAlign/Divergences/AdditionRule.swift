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
    // For each report, the statements of which anything is elsewhere too.
    var elsewhere = [Set<Int>](repeating: [], count: view.story.reports.count)
    for carriers in view.carriers where carriers.count > 1 {
      for (report, statement) in carriers {
        if let statement { elsewhere[report.index].insert(statement) }
      }
    }
    let found = view.story.sigla.flatMap { siglum -> [Divergence] in
      let report = view.story[siglum]
      let shared = elsewhere[siglum.index]
      let body = report.statements.indices.filter { report.isParagraph(report.statements[$0]) }
      let kept = body.count { shared.contains($0) }
      guard Double(kept) >= Self.derivedShare * Double(max(1, body.count)) else { return [] }
      return body.lazy.filter { !shared.contains($0) && isSummary($0, siglum, in: view) }.prefix(Self.mostOfReport)
        .map { index in
          let place = Place(siglum, report.statements[index].span)
          return Divergence(
            .addition, .low, claim: view.claim(at: place), differ: [siglum], from: [], at: [place],
            "Only \(siglum) has \(view.quoted(place)), and names no source for it.")
        }
    }
    return Array(found.prefix(Self.most))
  }

  private func isSummary(_ statement: Int, _ report: Siglum, in view: CollationView) -> Bool {
    let classes = view.sentences[report.index][statement]
    guard classes.contains(.summing), classes.isDisjoint(with: [.attributed, .quoted, .timed]) else { return false }
    let tokens = view.story[report].tokens[view.story[report].statements[statement].tokens]
    return tokens.count { $0.kind == .word } >= Self.fewestWords && !tokens.contains { $0.kind == .number }
  }

  /// Words of summing up and foretelling, as narrators use them.
  static let summing = Set(
    """
    remains remain continues continue likely unlikely underscores underscore underscoring highlights highlight
    highlighting reflects reflect reflecting signals signal signaling signalling demonstrates demonstrate raises raise
    expected aims aim seeks poised set debate questions concerns future role significant important crucial key
    strengthens solidifying solidifies deepening marks represents shows despite driven increasingly ultimately clearly
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
