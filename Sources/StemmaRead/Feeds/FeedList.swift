/// The feeds that a list names.
package enum FeedList {
  /// The feeds of an OPML document, or of a text with an address a line; each once, in order.
  ///
  /// - Parameter bytes: in the encoding that they declare, or UTF-8.
  package static func read(_ bytes: [UInt8], named name: String) -> [(title: String?, address: String)] {
    guard let text = TextDecoder(source: name, transport: nil, readsMarkup: true).decode(bytes)?.text else { return [] }
    let feeds = feeds(in: text)
    guard feeds.isEmpty else { return feeds }
    var seen: Set<String> = []
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let address = String(line).foldedWhiteSpace
      return Address.isFetched(address) && seen.insert(address).inserted ? (nil, address) : nil
    }
  }

  static func feeds(in opml: String) -> [(title: String?, address: String)] {
    let tree = MarkupTree(opml)
    var seen: Set<String> = []
    return tree.elements.indices.compactMap { index in
      guard let address = tree.attribute("xmlUrl", of: index)?.foldedWhiteSpace, Address.isFetched(address),
        seen.insert(address).inserted
      else { return nil }
      return (tree.attribute("text", of: index) ?? tree.attribute("title", of: index), address)
    }
  }
}
