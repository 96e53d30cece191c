/// Why an input gave no page.
package struct ReadError: Error, Sendable, CustomStringConvertible {
  package enum Code: Sendable, Equatable {
    case missing, notPermitted, special, tooLarge(limit: Int), empty, noReport, failed
    case binary, portableDocument, officeDocument, webArchive, image, compressed
    case notUTF8, utf16
    case notJSON, noText
    case brokenLine(Int), lineWithoutText(Int), recordWithoutText(Int)
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
      "\(subject) is larger than \(limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes"): split it or give the article alone."
    case .empty: "\(subject) is empty: save the article again."
    case .noReport: "There is no report in \(subject): it needs text, Markdown, HTML or JSON files."
    case .failed: "\(subject) could not be read to its end: try again."
    case .binary: "\(subject) looks binary: save the article as text or HTML."
    case .portableDocument: "\(subject) is a PDF: save the page as HTML or text."
    case .officeDocument: "\(subject) is an office document or a zip archive: save the article as text, or unpack it."
    case .webArchive: "\(subject) is a web archive (MHTML): save the page as HTML or text."
    case .image: "\(subject) is an image: save the article as text or HTML."
    case .compressed: "\(subject) is compressed: unpack it first."
    case .notUTF8: "\(subject) is not UTF-8: convert it first, for example with iconv -f windows-1252 -t utf-8."
    case .utf16: "\(subject) is not UTF-8 but UTF-16: convert it first, for example with iconv -f utf-16 -t utf-8."
    case .notJSON: "\(subject) is not valid JSON: check how it was written."
    case .noText: "\(subject) has no record with a text field: name the field text, body or content."
    case .brokenLine(let line): "Line \(line) of \(subject) is not valid JSON: it is left out."
    case .lineWithoutText(let line): "Line \(line) of \(subject) has no text field: it is left out."
    case .recordWithoutText(let number): "Record \(number) of \(subject) has no text field: it is left out."
    }
  }
}
