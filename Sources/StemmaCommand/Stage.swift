import ArgumentParser
import Foundation
import StemmaModel
import StemmaPipeline
import StemmaPresent

/// `stemma stage NAME`: one step of the pipeline as a filter over JSON Lines.
struct Stage: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run one step of the pipeline as a filter over JSON Lines.",
    subcommands: [Annotate.self])

  /// `stemma stage annotate`: reports → what a reader notices in them.
  struct Annotate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find sentences, names, quotes, figures, times, and who says what.",
      discussion: """
        Reads JSON Lines, one report a line, as stemma extract writes them or with no more than \
        {"text": "…"}; "id", "language" and "published" (a day, as 2023-05-24) help. Every line of the text is a \
        paragraph. Writes one line for each, in order: stemma-annotations/1, whose spans are bytes of the text. A line \
        that is no report is named on standard error and passed over.

        Exit status: 0 done, 2 wrong usage or an output that cannot be written, 4 nothing could be read.
        """)

    @Argument(help: "Files of JSON Lines; standard input where there is none, or for -.", completion: .file())
    var files: [String] = []

    @Option(name: .shortAndLong, help: "Write to a file instead of standard output.", completion: .file())
    var output: String?

    @Flag(name: .shortAndLong, help: "Say nothing on standard error about progress and lines that were passed over.")
    var quiet = false

    func run() throws {
      let output = try Output(path: output)
      let lines = try LineSource(files.isEmpty ? ["-"] : files)
      var progress = Progress(shown: !quiet)
      var count = 0
      var read = 0
      do {
        try output.stream { write in
          try AnnotationStage().run({ lines.next() }, making: Self.written) { outcome in
            switch outcome {
            case .made(let line, let bytes):
              try write(try line.get())
              count += 1
              read += bytes
              progress.tell { Progress.status(count, read, "MiB", $0) }
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
        throw Failure(status: .nothingRead, description: "stemma: none of the lines was a report to read.")
      }
    }

    private static func written(_ annotated: AnnotatedReport, _ id: String) -> Result<Data, any Error> {
      Result { Data(try DossierJSON.encoder(pretty: false).encode(Annotations(annotated, id: id)) + [10]) }
    }
  }
}
