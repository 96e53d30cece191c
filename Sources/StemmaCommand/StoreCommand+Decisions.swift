import ArgumentParser
import Foundation
import StemmaPipeline
import StemmaStore

/// Decisions by hand.
extension StoreCommand {
  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make two stories one.")

    @OptionGroup var flags: Flags

    @Argument(help: "A story's id.")
    var story: String

    @Argument(help: "The other story's id.")
    var other: String

    @OptionGroup var note: Note

    func run() throws {
      let number = try StoreAccess.write(flags.store) {
        try $0.merge(story, with: other, note: note.note, at: Desk.now)
      }
      try say("decision \(number)")
    }
  }

  struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make some reports of a story a story of their own.")

    @OptionGroup var flags: Flags

    @Argument(help: "The story's id.")
    var story: String

    @Argument(help: "Reports that leave it.")
    var reports: [String]

    @OptionGroup var note: Note

    func run() throws {
      let (number, new) = try StoreAccess.write(flags.store) {
        try $0.split(reports, from: story, note: note.note, at: Desk.now)
      }
      try say("decision \(number)\n\(new)")
    }
  }

  struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Move a report to another story.")

    @OptionGroup var flags: Flags

    @Argument(help: "The report's id.")
    var report: String

    @Argument(help: "The id of the story that it belongs to.")
    var story: String

    @OptionGroup var note: Note

    func run() throws {
      let number = try StoreAccess.write(flags.store) {
        try $0.move(report, to: story, note: note.note, at: Desk.now)
      }
      try say("decision \(number)")
    }
  }

  struct Relate: ParsableCommand {
    enum Relation: String, ExpressibleByArgument, CaseIterable {
      case independent, derived
    }

    static let configuration = CommandConfiguration(
      abstract: "Note that two reports are independent, or that the first is derived from the second.")

    @OptionGroup var flags: Flags

    @Argument(help: "The report's id.")
    var report: String

    @Argument(help: "independent or derived.")
    var relation: Relation

    @Argument(help: "The other report's id.")
    var other: String

    @OptionGroup var note: Note

    func run() throws {
      let number = try StoreAccess.write(flags.store) {
        try $0.relate(
          report, relation == .derived ? .derived : .independent, other, note: note.note, at: Desk.now)
      }
      try say("decision \(number)")
    }
  }

  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a decision back; its reports are placed anew by stemma store refold.")

    @OptionGroup var flags: Flags

    @Argument(help: "The decision's number.")
    var decision: Int64

    func run() throws {
      try StoreAccess.write(flags.store) { try $0.undo(decision, at: Desk.now) }
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
