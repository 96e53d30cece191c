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
  /// Looks a file over that may be too damaged to be opened: that is a finding then.
  ///
  /// - Throws: where it is no store, or cannot be opened for another reason.
  package static func examine(
    fileAt path: String, isQuick: Bool = false, maker: String? = nil
  ) throws(StoreError) -> [Finding] {
    do throws(StoreError) {
      return try openedForExamination(path).examine(isQuick: isQuick, maker: maker)
    } catch {
      switch error.code {
      case .damaged:
        return [
          Finding(
            level: .lost, topic: "file",
            text:
              "\(path) is so damaged that it cannot be opened: take the last good copy, or save what can be read with sqlite3's .recover."
          )
        ]
      case .inputOutput: return [Finding(level: .lost, topic: "file", text: error.description)]
      default: throw error
      }
    }
  }

  /// Opening for writing writes, and fails where a page that it needs is damaged.
  private static func openedForExamination(_ path: String) throws(StoreError) -> Store {
    var options = Options()
    options.isReadOnly = true
    do throws(StoreError) {
      return try Store(path, options)
    } catch {
      guard case .older = error.code else { throw error }
      options.isReadOnly = false
      options.isMade = false
      return try Store(path, options)
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
