/// The parts of speech and the dependency tree of one sentence, a place per token.
///
/// The tree is projective and has one root: the words under a word are one range.
package struct Syntax: Sendable, Equatable {
  package var tags: [PartOfSpeech] = []
  /// The token that each depends on, counted within the sentence; −1 at the root.
  package var heads: [Int32] = []
  package var relations: [Relation] = []
  /// Where the subtree of each token begins, and one beyond its last token.
  package var begins: [Int32] = []
  package var ends: [Int32] = []

  package init() {}

  package var count: Int { tags.count }

  /// The tokens of a token's subtree, itself among them.
  package func extent(_ token: Int) -> Range<Int> { Int(begins[token])..<Int(ends[token]) }

  /// Calls `body` with each direct dependent of a token, from left to right.
  ///
  /// - Complexity: O(number of dependents): it steps from subtree to subtree.
  package func forEachDependent(of token: Int, _ body: (Int) -> Void) {
    var at = Int(begins[token])
    while at < token {
      let child = childCovering(at, of: token)
      body(child)
      at = Int(ends[child])
    }
    at = token + 1
    while at < Int(ends[token]) {
      let child = childCovering(at, of: token)
      body(child)
      at = Int(ends[child])
    }
  }

  /// The first dependent that stands in a relation to a token, or nil.
  package func dependent(of token: Int, _ relation: Relation) -> Int? {
    var found: Int?
    forEachDependent(of: token) { if found == nil, relations[$0] == relation { found = $0 } }
    return found
  }

  /// The dependent of `token` whose subtree holds `at`, which is below `token`.
  private func childCovering(_ at: Int, of token: Int) -> Int {
    var child = at
    while Int(heads[child]) != token { child = Int(heads[child]) }
    return child
  }
}
