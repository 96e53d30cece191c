import Foundation
import StemmaAnnotate
import StemmaModel

/// Reports annotated in memory, on one core: of 3 kB each, as a feed brings them, and one of 1 MB.
///
/// They are made of the paragraphs of `Examples/karsund-lock`, drawn and put in a new order.
enum AnnotationBenchmarks {
  private static let usual = 3_000
  private static let long = 1_000_000

  static func run(into table: inout Table) throws {
    let folder = "Examples/karsund-lock/reports"
    var paragraphs: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".txt") {
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      paragraphs += text.split(separator: "\n").map(String.init)
    }
    guard !paragraphs.isEmpty else { throw Wrong(description: "annotation: no paragraphs in \(folder)") }
    var random = SplitMix(seed: 3)
    func report(of size: Int) -> Report {
      var report = Report(source: "made", sha256: "", original: "")
      while report.original.utf8.count < size {
        let start = report.original.utf8.count
        report.original += paragraphs[Int.random(in: paragraphs.indices, using: &random)]
        let span = TextSpan(start, report.original.utf8.count)
        report.original += "\n"
        report.passages.append(Report.Passage(.paragraph, range: span.range, span: span))
      }
      report.text = ReadingText(unchanged: report.original)
      report.language = "en"
      report.published = Report.Publication(Moment(year: 2024, month: 3, day: 14), evidence: nil)
      return report
    }
    let usual = (0..<300).map { _ in report(of: Self.usual) }
    let long = report(of: Self.long)
    let annotator = Annotator()
    func least(_ work: () -> Int) throws -> Double {
      var least = Double.infinity
      for _ in 0..<5 {
        let start = processorSeconds()
        guard work() > 0 else { throw Wrong(description: "annotation: nothing came out") }
        least = min(least, processorSeconds() - start)
      }
      return least
    }
    let each = try least { usual.reduce(0) { $0 + annotator.annotate($1).tokens.count } } / Double(usual.count)
    let one = try least { annotator.annotate(long).tokens.count }
    let bytes = usual.reduce(0) { $0 + $1.text.bytes.count }
    table.add(
      "annotation, reports of 3 kB", Double(bytes) / Double(usual.count) / each / 1e6, "MB/s",
      String(format: "%.0f reports/s", 1 / each))
    table.add(
      "annotation, a report of 1 MB", Double(long.text.bytes.count) / one / 1e6, "MB/s",
      String(format: "%.0f times a report of 3 kB", one / each))
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
