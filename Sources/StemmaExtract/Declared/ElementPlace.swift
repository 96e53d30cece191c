import StemmaModel

/// Finds where in a page the text of an element stands.
enum ElementPlace {
  /// From the first to the last text below a node, white space at the edges off; nil where there is none.
  static func span(of node: Int, in tree: HTMLTree, _ source: [UInt8]) -> TextSpan? {
    var start: Int?
    var end = 0
    for inner in (node + 1)..<max(node + 1, tree.nodes[node].end) where tree.nodes[inner].tag == .text {
      var lower = tree.nodes[inner].span.start
      while lower < source.count, source[lower] <= 32 { lower += 1 }
      var upper = lower
      while upper < source.count, source[upper] != UInt8(ascii: "<") { upper += 1 }
      while upper > lower, source[upper - 1] <= 32 { upper -= 1 }
      guard lower < upper else { continue }
      start = start ?? lower
      end = max(end, upper)
    }
    return start.map { TextSpan($0, max($0, end)) }
  }
}
