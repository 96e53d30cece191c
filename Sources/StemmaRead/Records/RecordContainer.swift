import Foundation
import StemmaModel

/// Makes pages of the records of one input.
struct RecordContainer {
  let source: String
  /// The encoding that the transport names.
  var encoding: Encoding? = nil
  /// What is known of the whole input.
  var testimony: [Testimony] = []
  var limits = Reader.Limits()

  enum Outcome {
    case page(Page)
    case noText(address: String?)
    /// Records within the record, and what stands beside them.
    case list([Any], head: Record)
  }

  /// The value that JSON text stands for, and what was done about its encoding; nil where it is none.
  func value(_ bytes: [UInt8]) -> (value: Any, caveats: [Caveat])? {
    if String(validating: bytes, as: UTF8.self) != nil {
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return (try? JSONSerialization.jsonObject(with: Data(bytes[start...]), options: .fragmentsAllowed)).map {
        ($0, [])
      }
    }
    guard let decoded = TextDecoder(source: source, transport: encoding).decode(bytes) else { return nil }
    return (try? JSONSerialization.jsonObject(with: Data(decoded.text.utf8), options: .fragmentsAllowed)).map {
      ($0, decoded.caveats)
    }
  }

  /// - Parameter feed: the feed that the record is an item of.
  func outcome(_ value: Any, named name: String, feed: FeedHead? = nil) -> Outcome {
    guard let record = Record(value) else {
      return (value as? [Any]).map { .list($0, head: Record([:])) } ?? .noText(address: nil)
    }
    if let feed {
      let item = JSONFeed.item(record)
      return item.draft(of: feed).map { .page($0.page(name, beside: testimony)) } ?? .noText(address: item.address)
    }
    let draft =
      OwnRecord.draft(record) ?? SchemaRecord.draft(record) ?? NewsRecord.draft(record) ?? RecordFields.draft(record)
    if let draft {
      var page = draft.page(name, beside: testimony)
      page.recordID = record.id
      return .page(page)
    }
    if let list = Self.list(of: record, depth: 3) { return .list(list, head: record) }
    return .noText(address: record.first(RecordFields.address))
  }

  private static func list(of record: Record, depth: Int) -> [Any]? {
    for name in RecordFields.lists {
      if let list = record[name] as? [Any] { return list }
      if depth > 0, let nested = Record(record[name]), let list = list(of: nested, depth: depth - 1) { return list }
    }
    return nil
  }
}
