import StemmaModel

/// Reads what a page's markup declares, in one pass over its elements: JSON-LD, microdata, Open Graph and `meta`, the
/// language and address it gives itself, and the name behind its logo.
struct HTMLMetadata {
  private static let tagLimit = 60
  private static let scriptLimit = 4 << 20

  private let tree: HTMLTree
  private let source: [UInt8]
  private var found = Metadata()
  private var linked = LinkedData()
  private var microdata: Microdata
  private var named: [(rank: Int, testimony: Testimony)] = []
  private var canonical: Testimony?
  private var language: Testimony?
  private var pageTitle: Testimony?
  private var headline: String?
  private var author: Testimony?
  private var home: Testimony?
  private var times: [Testimony] = []

  init(_ tree: HTMLTree, source: [UInt8]) {
    self.tree = tree
    self.source = source
    microdata = Microdata(tree, source: source)
  }

  func read() -> Metadata {
    var reader = self
    reader.pass()
    return reader.gathered()
  }

  // MARK: The pass

  private mutating func pass() {
    for node in tree.nodes.indices {
      let current = tree.nodes[node]
      switch current.tag {
      case .text: continue
      case .title: if pageTitle == nil, current.end - node <= 2 { readTitle(node) }
      case .h1: if headline == nil { readHeadline(node) }
      default: break
      }
      guard !current.attributes.isEmpty else { continue }
      let signs = signs(of: current)
      switch current.tag {
      case .html: if language == nil { language = attribute(.lang, .language, node) }
      case .script: if isLinkedData(node) { readLinked(node) }
      case .meta: readMeta(node)
      case .link:
        if signs.contains(.relation), canonical == nil, isRelated(node, "canonical") {
          canonical = attribute(.href, .address, node)
        }
      case .a:
        if home == nil { home = siteName(node) }
        if author == nil, signs.contains(.relation), isRelated(node, "author") { takeAuthor(node) }
      case .time: if times.count < 8, let time = attribute(.datetime, .published, node) { times.append(time) }
      case .span, .p, .div, .address, .li, .cite, .strong, .em:
        if author == nil, signs.contains(.byline), current.end - node < 12 { takeAuthor(node) }
      default: break
      }
      if signs.contains(.item) { takeProperty(node, isMeta: current.tag == .meta) }
    }
  }

  /// What an element's attributes can make it.
  private struct Signs: OptionSet {
    let rawValue: Int
    static let item = Signs(rawValue: 1)
    static let relation = Signs(rawValue: 2)
    static let byline = Signs(rawValue: 4)
  }

  private func signs(of node: HTMLTree.Node) -> Signs {
    var signs: Signs = []
    for number in node.attributes {
      switch tree.attributes[number].name {
      case .itemprop, .itemtype, .itemscope, .typeof: signs.insert(.item)
      case .property: if node.tag != .meta { signs.insert(.item) }
      case .rel: signs.insert(.relation)
      case .class: if author == nil, holds(tree.attributes[number].value, "byline") { signs.insert(.byline) }
      default: break
      }
    }
    return signs
  }

  /// Whether a value has a word of small letters in it, capitals taken as small.
  private func holds(_ value: Range<Int>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard value.count >= count, value.count < 200 else { return false }
    return tree.values.withUnsafeBufferPointer { values in
      for start in value.lowerBound...(value.upperBound - count) where values[start] | 32 == word.utf8Start[0] {
        var at = 1
        while at < count, values[start + at] | 32 == word.utf8Start[at] { at += 1 }
        if at == count { return true }
      }
      return false
    }
  }

  private mutating func readTitle(_ node: Int) {
    let text = PlainText.reading(tree.text(of: node))
    if !text.isEmpty { pageTitle = Testimony(.title, text, by: .meta, at: place(node)) }
  }

  private mutating func readHeadline(_ node: Int) {
    let text = tree.text(of: node)
    if !text.isEmpty { headline = text }
  }

  private func isLinkedData(_ node: Int) -> Bool { tree.value(.type, of: node).map { holds($0, "ld+json") } ?? false }

  private func place(_ node: Int) -> TextSpan? { ElementPlace.span(of: node, in: tree, source) }

  private func attribute(_ name: HTMLAttribute, _ field: Testimony.Field, _ node: Int) -> Testimony? {
    guard let raw = tree.attribute(name, of: node) else { return nil }
    let value = PlainText.reading(raw)
    guard !value.isEmpty else { return nil }
    return Testimony(
      field, value, by: .meta, at: AttributePlace.span(of: name, in: source, from: tree.nodes[node].span.start))
  }

  private mutating func takeProperty(_ node: Int, isMeta: Bool) {
    var property = tree.attribute(.itemprop, of: node)
    var type = tree.attribute(.itemtype, of: node)
    var begins = type != nil || tree.value(.itemscope, of: node) != nil
    if property == nil, !begins, !isMeta {
      property = tree.attribute(.property, of: node)
      type = tree.attribute(.typeof, of: node)
      begins = type != nil
    }
    if property != nil || begins { microdata.take(node, property: property, type: type, beginsItem: begins) }
  }

