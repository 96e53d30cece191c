import Foundation
import GRDB

extension Store {
  /// Works all near-copies and stories out anew, in the order of arrival, and carries all decisions out again.
  ///
  /// Nothing else can be written meanwhile; what was before can be read until it is done. A story keeps its id if its first report
  /// opens it again, and its version if nothing about it changed.
  ///
  /// - Parameters:
  ///   - now: seconds since 1970.
  ///   - progress: called with the number of reports done.
  /// - Returns: how many reports changed their story.
  package func refold<F: Fold>(
    with _: F.Type, at now: Int64, progress: (Int) -> Void = { _ in }
  ) throws(StoreError) -> Int {
    try write { db in
      var fold = F()
      for pin in try FoldMemories<F>.pins(db) { fold.pin(pin) }
      var places: [Int64: FoldPlace] = [:]
      var members: [Int64: [Int64]] = [:]
      var divisions: [FoldOutcome.Division] = []
      var done = 0
      try FoldMemories(db, F.self).each(after: 0) { report, _ in
        let outcome = fold.add(report)
        for merge in outcome.merges where merge.story != merge.into {
          members[merge.into, default: []] += members.removeValue(forKey: merge.story) ?? []
        }
        members[outcome.place.story, default: []].append(report.number)
        for division in outcome.divisions {
          let goes = Set(division.reports)
          members[division.story]?.removeAll { goes.contains($0) }
          members[division.into, default: []] += division.reports.filter { $0 != report.number }
        }
        divisions += outcome.divisions
        for change in outcome.regroupings {
          places[change.report]?.copyOf = change.copyOf
          places[change.report]?.share = change.share
        }
        places[report.number] = outcome.place
        done += 1
        if done.isMultiple(of: 10_000) { progress(done) }
      }
      for (story, reports) in members {
        for report in reports { places[report]?.story = story }
      }
      divisions.removeAll { members[$0.story, default: []].isEmpty || members[$0.into, default: []].isEmpty }
      return try Refolding(db, now: now).write(places, divisions)
    }
  }
}

/// Writes new places of all reports down where they differ from the old ones.
private struct Refolding {
  let db: Database
  let now: Int64

  init(_ db: Database, now: Int64) {
    self.db = db
    self.now = now
  }

  func write(_ places: [Int64: FoldPlace], _ divisions: [FoldOutcome.Division]) throws -> Int {
    var before: [Int64: Int64] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT report, story FROM memberships") { before[row[0]] = row[1] }
    let stories = StoryTable(db, now: now)
    let insertMembership = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO memberships (report, story, by_hand) VALUES (?, ?, 0)")
    let insertCopy = try db.cachedStatement(sql: "INSERT INTO copies (report, head, share) VALUES (?, ?, ?)")
    try db.execute(sql: "DELETE FROM copies; UPDATE memberships SET by_hand = 0 WHERE by_hand")
    for (report, place) in places.sorted(by: { $0.key < $1.key }) {
      if before[report] != place.story {
        try stories.found(place.story)
        try insertMembership.execute(arguments: [report, place.story])
      }
      guard var head = place.copyOf else { continue }
      // What the fold had forgotten goes along where its head found one.
      for _ in 0..<64 {
        guard let next = places[head]?.copyOf, next != report else { break }
        head = next
      }
      try insertCopy.execute(arguments: [report, head, place.share])
    }
    try DecisionReplay(db, now: now, isNew: false).replayAll()
    let changed = try settle(places.keys.sorted(), before)
    for division in divisions { try stories.note(.split, story: division.story, other: division.into) }
    return changed
  }

  /// Counts the stories anew whose reports changed; one without reports becomes part of where its first report is now.
  private func settle(_ reports: [Int64], _ before: [Int64: Int64]) throws -> Int {
    let stories = StoryTable(db, now: now)
    var after: [Int64: Int64] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT report, story FROM memberships") { after[row[0]] = row[1] }
    var changed = 0
    var touched = Set<Int64>()
    var heirs: [Int64: Int64] = [:]
    for report in reports where before[report] != after[report] {
      changed += 1
      if let story = after[report] { touched.insert(story) }
      guard let story = before[report] else { continue }
      touched.insert(story)
      if heirs[story] == nil { heirs[story] = after[report] }
    }
    let isFilled = Set(after.values)
    for story in touched.sorted() {
      if isFilled.contains(story) {
        try db.execute(sql: "UPDATE stories SET merged = NULL WHERE number = ?", arguments: [story])
        try stories.recount(story)
      } else if let heir = heirs[story], heir != story {
        try db.execute(
          sql:
            "UPDATE stories SET merged = :heir, reports = 0 WHERE number = :story OR merged = :story; DELETE FROM dossiers WHERE story = :story",
          arguments: ["heir": heir, "story": story])
      }
    }
    try stories.note(.refolded, story: nil)
    return changed
  }
}
