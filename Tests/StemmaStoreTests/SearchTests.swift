import StemmaStore
import StemmaTestSupport
import Testing

@Suite struct SearchTests {
  private static let reports: [NewReport] = [
    .of("Bridge shut", "The old bridge over the Ash was shut on Tuesday. Engineers found cracks in two piers.", day: 1),
    .of(
      "Trains late", "Cracks in the bridge made forty trains late, the operator said.", outlet: "Harrow Evening", day: 2
    ),
    .of("Übergabe in Zürich", "Der Schlüssel wurde am Dienstag übergeben.", outlet: "Tagblatt", day: 3),
    .of("橋の閉鎖", "東京の橋が火曜日に閉鎖された。", outlet: "新聞", day: 4),
    .of("Price of bread", "Bakers ask for more, O'Malley's union said. AT&T did not answer.", day: 5),
  ]

  private func titles(_ words: String, _ change: (inout SearchQuestion) -> Void = { _ in }) throws -> [String] {
    var question = SearchQuestion(words)
    question.order = .titles
    change(&question)
    let fixture = try StoreFixture(Self.reports)
    return try withExtendedLifetime(fixture) { try fixture.store.search(question).compactMap(\.report.title) }
  }

  @Test(arguments: [
    ("bridge", ["Bridge shut", "Trains late"]), ("BRIDGE cracks", ["Trains late", "Bridge shut"]), ("crack", []),
    ("crack*", ["Trains late", "Bridge shut"]), ("CRA* brid*", ["Trains late", "Bridge shut"]),
    ("title:tra*", ["Trains late"]),
    ("cracks -tra*", ["Bridge shut"]), ("zzz*", []), ("zzz* OR bre*", ["Price of bread"]),
    ("uber* züri*", ["Übergabe in Zürich"]),
    ("\"cracks in two\"", ["Bridge shut"]), ("“two cracks”", []),
    ("cracks -trains", ["Bridge shut"]), ("bridge -piers", ["Trains late"]),
    ("bread OR trains", ["Price of bread", "Trains late"]),
    ("bridge bread OR trains", ["Trains late"]), ("title:bridge", ["Bridge shut"]),
    ("title:\"bridge shut\"", ["Bridge shut"]),
    ("ubergabe", ["Übergabe in Zürich"]), ("ÜBERGABE zürich", ["Übergabe in Zürich"]), ("東京", ["橋の閉鎖"]), ("京東", []),
    ("閉鎖 橋", ["橋の閉鎖"]), ("AT&T", ["Price of bread"]), ("o'malley", ["Price of bread"]),
    ("bridge -", ["Bridge shut", "Trains late"]),
    ("cr*", []), ("bridge OR", ["Bridge shut", "Trains late"]), ("OR bridge", ["Bridge shut", "Trains late"]),
  ])
  func `words are found`(words: String, expected: [String]) throws {
    #expect(try titles(words) == expected)
  }

  /// A few words are looked for one by one, many by what they begin with.
  @Test(arguments: [3, 63, 64, 65, 200]) func `beginnings of any number of words are found`(words: Int) throws {
    let fixture = try StoreFixture(
      (0..<words).map { .of("Line \($0)", "Ferry kelp\($0) kel\($0 % 2) sails.", day: 1 + $0 % 28) })
    var question = SearchQuestion("kelp*")
    question.limit = 1000
    #expect(try fixture.store.search(question).count == words)
    question.words = "kelp* kel1"
    #expect(try fixture.store.search(question).count == words / 2)
    question.words = "kelpi*"
    #expect(try fixture.store.search(question).isEmpty)
  }

  @Test func `titles are known of reports that came and went`() throws {
    let fixture = try StoreFixture([.of("Kelp farm burns", day: 1), .of("Harbour opens", "Kelp everywhere.", day: 2)])
    var question = SearchQuestion("kelp")
    question.order = .titles
    #expect(try fixture.store.search(question).map(\.report.title) == ["Kelp farm burns", "Harbour opens"])
    var keeping = Keeping()
    keeping.reports = 1
    #expect(try fixture.store.keep(keeping, at: StoreFixture.now) == 1)
    #expect(try fixture.store.search(question).map(\.report.title) == ["Harbour opens"])
    question.words = "farm"
    #expect(try fixture.store.search(question).isEmpty)
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
  }

  @Test func `the newest come first, by outlet and time`() throws {
    #expect(try titles("bridge") { $0.order = .newest } == ["Trains late", "Bridge shut"])
    #expect(try titles("bridge") { $0.outlet = "Harrow Evening" } == ["Trains late"])
    #expect(try titles("bridge") { $0.since = 1_717_286_400 } == ["Trains late"])
    #expect(try titles("bridge") { $0.limit = 1 } == ["Bridge shut"])
    #expect(try titles("bridge") { ($0.limit, $0.offset) = (1, 1) } == ["Trains late"])
  }

