import Foundation
import StemmaAlign
import StemmaAnnotate
import StemmaCluster
import StemmaDerive
import StemmaExtract
import StemmaMatch
import StemmaModel
import StemmaPipeline
import StemmaPresent
import StemmaRead

/// Large stories, made from the example's reports: whole, and stage by stage.
struct StoryBenchmarks {
  /// Numbers of reports, growing.
  var sizes: [Int]

  /// After a run that took this long, no larger story is tried.
  private static let enoughSeconds = 60.0

  func run(into table: inout Table) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = try write(sizes.max() ?? 0, to: folder)

    var options = Pipeline.Options()
    options.oneStory = true
    var run: [Int] = []
    for size in sizes {
      var dossier: Dossier?
      let time = Measure.seconds { dossier = Pipeline(options).run(Array(paths.prefix(size))).editions.first?.dossier }
      guard let dossier, dossier.reports.count == size else {
        throw Wrong(description: "the pipeline lost reports of \(size)")
      }
      let lines = dossier.summary.lines.map { "\($0.least)…\($0.most)" } ?? "unknown"
      table.add("pipeline, \(size) reports", time, "s", "\(dossier.claims.count) claims, \(lines) lines")
      if size == sizes.first { try json(dossier, into: &table) }
      run.append(size)
      if time > Self.enoughSeconds, size != sizes.last {
        table.add("pipeline, more reports", 0, "s", "skipped: the last took too long")
        break
      }
    }
    stages(paths, sizes: run, into: &table)
  }

  private func json(_ dossier: Dossier, into table: inout Table) throws {
    var data = Data()
    let time = try Measure.seconds(runs: 3) { data = try DossierJSON.encode(dossier, pretty: false) }.least
    guard try DossierJSON.decode(data).claims.count == dossier.claims.count else {
      throw Wrong(description: "the dossier does not read back")
    }
    let size = Double(data.count) / 1e6
    table.add("JSON, \(dossier.reports.count) reports", size / time, "MB/s", String(format: "%.1f MB", size))
  }

  // MARK: - Stage by stage

  private func stages(_ paths: [String], sizes: [Int], into table: inout Table) {
    var times: [String: [Double]] = [:]
    let names = ["read", "extract", "annotate", "match", "cluster", "align", "derive"]
    for size in sizes {
      func time<Result>(_ name: String, _ work: () -> Result) -> Result {
        var result: Result?
        times[name, default: []].append(Measure.seconds { result = work() })
        return result!
      }
      let pages = time("read") { Reader().read(Array(paths.prefix(size))).pages }
      let reports = time("extract") { pages.map(Extractor().extract) }
      let annotated = time("annotate") { reports.map(Annotator().annotate) }
      let matches = time("match") { Matcher().match(annotated) }
      let stories = time("cluster") { Clusterer().cluster(annotated, joinedBy: matches, oneStory: true) }
      let collations = time("align") { stories.map(Aligner().align) }
      _ = time("derive") { collations.map { Deriver().derive($0) } }
    }
    for name in names {
      guard let found = times[name], let first = found.first, let last = found.last else { continue }
      let grown = Double(sizes[sizes.count - 1]) / Double(sizes[0])
      let exponent = grown > 1 ? log(last / first) / log(grown) : 0
      let all = zip(sizes, found).map { String(format: "%d: %.3f", $0, $1) }.joined(separator: "  ")
      table.add("  \(name), \(sizes.last ?? 0) reports", last, "s", all + String(format: "  exponent %.1f", exponent))
    }
  }

  private func write(_ count: Int, to folder: URL) throws -> [String] {
    try StoryMaker.copies(count).enumerated().map { number, text in
      let file = folder.appendingPathComponent("report-\(1000 + number).txt")
      try Data(text.utf8).write(to: file)
      return file.path
    }
  }
}
