import CMyHTML
import StemmaModel

/// The HTML5 parser of libmodest.
struct MyHTMLParser: HTMLParser {
  func parse(_ bytes: [UInt8]) -> HTMLTree {
    var result = HTMLTree()
    guard !bytes.isEmpty, let engine = myhtml_create() else { return result }
    defer { _ = myhtml_destroy(engine) }
    guard myhtml_init(engine, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0) == 0, let tree = myhtml_tree_create() else {
      return result
    }
    defer { _ = myhtml_tree_destroy(tree) }
    guard myhtml_tree_init(tree, engine) == 0 else { return result }
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        _ = myhtml_parse(tree, MyENCODING_UTF_8, text.baseAddress, text.count)
        copy(tree, count: bytes.count, to: &result)
      }
    }
    return result
  }

  private func copy(_ tree: OpaquePointer, count: Int, to result: inout HTMLTree) {
    var tags: [HTMLTag?] = []
    var open: [Int] = []
    var node = myhtml_tree_get_document(tree).flatMap { myhtml_node_child($0) }
    while let current = node {
      let id = Int(bitPattern: UInt(myhtml_node_tag_id(current)))
      while tags.count <= id { tags.append(nil) }
      let tag = tags[id] ?? name(tree, current)
      tags[id] = tag
      var descends = false
      if id != Int(MyHTML_TAG__COMMENT.rawValue), id != Int(MyHTML_TAG__DOCTYPE.rawValue) {
        open.append(result.nodes.count)
        add(current, tag, parent: open.dropLast().last ?? -1, count: count, to: &result)
        descends = true
      }
      if descends, let child = myhtml_node_child(current) {
        node = child
        continue
      }
      var next: OpaquePointer? = current
      var closes = descends
      while let place = next {
        if closes { result.nodes[open.removeLast()].end = result.nodes.count }
        if let sibling = myhtml_node_next(place) {
          next = sibling
          break
        }
        next = myhtml_node_parent(place)
        closes = true
        if open.isEmpty { next = nil }
      }
      node = next
    }
    while let left = open.popLast() { result.nodes[left].end = result.nodes.count }
  }

  private func name(_ tree: OpaquePointer, _ node: OpaquePointer) -> HTMLTag {
    var length = 0
    guard let name = myhtml_tag_name_by_id(tree, myhtml_node_tag_id(node), &length) else { return .other }
    return HTMLTag(rawValue: String(cString: name)) ?? .other
  }

  private func add(_ node: OpaquePointer, _ tag: HTMLTag, parent: Int, count: Int, to result: inout HTMLTree) {
    let position = myhtml_node_element_position(node)
    let start = min(Int(position.begin), count)
    let span = TextSpan(start, min(count, start + Int(position.length)))
    let attributesStart = result.attributes.count
    let textStart = result.texts.count
    if tag == .text {
      var length = 0
      if let text = myhtml_node_text(node, &length) {
        text.withMemoryRebound(to: UInt8.self, capacity: length) {
          result.texts.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
        }
      }
    } else {
      var attribute = myhtml_node_attribute_first(node)
      while let current = attribute {
        var length = 0
        if let key = myhtml_attribute_key(current, &length), length <= 16,
          let name = HTMLAttribute(rawValue: String(cString: key))
        {
          let value = myhtml_attribute_value(current, &length).map { String(cString: $0) } ?? ""
          result.attributes.append(.init(name: name, value: value))
        }
        attribute = myhtml_attribute_next(current)
      }
    }
    result.nodes.append(
      .init(
        tag: tag, parent: parent, end: result.nodes.count + 1, attributes: attributesStart..<result.attributes.count,
        span: span,
        text: textStart..<result.texts.count))
  }
}
