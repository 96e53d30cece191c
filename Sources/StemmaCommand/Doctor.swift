import ArgumentParser
import Foundation
import StemmaPipeline
import StemmaStore

/// `stemma doctor STORE`: what is wrong with a store, and what helps.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look a store over, and repair what follows from the rest.",
    discussion: """
      Nothing is changed without --repair, and no report ever.

      Exit status: 0 all is well, or was repaired; 1 something is wrong; 2 a store that cannot be written; 4 there is no store, or \
      it cannot be opened.
      """)

  @Argument(help: "The store.", completion: .file())
  var store: String

  @Flag(help: "Leave out what reads the whole file.")
  var quick = false

  @Flag(help: "Make right what can be made from the rest: indexes, counts, stories of reports that have none.")
  var repair = false

  @Flag(help: "Print JSON Lines.")
  var json = false

  func run() throws {
    if repair { try StoreAccess.write(store) { try $0.repair(at: Desk.now) } }
    let findings = try examine()
    var output = Data()
    for finding in findings {
      output +=
        json
        ? try StoreEntries.line(StoreEntries.Found(finding))
        : Data("\(Self.word(finding.level))  \(finding.topic): \(StoreText.plain(finding.text))\n".utf8)
    }
    try Output(path: nil).write(output)
    if findings.contains(where: { $0.level == .repairable || $0.level == .lost }) {
      throw ExitCode(ExitStatus.no.rawValue)
    }
  }

  private func examine() throws -> [Finding] {
    do {
      return try Store.examine(fileAt: store, isQuick: quick, maker: Desk.dossierMaker)
    } catch {
      throw StoreAccess.failure(error, otherwise: .nothingRead)
    }
  }

  private static func word(_ level: Finding.Level) -> String {
    switch level {
    case .good: "well   "
    case .note: "note   "
    case .repairable: "repair "
    case .lost: "LOST   "
    }
  }
}
