import Foundation

/// Times the program and its kernels beside their slow twins; see README.md.
@main
enum Benchmarks {
  static func main() {
    do {
      try run()
    } catch {
      FileHandle.standardError.write(Data("stemma-benchmarks: \(error)\n".utf8))
      exit(2)
    }
  }

  private static func run() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var pages: String?
    if let at = arguments.firstIndex(of: "--pages") {
      guard at + 1 < arguments.count else { throw Wrong(description: "--pages takes a folder of HTML pages") }
      pages = arguments[at + 1]
      arguments.removeSubrange(at...(at + 1))
    }
    var table = Table()
    var flood: FloodBenchmarks?
    if let at = arguments.firstIndex(of: "--flood") {
      guard at + 1 < arguments.count, let largest = Int(arguments[at + 1]), largest >= 1_000 else {
        throw Wrong(description: "--flood takes the most reports, 1000 or more, and perhaps a folder with docs.jsonl")
      }
      let folder = at + 2 < arguments.count && !arguments[at + 2].hasPrefix("--") ? arguments[at + 2] : nil
      let sizes = [10_000, 100_000, 1_000_000].filter { $0 < largest } + [largest]
      flood = FloodBenchmarks(sizes: sizes, folder: folder, copiesAlone: arguments.contains("--copies"))
      arguments.removeSubrange(at...(at + (folder == nil ? 1 : 2)))
      arguments.removeAll { $0 == "--copies" }
    }
    if let at = arguments.firstIndex(of: "--search") {
      guard at + 2 < arguments.count else {
        throw Wrong(description: "--search takes a store and the folder with the docs.jsonl that is in it")
      }
      try FloodBenchmarks.search(arguments[at + 1], of: arguments[at + 2], into: &table)
      return print(arguments.contains("--json") ? try table.json() : table.text())
    }
    let unknown = arguments.filter { !["--json", "--quick", "--collation"].contains($0) }
    guard unknown.isEmpty else {
      throw Wrong(
        description:
          "it knows --json, --quick, --collation, --pages, --flood and --search, not \(unknown.joined(separator: " "))"
      )
    }
    let quick = arguments.contains("--quick")
    if let pages {
      try ExtractionBenchmarks.run(folder: pages, into: &table)
      return print(arguments.contains("--json") ? try table.json() : table.text())
    }
    if let flood {
      try flood.run(into: &table)
      return print(arguments.contains("--json") ? try table.json() : table.text())
    }
    if arguments.contains("--collation") {
      try collation(quick: quick).run(into: &table)
      return print(arguments.contains("--json") ? try table.json() : table.text())
    }
    try ProcessBenchmark.run(into: &table)
    try KernelBenchmarks.commonRuns(into: &table)
    try KernelBenchmarks.linkage(into: &table)
    try ExtractionBenchmarks.run(into: &table)
    try AnnotationBenchmarks.run(into: &table)
    try collation(quick: quick).run(into: &table)
    try StoryBenchmarks(sizes: quick ? [25, 50] : [50, 100, 200]).run(into: &table)
    print(arguments.contains("--json") ? try table.json() : table.text())
  }

  private static func collation(quick: Bool) -> CollationBenchmarks {
    CollationBenchmarks(sizes: quick ? [5, 50, 200] : [5, 50, 200, 500, 1000, 2000], twinSize: quick ? 50 : 200)
  }
}

/// A benchmark whose answer is not right, or that cannot be run.
struct Wrong: Error, CustomStringConvertible {
  var description: String
}
