import GRDB

/// Makes right what can be made from the rest of the store.
struct Repair {
  private let db: Database
  private let now: Int64

  init(_ db: Database, now: Int64) {
    self.db = db
    self.now = now
  }

  func run() throws {
    // Rows of reports that are gone, table by table; nothing else in them can be wrong.
    for (table, columns) in [
      ("texts", ["report"]), ("traces", ["report"]), ("memberships", ["report"]), ("sightings", ["report"]),
      ("pins", ["a", "b"]), ("carried", ["report"]), ("copies", ["report"]),
    ] {
      for column in columns {
        try db.execute(sql: "DELETE FROM \(table) WHERE \(column) NOT IN (SELECT number FROM reports)")
      }
    }
    try db.execute(
      sql: """
        DELETE FROM pins WHERE decision NOT IN (SELECT number FROM decisions);
        DELETE FROM carried WHERE decision NOT IN (SELECT number FROM decisions);
        UPDATE history SET decision = NULL WHERE decision NOT IN (SELECT number FROM decisions);
        UPDATE sqlite_sequence SET seq = (SELECT max(number) FROM reports)
          WHERE name = 'reports' AND seq < (SELECT max(number) FROM reports);
        INSERT INTO sqlite_sequence (name, seq) SELECT 'reports', max(number) FROM reports
          WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'reports') HAVING max(number) IS NOT NULL;
        """)
    try copies()
    try stories()
    try db.execute(sql: "DELETE FROM dossiers WHERE story NOT IN (SELECT number FROM stories)")
    try db.execute(
      sql: """
        REINDEX;
        INSERT INTO words (words) VALUES ('rebuild');
        INSERT INTO title_words (title_words) VALUES ('rebuild');
        """)
  }

  /// Copies of copies are led on; what leads to a report that is gone has the earliest of its kind as head.
  private func copies() throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE heads AS SELECT head, min(report) AS heir FROM copies
          WHERE head NOT IN (SELECT number FROM reports) GROUP BY head;
        DELETE FROM copies WHERE report IN (SELECT heir FROM heads);
        UPDATE copies SET head = (SELECT heir FROM heads h WHERE h.head = copies.head) WHERE head IN (SELECT head FROM heads);
        DROP TABLE heads;
        """)
    // Each round halves the chains; a ring, which no order of arrival gives, is cut open.
    for _ in 0..<64 {
      try db.execute(
        sql: """
          UPDATE copies SET head = (SELECT c.head FROM copies c WHERE c.report = copies.head)
          WHERE head IN (SELECT report FROM copies) AND head <> report
          """)
      if db.changesCount == 0 { break }
    }
    try db.execute(sql: "DELETE FROM copies WHERE head IN (SELECT report FROM copies) OR head = report")
  }

  private func stories() throws {
    // Each report without a story opens one.
    try db.execute(
      sql: """
        UPDATE memberships SET story = (SELECT merged FROM stories WHERE number = story)
          WHERE story IN (SELECT number FROM stories WHERE merged IS NOT NULL);
        DELETE FROM memberships WHERE story NOT IN (SELECT number FROM stories);
        INSERT INTO stories (number, id, opened, version, reports, first, last, title)
          SELECT number, id, arrived, 0, 0, time, time, title FROM reports
          WHERE number NOT IN (SELECT report FROM memberships)
          ON CONFLICT (number) DO UPDATE SET merged = NULL;
        INSERT INTO memberships (report, story) SELECT number, number FROM reports
          WHERE number NOT IN (SELECT report FROM memberships);
        UPDATE stories SET merged = NULL WHERE number IN (SELECT story FROM memberships);
        """)
    let table = StoryTable(db, now: now)
    let wrong = try Int64.fetchAll(
      db,
      sql: """
        SELECT s.number FROM stories s LEFT JOIN (SELECT story, count(*) AS n FROM memberships GROUP BY story) ON story = s.number
        WHERE s.reports <> coalesce(n, 0) ORDER BY s.number
        """)
    for story in wrong { try table.recount(story) }
    try db.execute(
      sql: """
        UPDATE stories SET merged = NULL WHERE merged NOT IN (SELECT number FROM stories WHERE merged IS NULL);
        DELETE FROM stories WHERE reports = 0 AND merged IS NULL;
        """)
    try table.note(.refolded, story: nil)
  }
}
