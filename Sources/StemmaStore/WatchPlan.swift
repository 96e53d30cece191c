/// When which feed is asked: pure, so that it needs no clock and no network.
///
/// A feed that often has something new is asked more often, one that has nothing more seldom. One that fails is left alone for twice
/// as long each time. A host is asked one thing at a time, with a pause behind each answer, and not before the time that it names.
/// What `answered` gives is to be stored; a plan made of stored feeds goes on where the last one ended.
///
/// All times are seconds since 1970.
package struct WatchPlan: Sendable {
  package struct Limits: Sendable {
    /// Seconds between two questions to a feed: at first, at least and at most.
    package var firstPause: Int64 = 900
    package var leastPause: Int64 = 300
    package var mostPause: Int64 = 4 * 3600
    /// Seconds after a first failure, and at most.
    package var firstDelay: Int64 = 120
    package var mostDelay: Int64 = 24 * 3600
    /// Seconds between an answer of a host and the next question to it.
    package var hostPause: Int64 = 2
    /// Questions to all hosts at once.
    package var atOnce = 8

    package init() {}
  }

  /// What a feed is asked: `If-None-Match` and `If-Modified-Since` go along where they are known.
  package struct Question: Sendable, Hashable {
    package var address: String
    package var etag: String?
    package var modified: String?
  }

  package enum Answer: Sendable, Hashable {
    /// Status 304.
    case unchanged
    /// A feed, with the number of its reports that the store did not have.
    case feed(title: String?, new: Int, etag: String?, modified: String?)
    /// Status 301 or 308 led to another address, which answered so.
    indirect case moved(to: String, Answer)
    /// - Parameters:
    ///   - status: of HTTP, where there was one.
    ///   - retryAfter: as the host wrote it.
    ///   - trouble: a sentence.
    case failed(status: Int?, retryAfter: String?, trouble: String)
  }

  package enum Step: Sendable, Hashable {
    case ask(Question)
    /// Nothing before then, unless an answer comes first.
    case wait(until: Int64)
    /// Nothing more to be asked, now or ever, unless an answer comes.
    case idle
  }

  private let limits: Limits
  private var feeds: [String: Feed] = [:]
  /// In the order of their addresses: what is due at one time is asked in that order.
  private var addresses: [String] = []
  private var asked: Set<String> = []
  private var busyHosts: Set<String> = []
  private var hostsFree: [String: Int64] = [:]

  /// Whether no feed is asked twice.
  private let isRound: Bool

  /// - Parameter roundAt: only feeds whose time has come then, each once; a feed whose host asks to wait is left to another round.
  package init(_ feeds: [Feed], roundAt time: Int64? = nil, limits: Limits = Limits()) {
    self.limits = limits
    isRound = time != nil
    for feed in feeds where time.map({ feed.next <= $0 }) ?? true { self.feeds[feed.address] = feed }
    addresses = self.feeds.keys.sorted()
  }

  /// What to do now. A question that it gives is under way until `answered`.
  /// - Complexity: O(feeds).
  package mutating func next(at now: Int64) -> Step {
    var best: (due: Int64, address: String)?
    for address in addresses {
      guard let feed = feeds[address], !feed.isPaused, !asked.contains(address) else { continue }
      let host = Self.host(address)
      guard !busyHosts.contains(host) else { continue }
      // A clock that was set back must not leave a feed alone for longer than the longest delay.
      let due = max(min(feed.next, now + limits.mostDelay), hostsFree[host] ?? .min)
      if best == nil || due < best!.due { best = (due, address) }
    }
    guard asked.count < limits.atOnce, let best, let feed = feeds[best.address] else { return .idle }
    guard best.due <= now else { return .wait(until: best.due) }
    asked.insert(best.address)
    busyHosts.insert(Self.host(best.address))
    return .ask(Question(address: feed.address, etag: feed.etag, modified: feed.modified))
  }

  /// Takes an answer in.
  ///
  /// - Returns: the feed as it is to be stored; nil if it was not asked. A feed that moved has a new address: the old one is to be removed.
  package mutating func answered(_ address: String, _ answer: Answer, at now: Int64) -> Feed? {
    guard var feed = feeds[address], asked.remove(address) != nil else { return nil }
    let host = Self.host(address)
    busyHosts.remove(host)
    hostsFree[host] = now + limits.hostPause
    feed.polled = now
    apply(answer, to: &feed, host: host, now: now)
    if isRound {
      let isClosed = hostsFree[host]! > now + limits.hostPause
      addresses.removeAll { $0 == address || $0 == feed.address || isClosed && Self.host($0) == host }
      return feed
    }
    if feed.address != address {
      feeds[address] = nil
      addresses.removeAll { $0 == address || $0 == feed.address }
      addresses.insert(feed.address, at: addresses.firstIndex { $0 > feed.address } ?? addresses.count)
    }
    feeds[feed.address] = feed
    return feed
  }

  private mutating func apply(_ answer: Answer, to feed: inout Feed, host: String, now: Int64) {
    switch answer {
    case .unchanged:
      succeed(&feed, pause: feed.pause * 3 / 2, now: now)
    case .feed(let title, let new, let etag, let modified):
      feed.title = title ?? feed.title
      (feed.etag, feed.modified) = (etag, modified)
      if new > 0 { feed.changed = now }
      succeed(&feed, pause: new > 0 ? feed.pause / 2 : feed.pause * 3 / 2, now: now)
    case .moved(let target, let answer):
      feed.address = target
      apply(answer, to: &feed, host: host, now: now)
    case .failed(let status, let retryAfter, let trouble):
      feed.failures += 1
      feed.trouble = trouble
      // Gone for good, as its host says.
      feed.isPaused = status == 410
      // Doubled so often, any first delay is beyond the longest.
      let doublings = min(feed.failures - 1, 20)
      var delay = min(limits.mostDelay, limits.firstDelay << Int64(doublings))
      if let wish = retryAfter.flatMap({ RetryAfter.seconds($0, now: now) }) {
        let asked = min(limits.mostDelay, wish)
        delay = max(delay, asked)
        // "Too many requests" and "unavailable" are of the host, not of the feed.
        if status == 429 || status == 503 { hostsFree[host] = max(hostsFree[host] ?? now, now + asked) }
      }
      feed.next = now + spread(delay, feed.address)
    }
  }

  private func succeed(_ feed: inout Feed, pause: Int64, now: Int64) {
    feed.failures = 0
    feed.trouble = nil
    feed.pause = max(limits.leastPause, min(limits.mostPause, pause))
    feed.next = now + spread(feed.pause, feed.address)
  }

  /// A delay made up to a tenth longer, by the address: feeds that began together do not stay together.
  private func spread(_ delay: Int64, _ address: String) -> Int64 {
    // FNV-1a.
    let hash = address.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return delay + Int64(hash % 1024) * (delay / 10) / 1024
  }

  /// The host of an address with its port, in lower case: `example.org:8080`.
  static func host(_ address: String) -> String {
    let rest = address.utf8.firstIndex(of: UInt8(ascii: "/")).map { address[$0...].drop { $0 == "/" } } ?? address[...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return String(authority.split(separator: "@").last ?? authority).lowercased()
  }
}
