import Foundation
import StemmaTestSupport
import Testing

/// `stemma ingest` from outside: killed, or two of them at once.
@Suite(.serialized) struct KillTests {
  private let folder: TemporaryFolder
  private let store: String
  private let program: String

  init() throws {
    program = try StemmaProgram.path.get()
    folder = try TemporaryFolder()
    store = folder.file("news.stemma")
  }

  @Test(.timeLimit(.minutes(10))) func `what was acknowledged is there once, wherever ingest is killed`() throws {
    // STEMMA_KILLS=100 is what Scripts/check runs where there is evaluation data.
    let kills = ProcessInfo.processInfo.environment["STEMMA_KILLS"].flatMap(Int.init) ?? 10
    var random = SeededRandom(1)
    var acknowledged = Set<String>()
    var cut = 0
    for number in 0..<kills {
      // Half of each file is the last one's: what a killed run was at comes again.
      let file = try write(number * 40..<number * 40 + 80)
      let run = try ingest(file, killedAfter: .random(in: 0.01..<0.4, using: &random))
      acknowledged.formUnion(run.ids)
      if !run.hasEnded { cut += 1 }
      #expect(run.hasEnded || run.errors.isEmpty)
      if number % 10 == 9 { #expect(try ProgramRun.of(program, ["doctor", store]).status == 0) }
    }
    #expect(cut > 0, "some runs should not reach their end")
    try expectAll(acknowledged, of: 0..<kills * 40 + 40)
    print("killed \(cut) times of \(kills); acknowledged \(acknowledged.count) reports, each of them there once")
  }

  @Test(.timeLimit(.minutes(2))) func `two that ingest at once double nothing`() throws {
    let files = [try write(0..<600), try write(300..<900)]
    let results = Results(count: 2)
    DispatchQueue.concurrentPerform(iterations: 2) { [program, store] number in
      results.set(
        number, Result { try Self.run(program, ["ingest", store, files[number], "--batch", "50", "-q"], nil) })
    }
    let done = try results.all.map { try #require($0).get() }
    #expect(done.allSatisfy { $0.hasEnded && $0.ids.count == 600 }, "\(done.map(\.errors))")
    try expectAll(Set(done.flatMap(\.ids)), of: 0..<900)
  }

  private struct Run {
    /// What was acknowledged.
    var ids: [String]
    var hasEnded: Bool
    var errors: String
  }

  private func ingest(_ file: String, killedAfter seconds: Double?) throws -> Run {
    // Small commits, so that there is more than one to be killed between.
    try Self.run(program, ["ingest", store, file, "--batch", "16", "-q"], seconds)
  }

  private static func run(_ program: String, _ arguments: [String], _ seconds: Double?) throws -> Run {
    let run = try KilledRun.of(program, arguments, after: seconds)
    let ids = run.lines.map { String($0.prefix { $0 != "\t" }) }
    return Run(ids: ids, hasEnded: run.hasEnded, errors: run.errors)
  }

  /// All is well with the store, and every acknowledged report is in it once.
  private func expectAll(_ ids: Set<String>, of numbers: Range<Int>) throws {
    let health = try ProgramRun.of(program, ["doctor", store])
    #expect(health.status == 0, "\(health.text)")
    // What comes again is in the store already: nothing is new that was acknowledged.
    let again = try DeskStore.objects(
      ProgramRun.of(program, ["ingest", store, try write(numbers), "--json", "-q"]))
    #expect(again.count == numbers.count)
    let old = Set(again.filter { $0["isNew"] as? Bool == false }.compactMap { $0["id"] as? String })
    #expect(ids.isSubset(of: old))
    let stories = try DeskStore.objects(ProgramRun.of(program, ["show", store, "--json", "--limit", "100000"]))
    #expect(stories.reduce(0) { $0 + ($1["reports"] as? Int ?? 0) } == numbers.count)
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
    private(set) var all: [Result<Run, any Error>?]

    init(count: Int) { all = Array(repeating: nil, count: count) }

    func set(_ place: Int, _ result: Result<Run, any Error>) { lock.withLock { all[place] = result } }
  }
}
