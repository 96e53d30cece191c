import Foundation
import GRDB

/// What is searched for.
package struct SearchQuestion: Sendable {
  package enum Order: String, Sendable, CaseIterable {
    /// The newest first.
    case newest
    /// Reports with the words in their titles, then the others; the newest first in both. Where common words seldom stand in titles,
    /// their whole list is read.
    case titles
  }

  /// As a user types it: all words; `"a phrase"`, `-without`, `begin*`, `this OR that`, `title:word`.
  package var words: String
  package var order = Order.newest
  /// Of this time or later, in seconds since 1970.
  package var since: Int64?
  /// Of an outlet, by its name.
  package var outlet: String?
  package var limit = 20
  package var offset = 0

  package init(_ words: String) { self.words = words }
}

/// A report that was found.
package struct SearchHit: Sendable, Hashable {
  package var report: StoredReport
  /// A passage with the words.
  package var passage: String
  /// Where the words stand in `passage`, in UTF-8 bytes, in order.
  package var marks: [Range<Int>]
}

extension Store {
  /// Reports with the words that are searched for.
  ///
  /// - Throws: `StoreError` `.emptySearch` if no word is wanted.
  /// - Complexity: the newest reports that match are read first, and no more of them than are shown: how common a word is does not
  ///   matter. Common words that hardly ever stand together, and beginnings of many words, are the dearest questions: all
  ///   their places are read.
  package func search(_ question: SearchQuestion) throws(StoreError) -> [SearchHit] {
    let words = SearchWords(question.words)
    guard let query = words.query else { throw StoreError(.emptySearch, question.words) }
    return try read { db in
      let wanted = question.offset + question.limit
      var numbers: [Int64] = []
      if question.order == .titles {
        numbers = try matches(db, question, "title : (\(query))", limit: wanted)
      }
      if numbers.count < wanted {
        let inTitles = Set(numbers)
        let others = try matches(db, question, query, limit: wanted)
        numbers += others.filter { !inTitles.contains($0) }
      }
      return try numbers.dropFirst(question.offset).prefix(question.limit).compactMap { try hit(db, $0, words.finder) }
    }
  }

  /// The numbers of matching reports: the newest arrivals, put in order of time.
  private func matches(_ db: Database, _ question: SearchQuestion, _ query: String, limit: Int) throws -> [Int64] {
    var sql = "SELECT words.rowid FROM words"
    var arguments: StatementArguments = [query]
    if question.since != nil || question.outlet != nil {
      sql += " CROSS JOIN reports r ON r.number = words.rowid WHERE words MATCH ?"
      if let since = question.since {
        sql += " AND r.time >= ?"
        arguments += [since]
      }
      if let outlet = question.outlet {
        sql += " AND r.outlet = ?"
        arguments += [outlet]
      }
    } else {
      sql += " WHERE words MATCH ?"
    }
    // More than are shown: an archive that was brought in late is not the newest for that.
    arguments += [limit * 4]
    let numbers = try Int64.fetchAll(db, sql: sql + " ORDER BY words.rowid DESC LIMIT ?", arguments: arguments)
    let time = try db.cachedStatement(sql: "SELECT time FROM reports WHERE number = ?")
    return try numbers.map { (try Int64.fetchOne(time, arguments: [$0]) ?? 0, $0) }.sorted { $0 > $1 }.prefix(limit)
      .map(\.1)
  }

  private func hit(_ db: Database, _ number: Int64, _ finder: PassageFinder) throws -> SearchHit? {
    guard let report = try StoredReport.fetch(db, number: number) else { return nil }
    let (passage, marks) = finder.passage(of: try report.text(db)?.text ?? "")
    return SearchHit(report: report, passage: passage, marks: marks)
  }
}
