public import Foundation
import StemmaAlign
import StemmaAnnotate
import StemmaMatch
public import StemmaModel

/// Alignment by itself: stories as JSON Lines → the collation of each. Which reports are of one story is for who wrote the
/// lines to say; who drew on whom is not asked.
public struct AlignmentStage: Sendable {
  /// One line: the reports of one story.
  private struct StoryLine: Decodable {
    var id: String?
    var reports: [ReportLine]
  }

  public init() {}

  /// Collates line after line and hands on what is made of each, in order.
  ///
  /// - Parameters:
  ///   - lines: gives the next line, without its end, or nil; called on a thread of its own.
  ///   - make: called on several threads at once, with the collation of a story. Its id is the line's own, else its number.
  ///   - receive: called on this thread; what it throws ends the run.
  /// - Complexity: the memory is that of a few stories for each core, however many there are.
  public func run<Made: Sendable>(
    _ lines: @escaping @Sendable () -> Data?, making make: @escaping @Sendable (Dossier.Collation) -> Made,
    _ receive: (LineOutcome<Made>) throws -> Void
  ) rethrows {
    try LineStage.run(
      lines,
      making: { (line: StoryLine, number: Int) in
        let reports = line.reports.enumerated().map { place, line in
          var report = line.report()
          if report.source.isEmpty { report.source = String(place + 1) }
          return report
        }
        let bytes = reports.reduce(0) { $0 + $1.text.bytes.count }
        return (make(Self.collation(of: reports, id: line.id ?? String(number))), bytes: bytes)
      }, receive)
  }

  private static func collation(of reports: [Report], id: String) -> Dossier.Collation {
    let annotated = reports.filter { !$0.body.isEmpty }.sorted(by: Report.standsBefore).map(Annotator().annotate)
    let story = Story(reports: annotated, matches: Matcher().match(annotated))
    let entry = CollationEntry(Aligner().align(story))
    var collation = entry.whole(id: id)
    collation.caveats.insert(
      contentsOf: reports.filter(\.body.isEmpty).map { report in
        Dossier.Caveat(
          kind: Caveat.Kind.noBody.rawValue, report: nil, span: nil,
          note: "\(report.source) has no text and was left out.")
      }, at: 0)
    return collation
  }
}
