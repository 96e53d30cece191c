import StemmaTestSupport
import Testing

@testable import StemmaStore

@Suite struct WatchPlanTests {
  private static let (a, b, c) = ("https://a.invalid/feed", "https://b.invalid/feed", "https://a.invalid/other")
  private let limits = WatchPlan.Limits()

  private func plan(_ addresses: [String]) -> WatchPlan { WatchPlan(addresses.map { Feed(address: $0) }) }

  /// What a plan gave: a macro cannot change it meanwhile.
  private func taken<Value>(_ value: Value?) throws -> Value { try #require(value) }

  private func question(_ step: WatchPlan.Step) -> String? {
    if case .ask(let question) = step { question.address } else { nil }
  }

  private func wait(_ step: WatchPlan.Step) -> Int64? {
    if case .wait(let time) = step { time } else { nil }
  }

  @Test func `a host is asked one thing at a time, with a pause`() {
    var plan = plan([Self.c, Self.b, Self.a])
    #expect(question(plan.next(at: 100)) == Self.a)
    #expect(question(plan.next(at: 100)) == Self.b, "the other feed of a.invalid has to wait")
    #expect(plan.next(at: 100) == .idle)
    _ = plan.answered(Self.a, .unchanged, at: 105)
    #expect(plan.next(at: 105) == .wait(until: 107))
    #expect(question(plan.next(at: 107)) == Self.c)
  }

  @Test func `no more at once than is allowed`() {
    var limits = limits
    limits.atOnce = 2
    var plan = WatchPlan((0..<9).map { Feed(address: "https://h\($0).invalid/") }, limits: limits)
    let both = [question(plan.next(at: 0)), question(plan.next(at: 0))]
    #expect(both.allSatisfy { $0 != nil })
    #expect(plan.next(at: 0) == .idle)
    _ = plan.answered("https://h0.invalid/", .unchanged, at: 1)
    #expect(question(plan.next(at: 1)) != nil)
  }

  @Test func `what an answer sent along is asked with`() throws {
    var plan = plan([Self.a])
    _ = plan.next(at: 0)
    let feed = try taken(plan.answered(Self.a, .feed(title: "A", new: 3, etag: "\"x\"", modified: "then"), at: 10))
    #expect(feed.title == "A" && feed.changed == 10 && feed.polled == 10 && feed.failures == 0)
    #expect(plan.next(at: feed.next) == .ask(.init(address: Self.a, etag: "\"x\"", modified: "then")))
  }

  @Test func `a feed with news is asked more often, one without more seldom, within bounds`() throws {
    var plan = plan([Self.a])
    var pauses: [Int64] = []
    var now: Int64 = 0
    for round in 0..<30 {
      guard case .ask = plan.next(at: now) else { throw StoreError(.emptySearch, "\(now)") }
      let answer: WatchPlan.Answer = round < 10 ? .feed(title: nil, new: 1, etag: nil, modified: nil) : .unchanged
      let feed = try taken(plan.answered(Self.a, answer, at: now))
      pauses.append(feed.next - now)
      now = feed.next
    }
    #expect(pauses.prefix(10).last! >= limits.leastPause && pauses.prefix(10).last! <= limits.leastPause * 11 / 10)
    #expect(pauses.last! >= limits.mostPause && pauses.last! <= limits.mostPause * 11 / 10)
  }

  @Test func `one that fails is left alone for twice as long each time`() throws {
    var plan = plan([Self.a])
    var now: Int64 = 0
    var delays: [Int64] = []
    for _ in 0..<70 {
      #expect(question(plan.next(at: now)) == Self.a)
      let feed = try taken(plan.answered(Self.a, .failed(status: 500, retryAfter: nil, trouble: "It broke."), at: now))
      delays.append(feed.next - now)
      now = feed.next
    }
    #expect(delays[0] >= 120 && delays[0] <= 132)
    for (before, after) in zip(delays, delays.dropFirst()) { #expect(after >= before && after <= before * 2 + 2) }
    #expect(delays.last! <= limits.mostDelay * 11 / 10)
    // And all is well again.
    _ = plan.next(at: now)
    let feed = try taken(plan.answered(Self.a, .unchanged, at: now))
    #expect(feed.failures == 0 && feed.trouble == nil)
  }

  @Test(arguments: [429, 503]) func `a host's wish to wait holds for all its feeds`(status: Int) throws {
    var plan = plan([Self.a, Self.c])
    _ = plan.next(at: 0)
    let feed = try taken(plan.answered(Self.a, .failed(status: status, retryAfter: "600", trouble: "Wait."), at: 0))
    #expect(feed.next >= 600)
    #expect(wait(plan.next(at: 1)) == 600)
    #expect(question(plan.next(at: 600)) == Self.c)
  }

  @Test func `no host is left alone for longer than the longest delay`() throws {
    var plan = plan([Self.a])
    _ = plan.next(at: 0)
    let feed = try taken(plan.answered(Self.a, .failed(status: 503, retryAfter: "999999999", trouble: "Wait."), at: 0))
    #expect(feed.next <= limits.mostDelay * 11 / 10)
    // Nor by a clock that was set back.
    var late = Feed(address: Self.a)
    late.next = 4_000_000_000
    var set = WatchPlan([late])
    let time = try taken(wait(set.next(at: 1000)))
    #expect(time <= 1000 + limits.mostDelay)
  }

  @Test func `what is gone is not asked again`() throws {
    var plan = plan([Self.a])
    _ = plan.next(at: 0)
    let feed = try taken(plan.answered(Self.a, .failed(status: 410, retryAfter: nil, trouble: "Gone."), at: 0))
    #expect(feed.isPaused && plan.next(at: 1 << 40) == .idle)
    var again = WatchPlan([feed])
    #expect(again.next(at: 1 << 40) == .idle)
  }

  @Test func `a feed that moved is asked at its new address`() throws {
    var plan = plan([Self.a])
    _ = plan.next(at: 0)
    let feed = try taken(plan.answered(Self.a, .moved(to: Self.b, .unchanged), at: 0))
    #expect(feed.address == Self.b)
    #expect(question(plan.next(at: feed.next)) == Self.b)
  }

  @Test func `a round asks what is due, each once, and leaves out what its host puts off`() throws {
    var late = Feed(address: "https://c.invalid/feed")
    late.next = 500
    var plan = WatchPlan([Feed(address: Self.a), Feed(address: Self.b), Feed(address: Self.c), late], roundAt: 100)
    #expect(question(plan.next(at: 100)) == Self.a && question(plan.next(at: 100)) == Self.b)
    _ = plan.answered(Self.a, .failed(status: 503, retryAfter: "60", trouble: "Wait."), at: 100)
    #expect(plan.next(at: 100) == .idle, "the other feed of a.invalid is left to another round")
    _ = plan.answered(Self.b, .unchanged, at: 100)
    #expect(plan.next(at: 1 << 40) == .idle)
  }

  @Test func `an answer nobody asked for is passed over`() {
    var plan = plan([Self.a])
    #expect(plan.answered(Self.a, .unchanged, at: 0) == nil && plan.answered("x", .unchanged, at: 0) == nil)
  }

  @Test func `a plan goes on where the stored one ended`() throws {
    let fixture = try StoreFixture()
    #expect(try fixture.store.addFeeds([Feed(address: Self.a), Feed(address: Self.b)]) == 2)
    var plan = WatchPlan(try fixture.store.feeds())
    _ = plan.next(at: 1000)
    try fixture.store.update(
      try taken(plan.answered(Self.a, .feed(title: "A", new: 1, etag: "e", modified: nil), at: 1001)))
    #expect(try fixture.store.addFeeds([Feed(address: Self.a)]) == 0, "a feed that is known stays as it is")
    var next = WatchPlan(try Store(fixture.path).feeds())
    #expect(question(next.next(at: 1002)) == Self.b)
    let time = try taken(wait(next.next(at: 1002)))
    #expect(time >= 1001 + 300)
    try fixture.store.removeFeed(Self.a)
    #expect(try fixture.store.feeds().map(\.address) == [Self.b])
  }

  @Test(
    arguments: [
      ("120", 120), ("0", 0), ("-5", 0), ("Thu, 01 Jan 1970 01:00:00 GMT", 2600),
      ("Thursday, 01-Jan-70 01:00:00 GMT", 2600),
      ("Thu, 01 Jan 1970 00:00:01 GMT", 0), ("soon", nil), ("", nil), ("Thu, 41 Foo 1970 00:00:01 GMT", nil),
      ("99999999999999999999", nil),
    ] as [(String, Int64?)])
  func `Retry-After is seconds or a date`(field: String, seconds: Int64?) {
    #expect(RetryAfter.seconds(field, now: 1000) == seconds)
  }

  @Test(arguments: [
    ("https://News.invalid/feed?x=/", "news.invalid"), ("http://u:p@h.invalid:81/", "h.invalid:81"),
    ("h.invalid", "h.invalid"), ("", ""),
  ])
  func `feeds of one host are known`(address: String, host: String) { #expect(WatchPlan.host(address) == host) }
}
