import Foundation
import StemmaModel
import StemmaTestSupport
import Synchronization
import Testing

@testable import StemmaFetch

/// Every server stands on this machine's loopback and is let go with its test.
@Suite struct FetcherTests {
  private static let page = "<html><body><p>The lock at Orsund opened again.</p></body></html>"

  private func fetcher(_ change: (inout Fetcher.Options) -> Void = { _ in }) -> Fetcher {
    var options = Fetcher.Options()
    options.allowsPrivate = true
    options.pause = 0
    options.timeout = 20
    change(&options)
    return Fetcher(options)
  }

  /// A server without a robots.txt.
  private func server(
    _ respond: @escaping @Sendable (LoopbackServer.Request, LoopbackServer.Connection) -> Void
  ) throws -> LoopbackServer {
    try LoopbackServer { request, connection in
      if request.path == "/robots.txt" { connection.answer(404) } else { respond(request, connection) }
    }
  }

  private func code(_ result: Result<Download, FetchError>) -> FetchError.Code? {
    if case .failure(let error) = result { error.code } else { nil }
  }

  @Test func `a page comes as it was sent`() throws {
    let server = try server { _, connection in
      connection.answer(200, ["Content-Type": "text/html; charset=utf-8"], Self.page)
    }
    let fetched = try fetcher().fetch(server.address + "/a?b=c#part").get()
    #expect(String(decoding: fetched.bytes, as: UTF8.self) == Self.page)
    #expect(fetched.contentType == "text/html; charset=utf-8")
    #expect(fetched.address == server.address + "/a?b=c")
    #expect(server.requests.map(\.path) == ["/robots.txt", "/a?b=c"])
    #expect(server.requests[1].headers["user-agent"] == "stemma/0.1")
  }

