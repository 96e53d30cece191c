package import StemmaModel
import StemmaText

/// Finds the wording that reports share.
package struct Matcher: Sendable {
  /// The fewest words that make a run worth looking at: shorter ones are phrases of the language.
  static let leastWords = 4

  package init() {}

  /// Every maximal run of shared words between the reports that an index says may share some.
  ///
  /// - Returns: matches in order of `a`, `b`, then place in `a`.
  /// - Complexity: near-linear in the words; each report meets at most `CandidateIndex.most` others.
  package func match(_ reports: [AnnotatedReport]) -> [Match] {
    var vocabulary = Vocabulary()
    let words = reports.map { WordSequence($0, vocabulary: &vocabulary) }
    let surprise = WordSurprise(words, vocabularySize: vocabulary.count)
    let candidates = CandidateIndex(words).pairs()
    var matches: [Match] = []
    var next = 0
    while next < candidates.count {
      let a = candidates[next].a
      let index = SuffixAutomaton(words[a].numbers)
      while next < candidates.count, candidates[next].a == a {
        matches += WordingMatcher(surprise: surprise).runs(index: index, a: a, b: candidates[next].b, words: words)
        next += 1
      }
    }
    return matches
  }
}
