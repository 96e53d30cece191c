import Foundation

/// The reports that a flood is measured with: the first so many of a file of JSON Lines, each with its text.
struct FloodCorpus {
  let file: URL
  let count: Int
  var bytes: Int { (try? FileManager.default.attributesOfItem(atPath: file.path))?[.size] as? Int ?? 0 }

  /// Writes the first reports of a corpus to a file: of the invented one, or of `docs.jsonl` in a folder.
  ///
  /// - Returns: nil if the folder has fewer.
  static func write(_ count: Int, of folder: String?, to file: URL) throws -> FloodCorpus? {
    try Data().write(to: file)
    let output = try FileHandle(forWritingTo: file)
    defer { try? output.close() }
    var waiting: [UInt8] = []
    var written = 0
    func put(_ line: some Sequence<UInt8>) throws {
      waiting.append(contentsOf: line)
      written += 1
      guard waiting.count > 1 << 22 || written == count else { return }
      try output.write(contentsOf: Data(waiting))
      waiting.removeAll(keepingCapacity: true)
    }
    if let folder {
      try lines(of: folder + "/docs.jsonl") { line in
        try put(line)
        return written < count
      }
    } else {
      var maker = FloodMaker()
      for _ in 0..<count { try put(maker.next().line.utf8) }
    }
    return written == count ? FloodCorpus(file: file, count: count) : nil
  }

  /// The texts of the first reports.
  func texts(_ count: Int) throws -> [String] {
    var texts: [String] = []
    try Self.lines(of: file.path) { line in
      texts.append(try Self.text(line))
      return texts.count < count
    }
    return texts
  }

  /// Hands on all texts in their order.
  func eachText(_ receive: (String) -> Void) throws {
    try Self.lines(of: file.path) { line in
      receive(try Self.text(line))
      return true
    }
  }

  private struct Line: Decodable { var text: String }

  private static func text(_ line: ArraySlice<UInt8>) throws -> String {
    try JSONDecoder().decode(Line.self, from: Data(line)).text
  }

  /// Hands on each line with its end, until told to stop.
  private static func lines(of path: String, _ receive: (ArraySlice<UInt8>) throws -> Bool) throws {
    guard let input = FileHandle(forReadingAtPath: path) else { throw Wrong(description: "there is no \(path)") }
    defer { try? input.close() }
    var rest: [UInt8] = []
    while let data = try input.read(upToCount: 1 << 22), !data.isEmpty {
      rest.append(contentsOf: data)
      var start = 0
      while let end = rest[start...].firstIndex(of: 10) {
        guard try receive(rest[start...end]) else { return }
        start = end + 1
      }
      rest.removeFirst(start)
    }
  }
}
