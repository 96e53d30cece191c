import Foundation
import StemmaExtract
import StemmaModel

/// Pages of HTML to reports, on one core: the guard, the tree, and the whole extractor on pages in memory.
///
/// The pages are those of a folder, `.html` or `.html.gz`: `$STEMMA_DATA/data/aeb/html` unless another is named; without
/// either nothing is measured.
/// Time is the processor's, not the clock's, so that other work on the machine counts little.
enum ExtractionBenchmarks {
  static func run(folder: String? = nil, into table: inout Table) throws {
    let data = ProcessInfo.processInfo.environment["STEMMA_DATA"].map { $0 + "/data/aeb/html" }
    guard let folder = folder ?? data else { return }
    let pages = try pages(in: URL(fileURLWithPath: folder))
    guard !pages.isEmpty else { throw Wrong(description: "extraction: no pages in \(folder)") }
    let megabytes = Double(pages.reduce(0) { $0 + $1.text.utf8.count }) / 1e6
    func measure(_ name: String, _ work: () -> Int) throws {
      var least = Double.infinity
      for _ in 0..<5 {
        let start = processorSeconds()
        guard work() > 0 else { throw Wrong(description: "\(name): nothing came out") }
        least = min(least, processorSeconds() - start)
      }
      table.add(name, megabytes / least, "MB/s", "\(pages.count) pages, \(String(format: "%.1f", megabytes)) MB")
    }
    let guarded = pages.map { HTMLGuard($0.text) }
    try measure("extraction: guard") { pages.reduce(0) { $0 + HTMLGuard($1.text).bytes.count } }
    try measure("extraction: tree of what the guard leaves") {
      guarded.reduce(0) { $0 + MyHTMLParser().parse($1).count }
    }
    try measure("extraction: page to report") { pages.reduce(0) { $0 + Extractor().extract($1).passages.count } }
  }

  private static func pages(in folder: URL) throws -> [Page] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.compactMap { name in
      let file = folder.appendingPathComponent(name)
      let bytes: Data
      if name.hasSuffix(".html") {
        bytes = try Data(contentsOf: file)
      } else if name.hasSuffix(".html.gz") {
        bytes = try unpacked(file)
      } else {
        return nil
      }
      return Page(source: name, sha256: "", text: String(decoding: bytes, as: UTF8.self), form: .html)
    }
  }

  private static func unpacked(_ file: URL) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Wrong(description: "gzip cannot read \(file.path)") }
    return bytes
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
