import ArgumentParser
import Foundation
import StemmaPipeline
import StemmaPresent

extension Stage {
  /// `stemma stage liken`: pairs of statements → how far they say the same.
  struct Liken: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Score how far two statements say the same, as the alignment of clauses does.",
      discussion: """
        Reads JSON Lines, one pair a line: {"a": "…", "b": "…"}; "id" helps. Writes one line for each, in order: \
        {"id": "…", "likeness": 0…1}. Rare words count more than common ones, and what is rare is told by all pairs of \
        the call, or by those with the same "story"; so all are read before the first is written. It is for finding \
        passages to compare and for measuring the score; it is no judge: "the bridge is open" and "the bridge is not \
        open" are alike. A line that is no pair is named on standard error and passed over.

        Exit status: 0 done, 2 wrong usage or an output that cannot be written, 4 nothing could be read.
        """)

    @OptionGroup var filter: LineFilter

    func run() throws {
      try filter.run(over: "pair") { lines, receive in
        try LikenessStage().run(lines, making: Self.written, receive)
      }
    }

    private static func written(_ likeness: LikenessStage.Likeness) -> LineFilter.Written {
      Result { Data(try DossierJSON.encoder(pretty: false).encode(likeness)) }
    }
  }
}
