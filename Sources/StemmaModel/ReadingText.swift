/// The text as a reader sees it, tags, entities and escapes resolved, with the way back to the original's bytes.
///
/// It is built front to back from pieces of the original; what stands between two pieces (a tag, a line break) maps
/// to the gap between them.
public struct ReadingText: Sendable {
  /// A stretch of reading text and the original it stands for. Of equal length: byte for byte the same.
  private struct Piece: Sendable {
    var reading: Int
    var readingLength: Int
    var original: Int
    var originalLength: Int
  }

  public private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []

  public init() {}

  /// The whole of a text, unchanged.
  public init(unchanged text: String) {
    let bytes = Array(text.utf8)
    append(bytes, standingFor: TextSpan(0, bytes.count))
  }

  /// Adds what stands in the original at `span`, as a reader sees it. Spans must come in order.
  public mutating func append(_ text: some Sequence<UInt8>, standingFor span: TextSpan) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    let length = bytes.count - start
    precondition(span.start >= (pieces.last.map { $0.original + $0.originalLength } ?? 0), "pieces come in order")
    guard length > 0 else { return }
    if let last = pieces.last, last.readingLength == last.originalLength, length == span.length,
      last.original + last.originalLength == span.start, last.reading + last.readingLength == start
    {
      pieces[pieces.count - 1].readingLength += length
      pieces[pieces.count - 1].originalLength += length
    } else {
      pieces.append(Piece(reading: start, readingLength: length, original: span.start, originalLength: span.length))
    }
  }

  /// Adds white space of our own between two pieces, so that words do not run together. It stands for nothing.
  public mutating func separate(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// The original that a stretch of the reading text stands for, without what only borders it.
  ///
  /// - Complexity: O(log *n*) in the number of pieces.
  public func original(_ range: Range<Int>) -> TextSpan {
    guard let first = piece(at: range.lowerBound), !range.isEmpty else {
      let at = piece(at: range.lowerBound).map { pieces[$0].original } ?? 0
      return TextSpan(at, at)
    }
    let head = pieces[first]
    let into = max(0, range.lowerBound - head.reading)
    let exactHead = head.readingLength == head.originalLength
    let start = head.original + (exactHead ? into : 0)
    guard let last = pieceEnding(atOrAfter: range.upperBound) else { return TextSpan(start, start) }
    let tail = pieces[last]
    let exactTail = tail.readingLength == tail.originalLength
    let length = min(range.upperBound - tail.reading, tail.readingLength)
    let end = tail.original + (exactTail ? length : tail.originalLength)
    return TextSpan(start, max(start, end))
  }

  /// Where one is in a text that is walked from front to back.
  public struct Cursor: Sendable {
    fileprivate var piece = 0

    public init() {}
  }

  /// The same for ranges that come in the order of their beginnings.
  ///
  /// - Complexity: O(1) each, over all of them.
  public func original(_ range: Range<Int>, _ cursor: inout Cursor) -> TextSpan {
    while cursor.piece < pieces.count,
      pieces[cursor.piece].reading + pieces[cursor.piece].readingLength <= range.lowerBound
    { cursor.piece += 1 }
    guard cursor.piece < pieces.count else { return original(range) }
    let piece = pieces[cursor.piece]
    guard piece.readingLength == piece.originalLength, range.lowerBound >= piece.reading, !range.isEmpty,
      range.upperBound <= piece.reading + piece.readingLength
    else { return original(range) }
    let start = piece.original + range.lowerBound - piece.reading
    return TextSpan(start, start + range.count)
  }

  /// What a reader sees of a span of the original.
  public func string(of span: TextSpan) -> String {
    String(decoding: bytes[reading(span)], as: UTF8.self)
  }

  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The stretch of the reading text that a span of the original shows; empty where it shows nothing.
  public func reading(_ span: TextSpan) -> Range<Int> {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].original + pieces[middle].originalLength > span.start {
        high = middle
      } else {
        low = middle + 1
      }
    }
    guard low < pieces.count, pieces[low].original < span.end else { return 0..<0 }
    let head = pieces[low]
    let start =
      head.reading + (head.readingLength == head.originalLength ? max(0, span.start - head.original) : 0)
    var last = low
    var beyond = pieces.count
    while last + 1 < beyond {
      let middle = (last + beyond) / 2
      if pieces[middle].original < span.end { last = middle } else { beyond = middle }
    }
    let tail = pieces[last]
    let end =
      tail.reading
      + (tail.readingLength == tail.originalLength
        ? min(tail.readingLength, span.end - tail.original) : tail.readingLength)
    return start..<max(start, end)
  }

  /// The piece that holds `offset`, else the next one.
  private func piece(at offset: Int) -> Int? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].reading + pieces[middle].readingLength > offset { high = middle } else { low = middle + 1 }
    }
    return low < pieces.count ? low : nil
  }

  /// The last piece that begins before `offset`.
  private func pieceEnding(atOrAfter offset: Int) -> Int? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].reading < offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
