import StemmaModel

/// The blocks of an HTML page: the article's, and those around it with the kind of furniture their container suggests.
struct HTMLBlocks {
  /// More blocks than this no article has; what lies behind them is left out.
  static let limit = 7000

  private let tree: HTMLTree
  private let source: [UInt8]
  private let body: ArticleBody

  init(_ tree: HTMLTree, source: [UInt8], title: String?) {
    self.tree = tree
    self.source = source
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
    source.withUnsafeBufferPointer { source in
      tree.texts.withUnsafeBufferPointer { texts in body.withHead(blocks(SourceMap(source), texts)) }
    }
  }

  private func blocks(_ source: SourceMap, _ texts: UnsafeBufferPointer<UInt8>) -> [Block] {
    var pieces: [SourceMap.Piece] = []
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
    while node < tree.nodes.count, blocks.count < Self.limit {
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
      case .text:
        let text = UnsafeBufferPointer(rebasing: texts[current.text])
        pieces.removeAll(keepingCapacity: true)
        source.map(text, from: current.span.start, to: &pieces)
        append(text, pieces, node, inLink: node < linkEnd, to: &open)
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
    if blocks.count < Self.limit { flush() }
    return blocks
  }

  private func append(
    _ text: UnsafeBufferPointer<UInt8>, _ pieces: [SourceMap.Piece], _ node: Int, inLink: Bool, to open: inout Open
  ) {
    let before = open.strand.count
    for piece in pieces {
      let isExact = piece.text.count == piece.span.length
      // Where a byte of the text stands, if it stands there as it is.
      let shift = piece.span.start - piece.text.lowerBound
      var at = piece.text.lowerBound
      var run = at
      var isSpaced = open.strand.bytes.last.map { $0 == 32 } ?? true
      func flush(_ end: Int, _ strand: inout Strand) {
        guard run < end else { return }
        let part = UnsafeBufferPointer(rebasing: text[run..<end])
        if isExact { strand.append(part, exactlyAt: run + shift) } else { strand.append(part, for: piece.span) }
      }
      while at < piece.text.upperBound {
        let byte = text[at]
        if byte > 32, byte < 0x7F {
          isSpaced = false
          at += 1
          continue
        }
        // One space between words is as it should be.
        if byte == 32, !isSpaced, isExact {
          isSpaced = true
          at += 1
          continue
        }
        let (scalar, length) = Scalars.decode(text, at)
        if Scalars.isSpace(scalar) {
          flush(at, &open.strand)
          open.strand.appendSpace(for: isExact ? TextSpan(at + shift, at + length + shift) : piece.span)
          run = at + length
          isSpaced = true
        } else {
          isSpaced = false
        }
        at += length
      }
      flush(piece.text.upperBound, &open.strand)
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
