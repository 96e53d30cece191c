import GRDB

/// Looks a store over, question by question.
struct Examination {
  /// More than a log has while somebody writes; see `Store`'s `wal_autocheckpoint`.
  private static let longLog = 256 << 20
  private let db: Database

  init(_ db: Database) { self.db = db }

  func findings(isQuick: Bool, maker: String?, fileBytes: Int, logBytes: Int) -> [Finding] {
    var findings = [
      Finding(
        level: .good, topic: "schema",
        text: "The schema is number \(Schema.version), the newest that this program knows."),
      log(logBytes),
    ]
    // Each by itself: where one part of the file is damaged, the others still tell what can be saved.
    var questions: [(topic: String, ask: () throws -> Finding)] = [
      ("size", { try sizes(fileBytes, logBytes) }), ("integrity", isQuick ? quickIntegrity : integrity),
      ("words", words),
      ("memberships", memberships), ("stories", counts), ("near-copies", copies), ("numbers", sequence),
      ("dossiers", { try dossiers(maker) }), ("feeds", feeds),
    ]
    // These read all texts.
    if !isQuick { questions += [("references", references), ("texts", texts)] }
    for question in questions {
      do {
        findings.append(try question.ask())
      } catch {
        let words = (error as? DatabaseError)?.message ?? String(describing: error)
        findings.append(
          Finding(
            level: .lost, topic: question.topic,
            text:
              "This could not be looked at (\(words)): take the last good copy, or save what can be read with sqlite3's .recover."
          ))
      }
    }
    return findings
  }

  private func number(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
    try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0
  }

  private func sizes(_ file: Int, _ log: Int) throws -> Finding {
    let free = try number("PRAGMA freelist_count") * number("PRAGMA page_size")
    let text = """
      Reports: \(try number("SELECT count(*) FROM reports")), \
      stories: \(try number("SELECT count(*) FROM stories WHERE merged IS NULL")), \
      near-copies: \(try number("SELECT count(*) FROM copies")), \
      decisions by hand: \(try number("SELECT count(*) FROM decisions WHERE undone IS NULL")); \
      the file has \(file) bytes, of which \(free) are free
      """
    let isWasteful = free > 64 << 20 && free > file / 4
    return Finding(
      level: isWasteful ? .note : .good, topic: "size", text: text + (isWasteful ? ": vacuum gives them back." : "."))
  }

  private func log(_ bytes: Int) -> Finding {
    bytes > Self.longLog
      ? Finding(
        level: .note, topic: "log",
        text:
          "The log has \(bytes) bytes: some program has read for very long, or one was killed. It shrinks when all have ended."
      )
      : Finding(level: .good, topic: "log", text: "The log has \(bytes) bytes.")
  }

