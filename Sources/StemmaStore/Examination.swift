import GRDB

/// Looks a store over, question by question.
struct Examination {
  /// More than a log has while somebody writes; see `Store`'s `wal_autocheckpoint`.
  private static let longLog = 256 << 20
  private let db: Database

  init(_ db: Database) { self.db = db }

  func findings(isQuick: Bool, maker: String?, fileBytes: Int, logBytes: Int) -> [Finding] {
    // Each by itself: where one part of the file is damaged, the others still tell what can be saved.
    var questions: [(topic: String, ask: () throws -> Answer)] = [
      ("schema", { (.good, "The schema is number \(Schema.version), the newest that this program knows.") }),
      ("log", { log(logBytes) }), ("size", { try sizes(fileBytes, logBytes) }),
      ("integrity", isQuick ? quickIntegrity : integrity), ("words", words), ("memberships", memberships),
      ("stories", counts), ("near-copies", copies), ("numbers", sequence), ("dossiers", { try dossiers(maker) }),
      ("feeds", feeds),
    ]
    // These read all texts.
    if !isQuick { questions += [("references", references), ("texts", texts)] }
    return questions.map { question in
      do {
        let answer = try question.ask()
        return Finding(level: answer.level, topic: question.topic, text: answer.text)
      } catch {
        let words = (error as? DatabaseError)?.message ?? String(describing: error)
        return Finding(
          level: .lost, topic: question.topic,
          text:
            "This could not be looked at (\(words)): take the last good copy, or save what can be read with sqlite3's .recover."
        )
      }
    }
  }

  private typealias Answer = (level: Finding.Level, text: String)

  private func number(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
    try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0
  }

  private func sizes(_ file: Int, _ log: Int) throws -> Answer {
    let free = try number("PRAGMA freelist_count") * number("PRAGMA page_size")
    let text = """
      Reports: \(try number("SELECT count(*) FROM reports")), \
      stories: \(try number("SELECT count(*) FROM stories WHERE merged IS NULL")), \
      near-copies: \(try number("SELECT count(*) FROM copies")), \
      decisions by hand: \(try number("SELECT count(*) FROM decisions WHERE undone IS NULL")); \
      the file has \(file) bytes, of which \(free) are free
      """
    let isWasteful = free > 64 << 20 && free > file / 4
    return (isWasteful ? .note : .good, text + (isWasteful ? ": vacuum gives them back." : "."))
  }

  private func log(_ bytes: Int) -> Answer {
    bytes > Self.longLog
      ? (
        .note,
        "The log has \(bytes) bytes: some program has read for very long, or one was killed. It shrinks when all have ended."
      ) : (.good, "The log has \(bytes) bytes.")
  }

