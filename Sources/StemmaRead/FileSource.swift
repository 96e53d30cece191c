import Foundation

/// The file system, as far as a reader of reports needs it.
struct FileSource: Sendable {
  enum Kind {
    case file, folder
    case refused(ReadError)
  }

  let limits: Reader.Limits

  /// What stands at a path, links followed.
  func kind(of path: String) -> Kind {
    let resolved = identity(of: path)
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved) else {
      return .refused(ReadError(.missing, path))
    }
    switch attributes[.type] as? FileAttributeType {
    case .typeDirectory: return .folder
    case .typeRegular: return .file
    default: return .refused(ReadError(.special, path))
    }
  }

  /// The path with links and dots resolved: two spellings of one file are equal.
  func identity(of path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  func bytes(of path: String) -> Result<[UInt8], ReadError> {
    guard FileManager.default.isReadableFile(atPath: path) else { return .failure(ReadError(.notPermitted, path)) }
    guard let handle = FileHandle(forReadingAtPath: path) else { return .failure(ReadError(.notPermitted, path)) }
    let size = (try? FileManager.default.attributesOfItem(atPath: identity(of: path)))?[.size] as? Int ?? 0
    if size > limits.bytesPerInput { return .failure(ReadError(.tooLarge(limit: limits.bytesPerInput), path)) }
    defer { try? handle.close() }
    return bytes(of: handle)
  }

  /// Reads a handle to its end, or to one byte past the limit.
  func bytes(of handle: FileHandle) -> Result<[UInt8], ReadError> {
    var bytes: [UInt8] = []
    do {
      while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
        bytes.append(contentsOf: part)
        if bytes.count > limits.bytesPerInput { return .failure(ReadError(.tooLarge(limit: limits.bytesPerInput), "")) }
      }
    } catch {
      return .failure(ReadError(.failed, ""))
    }
    return bytes.isEmpty ? .failure(ReadError(.empty, "")) : .success(bytes)
  }

  /// The report files in a folder and the folders below it, by path; hidden ones are left out.
  func reports(in folder: String) -> [String] {
    var found: [String] = []
    var visited: Set<String> = []
    collect(
      folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder, depth: 0, into: &found,
      visited: &visited)
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func collect(_ folder: String, depth: Int, into found: inout [String], visited: inout Set<String>) {
    guard depth < limits.folderDepth, visited.insert(identity(of: folder)).inserted else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where !name.hasPrefix(".") {
      let path = folder == "/" ? "/" + name : folder + "/" + name
      switch kind(of: path) {
      case .folder: collect(path, depth: depth + 1, into: &found, visited: &visited)
      case .file where Format(path: path) != nil: found.append(path)
      default: break
      }
    }
  }
}
