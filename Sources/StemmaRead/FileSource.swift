import Foundation

/// The file system, as far as a reader of reports needs it.
struct FileSource: Sendable {
  enum Kind {
    case file, folder
    case refused(ReadError)
  }

  let limits: Reader.Limits
  var meter: ReadingMeter? = nil

  /// What stands at a path, links followed.
  func kind(of path: String) -> Kind {
    guard let status = status(of: path) else { return .refused(ReadError(.missing, path)) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .refused(ReadError(.special, path))
    }
  }

  /// The path with links and dots resolved: two spellings of one file are equal.
  func identity(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Opens a file; nothing is read yet.
  func open(_ path: String) -> Result<Input, ReadError> {
    guard let handle = FileHandle(forReadingAtPath: path) else { return .failure(ReadError(.notPermitted, path)) }
    var input = Input(path, HandleBytes(handle, closesAtEnd: true, meter: meter))
    input.size = status(of: path).map { Int($0.st_size) }
    return .success(input)
  }

  /// The report files in a folder and the folders below it, by path; hidden ones are left out.
  ///
  /// - Complexity: the memory is that of the paths.
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

  /// Bytes of all files that paths name, folders' files included; nil where one is no file or folder.
  func size(of paths: [String]) -> Int? {
    var size = 0
    for path in paths {
      switch kind(of: path) {
      case .file: size += status(of: path).map { Int($0.st_size) } ?? 0
      case .folder:
        for file in reports(in: path) { size += status(of: file).map { Int($0.st_size) } ?? 0 }
      case .refused: return nil
      }
    }
    return size
  }

  private func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }
}
