import Foundation
import StemmaModel

/// The inputs behind the arguments, one after the other: folders become their files, and nothing is given twice.
final class InputList {
  enum Element {
    case input(Input)
    case caveat(Caveat)
  }

  private let files: FileSource
  private let standardInput: () -> FileHandle
  private let fetcher: Fetcher?
  private var arguments: ArraySlice<String>
  /// The files of the folder at hand.
  private var folder: ArraySlice<String> = []
  private var waiting: [Element] = []
  private var seen: [String: String] = [:]

  init(
    _ arguments: [String], files: FileSource, standardInput: @escaping () -> FileHandle, fetcher: Fetcher?
  ) {
    self.arguments = arguments[...]
    self.files = files
    self.standardInput = standardInput
    self.fetcher = fetcher
  }

  func next() -> Element? {
    while true {
      if !waiting.isEmpty { return waiting.removeFirst() }
      if let file = folder.popFirst() { return self.file(file) }
      guard let argument = arguments.popFirst() else { return nil }
      if let element = element(argument) { return element }
    }
  }

  /// Nil where the argument is a folder, whose files come next.
  private func element(_ argument: String) -> Element? {
    if argument == "-" {
      return repeated(argument, argument)
        ?? .input(Input("-", HandleBytes(standardInput(), closesAtEnd: false)))
    }
    if Address.isFetched(argument) { return address(argument) }
    switch files.kind(of: argument) {
    case .refused(let error): return refused(error)
    case .file: return file(argument)
    case .folder:
      folder = files.reports(in: argument)[...]
      return folder.isEmpty ? refused(ReadError(.noReport, argument)) : nil
    }
  }

  private func file(_ path: String) -> Element {
    if let caveat = repeated(path, files.identity(of: path)) { return caveat }
    switch files.open(path) {
    case .failure(let error): return refused(error)
    case .success(let input): return .input(input)
    }
  }

  private func address(_ address: String) -> Element {
    if let caveat = repeated(address, address) { return caveat }
    guard let fetcher else { return refused(ReadError(.noFetcher, address)) }
    do {
      let fetched = try fetcher(address)
      waiting += fetched.caveats.map { .caveat($0) }
      return .input(Input(address, fetched))
    } catch {
      return refused(error)
    }
  }

  private func repeated(_ source: String, _ identity: String) -> Element? {
    guard let first = seen[identity] else {
      seen[identity] = source
      return nil
    }
    let note =
      first == source
      ? "\(source) was given twice and is read once." : "\(source) is the same file as \(first) and is read once."
    return .caveat(Caveat(.repeatedPath, source: source, note: note))
  }

  private func refused(_ error: ReadError) -> Element {
    .caveat(Caveat(.unreadable, source: error.subject, note: error.description))
  }
}

/// Addresses of the web.
enum Address {
  /// Whether an argument is to be fetched and not looked for among the files.
  static func isFetched(_ argument: String) -> Bool {
    let lower = argument.prefix(8).lowercased()
    return lower.hasPrefix("http://") || lower.hasPrefix("https://")
  }
}

extension Input {
  /// What an address gave, under the address as it was asked for.
  init(_ source: String, _ download: Download) {
    self.init(source, download.bytes)
    mediaType = download.contentType.map { MediaType($0) }
    testimony = [Testimony(.address, download.address, by: .transport)]
  }
}
