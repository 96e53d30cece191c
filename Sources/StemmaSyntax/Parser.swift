/// Names the parts of speech of a sentence and draws its dependency tree.
///
/// One pass for the tags and one for the tree, both greedy: every choice is final. A parser keeps its memory from
/// sentence to sentence; use one per thread.
package struct Parser: Sendable {
  /// Longer sentences are parsed in pieces of this many tokens; each piece hangs on the root of the first.
  package static let longestPiece = 250

  private let model: Model
  private var nodes: [Node]
  private var stack: [UInt16]

  package init(_ model: Model = .english) {
    self.model = model
    nodes = Array(repeating: Node(), count: Self.longestPiece + 1)
    stack = Array(repeating: 0, count: Self.longestPiece + 1)
  }

  /// Parses one sentence.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, of the whole text; any bytes are good.
  ///   - tokens: where each token of the sentence stands in them; one beyond their end counts as empty.
  ///   - syntax: what it holds is replaced; its memory is used again.
  /// - Complexity: O(*n*) in tokens and their bytes; nothing is allocated once `syntax` has held a sentence as long.
  package mutating func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeBufferPointer<Range<Int>>, into syntax: inout Syntax
  ) {
    syntax.removeAll()
    var root = -1
    var start = 0
    let model = model
    nodes.withUnsafeMutableBufferPointer { nodes in
      stack.withUnsafeMutableBufferPointer { stack in
        while start < tokens.count {
          let end = min(tokens.count, start + Self.longestPiece)
          let piece = Piece(model, nodes.baseAddress!, stack.baseAddress!)
          let count = piece.read(bytes, UnsafeBufferPointer(rebasing: tokens[start..<end]))
          piece.tag(count)
          piece.assignRoles(count)
          piece.draw(count)
          root = syntax.append(nodes.baseAddress!, count, root)
          start = end
        }
      }
    }
  }

  /// Parses one sentence of a text that is an array.
  package mutating func parse(_ bytes: [UInt8], _ tokens: [Range<Int>], into syntax: inout Syntax) {
    bytes.withUnsafeBufferPointer { bytes in
      tokens.withUnsafeBufferPointer { parse(bytes, $0, into: &syntax) }
    }
  }
}
