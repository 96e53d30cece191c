import StemmaSyntax

/// The tree of one sentence, in lexemes of the report.
///
/// Words that only stand between, as a quotation between commas, are left out of the tree: they hang on nothing, and
/// whatever spans them holds them.
struct SentenceSyntax {
  let lexemes: Range<Int>
  private let syntax: Syntax
  /// The lexemes that are in the tree, in order.
  private let places: [Int]
  /// Where each lexeme of the sentence is in the tree; -1 for those left out.
  private let nodes: [Int]

  /// - Parameter places: the lexemes that `syntax` is of.
  init(_ syntax: Syntax, of places: [Int], in lexemes: Range<Int>) {
    self.syntax = syntax
    self.places = places
    self.lexemes = lexemes
    var nodes = Array(repeating: -1, count: lexemes.count)
    for (node, place) in places.enumerated() { nodes[place - lexemes.lowerBound] = node }
    self.nodes = nodes
  }

  private func node(_ at: Int) -> Int? {
    let node = nodes[at - lexemes.lowerBound]
    return node < 0 ? nil : node
  }

  func tag(_ at: Int) -> PartOfSpeech { node(at).map { syntax.tags[$0] } ?? .sym }
  func relation(_ at: Int) -> Relation { node(at).map { syntax.relations[$0] } ?? .punct }

  /// What a word depends on; nil at the root.
  func head(_ at: Int) -> Int? {
    guard let node = node(at), syntax.heads[node] >= 0 else { return nil }
    return places[Int(syntax.heads[node])]
  }

  /// A word with all that depends on it.
  func extent(_ at: Int) -> Range<Int> {
    guard let node = node(at) else { return at..<at + 1 }
    let range = syntax.extent(node)
    return places[range.lowerBound]..<places[range.upperBound - 1] + 1
  }

  func dependents(of at: Int) -> [Int] {
    guard let node = node(at) else { return [] }
    var found: [Int] = []
    syntax.forEachDependent(of: node) { found.append(places[$0]) }
    return found
  }

  func dependent(of at: Int, _ relations: Relation...) -> Int? {
    guard let node = node(at) else { return nil }
    var found: Int?
    syntax.forEachDependent(of: node) {
      if found == nil, relations.contains(syntax.relations[$0]) { found = $0 }
    }
    return found.map { places[$0] }
  }
}
