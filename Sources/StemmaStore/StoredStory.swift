package import Foundation
import GRDB

/// A story of the store, without its reports.
package struct StoredStory: Sendable, Hashable {
  /// Of the report that opened it.
  package var number: Int64
  /// An s and 32 hexadecimal digits.
  package var id: String
  /// Changes with every change of the story.
  package var version: Int
  package var reports: Int
  /// Times of its earliest and latest report, in seconds since 1970.
  package var first: Int64
  package var last: Int64
  /// Of its earliest report.
  package var title: String?
  /// When it arrived, in seconds since 1970.
  package var opened: Int64

  static let columns = "number, id, version, reports, first, last, title, opened"

  init(_ row: Row) {
    number = row[0]
    id = ReportID(bytes: row[1]).story
    version = row[2]
    reports = row[3]
    first = row[4]
    last = row[5]
    title = row[6]
    opened = row[7]
  }

  static func fetch(_ db: Database, number: Int64) throws -> StoredStory? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(columns) FROM stories WHERE number = ?"), arguments: [number]
    ).map(StoredStory.init)
  }

  /// The ids of stories that became part of it.
  func formerIDs(_ db: Database) throws -> [String] {
    try Data.fetchAll(db, sql: "SELECT id FROM stories WHERE merged = ? ORDER BY number", arguments: [number])
      .map { ReportID(bytes: $0).story }
  }
}

/// Which stories are asked for: those with a report that is all that is asked for.
///
/// The latest stories come first; by outlet, those with its latest report; by words, those with the report that arrived last.
package struct StoryFilter: Sendable {
  /// With a report of this time or later, in seconds since 1970.
  package var since: Int64?
  /// With a report of this outlet, by its name.
  package var outlet: String?
  /// With a report that has these words, as in a search.
  package var text: String?
  /// With at least so many reports.
  package var leastReports = 1
  package var limit = 50
  package var offset = 0

  package init() {}
}

/// A story with all that is known of it.
package struct StoryContents: Sendable {
  package var story: StoredStory
  /// In order of time; near-copies name the earliest of their kind.
  package var reports: [StoredReport]
  /// The ids of stories that became part of it.
  package var formerIDs: [String]
  /// From its opening on.
  package var events: [StoryEvent]
  /// Made by hand, of any of its reports.
  package var decisions: [Decision]
}

/// A report with all that is known of it.
package struct ReportContents: Sendable {
  package var report: StoredReport
  package var text: String
  /// `NewReport.record`.
  package var record: Data?
  /// Its near-copies, in order of time.
  package var copies: [StoredReport]
  /// Other addresses at which the same report was found.
  package var sightings: [String]
  package var decisions: [Decision]
}

package struct StoreCounts: Sendable, Hashable {
  package var reports: Int
  package var stories: Int
  /// Reports that are near-copies of another.
  package var copies: Int
  package var decisions: Int
  package var feeds: Int

  package init(reports: Int, stories: Int, copies: Int, decisions: Int, feeds: Int) {
    self.reports = reports
    self.stories = stories
    self.copies = copies
    self.decisions = decisions
    self.feeds = feeds
  }
}
