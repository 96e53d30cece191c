package import StemmaModel
package import Foundation

/// Reads files, folders and standard input into pages. One bad input never stops the others.
package struct Reader: Sendable {
  package struct Limits: Sendable {
    /// Inputs above this are refused: no article is this long, and every later stage keeps the text in memory.
    package var bytesPerInput = 64 << 20
    /// Folders below folders; a cycle of links ends here at the latest.
    package var folderDepth = 64

    package init() {}
  }

  private let limits: Limits
  private let standardInput: @Sendable () -> FileHandle

  package init(limits: Limits = Limits(), standardInput: @escaping @Sendable () -> FileHandle = { .standardInput }) {
    self.limits = limits
    self.standardInput = standardInput
  }

  /// What reading brings, one after the other.
  package enum Reading: Sendable {
    case page(Page)
    case caveat(Caveat)
  }

  /// As `read(_:)`, handing on each page as it is read.
  package func read(_ arguments: [String], _ receive: (Reading) throws -> Void) rethrows {
    let (pages, caveats) = read(arguments)
    for page in pages { try receive(.page(page)) }
    for caveat in caveats { try receive(.caveat(caveat)) }
  }

  /// Reads paths of files and folders, and `-` for standard input, in the order given; a folder's files by path.
  package func read(_ arguments: [String]) -> (pages: [Page], caveats: [Caveat]) {
    var reading = ReadingSoFar(files: FileSource(limits: limits))
    for argument in arguments {
      if argument == "-" {
        reading.add(source: "-", file: nil) { FileSource(limits: limits).bytes(of: standardInput()) }
      } else {
        reading.add(path: argument)
      }
    }
    return (reading.pages, reading.caveats + reading.sameBytes())
  }
}

/// What has been read so far, and what was already seen.
private struct ReadingSoFar {
  let files: FileSource
  var pages: [Page] = []
  var caveats: [Caveat] = []
  private var seen: [String: String] = [:]
  private var digests: [(source: String, digest: String)] = []

  init(files: FileSource) {
    self.files = files
  }

  mutating func add(path: String) {
    let files = files
    switch files.kind(of: path) {
    case .refused(let error):
      refuse(error)
    case .file:
      add(source: path, file: files.identity(of: path)) { files.bytes(of: path) }
    case .folder:
      let found = files.reports(in: path)
      if found.isEmpty {
        refuse(ReadError(.noReport, path))
      }
      for file in found {
        add(source: file, file: files.identity(of: file)) { files.bytes(of: file) }
      }
    }
  }

  mutating func add(source: String, file: String?, bytes: () -> Result<[UInt8], ReadError>) {
    let identity = file ?? source
    if let first = seen[identity] {
      let note =
        first == source
        ? "\(source) was given twice and is read once." : "\(source) is the same file as \(first) and is read once."
      caveats.append(Caveat(.repeatedPath, source: source, note: note))
      return
    }
    seen[identity] = source
    switch bytes() {
    case .failure(var error):
      error.subject = source
      refuse(error)
    case .success(let bytes):
      let digest = Digest.hexadecimal(bytes)
      digests.append((source, digest))
      let decoded = Document(source: source, bytes: bytes, digest: digest).pages()
      pages += decoded.pages
      caveats += decoded.caveats
    }
  }

  private mutating func refuse(_ error: ReadError) {
    caveats.append(Caveat(.unreadable, source: error.subject, note: error.description))
  }

  /// One caveat for every input whose bytes an earlier one had.
  func sameBytes() -> [Caveat] {
    let read = Set(
      pages.map { $0.source.split(separator: "#").first.map(String.init) ?? $0.source } + pages.map(\.source))
    var first: [String: String] = [:]
    return digests.compactMap { source, digest in
      guard read.contains(source) else { return nil }
      guard let other = first[digest] else {
        first[digest] = source
        return nil
      }
      return Caveat(
        .sameBytes, source: source,
        note: "\(source) has the same bytes as \(other): two publishers perhaps, but one text.")
    }
  }
}