  private mutating func readMeta(_ node: Int) {
    for attribute in [HTMLAttribute.property, .name] {
      guard let names = tree.attribute(attribute, of: node)?.lowercased() else { continue }
      guard let meaning = MetaNames.meaning(of: names), let raw = tree.attribute(.content, of: node), !raw.isEmpty
      else {
        continue
      }
      let value = PlainText.reading(raw)
      guard !value.isEmpty, value.utf8.count <= 4000, named.count < 400 else { return }
      let span = AttributePlace.span(of: .content, in: source, from: tree.nodes[node].span.start)
      // One tag may have a comma in it; many commas are many tags.
      let commas = meaning.field == .tag ? value.utf8.count { $0 == UInt8(ascii: ",") } : 0
      let isList = commas > (meaning.voice == .meta ? 0 : 2)
      let values =
        isList ? value.split(separator: ",").prefix(Self.tagLimit).map { PlainText.reading(String($0)) } : [value]
      for value in values where !value.isEmpty {
        named.append((meaning.rank, Testimony(meaning.field, value, by: meaning.voice, at: span)))
      }
      return
    }
  }

  private mutating func readLinked(_ node: Int) {
    guard tree.nodes[node].end > node + 1 else { return }
    let start = tree.nodes[node + 1].span.start
    let end = ScriptEnd.find(source, from: start)
    guard end - start < Self.scriptLimit else { return }
    linked.read(source, in: start..<end)
    if linked.holdsBody { found.bodyScripts.append(start) }
  }

  // MARK: Authors that the markup shows

  private func isRelated(_ node: Int, _ relation: String) -> Bool {
    guard let value = tree.attribute(.rel, of: node), !value.isEmpty else { return false }
    return value.lowercased() == relation
  }

  private mutating func takeAuthor(_ node: Int) {
    guard tree.nodes[node].end - node < 12 else { return }
    let text = tree.text(of: node)
    if !text.isEmpty, text.utf8.count <= 200 { author = Testimony(.byline, text, by: .visible, at: place(node)) }
  }

  // MARK: The site's name

  /// What the page's logo, a link to the front page, says.
  private func siteName(_ node: Int) -> Testimony? {
    guard tree.nodes[node].end - node < 12, let target = tree.value(.href, of: node), target.count <= 60,
      SiteLabel.isRoot(tree.values[target])
    else { return nil }
    let parent = tree.nodes[node].parent
    guard isRelated(node, "home") || isLogo(node) || parent >= 0 && isLogo(parent) else { return nil }
    let text = tree.text(of: node)
    if !text.isEmpty { return SiteLabel.name(text).map { Testimony(.outlet, $0, by: .visible, at: place(node)) } }
    for inner in node..<tree.nodes[node].end {
      if let label = tree.attribute(.alt, of: inner), !label.isEmpty {
        return SiteLabel.name(label).map {
          Testimony(
            .outlet, $0, by: .visible, at: AttributePlace.span(of: .alt, in: source, from: tree.nodes[inner].span.start)
          )
        }
      }
    }
    return nil
  }

  private func isLogo(_ node: Int) -> Bool {
    tree.nodes[node].attributes.contains { number in
      let attribute = tree.attributes[number]
      guard [.class, .id, .itemprop, .rel].contains(attribute.name) else { return false }
      return ["logo", "brand", "masthead", "site-name", "sitename", "title"].contains { holds(attribute.value, $0) }
    }
  }

  // MARK: All of it

  private func gathered() -> Metadata {
    var found = found
    let sorted = named.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(
      \.element.testimony)
    func first(_ field: Testimony.Field, _ voice: Testimony.Voice) -> String? {
      sorted.first { $0.field == field && $0.voice == voice }?.value
    }
    let addresses = [canonical?.value, first(.address, .openGraph)].compactMap { $0 }
    let titles = [first(.title, .openGraph) ?? pageTitle?.value, headline].compactMap { $0 }
    let saysDate = sorted.contains { $0.field == .published }
    for works in [linked.works, microdata.works] {
      add(DescribedWork.own(works, addresses: addresses, titles: titles), saysDate: saysDate, to: &found)
    }
    if let name = linked.siteName, !found.testimony.contains(where: { $0.field == .outlet && $0.voice == .linkedData })
    {
      found.testimony.append(name)
    }
    if let canonical { found.testimony.append(canonical) }
    found.testimony += sorted
    found.testimony += [language, pageTitle, author].compactMap { $0 }
    if let name = pageTitle.flatMap({ SiteTitle.site(in: $0, behind: [first(.title, .openGraph), headline]) }) {
      found.testimony.append(name)
    }
    if let home { found.testimony.append(home) }
    found.times = times
    let believable = Believable(found.testimony)
    found.outlet = believable.first(.outlet).flatMap { SiteLabel.declared($0.value) }
    found.title = believable.first(.title).map {
      SiteTitle.headline(of: $0.value, outlet: found.outlet)
    }
    return found
  }

  /// The work that is the page's own, and what others that may be say beyond it.
  private func add(_ works: [DescribedWork], saysDate: Bool, to found: inout Metadata) {
    var fields: Set<Testimony.Field> = []
    for work in works {
      // The date of a page as such is its template's now and then.
      let new = work.testimony.filter {
        !fields.contains($0.field) && !(work.kind == .page && saysDate && $0.field == .published)
      }
      fields.formUnion(new.map(\.field))
      found.testimony += new
    }
  }
}
