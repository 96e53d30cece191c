import ArgumentParser

/// `stemma stage NAME`: one step of the pipeline as a filter over JSON Lines.
struct Stage: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run one step of the pipeline as a filter over JSON Lines.",
    subcommands: [Annotate.self, Align.self, Liken.self, Trace.self])
}
