import CMyHTML
import StemmaModel

/// The HTML5 parser of libmodest.
package struct MyHTMLParser: HTMLParser {
  package init() {}

  package func parse(_ page: HTMLGuard) -> HTMLTree {
    var result = HTMLTree()
    guard !page.bytes.isEmpty, let engine = myhtml_create() else { return result }
    defer { _ = myhtml_destroy(engine) }
    guard myhtml_init(engine, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0) == 0, let tree = myhtml_tree_create() else {
      return result
    }
    defer { _ = myhtml_tree_destroy(tree) }
    guard myhtml_tree_init(tree, engine) == 0 else { return result }
    result.reserve(bytes: page.bytes.count)
    page.bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        _ = myhtml_parse(tree, MyENCODING_UTF_8, text.baseAddress, text.count)
        copy(tree, page, to: &result)
      }
    }
    return result
  }

  /// By the parser's number of a tag.
  private static let tags: [HTMLTag] = {
    let count = Int(MyHTML_TAG_LAST_ENTRY.rawValue)
    let unknown = [HTMLTag](repeating: .other, count: count)
    guard let engine = myhtml_create() else { return unknown }
    defer { _ = myhtml_destroy(engine) }
    guard myhtml_init(engine, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0) == 0, let tree = myhtml_tree_create() else {
      return unknown
    }
    defer { _ = myhtml_tree_destroy(tree) }
    guard myhtml_tree_init(tree, engine) == 0 else { return unknown }
    return (0..<count).map { id in
      myhtml_tag_name_by_id(tree, myhtml_tag_id_t(id), nil).flatMap { HTMLTag(rawValue: String(cString: $0)) } ?? .other
    }
  }()

  private func copy(_ tree: OpaquePointer, _ page: HTMLGuard, to result: inout HTMLTree) {
    let tags = Self.tags
    let comment = Int(MyHTML_TAG__COMMENT.rawValue)
    let doctype = Int(MyHTML_TAG__DOCTYPE.rawValue)
    var places = page.places
    var open: [Int] = []
    open.reserveCapacity(64)
    var node = myhtml_tree_get_document(tree).flatMap { myhtml_node_child($0) }
    while let current = node {
      let id = Int(bitPattern: UInt(myhtml_node_tag_id(current)))
      if id != comment, id != doctype {
        let parent = open.last ?? -1
        open.append(result.count)
        add(current, id < tags.count ? tags[id] : .other, parent: parent, page, &places, to: &result)
        if let child = myhtml_node_child(current) {
          node = child
          continue
        }
        result.close(open.removeLast())
      }
      var place = current
      while true {
        if let sibling = myhtml_node_next(place) {
          node = sibling
          break
        }
        guard let above = open.popLast(), let parent = myhtml_node_parent(place) else {
          node = nil
          break
        }
        result.close(above)
        place = parent
      }
    }
    while let left = open.popLast() { result.close(left) }
  }

  private func add(
    _ node: OpaquePointer, _ tag: HTMLTag, parent: Int, _ page: HTMLGuard, _ places: inout HTMLGuard.Places,
    to result: inout HTMLTree
  ) {
    let position = myhtml_node_element_position(node)
    let start = min(Int(position.begin), page.bytes.count)
    let end = min(page.bytes.count, start + Int(position.length))
    let first = places.original(start)
    // What was cut out of a tag or a text lies inside of its span.
    result.open(
      tag, parent: parent, at: TextSpan(first, max(first, end > start ? places.original(end - 1) + 1 : first)))
    if tag == .text {
      var length = 0
      if let text = myhtml_node_text(node, &length) {
        text.withMemoryRebound(to: UInt8.self, capacity: length) {
          result.setText(UnsafeBufferPointer(start: $0, count: length))
        }
      }
      return
    }
    var attribute = myhtml_node_attribute_first(node)
    while let current = attribute {
      var length = 0
      if let key = myhtml_attribute_key(current, &length),
        let name = key.withMemoryRebound(
          to: UInt8.self, capacity: length, { HTMLAttribute(UnsafeBufferPointer(start: $0, count: length)) })
      {
        var count = 0
        if let value = myhtml_attribute_value(current, &count) {
          value.withMemoryRebound(to: UInt8.self, capacity: count) {
            result.add(name, UnsafeBufferPointer(start: $0, count: count))
          }
        } else {
          result.add(name, UnsafeBufferPointer(start: nil, count: 0))
        }
      }
      attribute = myhtml_attribute_next(current)
    }
  }
}
