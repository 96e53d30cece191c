/// Cuts a feed into what stands before its items and the items, as bytes.
///
/// - Complexity: O(*n*); the memory is that of one item.
struct FeedSplitter {
  enum Part {
    /// The bytes of an item with its tags, and whether its end was there.
    case item([UInt8], isWhole: Bool)
    case tooLong
  }

  private let bytes: ByteReader
  private let limit: Int
  /// What stands before the first item; cut at a limit, as a feed's own data are short.
  private(set) var head: [UInt8] = []
  private static let longestHead = 1 << 20

  init(_ bytes: ByteReader, limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  /// The next item; nil at the end of the feed.
  mutating func next(isFirst: Bool) -> Part? {
    guard let name = passToItem(keepsHead: isFirst) else { return nil }
    // The window now starts with the item's tag.
    var place = name.count + 1
    while let mark = nextMark(from: place) {
      place = mark.end
      guard !mark.isTooLong else { return passOver() }
      if mark.isClose, mark.name == name {
        let close = bytes.firstIndex(of: UInt8(ascii: ">"), from: place) ?? place
        return .item(bytes.take(close + 1), isWhole: true)
      }
      // A feed's items are not within each other: the end of this one was forgotten.
      if !mark.isClose, mark.name == name { return .item(bytes.take(mark.start), isWhole: false) }
    }
    return .item(bytes.take(bytes.available), isWhole: false)
  }

  private struct Mark {
    var name: [UInt8]
    var isClose: Bool
    var start: Int
    /// Behind the name.
    var end: Int
    var isTooLong = false
  }

  /// Takes everything up to the tag of an item; its name.
  private mutating func passToItem(keepsHead: Bool) -> [UInt8]? {
    while let mark = nextMark(from: 0) {
      let isItem = !mark.isClose && !mark.isTooLong && Self.isItem(mark.name)
      // What is no item goes at once, so that a long stretch between items is not kept.
      keep(keepsHead, isItem ? mark.start : mark.end)
      if isItem { return mark.name }
    }
    keep(keepsHead, bytes.available)
    return nil
  }

  private mutating func keep(_ keepsHead: Bool, _ count: Int) {
    let taken = bytes.take(count)
    if keepsHead, head.count < Self.longestHead { head += taken }
  }

  /// The item is above the limit: what was looked at goes, and the rest up to the next item will.
  private mutating func passOver() -> Part {
    bytes.skip(limit)
    return .tooLong
  }

  private static func isItem(_ name: [UInt8]) -> Bool {
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name[...]
    return local.elementsEqual("item".utf8) || local.elementsEqual("entry".utf8)
  }

  /// The next tag from a place in the window on, comments, CDATA and declarations passed over; nil at the end.
  private func nextMark(from start: Int) -> Mark? {
    var place = start
    while let open = bytes.firstIndex(of: UInt8(ascii: "<"), from: place, limit: limit) {
      bytes.fill(open + 72)
      let next = bytes.withWindow { Array($0[(open + 1)..<min(open + 72, $0.count)]) }
      if next.starts(with: "!--".utf8) {
        guard let end = end(of: "-->", from: open + 4) else { break }
        place = end
      } else if next.starts(with: "![CDATA[".utf8) {
        guard let end = end(of: "]]>", from: open + 9) else { break }
        place = end
      } else {
        let isClose = next.first == UInt8(ascii: "/")
        let name = next.dropFirst(isClose ? 1 : 0).prefix {
          $0 > 32 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "<")
        }
        place = open + 1 + (isClose ? 1 : 0) + name.count
        if let first = name.first, first | 32 >= 97, first | 32 <= 122 {
          return Mark(name: Array(name), isClose: isClose, start: open, end: place)
        }
      }
    }
    if bytes.available >= limit { return Mark(name: [], isClose: false, start: place, end: limit, isTooLong: true) }
    return nil
  }

  /// The place behind a mark that ends in `>`.
  private func end(of mark: StaticString, from start: Int) -> Int? {
    var place = start
    let length = mark.utf8CodeUnitCount
    while let found = bytes.firstIndex(of: UInt8(ascii: ">"), from: place, limit: limit) {
      let isMark = bytes.withWindow { window in
        found + 1 >= start + length && mark.withUTF8Buffer { window[(found + 1 - length)...found].elementsEqual($0) }
      }
      if isMark { return found + 1 }
      place = found + 1
    }
    return nil
  }
}
