import Foundation
import StemmaStore
import StemmaTestSupport
import Testing

@Suite struct KeepingTests {
  private static let reports: [NewReport] = (1...20).map {
    .of("\($0 <= 12 ? "flood" : "fire"): \($0)", $0.isMultiple(of: 3) ? "The same words thrice." : "", day: $0)
  }
  private static let day: Int64 = 86_400
  /// 1 June 2024.
  private static let june: Int64 = 1_717_200_000

  @Test func `the oldest go by number, and what is kept stays`() throws {
    let fixture = try StoreFixture(Self.reports)
    let flood = try #require(try fixture.store.stories().first { $0.reports == 12 })
    let ids = try fixture.store.story(flood.id).reports.map(\.id)
    try fixture.store.setKept(ids[0], true)
    try fixture.store.relate(ids[1], .independent, ids[2], at: StoreFixture.now)
    #expect(try fixture.store.keep(Keeping(reports: 10), at: StoreFixture.now) == 7)
    #expect(try fixture.stories().map(\.count).sorted() == [5, 8])
    #expect(try fixture.store.search(SearchQuestion("flood")).count == 5)
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
    #expect(try fixture.store.keep(Keeping(reports: 10), at: StoreFixture.now) == 0)
    try fixture.store.setKept(ids[0], false)
    #expect(try fixture.store.keep(Keeping(reports: 10), at: StoreFixture.now) == 1)
  }

  @Test func `the oldest go by age, with their stories`() throws {
    let fixture = try StoreFixture(Self.reports)
    let flood = try #require(try fixture.store.stories().first { $0.reports == 12 })
    #expect(try fixture.store.keep(Keeping(seconds: 7 * Self.day), at: Self.june + 19 * Self.day) == 12)
    #expect(try fixture.stories().map(\.count) == [8])
    #expect(storeError { _ = try fixture.store.story(flood.id) } == .unknownID)
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
    // What comes again is new, and has its id again.
    let receipt = try fixture.ingest([Self.reports[11]])[0]
    #expect(receipt.isNew && receipt.copyOf != nil)
    #expect(try fixture.store.keep(Keeping(), at: StoreFixture.now) == 0)
  }

  @Test func `near-copies of a report that goes stay together`() throws {
    let fixture = try StoreFixture(Self.reports)
    _ = try fixture.store.keep(Keeping(reports: 15), at: StoreFixture.now)
    let copies = try fixture.store.stories().flatMap { try fixture.store.story($0.id).reports }.filter {
      $0.copyOf != nil
    }
    let heads = Set(copies.compactMap(\.copyOf))
    #expect(heads.count == 1 && copies.count == 4)
    #expect(try fixture.store.report(heads.first!).report.title == "flood: 6")
  }

  @Test func `everything goes`() throws {
    let fixture = try StoreFixture(Self.reports)
    #expect(try fixture.store.keep(Keeping(reports: 0), at: StoreFixture.now) == 20)
    #expect(try fixture.store.counts() == StoreCounts(reports: 0, stories: 0, copies: 0, decisions: 0, feeds: 0))
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
    #expect(try fixture.ingest([Self.reports[0]])[0].isNew)
  }

  @Test func `vacuum gives room back`() throws {
    var random = SeededRandom(4)
    let fixture = try StoreFixture(
      (1...200).map {
        .of(
          "flood: \($0)", (0..<400).map { _ in String(random.next(), radix: 36) }.joined(separator: " "),
          day: 1 + $0 % 28)
      })
    _ = try fixture.store.keep(Keeping(reports: 20), at: StoreFixture.now)
    let (before, after) = try fixture.store.vacuum()
    #expect(after < before / 3)
    let file = try FileManager.default.attributesOfItem(atPath: fixture.path)[.size] as? Int
    #expect(file == after)
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
    #expect(try fixture.store.search(SearchQuestion("flood")).count == 20)
  }
}
