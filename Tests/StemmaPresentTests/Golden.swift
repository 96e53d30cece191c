import Foundation
import Testing

/// What a face wrote for a frozen dossier, kept to be read.
enum Golden {
  /// Compares with the kept file. `RECORD_GOLDENS=1` rewrites it and then fails, so that recording is never a silent pass.
  static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Fixture.folder.appendingPathComponent("Goldens/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); run again without RECORD_GOLDENS", sourceLocation: sourceLocation)
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    if kept != text {
      let (old, new) = (
        kept.split(separator: "\n", omittingEmptySubsequences: false),
        text.split(separator: "\n", omittingEmptySubsequences: false)
      )
      let at = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
      Issue.record(
        "\(name) differs in line \(at + 1): kept “\(at < old.count ? String(old[at].prefix(160)) : "")”, now “\(at < new.count ? String(new[at].prefix(160)) : "")”",
        sourceLocation: sourceLocation)
    }
  }
}
