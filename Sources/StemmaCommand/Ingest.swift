import ArgumentParser
import Foundation
import StemmaPipeline
import StemmaStore

/// `stemma ingest STORE INPUT…`: reports into a store.
struct Ingest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring reports into a store: into its stories, beside their near-copies.",
    discussion: """
      STORE is a file; it is made if it is not there. INPUT is what stemma extract takes. A line is printed for each report \
      once its commit is on disk: its id, its story, the report that it is a near-copy of or -, and its source, parted by tabs. \
      What the store has already is acknowledged again and not doubled.

      Exit status: 0 done, 2 wrong usage or a store that cannot be written, 4 nothing could be read.
      """)

  @Argument(help: "The store.", completion: .file())
  var store: String

  @Argument(help: "Files, folders, addresses, or - for standard input.", completion: .file())
  var inputs: [String]

  @Flag(help: "Print JSON Lines.")
  var json = false

  @Option(help: "Reports in one commit, at the most.")
  var batch = 1000

  @OptionGroup(title: "Fetching")
  var fetching: WebFlags

  @Flag(name: .shortAndLong, help: "Say nothing on standard error about progress and inputs that were passed over.")
  var quiet = false

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("Name at least one input, or - for standard input.") }
    guard (1...100_000).contains(batch) else { throw ValidationError("--batch takes 1 to 100000 reports.") }
  }

  func run() throws {
    var progress = Progress(shown: !quiet)
    var (count, new, read) = (0, 0, 0)
    do {
      try StoreAccess.write(store, isMade: true) { store in
        try Desk(store, web: fetching.web).ingest(inputs, batch: batch) { event in
          switch event {
          case .caveat(let caveat):
            guard !quiet else { return }
            progress.clear()
            Console.error("stemma: " + caveat.note)
          case .acknowledged(let reports, let bytes):
            count += reports.count
            new += reports.lazy.filter(\.isNew).count
            read += bytes
            try Self.write(reports, asJSON: json)
            progress.tell { Progress.status(count, "report", read, "MiB of pages", $0) }
          }
        }
      }
    } catch is Output.ReaderLeft {
      // Nobody wants to know the ids any more; what was begun is done.
    }
    progress.clear()
    if count == 0 {
      throw Failure(status: .nothingRead, description: "stemma: none of the inputs gave a report to read.")
    }
    if !quiet { Console.error("stemma: \(new) new of \(count) reports.") }
  }

  /// A line for each report, to standard output.
  static func write(_ reports: [Desk.Acknowledged], asJSON isJSON: Bool) throws {
    var lines = Data()
    for report in reports {
      if isJSON {
        var entry = StoreEntries.Ingested(
          id: report.id, isNew: report.isNew, story: report.story, source: report.source)
        entry.copyOf = report.copyOf
        lines += try StoreEntries.line(entry)
      } else {
        // A path may hold anything; a line stays a line.
        let source = String(report.source.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        lines += Data("\(report.id)\t\(report.story)\t\(report.copyOf ?? "-")\t\(source)\n".utf8)
      }
    }
    try Output(path: nil).stream { try $0(lines) }
  }
}
