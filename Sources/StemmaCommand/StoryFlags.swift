import ArgumentParser
import StemmaPipeline
import StemmaPresent

/// What subcommands that read the reports of a story and show something of it have in common.
struct StoryFlags: ParsableArguments {
  @Argument(help: "Files, folders, addresses, or - for standard input.", completion: .file())
  var reports: [String]

  @Option(name: .shortAndLong, help: "Write to a file instead of standard output.", completion: .file())
  var output: String?

  @Flag(help: "Keep all reports in one story, whatever they share.")
  var oneStory = false

  @Option(help: "Columns of the text view; the terminal's own by default.")
  var width: Int?

  @Flag(name: .shortAndLong, help: "Say nothing on standard error about inputs that were passed over.")
  var quiet = false

  func validate() throws {
    if reports.isEmpty { throw ValidationError("Name at least one report, or - for standard input.") }
    if let width, !(40...1000).contains(width) { throw ValidationError("--width takes 40 to 1000 columns.") }
  }

  func pipeline(fetching: WebFlags) -> Pipeline {
    var options = Pipeline.Options()
    options.oneStory = oneStory
    options.web = fetching.web
    return Pipeline(options)
  }

  /// Says something on standard error, unless that is unwanted.
  func say(_ note: String) {
    if !quiet { Console.error("stemma: " + note) }
  }

  /// A file is written plainly and in full; a terminal gets what it can show.
  func textStyle(full: Bool) -> TextStyle {
    let toFile = output != nil && output != "-"
    return TextStyle(
      width: width ?? max(60, min(Console.width, 120)), color: !toFile && Console.wantsColor,
      unicode: toFile || Console.speaksUnicode, full: full)
  }
}
