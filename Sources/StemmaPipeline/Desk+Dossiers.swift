package import Foundation
import StemmaExtract
package import StemmaModel
package import StemmaStore

extension Desk {
  /// Reports that one dossier speaks of, at the most: comparing is of every pair.
  package static let reportLimit = 400

  /// What made a dossier: another version makes others.
  private static var maker: String { "stemma \(DossierMaker.version)" }

  /// A story's dossier: the one that is kept, or a new one where there is none or the story changed.
  ///
  /// - Parameter encoding: the dossier as it is to be kept.
  package func dossier(of story: String, encoding: (Dossier) throws -> Data) throws -> StoredDossier {
    try store.dossier(of: story, maker: Self.maker, at: Self.now) { contents, read in
      try encoding(Self.edition(of: contents, reading: read).dossier)
    }
  }

  /// Who made the dossiers that count as up to date.
  package static var dossierMaker: String { maker }

  /// The originals of a dossier's reports, in its order.
  package func originals(of story: String) throws -> [String] {
    let contents = try store.story(story)
    return try Self.reports(of: contents) { try self.store.report($0.id) }.reports.map(\.original)
  }

  private static func edition(
    of contents: StoryContents, reading read: (StoredReport) throws -> ReportContents
  ) throws -> Pipeline.Edition {
    var (reports, caveats) = try Self.reports(of: contents, reading: read)
    caveats += contents.decisions.map { Caveat(.other, note: $0.sentence) }
    return Pipeline().edition(of: reports, caveats: caveats)
  }

  /// A story's reports as they were extracted, in the order of sigla.
  private static func reports(
    of contents: StoryContents, reading read: (StoredReport) throws -> ReportContents
  ) throws -> (reports: [Report], caveats: [Caveat]) {
    var chosen = contents.reports
    var caveats: [Caveat] = []
    if chosen.count > reportLimit {
      // Near-copies say least that is not said already; of the others the earliest come first.
      let order = chosen.filter { $0.copyOf == nil } + chosen.filter { $0.copyOf != nil }
      chosen = Array(order.prefix(reportLimit))
      caveats.append(
        Caveat(
          .cutShort,
          note:
            "The story has \(contents.reports.count) reports: the dossier is of \(reportLimit), the earliest that are no near-copies first."
        ))
    }
    let reports = try chosen.map { Extractor().extract(DeskRecord.page(try read($0))) }
    return (reports.filter { !$0.body.isEmpty }.sorted(by: Report.standsBefore), caveats)
  }
}

extension Decision {
  /// As a user reads it.
  package var sentence: String {
    let names = reports.map { String($0.prefix(9)) }
    let what =
      switch kind {
      case .merge: "two stories were made one (reports \(names.joined(separator: ", ")))"
      case .split: "reports were made a story of their own (\(names.joined(separator: ", ")))"
      case .move: "report \(names.first ?? "") was moved"
      case .independent: "reports \(names.joined(separator: " and ")) were marked as independent of each other"
      case .derived: "report \(names.first ?? "") was marked as derived from \(names.dropFirst().first ?? "")"
      }
    let day = Moment(dayNumber: Int((time - (time % 86_400 + 86_400) % 86_400) / 86_400)).description
    return "By hand, on \(day): \(what) (decision \(number))" + (note.map { ": \($0)" } ?? ".")
  }
}
