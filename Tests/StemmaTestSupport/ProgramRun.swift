package import Foundation

/// What a program did that was run as its user would run it.
package struct ProgramRun {
  /// The exit status; of a program that a signal ended, 128 and the signal's number, as shells say it.
  package var status: Int32
  package var output: Data
  package var errors: String

  package var text: String { String(decoding: output, as: UTF8.self) }
  package var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - program: a path.
  ///   - input: what stands on standard input.
  ///   - environment: added to the test's own; nil takes a name away.
  package static func of(
    _ program: String, _ arguments: [String], input: Data = Data(), environment: [String: String?] = [:],
    folder: String? = nil
  ) throws -> ProgramRun {
    // Files, not pipes: nothing can block that nobody reads.
    let scratch = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
      .filter { !environment.keys.contains($0.key) }
      .merging(environment.compactMapValues { $0 }) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: try scratch.write("in", input)))
    let output = URL(fileURLWithPath: try scratch.write("out", ""))
    let errors = URL(fileURLWithPath: try scratch.write("err", ""))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return ProgramRun(
      status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: try Data(contentsOf: output), errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// The path of a program that a shell would find by its name.
  package static func find(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