  private func integrity() throws -> Answer { judged(try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")) }

  private func quickIntegrity() throws -> Answer {
    // Reads the first page of every table: a file that was cut off or overwritten at its head shows.
    for table in try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    {
      _ = try Row.fetchOne(db, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier) LIMIT 1")
    }
    return (.good, "Every table can be read at its beginning; the whole was not asked for.")
  }

  private func judged(_ answers: [String]) -> Answer {
    let troubles = answers.filter { $0 != "ok" }
    guard let first = troubles.first else { return (.good, "Every page of the file is in order.") }
    // SQLite names the index where only an index is wrong; those are made anew from their tables.
    let areIndexes = troubles.allSatisfy { $0.contains("index ") && !$0.contains("database disk image") }
    return (
      areIndexes ? .repairable : .lost,
      "SQLite finds the file damaged (\(first)): "
        + (areIndexes
          ? "repair makes the indexes anew."
          : "take the last good copy, or save what can be read with sqlite3's .recover.")
    )
  }

  private func references() throws -> Answer {
    let count = try Row.fetchCursor(db, sql: "PRAGMA foreign_key_check")
    var tables: [String: Int] = [:]
    while let row = try count.next() { tables[row[0], default: 0] += 1 }
    guard !tables.isEmpty else { return (.good, "Every row that names another finds it.") }
    let list = tables.sorted { $0.key < $1.key }.map { "\($0.value) in \($0.key)" }.joined(separator: ", ")
    return (.repairable, "Rows name others that are gone (\(list)): repair takes them out.")
  }

  private func words() throws -> Answer {
    let reports = try number("SELECT count(*) FROM reports")
    let indexed = try number("SELECT count(*) FROM words_docsize")
    let missing = try number("SELECT count(*) FROM reports WHERE number NOT IN (SELECT id FROM words_docsize)")
    let titles = try number("SELECT count(*) FROM title_words_docsize")
    return reports == indexed && missing == 0 && titles == reports
      ? (.good, "The index of words has every report, and none that is gone.")
      : (.repairable, "The index of words has \(indexed) reports and the store \(reports): repair makes it anew.")
  }

  private func memberships() throws -> Answer {
    let homeless = try number("SELECT count(*) FROM reports WHERE number NOT IN (SELECT report FROM memberships)")
    let astray = try number(
      "SELECT count(*) FROM memberships LEFT JOIN stories ON number = story WHERE number IS NULL OR merged IS NOT NULL")
    return homeless + astray == 0
      ? (.good, "Every report is in a story.")
      : (
        .repairable,
        "\(homeless) reports are in no story and \(astray) in one that is gone: repair gives each a story of its own."
      )
  }

  private func counts() throws -> Answer {
    let wrong = try number(
      """
      SELECT count(*) FROM stories s LEFT JOIN (SELECT story, count(*) AS n FROM memberships GROUP BY story) ON story = s.number
      WHERE s.reports <> coalesce(n, 0) OR (s.merged IS NULL AND coalesce(n, 0) = 0)
      """)
    return wrong == 0
      ? (.good, "Every story has as many reports as it says.")
      : (.repairable, "Stories that have other reports than they say: \(wrong). Repair counts anew.")
  }

  private func copies() throws -> Answer {
    let chained = try number(
      "SELECT count(*) FROM copies WHERE head NOT IN (SELECT number FROM reports) OR head IN (SELECT report FROM copies)"
    )
    return chained == 0
      ? (.good, "Every near-copy names the earliest of its kind.")
      : (
        .repairable,
        "\(chained) near-copies name a report that is gone or a copy itself: repair leads them to the earliest."
      )
  }

  private func sequence() throws -> Answer {
    let last = try number("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'reports'")
    let highest = try number("SELECT coalesce(max(number), 0) FROM reports")
    return last >= highest
      ? (.good, "\(last) reports arrived so far; no number is given twice.")
      : (.repairable, "Reports have higher numbers than were given: repair counts on from there.")
  }

  /// Reads every text: the bytes of one may be wrong where its page is in order.
  private func texts() throws -> Answer {
    let broken = try number(
      "SELECT count(*) FROM reports LEFT JOIN texts ON report = number WHERE stemma_words(text) IS NULL")
    return broken == 0
      ? (.good, "Every report has a text that can be read.")
      : (.lost, "The texts of \(broken) reports cannot be read: take the last good copy.")
  }

  private func dossiers(_ maker: String?) throws -> Answer {
    let all = try number("SELECT count(*) FROM dossiers")
    let stale = try number(
      """
      SELECT count(*) FROM dossiers d JOIN stories s ON s.number = d.story
      WHERE d.version <> s.version OR d.maker <> coalesce(?, d.maker)
      """, [maker])
    return (
      stale == 0 ? .good : .note,
      "\(all) dossiers are kept, \(stale) of them of an earlier state: these are made anew when they are read."
    )
  }

  private func feeds() throws -> Answer {
    let failing = try number("SELECT count(*) FROM feeds WHERE failures > 0 OR paused")
    return (
      failing == 0 ? .good : .note,
      "\(try number("SELECT count(*) FROM feeds")) feeds are watched, \(failing) of them fail or are paused"
        + (failing == 0 ? "." : ": stemma store feeds says why.")
    )
  }
}
