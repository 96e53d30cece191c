import StemmaModel

/// Finds the element that holds the article, and tells what stands outside of it.
///
/// Paragraph text with few links weighs; the element that markup declares as the article is believed when it holds
/// enough of that weight, else the smallest one that holds most of it.
struct ArticleBody {
  private let tree: HTMLTree
  /// For each node the kind of furniture that it, or an element above it, is.
  private var pruned: [Report.Furniture.Kind?]
  private var hidden: [Bool]
  private var container = 0
  private let title: String?

  init(_ tree: HTMLTree, title: String?) {
    self.tree = tree
    self.title = title
    pruned = Array(repeating: nil, count: tree.nodes.count)
    hidden = Array(repeating: false, count: tree.nodes.count)
    let raw = weights(countingPruned: true)
    prune(raw)
    container = choose(weights(countingPruned: false))
  }

  func isHidden(_ node: Int) -> Bool { hidden[node] }

  func isCaption(_ node: Int) -> Bool {
    let tag = tree.nodes[node].tag
    guard tag == .div || tag == .span || tag == .p || tag == .dd || tag == .dl || tag == .section else { return false }
    return tree.nodes[node].end - node < 40
      && ClassHints.names(
        tree, node, any: ["caption", "captions", "figcaption", "cutline", "photocaption", "imagecaption"])
  }

  /// The kind of furniture that a text is by its place; nil inside the article.
  func outside(_ node: Int) -> Report.Furniture.Kind? {
    guard node >= 0 else { return .other }
    if let kind = pruned[node] { return kind }
    return container <= node && node < tree.nodes[container].end ? nil : .other
  }

  /// Takes the headline and what stands between it and the text back into the article.
  func withHead(_ blocks: [Block]) -> [Block] {
    var blocks = blocks
    guard let first = blocks.firstIndex(where: { $0.outside == nil }) else { return blocks }
    if blocks[first...].contains(where: { $0.outside == nil && $0.shape == .heading(1) })
      && blocks[first...].prefix(6).contains(where: { $0.shape == .heading(1) })
    {
      return blocks
    }
    let declared = title.map { Set(Token.tokens(of: Array($0.utf8)).filter(\.isWord).map(\.key)) } ?? []
    var head: Int?
    for number in stride(from: min(first, blocks.count) - 1, through: max(0, first - 60), by: -1)
    where blocks[number].isHeading {
      let words = Set(blocks[number].tokens.filter(\.isWord).map(\.key))
      let shared = words.intersection(declared).count
      let isTitle = !declared.isEmpty && shared * 10 >= words.union(declared).count * 5
      if isTitle || blocks[number].shape == .heading(1) && words.count >= 3 {
        head = number
        if isTitle { break }
      }
    }
    guard let head else { return blocks }
    for number in head..<first where number == head || blocks[number].outside == .other {
      let kind = blocks[number].outside
      let isHeadLine = blocks[number].measure.words <= 60
      if number == head || kind == .other && isHeadLine && first - head <= 20 { blocks[number].outside = nil }
    }
    return blocks
  }

  // MARK: Weights

  /// Bytes of paragraph text below each node.
  private func weights(countingPruned: Bool) -> [Double] {
    var own = [Double](repeating: 0, count: tree.nodes.count)
    var node = 0
    while node < tree.nodes.count {
      let current = tree.nodes[node]
      if current.tag.isUnseen || hidden[node] || !countingPruned && pruned[node] != nil {
        node = max(node + 1, current.end)
        continue
      }
      switch current.tag {
      case .p, .blockquote, .pre, .td, .li, .div, .section, .article, .dd, .center, .font, .span, .body, .main:
        let (text, links, sentences) = directText(node)
        let isLoose = current.tag == .li || current.tag == .td
        if text >= (isLoose ? 100 : 60), links * 10 < text * 4, sentences > 0 { own[node] = Double(text - links) }
      default: break
      }
      node += 1
    }
    // Children stand behind their parents.
    for node in tree.nodes.indices.reversed() where tree.nodes[node].parent >= 0 {
      own[tree.nodes[node].parent] += own[node]
    }
    return own
  }

