import ArgumentParser
import Foundation
import StemmaPipeline

/// What all stages that are run by themselves share: lines in, lines out, and what is said meanwhile.
struct LineFilter: ParsableArguments {
  @Argument(help: "Files of JSON Lines; standard input where there is none, or for -.", completion: .file())
  var files: [String] = []

  @Option(name: .shortAndLong, help: "Write to a file instead of standard output.", completion: .file())
  var output: String?

  @Flag(name: .shortAndLong, help: "Say nothing on standard error about progress and lines that were passed over.")
  var quiet = false

  /// A line as it is written, without its end.
  typealias Written = Result<Data, any Error>

  /// Runs a stage over the lines and writes what it makes.
  ///
  /// - Parameters:
  ///   - noun: what a line is: "report".
  ///   - stage: gets the lines, and what is to receive the outcome of each.
  func run(
    over noun: String,
    _ stage: @escaping (@escaping @Sendable () -> Data?, (LineOutcome<Written>) throws -> Void) throws -> Void
  ) throws {
    let output = try Output(path: output)
    let lines = try LineSource(files.isEmpty ? ["-"] : files)
    var progress = Progress(shown: !quiet)
    var count = 0
    var read = 0
    do {
      try output.stream { write in
        try stage({ lines.next() }) { outcome in
          switch outcome {
          case .made(let line, let bytes):
            try write(try line.get() + [10])
            count += 1
            read += bytes
            progress.tell { Progress.status(count, noun, read, "MiB", $0) }
          case .refused(let line, let reason):
            if !quiet {
              progress.clear()
              Console.error("stemma: line \(line) was passed over: \(reason).")
            }
          }
        }
      }
    } catch is Output.ReaderLeft {}
    progress.clear()
    if let trouble = lines.trouble { throw Failure(status: .nothingRead, description: "stemma: " + trouble) }
    if count == 0 {
      throw Failure(status: .nothingRead, description: "stemma: none of the lines was a \(noun) to read.")
    }
  }
}
