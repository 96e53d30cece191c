import ArgumentParser
import Foundation
import StemmaModel
import StemmaPipeline
import StemmaPresent

extension Stage {
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

    @OptionGroup var filter: LineFilter

    func run() throws {
      try filter.run(over: "report") { lines, receive in
        try AnnotationStage().run(lines, making: Self.written, receive)
      }
    }

    private static func written(_ annotated: AnnotatedReport, _ id: String) -> LineFilter.Written {
      Result { Data(try DossierJSON.encoder(pretty: false).encode(Annotations(annotated, id: id))) }
    }
  }
}
