import Crypto
import Foundation

/// What was fetched before, in a folder: a page that has not changed is not sent again.
///
/// An address has two files: what the server said of it, and the bytes as they came. A file that cannot be read or
/// does not fit its fellow counts as absent.
struct FetchCache: Sendable {
  struct Entry: Codable, Sendable {
    var address: String
    var tag: String?
    var modified: String?
    var contentType: String?
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    var sha256: String
  }

  let folder: URL

  init(folder: String) {
    self.folder = URL(fileURLWithPath: folder, isDirectory: true)
  }

  func entry(for address: String) -> (entry: Entry, bytes: [UInt8])? {
    let (said, body) = files(of: address)
    guard let text = try? Data(contentsOf: said), let entry = try? JSONDecoder().decode(Entry.self, from: text),
      entry.address == address, let bytes = try? Data(contentsOf: body), Self.digest(bytes) == entry.sha256
    else { return nil }
    return (entry, Array(bytes))
  }

  /// Keeps a page that can be asked for again by its tag or its date; a full disk is no reason to fail.
  func keep(_ bytes: [UInt8], of address: String, headers: (String) -> String?) {
    let control = headers("cache-control")?.lowercased() ?? ""
    let tag = headers("etag")
    let modified = headers("last-modified")
    guard tag != nil || modified != nil, !control.contains("no-store") else { return }
    let (said, body) = files(of: address)
    let data = Data(bytes)
    let entry = Entry(
      address: address, tag: tag, modified: modified, contentType: headers("content-type"),
      sha256: Self.digest(data))
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    guard (try? data.write(to: body, options: .atomic)) != nil, let text = try? JSONEncoder().encode(entry) else {
      return
    }
    try? text.write(to: said, options: .atomic)
  }

  private func files(of address: String) -> (said: URL, body: URL) {
    let name = Self.digest(Data(address.utf8))
    return (folder.appendingPathComponent(name + ".json"), folder.appendingPathComponent(name + ".body"))
  }

  private static func digest(_ data: Data) -> String {
    SHA256.hash(data: data).map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count == 1 ? "0" + text : text
    }.joined()
  }
}
