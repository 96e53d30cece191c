import Foundation

/// What a program had printed when it was killed.
package struct KilledRun {
  /// Whole lines only: of a line without its end nobody knows what it would have been.
  package var lines: [String]
  /// Whether it was quicker than whoever wanted to kill it.
  package var hasEnded: Bool
  package var errors: String

  /// Starts a program, and ends it with SIGKILL, which it cannot see coming.
  ///
  /// - Parameter seconds: after so long; nil to let it run to its end.
  package static func of(_ program: String, _ arguments: [String], after seconds: Double?) throws -> KilledRun {
    let scratch = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    // Files, not pipes: what was printed is there, whoever has died.
    let output = URL(fileURLWithPath: try scratch.write("out", ""))
    let errors = URL(fileURLWithPath: try scratch.write("err", ""))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    if let seconds {
      Thread.sleep(forTimeInterval: seconds)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    return KilledRun(
      lines: text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init),
      hasEnded: process.terminationReason == .exit && process.terminationStatus == 0,
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
