import Foundation
import GRDB

/// The beginning of an id: an r or an s, and 4 to 32 hexadecimal digits.
struct IDPrefix {
  let isStory: Bool
  private let written: String
  /// The first and the last id that begin so.
  private let range: ClosedRange<ReportID>

  init(_ text: String) throws {
    let signs = text.lowercased().utf8
    let digits = signs.dropFirst().compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard let letter = signs.first, letter == UInt8(ascii: "r") || letter == UInt8(ascii: "s"),
      digits.count == signs.count - 1, (4...2 * ReportID.byteCount).contains(digits.count)
    else { throw StoreError(.shortID, text) }
    isStory = letter == UInt8(ascii: "s")
    written = text
    let filled = { (filling: Int) in
      let all = digits + [Int](repeating: filling, count: 2 * ReportID.byteCount - digits.count)
      return ReportID(bytes: Data((0..<ReportID.byteCount).map { UInt8(all[2 * $0] << 4 | all[2 * $0 + 1]) }))
    }
    range = filled(0)...filled(15)
  }

  func report(_ db: Database) throws -> Int64 {
    guard !isStory else { throw StoreError(.notAReport, written) }
    return try one(db, "SELECT number FROM reports WHERE id BETWEEN ? AND ? LIMIT 100")
  }

  /// The story, or the one that it is part of by now.
  func story(_ db: Database) throws -> Int64 {
    guard isStory else { throw StoreError(.notAStory, written) }
    return try one(db, "SELECT DISTINCT coalesce(merged, number) FROM stories WHERE id BETWEEN ? AND ? LIMIT 100")
  }

  private func one(_ db: Database, _ sql: String) throws -> Int64 {
    let found = try Int64.fetchAll(db, sql: sql, arguments: [range.lowerBound.bytes, range.upperBound.bytes])
    guard found.count < 2 else { throw StoreError(.ambiguousID(count: found.count), written) }
    guard let number = found.first else { throw StoreError(.unknownID, written) }
    return number
  }
}
