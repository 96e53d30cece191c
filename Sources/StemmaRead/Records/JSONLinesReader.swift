import StemmaModel

/// Reads one record a line; a broken line is left out and said.
final class JSONLinesReader: ReadingSource {
  private let container: RecordContainer
  private let bytes: ByteReader
  private var queue: RecordQueue
  private var line = 0
  /// The first record waits for a second: a single one has the name of its input, without a number.
  private var first: (value: Any, number: Int)?
  private var filledLines = 0
  private var isDone = false

  init(_ container: RecordContainer, _ bytes: ByteReader) {
    self.container = container
    self.bytes = bytes
    queue = RecordQueue(container)
  }

  func next() -> Reader.Reading? {
    while true {
      if let reading = queue.take() { return reading }
      if isDone { return nil }
      readLine()
    }
  }

  private func readLine() {
    guard let text = bytes.line(limit: container.limits.bytesPerRecord) else {
      isDone = true
      if let first { queue.add(first.value, named: container.source, number: first.number) }
      first = nil
      return queue.end()
    }
    line += 1
    if text.isTooLong {
      filled()
      return queue.add(.longLine(line, limit: container.limits.bytesPerRecord))
    }
    // A record separator (RFC 7464) may stand in front.
    guard text.bytes.contains(where: { $0 > 32 }) else { return }
    filled()
    guard let (value, caveats) = container.value(text.bytes.first == 0x1E ? Array(text.bytes.dropFirst()) : text.bytes)
    else {
      return queue.add(.brokenLine(line))
    }
    for caveat in caveats { queue.add(caveat) }
    if filledLines == 1 { first = (value, line) } else { add(value, line) }
  }

  /// Counts a line with something in it; with the second, the first gets its number.
  private func filled() {
    filledLines += 1
    if let first {
      self.first = nil
      add(first.value, first.number)
    }
  }

  private func add(_ value: Any, _ number: Int) {
    queue.add(value, named: "\(container.source)#\(number)", number: number)
  }
}
