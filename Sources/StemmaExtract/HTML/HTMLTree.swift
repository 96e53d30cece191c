import StemmaModel

/// A parsed page as flat arrays in document order: what the extractor knows of HTML, whichever parser made it.
///
/// Offsets are 32 bits wide: `HTMLGuard` keeps pages far below that.
package struct HTMLTree: Sendable {
  struct Node: Sendable {
    /// In `nodes`; -1 at the top.
    fileprivate var parentNumber: Int32
    fileprivate var endNumber: Int32
    fileprivate var start: Int32
    fileprivate var length: Int32
    fileprivate var textStart: Int32
    fileprivate var textLength: Int32
    fileprivate var attributesStart: Int32
    fileprivate var attributesCount: UInt16
    let tag: HTMLTag

    /// In `nodes`; -1 at the top.
    var parent: Int { Int(parentNumber) }
    /// Behind the last node below this one.
    var end: Int { Int(endNumber) }
    /// In `attributes`.
    var attributes: Range<Int> { Int(attributesStart)..<(Int(attributesStart) + Int(attributesCount)) }
    /// Of a text: where it begins in the page. Of an element: its start tag; empty where the parser made it up.
    var span: TextSpan { TextSpan(Int(start), Int(start) + Int(length)) }
    /// Of a text: in `texts`, entities resolved.
    var text: Range<Int> { Int(textStart)..<(Int(textStart) + Int(textLength)) }
    var textCount: Int { Int(textLength) }
  }

  struct Attribute: Sendable {
    fileprivate var start: Int32
    fileprivate var length: Int32
    let name: HTMLAttribute

    /// In `values`.
    var value: Range<Int> { Int(start)..<(Int(start) + Int(length)) }
  }

  private(set) var nodes: [Node] = []
  private(set) var attributes: [Attribute] = []
  private(set) var texts: [UInt8] = []
  private(set) var values: [UInt8] = []
  /// The elements that can declare something of the article: `meta`, `script`, `time` and their like, and those with
  /// an `itemprop` or a `rel`.
  private(set) var declaring: [Int] = []

  package var count: Int { nodes.count }

  /// - Parameter bytes: of the page, for a guess at the size of the tree.
  mutating func reserve(bytes: Int) {
    nodes.reserveCapacity(bytes / 32)
    attributes.reserveCapacity(bytes / 32)
    texts.reserveCapacity(bytes / 6)
    values.reserveCapacity(bytes / 4)
  }

  // MARK: Building, in document order

  mutating func open(_ tag: HTMLTag, parent: Int, at span: TextSpan) {
    switch tag {
    case .html, .title, .meta, .link, .script, .time, .h1: declaring.append(nodes.count)
    default: break
    }
    nodes.append(
      Node(
        parentNumber: Int32(parent), endNumber: Int32(nodes.count + 1), start: Int32(span.start),
        length: Int32(span.length), textStart: Int32(texts.count), textLength: 0,
        attributesStart: Int32(attributes.count), attributesCount: 0, tag: tag))
  }

  /// Gives the last node its text.
  mutating func setText(_ bytes: UnsafeBufferPointer<UInt8>) {
    texts.append(contentsOf: bytes)
    nodes[nodes.count - 1].textLength = Int32(bytes.count)
  }

  /// Gives the last node an attribute.
  mutating func add(_ name: HTMLAttribute, _ value: UnsafeBufferPointer<UInt8>) {
    let last = nodes.count - 1
    guard nodes[last].attributesCount < 64 else { return }
    nodes[last].attributesCount += 1
    attributes.append(Attribute(start: Int32(values.count), length: Int32(value.count), name: name))
    values.append(contentsOf: value)
    if name == .itemprop || name == .rel, declaring.last != last { declaring.append(last) }
  }

  mutating func close(_ node: Int) { nodes[node].endNumber = Int32(nodes.count) }

  // MARK: Reading

  /// Where in `values` an attribute stands.
  func value(_ name: HTMLAttribute, of node: Int) -> Range<Int>? {
    let at = Int(nodes[node].attributesStart)
    for number in at..<(at + Int(nodes[node].attributesCount)) where attributes[number].name == name {
      return attributes[number].value
    }
    return nil
  }

  func attribute(_ name: HTMLAttribute, of node: Int) -> String? {
    value(name, of: node).map { String(decoding: values[$0], as: UTF8.self) }
  }

  /// All text below a node, white space folded.
  func text(of node: Int) -> String {
    var bytes: [UInt8] = []
    for inner in node..<nodes[node].end where nodes[inner].tag == .text {
      bytes.append(contentsOf: texts[nodes[inner].text])
      bytes.append(32)
    }
    return Self.folded(bytes)
  }

  static func folded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let (scalar, length) = Scalars.decode(bytes, at)
      if Scalars.isSpace(scalar) {
        if let last = result.last, last != 32 { result.append(32) }
      } else {
        for place in at..<(at + length) { result.append(bytes[place]) }
      }
      at += length
    }
    if result.last == 32 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
