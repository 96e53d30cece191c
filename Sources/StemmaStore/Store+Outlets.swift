import GRDB

extension Store {
  /// Adds outlets to the table; those that it has are replaced. Stories heed a changed publisher from the next report on, and
  /// everywhere after a `refold`.
  package func setOutlets(_ entries: [OutletEntry], at now: Int64) throws(StoreError) {
    try write { db in
      for entry in entries {
        try db.execute(
          sql: "INSERT OR REPLACE INTO outlets (name, publisher, owner, agency, aggregator) VALUES (?, ?, ?, ?, ?)",
          arguments: [entry.name, entry.publisher, entry.owner, entry.agency, entry.isAggregator])
      }
      if !entries.isEmpty { try StoryTable(db, now: now).note(.outlets, story: nil) }
    }
  }

  package func removeOutlet(_ name: String, at now: Int64) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM outlets WHERE name = ?", arguments: [name])
      if db.changesCount > 0 { try StoryTable(db, now: now).note(.outlets, story: nil) }
    }
  }

  /// All outlets of the table, by name.
  package func outlets() throws(StoreError) -> [OutletEntry] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, publisher, owner, agency, aggregator FROM outlets ORDER BY name").map {
        row in
        OutletEntry(name: row[0], publisher: row[1], owner: row[2], agency: row[3], isAggregator: row[4])
      }
    }
  }

  /// A setting by its name; nil if it was never set.
  package func setting(_ name: String) throws(StoreError) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT value FROM settings WHERE name = ?", arguments: [name]) }
  }

  /// - Parameter value: nil takes the setting away.
  package func set(_ name: String, to value: String?) throws(StoreError) {
    try write { db in
      if let value {
        try db.execute(sql: "INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", arguments: [name, value])
      } else {
        try db.execute(sql: "DELETE FROM settings WHERE name = ?", arguments: [name])
      }
    }
  }
}
