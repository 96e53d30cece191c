import Foundation

/// The lines of some files, one after another; `-` is standard input. Used from one thread at a time.
final class LineSource: @unchecked Sendable {
  private static let chunk = 1 << 18

  private var handles: [(path: String, handle: FileHandle)]
  private var buffer = Data()
  /// Where the next line starts in `buffer`, and how far it has been searched for its end.
  private var start = 0
  private var searched = 0
  /// What kept the rest from being read, as a sentence.
  private(set) var trouble: String?

  /// - Throws: `Failure` where a file cannot be opened, before any work is done.
  init(_ paths: [String]) throws {
    handles = try paths.map { path in
      if path == "-" { return (path, FileHandle.standardInput) }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Failure(status: .nothingRead, description: "stemma: there is no file \(path).")
      }
      guard !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path) else {
        throw Failure(status: .nothingRead, description: "stemma: \(path) cannot be read as a file of lines.")
      }
      return (path, handle)
    }
  }

  /// The next line without its end; nil after the last.
  func next() -> Data? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 10) {
        defer {
          start = end + 1
          searched = start
        }
        return Data(buffer[start..<end])
      }
      searched = buffer.count
      guard let (path, handle) = handles.first else { return nil }
      do {
        if let more = try handle.read(upToCount: Self.chunk), !more.isEmpty {
          if start > 0 {
            buffer = Data(buffer[start...])
            searched -= start
            start = 0
          }
          buffer.append(more)
          continue
        }
      } catch {
        trouble = "\(path) could not be read to its end."
      }
      handles.removeFirst()
      // The last line of a file may lack its end.
      if start < buffer.count {
        let line = Data(buffer[start...])
        buffer = Data()
        (start, searched) = (0, 0)
        return line
      }
    }
  }
}
