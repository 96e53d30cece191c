import ArgumentParser
import Foundation
import StemmaModel
import StemmaPipeline
import StemmaPresent

/// `stemma stories CORPUS…`: any number of reports → their stories and near-copies.
struct Stories: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the stories and the near-copies among any number of reports.",
    discussion: """
      CORPUS is a file, a folder, an http or https address, or - for standard input: JSON Lines of reports (text, and \
      title, published, outlet, id where there are such), JSON, feeds, WARC, pages, each plain or packed with gzip or \
      zstd. Reports are taken in the order in which they come, as a newsroom gets them, and their texts are let go of. \
      Stories are written when all are read, since a late report can join two of them: JSON Lines, one story a line, in \
      order of the first report's time. What comes out depends on the reports and their order alone.

      Exit status: 0 done, 2 wrong usage or an output that cannot be written, 4 nothing could be read.
      """)

  @Argument(help: "Files, folders, addresses, or - for standard input.", completion: .file())
  var corpus: [String]

  @Option(name: .shortAndLong, help: "Write to a file instead of standard output.", completion: .file())
  var output: String?

  @Option(
    help: """
      Write the dossier of each story of two reports or more into this folder, as ID.json. The texts are kept in a \
      temporary file meanwhile.
      """, completion: .directory)
  var dossiers: String?

  @Option(help: "Threads that look at reports; as many as there are processors by default.")
  var threads: Int?

  @OptionGroup(title: "Fetching")
  var fetching: WebFlags

  @Flag(name: .shortAndLong, help: "Say nothing on standard error about progress and records that were passed over.")
  var quiet = false

  func validate() throws {
    if corpus.isEmpty { throw ValidationError("Name at least one file or folder, or - for standard input.") }
    if let threads, !(1...256).contains(threads) { throw ValidationError("--threads takes 1 to 256.") }
  }

  func run() throws {
    let output = try Output(path: output)
    if let dossiers { try Self.make(folder: dossiers) }
    do {
      let shelf = dossiers == nil ? nil : try PageShelf()
      let stories = try read(keeping: shelf)
      guard stories.reports > 0 else {
        throw Failure(status: .nothingRead, description: "stemma: none of the inputs gave a report to read.")
      }
      do {
        try output.stream { write in try self.write(stories, to: write) }
      } catch is Output.ReaderLeft {}
      if let dossiers, let shelf { try write(stories, from: shelf, into: dossiers) }
    } catch let full as PageShelf.Full {
      throw Failure(status: .usage, description: "stemma: \(full)")
    }
  }

  private func read(keeping shelf: PageShelf?) throws -> StoryList {
    var progress = Progress(shown: !quiet)
    defer { progress.clear() }
    var corpus = Corpus(web: fetching.web)
    if let threads { corpus.threads = threads }
    return try corpus.stories(of: self.corpus, keeping: shelf) { news in
      switch news {
      case .trouble(let sentence):
        guard !quiet else { break }
        progress.clear()
        Console.error("stemma: " + sentence)
      case .standing(let reports, let read, let whole):
        progress.tell {
          Progress.status(reports, "report", read, "MiB", $0) + Progress.remainder(read, of: whole, $0)
        }
      }
    }
  }

  private func write(_ stories: StoryList, to write: (Data) throws -> Void) throws {
    let encoder = DossierJSON.encoder(pretty: false)
    var lines = Data()
    for index in 0..<stories.count {
      lines.append(contentsOf: try encoder.encode(stories[index]))
      lines.append(10)
      if lines.count >= 1 << 16 {
        try write(lines)
        lines.removeAll(keepingCapacity: true)
      }
    }
    try write(lines)
  }

  // MARK: - Dossiers

  private func write(_ stories: StoryList, from shelf: PageShelf, into folder: String) throws {
    var progress = Progress(shown: !quiet)
    var made = 0
    for index in 0..<stories.count {
      guard let dossier = try stories.dossier(of: index, from: shelf) else { continue }
      let path = "\(folder)/\(stories[index].id).json"
      try Output(path: path).write(DossierJSON.encode(dossier, pretty: true))
      made += 1
      progress.tell { _ in "\(made) dossiers, \(index + 1) of \(stories.count) stories looked through" }
    }
    progress.clear()
  }

  private static func make(folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        status: .usage, description: "stemma: the folder \(folder) could not be made: \(error.localizedDescription)")
    }
  }
}
