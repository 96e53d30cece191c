public import Foundation
import StemmaAnnotate
public import StemmaModel

/// Annotation by itself: reports as JSON Lines → what a reader notices in each. What a cluster runs on its part of a corpus.
public struct AnnotationStage: Sendable {
  public enum Outcome<Made: Sendable>: Sendable {
    case made(Made, bytes: Int)
    /// A line that is no report: its number, from 1, and what is wrong with it.
    case refused(line: Int, reason: String)
  }

  public init() {}

  /// Annotates line after line and hands on what is made of each, in order. Empty lines are passed over.
  ///
  /// - Parameters:
  ///   - lines: gives the next line, without its end, or nil; called on a thread of its own.
  ///   - make: called on several threads at once, with an annotated report and its id: the line's own, else its number.
  ///   - receive: called on this thread; what it throws ends the run.
  /// - Complexity: the memory is that of a few reports for each core, however many there are.
  public func run<Made: Sendable>(
    _ lines: @escaping @Sendable () -> Data?, making make: @escaping @Sendable (AnnotatedReport, String) -> Made,
    _ receive: (Outcome<Made>) throws -> Void
  ) rethrows {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let annotator = Annotator()
    let map = OrderedMap<(Data, Int), Outcome<Made>>(threads: cores, ahead: 4 * cores) { item, _ in
      let (data, number) = item
      do {
        let line = try JSONDecoder().decode(ReportLine.self, from: data)
        let report = line.report()
        let bytes = report.text.bytes.count
        return .made(make(annotator.annotate(report), line.id ?? String(number)), bytes: bytes)
      } catch let error as DecodingError {
        return .refused(line: number, reason: Self.reason(error))
      } catch {
        return .refused(line: number, reason: "it is no JSON")
      }
    }
    try map.run({ put in
      var number = 0
      while let line = lines() {
        number += 1
        if line.allSatisfy({ $0 <= 0x20 }) { continue }
        guard put((line, number)) else { return }
      }
    }) { try receive($0) }
  }

  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "it has no field \(key.stringValue)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.isEmpty
        ? "it is no object"
        : "its field \(context.codingPath.map(\.stringValue).joined(separator: ".")) is of the wrong kind"
    default: "it is no JSON"
    }
  }
}
