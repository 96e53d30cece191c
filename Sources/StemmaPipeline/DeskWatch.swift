import Foundation
package import StemmaModel
import StemmaRead
package import StemmaStore

/// Watches the feeds of a store: asks each when its time has come, and brings what is new into the store.
///
/// Several hosts are asked at once, as `WatchPlan` allows, so that a slow one holds up no other; answers are brought in one by one, as
/// they come. What came of a feed is written behind its reports: what a crash takes between is asked for again.
package struct DeskWatch {
  package enum Event: Sendable {
    case acknowledged([Desk.Acknowledged])
    case caveat(Caveat)
    /// A feed was asked; `Feed.trouble` says why that failed.
    case polled(Feed, new: Int)
  }

  private static let longestNap = 0.2

  private let desk: Desk
  private let feeds: [Feed]

  /// - Parameter now: the time of every feed counts as come.
  package init(_ desk: Desk, now: Bool = false) throws {
    self.desk = desk
    feeds = try desk.store.feeds().map { feed in
      var feed = feed
      if now { feed.next = 0 }
      return feed
    }
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
  ///   - isStopped: asked between two answers, and some times a second while there is none. What is under way then is given
  ///     up, and asked for again by the next run.
  package func run(
    once: Bool, isStopped: () -> Bool, _ receive: (Event) throws -> Void
  ) throws {
    var plan = WatchPlan(feeds, roundAt: once ? Desk.now : nil)
    let questions = WatchQuestions(desk.web, at: Desk.now)
    defer { questions.giveUp() }
    while !isStopped() {
      let now = Desk.now
      var nap = Self.longestNap
      switch plan.next(at: now) {
      case .ask(let question):
        questions.ask(question.address, tag: question.etag, modified: question.modified, at: now)
        continue
      case .wait(let end): nap = min(nap, Double(end - now))
      case .idle: if questions.isEmpty { return }
      }
      guard let answered = questions.next(within: nap) else { continue }
      let (answer, new) = try taken(answered, receive)
      guard let feed = plan.answered(answered.address, answer, at: Desk.now) else { continue }
      try desk.store.update(feed)
      if feed.address != answered.address { try desk.store.removeFeed(answered.address) }
      try receive(.polled(feed, new: new))
    }
  }

  /// What an answer means, with its reports brought in.
  private func taken(
    _ answered: WatchQuestions.Answered, _ receive: (Event) throws -> Void
  ) throws -> (WatchPlan.Answer, new: Int) {
    switch answered.result {
    case .failure(let error): return (Self.failed(error.code, error.description), 0)
    case .success(let poll):
      let (answer, new) = try taken(poll.download, answered.address, poll.tag, poll.modified, receive)
      return (poll.moved.map { .moved(to: $0, answer) } ?? answer, new)
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
    return (.feed(title: Reader.feedTitle(of: download), new: new, etag: tag, modified: modified), new)
  }
}
