import Foundation
import StemmaModel

/// Pages on disk, for the dossiers that are made of them when all stories are known: a temporary file, which is gone when
/// the process is.
///
/// A corpus may be a pipe, and a second pass over it would hold every open story's pages at once. The file is as large as
/// the pages' texts.
public final class PageShelf {
  public struct Full: Error, CustomStringConvertible {
    public var description: String
  }

  private let handle: FileHandle
  private var starts: [UInt64] = [0]
  private var buffer = Data()

  private static let bufferSize = 1 << 20

  public init() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-pages-\(UUID().uuidString)").path
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      throw Full(description: "a temporary file could not be made: \(path). Set TMPDIR to a folder with room.")
    }
    // Its name goes at once, so that nothing stays, whatever ends the process.
    unlink(path)
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Adds a report's page; nil for a report that needs none.
  func add(_ page: Page?) throws {
    if let page { buffer.append(try JSONEncoder().encode(StoredPage(page))) }
    starts.append(end + UInt64(buffer.count))
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// The page of a report; nil where it was not kept.
  func page(of report: Int) throws -> Page? {
    if !buffer.isEmpty { try flush() }
    let (start, end) = (starts[report], starts[report + 1])
    guard end > start else { return nil }
    try handle.seek(toOffset: start)
    guard let data = try handle.read(upToCount: Int(end - start)), data.count == Int(end - start) else { return nil }
    return try JSONDecoder().decode(StoredPage.self, from: data).page
  }

  /// Bytes that are on disk.
  private var end: UInt64 = 0

  private func flush() throws {
    do {
      try handle.seek(toOffset: end)
      try handle.write(contentsOf: buffer)
    } catch {
      throw Full(
        description: "the pages for the dossiers could not be kept: \(error.localizedDescription). "
          + "Set TMPDIR to a folder with room for the texts of all reports.")
    }
    end += UInt64(buffer.count)
    buffer.removeAll(keepingCapacity: true)
  }
}

private struct StoredPage: Codable {
  struct Said: Codable {
    var field: String
    var value: String
    var voice: String
  }

  struct Trouble: Codable {
    var kind: String
    var source: String?
    var note: String
  }

  var source: String
  var sha256: String
  var text: String
  var form: String
  var testimony: [Said]
  var caveats: [Trouble]

  init(_ page: Page) {
    (source, sha256, text, form) = (page.source, page.sha256, page.text, page.form.rawValue)
    testimony = page.testimony.map { Said(field: $0.field.rawValue, value: $0.value, voice: $0.voice.rawValue) }
    caveats = page.caveats.map { Trouble(kind: $0.kind.rawValue, source: $0.source, note: $0.note) }
  }

  /// What a container declares has no place in the page's text, so no spans are lost.
  var page: Page {
    Page(
      source: source, sha256: sha256, text: text, form: Page.Form(rawValue: form) ?? .plain,
      testimony: testimony.compactMap { said in
        guard let field = Testimony.Field(rawValue: said.field), let voice = Testimony.Voice(rawValue: said.voice)
        else { return nil }
        return Testimony(field, said.value, by: voice)
      },
      caveats: caveats.map { Caveat(Caveat.Kind(rawValue: $0.kind) ?? .other, source: $0.source, note: $0.note) })
  }
}
