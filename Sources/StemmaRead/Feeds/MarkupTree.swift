/// The elements of a piece of XML, however broken: every piece of text has a tree.
///
/// Feeds are written by string concatenation as often as by a library; a parser that keeps to the letter of XML stops at the first
/// stray ampersand and loses the rest. This one takes what there is and counts the faults. It knows no entities but the five of
/// XML and reads no document type, so nothing in a feed can make it fetch or expand anything.
///
/// - Complexity: O(*n*) in the bytes.
struct MarkupTree {
  struct Element {
    /// With its usual prefix, `dc:creator`, whatever prefix the feed chose.
    var name: String
    var attributes: [(name: String, value: String)]
    /// Text and CDATA directly within, references resolved.
    var text = ""
    /// What stands between the tags, as written.
    var inner: Range<Int>
    var children: [Int] = []
  }

  /// The first is the text's own; its children are the elements at the top.
  private(set) var elements: [Element]
  /// Ampersands that start nothing, tags that close nothing.
  private(set) var faults = 0
  private let bytes: [UInt8]

  /// Elements below this are part of their parent's text: nothing a feed says is as deep.
  private static let deepest = 128

  /// - Parameter prefixes: the usual prefix of each that the feed declares.
  init(_ text: String, prefixes: [String: String] = [:]) {
    bytes = Array(text.utf8)
    elements = [Element(name: "", attributes: [], inner: 0..<bytes.count)]
    var open = [0]
    var tokens = MarkupTokens(bytes)
    while let token = tokens.next() {
      switch token {
      case .text(let range):
        let (text, wrong) = CharacterReferences.resolve(bytes[range], named: false)
        faults += wrong
        elements[open.last!].text += text
      case .literal(let range): elements[open.last!].text += String(decoding: bytes[range], as: UTF8.self)
      case .open(let tag):
        guard open.count < Self.deepest else { continue }
        let name = Self.usual(tag.name, prefixes)
        elements.append(
          Element(name: name, attributes: tag.attributes, inner: tag.end..<(tag.isClosed ? tag.end : bytes.count)))
        elements[open.last!].children.append(elements.count - 1)
        if !tag.isClosed { open.append(elements.count - 1) }
      case .close(let tag):
        let name = Self.usual(tag.name, prefixes)
        guard let level = open.indices.dropFirst().last(where: { elements[open[$0]].name == name }) else {
          faults += 1
          continue
        }
        faults += open.count - 1 - level
        while open.count > level {
          let ended = open.removeLast()
          elements[ended].inner = elements[ended].inner.lowerBound..<max(elements[ended].inner.lowerBound, tag.start)
        }
      }
    }
  }

  private static func usual(_ name: String, _ prefixes: [String: String]) -> String {
    guard let colon = name.firstIndex(of: ":"), let usual = prefixes[String(name[..<colon])] else { return name }
    return usual.isEmpty ? String(name[name.index(after: colon)...]) : usual + name[colon...]
  }

  /// The elements of a name directly below another, in order.
  func all(_ name: String, in parent: Int = 0) -> [Int] {
    elements[parent].children.filter { elements[$0].name == name }
  }

  /// The first element of a name anywhere below another, in order of the text.
  func descendants(_ name: String, of parent: Int) -> [Int] {
    var found: [Int] = []
    var waiting = Array(elements[parent].children.reversed())
    while let next = waiting.popLast() {
      if elements[next].name == name { found.append(next) }
      waiting += elements[next].children.reversed()
    }
    return found
  }

  func attribute(_ name: String, of element: Int) -> String? {
    elements[element].attributes.first { $0.name == name }?.value
  }

  /// Words: tags dropped, white space folded; nil where there are none.
  func words(_ element: Int) -> String? {
    let text = FeedText.plain(content(element))
    return text.isEmpty ? nil : text
  }

  /// The words of the first element of a name that has any.
  func words(_ name: String, in parent: Int) -> String? { all(name, in: parent).lazy.compactMap { words($0) }.first }

  /// The text within, or the markup within where there is some.
  func content(_ element: Int) -> String {
    elements[element].children.isEmpty
      ? elements[element].text : String(decoding: bytes[elements[element].inner], as: UTF8.self)
  }
}
