package import StemmaModel

/// How far statements say the same, by the score that aligns the clauses of a story: a soft match of words and amounts, never
/// a judge of what they mean.
package struct SentenceScore: Sendable {
  private let words: StoryWords
  /// For each statement; nil for one without words.
  private let profiles: [ClaimProfile?]

  /// - Parameter statements: all that are of one story, whose words tell what is rare; one that comes twice counts once
  ///   there.
  package init(_ statements: [AnnotatedReport]) {
    var places: [String: Int] = [:]
    var distinct: [AnnotatedReport] = []
    let placeOf = statements.map { statement in
      if let known = places[statement.report.original] { return known }
      places[statement.report.original] = distinct.count
      distinct.append(statement)
      return distinct.count - 1
    }
    let story = Story(reports: distinct, matches: [])
    let words = StoryWords(story)
    let likeness = ClauseLikeness(story: story, words: words)
    let whole = distinct.enumerated().map { index, statement in
      Clause(
        report: index, statement: 0, tokens: statement.tokens.indices, in: statement, words: words,
        figures: Array(statement.figures.indices), isBody: true
      ).map(likeness.profile)
    }
    self.words = words
    profiles = placeOf.map { whole[$0] }
  }

  /// Of two statements, by their places among those given: 0…1; 0 where one has no words.
  ///
  /// - Complexity: O(words of both).
  package func callAsFunction(_ a: Int, _ b: Int) -> Double {
    guard let first = profiles[a], let second = profiles[b] else { return 0 }
    return first.likeness(to: second, words: words)
  }
}
