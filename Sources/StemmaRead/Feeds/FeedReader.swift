import StemmaModel

/// Reads RSS and Atom feeds, item by item.
final class FeedReader: ReadingSource {
  private let container: RecordContainer
  private let bytes: ByteReader
  private var splitter: FeedSplitter
  private var encoding: Encoding?
  private var head: FeedHead?
  private var prefixes: [String: String] = [:]
  private var number = 0
  private var faults = 0
  private var waiting = WaitingReadings()
  private var trouble: RecordTrouble
  private var isDone = false

  init(_ container: RecordContainer, _ bytes: ByteReader) {
    self.container = container
    self.bytes = bytes
    splitter = FeedSplitter(bytes, limit: container.limits.bytesPerRecord)
    trouble = RecordTrouble(source: container.source)
    encoding = container.encoding
  }

  func next() -> Reader.Reading? {
    while true {
      if let reading = waiting.take() { return reading }
      if isDone { return nil }
      if number == 0 { begin() }
      readItem()
    }
  }

  /// What the feed calls itself. In place of `next`: what stands before its first item is gone behind that.
  func title() -> String? {
    begin()
    _ = splitter.next(isFirst: true)
    readHead()
    return head?.title
  }

  private func begin() {
    let start = bytes.peek(1 << 12)
    let mark = start.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if encoding == nil { encoding = DeclaredEncoding.markup(start) }
    // A declaration that does not come first is none, and no XML parser would go on.
    if let first = start.dropFirst(mark).first(where: { $0 > 32 }), first != UInt8(ascii: "<") { faults += 1 }
  }

  private func readItem() {
    guard let part = splitter.next(isFirst: number == 0) else { return finish() }
    number += 1
    if head == nil { readHead() }
    switch part {
    case .tooLong: tell(.longRecord(number, limit: container.limits.bytesPerRecord))
    case .item(let item, let isWhole):
      if !isWhole {
        faults += 1
        // Only the last item of a feed is cut by its end; what there is of it is not what its author wrote.
        if bytes.isAtEnd {
          tell(.feedBreaksOff)
          return
        }
      }
      read(item)
    }
  }

  private func readHead() {
    let text = decoded(splitter.head, named: container.source)?.text ?? ""
    prefixes = FeedTree.prefixes(MarkupTree(text))
    let tree = MarkupTree(text, prefixes: prefixes)
    faults += tree.faults
    head = FeedTree.head(tree)
  }

  private func read(_ bytes: [UInt8]) {
    let name = "\(container.source)#\(number)"
    guard let decoded = decoded(bytes, named: name) else { return tell(.recordWithoutText(number, address: nil)) }
    let tree = MarkupTree(decoded.text, prefixes: prefixes)
    faults += tree.faults
    let item = FeedTree.item(tree)
    guard let draft = item.draft(of: head ?? FeedHead()) else {
      return tell(.recordWithoutText(number, address: item.address))
    }
    var page = draft.page(name, beside: container.testimony.filter { $0.field != .address && $0.field != .language })
    page.caveats += decoded.caveats
    waiting.add(page)
  }

  private func decoded(_ bytes: [UInt8], named name: String) -> TextDecoder.Decoded? {
    TextDecoder(source: name, transport: encoding).decode(bytes)
  }

  private func tell(_ code: ReadError.Code) {
    if let caveat = trouble.caveat(code) { waiting.add(caveat) }
  }

  private func finish() {
    isDone = true
    if number == 0 { waiting.add(ReadError(.noItems, container.source)) }
    if let summary = trouble.summary() { waiting.add(summary) }
    if faults > 0 {
      let note =
        "\(container.source) is not well-formed XML (\(faults) \(faults == 1 ? "fault" : "faults")): its items are read as far as they go."
      waiting.add(Caveat(.other, source: container.source, note: note))
    }
  }
}
