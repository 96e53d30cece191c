import StemmaModel

/// Finds the element that holds the article, and tells what stands outside of it.
///
/// Every block element weighs by its own paragraph text without links, short lines a quarter. What names itself furniture
/// (by tag, role, class or id) is pruned where it holds less than a third of that weight; comments and columns beside
/// the article are pruned however long they are, as long as an article is left. Of what remains, the element that markup
/// declares as the article (`articleBody`, CMS names, `article`, `main`) is believed when it holds enough of the weight,
/// else the smallest one that holds most of it. The headline above it, and a lead, are taken back in.
///
/// - Complexity: O(*n*) in the nodes, but for short looks into an element's first children.
struct ArticleBody {
  private let tree: HTMLTree
  private let hints: [ClassHint]
  private let texts: BlockTexts
  /// For each node the kind of furniture that it, or an element above it, is.
  private var pruned: [Report.Furniture.Kind?]
  private var hidden: [Bool]
  private var container = 0
  /// Weight that was pruned so far.
  private var prunedShare = 0.0
  private let title: String?

  init(_ tree: HTMLTree, title: String?) {
    self.tree = tree
    self.title = title
    hints = ClassHints.all(of: tree)
    texts = BlockTexts(tree)
    pruned = Array(repeating: nil, count: tree.nodes.count)
    hidden = Array(repeating: false, count: tree.nodes.count)
    hide()
    prune(weights(countingPruned: true))
    container = choose(weights(countingPruned: false))
  }

  func isHidden(_ node: Int) -> Bool { hidden[node] }

  func isCaption(_ node: Int) -> Bool {
    guard hints[node].signs.contains(.caption) else { return false }
    let tag = tree.nodes[node].tag
    guard tag == .div || tag == .span || tag == .p || tag == .dd || tag == .dl || tag == .section else { return false }
    return tree.nodes[node].end - node < 40
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
    for number in head..<first
    where number == head || blocks[number].outside == .other || blocks[number].outside == .related {
      let kind =
        blocks[number].outside == .related && blocks[number].linkBytes == 0 && blocks[number].measure.endsSentence
        ? .other : blocks[number].outside
      let isHeadLine = blocks[number].measure.words <= 60
      if number == head || kind == .other && isHeadLine && first - head <= 20 {
        blocks[number].outside = nil
        blocks[number].isHead = true
      }
    }
    return blocks
  }

  // MARK: Weights

  /// Bytes of paragraph text below each node.
  private func weights(countingPruned: Bool) -> [Int32] {
    var weights = [Int32](repeating: 0, count: tree.nodes.count)
    for block in texts.blocks {
      if hidden[block.node] || !countingPruned && pruned[block.node] != nil { continue }
      let tag = tree.nodes[block.node].tag
      let isLoose = tag == .li || tag == .td
      guard block.letters >= (isLoose ? 100 : 60), block.links * 10 < block.letters * 4, block.sentences > 0 else {
        if block.links * 2 < block.letters { weights[block.node] += (block.letters - block.links) / 4 }
        continue
      }
      switch tag {
      case .p, .blockquote, .pre, .td, .li, .div, .section, .article, .dd, .center, .font, .span, .body, .main:
        weights[block.node] += block.letters - block.links
      default: break
      }
    }
    // Children stand behind their parents.
    for node in tree.nodes.indices.reversed() where weights[node] > 0 && tree.nodes[node].parent >= 0 {
      weights[tree.nodes[node].parent] += weights[node]
    }
    return weights
  }

  // MARK: Pruning

  private mutating func hide() {
    var node = 0
    while node < tree.nodes.count {
      if tree.nodes[node].tag != .text, isUnseen(node) {
        let end = tree.nodes[node].end
        for inner in node..<end { hidden[inner] = true }
        node = end
      } else {
        node += 1
      }
    }
  }

  private mutating func prune(_ weights: [Int32]) {
    let total = Double(max(1, weights.first(where: { $0 > 0 }) ?? 1))
    prunedShare = 0
    var node = 0
    while node < tree.nodes.count {
      if tree.nodes[node].tag == .text {
        node += 1
        continue
      }
      let end = tree.nodes[node].end
      if hidden[node] {
        node = end
      } else if let kind = strong(node, Double(weights[node]), total)
        ?? furniture(node, share: Double(weights[node]) / total)
      {
        prunedShare += Double(weights[node])
        for inner in node..<end { pruned[inner] = kind }
        node = end
      } else {
        node += 1
      }
    }
  }

  private func isUnseen(_ node: Int) -> Bool {
    let tag = tree.nodes[node].tag
    if tag == .html || tag == .body { return false }
    for number in tree.nodes[node].attributes {
      switch tree.attributes[number].name {
      case .hidden: return true
      case .style where StyleHint.hides(tree.values[tree.attributes[number].value]): return true
      default: break
      }
    }
    return false
  }

