import StemmaStore
import StemmaTestSupport
import Testing

@Suite struct DecisionTests {
  /// Two of the flood, two of the fire, one of the strike.
  private static let reports: [NewReport] = [
    .of("flood: one", day: 1), .of("flood: two", day: 2), .of("fire: one", day: 3), .of("fire: two", day: 4),
    .of("strike: one", day: 5),
  ]

  private func story(_ fixture: StoreFixture, _ title: String) throws -> StoredStory {
    try #require(
      try fixture.store.stories().first { try fixture.store.story($0.id).reports.contains { $0.title == title } })
  }

  private func report(_ fixture: StoreFixture, _ title: String) throws -> String {
    try #require(try fixture.store.story(story(fixture, title).id).reports.first { $0.title == title }).id
  }

  /// What holds now holds after stories are worked out anew, by a fold that heeds no pin, and after more reports.
  private func expectLasting(_ fixture: StoreFixture, _ stories: [[String]]) throws {
    #expect(try fixture.stories() == stories)
    _ = try fixture.store.refold(with: TopicFold.self, at: StoreFixture.now + 9)
    #expect(try fixture.stories() == stories)
    _ = try fixture.store.refold(with: TopicFold.self, at: StoreFixture.now + 10)
    #expect(try fixture.stories() == stories)
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
    try fixture.ingest([.of("trial: one", day: 6)])
    #expect(try fixture.stories() == stories + [["trial: one"]])
  }

  @Test func `two stories are made one`() throws {
    let fixture = try StoreFixture(Self.reports)
    let (flood, fire) = (try story(fixture, "flood: one"), try story(fixture, "fire: one"))
    let number = try fixture.store.merge(fire.id, with: flood.id, note: "one storm", at: StoreFixture.now + 1)
    let contents = try fixture.store.story(fire.id)
    #expect(contents.story.id == flood.id && contents.formerIDs == [fire.id])
    #expect(contents.decisions.map(\.kind) == [.merge] && contents.decisions[0].note == "one storm")
    #expect(contents.events.last?.kind == .merged && contents.events.last?.decision == number)
    #expect(storeError { try fixture.store.merge(fire.id, with: flood.id, at: 1) } != nil)
    try expectLasting(fixture, [["flood: one", "flood: two", "fire: one", "fire: two"], ["strike: one"]])
  }

  @Test(arguments: ["flood: one", "flood: two"]) func `a story is split`(title: String) throws {
    let fixture = try StoreFixture(Self.reports)
    let flood = try story(fixture, "flood: one")
    let made = try fixture.store.split([report(fixture, title)], from: flood.id, at: StoreFixture.now + 1)
    #expect(try fixture.store.story(made.story).reports.map(\.title) == [title])
    #expect(try fixture.store.story(made.story).reports[0].isByHand || title == "flood: one")
    #expect(try fixture.store.story(made.story).events.contains { $0.kind == .split && $0.decision == made.decision })
    try expectLasting(fixture, [["fire: one", "fire: two"], ["flood: one"], ["flood: two"], ["strike: one"]])
  }

  @Test func `a split names some reports of the story and not all`() throws {
    let fixture = try StoreFixture(Self.reports)
    let flood = try story(fixture, "flood: one").id
    let all = try fixture.store.story(flood).reports.map(\.id)
    for wrong in [all, [], [try report(fixture, "fire: one")]] {
      #expect(storeError { try fixture.store.split(wrong, from: flood, at: 1) } != nil)
    }
    #expect(try fixture.store.decisions().isEmpty, "what is refused leaves no decision")
  }

  @Test func `a report is moved`() throws {
    let fixture = try StoreFixture(Self.reports)
    let moved = try report(fixture, "flood: two")
    try fixture.store.move(moved, to: story(fixture, "fire: one").id, at: StoreFixture.now + 1)
    #expect(try fixture.store.report(moved).report.isByHand)
    #expect(try fixture.store.report(moved).decisions.map(\.kind) == [.move])
    try expectLasting(fixture, [["flood: one"], ["flood: two", "fire: one", "fire: two"], ["strike: one"]])
  }

  @Test func `the only report of a story takes its id along`() throws {
    let fixture = try StoreFixture(Self.reports)
    let strike = try story(fixture, "strike: one")
    try fixture.store.move(report(fixture, "strike: one"), to: story(fixture, "fire: one").id, at: StoreFixture.now + 1)
    #expect(try fixture.store.story(strike.id).reports.map(\.title) == ["fire: one", "fire: two", "strike: one"])
    try expectLasting(fixture, [["fire: one", "fire: two", "strike: one"], ["flood: one", "flood: two"]])
  }

  @Test func `the last decision has the last word`() throws {
    let fixture = try StoreFixture(Self.reports)
    let (flood, fire) = (try story(fixture, "flood: one").id, try story(fixture, "fire: one").id)
    try fixture.store.merge(flood, with: fire, at: StoreFixture.now + 1)
    let reports = [try report(fixture, "fire: one"), try report(fixture, "fire: two")]
    try fixture.store.split(reports, from: flood, at: StoreFixture.now + 2)
    try expectLasting(fixture, [["fire: one", "fire: two"], ["flood: one", "flood: two"], ["strike: one"]])
  }

  @Test func `what was taken back is worked out anew`() throws {
    let fixture = try StoreFixture(Self.reports)
    let before = try fixture.stories()
    let number = try fixture.store.merge(
      story(fixture, "flood: one").id, with: story(fixture, "fire: one").id, at: StoreFixture.now)
    try fixture.store.undo(number, at: StoreFixture.now + 1)
    #expect(storeError { try fixture.store.undo(number, at: StoreFixture.now) } != nil)
    #expect(try fixture.store.decisions().isEmpty)
    #expect(try fixture.store.refold(with: TopicFold.self, at: StoreFixture.now + 2) == 2)
    #expect(try fixture.stories() == before)
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
  }

  @Test func `who drew on whom is decided anew each time`() throws {
    let fixture = try StoreFixture(Self.reports)
    let (a, b) = (try report(fixture, "flood: one"), try report(fixture, "flood: two"))
    let version = try story(fixture, "flood: one").version
    try fixture.store.relate(b, .derived, a, at: StoreFixture.now)
    #expect(try story(fixture, "flood: one").version > version, "a dossier of the story is out of date")
    try fixture.store.relate(a, .independent, b, at: StoreFixture.now + 1)
    #expect(try fixture.store.report(a).decisions.map { [$0.kind.rawValue] + $0.reports } == [["independent", a, b]])
    _ = try fixture.store.refold(with: TopicFold.self, at: StoreFixture.now)
    #expect(try fixture.store.decisions().map(\.kind) == [.independent])
  }

  @Test func `working out anew what is right changes nothing`() throws {
    let fixture = try StoreFixture(Self.reports + [.of("flood+fire: all", day: 7)])
    let before = try fixture.store.stories()
    #expect(try fixture.store.refold(with: TopicFold.self, at: StoreFixture.now) == 0)
    #expect(try fixture.store.stories() == before)
  }
}
