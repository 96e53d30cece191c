import Foundation
import StemmaModel

@testable import StemmaPresent

/// The frozen dossiers that the faces are shown.
enum Fixture {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

  /// Three invented reports of an invented ferry, from the contract.
  static func lantern() throws -> Dossier { try DossierJSON.decode(lanternJSON()) }

  static func lanternJSON() throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent("lantern/dossier.json"))
  }

  static func lanternTexts() throws -> [(id: String, original: String)] {
    try lantern().reports.map {
      ($0.id, try String(contentsOf: folder.appendingPathComponent("lantern/\($0.source)"), encoding: .utf8))
    }
  }

  /// A dossier with nothing but its reports.
  static func bare(_ summary: Dossier.Summary, title: String = "A story") -> Dossier {
    Dossier(
      generator: .init(name: "stemma", version: "0"),
      story: .init(id: "s", title: title, firstReported: nil, lastReported: nil), reports: [],
      stemma: .init(), summary: summary)
  }

  /// `count` reports, all but the first copies of one lost dispatch, with `claims` claims.
  static func many(_ count: Int, claims: Int = 20) -> Dossier {
    var dossier = bare(
      .init(reports: count, publishers: count, lines: .init(least: 2, best: 2, most: 3), origins: nil))
    let body = (0..<claims).map { "Sentence \($0) says that \($0 * 7) boats came to the harbour. " }
    for index in 0..<count {
      let id = Siglum(index).description
      var report = Dossier.Report(id: id, source: "report-\(index).txt", sha256: String(repeating: "0", count: 64))
      report.outlet = .init(name: "Paper \(index)", evidence: nil)
      let text = body.joined()
      report.body = [.init(report: id, start: 0, end: text.utf8.count, exact: text)]
      dossier.reports.append(report)
      dossier.stemma.nodes.append(.init(id: id, kind: .report))
      if index > 0 {
        dossier.stemma.edges.append(.init(from: "L1", to: id, confidence: 0.9, kind: "copied", evidence: []))
      }
    }
    if count > 1 {
      dossier.stemma.nodes.append(.init(id: "L1", kind: .lost, label: "Northwire dispatch", labelEvidence: []))
    }
    for (number, sentence) in body.enumerated() {
      let start = body[..<number].reduce(0) { $0 + $1.utf8.count }
      let witnesses = dossier.reports.map {
        Dossier.Claim.Witness(
          report: $0.id,
          span: .init(
            report: $0.id, start: start, end: start + sentence.utf8.count - 1, exact: String(sentence.dropLast())),
          relation: .verbatim)
      }
      dossier.claims.append(
        .init(
          id: "C\(number + 1)", kind: .statement, lemma: sentence, quote: nil, figure: nil,
          variants: [.init(text: sentence, witnesses: witnesses)], absentFrom: [],
          support: .init(reports: count, publishers: count, lines: nil, origins: nil, primarySources: [])))
    }
    return dossier
  }
}
