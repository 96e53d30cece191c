public import Foundation
import StemmaAlign
import StemmaAnnotate
import StemmaModel

/// How far two statements say the same, by the score that aligns clauses: pairs as JSON Lines → a number for each. It is no
/// judge: two statements that share their words may say opposite things.
public struct LikenessStage: Sendable {
  /// One line: two statements, and the story whose words tell what is rare.
  private struct PairLine: Decodable {
    var id: String?
    var story: String?
    var a: String
    var b: String
  }

  private struct Pair: Sendable {
    var id: String
    var story: String
    var a: AnnotatedReport
    var b: AnnotatedReport
  }

  /// What is written for a line.
  public struct Likeness: Codable, Sendable, Equatable {
    public var id: String
    /// 0…1.
    public var likeness: Double
  }

  public init() {}

  /// Scores all pairs and hands on the likeness of each, in order. What is rare in two sentences alone says nothing, so the
  /// lines of one `story`, or else all of the call, are one story for the weights of words.
  ///
  /// - Parameters:
  ///   - lines: gives the next line, without its end, or nil; called on a thread of its own.
  ///   - make: called on this thread, with the likeness of a pair.
  ///   - receive: called on this thread; lines that are no pairs first, since no pair can be scored before all are read.
  /// - Complexity: the memory is that of all pairs.
  public func run<Made: Sendable>(
    _ lines: @escaping @Sendable () -> Data?, making make: (Likeness) -> Made,
    _ receive: (LineOutcome<Made>) throws -> Void
  ) rethrows {
    var pairs: [Pair] = []
    let annotator = Annotator()
    try LineStage.run(
      lines,
      making: { (line: PairLine, number: Int) in
        let pair = Pair(
          id: line.id ?? String(number), story: line.story ?? "",
          a: annotator.annotate(ReportLine(statement: line.a).report()),
          b: annotator.annotate(ReportLine(statement: line.b).report()))
        return (pair, bytes: line.a.utf8.count + line.b.utf8.count)
      },
      { outcome in
        switch outcome {
        case .made(let pair, _): pairs.append(pair)
        case .refused(let line, let reason): try receive(.refused(line: line, reason: reason))
        }
      })
    var placeOf: [Int] = []
    var statements: [String: [AnnotatedReport]] = [:]
    for pair in pairs {
      placeOf.append(statements[pair.story]?.count ?? 0)
      statements[pair.story, default: []] += [pair.a, pair.b]
    }
    let scores = statements.mapValues(SentenceScore.init)
    for (pair, place) in zip(pairs, placeOf) {
      let likeness = scores[pair.story]!(place, place + 1)
      let bytes = pair.a.report.text.bytes.count + pair.b.report.text.bytes.count
      let line = Likeness(id: pair.id, likeness: (likeness * 10_000).rounded() / 10_000)
      try receive(.made(make(line), bytes: bytes))
    }
  }
}
