import Foundation

/// A window on a stream of bytes: looks ahead, takes lines and stretches, and remembers why the stream ended early.
///
/// The memory is that of the window: what was looked at and not yet taken, and one piece of the stream.
final class ByteReader {
  private let stream: any ByteStream
  private var bytes: [UInt8] = []
  private var start = 0
  private var hasEnded = false
  /// Why the stream ended before its end, if it did.
  private(set) var trouble: ReadError?
  /// The bytes taken and skipped so far.
  private(set) var offset = 0

  init(_ stream: any ByteStream) {
    self.stream = stream
  }

  convenience init(_ bytes: [UInt8]) { self.init(MemoryBytes(bytes)) }

  /// The bytes in the window.
  var available: Int { bytes.count - start }

  /// Whether everything was taken.
  var isAtEnd: Bool { available == 0 && !more() }

  /// Widens the window by one piece; false where the stream has ended.
  func more() -> Bool {
    if hasEnded { return false }
    // What was taken goes when it is the larger part: each byte is moved once on average.
    if start == bytes.count {
      bytes.removeAll(keepingCapacity: bytes.capacity <= 1 << 20)
      start = 0
    } else if start > bytes.count / 2 {
      bytes.removeSubrange(0..<start)
      start = 0
    }
    do {
      if let piece = try stream.next() {
        if bytes.isEmpty { bytes = piece } else { bytes += piece }
        return true
      }
    } catch {
      trouble = error
    }
    hasEnded = true
    return false
  }

  /// The bytes of the window, without taking them.
  func withWindow<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start...])) }
  }

  /// The next bytes, without taking them: `count`, or what is left.
  func peek(_ count: Int) -> [UInt8] {
    fill(count)
    return withWindow { Array($0.prefix(count)) }
  }

  /// Takes the next bytes: `count`, or what is left.
  func take(_ count: Int) -> [UInt8] {
    fill(count)
    let taken = withWindow { Array($0.prefix(count)) }
    advance(taken.count)
    return taken
  }

  /// Passes over bytes without keeping them; how many there were.
  @discardableResult
  func skip(_ count: Int) -> Int {
    var left = count
    while left > 0 {
      if available == 0, !more() { break }
      let step = min(left, available)
      advance(step)
      left -= step
    }
    return count - left
  }

  /// Everything that is left, or one byte more than the limit.
  func rest(limit: Int) -> [UInt8] { take(limit == .max ? .max : limit + 1) }

  /// Widens the window to `count` bytes, or to the end.
  func fill(_ count: Int) { while available < count, more() {} }

  /// The offset of a byte in the window, from `start` on; the window is widened up to `limit` bytes to find it.
  func firstIndex(of byte: UInt8, from start: Int = 0, limit: Int = .max) -> Int? {
    var scanned = start
    guard start < limit else { return nil }
    while true {
      let found = withWindow { window -> Int? in
        let part = window[min(scanned, window.count)..<min(limit, window.count)]
        guard let base = UnsafeBufferPointer(rebasing: part).baseAddress, !part.isEmpty,
          let place = memchr(base, Int32(byte), part.count)
        else { return nil }
        return part.startIndex + (place - UnsafeMutableRawPointer(mutating: UnsafeRawPointer(base)))
      }
      if let found { return found }
      scanned = max(start, min(available, limit))
      if scanned >= limit || !more() { return nil }
    }
  }

  struct Line {
    /// Without its line end; empty where it is too long.
    var bytes: [UInt8]
    var isTooLong = false
  }

  /// Takes a line; one longer than the limit is passed over. Nil at the end.
  func line(limit: Int) -> Line? {
    if isAtEnd { return nil }
    if let end = firstIndex(of: 10, limit: limit) {
      var line = take(end)
      skip(1)
      if line.last == 13 { line.removeLast() }
      return Line(bytes: line)
    }
    if available < limit { return Line(bytes: take(available)) }
    while available > 0 || more() {
      if let end = firstIndex(of: 10, limit: available) {
        skip(end + 1)
        break
      }
      skip(available)
    }
    return Line(bytes: [], isTooLong: true)
  }

  private func advance(_ count: Int) {
    start += count
    offset += count
  }
}
