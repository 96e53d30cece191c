/// The name of a site in what its logo or its link home says.
enum SiteLabel {
  private static let words: Set<String> = [
    "home", "homepage", "logo", "go", "to", "back", "front", "page", "link", "site", "website", "start", "main", "menu",
    "news", "index", "welcome", "inicio", "accueil", "startseite", "portada", "latest", "главная", "top", "all",
  ]

  /// A declared name without its slogan or sections: "Vale Daily | valedaily.com" is Vale Daily. Nil where it names an
  /// account or an edition: "@valedaily", "U.S.".
  static func declared(_ label: String) -> String? {
    var name = Substring(label)
    // Most names have no mark.
    let hasMark = name.utf8.contains {
      $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 0xE2
    }
    for mark in [" | ", " - ", " – ", " — ", " :: "] where hasMark {
      let parts = name.split(separator: mark, maxSplits: 1)
      if parts.count == 2, parts[0].utf8.count > 2 { name = parts[0] }
    }
    guard !name.hasPrefix("@"), name.utf8.count <= 60,
      Token.tokens(of: Array(name.utf8)).contains(where: { $0.kind != .mark && $0.range.count > 1 })
    else { return nil }
    return String(name)
  }

  /// Without "logo" and "home"; nil where no name is left.
  static func name(_ label: String) -> String? {
    let bytes = Array(label.utf8)
    let tokens = Token.tokens(of: bytes)
    guard let first = tokens.firstIndex(where: { $0.isWord && !Self.words.contains($0.key) }),
      let last = tokens.lastIndex(where: { $0.isWord && !["logo", "home", "homepage", "page"].contains($0.key) }),
      first <= last, tokens[first...last].count <= 7, tokens[first].startsUpper || tokens[first].key == "the"
    else { return nil }
    let start = first > 0 && tokens[first - 1].key == "news" && tokens[first - 1].startsUpper ? first - 1 : first
    return String(decoding: bytes[tokens[start].range.lowerBound..<tokens[last].range.upperBound], as: UTF8.self)
  }

  /// Whether a link leads to a front page: "/", or nothing behind the host.
  static func isRoot(_ target: ArraySlice<UInt8>) -> Bool {
    guard target.count > 1 else { return target.first == UInt8(ascii: "/") }
    let slashes = target.indices.filter { target[$0] == UInt8(ascii: "/") }
    guard slashes.count >= 2, slashes[1] == slashes[0] + 1, slashes[0] - target.startIndex <= 6 else { return false }
    return slashes.count == 2 || slashes.count == 3 && slashes[2] == target.endIndex - 1
  }
}
