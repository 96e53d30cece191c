import Foundation
import GRDB
import StemmaStore
import StemmaTestSupport
import Testing

/// The program that is killed.
///
/// `STEMMA_INGEST` is its path; it is run as `program ingest STORE FILE`, and prints the id of each report of the file, a line
/// each, once the report's commit is on disk.
private enum IngestProgram {
  static let path = ProcessInfo.processInfo.environment["STEMMA_INGEST"]
}

/// A program that ingests, from outside: killed, or two of them at once.
@Suite(.serialized, .enabled(if: IngestProgram.path != nil)) struct KillTests {
  private let folder: TemporaryFolder
  private let store: String
  private let program: String

  init() throws {
    program = try #require(IngestProgram.path)
    folder = try TemporaryFolder()
    store = folder.file("news.stemma")
  }

  @Test(.timeLimit(.minutes(2))) func `what was acknowledged is there once, wherever ingest is killed`() throws {
    let kills = 100
    var random = SeededRandom(1)
    var acknowledged = Set<String>()
    var cut = 0
    for number in 0..<kills {
      // Half of each file is the last one's: what a killed run was at comes again.
      let file = try write(number * 40..<number * 40 + 80)
      let run = try KilledRun.of(program, ["ingest", store, file], after: .random(in: 0.005..<0.15, using: &random))
      acknowledged.formUnion(run.lines)
      if !run.hasEnded { cut += 1 }
      #expect(run.hasEnded || run.errors.isEmpty)
      if number % 10 == 9 { try expectAll(acknowledged) }
    }
    #expect(cut > kills / 3, "most runs should not reach their end")
    let all = 0..<kills * 40 + 40
    let last = try KilledRun.of(program, ["ingest", store, try write(all)], after: nil)
    #expect(last.hasEnded && last.lines.count == all.count && Set(last.lines).count == all.count)
    #expect(acknowledged.isSubset(of: last.lines))
    #expect(try expectAll(Set(last.lines)) == all.count)
  }

  @Test(.timeLimit(.minutes(2))) func `two that ingest at once double nothing`() throws {
    let files = [try write(0..<600), try write(300..<900)]
    let results = Results(count: 2)
    DispatchQueue.concurrentPerform(iterations: 2) { [program, store] number in
      results.set(number, Result { try KilledRun.of(program, ["ingest", store, files[number]], after: nil) })
    }
    let done = try results.all.map { try #require($0).get() }
    #expect(done.allSatisfy { $0.hasEnded && $0.lines.count == 600 }, "\(done.map(\.errors))")
    #expect(try expectAll(Set(done.flatMap(\.lines))) == 900)
  }

  /// Every id is that of one report, which is in a story and in the index of words; the number of reports.
  @discardableResult
  private func expectAll(_ ids: Set<String>) throws -> Int {
    let opened = try Store(store)
    defer { try? opened.close() }
    let findings = try opened.examine().filter { $0.level != .good }
    #expect(findings.isEmpty, "\(findings)")
    for id in ids.sorted() {
      let report = try opened.report(id).report
      #expect(report.id == id && report.story != nil)
    }
    return try opened.counts().reports
  }

  private func write(_ numbers: Range<Int>) throws -> String {
    let lines = numbers.map { number in
      """
      {"text": "Notice \(number) of the Fenmoor harbour office.\\n\\nThe ferry of pier \(number % 17) sails at \(number % 24) o'clock, \
      and \(number % 90) seats are left, it said.", "published": "2024-06-\(number % 20 + 10)", "outlet": "Harbour Notices"}

      """
    }
    return try folder.write("notices-\(numbers).jsonl", lines.joined())
  }

  /// What two threads did.
  private final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var all: [Result<KilledRun, any Error>?]

    init(count: Int) { all = Array(repeating: nil, count: count) }

    func set(_ place: Int, _ result: Result<KilledRun, any Error>) { lock.withLock { all[place] = result } }
  }
}
