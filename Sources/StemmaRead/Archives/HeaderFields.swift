/// The header lines of a WARC record or of an HTTP answer.
struct HeaderFields {
  private var fields: [(name: String, value: String)] = []

  /// Names, in any case, and values; what is no `name: value` is passed over, and a line that starts blank goes on with the last.
  init(_ lines: some Sequence<ArraySlice<UInt8>>) {
    for line in lines.prefix(Self.mostLines) {
      if let first = line.first, first == 32 || first == 9, !fields.isEmpty {
        fields[fields.count - 1].value += " " + Self.trimmed(line)
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        fields.append((Self.trimmed(line[..<colon]).lowercased(), Self.trimmed(line[(colon + 1)...])))
      }
    }
  }

  private static let mostLines = 512

  /// The first of a name, which is in lower case.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The items of all lines of a name that holds lists, in lower case.
  func list(_ name: String) -> [String] {
    fields.filter { $0.name == name }.flatMap { $0.value.split(separator: ",") }.map {
      $0.foldedWhiteSpace.lowercased()
    }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).foldedWhiteSpace
  }
}
