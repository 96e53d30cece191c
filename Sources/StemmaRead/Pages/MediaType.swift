/// A `Content-Type`: what a document is, and the encoding that its sender names.
package struct MediaType: Sendable, Equatable {
  /// In lower case, without parameters.
  package var name: String
  /// As written.
  package var charset: String?

  /// - Parameter header: the value of the header, such as `text/html; charset="utf-8"`.
  package init(_ header: String) {
    let parts = header.split(separator: ";", omittingEmptySubsequences: false)
    name = Self.trimmed(parts.first ?? "").lowercased()
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      if pair.count == 2, Self.trimmed(pair[0]).lowercased() == "charset" {
        charset = Self.trimmed(pair[1])
        break
      }
    }
  }

  var encoding: Encoding? { charset.flatMap { Encoding(label: $0) } }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { " \t\"'".contains($0) }.reversed().drop { " \t\"'".contains($0) }.reversed())
  }
}
