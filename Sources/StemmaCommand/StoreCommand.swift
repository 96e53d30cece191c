import ArgumentParser
import Foundation
import StemmaPipeline
import StemmaStore

/// `stemma store …`: what a user decides of a store, and how it is looked after.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Decide by hand what belongs together, and look after a store.",
    discussion: """
      Decisions hold whatever is worked out later, until they are taken back, and are shown as made by hand.

      Exit status: 0 done, 1 there is nothing of that id, 2 wrong usage or a store that cannot be written.
      """,
    subcommands: [
      Merge.self, Split.self, Move.self, Relate.self, Undo.self, Decisions.self, Feeds.self, Outlets.self, Refold.self,
      Hold.self, Keep.self, Vacuum.self,
    ])

  /// What all of them have in common.
  struct Flags: ParsableArguments {
    @Argument(help: "The store.", completion: .file())
    var store: String
  }

  static func say(_ text: String) throws { try Output(path: nil).write(Data((text + "\n").utf8)) }

  /// A line for each, of JSON or for people.
  static func list<Item>(
    _ items: [Item], asJSON: Bool, _ entry: (Item) -> some Encodable, _ line: (Item) -> String
  ) throws {
    let lines = try items.map { asJSON ? try StoreEntries.line(entry($0)) : Data((line($0) + "\n").utf8) }
    try Output(path: nil).write(lines.reduce(Data(), +))
  }
}

extension StoreCommand {
  struct Feeds: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the feeds that are watched, and what came of them last.")

    @OptionGroup var flags: Flags

    @Flag(help: "Print JSON Lines.")
    var json = false

    func run() throws {
      let feeds = try StoreAccess.read(flags.store) { try $0.feeds() }
      try list(feeds, asJSON: json, StoreEntries.WatchedFeed.init, StoreText.line)
    }
  }
}

extension StoreCommand {
  struct Keep: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Drop reports beyond an age or a number, but none that is held or that a decision names.")

    @OptionGroup var flags: Flags

    @Option(help: "Drop what is older.")
    var days: Int?

    @Option(help: "Keep so many, the latest.")
    var reports: Int?

    func validate() throws {
      if days == nil && reports == nil { throw ValidationError("Give --days, --reports or both.") }
      if let days, !(0...1_000_000).contains(days) { throw ValidationError("--days takes 0 to 1000000.") }
      if let reports, reports < 0 { throw ValidationError("--reports takes 0 or more.") }
    }

    func run() throws {
      let keeping = Keeping(seconds: days.map { Int64($0) * 86_400 }, reports: reports)
      let dropped = try StoreAccess.write(flags.store) { try $0.keep(keeping, at: Desk.now) }
      try say("\(dropped) reports dropped; stemma store vacuum gives their room back.")
    }
  }

  struct Vacuum: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Give the room of dropped reports back to the disk.")

    @OptionGroup var flags: Flags

    func run() throws {
      let (before, after) = try StoreAccess.write(flags.store) { try $0.vacuum() }
      try say("\(before >> 20) MiB before, \(after >> 20) MiB now.")
    }
  }

  struct Hold: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Never drop a report, whatever is kept.")

    @OptionGroup var flags: Flags

    @Argument(help: "The report's id.")
    var report: String

    @Flag(help: "It may be dropped again.")
    var release = false

    func run() throws { try StoreAccess.write(flags.store) { try $0.setKept(report, !release) } }
  }

  struct Refold: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Work all near-copies and stories out anew; decisions hold.")

    @OptionGroup var flags: Flags

    @Flag(name: .shortAndLong, help: "Say nothing on standard error about progress.")
    var quiet = false

    func run() throws {
      var progress = Progress(shown: !quiet)
      let changed = try StoreAccess.write(flags.store) { store in
        try Desk(store).refold { done in
          progress.tell { Progress.status(done, "report", 0, "MiB", $0) }
        }
      }
      progress.clear()
      try say("\(changed) reports changed their story.")
    }
  }

  struct Outlets: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a table of outlets over, or print the one there is.",
      discussion: """
        FILE has values parted by tabs, its first line the columns: outlet, and any of publisher, owner, agency, aggregator (yes or \
        no). Outlets of one publisher share their boilerplate. It counts from the next report on; after stemma store refold for all.
        """)

    @OptionGroup var flags: Flags

    @Argument(help: "The table.", completion: .file())
    var file: String?

    func run() throws {
      guard let file else { return try print() }
      guard let data = FileManager.default.contents(atPath: file) else {
        throw Failure(status: .usage, description: "stemma: \(file) cannot be read.")
      }
      try StoreAccess.write(flags.store) { store in
        let entries = try OutletTable.read(String(decoding: data, as: UTF8.self), named: file)
        try store.setOutlets(entries, at: Desk.now)
        try say("\(entries.count) outlets.")
      }
    }

    private func print() throws {
      let entries = try StoreAccess.read(flags.store) { try $0.outlets() }
      let lines = entries.map { entry in
        [entry.name, entry.publisher ?? "", entry.owner ?? "", entry.agency ?? "", entry.isAggregator ? "yes" : "no"]
          .joined(separator: "\t")
      }
      try say((["outlet\tpublisher\towner\tagency\taggregator"] + lines).joined(separator: "\n"))
    }
  }
}
