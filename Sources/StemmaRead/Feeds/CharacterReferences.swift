/// References to characters in markup: `&amp;`, `&#8217;`, `&#x2019;`, and the names of HTML.
enum CharacterReferences {
  /// - Parameter named: whether the names of HTML count, or only the five of XML. Numbers always do.
  /// - Returns: the text, and how many ampersands stand for nothing that XML knows. Those stay as they are.
  static func resolve(_ bytes: ArraySlice<UInt8>, named: Bool) -> (text: String, faults: Int) {
    guard bytes.contains(UInt8(ascii: "&")) else { return (String(decoding: bytes, as: UTF8.self), 0) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var faults = 0
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard bytes[at] == UInt8(ascii: "&") else {
        text.append(bytes[at])
        at += 1
        continue
      }
      guard let length = length(bytes[at...]) else {
        faults += 1
        text.append(bytes[at])
        at += 1
        continue
      }
      let name = bytes[(at + 1)..<(at + length - 1)]
      if let scalar = xml(name) {
        text.append(contentsOf: String(scalar).utf8)
      } else if named, let scalar = html[String(decoding: name, as: UTF8.self)] {
        text.append(contentsOf: String(scalar).utf8)
      } else {
        // Another parser may know it: what reads HTML afterwards does.
        faults += 1
        text.append(contentsOf: bytes[at..<(at + length)])
      }
      at += length
    }
    return (String(decoding: text, as: UTF8.self), faults)
  }

  /// The length of a reference with its marks; nil where the ampersand starts none.
  static func length(_ bytes: ArraySlice<UInt8>) -> Int? {
    // The longest name of HTML has 32 letters.
    let name = bytes.dropFirst().prefix(33).prefix {
      $0 >= 48 && $0 <= 57 || $0 | 32 >= 97 && $0 | 32 <= 122 || $0 == UInt8(ascii: "#")
    }
    guard !name.isEmpty, name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ";") else { return nil }
    return name.count + 2
  }

  private static func xml(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    if name.first == UInt8(ascii: "#") {
      let digits = String(decoding: name.dropFirst(), as: UTF8.self)
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      guard let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
      // As browsers do, 128 to 159 mean what Windows means by them.
      if (0x80..<0xA0).contains(value) { return SingleByteTable(.windows1252)?.scalars[Int(value) - 0x80] }
      return value == 0 ? nil : Unicode.Scalar(value)
    }
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: return nil
    }
  }

  /// The names of HTML 4 that occur in headlines: those of Latin-1, in the order of its characters, and punctuation.
  private static let html: [String: Unicode.Scalar] = {
    let latin =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro "
      + "para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil "
      + "Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave "
      + "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml "
      + "igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute "
      + "thorn yuml"
    var names: [String: Unicode.Scalar] = [
      "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
      "hellip": "…", "bull": "•", "euro": "€", "trade": "™", "lsaquo": "‹", "rsaquo": "›", "minus": "−",
      "ensp": "\u{2002}",
      "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "OElig": "Œ", "oelig": "œ",
      "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "prime": "′", "permil": "‰", "rarr": "→", "larr": "←",
    ]
    for (name, value) in zip(latin.split(separator: " "), UInt8(0xA0)...0xFF) {
      names[String(name)] = Unicode.Scalar(value)
    }
    return names
  }()
}
