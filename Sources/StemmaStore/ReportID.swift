import Crypto
import Foundation

/// The name of a report, given by what it says: 128 bits of a SHA-256.
///
/// Whoever ingests the same report again, anywhere, gets the same id. A story has the id of the report that opened it.
package struct ReportID: Hashable, Comparable, Sendable {
  static let byteCount = 16
  let bytes: Data

  init(bytes: Data) { self.bytes = bytes }

  /// The id of a report by its title, text, outlet and time of publication: what makes it this report and no other.
  ///
  /// The address is left out: one article stands at many. The time is in, since an outlet may print the same words again.
  package init(of report: NewReport) {
    var hash = SHA256()
    // Each field behind its length, so that no two reports write the same bytes.
    for field in [report.title, report.outlet, report.published?.description, report.text] {
      let bytes = Array((field ?? "").utf8)
      withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
      hash.update(data: bytes)
    }
    bytes = Data(hash.finalize().prefix(Self.byteCount))
  }

  package static func < (a: ReportID, b: ReportID) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }

  /// 32 hexadecimal digits, without the letter that says whether a report or a story is meant.
  package var digits: String {
    let signs = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [signs[Int($0 >> 4)], signs[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The id of the report: an r and 32 hexadecimal digits.
  package var report: String { "r" + digits }

  /// The id of the story that the report opened: an s and the same digits.
  package var story: String { "s" + digits }
}
