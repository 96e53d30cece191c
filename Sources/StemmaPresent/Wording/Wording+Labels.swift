package import StemmaModel

extension Wording {
  /// What can be counted with "a": a label whose main noun is one of these takes an article.
  private static let countable: Set<String> = [
    "account", "affidavit", "agency", "announcement", "article", "blog", "briefing", "broadcast", "bulletin", "cable",
    "communiqué", "complaint", "conference", "correspondent", "dispatch", "document", "email", "file", "filing",
    "interview", "lead", "letter", "memo", "message", "note", "notice", "post", "readout", "reading", "release",
    "report",
    "reporter", "ruling", "source", "speech", "spokesman", "spokesperson", "spokeswoman", "statement", "story", "study",
    "survey", "text", "transcript", "tweet", "video", "wire", "witness", "worker",
  ]

  /// "AFP dispatch" → "an AFP dispatch", "annual report of the bank" → "an annual report of the bank"; a name, a plural or
  /// what has its article already stays as it is.
  package static func withArticle(_ label: String) -> String {
    let words = label.split(separator: " ")
    guard let first = words.first else { return label }
    if ["a", "an", "the", "its", "their", "his", "her", "our", "one", "two", "some"].contains(first.lowercased()) {
      return label
    }
    // Where a name with ’s stands first, that is the article.
    if first.hasSuffix("'s") || first.hasSuffix("’s") || first.hasSuffix("s’") { return label }
    let breaks: Set<Substring> = [
      "of", "on", "to", "from", "in", "with", "at", "by", "for", "about", "via", "near", "after", "before", "that",
      "who",
    ]
    var main = first
    for word in words {
      if breaks.contains(word) || word.hasPrefix("(") || word.hasPrefix("\"") || word.hasPrefix("“") { break }
      main = word
      if let last = word.last, ",;:".contains(last) { break }
    }
    let noun = main.filter { $0.isLetter }.lowercased()
    return countable.contains(noun) ? "\(IndefiniteArticle.of(label)) \(label)" : label
  }

  /// A label cut to a length, first at a bracket or comma, then at a word.
  package static func short(_ label: String, limit: Int = 44) -> String {
    guard label.count > limit else { return label }
    for mark in [" (", "; ", ": ", ", "] {
      if let cut = label.range(of: mark), label.distance(from: label.startIndex, to: cut) >= 8,
        label.distance(from: label.startIndex, to: cut) <= limit
      {
        return String(label[..<cut])
      }
    }
    let head = label.prefix(limit - 1)
    let cut = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    return cut.trimmingSuffix { ",;:-–(".contains($0) } + "…"
  }

  /// "Xinhua (Chinese) readout" → "Xinhua readout".
  static func withoutBrackets(_ label: String) -> String {
    var depth = 0
    var text = ""
    for character in label {
      if character == "(" { depth += 1 }
      if depth == 0, !(character == " " && (text.isEmpty || text.last == " ")) { text.append(character) }
      if character == ")", depth > 0 { depth -= 1 }
    }
    if text.last == " " { text.removeLast() }
    return text.isEmpty ? label : text
  }

  /// "Xinhua readout", "AFP (own reporting)"
  package static func origin(_ origin: Dossier.Origin) -> String {
    if origin.label.isEmpty { return origin.kind == "ownReporting" ? "own reporting" : "a source not named" }
    guard origin.kind == "ownReporting", !origin.label.lowercased().contains("report") else { return origin.label }
    return "\(origin.label) (own reporting)"
  }

  /// What a lost node is called when the evidence gives it no name.
  package static let lostReport = "lost report"
}

extension String {
  /// Where `other` first occurs, by characters; `range(of:)` without Foundation.
  fileprivate func range(of other: String) -> String.Index? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(other) { return at }
      at = index(after: at)
    }
    return nil
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, matches(last) || last == " " { text.removeLast() }
    return text
  }
}
