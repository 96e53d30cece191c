import StemmaModel

/// The blocks of an HTML page: the article's, and those around it with the kind of furniture their container suggests.
struct HTMLBlocks {
  private let tree: HTMLTree
  private let source: SourceMap
  private let body: ArticleBody

  init(_ tree: HTMLTree, source: [UInt8], title: String?) {
    self.tree = tree
    self.source = SourceMap(source)
    body = ArticleBody(tree, title: title)
  }

  private struct Open {
    var strand = Strand()
    var node = -1
    var linkBytes = 0
    var breaks = 0
    var gap = 0
  }

  func blocks() -> [Block] {
    var blocks: [Block] = []
    var open = Open()
    var ends: [(end: Int, isBlock: Bool)] = []
    var linkEnd = -1
    var node = 0
    func flush() {
      open.strand.trimEnd()
      if !open.strand.isEmpty, let span = open.strand.span {
        blocks.append(
          Block(
            open.strand, span: span, shape: shape(of: open.node), linkBytes: open.linkBytes, gap: 1,
            outside: body.outside(open.node)))
      }
      open = Open()
    }
    while node < tree.nodes.count {
      while let last = ends.last, last.end <= node {
        if last.isBlock { flush() }
        ends.removeLast()
      }
      let current = tree.nodes[node]
      if current.tag.isUnseen || body.isHidden(node) {
        if current.tag.isBlock { flush() }
        node = max(current.end, node + 1)
        continue
      }
      switch current.tag {
      case .text: append(node, inLink: node < linkEnd, to: &open)
      case .br:
        open.breaks += 1
        if open.breaks >= 2 {
          flush()
        } else {
          open.strand.appendSpace(for: TextSpan(current.span.start, current.span.start))
        }
      case .a: linkEnd = max(linkEnd, current.end)
      default:
        if current.tag.isBlock { flush() }
      }
      if current.end > node + 1 {
        ends.append((current.end, current.tag.isBlock))
      } else if current.tag.isBlock {
        flush()
      }
      node += 1
    }
    flush()
    return body.withHead(blocks)
  }

  private func append(_ node: Int, inLink: Bool, to open: inout Open) {
    let current = tree.nodes[node]
    let before = open.strand.count
    source.map(tree.texts[current.text], from: current.span.start) { text, span in
      let isExact = text.count == span.length
      var at = text.startIndex
      var run = at
      let bytes = Array(text)
      while at < text.endIndex {
        let (scalar, length) = Scalars.decode(bytes, at - text.startIndex)
        if Scalars.isSpace(scalar) {
          func place(_ from: Int, _ to: Int) -> TextSpan {
            isExact ? TextSpan(span.start + from - text.startIndex, span.start + to - text.startIndex) : span
          }
          if run < at { open.strand.append(text[run..<at], for: place(run, at)) }
          open.strand.appendSpace(for: place(at, at + length))
          run = at + length
        }
        at += length
      }
      if run < text.endIndex {
        let place = isExact ? TextSpan(span.start + run - text.startIndex, span.end) : span
        open.strand.append(text[run...], for: place)
      }
    }
    if open.strand.count > before {
      if open.node < 0 { open.node = node }
      if inLink { open.linkBytes += open.strand.count - before }
      if open.strand.bytes[before...].contains(where: { $0 != 32 }) { open.breaks = 0 }
    }
  }

  /// The shape that the nearest telling element gives.
  private func shape(of node: Int) -> Block.Shape {
    var at = node
    var steps = 0
    var found: Block.Shape?
    while at >= 0, steps < 12 {
      let tag = tree.nodes[at].tag
      if let level = tag.headingLevel { return .heading(level) }
      switch tag {
      case .figcaption, .figure: return .caption
      case .li, .dd, .dt: found = found ?? .item
      case .p, .td: found = found ?? .paragraph
      case .blockquote: return found == .item ? .item : .quote
      case .pre: return .paragraph
      default: break
      }
      if body.isCaption(at) { return .caption }
      if tag == .div || tag == .section || tag == .article || tag == .body, found != nil { break }
      at = tree.nodes[at].parent
      steps += 1
    }
    return found ?? .line
  }
}