  /// Comments and columns beside the article can be longer than it is.
  private func strong(_ node: Int, _ weight: Double, _ total: Double) -> Report.Furniture.Kind? {
    let tag = tree.nodes[node].tag
    guard tag != .body, tag != .html, tag != .article, tag != .main, weight > 0 else { return nil }
    let left = total - prunedShare - weight
    if hints[node].signs.contains(.comments), left >= 150 { return .widget }
    let isBeside = tag == .aside || tag == .nav || tag == .footer || hints[node].signs.contains(.beside)
    if isBeside, !hints[node].signs.contains(.articleBody), left >= 500, left >= total * 0.2 {
      return holdsHeading(node) ? nil : tag == .footer ? .banner : tag == .nav ? .menu : .related
    }
    return nil
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
    if let value = tree.value(.role, of: node) {
      switch String(decoding: tree.values[value], as: UTF8.self).lowercased() {
      case "navigation", "menu", "menubar", "toolbar": return share < 0.3 ? .menu : nil
      case "contentinfo", "banner", "dialog", "alertdialog": return share < 0.1 && !holdsHeading(node) ? .banner : nil
      case "complementary": return share < 0.3 ? .related : nil
      case "search": return .widget
      default: break
      }
    }
    // A quoted post is part of the article, whatever its frame is called.
    if tag == .blockquote || holdsQuote(node) { return nil }
    guard share < 0.35, let kind = hints[node].furniture, !hints[node].signs.contains(.articleBody) else { return nil }
    if tag == .h1 || tag == .time { return nil }
    return kind
  }

  private func holdsQuote(_ node: Int) -> Bool {
    let end = tree.nodes[node].end
    guard end - node < 60 else { return false }
    return (node..<end).contains { tree.nodes[$0].tag == .blockquote && weightedText($0) }
  }

  private func weightedText(_ node: Int) -> Bool {
    (node..<tree.nodes[node].end).contains { tree.nodes[$0].tag == .text && tree.nodes[$0].textCount > 40 }
  }

  private func holdsHeading(_ node: Int) -> Bool {
    (node..<tree.nodes[node].end).contains { inner in
      guard tree.nodes[inner].tag == .h1 else { return false }
      return tree.text(of: inner).split(separator: " ").count >= 3
    }
  }

  // MARK: Choosing

  private func choose(_ weights: [Int32]) -> Int {
    guard let top = tree.nodes.indices.first(where: { tree.nodes[$0].tag == .body }) else { return 0 }
    let total = Double(weights[top])
    guard total > 0 else { return top }
    if let headed = headedArticle(weights, total: total) { return headed }
    var best: (score: Double, node: Int)?
    for node in tree.nodes.indices where Double(weights[node]) > total * 0.3 && pruned[node] == nil {
      let tag = tree.nodes[node].tag
      let trust: Double
      if hints[node].signs.contains(.articleBody) {
        trust = 2
      } else if tag == .article {
        trust = 1.6
      } else if tag == .main || tree.attribute(.role, of: node)?.lowercased() == "main" {
        trust = 1.2
      } else {
        continue
      }
      let score = trust * Double(weights[node])
      if best == nil || score > best!.score + 1e-9 { best = (score, node) }
    }
    if let best, Double(weights[best.node]) > total * 0.45 { return best.node }
    return descend(from: top, weights)
  }

  /// Of several articles on a page, each no longer than twice it: the only one that stands under a main headline. The
  /// others are teasers, however much they hold together.
  private func headedArticle(_ weights: [Int32], total: Double) -> Int? {
    var headed: Int?
    var count = 0
    var longest: Int32 = 0
    for node in tree.nodes.indices where tree.nodes[node].tag == .article && pruned[node] == nil {
      let inside = (node + 1)..<tree.nodes[node].end
      guard weights[node] > 0, !inside.contains(where: { tree.nodes[$0].tag == .article }) else { continue }
      count += 1
      longest = max(longest, weights[node])
      if inside.contains(where: { tree.nodes[$0].tag == .h1 && tree.nodes[$0].end > $0 + 1 }) {
        guard headed == nil else { return nil }
        headed = node
      }
    }
    guard let headed, count > 2, weights[headed] >= 200, weights[headed] >= longest / 2,
      Double(weights[headed]) >= total * 0.1
    else { return nil }
    return headed
  }

  /// The smallest element that still holds nearly all of the text.
  private func descend(from top: Int, _ weights: [Int32]) -> Int {
    var at = top
    while true {
      var child = at + 1
      var heir: Int?
      while child < tree.nodes[at].end {
        if Double(weights[child]) >= Double(weights[at]) * 0.8, Double(weights[child]) >= Double(weights[top]) * 0.7 {
          heir = child
        }
        child = max(child + 1, tree.nodes[child].end)
      }
      guard let heir, tree.nodes[heir].tag != .p, tree.nodes[heir].tag != .text,
        tree.nodes[heir].tag.isBlock || tree.nodes[heir].end - heir > 3
      else { return at }
      at = heir
    }
  }
}
