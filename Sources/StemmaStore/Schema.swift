import GRDB

/// The tables, as numbered steps. A step that was released is never changed: a change is a new step.
///
/// SQLite's `user_version` is the number of the last step that was taken.
enum Schema {
  /// "Stem": SQLite's `application_id`, by which a store is told from other databases.
  static let applicationID: Int64 = 0x5374_656d
  static let steps = [step1, step2, step3]
  static var version: Int { steps.count }

  /// Brings a database up to `version`; one that is empty becomes a store.
  ///
  /// - Throws: `StoreError` `.notAStore` and `.newer`, before anything was changed.
  static func migrate(_ db: Database, path: String, to version: Int = Schema.version) throws {
    let current = try check(db, path: path)
    guard current < version else { return }
    try db.inTransaction(.immediate) {
      // Again, now that nobody else can: another process may have been quicker.
      for step in steps[min(version, try check(db, path: path))..<version] { try db.execute(sql: step) }
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
      return .commit
    }
  }

  /// The version of a database's schema; 0 for one that is empty.
  static func check(_ db: Database, path: String) throws -> Int {
    let id = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard id == applicationID || (tables == 0 && version == 0 && id == 0) else { throw StoreError(.notAStore, path) }
    guard version <= Self.version else { throw StoreError(.newer(schema: version, known: Self.version), path) }
    return version
  }

  /// Reports, near-copies, stories, decisions, dossiers, the index of words.
  private static let step1 = """
    CREATE TABLE reports (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id BLOB NOT NULL UNIQUE,
      time INTEGER NOT NULL,
      arrived INTEGER NOT NULL,
      published TEXT,
      outlet TEXT,
      title TEXT,
      byline TEXT,
      language TEXT NOT NULL,
      source TEXT NOT NULL,
      address TEXT,
      credits TEXT,
      bytes INTEGER NOT NULL
    );
    CREATE INDEX reports_by_time ON reports (time);
    CREATE INDEX reports_by_outlet ON reports (outlet, time);
    CREATE TABLE texts (
      report INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
      text BLOB NOT NULL,
      record BLOB
    );
    CREATE TABLE traces (
      report INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
      version INTEGER NOT NULL,
      traces BLOB NOT NULL
    );
    CREATE TABLE copies (
      report INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
      head INTEGER NOT NULL REFERENCES reports,
      share REAL NOT NULL
    );
    CREATE INDEX copies_by_head ON copies (head);
    CREATE TABLE stories (
      number INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      opened INTEGER NOT NULL,
      version INTEGER NOT NULL,
      reports INTEGER NOT NULL,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL,
      title TEXT,
      merged INTEGER REFERENCES stories
    );
    CREATE INDEX stories_by_last ON stories (last) WHERE merged IS NULL;
    CREATE INDEX stories_by_merged ON stories (merged) WHERE merged IS NOT NULL;
    CREATE TABLE memberships (
      report INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
      story INTEGER NOT NULL REFERENCES stories,
      by_hand INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX memberships_by_story ON memberships (story);
    CREATE TABLE decisions (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      time INTEGER NOT NULL,
      kind TEXT NOT NULL,
      note TEXT,
      undone INTEGER
    );
    CREATE TABLE pins (
      decision INTEGER NOT NULL REFERENCES decisions ON DELETE CASCADE,
      kind TEXT NOT NULL,
      a INTEGER NOT NULL REFERENCES reports,
      b INTEGER NOT NULL REFERENCES reports
    );
    CREATE INDEX pins_by_decision ON pins (decision);
    CREATE INDEX pins_by_a ON pins (a);
    CREATE INDEX pins_by_b ON pins (b);
    CREATE TABLE history (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      time INTEGER NOT NULL,
      kind TEXT NOT NULL,
      story INTEGER,
      other INTEGER,
      report INTEGER,
      decision INTEGER REFERENCES decisions
    );
    CREATE INDEX history_by_story ON history (story);
    CREATE INDEX history_by_other ON history (other);
    CREATE TABLE dossiers (
      story INTEGER PRIMARY KEY REFERENCES stories ON DELETE CASCADE,
      version INTEGER NOT NULL,
      maker TEXT NOT NULL,
      made INTEGER NOT NULL,
      dossier BLOB NOT NULL
    );
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE VIEW report_words AS
      SELECT number, stemma_words(title) AS title, stemma_words(text) AS body
      FROM reports JOIN texts ON report = number;
    CREATE VIRTUAL TABLE words USING fts5 (
      title, body, content = 'report_words', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
    );
    -- Words of a batch go out as one piece, in pages that fill one of the file's, and pieces are put together sixteen at a time:
    -- it takes half the time that SQLite's own settings take.
    INSERT INTO words (words, rank) VALUES ('hashsize', 16777216), ('pgsz', 8050), ('crisismerge', 32), ('automerge', 16);
    """

  /// Feeds and outlets, other addresses of a report, reports that are never dropped.
  private static let step2 = """
    ALTER TABLE reports ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE sightings (
      report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      source TEXT NOT NULL,
      time INTEGER NOT NULL,
      PRIMARY KEY (report, source)
    ) WITHOUT ROWID;
    CREATE TABLE outlets (
      name TEXT PRIMARY KEY,
      publisher TEXT,
      owner TEXT,
      agency TEXT,
      aggregator INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    CREATE TABLE feeds (
      address TEXT PRIMARY KEY,
      title TEXT,
      etag TEXT,
      modified TEXT,
      next INTEGER NOT NULL DEFAULT 0,
      polled INTEGER,
      changed INTEGER,
      failures INTEGER NOT NULL DEFAULT 0,
      pause INTEGER NOT NULL,
      trouble TEXT,
      paused INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    CREATE INDEX feeds_by_next ON feeds (next) WHERE paused = 0;
    """

  /// Which reports a decision carried from where to where, and the last report that there was then: what it takes to undo it.
  /// And the words of titles once more, by themselves: whoever wants titles first would else go through all texts that have the words.
  private static let step3 = """
    ALTER TABLE decisions ADD COLUMN latest INTEGER;
    CREATE TABLE carried (
      decision INTEGER NOT NULL REFERENCES decisions ON DELETE CASCADE,
      report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      origin INTEGER NOT NULL,
      target INTEGER NOT NULL,
      PRIMARY KEY (decision, report)
    ) WITHOUT ROWID;
    CREATE INDEX carried_by_report ON carried (report);
    CREATE VIEW report_titles AS SELECT number, stemma_words(title) AS title FROM reports;
    CREATE VIRTUAL TABLE title_words USING fts5 (
      title, content = 'report_titles', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
    );
    INSERT INTO title_words (title_words, rank) VALUES
      ('hashsize', 16777216), ('pgsz', 8050), ('crisismerge', 32), ('automerge', 16);
    INSERT INTO title_words (title_words) VALUES ('rebuild');
    """
}
