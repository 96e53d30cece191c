import Foundation
import StemmaModel
import StemmaStore
import StemmaTestSupport
import Synchronization
import Testing

@Suite struct IngesterTests {
  @Test func `a report is given back as it came`() throws {
    let report = NewReport(
      source: "https://news.invalid/a", address: "https://news.invalid/a-canonical", outlet: "Harrow Evening",
      published: Moment(year: 2024, month: 6, day: 4, hour: 10, minute: 20, offsetMinutes: 60), title: "Bridge: shut",
      byline: "By Ines Varga", language: "en", credits: [.init(kind: "byline", agency: "Tidewire News")],
      text: "The bridge was shut on Tuesday.\n\nNobody knows for how long — “weeks”, said Olsen.",
      record: Data([0, 1, 255]))
    let fixture = try StoreFixture()
    let receipt = try #require(try fixture.ingest([report]).first)
    #expect(receipt.isNew && receipt.copyOf == nil)
    let found = try fixture.store.report(receipt.id)
    #expect(found.text == report.text && found.record == report.record)
    #expect(found.report.published == "2024-06-04T09:20Z")
    #expect(found.report.credits == report.credits)
    #expect(found.report.story == receipt.story && receipt.story.dropFirst() == receipt.id.dropFirst())
    #expect(
      [found.report.source, found.report.address, found.report.outlet, found.report.title, found.report.byline] == [
        report.source, report.address, report.outlet, report.title, report.byline,
      ])
  }

  @Test func `what comes again is the same report`() throws {
    let reports = [NewReport.of("flood: one"), .of("flood: two"), .of("flood: one")]
    let fixture = try StoreFixture()
    let first = try fixture.ingest(reports)
    #expect(first.map(\.isNew) == [true, true, false])
    #expect(first[0].id == first[2].id)
    var elsewhere = reports[1]
    elsewhere.source = "https://other.invalid/"
    let second = try fixture.ingest([elsewhere, reports[0]])
    #expect(second.map(\.isNew) == [false, false])
    #expect(second.map(\.id) == [first[1].id, first[0].id] && second[0].story == first[0].story)
    #expect(try fixture.store.counts() == StoreCounts(reports: 2, stories: 1, copies: 0, decisions: 0, feeds: 0))
    #expect(try fixture.store.report(first[1].id).sightings == ["https://other.invalid/"])
  }

  @Test func `another outlet, day, title or text makes another report`() throws {
    let report = NewReport.of("flood: one", "The river rose.")
    var others = [report, report, report, report, report]
    others[1].outlet = "Harrow Evening"
    others[2].published = Moment(year: 2024, month: 6, day: 9)
    others[3].title = "flood: two"
    others[4].text += " It fell."
    #expect(try StoreFixture().ingest(others).map(\.isNew) == [true, true, true, true, true])
    // Where one field ends and the next begins is part of the id.
    let shifted = [
      NewReport(source: "", outlet: "b", title: "a", text: "c"),
      NewReport(source: "", outlet: "", title: "ab", text: "c"),
    ]
    #expect(Set(shifted.map { ReportID(of: $0) }).count == 2)
  }

  @Test(arguments: [1, 2, 7, 100]) func `batches make no difference`(size: Int) throws {
    var random = SeededRandom(3)
    let topics = ["flood", "strike", "fire", "flood+fire", "trial"]
    let reports = (0..<60).map { number in
      NewReport.of("\(topics.randomElement(using: &random)!): \(number)", "Text \(number / 3).", day: 1 + number % 20)
    }
    let whole = try StoreFixture(reports)
    let pieces = try StoreFixture()
    let ingester = Ingester<TopicFold>(pieces.store)
    for start in stride(from: 0, to: reports.count, by: size) {
      _ = try ingester.add(Array(reports[start..<min(start + size, reports.count)]), at: StoreFixture.now)
    }
    #expect(try pieces.stories() == whole.stories())
    #expect(try pieces.store.stories().map(\.id) == whole.store.stories().map(\.id))
    #expect(try pieces.store.counts() == whole.store.counts())
    #expect(try pieces.store.examine().allSatisfy { $0.level == .good })
  }

  @Test func `a stream of batches is the same as its batches`() throws {
    let reports: [NewReport] = (0..<50).map { .of("\($0 % 3 == 0 ? "flood" : "fire"): \($0)") }
    let whole = try StoreFixture(reports)
    let streamed = try StoreFixture()
    let given = Mutex(0)
    var acknowledged: [String] = []
    try Ingester<TopicFold>(streamed.store).add(
      clock: { StoreFixture.now },
      from: {
        given.withLock { start in
          defer { start += 7 }
          return start < reports.count ? Array(reports[start..<min(start + 7, reports.count)]) : nil
        }
      }, acknowledge: { acknowledged += $0.map(\.id) })
    #expect(acknowledged == reports.map { ReportID(of: $0).report })
    #expect(try streamed.stories() == whole.stories())
  }

  @Test func `a stream that breaks off keeps what came before`() throws {
    let fixture = try StoreFixture()
    let given = Mutex(0)
    var count = 0
    #expect(throws: StoreError(.emptySearch, "3")) {
      try Ingester<TopicFold>(fixture.store).add(
        clock: { 1 },
        from: {
          let number = given.withLock { number in
            number += 1
            return number
          }
          if number == 3 { throw StoreError(.emptySearch, "3") }
          return [.of("flood: \(number)")]
        }, acknowledge: { count += $0.count })
    }
    #expect(try count == 2 && fixture.store.counts().reports == 2)
    // And one whose reader has enough leaves no thread waiting.
    #expect(throws: StoreError(.emptySearch, "enough")) {
      try Ingester<TopicFold>(fixture.store).add(
        clock: { 1 }, from: { [.of("fire: \(given.withLock { $0 += 1; return $0 })")] },
        acknowledge: { _ in throw StoreError(.emptySearch, "enough") })
    }
  }

  @Test func `an opened store goes on where it ended`() throws {
    let fixture = try StoreFixture([.of("flood: one", "The river rose."), .of("strike: one")])
    let receipts = try fixture.ingest([
      .of("flood: two"), .of("flood: three", "The river rose.", outlet: "Harrow Evening"),
    ])
    #expect(receipts[0].story == receipts[1].story)
    #expect(try fixture.stories() == [["flood: one", "flood: two", "flood: three"], ["strike: one"]])
    let head = try fixture.store.story(receipts[0].story).reports[0].id
    #expect(receipts[1].copyOf == head)
    #expect(try fixture.store.report(head).copies.map(\.id) == [receipts[1].id])
  }

  @Test func `a late report joins two stories, and the history says so`() throws {
    let fixture = try StoreFixture([.of("flood: one"), .of("fire: one"), .of("fire: two")])
    let fire = try #require(try fixture.store.stories().first { $0.reports == 2 })
    let receipt = try fixture.ingest([.of("flood+fire: all of it")], at: StoreFixture.now + 60)[0]
    let story = try fixture.store.story(receipt.story)
    #expect(story.reports.count == 4 && story.formerIDs == [fire.id])
    #expect(story.events.map(\.kind) == [.opened, .joined, .joined, .joined, .merged])
    let merge = try #require(story.events.last)
    #expect(merge.other == fire.id && merge.decision == nil && merge.time == StoreFixture.now + 60)
    guard case .story(let found) = try fixture.store.find(fire.id) else { throw StoreError(.notAStory, fire.id) }
    #expect(found.id == receipt.story, "the old id leads to the story")
    #expect(try fixture.store.counts().stories == 1)
  }

  @Test func `a late report shows that a story was two, and the history says so`() throws {
    let fixture = try StoreFixture([.of("flood: one"), .of("strike: one")])
    let strike = try #require(try fixture.store.stories().first { $0.title == "strike: one" })
    try fixture.ingest([.of("flood+strike: all"), .of("strike: two"), .of("flood: two")])
    let whole = try #require(try fixture.store.stories().first)
    #expect(whole.reports == 5)
    let receipt = try fixture.ingest([.of("flood/strike: they are two")], at: StoreFixture.now + 60)[0]
    #expect(receipt.story == whole.id)
    let stories = [
      ["flood: one", "flood+strike: all", "flood: two", "flood/strike: they are two"], ["strike: one", "strike: two"],
    ].map { $0.sorted() }
    #expect(try fixture.stories().map { $0.sorted() } == stories)
    let flood = try fixture.store.story(whole.id)
    #expect(flood.story.reports == 4 && flood.story.version > whole.version)
    let event = try #require(flood.events.last)
    #expect(event.kind == .split && event.other == strike.id && event.decision == nil)
    // The strike has its own id again, which led to the flood meanwhile.
    #expect(try fixture.store.story(strike.id).story.title == "strike: one")
    #expect(try fixture.store.story(strike.id).events.last == event)
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
    // It stays so: when the store is opened again, and when all is worked out anew.
    let joining = try fixture.ingest([.of("flood+strike: all of it")])[0]
    #expect(joining.story == whole.id)
    #expect(try fixture.store.stories().count == 2)
    #expect(try fixture.store.refold(with: TopicFold.self, at: StoreFixture.now + 90) == 0)
    #expect(try fixture.store.stories().count == 2)
    try fixture.ingest([.of("strike+flood: again")])
    #expect(try fixture.store.stories().count == 2)
  }

  @Test func `two that ingest in turns know of one another`() throws {
    let fixture = try StoreFixture()
    let other = try Store(fixture.path)
    let (a, b) = (Ingester<TopicFold>(fixture.store), Ingester<TopicFold>(other))
    _ = try a.add([.of("flood: one", "The river rose.")], at: 1)
    let second = try b.add([.of("flood: two", "The river rose.", outlet: "Harrow Evening"), .of("fire: one")], at: 2)
    #expect(second[0].copyOf != nil)
    #expect(try a.add([.of("fire: two"), .of("flood+fire: all")], at: 3)[0].story == second[1].story)
    #expect(
      try b.add([.of("fire: three"), .of("flood: four"), .of("fire: two")], at: 4).map(\.isNew) == [true, true, false])
    #expect(try fixture.store.counts().stories == 1)
    // A decision made elsewhere is heeded too.
    let story = try fixture.store.stories()[0].id
    let split = try other.split([second[1].id], from: story, at: 5).story
    #expect(try fixture.store.story(split).reports.map(\.title) == ["fire: one"])
    _ = try a.add([.of("trial: one")], at: 6)
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
  }

  @Test func `a batch that fails leaves nothing, and the next one goes on`() throws {
    var options = Store.Options()
    options.pageLimit = 110
    let fixture = try StoreFixture(options: options)
    let ingester = Ingester<TopicFold>(fixture.store)
    var kept: [String] = []
    var random = SeededRandom(9)
    var failed = 0
    for number in 0..<40 {
      // Noise that does not pack.
      let text = (0..<300).map { _ in String(random.next(), radix: 36) }.joined(separator: " ")
      do {
        kept += try ingester.add([.of("flood: \(number)", text), .of("strike: \(number)")], at: 1).map(\.id)
      } catch {
        #expect(error.code == .full)
        failed += 1
      }
    }
    #expect(failed > 0 && !kept.isEmpty)
    // A disk is made larger; the same batches come again.
    try fixture.store.close()
    let larger = try Store(fixture.path)
    #expect(try larger.counts().reports == kept.count)
    for id in kept { _ = try larger.report(id) }
    #expect(try larger.examine().allSatisfy { $0.level == .good })
    #expect(try Ingester<TopicFold>(larger).add([.of("flood: last")], at: 2)[0].isNew)
    #expect(try larger.stories().count == 2)
  }

  @Test func `dates that are missing or lie ahead stand where they arrived`() throws {
    var ahead = NewReport.of("flood: ahead")
    ahead.published = Moment(year: 2999)
    let fixture = try StoreFixture([ahead, .of("flood: undated", day: nil), .of("flood: dated")])
    let reports = try fixture.store.story(try fixture.store.stories()[0].id).reports
    #expect(reports.map(\.title) == ["flood: dated", "flood: ahead", "flood: undated"])
    #expect(reports[1].published == "2999" && reports[1].time == StoreFixture.now)
  }

  @Test(arguments: [
    "", "\0", "a\0b", "  \n\n ", "\u{FEFF}", "🧵" + String(repeating: "x", count: 100_000), "'); DROP TABLE reports; --",
  ])
  func `a strange text is taken as it is`(text: String) throws {
    let fixture = try StoreFixture()
    let report = NewReport(source: "a", text: text)
    let receipt = try fixture.ingest([report])[0]
    #expect(try fixture.store.report(receipt.id).text == text.replacing("\0", with: ""))
    #expect(try fixture.ingest([report])[0].isNew == false)
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
  }

  @Test func `a commit waits for the disk`() throws {
    let fixture = try StoreFixture()
    #expect(try fixture.store.durability() == StoreDurability(synchronous: 2, journal: "wal"))
  }
}
