import Foundation

/// What was measured, a line each.
struct Table {
  struct Row: Encodable {
    var name: String
    var value: Double
    var unit: String
    var note: String
  }

  private(set) var rows: [Row] = []

  mutating func add(_ name: String, _ value: Double, _ unit: String, _ note: String = "") {
    rows.append(Row(name: name, value: (value * 10_000).rounded() / 10_000, unit: unit, note: note))
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return String(decoding: try encoder.encode(rows), as: UTF8.self)
  }

  func text() -> String {
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { row in
      let value = String(format: "%12.3f", row.value)
      let name = row.name.padding(toLength: width, withPad: " ", startingAt: 0)
      return "\(name) \(value) \(row.unit.padding(toLength: 5, withPad: " ", startingAt: 0)) \(row.note)"
    }.joined(separator: "\n")
  }
}

/// Stopwatches.
enum Measure {
  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(work)
    return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
  }

  /// The least and the median of some runs.
  static func seconds(runs: Int, _ work: () throws -> Void) rethrows -> (least: Double, median: Double) {
    let times = try (0..<runs).map { _ in try seconds(work) }.sorted()
    return (times[0], times[runs / 2])
  }

  /// Seconds of processor that this process takes meanwhile: other programs on the machine hardly change them.
  static func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
    let start = now()
    try work()
    return now() - start
  }

  /// The most memory that the process has held until now.
  static var peakBytes: Int {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }
}
