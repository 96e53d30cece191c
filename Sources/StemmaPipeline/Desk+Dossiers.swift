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
    return try Self.members(of: contents) { try self.store.report($0.id) }.members.map(\.report.original)
  }

  private static func edition(
    of contents: StoryContents, reading read: (StoredReport) throws -> ReportContents
  ) throws -> Pipeline.Edition {
    let (members, caveats) = try members(of: contents, reading: read)
    let byHand = DeskDecisions(contents.decisions, of: members.map(\.id))
    return Pipeline().edition(
      of: members.map(\.report), caveats: caveats + byHand.caveats, decided: byHand.relations)
  }

  /// A story's reports with their ids in the store, as they were extracted, in the order of sigla.
  private static func members(
    of contents: StoryContents, reading read: (StoredReport) throws -> ReportContents
  ) throws -> (members: [(id: String, report: Report)], caveats: [Caveat]) {
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
    let members = try chosen.map { (id: $0.id, report: Extractor().extract(DeskRecord.page(try read($0)))) }
    return (
      members.filter { !$0.report.body.isEmpty }.sorted { Report.standsBefore($0.report, $1.report) }, caveats
    )
  }
}
