package import Foundation
import GRDB

/// A dossier as it was kept.
package struct StoredDossier: Sendable {
  /// As the maker gave it.
  package var dossier: Data
  /// Whether it was made for this reading.
  package var isNew: Bool
  /// When it was made, in seconds since 1970.
  package var made: Int64
}

extension Store {
  /// The dossier of a story: the one that is kept, or a new one where there is none, the story changed, or another program made it.
  ///
  /// Nothing is locked while it is made. If the store cannot be written to, is full or kept locked, it is made and not kept.
  ///
  /// - Parameters:
  ///   - maker: the program and its version: another one makes other dossiers.
  ///   - now: seconds since 1970.
  ///   - make: makes it from the story and, one at a time, its reports' texts.
  package func dossier(
    of story: String, maker: String, at now: Int64,
    make: (StoryContents, (StoredReport) throws -> ReportContents) throws -> Data
  ) throws -> StoredDossier {
    let number = try read { try IDPrefix(story).story($0) }
    let kept = try read { db -> StoredDossier? in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT dossier, made FROM dossiers d JOIN stories s ON s.number = d.story
          WHERE s.number = ? AND d.version = s.version AND d.maker = ?
          """, arguments: [number, maker])
      guard let row, let dossier = Packing.unpack(row[0]) else { return nil }
      return StoredDossier(dossier: Data(dossier), isNew: false, made: row[1])
    }
    if let kept { return kept }
    let asked = try read { try self.contents($0, of: number) }
    let dossier = try make(asked) { try report($0.id) }
    // Of the version that was read: if the story changed meanwhile, it is stale at once.
    try writeIfPossible { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO dossiers (story, version, maker, made, dossier)
          SELECT number, ?, ?, ?, ? FROM stories WHERE number = ? AND merged IS NULL
          """, arguments: [asked.story.version, maker, now, Packing.pack(dossier), number])
    }
    return StoredDossier(dossier: dossier, isNew: true, made: now)
  }

  /// The ids of stories whose dossier was made and is not up to date, in the order of their numbers.
  package func staleDossiers(maker: String) throws(StoreError) -> [String] {
    try read { db in
      try Data.fetchAll(
        db,
        sql: """
          SELECT id FROM dossiers d JOIN stories s ON s.number = d.story
          WHERE d.version <> s.version OR d.maker <> ? ORDER BY s.number
          """, arguments: [maker]
      ).map { ReportID(bytes: $0).story }
    }
  }
}
