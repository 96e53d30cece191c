import ArgumentParser
import Foundation

/// The command: it fills the options, calls the pipeline and shows what comes back.
@main
struct Stemma: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stemma",
    abstract: "What really stands behind the news.",
    discussion: """
      Reads reports of the same event and says what is claimed, who says so, through how many independent lines of \
      reporting, resting on which origins, and what changed on the way.
      """,
    version: "stemma 0.1.0",
    subcommands: [
      Compare.self, Check.self, Extract.self, Stories.self, Stage.self,
      Ingest.self, Watch.self, Show.self, Search.self, StoreCommand.self, Doctor.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Console.error(failure.description)
      Foundation.exit(failure.status.rawValue)
    } catch {
      // The parser's own status for wrong usage is 64; ours is 2.
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if code.isSuccess {
        print(text)
        Foundation.exit(ExitStatus.done.rawValue)
      }
      if !text.isEmpty { Console.error(text) }
      Foundation.exit(code == .validationFailure || code.rawValue == 64 ? ExitStatus.usage.rawValue : code.rawValue)
    }
  }
}