  /// Letters that stand in an element or in inline elements of it, those in links, and sentence ends.
  private func directText(_ node: Int) -> (text: Int, links: Int, sentences: Int) {
    var text = 0
    var links = 0
    var sentences = 0
    var linkEnd = -1
    var at = node + 1
    let end = tree.nodes[node].end
    while at < end {
      let current = tree.nodes[at]
      if current.tag == .text {
        let count = current.text.count
        var letters = 0
        var wasSpace = true
        for byte in tree.texts[current.text] {
          let isSpace = byte <= 32
          if !isSpace || !wasSpace { letters += 1 }
          if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "?") || byte == 0x82
            || byte == 0x8C
          {
            sentences += 1
          }
          wasSpace = isSpace
        }
        _ = count
        text += letters
        if at < linkEnd { links += letters }
      } else if current.tag.isBlock || current.tag.isUnseen {
        at = max(at + 1, current.end)
        continue
      } else if current.tag == .a {
        linkEnd = max(linkEnd, current.end)
      }
      at += 1
    }
    return (text, links, sentences)
  }

  // MARK: Pruning

  private mutating func prune(_ weights: [Double]) {
    let total = max(1, weights.first(where: { $0 > 0 }) ?? 1)
    var node = 0
    while node < tree.nodes.count {
      let current = tree.nodes[node]
      if current.tag == .text {
        node += 1
        continue
      }
      if isUnseen(node) {
        for inner in node..<current.end { hidden[inner] = true }
        node = max(node + 1, current.end)
        continue
      }
      if let kind = furniture(node, share: weights[node] / total) {
        for inner in node..<current.end { pruned[inner] = kind }
        node = max(node + 1, current.end)
        continue
      }
      node += 1
    }
  }

  private func isUnseen(_ node: Int) -> Bool {
    if tree.nodes[node].tag == .html || tree.nodes[node].tag == .body { return false }
    if tree.attribute(.hidden, of: node) != nil { return true }
    if let style = tree.attribute(.style, of: node)?.lowercased().filter({ $0 != " " }),
      style.contains("display:none") || style.contains("visibility:hidden")
    {
      return true
    }
    return false
  }

  private func furniture(_ node: Int, share: Double) -> Report.Furniture.Kind? {
    let tag = tree.nodes[node].tag
    switch tag {
    case .html, .body, .main, .article, .head: return nil
    case .nav, .menu: return share < 0.3 ? .menu : nil
    case .footer: return share < 0.3 ? .banner : nil
    case .aside: return share < 0.3 ? .related : nil
    case .form: return share < 0.3 ? .widget : nil
    case .button, .select, .dialog, .textarea: return .widget
    case .header:
      // The header of the page is a menu; that of the article holds its headline.
      return share < 0.05 && !holdsHeading(node) ? .menu : nil
    default: break
    }
    if let role = tree.attribute(.role, of: node)?.lowercased() {
      switch role {
      case "navigation", "menu", "menubar", "toolbar": return share < 0.3 ? .menu : nil
      case "contentinfo", "banner", "dialog", "alertdialog": return share < 0.1 && !holdsHeading(node) ? .banner : nil
      case "complementary": return share < 0.3 ? .related : nil
      case "search": return .widget
      default: break
      }
    }
    guard share < 0.35, tag != .a || true, let kind = ClassHints.furniture(tree, node),
      !ClassHints.isArticleBody(tree, node)
    else { return nil }
    if tag.headingLevel == 1 || tag == .time { return nil }
    return kind
  }

  private func holdsHeading(_ node: Int) -> Bool {
    (node..<tree.nodes[node].end).contains { inner in
      guard tree.nodes[inner].tag == .h1 else { return false }
      return tree.text(of: inner).split(separator: " ").count >= 3
    }
  }

  // MARK: Choosing

  private func choose(_ weights: [Double]) -> Int {
    guard let top = tree.nodes.indices.first(where: { tree.nodes[$0].tag == .body }) else { return 0 }
    let total = weights[top]
    guard total > 0 else { return top }
    var best: (score: Double, node: Int)?
    for node in tree.nodes.indices where weights[node] > total * 0.3 && pruned[node] == nil {
      let tag = tree.nodes[node].tag
      let trust: Double
      if ClassHints.isArticleBody(tree, node) {
        trust = 2
      } else if tag == .article {
        trust = 1.6
      } else if tag == .main || tree.attribute(.role, of: node)?.lowercased() == "main" {
        trust = 1.2
      } else {
        continue
      }
      let score = trust * weights[node]
      if best == nil || score > best!.score + 1e-9 { best = (score, node) }
    }
    if let best, weights[best.node] > total * 0.45 { return best.node }
    return descend(from: top, weights)
  }

  /// The smallest element that still holds nearly all of the text.
  private func descend(from top: Int, _ weights: [Double]) -> Int {
    var at = top
    while true {
      var child = at + 1
      var heir: Int?
      while child < tree.nodes[at].end {
        if weights[child] >= weights[at] * 0.7 { heir = child }
        child = max(child + 1, tree.nodes[child].end)
      }
      guard let heir, tree.nodes[heir].tag != .p, tree.nodes[heir].tag != .text,
        tree.nodes[heir].tag.isBlock || tree.nodes[heir].end - heir > 3
      else { return at }
      at = heir
    }
  }
}
