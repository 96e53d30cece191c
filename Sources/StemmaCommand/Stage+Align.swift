import ArgumentParser
import Foundation
import StemmaModel
import StemmaPipeline
import StemmaPresent

extension Stage {
  /// `stemma stage align`: stories → what their reports say in common, and how each has it.
  struct Align: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Collate the reports of a story: claims, quotes, figures, and what differs.",
      discussion: """
        Reads JSON Lines, one story a line: {"reports": [ … ]}, whose reports are as stemma stage annotate takes them; \
        "id" helps. They are one story because the line says so. Writes one line for each, in order: \
        stemma-collation/1, the part of a dossier that the collation makes, whose spans are bytes of the reports' texts. \
        Who drew on whom is not asked. A line that is no story is named on standard error and passed over.

        Exit status: 0 done, 2 wrong usage or an output that cannot be written, 4 nothing could be read.
        """)

    @OptionGroup var filter: LineFilter

    func run() throws {
      try filter.run(over: "story") { lines, receive in
        try AlignmentStage().run(lines, making: Self.written, receive)
      }
    }

    private static func written(_ collation: Dossier.Collation) -> LineFilter.Written {
      Result { Data(try DossierJSON.encoder(pretty: false).encode(collation)) }
    }
  }
}
