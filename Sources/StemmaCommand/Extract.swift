import ArgumentParser
import Foundation
import StemmaModel
import StemmaPipeline
import StemmaPresent

/// `stemma extract PAGE…`: pages → reports.
struct Extract: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl, markdown
  }

  static let configuration = CommandConfiguration(
    abstract: "Turn pages into clean reports: text, title, byline, outlet, date, credits.",
    discussion: """
      PAGE is a file, a folder, an http or https address, or - for standard input: HTML, text, Markdown, JSON, \
      JSON Lines, RSS, Atom, JSON Feed, OPML, WARC, each plain or packed with gzip or zstd. Reports come in the order of the inputs while they are read: \
      as JSON Lines, one object a report with its text and the fields of a dossier's reports, or as Markdown with \
      those fields in front.

      Exit status: 0 done, 2 wrong usage or an output that cannot be written, 4 nothing could be read.
      """)

  @Argument(help: "Files, folders, addresses, or - for standard input.", completion: .file())
  var pages: [String]

  @Option(name: .shortAndLong, help: "How to write the reports: jsonl or markdown.")
  var format: Format = .jsonl

  @Option(name: .shortAndLong, help: "Write to a file instead of standard output.", completion: .file())
  var output: String?

  @OptionGroup(title: "Fetching")
  var fetching: WebFlags

  @Flag(name: .shortAndLong, help: "Say nothing on standard error about progress and inputs that were passed over.")
  var quiet = false

  func validate() throws {
    if pages.isEmpty { throw ValidationError("Name at least one page, or - for standard input.") }
  }

  func run() throws {
    let output = try Output(path: output)
    let format = format
    var progress = Progress(shown: !quiet)
    var count = 0
    var read = 0
    do {
      try output.stream { write in
        try Extraction(web: fetching.web).run(pages, making: { Self.written($0, $1, as: format) }) { outcome in
          switch outcome {
          case .report(let text, let bytes):
            let text = try text.get()
            if format == .markdown, count > 0 { try write(Data([10])) }
            try write(text)
            count += 1
            read += bytes
            progress.tell { Progress.status(count, "report", read, "MiB of pages", $0) }
          case .caveat(let caveat):
            if !quiet {
              progress.clear()
              Console.error("stemma: " + caveat.note)
            }
          }
        }
      }
    } catch is Output.ReaderLeft {}
    progress.clear()
    if count == 0 {
      throw Failure(status: .nothingRead, description: "stemma: none of the inputs gave a report to read.")
    }
  }

  private static func written(_ report: Report, _ number: Int, as format: Format) -> Result<Data, any Error> {
    Result {
      switch format {
      case .markdown: Data(ReportMarkdown.render(report).utf8)
      case .jsonl:
        Data(try DossierJSON.encoder(pretty: false).encode(Extraction.entry(report, number: number)) + [10])
      }
    }
  }
}
