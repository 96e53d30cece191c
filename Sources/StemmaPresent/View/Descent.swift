import StemmaModel

/// The stemma as a forest: every node once, under the text it comes from, children in the order of the nodes. What a text drew on
/// besides is beside it and makes no tree.
struct Descent {
  /// Nodes without a parent, reports of families and lost ones alike.
  private(set) var roots: [String] = []
  /// From a parent, the edges to what comes from it.
  private(set) var children: [String: [Dossier.Stemma.Edge]] = [:]
  /// Into a child, what it drew on besides.
  private(set) var seconds: [String: [Dossier.Stemma.Edge]] = [:]
  /// The roots that are lines of reporting: a statement that lines only drew on is none.
  private(set) var lines: [String] = []

  /// - Complexity: O(*n* log *n*) in nodes and edges.
  init(_ stemma: Dossier.Stemma) {
    let order = Dictionary(stemma.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var into: [String: [Dossier.Stemma.Edge]] = [:]
    for edge in stemma.edges where order[edge.from] != nil && order[edge.to] != nil && edge.from != edge.to {
      into[edge.to, default: []].append(edge)
    }
    var parent: [String: String] = [:]
    for node in stemma.nodes {
      guard let edges = into[node.id] else { continue }
      let ranked = edges.enumerated().sorted { a, b in
        let key = { (x: (offset: Int, element: Dossier.Stemma.Edge)) in
          (x.element.kind == "drewOn" ? 1 : 0, -x.element.confidence, x.offset)
        }
        return key(a) < key(b)
      }
      let first = ranked.first {
        $0.element.kind != "drewOn" && !Self.descends($0.element.from, from: node.id, by: parent)
      }
      if let first {
        parent[node.id] = first.element.from
        children[first.element.from, default: []].append(first.element)
      }
      seconds[node.id] = ranked.filter { $0.offset != first?.offset }.map(\.element)
    }
    let standing = stemma.nodes.filter { parent[$0.id] == nil }
    roots = standing.map(\.id)
    lines = standing.filter { $0.kind != .lost || children[$0.id] != nil }.map(\.id)
  }

  /// Whether `node` stands under `ancestor` already; keeps a damaged dossier's ring from going round for ever.
  private static func descends(_ node: String, from ancestor: String, by parent: [String: String]) -> Bool {
    var at: String? = node
    while let here = at {
      if here == ancestor { return true }
      at = parent[here]
    }
    return false
  }
}
