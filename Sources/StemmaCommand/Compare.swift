import ArgumentParser
import Foundation
import StemmaModel
import StemmaPipeline
import StemmaPresent

/// `stemma compare REPORT…`: one story → its dossier.
struct Compare: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  static let configuration = CommandConfiguration(
    abstract: "Compare reports of one event: claims, lines and origins, what changed.",
    discussion: """
      REPORT is a file (text, Markdown, HTML, JSON, JSON Lines, RSS, Atom, JSON Feed, OPML, WARC, plain or packed with \
      gzip or zstd), a folder of such files, an http or https address, or - for standard input. \
      Reports that are plainly of several stories are shown story by story.

      Exit status: 0 done, 2 wrong usage or an output that cannot be written, 4 nothing could be read.
      """)

  @OptionGroup var story: StoryFlags

  @Option(name: .shortAndLong, help: "How to show it: text, json or html.")
  var format: Format = .text

  @Flag(help: "Show every claim, quote and difference in the text view.")
  var full = false

  @OptionGroup(title: "Fetching")
  var fetching: WebFlags

  func run() throws {
    let output = try Output(path: story.output)
    let outcome = story.pipeline(fetching: fetching).run(story.reports)
    for caveat in outcome.caveats { story.say(caveat.note) }
    guard !outcome.editions.isEmpty else {
      throw Failure(status: .nothingRead, description: "stemma: none of the inputs gave a report to read.")
    }
    if outcome.editions.count > 1 {
      story.say(
        "these are \(outcome.editions.count) stories; each is shown by itself. --one-story keeps them together.")
    }
    try output.write(rendered(outcome.editions))
  }

  private func rendered(_ editions: [Pipeline.Edition]) throws -> Data {
    switch format {
    case .json: return try DossierJSON.encode(editions.map(\.dossier))
    case .text:
      let style = story.textStyle(full: full)
      return Data(editions.map { TextRendering.render($0.dossier, style: style) }.joined(separator: "\n").utf8)
    case .html:
      return Data(
        HTMLPage.render(
          editions.map { edition in
            (
              edition.dossier,
              zip(edition.dossier.reports, edition.reports).map {
                HTMLPage.ReportText(id: $0.id, original: $1.original)
              }
            )
          }
        ).utf8)
    }
  }
}
