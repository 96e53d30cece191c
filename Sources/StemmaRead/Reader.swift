package import StemmaModel
package import Foundation

/// Fetches `http` and `https` addresses, one at a time, in the order in which they are asked for.
package typealias Fetcher = @Sendable (_ address: String) throws(ReadError) -> Download

/// Reads files, folders, addresses and standard input into pages. One bad input never stops the others.
package struct Reader: Sendable {
  /// What an input may cost.
  package struct Limits: Sendable {
    /// Pages above this are refused: no article is this long, and every later stage keeps the text in memory.
    package var bytesPerInput = 64 << 20
    /// Pages that are larger than this when unpacked are cut.
    package var unpackedBytesPerPage = 16 << 20
    /// Records above this are left out: lines, elements of a list, items of a feed, payloads of an archive.
    package var bytesPerRecord = 8 << 20
    /// JSON above this is gone through element by element: a tree of numbers is twenty times its text.
    package var bytesPerTree = 4 << 20
    /// How many times its size a packed input may become; text rarely becomes more than fifty times its size.
    package var unpackingRatio = 250
    /// Unpacked bytes before the ratio is asked.
    package var unpackedFloor = 16 << 20
    /// Folders below folders; a cycle of links ends here at the latest.
    package var folderDepth = 64

    package init() {}
  }

  private let limits: Limits
  private let standardInput: @Sendable () -> FileHandle
  private let fetcher: Fetcher?
  /// Counts what is read of files.
  package var meter: ReadingMeter?

  /// - Parameter fetcher: fetches arguments that are `http` or `https` addresses, and the feeds of OPML lists; without one they
  ///   are caveats.
  package init(
    limits: Limits = Limits(), standardInput: @escaping @Sendable () -> FileHandle = { .standardInput },
    fetcher: Fetcher? = nil
  ) {
    self.limits = limits
    self.standardInput = standardInput
    self.fetcher = fetcher
  }

  /// What reading brings, one after the other.
  package enum Reading: Sendable {
    case page(Page)
    case caveat(Caveat)
  }

  /// As `read(_:)`, handing on each page as it is read, and each caveat where it comes up.
  ///
  /// - Complexity: the memory is that of one page or record, and of the paths and fingerprints of the inputs.
  package func read(_ arguments: [String], _ receive: (Reading) throws -> Void) rethrows {
    let inputs = InputList(
      arguments, files: FileSource(limits: limits, meter: meter), standardInput: standardInput, fetcher: fetcher)
    var fingerprints = Fingerprints()
    while let next = inputs.next() {
      switch next {
      case .caveat(let caveat): try receive(.caveat(caveat))
      case .input(let input):
        let reader = InputReader(input, limits: limits, fetcher: fetcher)
        while let reading = reader.next() { try receive(reading) }
        if let digest = reader.digest, let caveat = fingerprints.caveat(input.source, digest) {
          try receive(.caveat(caveat))
        }
      }
    }
  }

  /// Bytes of all files that the arguments name; nil where one is no file or folder, so that nobody knows.
  package func size(of arguments: [String]) -> Int? { FileSource(limits: limits).size(of: arguments) }

  /// Reads paths of files and folders, addresses, and `-` for standard input, in the order given; a folder's files by path.
  package func read(_ arguments: [String]) -> (pages: [Page], caveats: [Caveat]) {
    var pages: [Page] = []
    var caveats: [Caveat] = []
    read(arguments) { reading in
      switch reading {
      case .page(let page): pages.append(page)
      case .caveat(let caveat): caveats.append(caveat)
      }
    }
    return (pages, caveats)
  }
}

/// The fingerprints of the inputs so far.
private struct Fingerprints {
  private var first: [String: String] = [:]

  /// A caveat where an earlier input had the same bytes.
  mutating func caveat(_ source: String, _ digest: String) -> Caveat? {
    guard let other = first[digest] else {
      first[digest] = source
      return nil
    }
    return Caveat(
      .sameBytes, source: source,
      note: "\(source) has the same bytes as \(other): two publishers perhaps, but one text.")
  }
}
