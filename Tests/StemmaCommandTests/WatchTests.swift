import Foundation
import StemmaTestSupport
import Synchronization
import Testing

@Suite struct WatchTests {
  private static func feed(_ items: Int) -> String {
    let items = (0..<items).map { number in
      """
      <item><title>Ferry notice number \(number)</title><link>http://example.org/\(number)</link>
      <pubDate>Tue, 04 Jun 2024 1\(number):00:00 GMT</pubDate>
      <description>The ferry of pier \(number) at Fenmoor harbour sails an hour later from Monday on, the harbour office said. \
      Whoever holds a ticket for crossing \(number * 7 + 3) may use it until the end of the month.</description></item>
      """
    }
    return
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour notices</title>\(items.joined())</channel></rss>"
  }

  private func watch(_ store: DeskStore, _ arguments: [String] = []) throws -> ProgramRun {
    try store.run(["watch", "--once", "--allow-private", "--pause", "0"] + arguments)
  }

  /// When the last feed is asked again, as the run says.
  private static func next(_ run: ProgramRun) throws -> Date {
    let words = run.errors.split(separator: "\n").last { $0.contains("again at ") }
    let written = try #require(words?.split(separator: " ").last?.dropLast())
    return try Date(String(written), strategy: .iso8601)
  }

  @Test func `a round brings what is new, and asks for nothing that has not changed`() throws {
    let items = Mutex(2)
    let server = try LoopbackServer { request, connection in
      guard request.path == "/feed" else { return connection.answer(404) }
      let count = items.withLock { $0 }
      if request.headers["if-none-match"] == "\"\(count)\"" { return connection.answer(304) }
      connection.answer(200, ["Content-Type": "application/rss+xml", "ETag": "\"\(count)\""], Self.feed(count))
    }
    let store = try DeskStore()
    let first = try watch(store, [server.address + "/feed"])
    #expect(first.status == 0 && first.lines.count == 2, "\(first.errors)")
    // Not due yet: nothing is asked.
    let asked = server.requests.count
    #expect(try watch(store).lines.isEmpty && server.requests.count == asked)
    let second = try watch(store, ["--now"])
    #expect(second.status == 0 && second.lines.isEmpty && second.errors.contains("0 new"))
    #expect(server.requests.last?.headers["if-none-match"] == "\"2\"")
    // It is listed by the name that it gives itself.
    #expect(second.errors.contains("Harbour notices (\(server.address)/feed)"))
    #expect(try StemmaProgram.run(["store", "feeds", store.path]).text.contains("Harbour notices"))
    items.withLock { $0 = 3 }
    #expect(try watch(store, ["--now"]).lines.count == 1)
    #expect(try store.run(["show", "--json"]).status == 0)
    #expect(try store.run(["doctor"]).status == 0)
  }

  @Test func `a feed that fails is left alone for longer and longer`() throws {
    let server = try LoopbackServer { request, connection in
      request.path == "/feed" ? connection.answer(503, ["Retry-After": "3600"]) : connection.answer(404)
    }
    let store = try DeskStore()
    let list = try store.folder.write(
      "feeds.opml", "<opml><body><outline text=\"Harbour\" xmlUrl=\"\(server.address)/feed\"/></body></opml>")
    let first = try watch(store, [list])
    #expect(first.status == 0 && first.errors.contains("503"), "\(first.errors)")
    let next = try Self.next(first)
    #expect(next.timeIntervalSinceNow > 3500)
    let second = try Self.next(watch(store, ["--now"]))
    #expect(second >= next)
    #expect(try watch(store).errors.isEmpty)
  }

  @Test func `a page is no feed`() throws {
    let server = try LoopbackServer { request, connection in
      request.path == "/feed"
        ? connection.answer(
          200, ["Content-Type": "text/html"], "<html><body><p>\(Flood("Sorry, no. ", times: 60).text)</p></body></html>"
        )
        : connection.answer(404)
    }
    let store = try DeskStore()
    let run = try watch(store, [server.address + "/feed"])
    #expect(run.status == 0 && run.lines.isEmpty && run.errors.contains("is no feed"), "\(run.errors)")
    #expect(try store.run(["show"]).status == 1)
  }

  @Test func `without a feed there is nothing to watch`() throws {
    let store = try DeskStore()
    #expect(try watch(store).status == 2)
    #expect(try watch(store, [store.folder.file("no.opml")]).status == 2)
    #expect(try watch(store, [try store.folder.write("empty.opml", "<opml/>")]).status == 2)
    #expect(!FileManager.default.fileExists(atPath: store.path), "a mistake makes no store")
    #expect(try store.ingest().status == 0 && watch(store).status == 4)
  }
}
