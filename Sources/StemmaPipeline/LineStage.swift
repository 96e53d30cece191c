import Foundation

/// What a stage that is run by itself makes of a line.
public enum LineOutcome<Made: Sendable>: Sendable {
  /// - Parameter bytes: how much text was read for it.
  case made(Made, bytes: Int)
  /// A line that is not what the stage reads: its number, from 1, and what is wrong with it.
  case refused(line: Int, reason: String)
}

/// A stage of the pipeline as a filter over JSON Lines: line after line on several threads, handed on in order. Empty lines
/// are passed over.
enum LineStage {
  /// - Parameters:
  ///   - lines: gives the next line, without its end, or nil; called on a thread of its own.
  ///   - make: called on several threads at once, with a line and its number, from 1; gives what was made of it and
  ///     the bytes of text that were read for it.
  ///   - receive: called on this thread; what it throws ends the run.
  /// - Complexity: the memory is that of a few lines for each core, however many there are.
  static func run<Line: Decodable & Sendable, Made: Sendable>(
    _ lines: @escaping @Sendable () -> Data?, making make: @escaping @Sendable (Line, Int) -> (Made, bytes: Int),
    _ receive: (LineOutcome<Made>) throws -> Void
  ) rethrows {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let map = OrderedMap<(Data, Int), LineOutcome<Made>>(threads: cores, ahead: 4 * cores) { item, _ in
      let (data, number) = item
      do {
        let (made, bytes) = make(try JSONDecoder().decode(Line.self, from: data), number)
        return .made(made, bytes: bytes)
      } catch let error as DecodingError {
        return .refused(line: number, reason: reason(error))
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
    case .keyNotFound(let key, let context): "it has no field \(path(context.codingPath + [key]))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.isEmpty
        ? "it is no object" : "its field \(path(context.codingPath)) is of the wrong kind"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty: context.debugDescription
    default: "it is no JSON"
    }
  }

  /// "reports.2.text", its numbers from 1.
  private static func path(_ keys: [any CodingKey]) -> String {
    keys.map { key in key.intValue.map { String($0 + 1) } ?? key.stringValue }.joined(separator: ".")
  }
}