  @Test(arguments: [
    ("cracks trains", ["Cracks", "trains"]), ("東京", []), ("SCHLUSSEL", ["Schlüssel"]),
    ("\"in two\" pier*", ["in", "two", "piers"]),
    ("bread -bridge", []), ("o'malley", ["O", "Malley"]),
  ])
  func `a passage shows the words`(words: String, marked: [String]) throws {
    let fixture = try StoreFixture(Self.reports)
    let hit = try #require(try fixture.store.search(SearchQuestion(words)).first)
    let bytes = Array(hit.passage.utf8)
    let marks = hit.marks.map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(words == "東京" ? marks.starts(with: ["東", "京"]) : marks == marked, "\(hit.passage)")
  }

  @Test func `a passage is cut where most of the words are`() throws {
    let filler = (0..<200).map { "word\($0)" }.joined(separator: " ")
    let text = "The flood. \(filler) The dam – Ötztal’s dam – broke in the flood. \(filler)"
    let fixture = try StoreFixture([.of("One", text)])
    let hit = try #require(try fixture.store.search(SearchQuestion("flood otztal dam")).first)
    #expect(hit.passage.hasPrefix("…word") && hit.passage.hasSuffix("…"))
    #expect(hit.passage.contains("The dam – Ötztal’s dam – broke in the flood. word0"))
    let bytes = Array(hit.passage.utf8)
    #expect(hit.marks.map { String(decoding: bytes[$0], as: UTF8.self) } == ["dam", "Ötztal", "dam", "flood"])
  }

  /// SQLite has a syntax of its own for queries, and an error for most of what people type.
  @Test(arguments: [
    "\"", "\"\"", "(", ")", "AND", "NOT", "NEAR(a b)", "a NEAR b", "a AND", "^a", "a^", "{title body}: a", "title:",
    "title:*", "*", "a*b",
    "-", "--a b", "-\"a b", "a \"b", "a:b", "text:a", "a + b", "a\0b", "';--", "a'b", "\\", "OR OR OR", "- - -",
    "-title:a b", "…", "a\tb\nc",
    "\u{200B}", "e\u{301}", "x -x", "\"a\" \"b", "title:\"a", "🧵", "1,000.5", "%", "_",
  ])
  func `whatever is typed is a question`(words: String) throws {
    let fixture = try StoreFixture(Self.reports)
    let code = storeError { _ = try fixture.store.search(SearchQuestion(words)) }
    #expect(code == nil || code == .emptySearch)
  }

  @Test func `a question of any length is answered`() throws {
    let fixture = try StoreFixture(Self.reports)
    for flood in [
      Flood("bridge ", times: 100_000), Flood("\"a ", times: 50_000), Flood("(", times: 100_000),
      Flood("-a OR b* ", times: 9_000),
    ] {
      _ = try? fixture.store.search(SearchQuestion(flood.text))
    }
    #expect(try fixture.store.search(SearchQuestion(String(repeating: "bridge ", count: 1000))).count == 2)
  }

  @Test func `nothing wanted is no question`() throws {
    #expect(storeError { _ = try titles("-bridge") } == .emptySearch)
    #expect(storeError { _ = try titles("") } == .emptySearch)
  }

  @Test func `stories are listed by what they have`() throws {
    let fixture = try StoreFixture([
      .of("flood: one", "Sandbags are short.", day: 1),
      .of("flood: two", "The dam holds.", outlet: "Harrow Evening", day: 9),
      .of("strike: one", "Trains stand still.", day: 5),
    ])
    func titles(_ change: (inout StoryFilter) -> Void) throws -> [String] {
      var filter = StoryFilter()
      change(&filter)
      return try fixture.store.stories(filter).compactMap(\.title)
    }
    #expect(try titles { _ in } == ["flood: one", "strike: one"])
    #expect(try titles { $0.outlet = "Harrow Evening" } == ["flood: one"])
    #expect(try titles { $0.text = "trains" } == ["strike: one"])
    #expect(try titles { $0.text = "sandbags OR trains" } == ["strike: one", "flood: one"])
    #expect(try titles { ($0.text, $0.outlet) = ("sandbags", "Harrow Evening") } == [])
    #expect(try titles { $0.since = 1_717_700_000 } == ["flood: one"])
    #expect(try titles { $0.leastReports = 2 } == ["flood: one"])
    #expect(try titles { ($0.limit, $0.offset) = (1, 1) } == ["strike: one"])
  }

  @Test func `an id is known by its beginning`() throws {
    let fixture = try StoreFixture((0..<40).map { .of("flood: \($0)") })
    let all = try fixture.store.story(try fixture.store.stories()[0].id).reports.map(\.id)
    for id in all {
      guard case .report(let report) = try fixture.store.find(String(id.prefix(14)).uppercased()) else { continue }
      #expect(report.id == id)
    }
    #expect(try fixture.store.report(String(all[0].prefix(12))).report.id == all[0])
    #expect(storeError { _ = try fixture.store.find("r12") } == .shortID)
    #expect(storeError { _ = try fixture.store.find("x1234") } == .shortID)
    #expect(storeError { _ = try fixture.store.find("r12g4") } == .shortID)
    #expect(storeError { _ = try fixture.store.find(all[0] + "0") } == .shortID)
    #expect(storeError { _ = try fixture.store.find("s0000") } == .unknownID)
    #expect(storeError { _ = try fixture.store.report("s0000") } == .notAReport)
    #expect(storeError { _ = try fixture.store.story("r0000") } == .notAStory)
  }
}
