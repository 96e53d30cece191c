import Foundation
import StemmaModel
import StemmaPresent
import StemmaTestSupport

/// The built executable, which stands beside the tests' bundle.
enum StemmaProgram {
  static let path = Result {
    let folders: [URL?] = ([Bundle.main] + Bundle.allBundles).flatMap {
      [$0.executableURL?.deletingLastPathComponent(), $0.bundleURL, $0.bundleURL.deletingLastPathComponent()]
    }
    let places = folders.compactMap { $0?.appendingPathComponent("stemma").path }
    guard let place = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw NotBuilt(description: "there is no executable stemma in \(places)")
    }
    return place
  }

  static func run(
    _ arguments: [String], input: String = "", environment: [String: String?] = [:], folder: String? = nil
  ) throws -> ProgramRun {
    try ProgramRun.of(
      path.get(), arguments, input: Data(input.utf8), environment: environment, folder: folder)
  }

  /// Compares reports and reads the dossiers back; `options` stand behind the paths.
  static func dossiers(_ paths: [String], _ options: [String] = [], input: String = "") throws -> [Dossier] {
    let run = try run(["compare"] + paths + ["--format", "json"] + options, input: input)
    guard run.status == 0 else { throw NotBuilt(description: "status \(run.status): \(run.errors)") }
    if let one = try? DossierJSON.decode(run.output) { return [one] }
    return try run.lines.map { try DossierJSON.decode(Data($0.utf8)) }
  }

  struct NotBuilt: Error, CustomStringConvertible { var description: String }
}

/// A folder with the reports of an invented story.
struct Reports {
  let folder: TemporaryFolder
  let paths: [String]

  init(_ reports: [(name: String, text: String)] = InventedStory.viaduct) throws {
    let folder = try TemporaryFolder()
    paths = try reports.map { try folder.write($0.name, $0.text) }
    self.folder = folder
  }
}
