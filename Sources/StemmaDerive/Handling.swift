import StemmaModel
import StemmaText

/// How each report treats what it has from its family: copies, rewrites or translates it.
struct Handling {
  /// The share of a report's words in long common runs at which it is a copy.
  static let copiedShare = 0.55
  /// Words that make a run long: longer than a phrase that a rewriter keeps.
  static let longRun = 8
  /// Nats of shared wording that no translation leaves.
  static let wordingOfRewriters = 2.0
  /// Words that a quotation must have to be compared word for word.
  static let fewestQuoted = 4
  /// Reports whose wording of a quotation one is compared with.
  static let mostQuoting = 32

  private let collation: Collation
  private let kinship: Kinship
  private let families: Families
  /// For each report the share of its words that stand in long runs which others of its family have.
  private let covered: [Double]
  /// For each report by quote the words inside its marks.
  private let marked: [[Int: [[String]]]]

  /// - Complexity: O(matches and quotations of the story).
  init(collation: Collation, kinship: Kinship, families: Families, matches: MatchIndex) {
    (self.collation, self.kinship, self.families) = (collation, kinship, families)
    let reports = collation.story.reports
    covered = Parallel.map(reports.count) { report in
      var isCovered = [Bool](repeating: false, count: reports[report].tokens.count)
      for found in matches.of(report)
      where found.match.words >= Self.longRun && families.of[found.other] == families.of[report] {
        for token in found.own { isCovered[token] = true }
      }
      let words = reports[report].tokens.indices.filter { reports[report].tokens[$0].kind != .mark }
      return Double(words.count { isCovered[$0] }) / Double(max(1, words.count))
    }
    var marked = [[Int: [[String]]]](repeating: [:], count: reports.count)
    for (index, quote) in collation.quotes.enumerated() {
      for variant in quote.variants {
        let annotated = collation.story[variant.report]
        let mention = annotated.quotes[variant.mention]
        guard mention.form != .indirect else { continue }
        let keys = annotated.tokens[annotated.tokenRange(of: mention.span)].filter { $0.kind != .mark }.map(\.key)
        if keys.count >= Self.fewestQuoted { marked[variant.report.index][index, default: []].append(keys) }
      }
    }
    self.marked = marked
  }

  /// How the report treats what it has from the family.
  func kind(of report: Int) -> Derivation.Kind {
    let annotated = collation.story.reports[report]
    let share = covered[report]
    // A byline or a dateline of the agency says whose words they are.
    let isPrinted = annotated.report.credits.contains { $0.kind == .byline || $0.kind == .dateline }
    if share >= Self.copiedShare || isPrinted { return .copied }
    if families.all[families.of[report]].count == 1 { return .rewritten }
    return retranslates(report) && !keepsWording(report) ? .translated : .rewritten
  }

  /// Whether it has runs of words with the others: a translation there and back leaves hardly any.
  private func keepsWording(_ report: Int) -> Bool {
    kinship.fellows(of: report).contains { fellow in
      families.of[fellow.report] == families.of[report]
        && fellow.pair.evidence.contains { $0.kind == .sharedWording && $0.weight.nats >= Self.wordingOfRewriters }
    }
  }

  /// Other words inside the marks of several direct quotations, and hardly a quotation in the words of the rest.
  private func retranslates(_ report: Int) -> Bool {
    var other = 0
    var same = 0
    for (quote, own) in marked[report] {
      var others: [[String]] = []
      for variant in collation.quotes[quote].variants
      where variant.report.index != report && others.count < Self.mostQuoting {
        others += marked[variant.report.index][quote] ?? []
      }
      guard !others.isEmpty else { continue }
      if own.contains(where: { x in others.contains { contains($0, x) || contains(x, $0) } }) {
        same += 1
      } else {
        other += 1
      }
    }
    return other >= 2 && other > same
  }

  private func contains(_ long: [String], _ short: [String]) -> Bool {
    guard short.count <= long.count else { return false }
    return (0...(long.count - short.count)).contains { Array(long[$0..<($0 + short.count)]) == short }
  }
}
