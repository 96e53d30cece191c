import CGumbo
import Foundation

@testable import StemmaExtract

/// What two parsers must agree on: which elements stand in which, in order, and the text between them.
struct Outline: Equatable, CustomStringConvertible {
  enum Entry: Equatable {
    case element(HTMLTag, depth: Int)
    case text(String, depth: Int)
  }

  private(set) var entries: [Entry] = []

  /// Elements whose inside no reader of an article looks at: what they hold is left out.
  private static let unseen: Set<HTMLTag> = [.script, .style, .svg, .math, .noscript, .template, .iframe, .select]

  private mutating func add(_ text: some Sequence<UInt8>, depth: Int) {
    let words = String(decoding: Array(text), as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    guard !words.isEmpty else { return }
    if case .text(let before, depth)? = entries.last {
      entries[entries.count - 1] = .text(before + " " + words, depth: depth)
    } else {
      entries.append(.text(words, depth: depth))
    }
  }

  /// The text in order, wherever it stands.
  var words: [Substring] {
    entries.flatMap { entry -> [Substring] in
      if case .text(let text, _) = entry { text.split(separator: " ") } else { [] }
    }
  }

  /// Of Stemma's own tree.
  init(_ tree: HTMLTree) {
    var node = 0
    while node < tree.count {
      var depth = 0
      var parent = tree.nodes[node].parent
      while parent >= 0 {
        depth += 1
        parent = tree.nodes[parent].parent
      }
      let tag = tree.nodes[node].tag
      if tag == .text {
        add(tree.texts[tree.nodes[node].text], depth: depth)
      } else {
        entries.append(.element(tag, depth: depth))
        if Self.unseen.contains(tag) {
          node = tree.nodes[node].end
          continue
        }
      }
      node += 1
    }
  }

  /// Of the oracle's.
  init(oracle page: String) {
    let bytes = Array(page.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        var options = kGumboDefaultOptions
        guard let output = gumbo_parse_with_options(&options, text.baseAddress, text.count) else { return }
        defer { gumbo_destroy_output(&options, output) }
        if let root = output.pointee.root { visit(root, depth: 0) }
      }
    }
  }

  private mutating func visit(_ node: UnsafeMutablePointer<GumboNode>, depth: Int) {
    switch node.pointee.type {
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
      let element = node.pointee.v.element
      let isHTML = element.tag_namespace == GUMBO_NAMESPACE_HTML
      var tag = HTMLTag(rawValue: String(cString: gumbo_normalized_tagname(element.tag))) ?? .other
      if !isHTML { tag = element.tag == GUMBO_TAG_SVG ? .svg : element.tag == GUMBO_TAG_MATH ? .math : tag }
      entries.append(.element(tag, depth: depth))
      if Self.unseen.contains(tag) { return }
      for index in 0..<Int(element.children.length) {
        if let child = element.children.data[index] {
          visit(child.assumingMemoryBound(to: GumboNode.self), depth: depth + 1)
        }
      }
    case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
      if let text = node.pointee.v.text.text {
        add(UnsafeBufferPointer(start: text, count: strlen(text)).lazy.map { UInt8(bitPattern: $0) }, depth: depth)
      }
    default: break
    }
  }

  var description: String {
    entries.map { entry in
      switch entry {
      case .element(let tag, let depth): String(repeating: " ", count: depth) + "<\(tag.rawValue)>"
      case .text(let text, let depth): String(repeating: " ", count: depth) + text
      }
    }.joined(separator: "\n")
  }
}
