import Foundation
import GRDB

/// Carries decisions out on memberships as they stand: once when they are made, and again after stories were worked out anew,
/// whatever the fold made of their pins.
struct DecisionReplay {
  private let db: Database
  private let now: Int64
  private let stories: StoryTable

  /// - Parameter isNew: whether the history is to tell of it; it did already, where a decision is carried out again.
  init(_ db: Database, now: Int64, isNew: Bool) {
    self.db = db
    self.now = now
    stories = StoryTable(db, now: now, isTold: isNew)
  }

  /// All decisions that hold, in their order: a later one has the last word.
  func replayAll() throws {
    for decision in try Decision.all(db) { try replay(decision.number, decision.kind) }
  }

  func replay(_ decision: Int64, _ kind: Decision.Kind) throws {
    let pins = try Row.fetchAll(
      db, sql: "SELECT kind, a, b FROM pins WHERE decision = ? ORDER BY rowid", arguments: [decision]
    ).map { (kind: $0[0] as String, a: $0[1] as Int64, b: $0[2] as Int64) }
    let together = pins.filter { $0.kind == FoldPin.Kind.together.rawValue }
    let apart = pins.filter { $0.kind == FoldPin.Kind.apart.rawValue }
    switch kind {
    case .merge: for pin in together { try merge(pin.a, pin.b, decision) }
    case .move: for pin in together { try move(pin.a, toStoryOf: pin.b, decision) }
    case .split: try split(apart.map(\.a), from: apart.first?.b, decision)
    case .independent, .derived: break
    }
  }

  private func merge(_ a: Int64, _ b: Int64, _ decision: Int64) throws {
    guard let x = try story(of: a), let y = try story(of: b), x != y else { return }
    try stories.merge(max(x, y), into: min(x, y), decision: decision)
  }

  private func move(_ report: Int64, toStoryOf anchor: Int64, _ decision: Int64) throws {
    guard let target = try story(of: anchor), let old = try story(of: report) else { return }
    guard target != old else {
      try db.execute(sql: "UPDATE memberships SET by_hand = 1 WHERE report = ?", arguments: [report])
      return
    }
    try put([report], into: target)
    try settle(old, emptiedInto: target, decision)
    try stories.recount(target)
    try stories.note(.moved, story: target, other: old, report: report, decision: decision)
  }

  private func split(_ reports: [Int64], from anchor: Int64?, _ decision: Int64) throws {
    guard let anchor, let old = try story(of: anchor) else { return }
    let places = try reports.map { try story(of: $0) }
    if !places.contains(old), Set(places).count == 1 {
      try put(reports, into: places[0]!)
      return
    }
    let rest = try Int64.fetchAll(
      db, sql: "SELECT report FROM memberships WHERE story = ? ORDER BY report", arguments: [old]
    ).filter { !reports.contains($0) }
    // A story bears the number of a report that opened it. If that report is alone among those that go, the others go instead.
    let goes = try reports.sorted().contains { try isFree($0) } ? reports.sorted() : rest
    guard let founder = try goes.first(where: isFree) else { return }
    try stories.found(founder)
    try put(goes, into: founder)
    try stories.recount(founder)
    for story in Set(places.compactMap(\.self) + [old]).sorted() where story != founder {
      try settle(story, emptiedInto: founder, decision)
    }
    try stories.note(.split, story: old, other: founder, decision: decision)
  }

  /// Whether no story with reports of its own bears the number.
  private func isFree(_ number: Int64) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM memberships WHERE story = ?", arguments: [number]) == 0
  }

  private func put(_ reports: [Int64], into story: Int64) throws {
    let statement = try db.cachedStatement(sql: "UPDATE memberships SET story = ?, by_hand = 1 WHERE report = ?")
    for report in reports { try statement.execute(arguments: [story, report]) }
  }

  /// Counts a story anew that reports went from; one without reports becomes part of where they went.
  private func settle(_ story: Int64, emptiedInto target: Int64, _ decision: Int64) throws {
    if try isFree(story) {
      try stories.merge(story, into: target, decision: decision)
    } else {
      try stories.recount(story)
    }
  }

  private func story(of report: Int64) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT story FROM memberships WHERE report = ?", arguments: [report])
  }
}
