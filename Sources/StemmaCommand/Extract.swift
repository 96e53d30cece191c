import ArgumentParser
import Foundation
import StemmaModel
import StemmaPipeline
import StemmaPresent

/// `stemma extract PAGE…`: pages → reports.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn pages into clean reports: text, title, byline, outlet, date, credits.",
    discussion: """
      PAGE is a file, a folder, or - for standard input. Reports come in the order of the inputs, one JSON object a line.

      Exit status: 0 done, 2 wrong usage or an output that cannot be written, 4 nothing could be read.
      """)

  @Argument(help: "Files, folders, or - for standard input.", completion: .file())
  var pages: [String]

  @Flag(name: .shortAndLong, help: "Say nothing on standard error about inputs that were passed over.")
  var quiet = false

  func run() throws {
    var count = 0
    try Extraction().run(pages) { outcome in
      switch outcome {
      case .report(let report):
        count += 1
        let line = try DossierJSON.encoder(pretty: false).encode(report) + [10]
        _ = Console.write(Data(line), to: STDOUT_FILENO)
      case .caveat(let caveat): if !quiet { Console.error("stemma: " + caveat.note) }
      }
    }
    if count == 0 {
      throw Failure(status: .nothingRead, description: "stemma: none of the inputs gave a report to read.")
    }
  }
}
