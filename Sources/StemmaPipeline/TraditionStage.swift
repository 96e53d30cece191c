public import Foundation
import StemmaDerive

/// The stemma of a table of readings by itself: stories as JSON Lines → who hangs from whom, and through how many lines each
/// claim came. It is what derives from a collation too, without the texts.
public struct TraditionStage: Sendable {
  /// One line: the reports of a story with the reading each has of each claim.
  private struct StoryLine: Decodable, Sendable {
    struct Claim: Decodable, Sendable {
      var quoted: Bool?
    }
    struct Report: Decodable, Sendable {
      var id: String
      var time: Double?
      var readings: [String: Int]
    }
    var story: Name?
    var claims: [String: Claim]?
    var reports: [Report]

    private enum Key: String, CodingKey { case story, claims, reports }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      story = try fields.decodeIfPresent(Name.self, forKey: .story)
      claims = try fields.decodeIfPresent([String: Claim].self, forKey: .claims)
      reports = try fields.decode([Report].self, forKey: .reports)
      var seen = Set<String>()
      for report in reports where !seen.insert(report.id).inserted {
        throw DecodingError.dataCorruptedError(
          forKey: .reports, in: fields, debugDescription: "it has two reports “\(report.id)”")
      }
    }
  }

  /// What a story is called: a number or a string, written as it was read.
  public enum Name: Codable, Sendable, Equatable {
    case number(Int)
    case text(String)

    public init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try value.decode(String.self))
      }
    }

    public func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      switch self {
      case .number(let number): try value.encode(number)
      case .text(let text): try value.encode(text)
      }
    }
  }

  /// What is written for a story.
  public struct Answer: Encodable, Sendable {
    public struct Lines: Encodable, Sendable {
      public var least: Int
      public var best: Int
      public var most: Int
    }

    public struct Lost: Encodable, Sendable {
      public var parent: String?
      public var confidence: Double
      public var readings: Named<Int>
    }

    public struct Second: Encodable, Sendable {
      public var parent: String
      public var confidence: Double
      public var claims: [String]
    }

    public var story: Name
    /// For each report a report, a lost text, or null for the head of a line.
    public var parents: Named<String?>
    public var confidence: Named<Double>
    public var lines: Named<Lines>
    public var lost: Named<Lost>
    public var seconds: Named<[Second]>
  }

  /// Values by name, written as an object whose fields stand in this order.
  public struct Named<Value: Encodable & Sendable>: Encodable, Sendable {
    private struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    public private(set) var values: [(name: String, value: Value)] = []

    mutating func append(_ name: String, _ value: Value) { values.append((name, value)) }

    public func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      for (name, value) in values { try fields.encode(value, forKey: Key(stringValue: name)) }
    }
  }

  public init() {}

  /// Finds the stemma of line after line and hands on each, in order.
  ///
  /// - Parameters:
  ///   - lines: gives the next line, without its end, or nil; called on a thread of its own.
  ///   - make: called on several threads at once.
  ///   - receive: called on this thread; what it throws ends the run.
  public func run<Made: Sendable>(
    _ lines: @escaping @Sendable () -> Data?, making make: @escaping @Sendable (Answer) -> Made,
    _ receive: (LineOutcome<Made>) throws -> Void
  ) rethrows {
    try LineStage.run(
      lines,
      making: { (line: StoryLine, number: Int) in
        let readings = line.reports.reduce(0) { $0 + $1.readings.count }
        return (make(Self.answer(to: line, number)), bytes: readings * MemoryLayout<Int>.size)
      }, receive)
  }

  private static func answer(to line: StoryLine, _ number: Int) -> Answer {
    // A claim that only a report names is nobody's public speech.
    let claims = Set(line.reports.flatMap(\.readings.keys)).union(line.claims.map { Set($0.keys) } ?? []).sorted()
    let place = Dictionary(uniqueKeysWithValues: zip(claims, claims.indices))
    let tradition = Tradition(
      claims: claims.map { Tradition.Claim(isQuoted: line.claims?[$0]?.quoted ?? false) },
      reports: line.reports.map { report in
        Tradition.Report(
          time: report.time,
          readings: report.readings.map { Tradition.Reading(claim: place[$0.key]!, wording: $0.value) }
            .sorted { $0.claim < $1.claim })
      })
    let found = FiliationFinder().find(in: tradition)
    let ids = line.reports.map(\.id)
    let taken = Set(ids)
    // A name that no report has.
    var stem = "lost"
    while taken.contains(where: { $0.hasPrefix(stem) }) { stem += "-" }
    func name(_ parent: Filiation.Parent) -> String? {
      switch parent {
      case .report(let report): ids[report]
      case .lost(let lost): stem + String(lost + 1)
      case .none: nil
      }
    }
    func rounded(_ probability: Double) -> Double { (probability * 10_000).rounded() / 10_000 }
    var answer = Answer(
      story: line.story ?? .number(number), parents: Named(), confidence: Named(), lines: Named(), lost: Named(),
      seconds: Named())
    for (id, each) in zip(ids, found.places) {
      answer.parents.append(id, name(each.parent))
      answer.confidence.append(id, rounded(each.confidence))
      let seconds = each.seconds.compactMap { second in
        name(second.parent).map {
          Answer.Second(
            parent: $0, confidence: rounded(second.probability), claims: second.claims.map { claims[$0] })
        }
      }
      if !seconds.isEmpty { answer.seconds.append(id, seconds) }
    }
    for (claim, lines) in zip(claims, found.lines) where lines.best > 0 {
      answer.lines.append(claim, Answer.Lines(least: lines.least, best: lines.best, most: lines.most))
    }
    for (place, lost) in found.lost.enumerated() {
      var readings = Named<Int>()
      for reading in lost.readings { readings.append(claims[reading.claim], reading.wording) }
      answer.lost.append(
        name(.lost(place))!,
        Answer.Lost(parent: name(lost.parent), confidence: rounded(lost.confidence), readings: readings))
    }
    return answer
  }
}
