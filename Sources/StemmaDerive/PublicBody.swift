import StemmaText

/// A body, or people of one office, that reports name by what they are: "the court", "rescue services", "insurers", "a
/// police spokesman". There is mostly one of it in a story, as there is not of witnesses, residents or experts.
struct PublicBody {
  /// What it is and what tells it from others of its sort: "health", "office".
  var words: Set<String>

  /// Nil where the words name bystanders, or nobody.
  init?(_ phrase: String) {
    var words = phrase.lowercased().split { !$0.isLetter }.map(String.init)
    if let end = words.firstIndex(where: Self.joints.contains), end > 0 { words.removeSubrange(end...) }
    words.removeAll(where: Self.small.contains)
    guard let head = words.last, !Self.bystanders.contains(head) else { return nil }
    // "police spokesman": the police.
    if words.count > 1, Self.voices.contains(head) { words.removeLast() }
    guard let head = words.last, !Self.voices.contains(head) else { return nil }
    self.words = Set(words)
  }

  /// Whether two sources that are no persons are one, by the words of their names: "Lurania" and "Luranian", "ministry"
  /// and "minister". "The health office" and "the press office" share what they are, not which; a company that is
  /// not named is the one that is.
  static func areOne(_ a: Set<String>, _ b: Set<String>) -> Bool {
    let shared = a.filter { x in b.contains { related(x, $0) } }
    guard !shared.isEmpty else { return a.isSubset(of: firms) || b.isSubset(of: firms) }
    guard shared.allSatisfy(sorts.contains) else { return true }
    let (restA, restB) = (a.subtracting(shared), b.filter { y in !shared.contains { related($0, y) } })
    return restA.isEmpty || restB.isEmpty
      || restA.contains { x in restB.contains { cosine(x, $0) >= likeness } }
  }

  private static func cosine(_ a: String, _ b: String) -> Double {
    guard let x = WordVectors.direction(of: a), let y = WordVectors.direction(of: b) else { return 0 }
    return WordVectors.cosine(x, y)
  }

  /// The cosine at which two words tell the same office: "weather" and "meteorological".
  static let likeness = 0.5

  private static func related(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count >= 4, b.utf8.count >= 4 else { return a == b && a.utf8.count >= 3 }
    let common = zip(a.utf8, b.utf8).prefix { $0 == $1 }.count
    return common >= 5 || common == min(a.utf8.count, b.utf8.count)
  }

  private static let joints: Set<String> = [
    "of", "in", "at", "for", "from", "on", "by", "near", "which", "that", "who", "with",
  ]
  private static let small: Set<String> = [
    "the", "a", "an", "its", "their", "his", "her", "our", "local", "what", "s", "one", "two", "three", "several",
    "some",
    "many", "senior", "other", "another",
  ]
  /// Whoever speaks for a body.
  private static let voices: Set<String> = [
    "spokesman", "spokeswoman", "spokesperson", "spokespeople", "official", "officials", "officer", "officers",
    "source",
    "sources", "statement", "chief", "chiefs", "workers", "staff", "crews",
  ]
  /// People of whom each report has found its own.
  private static let bystanders: Set<String> = [
    "analyst", "analysts", "apprentice", "apprentices", "boy", "bystander", "bystanders", "campaigners", "child",
    "children",
    "colleague", "colleagues", "customer", "customers", "demonstrator", "demonstrators", "diplomat", "diplomats",
    "doctor",
    "doctors", "driver", "drivers", "employee", "employees", "expert", "experts", "eyewitness", "eyewitnesses",
    "family", "fans",
    "farmer", "farmers", "father", "fisherman", "fishermen", "friend", "friends", "girl", "guest", "guests",
    "inhabitant", "inhabitants",
    "keeper", "locals", "man", "men", "mother", "neighbor", "neighbors", "neighbour", "neighbours", "observer",
    "observers",
    "onlooker", "onlookers", "others", "owner", "owners", "passenger", "passengers", "people", "person", "he", "it",
    "she", "protester",
    "protesters", "refugee", "refugees", "relative", "relatives", "reporter", "reporters", "resident", "residents",
    "scientist", "scientists", "shopkeeper", "shopkeepers", "student", "students", "survivor", "survivors", "teacher",
    "teachers", "them",
    "they", "those", "tourist", "tourists", "victim", "victims", "villager", "villagers", "volunteer", "volunteers",
    "witness", "witnesses",
    "woman", "women", "worker",
  ]
  /// What says of a body what it is, and not which.
  private static let sorts: Set<String> = [
    "administration", "agency", "association", "authority", "board", "brigade", "bureau", "city", "commission",
    "committee",
    "company", "council", "department", "firm", "group", "institute", "ministry", "minister", "national", "office",
    "service", "services", "state",
    "union", "university",
  ]
  private static let firms: Set<String> = [
    "business", "company", "employer", "firm", "group", "manufacturer", "operator",
  ]
}
