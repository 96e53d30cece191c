import StemmaModel
import StemmaStore
import StemmaTestSupport
import Synchronization
import Testing

/// What folds were told, in order.
private enum Told: Sendable, Equatable {
  case added(FoldReport)
  case remembered(FoldReport, FoldPlace)
  case pinned(FoldPin)
  case merged(FoldOutcome.Merge)
  case apart(Int64, Int64)
}

private let told = Mutex<[Told]>([])

private func takeTold() -> [Told] {
  told.withLock { all in
    defer { all = [] }
    return all
  }
}

/// Puts each report into a story of its own and tells what it was told.
private struct TellingFold: Fold {
  static let traceVersion = 1
  static func traces(of report: NewReport) -> [UInt8] { Array("1 \(report.title ?? "") \(report.text)".utf8) }

  let memory = FoldMemory(seconds: 10 * 86_400, reports: 4)

  mutating func remember(_ report: FoldReport, at place: FoldPlace) {
    told.withLock { $0.append(.remembered(report, place)) }
  }
  mutating func pin(_ pin: FoldPin) { told.withLock { $0.append(.pinned(pin)) } }
  mutating func keepApart(_ story: Int64, _ other: Int64) { told.withLock { $0.append(.apart(story, other)) } }
  mutating func merge(_ merge: FoldOutcome.Merge) { told.withLock { $0.append(.merged(merge)) } }

  mutating func add(_ report: FoldReport) -> FoldOutcome {
    told.withLock { $0.append(.added(report)) }
    return FoldOutcome(place: FoldPlace(story: report.number))
  }
}

/// The same with traces that the store does not have.
private struct NewerFold: Fold {
  static let traceVersion = 2
  static func traces(of report: NewReport) -> [UInt8] { Array("2 \(report.title ?? "")".utf8) }

  private var fold = TellingFold()
  var memory: FoldMemory { fold.memory }

  init() {}

  mutating func remember(_ report: FoldReport, at place: FoldPlace) { fold.remember(report, at: place) }
  mutating func pin(_ pin: FoldPin) { fold.pin(pin) }
  mutating func keepApart(_ story: Int64, _ other: Int64) { fold.keepApart(story, other) }
  mutating func merge(_ merge: FoldOutcome.Merge) { fold.merge(merge) }
  mutating func add(_ report: FoldReport) -> FoldOutcome { fold.add(report) }
}

@Suite(.serialized) struct FoldTests {
  private func added(_ all: [Told]) -> [FoldReport] {
    all.compactMap { if case .added(let report) = $0 { report } else { nil } }
  }

  private func remembered(_ all: [Told]) -> [FoldReport] {
    all.compactMap { if case .remembered(let report, _) = $0 { report } else { nil } }
  }

  @Test func `a report is remembered as it was added`() throws {
    _ = takeTold()
    let fixture = try StoreFixture()
    try fixture.store.setOutlets([OutletEntry(name: "Tagblatt", publisher: "Fenmoor Papers")], at: 0)
    var ahead = NewReport.of("ahead")
    ahead.published = Moment(year: 2999)
    var minute = NewReport.of("minute", outlet: "Tagblatt")
    minute.published = Moment(year: 2024, month: 8, day: 31, hour: 9, minute: 30)
    let untitled = NewReport(source: "x", text: "A first line.\nA second.")
    _ = try Ingester<TellingFold>(fixture.store).add(
      [ahead, minute, .of("undated", day: nil), untitled], at: StoreFixture.now)
    let before = added(takeTold())
    #expect(before.map(\.published) == [nil, 1_725_096_600, nil, nil])
    #expect(before.map(\.publisher) == ["The Fenmoor Post", "Fenmoor Papers", "The Fenmoor Post", ""])
    _ = try Ingester<TellingFold>(fixture.store).add([.of("last")], at: StoreFixture.now)
    #expect(remembered(takeTold()) == before)
  }

  @Test func `no more is remembered than a fold looks back upon`() throws {
    _ = takeTold()
    let fixture = try StoreFixture()
    let days = [1, 2, 20, 21, 22, 3, 23]
    _ = try Ingester<TellingFold>(fixture.store).add(
      days.map { (day: Int) in .of("day \(day)", day: day) }, at: StoreFixture.now)
    _ = takeTold()
    _ = try Ingester<TellingFold>(fixture.store).add([.of("day 24", day: 24)], at: StoreFixture.now)
    #expect(remembered(takeTold()).map(\.number) == [4, 5, 6, 7], "four by number")
    let old = try StoreFixture()
    _ = try Ingester<TellingFold>(old.store).add(
      [1, 2, 20].map { (day: Int) in .of("day \(day)", day: day) }, at: StoreFixture.now)
    _ = takeTold()
    _ = try Ingester<TellingFold>(old.store).add([.of("day 24", day: 24)], at: StoreFixture.now)
    #expect(remembered(takeTold()).map(\.number) == [3], "ten days by time")
  }

  @Test func `traces of another version are made anew`() throws {
    _ = takeTold()
    let fixture = try StoreFixture()
    _ = try Ingester<TellingFold>(fixture.store).add([.of("flood")], at: StoreFixture.now)
    _ = takeTold()
    _ = try Ingester<NewerFold>(fixture.store).add([.of("fire")], at: StoreFixture.now)
    let all = takeTold()
    #expect((remembered(all) + added(all)).map { String(decoding: $0.traces, as: UTF8.self) } == ["2 flood", "2 fire"])
  }

  @Test func `pins come behind what they speak of`() throws {
    _ = takeTold()
    let fixture = try StoreFixture()
    let ingester = Ingester<TellingFold>(fixture.store)
    let receipts = try ingester.add([.of("flood"), .of("fire")], at: StoreFixture.now)
    try fixture.store.merge(receipts[0].story, with: receipts[1].story, at: StoreFixture.now)
    _ = takeTold()
    _ = try ingester.add([.of("trial")], at: StoreFixture.now)
    let all = takeTold()
    #expect(all.count == 4 && all[2] == .pinned(FoldPin(.together, 1, 2)))
    guard case .remembered(_, FoldPlace(story: 1)) = all[1] else {
      Issue.record("the second report is in the first one's story: \(all)")
      return
    }
  }
}