  @Test func `this machine is refused unless it is allowed`() throws {
    let server = try server { _, connection in connection.answer(200, [:], Self.page) }
    let result = fetcher { $0.allowsPrivate = false }.fetch(server.address)
    #expect(code(result) == .privateAddress("127.0.0.1"))
    #expect(server.requests.isEmpty)
    let byName = fetcher { $0.allowsPrivate = false }.fetch("http://localhost:\(server.port)/")
    guard case .privateAddress = code(byName) else { return #expect(Bool(false), "\(byName)") }
  }

  @Test func `redirects are followed, and the last address is told`() throws {
    let server = try server { request, connection in
      switch request.path {
      case "/a": connection.answer(301, ["Location": "/b"])
      case "/b": connection.answer(302, ["Location": "c?d"])
      default: connection.answer(200, [:], Self.page)
      }
    }
    let fetched = try fetcher().fetch(server.address + "/a").get()
    #expect(fetched.address == server.address + "/c?d")
  }

  @Test func `a loop, an endless chain and a way out of the web end`() throws {
    let server = try server { request, connection in
      switch request.path {
      case "/loop": connection.answer(302, ["Location": "/pool"])
      case "/pool": connection.answer(302, ["Location": "/loop"])
      case "/out": connection.answer(302, ["Location": "file:///etc/passwd"])
      default: connection.answer(302, ["Location": request.path + "x"])
      }
    }
    #expect(code(fetcher().fetch(server.address + "/loop")) == .redirectLoop)
    #expect(code(fetcher().fetch(server.address + "/x")) == .tooManyRedirects(10))
    #expect(code(fetcher().fetch(server.address + "/out")) == .redirectNowhere)
  }

  @Test func `several may be asked for at once, and a host still gets one request at a time`() throws {
    let asked = Mutex((now: 0, most: 0))
    let server = try server { _, connection in
      asked.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      Thread.sleep(forTimeInterval: 0.05)
      asked.withLock { $0.now -= 1 }
      connection.answer(200, [:], Self.page)
    }
    let there = server.address
    // Redirects lead to it as well.
    let other = try self.server { request, connection in connection.answer(302, ["Location": there + request.path]) }
    let fetcher = fetcher()
    let answers = Mutex<[Int]>([])
    let group = DispatchGroup()
    for address in ["/a", "/b"].flatMap({ [there + $0, other.address + $0 + "2"] }) {
      group.enter()
      fetcher.poll(address, tag: nil, modified: nil) { result in
        answers.withLock { $0.append((try? result.get().download?.bytes.count) ?? 0) }
        group.leave()
      }
    }
    group.wait()
    withExtendedLifetime((server, other)) {}
    #expect(answers.withLock { $0 } == Array(repeating: Self.page.utf8.count, count: 4))
    #expect(asked.withLock { $0.most } == 1)
  }

  @Test func `robots.txt is asked once and heeded, also behind a redirect`() throws {
    let server = try LoopbackServer { request, connection in
      switch request.path {
      case "/robots.txt": connection.answer(200, [:], "User-agent: *\nDisallow: /closed\n")
      case "/way": connection.answer(302, ["Location": "/closed/1"])
      default: connection.answer(200, [:], Self.page)
      }
    }
    let fetcher = fetcher()
    #expect(code(fetcher.fetch(server.address + "/closed/1")) == .robots)
    #expect(code(fetcher.fetch(server.address + "/way")) == .robots)
    #expect(code(fetcher.fetch(server.address + "/open")) == nil)
    #expect(server.requests.map(\.path) == ["/robots.txt", "/way", "/open"])
  }

  @Test func `a robots.txt that fails closes the site`() throws {
    let server = try LoopbackServer { request, connection in
      if request.path == "/robots.txt" { connection.answer(500) } else { connection.answer(200, [:], Self.page) }
    }
    #expect(code(fetcher().fetch(server.address + "/a")) == .robots)
  }

  @Test(arguments: [401, 404, 410, 418, 429, 451, 500, 503])
  func `other answers are errors with a sentence`(status: Int) throws {
    let server = try server { _, connection in connection.answer(status, ["Retry-After": "30"], "no") }
    let result = fetcher().fetch(server.address + "/a")
    #expect(code(result) == .status(status, retryAfter: "30"))
    if case .failure(let error) = result { #expect(error.description.contains(server.address + "/a")) }
  }

  @Test func `an endless page is cut at the limit`() throws {
    let server = try server { _, connection in
      connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      let chunk = "4000\r\n" + String(repeating: "x", count: 0x4000) + "\r\n"
      while connection.send(chunk) {}
    }
    let fetched = try fetcher { $0.byteLimit = 100_000 }.fetch(server.address + "/a").get()
    #expect(fetched.bytes.count == 100_000)
    #expect(fetched.caveats.map(\.kind) == [.cutShort])
  }

  @Test func `a page that drips is cut when its time is up`() throws {
    let server = try server { _, connection in
      connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      while connection.send("1\r\nx\r\n") { Thread.sleep(forTimeInterval: 0.02) }
    }
    let fetched = try fetcher { $0.timeout = 0.5 }.fetch(server.address + "/a").get()
    #expect(!fetched.bytes.isEmpty)
    #expect(fetched.caveats.map(\.kind) == [.cutShort])
  }

  @Test func `a page that breaks off is read as far as it came`() throws {
    let server = try server { _, connection in
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + Self.page)
    }
    let fetched = try fetcher().fetch(server.address + "/a").get()
    #expect(String(decoding: fetched.bytes, as: UTF8.self) == Self.page)
    #expect(fetched.caveats.map(\.kind) == [.cutShort])
  }

  @Test func `a server that says nothing runs out of time`() throws {
    let server = try server { _, connection in Thread.sleep(forTimeInterval: 2) }
    #expect(code(fetcher { $0.timeout = 0.4 }.fetch(server.address + "/a")) == .timeout)
  }

  @Test(arguments: [
    "", "not an address", "ftp://example.org/a", "http://", "http:///a", "http://[::1", "http://a:99999/",
  ])
  func `what is no address is said`(text: String) {
    #expect(code(fetcher().fetch(text)) == .notAnAddress)
  }

  @Test func `no server, no page`() throws {
    let port = try server { _, connection in connection.answer(200, [:], Self.page) }.port
    guard case .connection = code(fetcher().fetch("http://127.0.0.1:\(port)/")) else {
      return #expect(Bool(false), "nothing listens there any more")
    }
  }

  @Test func `an empty answer and one that is not HTTP`() throws {
    let server = try server { request, connection in
      if request.path == "/empty" { connection.answer(200) } else { connection.send("SSH-2.0-x\r\n") }
    }
    #expect(code(fetcher().fetch(server.address + "/empty")) == .empty)
    guard case .connection = code(fetcher().fetch(server.address + "/x")) else {
      return #expect(Bool(false), "that was no answer")
    }
  }

  @Test func `a packing that nobody asked for is said`() throws {
    let server = try server { _, connection in connection.answer(200, ["Content-Encoding": "br"], "packed") }
    #expect(code(fetcher().fetch(server.address + "/a")) == .packing("br"))
  }

  @Test func `a page that has not changed is not sent again`() throws {
    let folder = try TemporaryFolder()
    let server = try server { request, connection in
      if request.headers["if-none-match"] == "\"1\"" {
        connection.answer(304)
      } else {
        connection.answer(200, ["ETag": "\"1\"", "Content-Type": "text/html"], Self.page)
      }
    }
    for _ in 1...2 {
      let fetched = try fetcher { $0.cache = folder.path + "/cache" }.fetch(server.address + "/a").get()
      #expect(String(decoding: fetched.bytes, as: UTF8.self) == Self.page)
      #expect(fetched.contentType == "text/html")
    }
    #expect(server.requests.count { $0.headers["if-none-match"] != nil } == 1)
    // A spoiled file counts as absent.
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache")
    where name.hasSuffix(".body") {
      try Data("other".utf8).write(to: URL(fileURLWithPath: folder.path + "/cache/" + name))
    }
    let fetched = try fetcher { $0.cache = folder.path + "/cache" }.fetch(server.address + "/a").get()
    #expect(String(decoding: fetched.bytes, as: UTF8.self) == Self.page)
  }

  @Test func `a host is asked with pauses between`() throws {
    let server = try server { _, connection in connection.answer(200, [:], Self.page) }
    let fetcher = fetcher { $0.pause = 0.3 }
    for name in ["a", "b", "c"] { _ = try fetcher.fetch(server.address + "/" + name).get() }
    let times = Array(server.times.dropFirst())
    for (one, next) in zip(times, times.dropFirst()) { #expect(next - one >= .seconds(0.3)) }
  }
}
