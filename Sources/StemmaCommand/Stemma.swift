import ArgumentParser

@main
struct Stemma: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "stemma", abstract: "What really stands behind the news.")
}
