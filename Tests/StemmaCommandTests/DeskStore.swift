import Foundation
import StemmaTestSupport

/// A store with invented reports, for the commands that work on one.
struct DeskStore {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("news.stemma")
  }

  /// Three reports of a dam, the second a near-copy of the first, and two of other things.
  static let lines = [
    line(
      "Tidewire", "2024-06-04T08:00:00Z", "Dam at Orrin cracks after storm",
      """
      The dam above Orrin cracked on Tuesday after a storm, and 1,400 people left the valley, the water board said.
      Engineer Mira Tolland said that the crack was eleven metres long and had not grown since the morning.
      The board let water out through both gates, and the level fell by two metres until noon.
      A school in Keld took in those who had nowhere to go.
      """),
    line(
      "Orrin Echo", "2024-06-04T10:00:00Z", "Orrin dam cracks after the storm",
      """
      The dam above Orrin cracked on Tuesday after a storm, and 1,400 people left the valley, the water board said.
      Engineer Mira Tolland said that the crack was eleven metres long and had not grown since the morning.
      The board let water out through both gates, and the level fell by two metres until noon.
      """),
    line(
      "Keld Courier", "2024-06-05T09:00:00Z", "Orrin dam: engineer Mira Tolland sees no danger any more",
      """
      Engineer Mira Tolland said on Wednesday that the dam above Orrin would hold. The water board of Orrin let 1,400 people return to the valley.
      The crack in the dam at Orrin is to be closed by August, Mira Tolland said in Keld.
      """),
    line(
      "Harrow Evening", "2024-06-05T12:00:00Z", "Chess champion Ilse Brandvik wins in Fenmoor",
      """
      Ilse Brandvik won the chess tournament of Fenmoor on Wednesday with nine points out of eleven games.
      She beat Pavel Ostrander in the last round with the black pieces after sixty moves.
      """),
    line(
      "Fenmoor Post", "2024-06-06T12:00:00Z", "Bakers of Westholm ask for cheaper flour",
      """
      The bakers' guild of Westholm asked the council on Thursday to lower the duty on flour.
      Guild master Orla Finch said that forty bakeries might close before winter comes.
      """),
  ]

  private static func line(_ outlet: String, _ published: String, _ title: String, _ text: String) -> String {
    let object = ["outlet": outlet, "published": published, "title": title, "text": text]
    let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    return String(decoding: data ?? Data(), as: UTF8.self) + "\n"
  }

  func ingest(_ lines: [String] = DeskStore.lines, _ options: [String] = []) throws -> ProgramRun {
    try StemmaProgram.run(["ingest", path, "-"] + options, input: lines.joined())
  }

  func run(_ arguments: [String]) throws -> ProgramRun {
    try StemmaProgram.run([arguments[0], path] + arguments.dropFirst())
  }

  /// The columns of the lines that ingest printed.
  static func rows(_ run: ProgramRun) -> [[String]] {
    run.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  static func objects(_ run: ProgramRun) throws -> [[String: Any]] {
    try run.lines.compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
  }
}
