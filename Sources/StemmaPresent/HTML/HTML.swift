/// A piece of a page. What is put into it as `String` is escaped; only another `HTML` and literals go in as they are.
struct HTML: ExpressibleByStringInterpolation {
  struct StringInterpolation: StringInterpolationProtocol {
    var text: String

    init(literalCapacity: Int, interpolationCount: Int) {
      text = ""
      text.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ value: HTML) { text += value.text }
    mutating func appendInterpolation(_ value: String) { text += HTML.escaped(value) }
    mutating func appendInterpolation(_ value: Int) { text += String(value) }
    /// Drawing units, to a tenth.
    mutating func appendInterpolation(_ value: Double) {
      let tenths = Int((value * 10).rounded())
      text += tenths % 10 == 0 ? String(tenths / 10) : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
  }

  var text: String

  init(stringLiteral value: String) { text = value }
  init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }
  /// Ours already, or escaped already.
  init(trusted text: String) { self.text = text }

  static let empty = HTML(trusted: "")

  static func += (left: inout HTML, right: HTML) { left.text += right.text }

  /// Safe between tags and inside quoted attributes; control characters, which HTML does not have, are left out.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || "&<>\"'".utf8.contains($0) }) else {
      return text
    }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default:
        if scalar.value >= 0x20, !(0x7F..<0xA0).contains(scalar.value) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// An id as part of an anchor or a token in a list of them: letters and digits stay, the rest is spelt out.
  static func token(_ id: String) -> String {
    id.unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        text += "-\(String(scalar.value, radix: 16))-"
      }
    }
  }
}

extension Sequence where Element == HTML {
  func joined(_ separator: HTML = .empty) -> HTML { HTML(trusted: map(\.text).joined(separator: separator.text)) }
}

extension Sequence {
  /// Pieces in a row.
  func html(_ piece: (Element) -> HTML) -> HTML { map(piece).joined() }
}
