/// Counted nouns.
enum Nouns {
  static func isPlural(_ key: WordKey) -> Bool {
    if key.hasSuffix("s") {
      return !key.hasSuffix("ss") && !key.hasSuffix("us") && !key.hasSuffix("is") && key.count > 2
    }
    return plurals.contains(key) || key.hasSuffix("men") && key.count > 4
  }

  private static let plurals: WordSet = [
    "people", "men", "women", "children", "troops", "police", "aircraft", "personnel", "staff", "cattle", "sheep",
    "fish", "media", "data", "feet", "percent", "mice", "teeth", "spacecraft", "dead", "species", "series", "offspring",
    "geese", "lives", "criteria", "horsepower",
  ]

  /// The plural by which a counted noun is known.
  static func plural(_ noun: String) -> String {
    switch noun {
    case "person", "people", "dead", "wounded", "injured": return "people"
    case "man": return "men"
    case "woman": return "women"
    case "child": return "children"
    case "policeman": return "policemen"
    case "aircraft", "troops", "police", "personnel", "casualties", "series", "species", "staff", "sheep", "fish",
      "men", "women", "children":
      return noun
    default: break
    }
    if noun.hasSuffix("men") || noun.hasSuffix("s") && !noun.hasSuffix("ss") { return noun }
    if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    if noun.hasSuffix("ss") || noun.hasSuffix("x") || noun.hasSuffix("ch") || noun.hasSuffix("sh") {
      return noun + "es"
    }
    return noun + "s"
  }

  /// What befalls people: a number before it or after it counts them.
  static let casualties: WordSet = [
    "killed", "wounded", "injured", "died", "dead", "hurt", "missing", "displaced", "arrested", "detained",
    "hospitalized", "hospitalised", "kidnapped", "evacuated", "drowned", "rescued", "perished",
  ]

  /// Nouns that a small number before names rather than counts: "the two sides".
  static let generic: WordSet = [
    "countries", "sides", "nations", "leaders", "thing", "things", "way", "ways", "side", "hand", "hands", "place",
    "point", "points", "time", "times", "issue", "reason", "area", "country", "nation", "person", "day", "another",
    "parties", "presidents", "neighbours", "neighbors", "ministers", "states", "part", "parts", "half", "halves",
    "kind",
    "factor", "example", "case", "form", "chance", "option", "step",
  ]

  /// Nouns whose number is a name: "Flight 12", "Resolution 1973".
  static let numbered: WordSet = [
    "flight", "route", "highway", "room", "gate", "page", "chapter", "article", "section", "resolution", "number", "no",
    "phase", "level", "apollo", "boeing", "airbus", "interstate", "group", "class", "figure", "table", "volume", "act",
    "channel", "district", "zone", "unit", "platform", "terminal", "ward", "covid", "windows", "version", "grade",
    "type",
    "mark", "line", "road", "street", "bus", "train", "category", "step", "rule", "title", "schedule", "episode",
    "season",
    "stage", "tier", "part", "game", "round", "week", "day", "year", "item", "point", "exercise", "nr", "nrs", "nos",
    "lot",
    "clause", "schedule", "exit", "track", "model", "series", "box", "verse", "psalm", "paragraph", "formula", "scene",
    "question", "proposition", "matchday", "lap", "pages",
  ]
}
