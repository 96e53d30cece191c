import Foundation
package import StemmaModel
import StemmaRead
package import StemmaStore

/// Watches the feeds of a store: asks each when its time has come, and brings what is new into the store.
///
/// One feed at a time. What came of a feed is written behind its reports: what a crash takes between is asked for again.
package struct DeskWatch {
  package enum Event: Sendable {
    case acknowledged([Desk.Acknowledged])
    case caveat(Caveat)
    /// A feed was asked; `Feed.trouble` says why that failed.
    case polled(Feed, new: Int)
  }

  private static let longestNap = 0.2
  /// A robots.txt is asked for again after so long.
  private static let fetcherSeconds: Int64 = 3600

  private let desk: Desk
  private var plan: WatchPlan
  private let feeds: [Feed]

  /// - Parameter now: the time of every feed counts as come.
  package init(_ desk: Desk, now: Bool = false) throws {
    self.desk = desk
    feeds = try desk.store.feeds().map { feed in
      var feed = feed
      if now { feed.next = 0 }
      return feed
    }
    plan = WatchPlan(feeds)
  }

  /// Feeds that are not left alone for good.
  package var count: Int { feeds.count { !$0.isPaused } }

  /// The feeds of an OPML file, or of a text with an address a line; an address is a feed itself.
  package static func feeds(named name: String) -> [Feed]? {
    if ["http://", "https://"].contains(where: { name.lowercased().hasPrefix($0) }) { return [Feed(address: name)] }
    guard let data = FileManager.default.contents(atPath: name) else { return nil }
    return FeedList.read(Array(data), named: name).map { Feed(address: $0.address, title: $0.title) }
  }

  /// Asks feeds until it is told to stop.
  ///
  /// - Parameters:
  ///   - once: every feed whose time has come is asked once, and that is all.
  ///   - isStopped: asked between two feeds, and some times a second while nothing is to be done.
  package mutating func run(
    once: Bool, isStopped: () -> Bool, _ receive: (Event) throws -> Void
  ) throws {
    var left = once ? feeds.count { !$0.isPaused && $0.next <= Desk.now } : .max
    var fetcher = desk.web.fetcher()
    var fetcherMade = Desk.now
    while left > 0, !isStopped() {
      let now = Desk.now
      switch plan.next(at: now) {
      case .idle: return
      case .wait(let end):
        let seconds = min(Self.longestNap, Double(end - now))
        Thread.sleep(forTimeInterval: max(0.01, seconds))
      case .ask(let question):
        left -= 1
        if now - fetcherMade > Self.fetcherSeconds { (fetcher, fetcherMade) = (desk.web.fetcher(), now) }
        let result = fetcher.poll(question.address, tag: question.etag, modified: question.modified)
        switch result {
        case .failure(let error):
          try note(question.address, Self.failed(error.code, error.description), new: 0, receive)
        case .success(let poll):
          let (answer, new) = try taken(poll.download, question.address, poll.tag, poll.modified, receive)
          try note(
            question.address, poll.moved.map { WatchPlan.Answer.moved(to: $0, answer) } ?? answer, new: new, receive)
        }
      }
    }
  }

  /// Brings a feed's reports in.
  private func taken(
    _ download: Download?, _ address: String, _ tag: String?, _ modified: String?, _ receive: (Event) throws -> Void
  ) throws -> (WatchPlan.Answer, new: Int) {
    guard let download else { return (.unchanged, 0) }
    var (all, new) = (0, 0)
    var trouble: String?
    let pages = desk.web.reader(answering: address, with: download)
    try desk.ingest([address], batch: 1000, reader: pages, isFeed: true) { event in
      switch event {
      case .caveat(let caveat):
        trouble = trouble ?? caveat.note
        try receive(.caveat(caveat))
      case .acknowledged(let reports, _):
        all += reports.count
        new += reports.count { $0.isNew }
        try receive(.acknowledged(reports))
      }
    }
    // A feed without items is one; what gave nothing but trouble is none, and is left alone for longer and longer.
    if all == 0, let trouble { return (.failed(status: 200, retryAfter: nil, trouble: trouble), 0) }
    return (.feed(title: nil, new: new, etag: tag, modified: modified), new)
  }

  private mutating func note(
    _ address: String, _ answer: WatchPlan.Answer, new: Int, _ receive: (Event) throws -> Void
  ) throws {
    guard let feed = plan.answered(address, answer, at: Desk.now) else { return }
    try desk.store.update(feed)
    if feed.address != address { try desk.store.removeFeed(address) }
    try receive(.polled(feed, new: new))
  }
}
