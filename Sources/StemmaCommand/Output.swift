import Foundation

/// Where the result goes: standard output, or a file that appears whole or not at all.
struct Output {
  private let path: String?

  /// Makes sure that the result can be written, before any work is done.
  ///
  /// - Parameter path: nil or `-` for standard output.
  /// - Throws: `Failure` that names the path and says what to do.
  init(path: String?) throws {
    guard let path, path != "-" else {
      self.path = nil
      return
    }
    self.path = path
    var isFolder: ObjCBool = false
    let manager = FileManager.default
    if manager.fileExists(atPath: path, isDirectory: &isFolder) {
      guard !isFolder.boolValue else {
        throw Failure(status: .usage, description: "stemma: \(path) is a folder; name a file to write.")
      }
      guard manager.isWritableFile(atPath: path) else {
        throw Failure(status: .usage, description: "stemma: \(path) cannot be written; choose another file.")
      }
    }
    let folder = Self.folder(of: path)
    guard manager.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw Failure(
        status: .usage, description: "stemma: there is no folder \(folder) to write \(path) into; make it first.")
    }
    guard manager.isWritableFile(atPath: folder) || manager.fileExists(atPath: path) else {
      throw Failure(status: .usage, description: "stemma: the folder \(folder) cannot be written to; choose another.")
    }
  }

  func write(_ data: Data) throws {
    guard let path else {
      // A reader who has had enough, as `head` has, is no trouble.
      guard let error = Console.write(data, to: STDOUT_FILENO), error != EPIPE else { return }
      throw Failure(
        status: .usage,
        description: "stemma: standard output could not be written: \(String(cString: strerror(error))).")
    }
    let url = URL(fileURLWithPath: path)
    do {
      // Atomic replacement needs a writable folder and a plain file; a device or a lone writable file is written to.
      let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
      let plain = type == nil || type == .typeRegular
      let atomic = plain && FileManager.default.isWritableFile(atPath: Self.folder(of: path))
      if atomic {
        try data.write(to: url, options: .atomic)
      } else {
        let handle = try FileHandle(forWritingTo: url)
        try handle.write(contentsOf: data)
        if plain { try handle.truncate(atOffset: UInt64(data.count)) }
        try handle.close()
      }
    } catch {
      throw Failure(status: .usage, description: "stemma: \(path) could not be written: \(error.localizedDescription)")
    }
  }

  private static func folder(of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }
}
