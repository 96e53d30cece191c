import Foundation

/// A folder that goes when the test ends.
package final class TemporaryFolder {
  package let path: String

  package init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-tests-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in the folder, there or not.
  package func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file, and the folders above it; the path.
  @discardableResult
  package func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = file(name)
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }

  /// Writes a copy of a file, and the folders above it; the path.
  @discardableResult
  package func copy(_ source: String, as name: String) throws -> String {
    try write(name, try Data(contentsOf: URL(fileURLWithPath: source)))
  }

  /// A file that is `bytes` long and takes no room.
  package func writeSparse(_ name: String, bytes: UInt64) throws -> String {
    let file = try write(name, "")
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
    try handle.truncate(atOffset: bytes)
    try handle.close()
    return file
  }

  /// The names of what is there, in order; hidden ones too.
  package func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
}
