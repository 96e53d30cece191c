import StemmaModel

/// Reads JSON-LD: the works that a page's scripts describe, with the place of every value.
struct LinkedData {
  private static let listLimit = 60

  private(set) var works: [DescribedWork] = []
  /// What the site is called, where a work names no publisher.
  private(set) var siteName: Testimony?
  /// The script that was read last holds an article's text.
  private(set) var holdsBody = false
  private static let workLimit = 200
  private var json = LooseJSON([], in: 0..<0)
  /// Objects that have an `@id`, for others to refer to.
  private var named: [String: Int] = [:]

  mutating func read(_ source: [UInt8], in range: Range<Int>) {
    json = LooseJSON(source, in: range)
    named = [:]
    holdsBody = false
    for node in json.nodes.indices {
      if json.isKey(node, "articleBody") { holdsBody = true }
      guard json.isKey(node, "@id") else { continue }
      let id = json.text(node)
      let owner = owner(of: node)
      if !id.isEmpty, let owner, json.member("name", of: owner) != nil { named[id] = named[id] ?? owner }
    }
    for root in json.roots { visit(root, isListed: false) }
  }

  /// The object that a member stands in: the nearest before it that has not ended.
  private func owner(of node: Int) -> Int? {
    var at = node - 1
    var steps = 0
    while at >= 0, steps < 200 {
      if json.nodes[at].kind == .object, json.nodes[at].end > node { return at }
      at -= 1
      steps += 1
    }
    return nil
  }

  // MARK: Works

  private mutating func visit(_ node: Int, isListed: Bool) {
    switch json.nodes[node].kind {
    case .array: for child in json.children(of: node) { visit(child, isListed: isListed) }
    case .object:
      let types = strings(json.member("@type", of: node)).map(\.text)
      guard works.count < Self.workLimit else { return }
      if let kind = types.compactMap(DescribedWork.kind).max(by: { $0.rawValue < $1.rawValue }) {
        works.append(work(node, kind, isListed: isListed))
      } else if siteName == nil, types.contains(where: { $0.hasSuffix("WebSite") }),
        let name = strings(json.member("name", of: node)).first
      {
        siteName = Testimony(.outlet, name.text, by: .linkedData, at: name.span)
      }
      for name in ["@graph", "mainEntity", "mainEntityOfPage", "subjectOf"] as [StaticString] {
        if let inner = json.member(name, of: node) { visit(inner, isListed: isListed) }
      }
      for name in ["itemListElement", "item", "hasPart", "blogPost", "blogPosts"] as [StaticString] {
        if let inner = json.member(name, of: node) { visit(inner, isListed: true) }
      }
    default: break
    }
  }

  private func work(_ node: Int, _ kind: DescribedWork.Kind, isListed: Bool) -> DescribedWork {
    var work = DescribedWork(kind: kind, isListed: isListed)
    func first(_ names: StaticString...) -> Value? {
      names.lazy.compactMap { strings(json.member($0, of: node)).first }.first
    }
    func add(_ field: Testimony.Field, _ values: [Value]) {
      for value in values.prefix(Self.listLimit) {
        work.testimony.append(Testimony(field, value.text, by: .linkedData, at: value.span))
      }
    }
    func all(_ names: StaticString...) -> [Value] { names.flatMap { strings(json.member($0, of: node)) } }
    let title = first("headline") ?? first("name")
    work.title = title?.text
    let address = first("url")
    // An object stands for its page, a name of one for itself.
    work.addresses = (all("url", "@id") + pageAddresses(node)).map(\.text)
    add(.published, [first("datePublished") ?? first("dateCreated", "uploadDate")].compactMap { $0 })
    add(.modified, [first("dateModified")].compactMap { $0 })
    let authors = first("author") != nil ? all("author") : all("creator")
    add(.byline, Self.joined(authors).map { [$0] } ?? [])
    add(.outlet, [first("publisher")].compactMap { $0 })
    add(.language, [first("inLanguage")].compactMap { $0 })
    add(.credit, all("creditText", "sourceOrganization", "provider", "copyrightHolder", "copyrightNotice", "dateline"))
    guard kind != .page else { return work }
    add(.title, [title].compactMap { $0 })
    add(.address, [(address ?? pageAddresses(node).first)].compactMap { $0 }.filter { $0.text.contains("://") })
    add(.section, [first("articleSection")].compactMap { $0 })
    add(.tag, all("keywords").flatMap(Self.listed))
    add(.basedOn, references(node, "isBasedOn") + references(node, "isBasedOnUrl"))
    add(.citation, references(node, "citation"))
    add(.correction, all("correction"))
    return work
  }

  private func pageAddresses(_ node: Int) -> [Value] {
    guard let page = json.member("mainEntityOfPage", of: node) else { return [] }
    guard json.nodes[page].kind == .object else { return strings(page) }
    return ["@id", "url"].flatMap { strings(json.member($0, of: page)) }
  }

  /// Works by their address, else by their name.
  private func references(_ node: Int, _ name: StaticString) -> [Value] {
    guard let member = json.member(name, of: node) else { return [] }
    let items = json.nodes[member].kind == .array ? json.children(of: member) : [member]
    return items.prefix(Self.listLimit).flatMap { item -> [Value] in
      guard json.nodes[item].kind == .object else { return strings(item) }
      let address = strings(json.member("url", of: item)) + strings(json.member("@id", of: item))
      return address.first.map { [$0] } ?? strings(item)
    }
  }

  // MARK: Values

  private struct Value {
    var text: String
    var span: TextSpan?
  }

  /// The strings that a value stands for: itself, the name of an object, or those of a list.
  private func strings(_ node: Int?, depth: Int = 0) -> [Value] {
    guard let node, depth < 5 else { return [] }
    switch json.nodes[node].kind {
    case .string, .number:
      let text = json.text(node)
      let range = json.nodes[node].range
      return text.isEmpty ? [] : [Value(text: text, span: TextSpan(range.lowerBound, range.upperBound))]
    case .array: return json.children(of: node).prefix(Self.listLimit).flatMap { strings($0, depth: depth + 1) }
    case .object:
      for name in ["name", "@value", "text", "description", "alternateName", "familyName"] as [StaticString] {
        let found = strings(json.member(name, of: node), depth: depth + 1)
        if !found.isEmpty { return found }
      }
      // A reference to an object that is described elsewhere.
      guard let id = json.member("@id", of: node), let other = named[json.text(id)], other != node else { return [] }
      return strings(other, depth: depth + 1)
    case .literal: return []
    }
  }

  /// Several names as one byline, each once.
  private static func joined(_ values: [Value]) -> Value? {
    var seen: Set<String> = []
    let names = values.prefix(20).filter { seen.insert($0.text).inserted }
    guard let first = names.first else { return nil }
    guard names.count > 1 else { return first }
    var span = first.span
    for name in names {
      if let one = name.span, let all = span { span = TextSpan(min(all.start, one.start), max(all.end, one.end)) }
    }
    return Value(text: names.map(\.text).joined(separator: ", "), span: span)
  }

  /// Keywords in one string, parted by commas.
  private static func listed(_ value: Value) -> [Value] {
    guard value.text.contains(",") else { return [value] }
    return value.text.split(separator: ",").map { PlainText.reading(String($0)) }.filter { !$0.isEmpty }.map {
      Value(text: $0, span: value.span)
    }
  }
}
