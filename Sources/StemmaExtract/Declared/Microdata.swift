import StemmaModel

/// Reads microdata and the RDFa that is written like it: elements that name what they hold, in the scope of an item.
///
/// The name of an author inside an article is the author's, that of a comment nobody's here: scopes nest.
struct Microdata {
  private static let workLimit = 200

  private enum Holder {
    /// In `works`.
    case work(Int)
    /// Somebody who is named in a work: an author, a publisher.
    case named(Testimony.Field, Int)
    /// An item that is not ours: a picture, a comment, a rating.
    case foreign
  }

  private(set) var works: [DescribedWork] = []
  private var scopes: [(end: Int, holder: Holder)] = []
  /// What stands in no scope is the page's.
  private var pageWork: Int?
  private let tree: HTMLTree
  private let source: [UInt8]

  init(_ tree: HTMLTree, source: [UInt8]) {
    self.tree = tree
    self.source = source
  }

  /// Takes the next element in document order. `property` is what it names itself, `type` what kind of item it begins.
  mutating func take(_ node: Int, property: String?, type: String?, beginsItem: Bool) {
    while let last = scopes.last, last.end <= node { scopes.removeLast() }
    let names = property.map(Self.names) ?? []
    guard !beginsItem else { return begin(node, names, type ?? "") }
    guard !names.isEmpty else { return }
    switch scopes.last?.holder {
    case .work(let work): names.forEach { add($0, node, to: work) }
    case .named(let field, let work):
      if names.contains("name") || names.contains("legalname") { put(field, node, to: work, joins: field == .byline) }
    case .foreign: break
    case nil:
      guard names.contains(where: { Self.fields[$0] != nil }) else { return }
      let work = pageWork ?? open(.article, isListed: false)
      pageWork = work
      names.forEach { add($0, node, to: work) }
    }
  }

  private mutating func open(_ kind: DescribedWork.Kind, isListed: Bool) -> Int {
    works.append(DescribedWork(kind: kind, isListed: isListed))
    return works.count - 1
  }

  private mutating func begin(_ node: Int, _ names: [String], _ type: String) {
    let end = tree.nodes[node].end
    var outer: (work: Int, isNamed: Bool)?
    switch scopes.last?.holder {
    case .work(let work): outer = (work, false)
    case .named(_, let work): outer = (work, true)
    case .foreign: break
    case nil: outer = pageWork.map { ($0, false) }
    }
    let kinds = type.split(separator: " ").compactMap { DescribedWork.kind(of: String($0)) }
    if let outer, !outer.isNamed, let field = names.lazy.compactMap({ Self.fields[$0] }).first {
      if field == .title { names.forEach { add($0, node, to: outer.work) } }
      return scopes.append((end, Self.people.contains(field) ? .named(field, outer.work) : .foreign))
    }
    guard let kind = kinds.max(by: { $0.rawValue < $1.rawValue }), works.count < Self.workLimit else {
      return scopes.append((end, .foreign))
    }
    let isInArticle = scopes.contains {
      if case .work(let work) = $0.holder { works[work].kind == .article } else { false }
    }
    let isPart = names.contains { ["itemlistelement", "haspart", "blogpost", "blogposts", "relatedlink"].contains($0) }
    scopes.append((end, .work(open(kind, isListed: isInArticle || isPart))))
  }

  private mutating func add(_ name: String, _ node: Int, to work: Int) {
    switch name {
    case "name" where works[work].title == nil:
      if works[work].kind == .article {
        put(.title, node, to: work)
      } else {
        works[work].title = value(.title, node)?.0
      }
    case "@url":
      if let address = tree.attribute(.href, of: node) ?? tree.attribute(.content, of: node) {
        works[work].addresses.append(address)
      }
    case "datepublished" where !works[work].isDated:
      works[work].testimony.removeAll { $0.field == .published }
      put(.published, node, to: work)
      works[work].isDated = works[work].testimony.contains { $0.field == .published }
    default: if let field = Self.fields[name] { put(field, node, to: work, joins: field == .byline || field == .tag) }
    }
  }

  /// - Parameter joins: several values stand beside each other; else the first counts.
  private mutating func put(_ field: Testimony.Field, _ node: Int, to work: Int, joins: Bool = false) {
    let known = works[work].testimony.lastIndex { $0.field == field }
    if known != nil, !joins { return }
    guard let (text, span) = value(field, node), !text.isEmpty else { return }
    if field == .byline, let known {
      let before = works[work].testimony[known]
      guard before.value.utf8.count < 400, !before.value.contains(text) else { return }
      works[work].testimony[known].value += ", " + text
      if let a = before.span, let b = span {
        works[work].testimony[known].span = TextSpan(min(a.start, b.start), max(a.end, b.end))
      }
      return
    }
    guard works[work].testimony.count < 200 else { return }
    if field == .title { works[work].title = text }
    works[work].testimony.append(Testimony(field, text, by: .microdata, at: span))
  }

  /// A date stands in an attribute where there is one, a name in the text.
  private func value(_ field: Testimony.Field, _ node: Int) -> (String, TextSpan?)? {
    let attributes: [HTMLAttribute]
    switch tree.nodes[node].tag {
    case .meta: attributes = [.content]
    case .link: attributes = [.href]
    case .time: attributes = [.datetime, .content]
    default:
      attributes =
        field == .published || field == .modified
        ? [.content, .datetime, .title] : field == .basedOn ? [.content, .href] : [.content]
    }
    for attribute in attributes {
      guard let raw = tree.attribute(attribute, of: node), !raw.isEmpty else { continue }
      let text = PlainText.reading(raw)
      if !text.isEmpty {
        return (text, AttributePlace.span(of: attribute, in: source, from: tree.nodes[node].span.start))
      }
    }
    guard tree.nodes[node].tag != .meta, tree.nodes[node].end - node <= 40 else { return nil }
    let text = tree.text(of: node)
    return text.utf8.count <= 600 ? (text, ElementPlace.span(of: node, in: tree, source)) : nil
  }

  // MARK: Names

  /// The names of a property, vocabularies off: "schema:datePublished", "dc:date dc:created".
  private static func names(_ property: String) -> [String] {
    property.lowercased().split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }).map { name in
      let bare =
        name.split(whereSeparator: { $0 == ":" || $0 == "/" || $0 == "#" }).last.map(String.init) ?? String(name)
      return bare == "url" || bare == "mainentityofpage" ? "@url" : bare
    }
  }

  private static let people: Set<Testimony.Field> = [.byline, .outlet, .credit]

  private static let fields: [String: Testimony.Field] = [
    "headline": .title, "title": .title, "datepublished": .published, "datecreated": .published, "created": .published,
    "date": .published, "issued": .published, "datemodified": .modified, "modified": .modified, "author": .byline,
    "creator": .byline, "publisher": .outlet, "sourceorganization": .credit, "provider": .credit,
    "copyrightholder": .credit, "credittext": .credit, "dateline": .credit, "articlesection": .section,
    "inlanguage": .language, "isbasedon": .basedOn, "isbasedonurl": .basedOn, "citation": .citation,
    "correction": .correction,
  ]
}
