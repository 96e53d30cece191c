import Foundation

/// The program as its user meets it: from start to exit.
enum ProcessBenchmark {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  static let example = root.appendingPathComponent("Examples/karsund-lock/reports")

  static func run(into table: inout Table) throws {
    let program = root.appendingPathComponent(".build/release/stemma")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      table.add("whole process, 9 reports", .zero, "ms", "skipped: swift build -c release --product stemma")
      return
    }
    for format in ["text", "json", "html"] {
      let (least, median) = try Measure.seconds(runs: 10) {
        let process = Process()
        process.executableURL = program
        process.arguments = ["compare", "--format", format, example.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Wrong(description: "stemma ended with an error") }
      }
      let note = "least of 10; the median is \(String(format: "%.1f", median * 1000))"
      table.add("whole process, 9 reports, \(format)", least * 1000, "ms", note)
    }
  }
}
