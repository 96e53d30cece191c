/// Why an input gave no page, or not all of its pages.
package struct ReadError: Error, Sendable, CustomStringConvertible {
  package enum Code: Sendable, Equatable {
    case missing, notPermitted, special, tooLarge(limit: Int), empty, noReport, failed
    case binary, portableDocument, officeDocument, pageArchive, image, compressed, otherXML(String)
    case unpackingCut, unpackingBroken, unpackingBomb(limit: Int), unpackingRest
    case notJSON, noText, brokenLine(Int), longLine(Int, limit: Int), brokenRecord(Int), longRecord(Int, limit: Int)
    case recordWithoutText(Int, address: String?), recordsBreakOff(Int)
    case noItems, feedBreaksOff
    case unknownEncoding
    case noFetcher
    /// In the words of whoever failed to fetch: a whole sentence.
    case notFetched(String)
  }

  package var code: Code
  /// The input, as it was given.
  package var subject: String

  package init(_ code: Code, _ subject: String) {
    self.code = code
    self.subject = subject
  }

  /// One sentence: what, where, what to try.
  package var description: String {
    switch code {
    case .missing: "There is no file or folder \(subject): check the path."
    case .notPermitted: "\(subject) may not be read: check its permissions."
    case .special: "\(subject) is neither a file nor a folder: give a file, a folder or - for standard input."
    case .tooLarge(let limit):
      "\(subject) is larger than \(Self.size(limit)): split it or give the article alone."
    case .empty: "\(subject) is empty: save the article again."
    case .noReport:
      "There is no report in \(subject): it needs text, Markdown, HTML, JSON, feed or WARC files."
    case .failed: "\(subject) could not be read to its end: try again."
    case .binary: "\(subject) looks binary: save the article as text or HTML."
    case .portableDocument: "\(subject) is a PDF: save the page as HTML or text."
    case .officeDocument: "\(subject) is an office document or a zip archive: save the article as text, or unpack it."
    case .pageArchive: "\(subject) is a web archive of one page (MHTML): save the page as HTML or text."
    case .image: "\(subject) is an image: save the article as text or HTML."
    case .compressed:
      "\(subject) is compressed in a way that is not read: unpack it first, or pack it with gzip or zstd."
    case .otherXML(let root):
      "\(subject) is XML of a kind that is not read, with <\(root)> as its root: give RSS, Atom, OPML or HTML."
    case .unpackingCut:
      "\(subject) is compressed and its end is missing: what could be unpacked is read. Copy it again."
    case .unpackingBroken:
      "\(subject) is compressed and cannot be unpacked to its end: what comes before the damage is read. Copy it again."
    case .unpackingBomb(let limit):
      "\(subject) unpacks to more than \(limit) times its size: what comes after that is left out. Unpack it by hand if it is wanted."
    case .unpackingRest: "\(subject) has bytes behind its compressed part: they are left out."
    case .notJSON: "\(subject) is not valid JSON: check how it was written."
    case .noText: "\(subject) has no record with a text field: name the field text, body or content."
    case .brokenLine(let line): "Line \(line) of \(subject) is not valid JSON: it is left out."
    case .longLine(let line, let limit):
      "Line \(line) of \(subject) is longer than \(Self.size(limit)): it is left out."
    case .brokenRecord(let number): "Record \(number) of \(subject) is not valid JSON: it is left out."
    case .longRecord(let number, let limit):
      "Record \(number) of \(subject) is larger than \(Self.size(limit)): it is left out."
    case .recordWithoutText(let number, nil): "Record \(number) of \(subject) has no text field: it is left out."
    case .recordWithoutText(let number, let address?):
      "Record \(number) of \(subject) has no text: fetch its page, \(address)."
    case .recordsBreakOff(let count):
      "\(subject) is not valid JSON after its record \(count): what comes after that is left out."
    case .noItems: "\(subject) is a feed without items: look at it again later."
    case .feedBreaksOff: "\(subject) ends within an item: that item is left out. Fetch it again."
    case .unknownEncoding: "\(subject) is in an encoding that this system cannot read: convert it to UTF-8 first."
    case .noFetcher: "\(subject) is an address, and nothing here can fetch it: save the page and give the file."
    case .notFetched(let sentence): sentence
    }
  }

  static func size(_ bytes: Int) -> String { bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes) bytes" }
}