  private func integrity() throws -> Finding { judged(try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")) }

  private func quickIntegrity() throws -> Finding {
    // Reads the first page of every table: a file that was cut off or overwritten at its head shows.
    for table in try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    {
      _ = try Row.fetchOne(db, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier) LIMIT 1")
    }
    return Finding(
      level: .good, topic: "integrity", text: "Every table can be read at its beginning; the whole was not asked for.")
  }

  private func judged(_ answers: [String]) -> Finding {
    let troubles = answers.filter { $0 != "ok" }
    guard let first = troubles.first else {
      return Finding(level: .good, topic: "integrity", text: "Every page of the file is in order.")
    }
    // SQLite names the index where only an index is wrong; those are made anew from their tables.
    let areIndexes = troubles.allSatisfy { $0.contains("index ") && !$0.contains("database disk image") }
    return Finding(
      level: areIndexes ? .repairable : .lost, topic: "integrity",
      text: "SQLite finds the file damaged (\(first)): "
        + (areIndexes
          ? "repair makes the indexes anew."
          : "take the last good copy, or save what can be read with sqlite3's .recover."))
  }

  private func references() throws -> Finding {
    let count = try Row.fetchCursor(db, sql: "PRAGMA foreign_key_check")
    var tables: [String: Int] = [:]
    while let row = try count.next() { tables[row[0], default: 0] += 1 }
    guard !tables.isEmpty else {
      return Finding(level: .good, topic: "references", text: "Every row that names another finds it.")
    }
    let list = tables.sorted { $0.key < $1.key }.map { "\($0.value) in \($0.key)" }.joined(separator: ", ")
    return Finding(
      level: .repairable, topic: "references", text: "Rows name others that are gone (\(list)): repair takes them out.")
  }

  private func words() throws -> Finding {
    let reports = try number("SELECT count(*) FROM reports")
    let indexed = try number("SELECT count(*) FROM words_docsize")
    let missing = try number("SELECT count(*) FROM reports WHERE number NOT IN (SELECT id FROM words_docsize)")
    let titles = try number("SELECT count(*) FROM title_words_docsize")
    return reports == indexed && missing == 0 && titles == reports
      ? Finding(level: .good, topic: "words", text: "The index of words has every report, and none that is gone.")
      : Finding(
        level: .repairable, topic: "words",
        text: "The index of words has \(indexed) reports and the store \(reports): repair makes it anew.")
  }

  private func memberships() throws -> Finding {
    let homeless = try number("SELECT count(*) FROM reports WHERE number NOT IN (SELECT report FROM memberships)")
    let astray = try number(
      "SELECT count(*) FROM memberships LEFT JOIN stories ON number = story WHERE number IS NULL OR merged IS NOT NULL")
    guard homeless + astray > 0 else {
      return Finding(level: .good, topic: "memberships", text: "Every report is in a story.")
    }
    return Finding(
      level: .repairable, topic: "memberships",
      text:
        "\(homeless) reports are in no story and \(astray) in one that is gone: repair gives each a story of its own.")
  }

  private func counts() throws -> Finding {
    let wrong = try number(
      """
      SELECT count(*) FROM stories s LEFT JOIN (SELECT story, count(*) AS n FROM memberships GROUP BY story) ON story = s.number
      WHERE s.reports <> coalesce(n, 0) OR (s.merged IS NULL AND coalesce(n, 0) = 0)
      """)
    return wrong == 0
      ? Finding(level: .good, topic: "stories", text: "Every story has as many reports as it says.")
      : Finding(
        level: .repairable, topic: "stories",
        text: "\(wrong) stories have other reports than they say: repair counts anew.")
  }

  private func copies() throws -> Finding {
    let chained = try number(
      "SELECT count(*) FROM copies WHERE head NOT IN (SELECT number FROM reports) OR head IN (SELECT report FROM copies)"
    )
    return chained == 0
      ? Finding(level: .good, topic: "near-copies", text: "Every near-copy names the earliest of its kind.")
      : Finding(
        level: .repairable, topic: "near-copies",
        text: "\(chained) near-copies name a report that is gone or a copy itself: repair leads them to the earliest.")
  }

  private func sequence() throws -> Finding {
    let last = try number("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'reports'")
    let highest = try number("SELECT coalesce(max(number), 0) FROM reports")
    return last >= highest
      ? Finding(level: .good, topic: "numbers", text: "\(last) reports arrived so far; no number is given twice.")
      : Finding(
        level: .repairable, topic: "numbers",
        text: "Reports have higher numbers than were given: repair counts on from there.")
  }

  /// Reads every text: the bytes of one may be wrong where its page is in order.
  private func texts() throws -> Finding {
    let broken = try number(
      "SELECT count(*) FROM reports LEFT JOIN texts ON report = number WHERE stemma_words(text) IS NULL")
    return broken == 0
      ? Finding(level: .good, topic: "texts", text: "Every report has a text that can be read.")
      : Finding(
        level: .lost, topic: "texts", text: "The texts of \(broken) reports cannot be read: take the last good copy.")
  }

  private func dossiers(_ maker: String?) throws -> Finding {
    let all = try number("SELECT count(*) FROM dossiers")
    let stale = try number(
      """
      SELECT count(*) FROM dossiers d JOIN stories s ON s.number = d.story
      WHERE d.version <> s.version OR d.maker <> coalesce(?, d.maker)
      """, [maker])
    return Finding(
      level: stale == 0 ? .good : .note, topic: "dossiers",
      text: "\(all) dossiers are kept, \(stale) of them of an earlier state: these are made anew when they are read.")
  }

  private func feeds() throws -> Finding {
    let failing = try number("SELECT count(*) FROM feeds WHERE failures > 0 OR paused")
    return Finding(
      level: failing == 0 ? .good : .note, topic: "feeds",
      text: "\(try number("SELECT count(*) FROM feeds")) feeds are watched, \(failing) of them fail or are paused.")
  }
}
