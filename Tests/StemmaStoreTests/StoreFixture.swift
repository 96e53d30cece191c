import Foundation
import GRDB
import StemmaModel
import StemmaStore
import StemmaTestSupport

/// A store in a folder of its own.
struct StoreFixture {
  /// 1 September 2024, noon.
  static let now: Int64 = 1_725_192_000
  let folder: TemporaryFolder
  let path: String
  let store: Store

  init(_ reports: [NewReport] = [], options: Store.Options = Store.Options()) throws {
    folder = try TemporaryFolder()
    path = folder.file("news.stemma")
    store = try Store(path, options)
    if !reports.isEmpty { try ingest(reports) }
  }

  @discardableResult
  func ingest(_ reports: [NewReport], at now: Int64 = now) throws -> [Ingester<TopicFold>.Receipt] {
    try Ingester<TopicFold>(store).add(reports, at: now)
  }

  /// Does to the file what no program of ours does.
  func vandalize(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    // SQLite asks for the functions of a view whose table is changed.
    configuration.prepareDatabase { $0.add(function: DatabaseFunction("stemma_words", argumentCount: 1) { $0[0] }) }
    try DatabaseQueue(path: path, configuration: configuration).write { try $0.execute(sql: sql) }
  }

  func one<Value: DatabaseValueConvertible>(_ sql: String, _: Value.Type = Value.self) throws -> Value? {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { try Value.fetchOne($0, sql: sql) }
  }

  /// Stories as the titles of their reports, in order of time.
  func stories() throws -> [[String]] {
    try store.stories().map { try store.story($0.id).reports.map { $0.title ?? "" } }.sorted {
      $0.description < $1.description
    }
  }
}

extension NewReport {
  /// A short report of an invented outlet.
  static func of(_ title: String, _ text: String = "", outlet: String = "The Fenmoor Post", day: Int? = 1) -> NewReport
  {
    NewReport(
      source: "https://news.invalid/\(title.count)-\(title.hashed)", outlet: outlet,
      published: day.map { Moment(year: 2024, month: 6, day: $0) }, title: title, language: "en",
      text: text.isEmpty ? "All that is known of it stands in the title, \(title)." : text)
  }
}

extension String {
  fileprivate var hashed: UInt64 { utf8.reduce(5381) { $0 &* 33 ^ UInt64($1) } }
}

/// The error that something throws.
func storeError(_ body: () throws -> Void) -> StoreError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? StoreError)?.code
  }
}
