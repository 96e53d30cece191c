import Foundation
import StemmaModel
import StemmaPipeline
import StemmaPresent
import StemmaTestSupport

/// Reports in files, as a user would give them, and what the pipeline makes of them.
struct Telling {
  let folder: TemporaryFolder
  private(set) var paths: [String] = []

  init(_ reports: [(name: String, text: String)] = []) throws {
    folder = try TemporaryFolder()
    for report in reports { try add(report.name, report.text) }
  }

  @discardableResult
  mutating func add(_ name: String, _ text: String) throws -> String {
    let path = try folder.write(name, text)
    paths.append(path)
    return path
  }

  func editions(oneStory: Bool = false) -> [Pipeline.Edition] { Self.editions(paths, oneStory: oneStory) }

  static func editions(_ paths: [String], oneStory: Bool = false) -> [Pipeline.Edition] {
    var options = Pipeline.Options()
    options.oneStory = oneStory
    return Pipeline(options).run(paths).editions
  }

  static func json(_ editions: [Pipeline.Edition]) throws -> [Data] {
    try editions.map { try DossierJSON.encode($0.dossier, pretty: false) }
  }
}

extension Pipeline.Edition {
  /// The bytes of the reports' files, by siglum; of a file that is not UTF-8 its text, which is what spans are of.
  func files() throws -> [String: [UInt8]] {
    try Dictionary(
      uniqueKeysWithValues: zip(dossier.reports, reports).map { entry, report in
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: entry.source)))
        return (entry.id, String(validating: bytes, as: UTF8.self) == nil ? Array(report.original.utf8) : bytes)
      })
  }
}

/// A span of a file: what stays when sigla change.
struct SourcePlace: Hashable {
  var source: String
  var start: Int?
  var end: Int?
}

extension Dossier {
  func report(from path: String) -> Report? { reports.first { $0.source == path } }

  func places(_ claim: Claim) -> Set<SourcePlace> {
    let sources = Dictionary(uniqueKeysWithValues: reports.map { ($0.id, $0.source) })
    return Set(
      claim.witnesses.map { SourcePlace(source: sources[$0.report] ?? "", start: $0.span.start, end: $0.span.end) })
  }
}

/// The example, run once for all tests that only look.
enum Karsund {
  static let slug = "karsund-lock"
  static let paths = Result { try Examples.reports(of: slug) }
  static let run = Result { Telling.editions(try paths.get()) }

  static func edition() throws -> Pipeline.Edition {
    let editions = try run.get()
    guard editions.count == 1 else { throw Unexpected(description: "the example makes \(editions.count) stories") }
    return editions[0]
  }

  struct Unexpected: Error, CustomStringConvertible { var description: String }
}
