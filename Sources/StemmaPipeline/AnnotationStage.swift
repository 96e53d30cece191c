public import Foundation
import StemmaAnnotate
public import StemmaModel

/// Annotation by itself: reports as JSON Lines → what a reader notices in each. What a cluster runs on its part of a corpus.
public struct AnnotationStage: Sendable {
  public init() {}

  /// Annotates line after line and hands on what is made of each, in order.
  ///
  /// - Parameters:
  ///   - lines: gives the next line, without its end, or nil; called on a thread of its own.
  ///   - make: called on several threads at once, with an annotated report and its id: the line's own, else its number.
  ///   - receive: called on this thread; what it throws ends the run.
  /// - Complexity: the memory is that of a few reports for each core, however many there are.
  public func run<Made: Sendable>(
    _ lines: @escaping @Sendable () -> Data?, making make: @escaping @Sendable (AnnotatedReport, String) -> Made,
    _ receive: (LineOutcome<Made>) throws -> Void
  ) rethrows {
    let annotator = Annotator()
    try LineStage.run(
      lines,
      making: { (line: ReportLine, number: Int) in
        let report = line.report()
        return (make(annotator.annotate(report), line.id ?? String(number)), bytes: report.text.bytes.count)
      }, receive)
  }
}
