import GRDB

/// A feed that is watched, and what came of it so far. Times are seconds since 1970.
package struct Feed: Sendable, Hashable {
  package var address: String
  package var title: String?
  /// What the last answer sent along, for the next question: `ETag` and `Last-Modified`.
  package var etag: String?
  package var modified: String?
  /// Not before then.
  package var next: Int64
  /// The last answer, of any kind, and the last that had something new.
  package var polled: Int64?
  package var changed: Int64?
  /// Failures in a row.
  package var failures: Int
  /// Seconds between two questions while all goes well.
  package var pause: Int64
  /// Why it failed last: a sentence.
  package var trouble: String?
  /// Whether it is not asked until a user says so: it is gone, or not open to us.
  package var isPaused: Bool

  package init(address: String, title: String? = nil, pause: Int64 = WatchPlan.Limits().firstPause) {
    self.address = address
    self.title = title
    self.pause = pause
    next = 0
    failures = 0
    isPaused = false
  }

  static let columns = "address, title, etag, modified, next, polled, changed, failures, pause, trouble, paused"

  init(_ row: Row) {
    address = row[0]
    title = row[1]
    etag = row[2]
    modified = row[3]
    next = row[4]
    polled = row[5]
    changed = row[6]
    failures = row[7]
    pause = row[8]
    trouble = row[9]
    isPaused = row[10]
  }

  var values: StatementArguments {
    [address, title, etag, modified, next, polled, changed, failures, pause, trouble, isPaused]
  }
}

extension Store {
  /// All feeds, by address.
  package func feeds() throws(StoreError) -> [Feed] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT \(Feed.columns) FROM feeds ORDER BY address").map(Feed.init)
    }
  }

  /// Adds feeds; what is known of those that are there already stays.
  ///
  /// - Returns: how many are new.
  @discardableResult
  package func addFeeds(_ feeds: [Feed]) throws(StoreError) -> Int {
    try write { db in
      var count = 0
      for feed in feeds {
        try db.execute(
          sql: "INSERT OR IGNORE INTO feeds (\(Feed.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          arguments: feed.values)
        count += db.changesCount
      }
      return count
    }
  }

  /// Writes down what came of a feed. To be called behind the commit of its reports: what a crash takes between is asked for again.
  package func update(_ feed: Feed) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO feeds (\(Feed.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: feed.values)
    }
  }

  package func removeFeed(_ address: String) throws(StoreError) {
    try write { try $0.execute(sql: "DELETE FROM feeds WHERE address = ?", arguments: [address]) }
  }
}
