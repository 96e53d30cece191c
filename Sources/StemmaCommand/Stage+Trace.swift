import ArgumentParser
import Foundation
import StemmaPipeline
import StemmaPresent

extension Stage {
  /// `stemma stage trace`: a table of readings → who hangs from whom, and the lines of each claim.
  struct Trace: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find who drew on whom, and how many lines each claim has, from a table of readings.",
      discussion: """
        Reads JSON Lines, one story a line: {"story": 7, "claims": {"c3": {"quoted": true}}, "reports": [{"id": "r4", \
        "time": 2.31, "readings": {"c3": 17}}]}. Two reports with the same number for a claim word it alike; "quoted" is \
        public speech, which independent reports word alike; "time" is in hours, and may be null or wrong. Writes one line \
        for each, in order: {"story": 7, "parents": {"r4": "r1"}, "confidence": {"r4": 0.9}, "lines": {"c3": {"least": 1, \
        "best": 1, "most": 2}}, "lost": { … }, "seconds": { … }}, where a parent is a report, a lost text or null. A line \
        that is no story is named on standard error and passed over.

        Exit status: 0 done, 2 wrong usage or an output that cannot be written, 4 nothing could be read.
        """)

    @OptionGroup var filter: LineFilter

    func run() throws {
      try filter.run(over: "story") { lines, receive in
        try TraditionStage().run(lines, making: Self.written, receive)
      }
    }

    private static func written(_ answer: TraditionStage.Answer) -> LineFilter.Written {
      Result { Data(try DossierJSON.encoder(pretty: false).encode(answer)) }
    }
  }
}
