package import Foundation

/// The stories under `Examples/`.
package enum Examples {
  /// The root of the project's files.
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The paths of a story's reports, in order of their names.
  package static func reports(of slug: String) throws -> [String] {
    let folder = root.appendingPathComponent("Examples/\(slug)/reports")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map { folder.appendingPathComponent($0).path }
  }

  /// What is true of a story, written by hand.
  package static func truth(of slug: String) throws -> StoryTruth {
    let file = root.appendingPathComponent("Examples/\(slug)/truth.json")
    return try JSONDecoder().decode(StoryTruth.self, from: Data(contentsOf: file))
  }
}
