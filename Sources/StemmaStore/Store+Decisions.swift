import Foundation
import GRDB

/// Decisions by hand. Each is carried out at once, and again whenever stories are worked out anew.
extension Store {
  /// Makes two stories one. The one that was opened first keeps its id, and the other's leads to it.
  ///
  /// - Parameter now: seconds since 1970.
  /// - Returns: the decision's number.
  @discardableResult
  package func merge(_ story: String, with other: String, note: String? = nil, at now: Int64) throws(StoreError)
    -> Int64
  {
    try write { db in
      let numbers = [try IDPrefix(story).story(db), try IDPrefix(other).story(db)].sorted()
      guard numbers[0] != numbers[1] else {
        throw StoreError(.decision("\(story) and \(other) are one story already: nothing was changed."), story)
      }
      let maker = try DecisionMaker(db, .merge, note: note, now: now)
      try maker.pin(.together, try maker.anchor(of: numbers[0]), try maker.anchor(of: numbers[1]))
      try maker.carryOut()
      return maker.number
    }
  }

  /// Makes some reports of a story a story of their own.
  ///
  /// - Returns: the decision's number, and the id of the new story.
  @discardableResult
  package func split(
    _ reports: [String], from story: String, note: String? = nil, at now: Int64
  ) throws(StoreError) -> (decision: Int64, story: String) {
    try write { db in
      let number = try IDPrefix(story).story(db)
      let chosen = Set(try reports.map { try IDPrefix($0).report(db) }).sorted()
      let maker = try DecisionMaker(db, .split, note: note, now: now)
      let all = try maker.reports(of: number)
      guard let first = chosen.first, Set(chosen).isSubset(of: all) else {
        throw StoreError(.decision("Not all of these reports are in \(story): give reports of that story."), story)
      }
      guard let rest = all.first(where: { !chosen.contains($0) }) else {
        throw StoreError(.decision("These are all reports of \(story): leave one of them, or nothing is split."), story)
      }
      for report in chosen { try maker.pin(.apart, report, rest) }
      for report in chosen.dropFirst() { try maker.pin(.together, first, report) }
      try maker.carryOut()
      return (maker.number, try maker.storyID(ofReport: first))
    }
  }

  /// Moves a report to another story.
  @discardableResult
  package func move(_ report: String, to story: String, note: String? = nil, at now: Int64) throws(StoreError) -> Int64
  {
    try write { db in
      let number = try IDPrefix(report).report(db)
      let target = try IDPrefix(story).story(db)
      let maker = try DecisionMaker(db, .move, note: note, now: now)
      let old = try maker.story(of: number)
      guard old != target else {
        throw StoreError(.decision("\(report) is in \(story) already: nothing was changed."), report)
      }
      try maker.pin(.together, number, try maker.anchor(of: target))
      if let old, let rest = try maker.reports(of: old).first(where: { $0 != number }) {
        try maker.pin(.apart, number, rest)
      }
      try maker.carryOut()
      return maker.number
    }
  }

  /// Notes that neither of two reports drew on the other, or that the first drew on the second. Dossiers heed it.
  ///
  /// - Parameter kind: `.independent` or `.derived`. It takes the place of what was decided of the two before.
  @discardableResult
  package func relate(
    _ report: String, _ kind: Decision.Kind, _ other: String, note: String? = nil, at now: Int64
  ) throws(StoreError) -> Int64 {
    precondition(kind == .independent || kind == .derived)
    return try write { db in
      let a = try IDPrefix(report).report(db)
      let b = try IDPrefix(other).report(db)
      guard a != b else { throw StoreError(.decision("\(report) and \(other) are one report: give two."), report) }
      try db.execute(
        sql: """
          UPDATE decisions SET undone = :now WHERE undone IS NULL AND kind IN ('independent', 'derived') AND number IN
          (SELECT decision FROM pins WHERE (a = :a AND b = :b) OR (a = :b AND b = :a))
          """, arguments: ["now": now, "a": a, "b": b])
      let maker = try DecisionMaker(db, kind, note: note, now: now)
      try maker.pinRelation(a, b)
      return maker.number
    }
  }

  /// Takes a decision back. The reports that it carried to another story go back at once, unless something that came later stands
  /// against that: then they stay, and the next `refold` places them anew.
  @discardableResult
  package func undo(_ decision: Int64, at now: Int64) throws(StoreError) -> UndoneDecision {
    try write { db in try DecisionReversal(db, decision, now: now).run() }
  }

  /// All decisions that hold, in the order in which they were made.
  package func decisions() throws(StoreError) -> [Decision] { try read { try Decision.all($0) } }

  /// Says that a report is never dropped, or that it may be again.
  package func setKept(_ report: String, _ isKept: Bool) throws(StoreError) {
    try write { db in
      let number = try IDPrefix(report).report(db)
      try db.execute(sql: "UPDATE reports SET kept = ? WHERE number = ?", arguments: [isKept, number])
    }
  }
}
