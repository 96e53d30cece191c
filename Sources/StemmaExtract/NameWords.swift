/// Judges runs of words as names of persons, agencies and outlets.
enum NameWords {
  /// Small words inside names of persons.
  static let particles: Set<String> = [
    "de", "da", "do", "dos", "del", "della", "di", "la", "le", "van", "von", "der", "den", "ter", "bin", "ibn", "al",
    "el", "ben", "abu", "y", "e", "st", "zu", "af",
  ]

  /// Words of outlets' and offices' names.
  static let institutional: Set<String> = [
    "news", "media", "times", "post", "daily", "herald", "press", "agency", "staff", "desk", "bureau", "team",
    "newsroom", "editorial", "network", "tribune", "journal",
    "guardian", "today", "online", "magazine", "gazette", "observer", "service", "wire", "newswire", "agencies", "web",
    "tv", "radio", "report", "reports", "express", "chronicle", "editors",
  ]

  /// Offices that stand behind a name: "Jane Doe, Staff Writer".
  static let offices: Set<String> = [
    "writer", "reporter", "correspondent", "editor", "journalist", "contributor", "columnist", "producer",
    "photographer", "staff", "bureau", "chief", "senior", "political", "foreign",
    "diplomatic", "business", "economics", "health", "science", "world", "africa", "asia", "europe", "deputy",
    "associate", "managing", "special", "freelance", "analyst", "fellow", "author", "news", "digital", "national",
    "security", "defence", "defense", "environment",
    "technology", "sports", "crime", "education", "investigations", "investigative", "assistant", "executive",
    "general", "multimedia", "data", "the", "at", "for", "of", "and", "in", "middle", "east", "west", "south", "north",
    "african", "european", "asian",
  ]

  /// How many tokens from `at` make up a person's name of one to five words; nil where none does.
  static func person(_ tokens: [Token], _ at: Int) -> Range<Int>? {
    var end = at
    var capitals = 0
    var words = 0
    while end < tokens.count, words < 6 {
      let token = tokens[end]
      // "By Jane Doe May 3, 2024": the date is no name.
      if words > 0, end + 1 < tokens.count, tokens[end + 1].kind == .number || tokens[end + 1].key == ".",
        DateReader.months[token.key] != nil || DateReader.weekdays.contains(token.key)
      {
        break
      }
      // "BY JANE DOE FOR EXAMPLE MEDIA": in capitals the small words are no names either.
      if words > 0, token.isUpper, ["for", "in", "and", "at", "with", "on"].contains(token.key) { break }
      if token.isWord, token.startsUpper {
        capitals += 1
        words += 1
        end += 1
        // An initial's dot.
        if token.range.count <= 2, end < tokens.count, tokens[end].key == ".", !tokens[end].isSpaced { end += 1 }
      } else if token.isWord, particles.contains(token.key), capitals > 0, end + 1 < tokens.count,
        tokens[end + 1].startsUpper || tokens[end + 1].key == "-"
      {
        words += 1
        end += 1
      } else if token.key == "-" || token.key == "‐", !token.isSpaced, end + 1 < tokens.count, tokens[end + 1].isWord,
        !tokens[end + 1].isSpaced, capitals > 0
      {
        end += 1
      } else {
        break
      }
    }
    return capitals > 0 ? at..<end : nil
  }
}
