import StemmaModel

/// Reads OPML: a list of feeds, each of which is fetched and read, or named where nothing can fetch.
final class FeedListReader: ReadingSource {
  private let container: RecordContainer
  private let bytes: ByteReader
  private let fetcher: Fetcher?
  private var feeds: ArraySlice<(title: String?, address: String)>?
  private var feed: InputReader?
  private var waiting = WaitingReadings()

  /// Feeds that a caveat names.
  private static let named = 20

  init(_ container: RecordContainer, _ bytes: ByteReader, fetcher: Fetcher?) {
    self.container = container
    self.bytes = bytes
    self.fetcher = fetcher
  }

  func next() -> Reader.Reading? {
    while true {
      if let reading = waiting.take() { return reading }
      if let reading = feed?.next() { return reading }
      feed = nil
      if feeds == nil {
        feeds = list()[...]
        continue
      }
      guard let next = feeds?.popFirst() else { return nil }
      open(next.address)
    }
  }

  private func open(_ address: String) {
    guard let fetcher else { return }
    do {
      let fetched = try fetcher(address)
      for caveat in fetched.caveats { waiting.add(caveat) }
      var input = Input(address, fetched)
      input.isNested = true
      feed = InputReader(input, limits: container.limits, fetcher: nil)
    } catch {
      waiting.add(error)
    }
  }

  private func list() -> [(title: String?, address: String)] {
    let content = bytes.rest(limit: container.limits.bytesPerRecord)
    guard content.count <= container.limits.bytesPerRecord else {
      waiting.add(ReadError(.tooLarge(limit: container.limits.bytesPerRecord), container.source))
      return []
    }
    let decoder = TextDecoder(source: container.source, transport: container.encoding, readsMarkup: true)
    guard let decoded = decoder.decode(content) else {
      waiting.add(ReadError(.binary, container.source))
      return []
    }
    for caveat in decoded.caveats { waiting.add(caveat) }
    let feeds = FeedList.feeds(in: decoded.text)
    if feeds.isEmpty {
      waiting.add(
        Caveat(.unreadable, source: container.source, note: "\(container.source) is a list of feeds and names none."))
    } else if fetcher == nil {
      name(feeds)
      return []
    }
    return feeds
  }

  /// Nothing is lost without a word: the feeds are named.
  private func name(_ feeds: [(title: String?, address: String)]) {
    let names = feeds.prefix(Self.named).map { feed in feed.title.map { "\($0) (\(feed.address))" } ?? feed.address }
    let more = feeds.count > Self.named ? " and \(feeds.count - Self.named) more" : ""
    let note =
      "\(container.source) is a list of \(feeds.count) \(feeds.count == 1 ? "feed" : "feeds"), which nothing here fetches: "
      + names.joined(separator: ", ") + more + ". Save them and give the files."
    waiting.add(Caveat(.unreadable, source: container.source, note: note))
  }
}
