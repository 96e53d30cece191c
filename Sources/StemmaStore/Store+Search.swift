import Foundation
import GRDB

/// What is searched for.
package struct SearchQuestion: Sendable {
  package enum Order: String, Sendable, CaseIterable {
    /// The newest first.
    case newest
    /// Reports with the words in their titles, then the others; the newest first in both.
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
  ///   matter. Common words that hardly ever stand together, and beginnings of more than 64 words, are the dearest questions: all
  ///   their places are read.
  package func search(_ question: SearchQuestion) throws(StoreError) -> [SearchHit] {
    guard SearchWords(question.words).query != nil else { throw StoreError(.emptySearch, question.words) }
    return try read { db in
      let words = try SearchWords(question.words, endings: { try Self.words(db, beginningWith: $0) })
      guard let query = words.query, let titleQuery = words.titleQuery else { return [] }
      let wanted = question.offset + question.limit
      var numbers: [Int64] = []
      if question.order == .titles {
        let index = words.needsTexts ? "words" : "title_words"
        numbers = try matches(db, question, titleQuery, in: index, limit: wanted)
      }
      if numbers.count < wanted {
        let inTitles = Set(numbers)
        let others = try matches(db, question, query, in: "words", limit: wanted)
        numbers += others.filter { !inTitles.contains($0) }
      }
      return try numbers.dropFirst(question.offset).prefix(question.limit).compactMap { try hit(db, $0, words.finder) }
    }
  }

  /// More are looked for as what they begin with, which goes through all places of all of them.
  private static let mostEndings = 64

  /// The words of the index that begin with some letters, each found by itself; nil if they are many.
  private static func words(_ db: Database, beginningWith start: String) throws -> [String]? {
    let find = try db.cachedStatement(sql: "SELECT term FROM temp.word_places WHERE term >= ? LIMIT 1")
    var words: [String] = []
    var next = start
    while let word = try String.fetchOne(find, arguments: [next]), word.utf8.starts(with: start.utf8) {
      guard words.count < mostEndings else { return nil }
      words.append(word)
      // No sign of a word stands before this one.
      next = word + "\u{1}"
    }
    return words
  }

  /// The numbers of matching reports: the newest arrivals, put in order of time.
  ///
  /// - Parameter index: `words` or `title_words`.
  private func matches(
    _ db: Database, _ question: SearchQuestion, _ query: String, in index: String, limit: Int
  ) throws -> [Int64] {
    var sql = "SELECT \(index).rowid FROM \(index)"
    var arguments: StatementArguments = [query]
    if question.since != nil || question.outlet != nil {
      sql += " CROSS JOIN reports r ON r.number = \(index).rowid WHERE \(index) MATCH ?"
      if let since = question.since {
        sql += " AND r.time >= ?"
        arguments += [since]
      }
      if let outlet = question.outlet {
        sql += " AND r.outlet = ?"
        arguments += [outlet]
      }
    } else {
      sql += " WHERE \(index) MATCH ?"
    }
    // More than are shown: an archive that was brought in late is not the newest for that.
    arguments += [limit * 4]
    let numbers = try Int64.fetchAll(db, sql: sql + " ORDER BY \(index).rowid DESC LIMIT ?", arguments: arguments)
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
