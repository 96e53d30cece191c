import StemmaModel

/// Finds the parts of feeds and items among their elements: RSS 0.9 to 2.0, RSS 1.0 in RDF, and Atom.
enum FeedTree {
  /// The namespaces that feeds use, under the prefixes by which everybody knows them. Atom's own elements go without.
  private static let namespaces: [String: String] = [
    "http://purl.org/rss/1.0/modules/content/": "content", "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms", "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media", "http://www.w3.org/2005/Atom": "atom",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner", "http://purl.org/rss/1.0/": "",
    "http://backend.userland.com/rss2": "", "http://www.w3.org/1999/xhtml": "xhtml",
  ]

  /// The usual prefix of each that the head of a feed declares.
  static func prefixes(_ head: MarkupTree) -> [String: String] {
    var prefixes: [String: String] = [:]
    for element in head.elements.prefix(8) {
      for attribute in element.attributes where attribute.name.hasPrefix("xmlns:") {
        if let usual = namespaces[attribute.value] { prefixes[String(attribute.name.dropFirst(6))] = usual }
      }
    }
    // Atom under a prefix as the feed's own language: its elements are meant as they are.
    if let atom = prefixes.first(where: { $0.value == "atom" })?.key,
      head.elements.contains(where: { $0.name == atom + ":feed" })
    {
      prefixes[atom] = ""
    }
    return prefixes
  }

  static func head(_ tree: MarkupTree) -> FeedHead {
    let top = tree.elements.indices.first { ["channel", "feed"].contains(tree.elements[$0].name) }
    guard let top else { return FeedHead() }
    var head = FeedHead()
    head.title = tree.words("title", in: top)
    head.address = link(tree, top)
    head.language =
      tree.words("language", in: top) ?? tree.words("dc:language", in: top) ?? tree.attribute("xml:lang", of: top)
    head.credits = ["copyright", "rights", "dc:rights"].compactMap { tree.words($0, in: top) }
    return head
  }

  static func item(_ tree: MarkupTree) -> FeedItem {
    var item = FeedItem()
    guard let top = tree.elements[0].children.first else { return item }
    func words(_ names: String...) -> String? { names.lazy.compactMap { tree.words($0, in: top) }.first }
    func everyWords(_ names: String...) -> [String] {
      names.flatMap { tree.all($0, in: top).compactMap { tree.words($0) } }
    }
    item.title = words("title", "dc:title", "media:title")
    item.address = words("feedburner:origLink") ?? link(tree, top) ?? identifier(tree, top)
    item.published = words("pubDate", "published", "dc:date", "dcterms:issued", "dcterms:created", "issued", "created")
    item.modified = words("updated", "dcterms:modified", "modified", "atom:updated")
    let named = authors(tree, top)
    item.authors = named.isEmpty ? everyWords("dc:creator", "author", "creator").map(person) : named
    item.tags =
      everyWords("category", "dc:subject")
      + tree.all("category", in: top).compactMap { tree.attribute("label", of: $0) ?? tree.attribute("term", of: $0) }
    item.language = words("dc:language", "language") ?? tree.attribute("xml:lang", of: top)
    item.publisher = words("dc:publisher")
    for source in tree.all("source", in: top) + tree.all("atom:source", in: top) {
      item.source = item.source ?? tree.words("title", in: source) ?? tree.words(source)
      item.sourceAddress = tree.attribute("url", of: source) ?? link(tree, source)
    }
    item.credits =
      tree.descendants("media:credit", of: top).compactMap { tree.words($0) }
      + everyWords("dc:rights", "rights", "copyright", "media:copyright", "dc:contributor")
    item.citations = everyWords("dc:source")
    item.bodies = bodies(tree, top)
    return item
  }

  /// Authors that are elements with a name.
  private static func authors(_ tree: MarkupTree, _ top: Int) -> [String] {
    (tree.all("author", in: top) + tree.all("contributor", in: top)).compactMap { tree.words("name", in: $0) }
  }

  /// The fuller kinds first.
  private static func bodies(_ tree: MarkupTree, _ top: Int) -> [FeedItem.Body] {
    let names = [
      "content:encoded", "content", "xhtml:body", "body", "description", "summary", "dcterms:abstract",
      "media:description",
    ]
    return names.flatMap { name in
      tree.all(name, in: top).map { element in
        let text = tree.content(element)
        let isSummary: Bool? =
          switch name {
          case "content:encoded", "content", "xhtml:body", "body": false
          case "summary", "dcterms:abstract", "media:description": true
          default: nil
          }
        let type = tree.attribute("type", of: element)
        // Atom says when a text is no markup; RSS never does.
        let isPlain = type == "text" || type == "text/plain" || (type == nil && !FeedText.isMarkup(text))
        return FeedItem.Body(text: text, form: isPlain ? .plain : .html, isSummary: isSummary)
      }
    }
  }

  /// The page's own address: canonical, then alternate, then whatever the link says.
  private static func link(_ tree: MarkupTree, _ top: Int) -> String? {
    let links = tree.all("link", in: top) + tree.all("atom:link", in: top)
    for wanted in ["canonical", "alternate", nil] {
      for link in links where tree.attribute("rel", of: link) == wanted {
        if let address = tree.attribute("href", of: link) ?? tree.words(link) { return address.foldedWhiteSpace }
      }
    }
    return nil
  }

  /// A `guid` or `id` may be the address.
  private static func identifier(_ tree: MarkupTree, _ top: Int) -> String? {
    for name in ["guid", "id"] {
      for element in tree.all(name, in: top) where tree.attribute("isPermaLink", of: element) != "false" {
        if let words = tree.words(element), Address.isFetched(words) { return words }
      }
    }
    return tree.elements[top].attributes.first { $0.name == "rdf:about" && Address.isFetched($0.value) }?.value
  }

  /// RSS wants `name@example.org (Ann Lee)`.
  private static func person(_ text: String) -> String {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")"), text[..<open].contains("@") else { return text }
    return text[text.index(after: open)...].dropLast().foldedWhiteSpace
  }
}
