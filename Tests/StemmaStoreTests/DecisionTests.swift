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

  /// What a decision changed is as it was, at once and after stories are worked out anew.
  private func expectUndone(
    _ fixture: StoreFixture, returned: Int, _ decide: (StoreFixture) throws -> Int64
  ) throws {
    let before = try fixture.stories()
    let ids = Set(try fixture.store.stories().map(\.id))
    let number = try decide(fixture)
    #expect(try fixture.stories() != before)
    let undone = try fixture.store.undo(number, at: StoreFixture.now + 1)
    #expect(undone.returned == returned && undone.obstacle == nil, "\(undone)")
    #expect(try fixture.stories() == before)
    #expect(Set(try fixture.store.stories().map(\.id)) == ids)
    #expect(storeError { try fixture.store.undo(number, at: StoreFixture.now) } != nil)
    #expect(try fixture.store.decisions().isEmpty)
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
    let reports = try fixture.store.stories().flatMap { try fixture.store.story($0.id).reports }
    #expect(reports.allSatisfy { !$0.isByHand })
    #expect(try fixture.store.refold(with: TopicFold.self, at: StoreFixture.now + 2) == 0)
    // What comes next goes where it would have gone.
    try fixture.ingest([.of("fire: three", day: 7)])
    #expect(try fixture.stories().contains(["fire: one", "fire: two", "fire: three"]))
  }

  @Test func `stories that were made one are two again`() throws {
    let fixture = try StoreFixture(Self.reports)
    try expectUndone(fixture, returned: 2) {
      try $0.store.merge(story($0, "flood: one").id, with: story($0, "fire: one").id, at: StoreFixture.now)
    }
  }

  @Test(arguments: ["flood: one", "flood: two"]) func `a story that was split is one again`(title: String) throws {
    let fixture = try StoreFixture(Self.reports)
    try expectUndone(fixture, returned: 1) {
      try $0.store.split([report($0, title)], from: story($0, title).id, at: StoreFixture.now).decision
    }
  }

  @Test(arguments: ["flood: two", "strike: one"]) func `a report that was moved is back`(title: String) throws {
    let fixture = try StoreFixture(Self.reports)
    try expectUndone(fixture, returned: 1) {
      try $0.store.move(report($0, title), to: story($0, "fire: one").id, at: StoreFixture.now)
    }
  }

  @Test func `a story that was part of one that comes back is part of it again`() throws {
    let fixture = try StoreFixture(Self.reports)
    let (flood, fire, strike) = (
      try story(fixture, "flood: one").id, try story(fixture, "fire: one").id, try story(fixture, "strike: one").id
    )
    try fixture.store.merge(fire, with: strike, at: StoreFixture.now)
    let number = try fixture.store.merge(flood, with: fire, at: StoreFixture.now)
    #expect(try fixture.store.undo(number, at: StoreFixture.now + 1).returned == 3)
    #expect(try fixture.store.story(strike).story.id == fire)
    // What another decision put there still stands there by hand.
    #expect(try fixture.store.story(fire).reports.filter(\.isByHand).map(\.title) == ["strike: one"])
    try expectLasting(fixture, [["fire: one", "fire: two", "strike: one"], ["flood: one", "flood: two"]])
  }

  @Test func `a merger is taken back after stories were worked out anew`() throws {
    let fixture = try StoreFixture(Self.reports)
    let before = try fixture.stories()
    let number = try fixture.store.merge(
      story(fixture, "flood: one").id, with: story(fixture, "fire: one").id, at: StoreFixture.now)
    try fixture.ingest([.of("fire: three", day: 7)])
    #expect(try fixture.store.refold(with: TopicFold.self, at: StoreFixture.now) == 0)
    #expect(try fixture.store.undo(number, at: StoreFixture.now + 1).returned == 3)
    #expect(try fixture.stories().count == before.count)
    #expect(try fixture.store.refold(with: TopicFold.self, at: StoreFixture.now) == 0)
  }

  @Test func `what came later stands against it, and stories are worked out anew`() throws {
    // A report that came to the merged story.
    var fixture = try StoreFixture(Self.reports)
    var number = try fixture.store.merge(
      story(fixture, "flood: one").id, with: story(fixture, "fire: one").id, at: StoreFixture.now)
    try fixture.ingest([.of("fire: three", day: 7)])
    #expect(try fixture.store.undo(number, at: StoreFixture.now + 1).obstacle?.contains("a report came") == true)
    #expect(try fixture.stories().count == 2, "nothing is taken apart in part")
    _ = try fixture.store.refold(with: TopicFold.self, at: StoreFixture.now)
    #expect(try fixture.stories().contains(["fire: one", "fire: two", "fire: three"]))

    // A later decision about the same report.
    fixture = try StoreFixture(Self.reports)
    number = try fixture.store.move(
      report(fixture, "flood: two"), to: story(fixture, "fire: one").id, at: StoreFixture.now)
    let later = try fixture.store.move(
      report(fixture, "flood: two"), to: story(fixture, "strike: one").id, at: StoreFixture.now)
    #expect(try fixture.store.undo(number, at: StoreFixture.now + 1).obstacle != nil)
    try expectLasting(fixture, [["fire: one", "fire: two"], ["flood: one"], ["flood: two", "strike: one"]])
    _ = later

    // A fold that knew the decision.
    fixture = try StoreFixture(Self.reports)
    number = try fixture.store.split(
      [report(fixture, "flood: two")], from: story(fixture, "flood: one").id, at: StoreFixture.now
    ).decision
    _ = try fixture.store.refold(with: TopicFold.self, at: StoreFixture.now)
    #expect(try fixture.store.undo(number, at: StoreFixture.now + 1).obstacle != nil)
    _ = try fixture.store.refold(with: TopicFold.self, at: StoreFixture.now)
    #expect(try fixture.stories().contains(["flood: one", "flood: two"]))
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
  }

  @Test(arguments: Array(0..<18) + [24, 328])
  func `whatever is decided and taken back, stories are as if worked out anew`(seed: Int)
    throws
  {
    var random = SeededRandom(UInt64(seed))
    let fixture = try StoreFixture(
      (0..<12).map { .of("\(["flood", "fire", "strike", "trial"][$0 % 4]): \($0)", day: 1 + $0) })
    let reports = try fixture.store.stories().flatMap { try fixture.store.story($0.id).reports.map(\.id) }.sorted()
    var hasObstacle = false
    for step in 0..<14 {
      let now = StoreFixture.now + Int64(step)
      let stories = try fixture.store.stories().map(\.id).sorted()
      let report = reports.randomElement(using: &random)!
      let story = stories.randomElement(using: &random)!
      let held = try fixture.store.decisions().map(\.number)
      // What cannot be decided, such as a story merged with itself, is refused and changes nothing.
      _ = storeError {
        switch random.next() % 5 {
        case 0: try fixture.store.merge(story, with: stories.randomElement(using: &random)!, at: now)
        case 1: try fixture.store.move(report, to: story, at: now)
        case 2:
          let own = try fixture.store.report(report).report.story ?? ""
          let members = try fixture.store.story(own).reports.map(\.id)
          try fixture.store.split(members.filter { _ in random.next() % 2 == 0 }, from: own, at: now)
        default:
          guard let number = held.randomElement(using: &random) else { return }
          if try fixture.store.undo(number, at: now).obstacle != nil { hasObstacle = true }
        }
      }
      #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
    }
    let before = try fixture.stories()
    _ = try fixture.store.refold(with: TopicFold.self, at: StoreFixture.now + 20)
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
    // Where nothing stood against it, that is.
    if !hasObstacle { #expect(try fixture.stories() == before) }
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
