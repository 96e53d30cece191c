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
  /// - Complexity: O(tokens of the subtree) at worst; it steps from one dependent's subtree to the next.
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

extension Syntax {
  mutating func removeAll() {
    tags.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
    relations.removeAll(keepingCapacity: true)
    begins.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Appends a parsed piece.
  ///
  /// - Parameter root: of the sentence, −1 before the first piece.
  /// - Returns: the root of the sentence.
  mutating func append(_ nodes: UnsafePointer<Node>, _ count: Int, _ root: Int) -> Int {
    guard count > 0 else { return root }
    let offset = tags.count
    var root = root
    for at in 1...count {
      let node = nodes + at
      tags.append(PartOfSpeech(rawValue: node.pointee.tagIndex)!)
      var head = Int(node.pointee.head) - 1 + offset
      var relation = Relation(rawValue: node.pointee.relation)!
      if relation == .nsubj, tags[offset + at - 1].isVerb { relation = .csubj }
      if node.pointee.head == 0 {
        if root < 0 {
          (root, head, relation) = (offset + at - 1, -1, .root)
        } else {
          (head, relation) = (root, .parataxis)
        }
      }
      heads.append(Int32(head))
      relations.append(relation)
      begins.append(Int32(Int(node.pointee.begin) - 1 + offset))
      ends.append(Int32(Int(node.pointee.end) - 1 + offset))
    }
    if offset > 0 { ends[root] = Int32(tags.count) }
    return root
  }
}
