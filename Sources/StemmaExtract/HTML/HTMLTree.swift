import StemmaModel

/// A parsed page as flat arrays in document order: what the extractor knows of HTML, whichever parser made it.
struct HTMLTree: Sendable {
  struct Node: Sendable {
    var tag: HTMLTag
    /// In `nodes`; -1 at the top.
    var parent: Int
    /// Behind the last node below this one.
    var end: Int
    /// In `attributes`.
    var attributes: Range<Int>
    /// Of a text: where it begins in the page. Of an element: its start tag; empty where the parser made it up.
    var span: TextSpan
    /// Of a text: in `texts`, entities resolved.
    var text: Range<Int>
  }

  struct Attribute: Sendable {
    var name: HTMLAttribute
    var value: String
  }

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  var texts: [UInt8] = []

  func attribute(_ name: HTMLAttribute, of node: Int) -> String? {
    attributes[nodes[node].attributes].first { $0.name == name }?.value
  }

  /// All text below a node, white space folded.
  func text(of node: Int) -> String {
    var bytes: [UInt8] = []
    for inner in nodes[node...].indices.prefix(nodes[node].end - node) where nodes[inner].tag == .text {
      bytes.append(contentsOf: texts[nodes[inner].text])
      bytes.append(32)
    }
    return Self.folded(bytes)
  }

  static func folded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let (scalar, length) = Scalars.decode(bytes, at)
      if Scalars.isSpace(scalar) {
        if let last = result.last, last != 32 { result.append(32) }
      } else {
        result.append(contentsOf: bytes[at..<(at + length)])
      }
      at += length
    }
    if result.last == 32 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Makes a tree of a page's bytes. The bytes are safe: see `HTMLGuard`.
protocol HTMLParser: Sendable {
  func parse(_ bytes: [UInt8]) -> HTMLTree
}

/// The attributes that say something of an article or of its furniture; the others are not kept.
enum HTMLAttribute: String, Sendable {
  case `class`, id, itemprop, itemtype, role, href, content, property, name, datetime, type, rel, style, hidden, lang, title
  case ariaHidden = "aria-hidden"
  case pubdate
}

/// The elements that matter here; all others are `other`.
enum HTMLTag: String, Sendable {
  case text = "-text"
  case other, html, head, body, title, meta, link, script, style, noscript, template, svg, math, iframe, object, canvas, video, audio, picture, img, map
  case nav, aside, footer, header, form, button, select, option, textarea, input, label, dialog, menu, fieldset
  case article, main, section, div, span, p, a, b, strong, i, em, u, small, font, center, time, br, hr, wbr, q, cite, abbr, sub, sup, mark, ins, del
  case h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, pre, figure, figcaption, address, details, summary
  case table, thead, tbody, tfoot, tr, td, th, caption, hgroup

  /// Begins and ends a block of text.
  var isBlock: Bool {
    switch self {
    case .html, .body, .nav, .aside, .footer, .header, .form, .select, .option, .textarea, .dialog, .menu, .fieldset, .article, .main, .section, .div, .p, .center, .hr, .h1, .h2, .h3, .h4, .h5, .h6,
      .ul, .ol, .li, .dl, .dt, .dd, .blockquote, .pre, .figure, .figcaption, .address, .details, .summary, .table, .thead, .tbody, .tfoot, .tr, .td, .th, .caption, .hgroup, .button, .video, .audio, .iframe, .object:
      true
    default: false
    }
  }

  /// Holds nothing that a reader sees.
  var isUnseen: Bool {
    switch self {
    case .head, .script, .style, .noscript, .template, .svg, .math, .iframe, .object, .canvas, .video, .audio, .textarea, .title, .meta, .link, .select, .map: true
    default: false
    }
  }

  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}
