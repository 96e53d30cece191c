/// Cuts XML into tags and text. Comments, instructions and declarations are passed over; what is no tag is text.
struct MarkupTokens {
  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)] = []
    /// `<name/>`.
    var isClosed = false
    /// Of the whole tag.
    var start: Int
    var end: Int
  }

  enum Token {
    case text(Range<Int>)
    /// CDATA, without its marks.
    case literal(Range<Int>)
    case open(Tag)
    case close(Tag)
  }

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Token? {
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else { return text(from: at) }
      if starts("<!--") {
        pass("-->", from: at + 4)
      } else if starts("<![CDATA[") {
        let start = at + 9
        pass("]]>", from: start)
        let end = starts("]]>", at: at - 3) ? at - 3 : at
        return .literal(start..<max(start, end))
      } else if starts("<?") {
        pass("?>", from: at + 2)
      } else if starts("<!") {
        pass(">", from: at + 2)
      } else if let tag = tag() {
        at = tag.token.end
        return tag.isClose ? .close(tag.token) : .open(tag.token)
      } else {
        return text(from: at)
      }
    }
    return nil
  }

  /// Up to the next angle bracket, the one here excepted.
  private mutating func text(from start: Int) -> Token {
    let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    at = end
    return .text(start..<end)
  }

  private func tag() -> (token: Tag, isClose: Bool)? {
    let isClose = starts("</")
    var next = at + (isClose ? 2 : 1)
    let nameStart = next
    while next < bytes.count, Self.isNameByte(bytes[next]) { next += 1 }
    guard next > nameStart, bytes[nameStart] | 32 >= 97, bytes[nameStart] | 32 <= 122 || bytes[nameStart] >= 0x80 else {
      return nil
    }
    var tag = Tag(name: String(decoding: bytes[nameStart..<next], as: UTF8.self), start: at, end: next)
    while next < bytes.count, bytes[next] != UInt8(ascii: ">") {
      // Another tag opens before this one has ended: the bracket was forgotten.
      if bytes[next] == UInt8(ascii: "<") { break }
      guard Self.isNameByte(bytes[next]) else {
        tag.isClosed = bytes[next] == UInt8(ascii: "/")
        next += 1
        continue
      }
      tag.isClosed = false
      let start = next
      while next < bytes.count, Self.isNameByte(bytes[next]) { next += 1 }
      let name = start..<next
      while next < bytes.count, bytes[next] <= 32 { next += 1 }
      guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { continue }
      next += 1
      while next < bytes.count, bytes[next] <= 32 { next += 1 }
      let value: Range<Int>
      if next < bytes.count, bytes[next] == 34 || bytes[next] == 39 {
        let mark = bytes[next]
        let end = bytes[(next + 1)...].firstIndex(of: mark) ?? bytes.count
        value = (next + 1)..<end
        next = min(end + 1, bytes.count)
      } else {
        let end = bytes[next...].firstIndex { $0 <= 32 || $0 == UInt8(ascii: ">") } ?? bytes.count
        value = next..<end
        next = end
      }
      if tag.attributes.count < Self.mostAttributes {
        tag.attributes.append(
          (
            String(decoding: bytes[name], as: UTF8.self),
            CharacterReferences.resolve(bytes[value], named: false).text
          ))
      }
    }
    if next < bytes.count, bytes[next] == UInt8(ascii: ">") { next += 1 }
    tag.end = next
    return (tag, isClose)
  }

  private static let mostAttributes = 64

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte | 32 >= 97 && byte | 32 <= 122 || byte >= 48 && byte <= 58 || byte >= 0x80 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  private func starts(_ text: StaticString) -> Bool { starts(text, at: at) }

  private func starts(_ text: StaticString, at place: Int) -> Bool {
    text.withUTF8Buffer { place >= 0 && bytes[min(place, bytes.count)...].starts(with: $0) }
  }

  private mutating func pass(_ mark: StaticString, from start: Int) {
    at = min(start, bytes.count)
    while at < bytes.count {
      if starts(mark) {
        at += mark.utf8CodeUnitCount
        return
      }
      at += 1
    }
  }
}
