import ArgumentParser
import Foundation
import StemmaPipeline
import StemmaStore

/// Decisions by hand.
extension StoreCommand {
  /// What commands that decide have in common.
  struct Deciding: ParsableArguments {
    @OptionGroup var flags: Flags

    @Option(help: "Why: shown with the decision.")
    var note: String?

    /// Makes a decision and prints its number.
    func decide(_ make: (Store) throws -> Int64) throws {
      let number = try StoreAccess.write(flags.store, make)
      try say("decision \(number)")
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make two stories one.")

    @OptionGroup var deciding: Deciding

    @Argument(help: "A story's id.")
    var story: String

    @Argument(help: "The other story's id.")
    var other: String

    func run() throws {
      try deciding.decide { try $0.merge(story, with: other, note: deciding.note, at: Desk.now) }
    }
  }

  struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make some reports of a story a story of their own.")

    @OptionGroup var deciding: Deciding

    @Argument(help: "The story's id.")
    var story: String

    @Argument(help: "Reports that leave it.")
    var reports: [String]

    func run() throws {
      var new = ""
      try deciding.decide {
        let made = try $0.split(reports, from: story, note: deciding.note, at: Desk.now)
        new = made.story
        return made.decision
      }
      try say(new)
    }
  }

  struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Move a report to another story.")

    @OptionGroup var deciding: Deciding

    @Argument(help: "The report's id.")
    var report: String

    @Argument(help: "The id of the story that it belongs to.")
    var story: String

    func run() throws {
      try deciding.decide { try $0.move(report, to: story, note: deciding.note, at: Desk.now) }
    }
  }

  struct Relate: ParsableCommand {
    enum Relation: String, ExpressibleByArgument, CaseIterable {
      case independent, derived
    }

    static let configuration = CommandConfiguration(
      abstract: "Note that two reports are independent, or that the first is derived from the second.",
      discussion: """
        The dossier of their story heeds it: independent reports are two lines, with nothing drawn between them; a derived one hangs \
        from the other, whatever the texts show. Of decisions that cannot hold together the later one counts, and the dossier says so.
        """)

    @OptionGroup var deciding: Deciding

    @Argument(help: "The report's id.")
    var report: String

    @Argument(help: "independent or derived.")
    var relation: Relation

    @Argument(help: "The other report's id.")
    var other: String

    func run() throws {
      let kind: Decision.Kind = relation == .derived ? .derived : .independent
      try deciding.decide { try $0.relate(report, kind, other, note: deciding.note, at: Desk.now) }
    }
  }

  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a decision back.",
      discussion: """
        The reports that it put into another story go back at once. Where something that came later stands against that, they stay, and \
        stemma store refold places them anew.
        """)

    @OptionGroup var flags: Flags

    @Argument(help: "The decision's number.")
    var decision: Int64

    func run() throws {
      let undone = try StoreAccess.write(flags.store) { try $0.undo(decision, at: Desk.now) }
      if let obstacle = undone.obstacle {
        try say(
          "decision \(decision) does not hold any more; its reports stay where they are, because \(obstacle): stemma store refold places them anew."
        )
      } else if undone.returned > 0 {
        let reports = undone.returned == 1 ? "1 report is" : "\(undone.returned) reports are"
        try say("decision \(decision) does not hold any more; \(reports) back.")
      } else {
        try say("decision \(decision) does not hold any more.")
      }
    }
  }

  struct Decisions: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the decisions that hold.")

    @OptionGroup var flags: Flags

    @Flag(help: "Print JSON Lines.")
    var json = false

    func run() throws {
      let decisions = try StoreAccess.read(flags.store) { try $0.decisions() }
      try list(decisions, asJSON: json, StoreEntries.Decided.init, \.sentence)
    }
  }
}
