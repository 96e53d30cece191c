import StemmaStore
import Testing

/// Every report is a version of the one before, and stands before it; of those before that one the fold knows nothing any more.
private struct ForgetfulFold: Fold {
  static let traceVersion = 1
  static func traces(of report: NewReport) -> [UInt8] { [] }

  let memory = FoldMemory(seconds: 1 << 40, reports: 1 << 40)
  private var last: Int64?

  init() {}

  mutating func remember(_ report: FoldReport, at place: FoldPlace) { last = report.number }
  mutating func pin(_ pin: FoldPin) {}
  mutating func keepApart(_ story: Int64, _ other: Int64) {}
  mutating func merge(_ merge: FoldOutcome.Merge) {}

  mutating func add(_ report: FoldReport) -> FoldOutcome {
    let changes = last.map { [FoldOutcome.Regrouping(report: $0, copyOf: report.number, share: 0.5)] } ?? []
    last = report.number
    return FoldOutcome(
      place: FoldPlace(story: 1, copyOf: nil, share: 0), merges: [], regroupings: changes)
  }
}

@Suite struct ForgetfulFoldTests {
  @Test func `near-copies follow their head, also those that the fold has forgotten`() throws {
    let fixture = try StoreFixture()
    let reports = (0..<5).map { NewReport.of("Ferry \($0)", day: 20 - $0) }
    let ids = try Ingester<ForgetfulFold>(fixture.store).add(reports, at: StoreFixture.now).map(\.id)
    func heads() throws -> [String?] { try ids.map { try fixture.store.report($0).report.copyOf } }
    #expect(try heads() == [ids[4], ids[4], ids[4], ids[4], nil])
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
    _ = try fixture.store.refold(with: ForgetfulFold.self, at: StoreFixture.now, progress: { _ in })
    #expect(try heads() == [ids[4], ids[4], ids[4], ids[4], nil])
    #expect(try fixture.store.examine().allSatisfy { $0.level == .good })
  }
}
