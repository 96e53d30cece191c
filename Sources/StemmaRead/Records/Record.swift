import Foundation
import StemmaModel

/// The members of one JSON object, by path.
struct Record {
  private let members: [String: Any]

  init(_ members: [String: Any]) {
    self.members = members
  }

  init?(_ value: Any?) {
    guard let members = value as? [String: Any] else { return nil }
    self.init(members)
  }

  /// The same with its names, and those of the objects one below, in lower case: versions of one format differ in nothing else.
  var lowercased: Record { Record(Self.lowercased(members, depth: 2)) }

  private static func lowercased(_ members: [String: Any], depth: Int) -> [String: Any] {
    var lower: [String: Any] = [:]
    // Sorted: where two names fall together, the same one wins each time.
    for name in members.keys.sorted() {
      let value = members[name]!
      lower[name.lowercased()] =
        switch value {
        case let object as [String: Any] where depth > 0: lowercased(object, depth: depth - 1)
        case let list as [[String: Any]] where depth > 0: list.map { lowercased($0, depth: depth - 1) }
        default: value
        }
    }
    return lower
  }

  /// A member, by its name or by names with points between them.
  subscript(path: String) -> Any? {
    if let value = members[path] { return value is NSNull ? nil : value }
    guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    return Record(members[String(path[..<dot])])?[String(path[path.index(after: dot)...])]
  }

  /// What the record calls itself: its `id`, a whole number or a text.
  var id: RecordID? {
    if let text = members["id"] as? String { return text.isEmpty ? nil : .text(text) }
    guard let number = members["id"] as? NSNumber, !["c", "B"].contains(String(cString: number.objCType)) else {
      return nil
    }
    return Int(exactly: number).map { .number($0) } ?? .text(number.stringValue)
  }

  func has(_ path: String) -> Bool { self[path] != nil }

  /// A text with something in it, as it stands.
  func text(_ path: String) -> String? {
    guard let text = self[path] as? String, text.utf8.contains(where: { $0 > 32 }) else { return nil }
    return text
  }

  /// The words that a member stands for: itself, the name of an object, or those of a list; white space folded.
  func strings(_ path: String) -> [String] { Self.strings(self[path], depth: 4) }

  /// What the first of some members stands for that stands for anything.
  func first(_ paths: [String]) -> String? {
    paths.lazy.compactMap { strings($0).first }.first
  }

  /// The objects of a list, or the one object that stands where a list may.
  func records(_ path: String) -> [Record] {
    if let list = self[path] as? [Any] { return list.compactMap { Record($0) } }
    return Record(self[path]).map { [$0] } ?? []
  }

  /// Where an object that stands for a person, a publisher, a work or a text keeps its words.
  private static let names = ["name", "title", "value", "@value", "text", "label", "headline", "url", "uri", "@id"]

  private static func strings(_ value: Any?, depth: Int) -> [String] {
    switch value {
    case let text as String:
      let folded = text.foldedWhiteSpace
      return folded.isEmpty ? [] : [folded]
    case let list as [Any]: return depth > 0 ? list.flatMap { strings($0, depth: depth - 1) } : []
    case let object as [String: Any]:
      return depth > 0 ? names.lazy.map { strings(object[$0], depth: depth - 1) }.first { !$0.isEmpty } ?? [] : []
    default: return []
    }
  }

  /// A point in time: a text, or seconds or milliseconds since 1970.
  func time(_ path: String) -> String? {
    if let number = self[path] as? NSNumber, !(self[path] is String) {
      let seconds = number.doubleValue > 1e11 ? number.doubleValue / 1000 : number.doubleValue
      // 1973 to 2286: smaller numbers are years or days, larger ones no times.
      guard (1e8...1e10).contains(seconds) else {
        return (1900...2200).contains(seconds) ? String(number.intValue) : nil
      }
      return Date(timeIntervalSince1970: seconds.rounded(.down)).formatted(.iso8601)
    }
    return strings(path).first
  }
}
