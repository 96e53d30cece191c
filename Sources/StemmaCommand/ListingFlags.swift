import ArgumentParser

/// What commands that list what a store has let the user choose.
struct ListingFlags: ParsableArguments {
  @Option(help: "Only of this day or time or later: 2024-06-04, 2024-06-04T10:20Z.")
  var since: String?

  @Option(help: "Only of this outlet, by its name.")
  var outlet: String?

  @Option(help: "So many at the most.")
  var limit = 20

  @Flag(help: "Print JSON Lines.")
  var json = false

  func validate() throws {
    if let since, StoreAccess.seconds(since) == nil {
      throw ValidationError("--since takes a day or a time: 2024-06-04, 2024-06-04T10:20Z.")
    }
    guard (1...100_000).contains(limit) else { throw ValidationError("--limit takes 1 to 100000.") }
  }

  var sinceSeconds: Int64? { since.flatMap(StoreAccess.seconds) }
}
