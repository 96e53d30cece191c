import StemmaModel

/// A parsed page as flat arrays in document order: what the extractor knows of HTML, whichever parser made it.
struct HTMLTree: Sendable {
  struct Node: Sendable {
    var tag: HTMLTag
    /// In `nodes`; -1 at the top.
    var parent: Int
    /// Behind the last node below this one.
    var end: Int
    /// In `attributes`.
    var attributes: Range<Int>
    /// Of a text: where it begins in the page. Of an element: its start tag; empty where the parser made it up.
    var span: TextSpan
    /// Of a text: in `texts`, entities resolved.
    var text: Range<Int>
  }

  struct Attribute: Sendable {
    var name: HTMLAttribute
    var value: String
  }

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  var texts: [UInt8] = []

  func attribute(_ name: HTMLAttribute, of node: Int) -> String? {
    attributes[nodes[node].attributes].first { $0.name == name }?.value
  }

  /// All text below a node, white space folded.
  func text(of node: Int) -> String {
    var bytes: [UInt8] = []
    for inner in nodes[node...].indices.prefix(nodes[node].end - node) where nodes[inner].tag == .text {
      bytes.append(contentsOf: texts[nodes[inner].text])
      bytes.append(32)
    }
    return Self.folded(bytes)
  }

  static func folded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let (scalar, length) = Scalars.decode(bytes, at)
      if Scalars.isSpace(scalar) {
        if let last = result.last, last != 32 { result.append(32) }
      } else {
        result.append(contentsOf: bytes[at..<(at + length)])
      }
      at += length
    }
    if result.last == 32 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
