import Foundation
import GRDB

/// Reports, stories and all that was decided of them, in one SQLite file that any number of processes may read and write.
///
/// - `Ingester` brings reports in; it gives their ids once they are on disk.
/// - `report`, `story`, `stories`, `search` read; a reading process never waits for one that writes.
/// - `decide` keeps decisions made by hand; `refold` works all stories out anew and keeps to them.
/// - `dossier` gives a story's dossier, made on first reading.
/// - `keep`, `vacuum`, `examine` and `repair` look after the file.
///
/// See the module's README for the tables and for what is promised.
package final class Store: Sendable {
  package struct Options: Sendable {
    /// Nothing can be changed then; the store may lie on a medium that cannot be written to.
    package var isReadOnly = false
    /// Otherwise a missing store is an error.
    package var isMade = true
    /// Seconds to wait for another process that writes.
    package var patience = 60
    /// Bytes of pages that each connection keeps in memory.
    package var cacheBytes = 64 << 20
    /// The file may not grow beyond so many pages of 8 KiB; nil for as far as the disk goes.
    package var pageLimit: Int?

    package init() {}
  }

  /// Milliseconds to wait for another process that writes, for what need not be written.
  private static let moment = 500

  /// Of a store that is made now.
  static let pageBytes = 8192

  package let path: String
  let options: Options
  let database: any DatabaseWriter

  /// Opens a store, makes it if it is not there, and brings an older one up to date.
  package init(_ path: String, _ options: Options = Options()) throws(StoreError) {
    self.path = path
    self.options = options
    do {
      try Self.checkFile(path, options)
      database = try Self.patiently(options) {
        try options.isReadOnly ? Self.openForReading(path, options) : Self.openForWriting(path, options)
      }
    } catch {
      throw StoreError(error, at: path, patience: options.patience)
    }
  }

  /// Closes the file; the last process to do so folds the log into it.
  package func close() throws(StoreError) {
    do { try database.close() } catch { throw StoreError(error, at: path, patience: options.patience) }
  }

  /// Reads one state of the store, whatever is written meanwhile.
  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do { return try database.read(body) } catch { throw StoreError(error, at: path, patience: options.patience) }
  }

  /// Reads question by question: where a page is damaged, SQLite ends the transaction that met it.
  func readAlone<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      return try database.unsafeRead(body)
    } catch {
      throw StoreError(error, at: path, patience: options.patience)
    }
  }

  /// Writes all of it or nothing. On return it is on disk.
  ///
  /// The lock is taken at once: what is read inside is still so when it is written.
  func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    guard !options.isReadOnly else { throw StoreError(.readOnly, path) }
    do {
      return try database.writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          result = try body(db)
          return .commit
        }
        return result!
      }
    } catch {
      throw StoreError(error, at: path, patience: options.patience)
    }
  }

  /// Writes what can be made again: where another process writes for longer than a moment, or there is no room, it is left.
  func writeIfPossible(_ body: (Database) throws -> Void) throws(StoreError) {
    guard !options.isReadOnly else { return }
    do throws(StoreError) {
      try writeAlone { db in
        try db.execute(sql: "PRAGMA busy_timeout = \(Self.moment)")
        defer { try? db.execute(sql: "PRAGMA busy_timeout = \(options.patience * 1000)") }
        try db.inTransaction(.immediate) {
          try body(db)
          return .commit
        }
      }
    } catch {
      switch error.code {
      case .locked, .full, .readOnly: return
      default: throw error
      }
    }
  }

  /// Runs what cannot run within a transaction.
  func writeAlone<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    guard !options.isReadOnly else { throw StoreError(.readOnly, path) }
    do {
      return try database.writeWithoutTransaction(body)
    } catch {
      throw StoreError(error, at: path, patience: options.patience)
    }
  }

  /// Tries again while the store is locked: where two processes open or make it at once, SQLite gives up without waiting, for
  /// neither would ever end.
  private static func patiently<T>(_ options: Options, _ open: () throws -> T) throws -> T {
    let end = Date().addingTimeInterval(TimeInterval(options.patience))
    while true {
      do {
        return try open()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && Date() < end {
        Thread.sleep(forTimeInterval: 0.02)
      }
    }
  }

  private static func checkFile(_ path: String, _ options: Options) throws {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isFolder.boolValue { throw StoreError(.folder, path) }
    if !exists {
      guard options.isMade, !options.isReadOnly else { throw StoreError(.missing, path) }
      return
    }
    guard let file = FileHandle(forReadingAtPath: path) else { throw StoreError(.notPermitted, path) }
    defer { try? file.close() }
    // SQLite takes any short file for an empty database and would write over it.
    let head = try file.read(upToCount: 16) ?? Data()
    // Whoever only wants to read has mistaken it for another.
    if head.isEmpty, !options.isMade || options.isReadOnly { throw StoreError(.empty, path) }
    guard head.isEmpty || head.elementsEqual("SQLite format 3\0".utf8) else { throw StoreError(.notADatabase, path) }
  }

  private static func configuration(_ options: Options) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(TimeInterval(options.patience))
    configuration.maximumReaderCount = 4
    configuration.label = "stemma"
    configuration.prepareDatabase { db in
      db.add(function: IndexedWords.function)
      try db.execute(
        sql: """
          PRAGMA page_size = \(pageBytes);
          PRAGMA cache_size = \(-options.cacheBytes / 1024);
          PRAGMA temp_store = MEMORY;
          PRAGMA mmap_size = 0;
          CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_places USING fts5vocab(main, words, instance);
          """)
    }
    return configuration
  }

  private static func openForWriting(_ path: String, _ options: Options) throws -> any DatabaseWriter {
    // Asked before anything is written: turning a stranger's database to WAL would change it.
    if FileManager.default.fileExists(atPath: path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration(options))
      defer { try? queue.close() }
      _ = try queue.read { try Schema.check($0, path: path) }
    }
    guard isWritable(path) else { throw StoreError(.readOnly, path) }
    let pool = try DatabasePool(path: path, configuration: configuration(options))
    try pool.writeWithoutTransaction { db in
      // GRDB sets NORMAL with WAL, which may lose the last commits with the power: acknowledged would mean less.
      // Pages that are given up are not overwritten with zeros: Debian's SQLite would, and it is nobody's secret here.
      // The log is folded into the file every 32 MiB, not at every batch.
      try db.execute(
        sql: """
          PRAGMA synchronous = FULL;
          PRAGMA secure_delete = OFF;
          PRAGMA wal_autocheckpoint = 4096;
          PRAGMA journal_size_limit = 67108864;
          """)
      if let limit = options.pageLimit { try db.execute(sql: "PRAGMA max_page_count = \(limit)") }
      try Schema.migrate(db, path: path)
    }
    return pool
  }

  private static func isWritable(_ path: String) -> Bool {
    let folder = (path as NSString).deletingLastPathComponent
    let files = FileManager.default
    guard files.isWritableFile(atPath: folder.isEmpty ? "." : folder) else { return false }
    return !files.fileExists(atPath: path) || files.isWritableFile(atPath: path)
  }

  private static func openForReading(_ path: String, _ options: Options) throws -> any DatabaseWriter {
    var configuration = configuration(options)
    configuration.readonly = true
    let queue: DatabaseQueue
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) && !hasLog(path)
    {
      // In a folder that cannot be written to, SQLite cannot make the log's index. Without a log there is nothing to share.
      let place = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
      return try opened(DatabaseQueue(path: place, configuration: configuration), path)
    }
    return try opened(queue, path)
  }

  private static func opened(_ queue: DatabaseQueue, _ path: String) throws -> DatabaseQueue {
    let version = try queue.read { try Schema.check($0, path: path) }
    // An older store is brought up to date by whoever writes: its tables are not all there yet.
    guard version == Schema.version else {
      throw StoreError(.older(schema: version), path)
    }
    return queue
  }

  private static func hasLog(_ path: String) -> Bool {
    let size = (try? FileManager.default.attributesOfItem(atPath: path + "-wal"))?[.size] as? Int
    return (size ?? 0) > 0
  }
}

/// How SQLite was told to write.
package struct StoreDurability: Sendable, Hashable {
  /// 2 is FULL: a commit has returned from `fsync`.
  package var synchronous: Int
  package var journal: String

  package init(synchronous: Int, journal: String) {
    self.synchronous = synchronous
    self.journal = journal
  }
}

extension Store {
  /// Of the connection that writes.
  package func durability() throws(StoreError) -> StoreDurability {
    try writeAlone { db in
      StoreDurability(
        synchronous: try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0,
        journal: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "")
    }
  }
}
