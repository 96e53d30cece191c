import StemmaModel

/// Turns the values of an input into readings: pages, and caveats for those without a text.
struct RecordQueue {
  private let container: RecordContainer
  private var trouble: RecordTrouble
  private var waiting = WaitingReadings()
  /// Values that are still to become pages, the next one last.
  private var values: [(value: Any, name: String, number: Int, feed: FeedHead?)] = []
  private(set) var pages = 0
  /// Whether anything but a page was told.
  private var hasTrouble = false
  private var isEnding = false

  init(_ container: RecordContainer) {
    self.container = container
    trouble = RecordTrouble(source: container.source)
  }

  mutating func add(_ value: Any, named name: String, number: Int, feed: FeedHead? = nil) {
    values.insert((value, name, number, feed), at: 0)
  }

  mutating func add(_ page: Page) {
    pages += 1
    waiting.add(page)
  }

  mutating func add(_ caveat: Caveat) {
    hasTrouble = true
    if let caveat = trouble.caveat(caveat) { waiting.add(caveat) }
  }

  mutating func add(_ code: ReadError.Code) {
    add(Caveat(.unreadable, source: container.source, note: ReadError(code, container.source).description))
  }

  mutating func take() -> Reader.Reading? {
    while true {
      if let reading = waiting.take() { return reading }
      guard let next = values.popLast() else {
        if !isEnding { return nil }
        isEnding = false
        close()
        continue
      }
      switch container.outcome(next.value, named: next.name, feed: next.feed) {
      case .page(let page): add(page)
      case .noText(let address): add(.recordWithoutText(next.number, address: address))
      case .list(let list, let head): unfold(list, head, next.name)
      }
    }
  }

  /// Queues the records of a list; one by itself has the name of the list.
  private mutating func unfold(_ list: [Any], _ head: Record, _ name: String) {
    let feed = JSONFeed.head(head)
    if list.isEmpty { add(feed == nil ? .noText : .noItems) }
    for (index, value) in list.enumerated().reversed() {
      // A list in a list in a list is no list of articles.
      if value is [Any] {
        add(.recordWithoutText(index + 1, address: nil))
      } else {
        values.append((value, list.count > 1 ? "\(name)#\(index + 1)" : name, index + 1, feed))
      }
    }
  }

  /// Nothing more comes: what is to be said of all records is told behind the last.
  mutating func end() { isEnding = true }

  private mutating func close() {
    if pages == 0, !hasTrouble { add(.noText) }
    if let summary = trouble.summary() { waiting.add(summary) }
  }
}
