/// The attributes that say something of an article or of its furniture; the others are not kept.
enum HTMLAttribute: String, Sendable, CaseIterable {
  case `class`, id, itemprop, itemtype, itemscope, `typeof`, role, href, content, property, name, datetime, type, rel,
    style, hidden, lang,
    title, alt
  case ariaHidden = "aria-hidden"
  case pubdate

  /// The attribute of a lower-case name: by its length and first letter, then byte by byte.
  init?(_ key: UnsafeBufferPointer<UInt8>) {
    guard key.count >= 2, key.count <= 11 else { return nil }
    for (name, bytes) in Self.byFirst[Int(key[0] & 31)] where bytes.count == key.count {
      var at = 1
      while at < bytes.count, bytes[at] == key[at] { at += 1 }
      if at == bytes.count, bytes[0] == key[0] {
        self = name
        return
      }
    }
    return nil
  }

  private static let byFirst: [[(name: HTMLAttribute, bytes: [UInt8])]] = {
    var table = [[(name: HTMLAttribute, bytes: [UInt8])]](repeating: [], count: 32)
    for name in allCases {
      let bytes = Array(name.rawValue.utf8)
      table[Int(bytes[0] & 31)].append((name, bytes))
    }
    return table
  }()
}
