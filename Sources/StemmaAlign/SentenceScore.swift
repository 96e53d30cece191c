package import StemmaModel

/// How far statements say the same, by the score that aligns the clauses of a story: a soft match of words and amounts, never
/// a judge of what they mean.
package struct SentenceScore: Sendable {
  private let likeness: ClauseLikeness
  /// By the statement's text; nil for one without words.
  private let clauses: [String: Clause?]

  /// - Parameter statements: all that are of one story, whose words tell what is rare; one that comes twice counts once.
  package init(_ statements: [AnnotatedReport]) {
    var seen: Set<String> = []
    var distinct: [AnnotatedReport] = []
    for statement in statements where seen.insert(statement.report.original).inserted {
      distinct.append(statement)
    }
    let story = Story(reports: distinct, matches: [])
    let words = StoryWords(story)
    likeness = ClauseLikeness(story: story, words: words)
    clauses = Dictionary(
      uniqueKeysWithValues: distinct.enumerated().map { index, statement in
        let clause = Clause(
          report: index, statement: 0, tokens: statement.tokens.indices, in: statement, words: words, isBody: true)
        return (statement.report.original, clause)
      })
  }

  /// 0…1; 0 for statements that were not among those of the story, or have no words.
  ///
  /// - Complexity: O(words of both).
  package func likeness(_ a: AnnotatedReport, _ b: AnnotatedReport) -> Double {
    guard let first = clauses[a.report.original] ?? nil, let second = clauses[b.report.original] ?? nil else {
      return 0
    }
    return likeness(first, second)
  }
}
