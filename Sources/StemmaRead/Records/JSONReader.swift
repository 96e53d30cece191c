import Foundation
import StemmaModel

/// Reads a record, a list of records or an object that holds one; several of them one after the other as well.
///
/// What fits is read as a tree, so that the order of its members means nothing. What does not is gone through element by element.
final class JSONReader: ReadingSource {
  private let container: RecordContainer
  private let bytes: ByteReader
  private var queue: RecordQueue
  private var lines: JSONLinesReader?
  private var elements: JSONElements?
  private var head: [String: Any] = [:]
  private var number = 0
  private var values = 0
  private var hasStarted = false
  private var isDone = false

  private static let mostForHead = 256

  init(_ container: RecordContainer, _ bytes: ByteReader) {
    self.container = container
    self.bytes = bytes
    queue = RecordQueue(container)
  }

  func next() -> Reader.Reading? {
    if !hasStarted {
      hasStarted = true
      passOverMark()
      // A file named .json that holds one record a line is common enough.
      if holdsLines() { lines = JSONLinesReader(container, bytes) }
    }
    if let lines { return lines.next() }
    while true {
      if let reading = queue.take() { return reading }
      if isDone { return nil }
      if elements == nil { readTree() } else { readElement() }
    }
  }

  /// What a JSON Feed calls itself; nil for other JSON, and for more of it than is read as a tree. In place of `next`.
  func feedTitle() -> String? {
    let limit = container.limits.bytesPerTree
    let text = bytes.rest(limit: limit)
    guard text.count <= limit, let value = container.value(text)?.value, let record = Record(value) else { return nil }
    return JSONFeed.head(record)?.title
  }

  private func passOverMark() {
    if bytes.peek(3) == [0xEF, 0xBB, 0xBF] { bytes.skip(3) }
  }

  /// Whether the first line is a whole object and another line opens one.
  private func holdsLines() -> Bool {
    guard let end = bytes.firstIndex(of: 10, limit: container.limits.bytesPerTree) else {
      return false
    }
    var scanner = JSONScanner()
    let isObject = bytes.withWindow { window -> Bool in
      let line = window[..<end]
      guard let first = line.firstIndex(where: { $0 > 32 }), line[first] == UInt8(ascii: "{") else { return false }
      return scanner.end(in: line[first...]).map { line[(first + $0)...].allSatisfy { $0 <= 32 } } ?? false
    }
    guard isObject else { return false }
    _ = bytes.peek(end + 64)
    return bytes.withWindow { window in window[end...].first { $0 > 32 } == UInt8(ascii: "{") }
  }

  /// The next value at the top.
  private func readTree() {
    while !bytes.isAtEnd {
      let blanks = bytes.withWindow { window in window.firstIndex { $0 > 32 && $0 != 44 } ?? window.count }
      bytes.skip(blanks)
      if bytes.available > 0 { break }
    }
    if bytes.isAtEnd {
      if values == 0 { queue.add(.notJSON) }
      isDone = true
      return queue.end()
    }
    var scanner = JSONScanner()
    var scanned = 0
    while true {
      let from = scanned
      if let end = bytes.withWindow({ scanner.end(in: $0[from...]) }) { return readTree(length: from + end) }
      scanned = bytes.available
      // Too long for a tree, or its end is missing: element by element gives what there is.
      if scanned > container.limits.bytesPerTree || !bytes.more() {
        elements = JSONElements(bytes, limit: container.limits.bytesPerRecord)
        return
      }
    }
  }

  private func readTree(length: Int) {
    let text = bytes.take(length)
    guard length > 0, let (value, caveats) = container.value(text) else {
      if values == 0 { queue.add(.notJSON) } else { queue.add(.recordsBreakOff(queue.pages)) }
      isDone = true
      return queue.end()
    }
    for caveat in caveats { queue.add(caveat) }
    values += 1
    let isOnly = values == 1 && isBlankToTheEnd()
    queue.add(value, named: isOnly ? container.source : "\(container.source)#\(values)", number: values)
  }

  /// Blanks as far as one looks; more of them are no record either.
  private func isBlankToTheEnd() -> Bool { bytes.peek(1 << 12).allSatisfy { $0 <= 32 } }

  private func readElement() {
    switch elements!.next() {
    case .element(let text):
      number += 1
      guard let (value, caveats) = container.value(text) else { return queue.add(.brokenRecord(number)) }
      for caveat in caveats { queue.add(caveat) }
      queue.add(
        value, named: "\(container.source)#\(number)", number: number, feed: JSONFeed.head(Record(head)))
    case .member(let name, let text):
      if head.count < Self.mostForHead, let (value, _) = container.value(text) { head[name] = value }
    case .tooLong:
      number += 1
      queue.add(.longRecord(number, limit: container.limits.bytesPerRecord))
    case .end(let isWhole):
      isDone = true
      // An object beside whose lists stands a text is a record itself.
      if !head.isEmpty, case .page(let page) = container.outcome(head, named: container.source) {
        queue.add(page)
      }
      if !isWhole { queue.add(number == 0 ? .notJSON : .recordsBreakOff(number)) }
      queue.end()
    }
  }
}
