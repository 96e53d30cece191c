import Foundation

/// Reads what a page's markup declares: JSON-LD first, then meta elements, then visible ones.
struct HTMLMetadata {
  private let tree: HTMLTree

  init(_ tree: HTMLTree) {
    self.tree = tree
  }

  func read() -> Metadata {
    var linked = Metadata()
    var named: [String: String] = [:]
    var title: String?
    var found = Metadata()
    var times: [String] = []
    var author: String?
    var home: String?
    for node in tree.nodes.indices {
      switch tree.nodes[node].tag {
      case .html: found.language = found.language ?? tree.attribute(.lang, of: node)
      case .title where title == nil && tree.nodes[node].end - node <= 2: title = tree.text(of: node)
      case .script where tree.attribute(.type, of: node)?.lowercased().contains("ld+json") == true:
        readLinked(node, into: &linked)
      case .meta:
        guard let content = tree.attribute(.content, of: node), !content.isEmpty else { continue }
        for name in [HTMLAttribute.property, .name, .itemprop] {
          if let key = tree.attribute(name, of: node)?.lowercased(), named[key] == nil {
            named[key] = content.trimmingCharacters(in: .whitespacesAndNewlines)
          }
        }
      case .link where tree.attribute(.rel, of: node)?.lowercased() == "canonical":
        found.address = found.address ?? tree.attribute(.href, of: node)
      case .a: if home == nil { home = siteName(node) }
      case .time: if let time = tree.attribute(.datetime, of: node), times.count < 8 { times.append(time) }
      default: break
      }
      if tree.nodes[node].tag != .text, tree.nodes[node].tag != .meta,
        let property = tree.attribute(.itemprop, of: node)?.lowercased()
      {
        if property.contains("datepublished"),
          let time = tree.attribute(.datetime, of: node) ?? tree.attribute(.content, of: node)
        {
          times.insert(time, at: 0)
        }
      }
      if author == nil, tree.nodes[node].end - node < 12, tree.nodes[node].tag != .text, isAuthor(node) {
        let text = tree.text(of: node)
        if !text.isEmpty { author = text }
      }
    }
    func first(_ names: String...) -> String? { names.lazy.compactMap { named[$0] }.first { !$0.isEmpty } }
    found.title = linked.title ?? first("og:title", "twitter:title", "headline", "dc.title", "sailthru.title") ?? title
    found.outlet =
      linked.outlet
      ?? first("og:site_name", "application-name", "publisher", "dc.publisher", "cre", "twitter:app:name:iphone")
    found.byline =
      cleanAuthor(linked.byline) ?? cleanAuthor(
        first("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator"))
      ?? cleanAuthor(author)
    found.published =
      linked.published
      ?? first(
        "article:published_time", "article:published", "og:published_time", "datepublished", "date", "pubdate",
        "publishdate", "publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued",
        "dcterms.created", "dcterms.issued", "dcterms.date", "date.issued",
        "originalpublicationdate", "cxenseparse:recs:publishtime", "bt:pubdate", "published_at",
        "article_date_original", "release_date", "displaydate") ?? times.first { DateReader.moment(in: $0) != nil }
    found.language = found.language ?? first("og:locale", "language", "content-language", "dc.language")
    found.address = found.address ?? first("og:url")
    found.outlet = found.outlet.flatMap(SiteLabel.declared)
    found.bodyScripts = linked.bodyScripts
    found.outlet = found.outlet ?? title.flatMap { site(in: $0, behind: linked.title ?? first("og:title")) } ?? home
    found.title = found.title.map { withoutSite($0, found.outlet) }
    return found
  }

  /// "Crane falls | Vale Daily": what a page's title has behind the headline that the page shows or declares.
  private func site(in title: String, behind declared: String?) -> String? {
    let shown = tree.nodes.indices.first { tree.nodes[$0].tag == .h1 }.map { tree.text(of: $0) }
    for headline in [declared, shown].compactMap({ $0 }) where headline.utf8.count >= 8 && title != headline {
      guard title.lowercased().hasPrefix(headline.lowercased()) else { continue }
      let rest = title.dropFirst(headline.count)
      let parts = rest.split { "|–—»:•·".contains($0) || $0 == "-" }.map { $0.trimmingCharacters(in: .whitespaces) }
      guard rest.first == " " || rest.first == "|", let name = parts.last(where: { !$0.isEmpty }),
        name.split(separator: " ").count <= 5, name.contains(where: \.isLetter), name.utf8.count <= 40
      else { continue }
      return name
    }
    return nil
  }

  /// What the page's logo, a link to the front page, says.
  private func siteName(_ node: Int) -> String? {
    guard let target = tree.attribute(.href, of: node), Self.isRoot(target), tree.nodes[node].end - node < 12 else {
      return nil
    }
    let parent = tree.nodes[node].parent
    let isLogo =
      tree.attribute(.rel, of: node)?.lowercased() == "home"
      || ClassHints.names(tree, node, any: Self.logos) || parent >= 0 && ClassHints.names(tree, parent, any: Self.logos)
    guard isLogo else { return nil }
    var name = tree.text(of: node)
    if name.isEmpty {
      name = (node..<tree.nodes[node].end).lazy.compactMap { tree.attribute(.alt, of: $0) }.first { !$0.isEmpty } ?? ""
    }
    return SiteLabel.name(name)
  }

