/// A text too long to be shown: a test's log names it by its beginning and its length.
package struct Flood: Sendable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }

  package init(_ text: String, times count: Int) { self.text = String(repeating: text, count: count) }

  package static func + (before: String, flood: Flood) -> Flood { Flood(before + flood.text) }
  package static func + (flood: Flood, after: String) -> Flood { Flood(flood.text + after) }

  package var description: String {
    text.utf8.count <= 60 ? text : "\(text.prefix(40))… (\(text.utf8.count) bytes)"
  }
}
