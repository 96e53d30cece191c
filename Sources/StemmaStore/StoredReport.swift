import Foundation
import GRDB
import StemmaModel

/// A report of the store, without its text.
package struct StoredReport: Sendable, Hashable {
  /// The order of arrival.
  package var number: Int64
  /// An r and 32 hexadecimal digits.
  package var id: String
  /// Of its story.
  package var story: String?
  /// Whether it stands there by a decision made by hand.
  package var isByHand: Bool
  /// The report that it is a near-copy of: the earliest of them.
  package var copyOf: String?
  /// The part of the shorter text that both have in common, 0…1.
  package var share: Double
  /// Seconds since 1970, by which reports stand in order: of publication; of arrival, where that is unknown or lies ahead.
  package var time: Int64
  /// Seconds since 1970.
  package var arrived: Int64
  /// As precisely as it is known: 2024-06-04, 2024-06-04T10:20Z.
  package var published: String?
  package var outlet: String?
  /// By the table of outlets.
  package var publisher: String?
  package var title: String?
  package var byline: String?
  package var language: String
  package var source: String
  package var address: String?
  package var credits: [NewReport.Credit]
  /// UTF-8 bytes of its text.
  package var bytes: Int
  /// Whether it is never dropped.
  package var isKept: Bool

  static let columns = """
    r.number, r.id, s.id, m.by_hand, h.id, c.share, r.time, r.arrived, r.published, r.outlet, o.publisher, r.title, r.byline, \
    r.language, r.source, r.address, r.credits, r.bytes, r.kept
    """
  static let tables = """
    reports r LEFT JOIN memberships m ON m.report = r.number LEFT JOIN stories s ON s.number = m.story \
    LEFT JOIN copies c ON c.report = r.number LEFT JOIN reports h ON h.number = c.head LEFT JOIN outlets o ON o.name = r.outlet
    """

  /// A row of `columns`.
  init(_ row: Row) {
    number = row[0]
    id = ReportID(bytes: row[1]).report
    story = (row[2] as Data?).map { ReportID(bytes: $0).story }
    isByHand = row[3] ?? false
    copyOf = (row[4] as Data?).map { ReportID(bytes: $0).report }
    share = row[5] ?? 0
    time = row[6]
    arrived = row[7]
    published = row[8]
    outlet = row[9]
    publisher = row[10]
    title = row[11]
    byline = row[12]
    language = row[13]
    source = row[14]
    address = row[15]
    credits = (row[16] as String?).map(Self.credits) ?? []
    bytes = row[17]
    isKept = row[18]
  }

  static func fetch(_ db: Database, number: Int64) throws -> StoredReport? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(columns) FROM \(tables) WHERE r.number = ?"), arguments: [number]
    ).map(StoredReport.init)
  }

  /// The text and the caller's own record; nil where they are damaged.
  func text(_ db: Database) throws -> (text: String, record: Data?)? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT text, record FROM texts WHERE report = ?"), arguments: [number])
    guard let row, let text = Packing.text(row[0]) else { return nil }
    return (text, (row[1] as Data?).flatMap(Packing.unpack).map { Data($0) })
  }

  /// The report as it came; a title that was taken from its text is in both.
  func asNew(_ db: Database) throws -> NewReport {
    let (text, record) = try text(db) ?? ("", nil)
    return NewReport(
      source: source, address: address, outlet: outlet, published: published.flatMap(Moment.init(written:)),
      title: title,
      byline: byline, language: language, credits: credits, text: text, record: record)
  }

  /// Credits as a column has them: a line for each, its kind, a space, the agency.
  static func written(_ credits: [NewReport.Credit]) -> String? {
    credits.isEmpty
      ? nil : credits.map { "\($0.kind) \($0.agency.replacing("\n", with: " "))" }.joined(separator: "\n")
  }

  private static func credits(_ written: String) -> [NewReport.Credit] {
    written.split(separator: "\n").map { line in
      let kind = line.prefix { $0 != " " }
      return NewReport.Credit(kind: String(kind), agency: String(line.dropFirst(kind.count + 1)))
    }
  }
}
