import StemmaModel

/// Parts the name of a site from a page's title: "Crane falls | Vale Daily".
enum SiteTitle {
  private static let marks = [" | ", " - ", " – ", " — ", " :: ", " « ", " » "].map { Array($0.utf8) }

  /// What the title of a page has behind the headline that the page shows or declares.
  static func site(in title: Testimony, behind headlines: [String?]) -> Testimony? {
    let lower = title.value.lowercased()
    for case let headline? in headlines where headline.utf8.count >= 8 && title.value != headline {
      guard lower.hasPrefix(headline.lowercased()), headline.count < title.value.count else { continue }
      let rest = title.value.dropFirst(headline.count)
      let parts = rest.split { "|–—»:•·-".contains($0) }.map { PlainText.reading(String($0)) }
      guard rest.first == " " || rest.first == "|", let name = parts.last(where: { !$0.isEmpty }),
        name.split(separator: " ").count <= 5, name.contains(where: \.isLetter), name.utf8.count <= 40
      else { continue }
      return Testimony(.outlet, name, by: .visible, at: title.span)
    }
    return nil
  }

  /// A title without the site's name at its end.
  static func headline(of title: String, outlet: String?) -> String {
    let bytes = Array(title.utf8)
    for mark in marks {
      guard let at = last(mark, in: bytes) else { continue }
      let head = String(decoding: bytes[..<at], as: UTF8.self)
      let tail = String(decoding: bytes[(at + mark.count)...], as: UTF8.self)
      let isSite = outlet.map { OutletFinder.key($0) == OutletFinder.key(tail) } ?? false
      // A dash can stand in a headline, a bar hardly.
      let isBar = ![" - ", " – ", " — "].contains { Array($0.utf8) == mark }
      if isSite || isBar && tail.split(separator: " ").count <= 4 && head.split(separator: " ").count >= 4 {
        return PlainText.reading(head)
      }
    }
    return title
  }

  private static func last(_ mark: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count > mark.count else { return nil }
    return stride(from: bytes.count - mark.count, through: 1, by: -1).first {
      bytes[$0] == mark[0] && bytes[$0..<($0 + mark.count)].elementsEqual(mark)
    }
  }
}
