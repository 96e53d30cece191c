import ArgumentParser
import Foundation
import StemmaModel
import StemmaPipeline
import StemmaPresent

/// `stemma check "CLAIM" REPORT…`: what stands behind one claim.
struct Check: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Ask how many lines and origins stand behind a claim.",
    discussion: """
      CLAIM is a sentence, in English. REPORT is what stemma compare takes: a file, a folder, an http or https address, \
      or - for standard input. A claim that the reports have with another number, date, place, actor or source, or that \
      they deny, is never confirmed.

      Exit status: 0 corroborated; 1 answered no (single origin, disputed, not found); 2 wrong usage, an empty claim or \
      an output that cannot be written; 3 cannot be measured; 4 nothing could be read.
      """)

  @Argument(help: "What is claimed, in quotation marks.")
  var claim: String

  @OptionGroup var story: StoryFlags

  @Option(name: .shortAndLong, help: "How to show it: text or json.")
  var format: Format = .text

  @Flag(help: "Show every passage in full, and the caveats.")
  var full = false

  @OptionGroup(title: "Fetching")
  var fetching: WebFlags

  func validate() throws {
    if Pipeline.isEmptyClaim(claim) {
      throw ValidationError("The claim is empty. Say what is claimed, as a sentence in quotation marks.")
    }
  }

  func run() throws {
    let output = try Output(path: story.output)
    let outcome = story.pipeline(fetching: fetching).check(claim, story.reports)
    for caveat in outcome.caveats { story.say(caveat.note) }
    guard let check = outcome.check else {
      throw Failure(status: .nothingRead, description: "stemma: none of the inputs gave a report to read.")
    }
    if outcome.stories > 1 {
      story.say(
        "these are \(outcome.stories) stories; the claim was looked for in each, and the one that has most of it is shown."
      )
    }
    try output.write(rendered(check))
    let status = Self.status(of: check.verdict)
    if status != .done { throw ExitCode(status.rawValue) }
  }

  private static func status(of verdict: ClaimCheck.Verdict) -> ExitStatus {
    switch verdict {
    case .corroborated: .done
    case .singleOrigin, .disputed, .notFound: .no
    case .cannotBeMeasured: .cannotBeMeasured
    }
  }

  private func rendered(_ check: ClaimCheck) throws -> Data {
    switch format {
    case .json: return try CheckJSON.encode(check)
    case .text:
      let style = story.textStyle(full: full)
      return Data(CheckRendering.render(check, style: style).utf8)
    }
  }
}
