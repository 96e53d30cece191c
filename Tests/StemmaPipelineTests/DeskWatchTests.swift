import Foundation
import StemmaStore
import StemmaTestSupport
import Synchronization
import Testing

@testable import StemmaPipeline

@Suite struct DeskWatchTests {
  /// Whoever waits longer than this waits for nothing: the test fails, and ends.
  private static let patience = DispatchTimeInterval.seconds(30)

  private static func feed(_ name: String) -> String {
    """
    <?xml version="1.0"?><rss version="2.0"><channel><title>Notices of \(name)</title><item><title>The bridge of \(name)</title>
    <link>http://example.org/\(name)</link><pubDate>Tue, 04 Jun 2024 10:00:00 GMT</pubDate>
    <description>The bridge of \(name) is closed from Monday on while its boards are laid anew, the road office said. \
    Whoever comes from the north goes round by the mill, which takes a quarter of an hour.</description></item></channel></rss>
    """
  }

  /// A server whose feed is called after its path.
  private static func server(
    _ before: @escaping @Sendable (_ path: String) -> Void
  ) throws -> LoopbackServer {
    try LoopbackServer { request, connection in
      guard request.path != "/robots.txt" else { return connection.answer(404) }
      before(request.path)
      connection.answer(200, ["Content-Type": "application/rss+xml"], feed(String(request.path.dropFirst())))
    }
  }

  private static func watch(_ addresses: [String], in folder: TemporaryFolder) throws -> DeskWatch {
    let store = try Store(folder.file("news.stemma"))
    try store.addFeeds(addresses.map { Feed(address: $0) })
    var web = Web()
    web.allowsPrivate = true
    web.pause = 0
    return try DeskWatch(Desk(store, web: web))
  }

  @Test func `a slow host holds up no other`() throws {
    let isTold = DispatchSemaphore(value: 0)
    // It answers when the reports of the other are on disk, and not before.
    let slow = try Self.server { _ in _ = isTold.wait(timeout: .now() + Self.patience) }
    let quick = try Self.server { _ in }
    let folder = try TemporaryFolder()
    let watch = try Self.watch([slow.address + "/slow", quick.address + "/quick"], in: folder)
    var order: [String] = []
    try watch.run(once: true, isStopped: { false }) { event in
      guard case .polled(let feed, let new) = event else { return }
      order.append("\(feed.title ?? "") \(new)")
      isTold.signal()
    }
    #expect(order == ["Notices of quick 1", "Notices of slow 1"])
  }

  @Test func `a host is asked one thing at a time, and every feed once`() throws {
    let asked = Mutex((now: 0, most: 0))
    let server = try Self.server { _ in
      asked.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      Thread.sleep(forTimeInterval: 0.05)
      asked.withLock { $0.now -= 1 }
    }
    let folder = try TemporaryFolder()
    let names = (0..<4).map { "pier\($0)" }
    let watch = try Self.watch(names.map { server.address + "/" + $0 }, in: folder)
    var reports = 0
    try watch.run(once: true, isStopped: { false }) { event in
      if case .acknowledged(let new) = event { reports += new.count }
    }
    #expect(asked.withLock { $0.most } == 1)
    #expect(server.requests.map(\.path).filter { $0 != "/robots.txt" }.sorted() == names.map { "/" + $0 })
    #expect(reports == 4)
  }

  @Test func `whoever is told to stop waits for no answer, and loses none that was acknowledged`() throws {
    let hasEnded = DispatchSemaphore(value: 0)
    let isHeld = Mutex<DispatchTimeoutResult?>(nil)
    let silent = try Self.server { _ in
      let result = hasEnded.wait(timeout: .now() + Self.patience)
      isHeld.withLock { $0 = result }
    }
    let quick = try Self.server { _ in }
    let folder = try TemporaryFolder()
    let watch = try Self.watch([silent.address + "/silent", quick.address + "/quick"], in: folder)
    var acknowledged: [String] = []
    try watch.run(once: false, isStopped: { !acknowledged.isEmpty && silent.requests.count == 2 }) { event in
      if case .acknowledged(let reports) = event { acknowledged += reports.map(\.id) }
    }
    #expect(isHeld.withLock { $0 } == nil, "the run ended before the answer came")
    hasEnded.signal()
    let store = try Store(folder.file("news.stemma"))
    #expect(try acknowledged.map { try store.report($0).report.title } == ["The bridge of quick"])
    // The next run asks for what was given up.
    #expect(try store.feeds().filter { $0.polled == nil }.map(\.address) == [silent.address + "/silent"])
  }
}
