import Foundation
import GRDB

/// Something about a store that was looked at.
package struct Finding: Sendable, Hashable {
  package enum Level: String, Sendable, CaseIterable {
    /// As it should be.
    case good
    /// Worth knowing; nothing is wrong.
    case note
    /// Wrong, and `repair` makes it right from what is there.
    case repairable
    /// Wrong, and only a copy of the store helps.
    case lost
  }

  package var level: Level
  /// One word or two: integrity, words, stories, …
  package var topic: String
  /// A sentence, with what to do.
  package var text: String
}

extension Store {
  /// Looks a file over that may be no store, or one that cannot be opened: what is wrong with it is a finding, not an error.
  package static func examine(fileAt path: String, isQuick: Bool = false, maker: String? = nil) -> [Finding] {
    do throws(StoreError) {
      // Opening for writing writes, and fails where a page that it needs is damaged.
      var options = Options()
      options.isReadOnly = true
      let store: Store
      do throws(StoreError) {
        store = try Store(path, options)
      } catch {
        guard case .older = error.code else { throw error }
        options.isReadOnly = false
        store = try Store(path, options)
      }
      return try store.examine(isQuick: isQuick, maker: maker)
    } catch {
      return [Finding(level: .lost, topic: "file", text: error.description)]
    }
  }

  /// Looks a store over.
  ///
  /// - Parameters:
  ///   - isQuick: leaves out what reads the whole file: seconds in place of minutes for a large store.
  ///   - maker: of dossiers, as `dossier` is given it; nil to pass over who made them.
  package func examine(isQuick: Bool = false, maker: String? = nil) throws(StoreError) -> [Finding] {
    let logBytes = Self.size(path + "-wal")
    let fileBytes = Self.size(path)
    return try readAlone { db in
      Examination(db).findings(
        isQuick: isQuick, maker: maker, fileBytes: fileBytes, logBytes: logBytes)
    }
  }

  /// Makes right what can be made from the rest: the index of words, stories of reports that have none, counts, near-copies of
  /// reports that are gone; and drops what cannot be read of traces and dossiers. Reports are never touched.
  ///
  /// - Parameter now: seconds since 1970.
  package func repair(at now: Int64) throws(StoreError) {
    try write { db in try Repair(db, now: now).run() }
    _ = try writeAlone { db in try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
  }

  private static func size(_ path: String) -> Int {
    ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int) ?? 0
  }
}
