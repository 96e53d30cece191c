import Foundation

/// A character encoding of the WHATWG Encoding Standard.
struct Encoding: Hashable, Sendable {
  /// The standard's name, in lower case.
  let name: String

  static let utf8 = Encoding(name: "utf-8")
  static let utf16LittleEndian = Encoding(name: "utf-16le")
  static let utf16BigEndian = Encoding(name: "utf-16be")
  static let utf32LittleEndian = Encoding(name: "utf-32le")
  static let utf32BigEndian = Encoding(name: "utf-32be")
  static let windows1252 = Encoding(name: "windows-1252")

  private init(name: String) {
    self.name = name
  }

  /// The encoding that a label stands for; nil where it is none.
  ///
  /// - Source: the table of labels of the WHATWG Encoding Standard: `latin1` and `ascii` are windows-1252, for example.
  init?(label: some StringProtocol) {
    let key = label.trimmingCharacters(in: CharacterSet(charactersIn: " \t\r\n\u{C}\"'")).lowercased()
    guard let name = Self.names[key] else { return nil }
    self.name = name
  }

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for (name, labels) in EncodingLabels.table {
      names[name] = name
      for label in labels.split(separator: " ") { names[String(label)] = name }
    }
    return names
  }()

  /// What the system's converter calls it, the best fit first.
  var systemNames: [String] {
    switch name {
    case "shift_jis": ["CP932", "SHIFT_JIS"]
    case "euc-jp": ["EUC-JP-MS", "EUC-JP"]
    case "euc-kr": ["CP949", "UHC", "EUC-KR"]
    case "gbk", "gb18030": ["GB18030"]
    case "big5": ["BIG5-HKSCS", "BIG5"]
    case "macintosh": ["MACINTOSH"]
    case "x-mac-cyrillic": ["MAC-UK", "MAC-CYRILLIC", "MACCYRILLIC"]
    case "windows-874": ["CP874"]
    case "iso-8859-8-i": ["ISO-8859-8"]
    case "ibm866": ["CP866"]
    case _ where name.hasPrefix("windows-"): ["CP" + name.dropFirst(8)]
    default: [name.uppercased()]
    }
  }

  /// One byte, one character.
  var isSingleByte: Bool {
    name.hasPrefix("windows-") || name.hasPrefix("iso-8859") || name.hasPrefix("koi8")
      || ["ibm866", "macintosh", "x-mac-cyrillic"].contains(name)
  }

  /// Bytes below 128 that are not part of a longer character mean ASCII: tags and line ends can be looked for undecoded.
  var keepsASCII: Bool { unitBytes == 1 && name != "iso-2022-jp" }

  /// The bytes of one code unit.
  var unitBytes: Int { name.hasPrefix("utf-16") ? 2 : name.hasPrefix("utf-32") ? 4 : 1 }
}
