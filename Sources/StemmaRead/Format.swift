/// The container of a document, by its name, by what brought it and by its first bytes. A new kind of input starts here.
enum Format: Sendable, Equatable {
  case plain, markdown, html, json, jsonLines
  /// RSS, Atom or RDF; a list of feeds; XML that is neither, with its root element.
  case feed, feedList, otherXML(String)
  /// WARC.
  case webArchive

  /// Nil where the extension says nothing; that of a packed file is the one before.
  init?(path: String) {
    var name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? "" } ?? path
    name = name.lowercased()
    for packed in [".gz", ".zst", ".zstd"] where name.hasSuffix(packed) { name.removeLast(packed.count) }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...] {
    case "txt", "text": self = .plain
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml", "xht": self = .html
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    case "rss", "atom", "rdf", "xml": self = .feed
    case "opml": self = .feedList
    case "warc": self = .webArchive
    default: return nil
    }
  }

  /// Nil where the type says nothing or is not of text.
  init?(mediaType: String) {
    switch mediaType {
    case "text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml": self = .html
    case "text/plain": self = .plain
    case "text/markdown": self = .markdown
    case "application/x-ndjson", "application/jsonl", "application/jsonlines", "application/json-lines":
      self = .jsonLines
    case "application/warc": self = .webArchive
    case "text/x-opml", "text/opml": self = .feedList
    case "text/xml", "application/xml": self = .feed
    case _ where mediaType.hasSuffix("json"): self = .json
    case _ where mediaType.hasSuffix("+xml"): self = .feed
    default: return nil
    }
  }

  /// The first bytes decide where they are plain; then what brought the document, then its name.
  init(head: [UInt8], mediaType: String? = nil, path: String) {
    let declared = mediaType.flatMap(Format.init(mediaType:))
    let named = Format(path: path)
    // XML that says of itself what it is needs no name; text in front of it is a mistake only a name can excuse.
    let saysXML = declared == .feed || named == .feed || named == .feedList || declared == .feedList
    let seen = Format(sniffing: head, pastRubbish: saysXML)
    switch (seen, declared ?? named) {
    case (.webArchive?, _), (.feed?, _), (.feedList?, _), (.otherXML?, _): self = seen!
    case (.html?, .json?), (.html?, .jsonLines?), (.html?, _): self = .html
    case (_, .jsonLines?): self = named == .json ? .json : .jsonLines
    case (.json?, _): self = .json
    // Its reader looks for records behind what does not belong there.
    case (_, .webArchive?): self = .webArchive
    case (_, .feed?), (_, .feedList?): self = .plain
    case (_, let other?): self = other
    case (_, nil): self = .plain
    }
  }

  /// Nil where the bytes are not plainly of a kind. `pastRubbish`: look for XML behind text that does not belong there.
  init?(sniffing bytes: some Collection<UInt8>, pastRubbish: Bool = false) {
    // Wide units have their letters' bytes between zeros.
    let isWide = bytes.prefix(16).contains(0)
    var lower = Array(bytes.prefix(4096))
    for at in lower.indices where lower[at] >= 65 && lower[at] <= 90 { lower[at] += 32 }
    if isWide { lower.removeAll { $0 == 0 } }
    var at = lower.firstIndex { $0 > 32 && $0 < 0x7F } ?? lower.count
    // Only a mark may stand in front.
    guard at < lower.count, lower[..<at].allSatisfy({ $0 <= 32 || $0 >= 0x80 }), at <= 64 else { return nil }
    if lower[at...].starts(with: "warc/".utf8) {
      self = .webArchive
      return
    }
    if lower[at] == UInt8(ascii: "{") || lower[at] == UInt8(ascii: "[") {
      guard Self.opensJSON(lower[at...]) else { return nil }
      self = .json
      return
    }
    if pastRubbish, lower[at] != UInt8(ascii: "<"), let start = Self.xmlStart(lower) { at = start }
    guard lower[at] == UInt8(ascii: "<"), let root = Self.root(lower[at...]) else { return nil }
    switch root.split(separator: ":").last.map(String.init) ?? root {
    case "rss", "feed", "rdf", "channel": self = .feed
    case "opml": self = .feedList
    case "html", "head", "body", "article", "main", "section", "title", "meta", "div", "p", "h1", "h2", "script",
      "link",
      "!doctype":
      self = .html
    default:
      guard pastRubbish || lower[at...].starts(with: "<?xml".utf8) else { return nil }
      self = .otherXML(root)
    }
  }

  /// `{ "name"` or `{}`; `[ {`, `[ "` and the like; prose with brackets is neither.
  private static func opensJSON(_ bytes: ArraySlice<UInt8>) -> Bool {
    let next = bytes.dropFirst().drop { $0 <= 32 }.first
    if bytes.first == UInt8(ascii: "{") { return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") }
    return next == UInt8(ascii: "{")
  }

  private static func xmlStart(_ lower: [UInt8]) -> Int? {
    lower.indices.first { at in
      lower[at] == UInt8(ascii: "<")
        && ["<?xml", "<rss", "<feed", "<rdf:rdf", "<opml"].contains { lower[at...].starts(with: $0.utf8) }
    }
  }

  /// The name of the first element, declarations, comments and a document type passed over; that type of HTML is enough.
  private static func root(_ bytes: ArraySlice<UInt8>) -> String? {
    var rest = bytes
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[open...]
      if rest.starts(with: "<!doctype html".utf8) { return "!doctype" }
      if rest.starts(with: "<!--".utf8) {
        guard let end = rest.indices.first(where: { rest[$0...].starts(with: "-->".utf8) }) else { return nil }
        rest = rest[(end + 3)...]
      } else if rest.starts(with: "<?".utf8) || rest.starts(with: "<!".utf8) {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        rest = rest[(end + 1)...]
      } else {
        let name = rest.dropFirst().prefix {
          $0 >= 97 && $0 <= 122 || $0 >= 48 && $0 <= 58 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
      }
    }
    return nil
  }

  /// The kinds of files that are known and not read, by their first bytes.
  static func refusal(of head: [UInt8]) -> ReadError.Code? {
    func starts(_ magic: [UInt8]) -> Bool { head.starts(with: magic) }
    if starts(Array("%PDF".utf8)) { return .portableDocument }
    if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0xD0, 0xCF, 0x11, 0xE0]) { return .officeDocument }
    if starts(Array("BZh".utf8)) || starts([0xFD, 0x37, 0x7A, 0x58, 0x5A]) || Unpacking.packing(head) != nil {
      return .compressed
    }
    if starts([0xFF, 0xD8, 0xFF]) || starts([0x89, 0x50, 0x4E, 0x47]) || starts(Array("GIF8".utf8))
      || starts(Array("RIFF".utf8)) && head.dropFirst(8).starts(with: Array("WEBP".utf8))
    {
      return .image
    }
    // Its header lines come first.
    guard let first = head.first(where: { $0 > 32 }), first | 32 >= 97, first | 32 <= 122 else { return nil }
    let lower = head.prefix(4096).map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
    if lower.containsText("mime-version:"), lower.containsText("multipart/related") { return .pageArchive }
    return nil
  }
}
