import StemmaModel

/// A stretch of text as a reader sees it, with the way back to the original's bytes: what blocks are made of.
struct Strand: Sendable {
  /// Of equal length: byte for byte the same.
  struct Piece: Sendable {
    var start: Int
    var length: Int
    var span: TextSpan
  }

  private(set) var bytes: [UInt8] = []
  private(set) var pieces: [Piece] = []

  init() {}

  var isEmpty: Bool { bytes.isEmpty }
  var count: Int { bytes.count }
  var string: String { String(decoding: bytes, as: UTF8.self) }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func append(_ text: some Sequence<UInt8>, for span: TextSpan) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    let length = bytes.count - start
    guard length > 0 else { return }
    if let last = pieces.last, last.length == last.span.length, length == span.length, last.span.end == span.start {
      pieces[pieces.count - 1].length += length
      pieces[pieces.count - 1].span.end = span.end
    } else {
      pieces.append(Piece(start: start, length: length, span: span))
    }
  }

  /// Adds bytes that stand in the original as they are, from `start` on.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, exactlyAt start: Int) {
    guard !text.isEmpty else { return }
    if let last = pieces.last, last.length == last.span.length, last.span.end == start {
      pieces[pieces.count - 1].length += text.count
      pieces[pieces.count - 1].span.end += text.count
    } else {
      if pieces.isEmpty { bytes.reserveCapacity(max(48, text.count)) }
      pieces.append(Piece(start: bytes.count, length: text.count, span: TextSpan(start, start + text.count)))
    }
    bytes.append(contentsOf: text)
  }

  /// Adds white space, folded into one space; none at the start or after another.
  mutating func appendSpace(for span: TextSpan) {
    guard let last = bytes.last, last != 32 else { return }
    append([32], for: span)
  }

  mutating func trimEnd() {
    while bytes.last == 32 {
      bytes.removeLast()
      let last = pieces.count - 1
      if pieces[last].length == 1 {
        pieces.removeLast()
      } else {
        if pieces[last].length == pieces[last].span.length { pieces[last].span.end -= 1 }
        pieces[last].length -= 1
      }
    }
  }

  /// The original of a stretch: nil where it is empty.
  func original(_ range: Range<Int>) -> TextSpan? {
    let part = cut(range)
    guard let first = part.pieces.first, let last = part.pieces.last else { return nil }
    return TextSpan(min(first.span.start, last.span.start), max(first.span.end, last.span.end))
  }

  var span: TextSpan? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    return TextSpan(min(first.span.start, last.span.start), max(first.span.end, last.span.end))
  }

  func cut(_ range: Range<Int>) -> Strand {
    var part = Strand()
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].start + pieces[middle].length > range.lowerBound { high = middle } else { low = middle + 1 }
    }
    for piece in pieces[low...] {
      if piece.start >= range.upperBound { break }
      let from = max(piece.start, range.lowerBound)
      let to = min(piece.start + piece.length, range.upperBound)
      guard from < to else { continue }
      let isExact = piece.length == piece.span.length
      let span =
        isExact ? TextSpan(piece.span.start + from - piece.start, piece.span.start + to - piece.start) : piece.span
      part.append(bytes[from..<to], for: span)
    }
    return part
  }
}
