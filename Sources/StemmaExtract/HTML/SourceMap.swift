import StemmaModel

/// Finds where in the page the decoded text of a node stands: entities, and tags that the parser ignored, lie between.
struct SourceMap {
  private let source: UnsafeBufferPointer<UInt8>

  /// - Parameter source: outlives the map.
  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
  }

  /// A stretch of a text, and what stands for it in the page: as many bytes and the same, or an entity.
  struct Piece {
    var text: Range<Int>
    var span: TextSpan
  }

  /// The stretches of `text` in order, with their place in the source.
  ///
  /// - Complexity: O(*n*) in the bytes of the text and of what lies between its stretches.
  func map(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to pieces: inout [Piece]) {
    var at = start
    var done = 0
    var run = 0
    func flush() {
      if run < done { pieces.append(Piece(text: run..<done, span: TextSpan(at - (done - run), at))) }
      run = done
    }
    while done < text.count, at < source.count {
      let byte = source[at]
      if byte == text[done], byte != UInt8(ascii: "&") || !isEntity(at, text, done),
        byte != UInt8(ascii: "<") || !isTag(at, text, done)
      {
        done += 1
        at += 1
        continue
      }
      flush()
      if byte == UInt8(ascii: "<"), let end = tagEnd(at) {
        at = end
      } else if byte == 13 {
        at += 1
      } else if byte == UInt8(ascii: "&"), let (end, length) = entity(at, text, done) {
        pieces.append(Piece(text: done..<(done + length), span: TextSpan(at, end)))
        at = end
        done += length
        run = done
      } else {
        break
      }
      run = done
    }
    flush()
    // What cannot be followed keeps its words and loses its exact place.
    if done < text.count {
      let place = min(at, source.count)
      pieces.append(Piece(text: done..<text.count, span: TextSpan(place, place)))
    }
  }

  private func scalarLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let lead = text[at]
    return min(text.count - at, lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4)
  }

  /// An ampersand that stands for itself goes on like the text does.
  private func isEntity(_ at: Int, _ text: UnsafeBufferPointer<UInt8>, _ done: Int) -> Bool {
    guard at + 1 < source.count else { return false }
    let next = source[at + 1]
    guard next == UInt8(ascii: "#") || next | 32 >= 97 && next | 32 <= 122 else { return false }
    return done + 1 >= text.count || text[done + 1] != next
  }

  private func entity(_ at: Int, _ text: UnsafeBufferPointer<UInt8>, _ done: Int) -> (end: Int, length: Int)? {
    let length = scalarLength(text, done)
    var end = at + 1
    while end < source.count, end - at < 40,
      source[end] == UInt8(ascii: "#") || source[end] >= 48 && source[end] <= 57
        || source[end] | 32 >= 97 && source[end] | 32 <= 122
    {
      end += 1
    }
    if end < source.count, source[end] == UInt8(ascii: ";") { return (end + 1, length) }
    // Without its semicolon an entity ends where the text goes on.
    let follows = done + length < text.count ? text[done + length] : nil
    var shortest = at + 3
    while shortest < end {
      if let follows, source[shortest] == follows { return (shortest, length) }
      shortest += 1
    }
    return end > at + 1 ? (end, length) : nil
  }

  private func isTag(_ at: Int, _ text: UnsafeBufferPointer<UInt8>, _ done: Int) -> Bool {
    guard at + 1 < source.count else { return false }
    let next = source[at + 1]
    let begins = next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next | 32 >= 97 && next | 32 <= 122
    return begins && (done + 1 >= text.count || text[done + 1] != next)
  }

  private func tagEnd(_ at: Int) -> Int? {
    if at + 3 < source.count, source[at + 1] == UInt8(ascii: "!"), source[at + 2] == UInt8(ascii: "-"),
      source[at + 3] == UInt8(ascii: "-")
    {
      var end = at + 4
      while end + 2 < source.count,
        !(source[end] == UInt8(ascii: "-") && source[end + 1] == UInt8(ascii: "-")
          && source[end + 2] == UInt8(ascii: ">"))
      { end += 1 }
      return end + 2 < source.count ? end + 3 : nil
    }
    var end = at + 1
    while end < source.count, source[end] != UInt8(ascii: ">") { end += 1 }
    return end < source.count ? end + 1 : nil
  }
}
