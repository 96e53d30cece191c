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

  /// Whoever reads standard output has had enough, as `head` has: no trouble, but a reason to stop.
  struct ReaderLeft: Error {}

  /// Writes what comes, piece by piece. A file appears when all is there; where the work throws, not at all.
  ///
  /// - Throws: `Failure`, `ReaderLeft`, and what `work` throws.
  func stream(_ work: ((Data) throws -> Void) throws -> Void) throws {
    guard let path else { return try work(Self.toStandardOutput) }
    guard Self.isReplaceable(path) else {
      // A device or a lone writable file takes the bytes as they come.
      var all = Data()
      try work { all.append($0) }
      return try write(all)
    }
    let draft = path + ".stemma-\(ProcessInfo.processInfo.processIdentifier)"
    guard FileManager.default.createFile(atPath: draft, contents: nil), let handle = FileHandle(forWritingAtPath: draft)
    else { throw Failure(status: .usage, description: "stemma: \(path) could not be written.") }
    defer { try? FileManager.default.removeItem(atPath: draft) }
    try work { data in
      if let error = Console.write(data, to: handle.fileDescriptor) {
        throw Failure(
          status: .usage, description: "stemma: \(path) could not be written: \(String(cString: strerror(error))).")
      }
    }
    try? handle.close()
    if rename(draft, path) != 0 {
      throw Failure(
        status: .usage, description: "stemma: \(path) could not be written: \(String(cString: strerror(errno))).")
    }
  }

  private static func toStandardOutput(_ data: Data) throws {
    guard let error = Console.write(data, to: STDOUT_FILENO) else { return }
    if error == EPIPE { throw ReaderLeft() }
    throw Failure(
      status: .usage,
      description: "stemma: standard output could not be written: \(String(cString: strerror(error))).")
  }

  /// Atomic replacement needs a writable folder and a plain file.
  private static func isReplaceable(_ path: String) -> Bool {
    let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    return (type == nil || type == .typeRegular) && FileManager.default.isWritableFile(atPath: folder(of: path))
  }

  func write(_ data: Data) throws {
    guard let path else {
      do { try Self.toStandardOutput(data) } catch is ReaderLeft {}
      return
    }
    let url = URL(fileURLWithPath: path)
    do {
      if Self.isReplaceable(path) {
        try data.write(to: url, options: .atomic)
      } else {
        // A device, or a lone writable file.
        let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
        let handle = try FileHandle(forWritingTo: url)
        try handle.write(contentsOf: data)
        if type == nil || type == .typeRegular { try handle.truncate(atOffset: UInt64(data.count)) }
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
