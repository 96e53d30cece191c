import Foundation
import StemmaAlign
import StemmaAnnotate
import StemmaExtract
import StemmaMatch
import StemmaModel

/// Match and align together, on stories of growing size, and beside a twin that compares every pair of clauses.
struct CollationBenchmarks {
  /// Numbers of reports, growing.
  var sizes: [Int]
  /// Reports of the story that the twin can bear.
  var twinSize: Int

  /// After a run that took this long, no larger story is tried.
  private static let enoughSeconds = 60.0

  func run(into table: inout Table) throws {
    let most = sizes.max() ?? 0
    curve("copies", Self.annotated(try StoryMaker.copies(most)), &table)
    curve("varied", Self.annotated(StoryMaker.varied(most)), &table)
    twin(Self.annotated(StoryMaker.varied(twinSize)), &table)
  }

  /// Texts as reports, made ready on all cores.
  private static func annotated(_ texts: [String]) -> [AnnotatedReport] {
    let reports = Reports(count: texts.count)
    DispatchQueue.concurrentPerform(iterations: texts.count) { number in
      let page = Page(source: "report-\(100_000 + number).txt", sha256: "\(number)", text: texts[number], form: .plain)
      reports.put(Annotator().annotate(Extractor().extract(page)), at: number)
    }
    return reports.all
  }

  private func curve(_ name: String, _ reports: [AnnotatedReport], _ table: inout Table) {
    var measured: [(size: Int, seconds: Double, statements: Int)] = []
    var notes: [String] = []
    for size in sizes {
      let some = Array(reports.prefix(size))
      var collation: Collation?
      var matching = 0.0
      let seconds = Measure.seconds {
        var matches: [Match] = []
        matching = Measure.seconds { matches = Matcher().match(some) }
        collation = Aligner().align(Story(reports: some, matches: matches))
      }
      measured.append((size, seconds, some.reduce(0) { $0 + $1.statements.count }))
      let claims = collation?.claims.count ?? 0
      notes.append(String(format: "%d: %.3f (match %.3f, %d claims)", size, seconds, matching, claims))
      if seconds > Self.enoughSeconds { break }
    }
    guard let first = measured.first, let last = measured.last else { return }
    // From 50 reports on: below that, fixed costs hide the slope.
    let base = measured.first { $0.size >= 50 } ?? first
    let grown = Double(last.statements) / Double(base.statements)
    let exponent = grown > 1 ? log(last.seconds / base.seconds) / log(grown) : 0
    table.add(
      "match + align, \(name), \(last.size) reports", last.seconds, "s",
      notes.joined(separator: "  ") + String(format: "  exponent in statements %.2f", exponent))
    table.add("  peak memory so far", Double(Measure.peakBytes) / 1e6, "MB")
  }

  /// Every clause compared with every clause of the other reports, by the same likeness.
  private func twin(_ reports: [AnnotatedReport], _ table: inout Table) {
    let own = Measure.seconds { _ = Aligner().align(Story(reports: reports, matches: Matcher().match(reports))) }
    var clauses: [(report: Int, text: String)] = []
    for (number, report) in reports.enumerated() {
      for statement in report.statements {
        for clause in statement.clauses {
          clauses.append((number, report.report.reading(report.span(of: clause))))
        }
      }
    }
    let texts = Self.annotated(clauses.map(\.text))
    var pairs = 0
    var alike = 0
    let naive = Measure.seconds {
      let likeness = SentenceScore(texts)
      for a in clauses.indices {
        for b in clauses.indices[..<a] where clauses[a].report != clauses[b].report {
          pairs += 1
          if likeness(a, b) >= 0.5 { alike += 1 }
        }
      }
    }
    table.add("match + align, varied, \(reports.count) reports", own, "s", "all of it")
    table.add(
      "  every pair of clauses", naive, "s",
      "\(clauses.count) clauses, \(pairs) pairs, \(alike) of them alike, likeness alone"
        + String(format: "  ratio %.1f", naive / own))
  }
}

/// Reports that several threads make.
private final class Reports: @unchecked Sendable {
  private let lock = NSLock()
  private var made: [AnnotatedReport?]

  init(count: Int) {
    made = Array(repeating: nil, count: count)
  }

  func put(_ report: AnnotatedReport, at number: Int) {
    lock.withLock { made[number] = report }
  }

  var all: [AnnotatedReport] { lock.withLock { made.compactMap(\.self) } }
}
