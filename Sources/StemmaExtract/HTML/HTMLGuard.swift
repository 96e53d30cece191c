import Foundation
import StemmaModel

/// Makes a page safe and quick to parse: leaves out what no reader sees, and what would make a parser slow.
///
/// One pass over the bytes, tag by tag. The text of scripts, styles, comments and drawings goes, as half of a page is
/// that; data for machines that describe the article (JSON-LD) stays. Parsers take time quadratic in depth, in open
/// formatting elements and the like, so that hostile pages are cut at limits that no real page comes near.
/// Offsets into what is left lead back to the page by `places`.
///
/// - Complexity: O(*n*) in the bytes of the page, of which at most `pageLimit` are looked at.
package struct HTMLGuard: Sendable {
  /// Bytes of a page that are looked at, and bytes that are parsed.
  package static let pageLimit = 32 << 20
  package static let byteLimit = 4 << 20
  /// Bytes of text between tags: the longest encyclopedia article that was measured has half a million.
  package static let textLimit = 640 << 10
  package static let depthLimit = 256
  /// The parser opens each of those again in every paragraph.
  package static let formattingLimit = 24
  /// Tags, weighed by how much the elements that are open slow them down.
  package static let workLimit = 64_000
  package static let attributeLimit = 256
  package static let tagLimit = 64 << 10

  /// What was left out though a reader might see it; in the order of a caveat's sentence.
  package enum Cut: Sendable, CaseIterable {
    case page, text, depth, formatting, work, attributes

    var note: String {
      switch self {
      case .page: "what lies behind its first \(HTMLGuard.byteLimit >> 20) MiB"
      case .text: "what lies behind its first \(HTMLGuard.textLimit >> 10) KiB of text"
      case .depth: "elements nested more than \(HTMLGuard.depthLimit) deep"
      case .formatting: "more than \(HTMLGuard.formattingLimit) open formatting elements"
      case .work: "what lies behind the first \(HTMLGuard.workLimit) tags, weighed by their nesting"
      case .attributes:
        "attributes of a tag behind the first \(HTMLGuard.attributeLimit) or \(HTMLGuard.tagLimit >> 10) KiB"
      }
    }
  }

  /// The way from what is parsed back to the page, for offsets asked for in rising order.
  package struct Places {
    fileprivate let kept: [Kept]
    private var at = 0

    fileprivate init(_ kept: [Kept]) { self.kept = kept }

    mutating func original(_ offset: Int) -> Int {
      while at + 1 < kept.count, kept[at + 1].start <= offset { at += 1 }
      while at > 0, kept[at].start > offset { at -= 1 }
      return kept.isEmpty ? offset : kept[at].original + offset - kept[at].start
    }
  }

  /// A stretch that was kept: where it begins in what is parsed, and in the page.
  fileprivate struct Kept: Sendable {
    var start: Int
    var original: Int
  }

  /// The page's bytes, zeros as spaces.
  package let source: [UInt8]
  /// What is to be parsed.
  package let bytes: [UInt8]
  package let cuts: Set<Cut>
  private let kept: [Kept]

  package var places: Places { Places(kept) }

  package init(_ text: String) {
    var text = text
    var source = text.withUTF8 { Array(UnsafeBufferPointer(rebasing: $0.prefix(Self.pageLimit))) }
    Self.blankZeros(&source)
    var scan = Scan(isCut: text.utf8.count > source.count)
    source.withUnsafeBufferPointer { scan.run($0) }
    self.source = source
    bytes = scan.bytes
    kept = scan.kept
    cuts = scan.cuts
  }

  /// One sentence on what was left out; nil where nothing was.
  package var note: String? {
    let notes = Cut.allCases.filter(cuts.contains).map(\.note)
    return notes.isEmpty ? nil : "the page is cut: left out are " + notes.joined(separator: ", ")
  }

  private static func blankZeros(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress, memchr(base, 0, buffer.count) != nil else { return }
      for at in buffer.indices where buffer[at] == 0 { buffer[at] = 32 }
    }
  }

  // MARK: The pass

  private struct Scan {
    var bytes: [UInt8] = []
    var kept: [Kept] = []
    var cuts: Set<Cut> = []
    /// The names of open elements, but for those that close by themselves.
    private var open: [UInt64] = []
    /// How many of the open elements have a name of this hash.
    private var openCount = [Int32](repeating: 0, count: 256)
    private var formatting = [Int32](repeating: 0, count: 64)
    private var formattingOpen = 0
    private var drawings = 0
    private var work = 0
    private var textBytes = 0
    /// Up to here the page is in `bytes`, or left out.
    private var done = 0
    private var unfinishedTag: Int?
    /// Of the tag that is read.
    private var dropped: [Range<Int>] = []

    init(isCut: Bool) {
      if isCut { cuts.insert(.page) }
    }

    mutating func run(_ page: UnsafeBufferPointer<UInt8>) {
      guard let base = page.baseAddress else { return }
      bytes.reserveCapacity(min(page.count, HTMLGuard.byteLimit))
      let names = TagNames.shared
      let count = page.count
      var at = 0
      while at < count {
        guard let found = memchr(base + at, 60, count - at) else {
          textBytes += count - at
          at = count
          break
        }
        let start = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
        textBytes += start - at
        if start > at { work += 1 }
        if textBytes > HTMLGuard.textLimit || bytes.count + start - done > HTMLGuard.byteLimit
          || work > HTMLGuard.workLimit
        {
          at = start
          break
        }
        let next = start + 1 < count ? base[start + 1] : 0
        if next | 32 >= 97 && next | 32 <= 122 {
          at = startTag(page, start, names)
        } else if next == UInt8(ascii: "/"), start + 2 < count, base[start + 2] | 32 >= 97, base[start + 2] | 32 <= 122
        {
          at = endTag(page, start, names)
        } else if next == UInt8(ascii: "!"), start + 3 < count, base[start + 2] == UInt8(ascii: "-"),
          base[start + 3] == UInt8(ascii: "-")
        {
          at = comment(page, start)
        } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/") {
          work += 1
          at =
            memchr(base + start, 62, count - start).map {
              base.distance(to: $0.assumingMemoryBound(to: UInt8.self)) + 1
            }
            ?? unfinished(start)
          // All but a document type are comments; the parser takes a tag that ends the input behind one for text.
          if at <= count, next != UInt8(ascii: "!") || base[start + 2] | 32 != UInt8(ascii: "d") {
            drop(page, start..<at)
          }
        } else {
          at = start + 1
        }
      }
      finish(page, min(at, count))
    }

    private mutating func finish(_ page: UnsafeBufferPointer<UInt8>, _ at: Int) {
      var end = unfinishedTag ?? page.count
      if textBytes > HTMLGuard.textLimit {
        cuts.insert(.text)
        end = min(end, max(done, at - (textBytes - HTMLGuard.textLimit)))
      }
      if bytes.count + end - done > HTMLGuard.byteLimit {
        cuts.insert(.page)
        end = min(end, done + max(0, HTMLGuard.byteLimit - bytes.count))
      }
      if work > HTMLGuard.workLimit {
        cuts.insert(.work)
        end = min(end, at)
      }
      // No character is cut apart.
      while end > done, end < page.count, page[end] & 0xC0 == 0x80 { end -= 1 }
      keep(page, to: end)
    }

    /// Takes the page up to `end` over into what is parsed.
    private mutating func keep(_ page: UnsafeBufferPointer<UInt8>, to end: Int) {
      guard end > done else { return }
      kept.append(Kept(start: bytes.count, original: done))
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: page[done..<end]))
      done = end
    }

    /// Leaves out a stretch.
    private mutating func drop(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
      guard range.upperBound > range.lowerBound else { return }
      keep(page, to: range.lowerBound)
      done = max(done, range.upperBound)
    }

    /// The parser takes a tag that the end of input cuts off for a whole one: it is left out.
    private mutating func unfinished(_ start: Int) -> Int {
      unfinishedTag = start
      return Int.max
    }

    private mutating func comment(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
      work += 1
      let count = page.count
      var at = start + 4
      if at < count, page[at] == UInt8(ascii: ">") { return at + 1 }
      while at + 2 < count {
        guard let found = memchr(page.baseAddress! + at, 45, count - at) else { break }
        at = page.baseAddress!.distance(to: found.assumingMemoryBound(to: UInt8.self))
        if at + 2 < count, page[at + 1] == 45, page[at + 2] == 62 {
          drop(page, (start + 4)..<at)
          return at + 3
        }
        if at + 3 < count, page[at + 1] == 45, page[at + 2] == 33, page[at + 3] == 62 { return at + 4 }
        at += 1
      }
      return unfinished(start)
    }

    private static func bucket(_ name: UInt64) -> Int { Int((name &* 0x9E37_79B9_7F4A_7C15) >> 56) }

    private mutating func endTag(_ page: UnsafeBufferPointer<UInt8>, _ start: Int, _ names: TagNames) -> Int {
      let (name, nameEnd) = TagNames.name(page, start + 2)
      guard let end = tagEnd(page, nameEnd) else { return unfinished(start) }
      let kind = names.kind(name)
      work += 1 + open.count / 32
      if case .formatting(let number) = kind, formatting[number] > 0 {
        formatting[number] -= 1
        formattingOpen -= 1
      }
      let bucket = Self.bucket(name)
      if openCount[bucket] > 0, let place = open.lastIndex(of: name) {
        // A formatting element that closes before what is in it: the parser moves all of that.
        if case .formatting = kind, place + 1 < open.count { work += 40 + 4 * (open.count - place) }
        for closed in open[place...] {
          openCount[Self.bucket(closed)] -= 1
          if names.kind(closed) == .drawing { drawings -= 1 }
        }
        open.removeSubrange(place...)
      }
      return end
    }

    private mutating func startTag(_ page: UnsafeBufferPointer<UInt8>, _ start: Int, _ names: TagNames) -> Int {
      let (name, nameEnd) = TagNames.name(page, start + 1)
      dropped.removeAll(keepingCapacity: true)
      guard let end = tagEnd(page, nameEnd) else { return unfinished(start) }
      let kind = names.kind(name)
      work += 1 + open.count / 32
      if kind.isBlock { work += formattingOpen }
      switch kind {
      case .flat, .void:
        dropAttributes(page)
        return end
      case .raw:
        dropAttributes(page)
        return raw(page, start, end, nameEnd - start - 1, keepsText: false)
      case .text:
        dropAttributes(page)
        return raw(page, start, end, nameEnd - start - 1, keepsText: true)
      case .plaintext:
        textBytes += page.count - end
        return page.count
      case .formatting(let number):
        guard formattingOpen < HTMLGuard.formattingLimit else {
          cuts.insert(.formatting)
          return leaveOut(page, start..<end)
        }
        formatting[number] += 1
        formattingOpen += 1
      case .block, .drawing, .other:
        // "/>" closes in drawings only.
        if drawings > 0, kind == .other, page[end - 2] == UInt8(ascii: "/") {
          dropAttributes(page)
          return end
        }
      }
      guard open.count < HTMLGuard.depthLimit else {
        cuts.insert(.depth)
        return leaveOut(page, start..<end)
      }
      dropAttributes(page)
      if kind == .drawing {
        if page[end - 2] == UInt8(ascii: "/") { return end }
        if let close = drawingEnd(page, end, nameEnd - start - 1) {
          drop(page, end..<close)
          return close
        }
        drawings += 1
      }
      open.append(name)
      openCount[Self.bucket(name)] += 1
      return end
    }

    /// Behind the end tag of a script or the like: what is in it are no tags.
    private mutating func raw(
      _ page: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ length: Int, keepsText: Bool
    ) -> Int {
      let count = page.count
      let base = page.baseAddress!
      let isData = page[start + 1] | 32 == UInt8(ascii: "s") && Self.holdsLinkedData(page, start, end)
      var at = end
      var escape: Int?
      while at + length + 2 < count {
        guard let found = memchr(base + at, 60, count - at) else { break }
        at = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
        guard at + length + 2 < count else { break }
        if base[at + 1] == UInt8(ascii: "!"), base[at + 2] == UInt8(ascii: "-"), base[at + 3] == UInt8(ascii: "-") {
          escape = escape ?? at
        }
        let isEnd =
          base[at + 1] == UInt8(ascii: "/") && Self.same(page, at + 2, start + 1, length)
          && (base[at + 2 + length] <= 32 || base[at + 2 + length] == 62 || base[at + 2 + length] == 47)
        guard isEnd else {
          at += 1
          continue
        }
        // In "<!-- <script> </script> -->" the first end tag is none.
        if let comment = escape, length == 6, base[start + 2] | 32 == UInt8(ascii: "c"),
          Self.isEscaped(page, comment, at)
        {
          escape = at
          at += 1
          continue
        }
        if isData || keepsText {
          if keepsText { textBytes += at - end }
        } else {
          drop(page, end..<at)
        }
        guard let close = tagEnd(page, at + 2 + length) else { return unfinished(at) }
        return close
      }
      if !isData, !keepsText { drop(page, end..<count) }
      return count
    }

    /// Whether a script was opened inside the comment at `comment`, before `end`.
    private static func isEscaped(_ page: UnsafeBufferPointer<UInt8>, _ comment: Int, _ end: Int) -> Bool {
      var at = comment
      var opened = false
      while at + 7 < end {
        if page[at] == 45, page[at + 1] == 45, page[at + 2] == 62, at > comment + 1 { return false }
        if page[at] == 60, page[at + 1] | 32 == 115, page[at + 2] | 32 == 99, page[at + 3] | 32 == 114,
          page[at + 4] | 32 == 105, page[at + 5] | 32 == 112, page[at + 6] | 32 == 116
        {
          opened = true
        }
        at += 1
      }
      return opened
    }

    private static func same(_ page: UnsafeBufferPointer<UInt8>, _ a: Int, _ b: Int, _ length: Int) -> Bool {
      for offset in 0..<length where page[a + offset] | 32 != page[b + offset] | 32 { return false }
      return true
    }

    /// "ld+json" in the tag.
    private static func holdsLinkedData(_ page: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
      var at = start + 7
      while at + 4 < end {
        if page[at] == UInt8(ascii: "+"), page[at + 1] | 32 == UInt8(ascii: "j"), page[at - 1] | 32 == UInt8(ascii: "d")
        {
          return true
        }
        at += 1
      }
      return false
    }

    private mutating func leaveOut(_ page: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>) -> Int {
      drop(page, tag)
      return tag.upperBound
    }

    private mutating func dropAttributes(_ page: UnsafeBufferPointer<UInt8>) {
      for range in dropped { drop(page, range) }
    }

    /// Where the end tag of a drawing begins that has no other in it, and nothing that HTML would take out of it.
    private func drawingEnd(_ page: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Int? {
      let base = page.baseAddress!
      let count = page.count
      let names = TagNames.shared
      var at = start
      while at + length + 2 < count {
        guard let found = memchr(base + at, 60, count - at) else { return nil }
        at = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
        guard at + length + 2 < count else { return nil }
        let next = base[at + 1]
        if next == UInt8(ascii: "/") {
          let name = TagNames.name(page, at + 2)
          if names.kind(name.key) == .drawing { return at }
          at = name.end
        } else {
          let name = TagNames.name(page, at + 1)
          guard next | 32 >= 97, next | 32 <= 122, names.kind(name.key) == .other || names.isDrawn(name.key) else {
            return nil
          }
          at = name.end
        }
      }
      return nil
    }

    /// Behind the ">" of a tag, as a tokenizer of HTML finds it. Attributes that nobody asks for, and too many, go to
    /// `dropped`.
    private mutating func tagEnd(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
      let count = page.count
      let base = page.baseAddress!
      var at = start
      var attributes = 0
      var gap = start
      while at < count {
        let byte = base[at]
        if byte == 62 { return at + 1 }
        if byte <= 32 || byte == 47 {
          at += 1
          continue
        }
        attributes += 1
        // The name, of which "=" may be the first letter.
        var key = UInt64(byte | 32)
        let first = at
        at += 1
        while at < count, base[at] > 32, base[at] != 61, base[at] != 62, base[at] != 47 {
          if at - first < 7 { key = key << 8 | UInt64(base[at] | 32) }
          at += 1
        }
        key = key << 8 | UInt64(min(255, at - first))
        while at < count, base[at] <= 32 { at += 1 }
        var value = at..<at
        if at < count, base[at] == 61 {
          at += 1
          while at < count, base[at] <= 32 { at += 1 }
          guard at < count else { return nil }
          let quote = base[at]
          if quote == 34 || quote == 39 {
            guard let close = memchr(base + at + 1, Int32(quote), count - at - 1) else { return nil }
            value = (at + 1)..<base.distance(to: close.assumingMemoryBound(to: UInt8.self))
            at = value.upperBound + 1
          } else {
            let open = at
            while at < count, base[at] > 32, base[at] != 62 { at += 1 }
            value = open..<at
          }
        }
        let isTooMany = attributes > HTMLGuard.attributeLimit || at - start > HTMLGuard.tagLimit
        if isTooMany { cuts.insert(.attributes) }
        if isTooMany || !AttributeNames.isKept(key, value, page) {
          if let last = dropped.last, last.upperBound == gap {
            dropped[dropped.count - 1] = last.lowerBound..<at
          } else {
            dropped.append(gap..<at)
          }
        }
        gap = at
      }
      return nil
    }
  }
}
