import Foundation

/// Times the program and its kernels beside their slow twins; see README.md.
@main
enum Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let unknown = arguments.filter { !["--json", "--quick", "--pages"].contains($0) }
    guard unknown.isEmpty else {
      throw Wrong(
        description: "stemma-benchmarks knows --json, --quick and --pages, not \(unknown.joined(separator: " "))")
    }
    let quick = arguments.contains("--quick")
    var table = Table()
    if arguments.contains("--pages") {
      try ExtractionBenchmarks.run(into: &table)
      return print(arguments.contains("--json") ? try table.json() : table.text())
    }
    try ProcessBenchmark.run(into: &table)
    try KernelBenchmarks.commonRuns(into: &table)
    try KernelBenchmarks.linkage(into: &table)
    try ExtractionBenchmarks.run(into: &table)
    try StoryBenchmarks(sizes: quick ? [25, 50] : [50, 100, 200]).run(into: &table)
    print(arguments.contains("--json") ? try table.json() : table.text())
  }
}

/// A benchmark whose answer is not right, or that cannot be run.
struct Wrong: Error, CustomStringConvertible {
  var description: String
}