  private static let logos: Set<String> = ["logo", "brand", "masthead", "sitename", "sitetitle", "title"]

  private static func isRoot(_ target: String) -> Bool {
    if target == "/" { return true }
    guard target.hasPrefix("http") || target.hasPrefix("//") else { return false }
    return target.split(separator: "/", omittingEmptySubsequences: true).dropFirst(target.hasPrefix("//") ? 0 : 1).count
      == 1
  }

  private func isAuthor(_ node: Int) -> Bool {
    if tree.attribute(.rel, of: node)?.lowercased() == "author" { return true }
    if tree.attribute(.itemprop, of: node)?.lowercased() == "author" { return true }
    return ClassHints.names(tree, node, any: ["byline"])
  }

  /// A name, not an address or a sentence.
  private func cleanAuthor(_ text: String?) -> String? {
    guard var name = text?.trimmingCharacters(in: .whitespacesAndNewlines), !name.isEmpty, !name.contains("://"),
      !name.hasPrefix("@"), !name.contains("/") || name.utf8.count < 60
    else { return nil }
    for opener in ["By ", "by ", "BY ", "Written by "] where name.hasPrefix(opener) {
      name = String(name.dropFirst(opener.count))
    }
    // A visible byline can have its date with it.
    let tokens = Token.tokens(of: Array(name.utf8))
    if let date = DateReader(tokens).all().first {
      let bytes = Array(name.utf8.prefix(tokens[date.tokens.lowerBound].range.lowerBound))
      name = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: CharacterSet(charactersIn: " -–—|,·•\n\t"))
    }
    let words = name.split(separator: " ")
    guard words.count <= 10, name.utf8.count <= 120, name.contains(where: \.isLetter), !name.contains("<"),
      !["admin", "administrator", "editor", "staff", "webmaster"].contains(name.lowercased())
    else { return nil }
    return name
  }

  /// A page's title often ends in the site's name.
  private func withoutSite(_ title: String, _ outlet: String?) -> String {
    for mark in [" | ", " - ", " – ", " — ", " :: ", " « ", " » "] {
      guard let range = title.range(of: mark, options: .backwards) else { continue }
      let head = String(title[..<range.lowerBound])
      let tail = String(title[range.upperBound...])
      let isSite = outlet.map { OutletFinder.key($0) == OutletFinder.key(tail) } ?? false
      if isSite
        || mark != " - " && mark != " – " && mark != " — " && tail.split(separator: " ").count <= 4
          && head.split(separator: " ").count >= 4
      {
        return head.trimmingCharacters(in: .whitespaces)
      }
    }
    return title
  }

  // MARK: JSON-LD

  private func readLinked(_ node: Int, into found: inout Metadata) {
    let raw = tree.nodes[node].end > node + 1 ? Array(tree.texts[tree.nodes[node + 1].text]) : []
    if raw.count < 4 << 20, LinkedBody.isNamed(in: raw) { found.bodyScripts.append(tree.nodes[node + 1].span.start) }
    guard raw.count < 4 << 20,
      let value = try? JSONSerialization.jsonObject(with: Data(raw), options: [.fragmentsAllowed])
    else { return }
    visit(value, &found, depth: 0)
  }

  private func visit(_ value: Any, _ found: inout Metadata, depth: Int) {
    guard depth < 6 else { return }
    if let list = value as? [Any] {
      for item in list { visit(item, &found, depth: depth + 1) }
      return
    }
    guard let object = value as? [String: Any] else { return }
    let types = strings(object["@type"]).map { $0.lowercased() }
    if types.contains(where: {
      $0.hasSuffix("article") || $0.hasSuffix("blogposting") || $0 == "reportage" || $0 == "report"
        || $0.hasSuffix("newsarticle") || $0.hasSuffix("review")
    }) {
      found.title = found.title ?? strings(object["headline"]).first ?? strings(object["name"]).first
      found.published =
        found.published ?? strings(object["datePublished"]).first ?? strings(object["dateCreated"]).first
      let authors = strings(object["author"]).isEmpty ? strings(object["creator"]) : strings(object["author"])
      if found.byline == nil, !authors.isEmpty { found.byline = authors.joined(separator: ", ") }
      found.outlet = found.outlet ?? strings(object["publisher"]).first
      found.language = found.language ?? strings(object["inLanguage"]).first
    }
    for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"] {
      if let inner = object[key], !(inner is String) { visit(inner, &found, depth: depth + 1) }
    }
  }

  private func strings(_ value: Any?) -> [String] {
    switch value {
    case let text as String: text.isEmpty ? [] : [HTMLTree.folded(Array(text.utf8))]
    case let list as [Any]: list.flatMap { strings($0) }
    case let object as [String: Any]: strings(object["name"])
    default: []
    }
  }
}
