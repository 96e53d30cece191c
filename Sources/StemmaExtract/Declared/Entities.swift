/// Character references in text that was written twice over: JSON strings and attribute values hold HTML now and then.
enum Entities {
  /// The scalar that a reference at an ampersand stands for, and where it ends; nil where there is none.
  static func read(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    var close = at + 1
    while close < end, close - at <= 9, bytes[close] != UInt8(ascii: ";") { close += 1 }
    guard close < end, close - at <= 9, close > at + 1, bytes[close] == UInt8(ascii: ";") else { return nil }
    let name = String(decoding: bytes[(at + 1)..<close], as: UTF8.self)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map { ($0, close + 1) }
    }
    return named[name].map { ($0, close + 1) }
  }

  private static let named: [String: Unicode.Scalar] = {
    // Latin-1 in order from U+00A0, then those of punctuation.
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
      Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
      agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
      """
    var named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "rsquo": "’", "lsquo": "‘", "rdquo": "”",
      "ldquo": "“", "sbquo": "‚", "bdquo": "„", "mdash": "—", "ndash": "–", "hellip": "…", "bull": "•", "euro": "€",
      "trade": "™", "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š", "lsaquo": "‹", "rsaquo": "›",
    ]
    for (offset, name) in latin.split(whereSeparator: { $0 == " " || $0 == "\n" }).enumerated() {
      named[String(name)] = Unicode.Scalar(0xA0 + UInt32(offset))
    }
    return named
  }()
}
