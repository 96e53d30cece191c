import ArgumentParser
import Foundation
import StemmaPipeline
import StemmaStore

/// `stemma watch STORE [FEED…]`: what feeds bring, into a store.
struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Watch feeds, and bring what is new into a store.",
    discussion: """
      FEED is an address, an OPML file, or a file with an address a line; it is kept in the store. Each feed is asked when its time \
      has come: more often if it often has something new, more seldom after failures, and never for what has not changed. \
      Several hosts are asked at once. Reports are printed as stemma ingest prints them, new ones only. Control-C ends it; the next \
      run goes on. stemma store feeds lists what is watched.

      Exit status: 0 done, 2 wrong usage or a store that cannot be written, 4 there is no feed to watch.
      """)

  @Argument(help: "The store.", completion: .file())
  var store: String

  @Argument(help: "Addresses of feeds, or files that list them.", completion: .file())
  var feeds: [String] = []

  @Flag(help: "Ask every feed whose time has come once, and end.")
  var once = false

  @Flag(help: "Take the time of every feed for come, but of those that are gone for good.")
  var now = false

  @Flag(help: "Print JSON Lines.")
  var json = false

  @OptionGroup(title: "Fetching")
  var fetching: WebFlags

  @Flag(name: .shortAndLong, help: "Say nothing on standard error.")
  var quiet = false

  func run() throws {
    StopSignals.heed()
    // A mistake in their names makes no store.
    let lists = try feeds.map { (name: $0, feeds: try feeds(named: $0)) }
    do {
      try StoreAccess.write(store, isMade: !lists.isEmpty) { store in
        for list in lists {
          let new = try store.addFeeds(list.feeds)
          say("\(list.name): \(new) new of \(list.feeds.count) feeds.")
        }
        let watch = try DeskWatch(Desk(store, web: fetching.web), now: now)
        guard watch.count > 0 else {
          throw Failure(
            status: .nothingRead, description: "stemma: there is no feed to watch: name one, or an OPML file.")
        }
        try watch.run(once: once, isStopped: { StopSignals.wereSent }) { event in
          switch event {
          case .acknowledged(let reports):
            try Ingest.write(reports.filter(\.isNew), asJSON: json)
          case .caveat(let caveat): say(caveat.note)
          case .polled(let feed, let new):
            say("\(StoreText.name(feed)): \(feed.trouble ?? "\(new) new"); \(StoreText.next(feed)).")
          }
        }
      }
    } catch is Output.ReaderLeft {}
  }

  private func feeds(named name: String) throws -> [Feed] {
    guard let found = DeskWatch.feeds(named: name) else {
      throw Failure(status: .usage, description: "stemma: \(name) is no address, and there is no such file.")
    }
    guard !found.isEmpty else {
      throw Failure(status: .usage, description: "stemma: \(name) names no feed: give OPML, or an address a line.")
    }
    return found
  }

  private func say(_ text: String) {
    if !quiet { Console.error("stemma: " + text) }
  }
}
