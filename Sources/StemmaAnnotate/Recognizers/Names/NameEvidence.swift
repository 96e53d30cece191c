import StemmaModel

/// What a report says of a name that no list knows: each mention has a say in whether it is a person, a body or a place.
struct NameEvidence {
  private var person = 0
  private var body = 0
  private var place = 0

  /// The kind that two mentions speak for, or one that leaves no doubt, and more than speak for any other.
  var kind: Entity.Kind? {
    let best = max(person, body, place)
    guard best >= 2, [person, body, place].count(where: { $0 == best }) == 1 else { return nil }
    return best == person ? .person : best == body ? .organization : .place
  }

  mutating func add(_ text: SegmentedText, _ name: Range<Int>, acts: Bool) {
    let (before, end) = (name.lowerBound - 1, name.upperBound)
    let isPossessive = text.lexemes[end - 1].shape.contains(.possessive)
    let next = text.word(end)
    // "in Republican circles"
    let qualifies = text.isWord(end) && !text.isCapital(end) && next.isEmpty
    switch qualifies ? WordKey() : text.key(before) {
    case "in", "near", "across", "throughout", "outside", "around", "into", "towards", "toward", "via", "inside":
      if ["shares", "stake", "stakes", "investors", "investor", "stock", "shareholders", "confidence", "trust"]
        .contains(text.key(before - 1))
      {
        body += 3
      } else {
        place += 2
      }
    case "from", "to": place += 1
    case "of":
      let head = text.word(before - 1)
      if head.contains(.placeNoun)
        || ["outskirts", "suburb", "suburbs", "streets", "west", "capital"].contains(text.key(before - 1))
      {
        place += 2
      } else if head.contains(.title), !text.isCapital(before - 1) {
        place += 1
      }
    case "by", "with", "for": if !text.isCapital(end) { person += 1 }
    default: break
    }
    if isPossessive {
      if !next.isDisjoint(with: [.relation]) || Self.belongings.contains(text.key(end)) { person += 2 }
      if Self.holdings.contains(text.key(end)) { body += 2 }
      return
    }
    if acts { person += 2 }
    if text.mark(end) == .comma {
      if ["who", "whose", "whom"].contains(text.key(end + 1)) { person += 2 }
      if text.word(end + 1).contains(.place), text.isCapital(end + 1) { place += 2 }
      if text.key(end + 1) == "which", text.word(before).isDisjoint(with: .preposition) { body += 1 }
    }
    if ["himself", "herself"].contains(text.key(end))
      || ["was", "is"].contains(text.key(end)) && text.key(end + 1) == "born"
    {
      person += 2
    } else if text.isWord(end), !text.isCapital(end), text.key(before) != "the",
      text.word(before).isDisjoint(with: .preposition), !text.key(name.lowerBound).hasSuffix("s"),
      !next.isDisjoint(with: [.auxiliary, .verb, .speaksOf]) || text.key(end).hasSuffix("ed")
    {
      person += 1
    }
  }

  /// What is somebody's.
  private static let belongings: WordSet = [
    "lawyer", "lawyers", "attorney", "attorneys", "family", "parents", "body", "death", "life", "career", "face",
    "hand",
    "hands", "eyes", "voice", "home", "house", "office", "childhood", "birthday", "funeral", "arrest", "aide", "aides",
    "spokesman", "spokeswoman", "campaign", "resignation", "mind", "heart", "friends", "health", "children", "speech",
  ]
  /// What is a company's.
  private static let holdings: WordSet = [
    "shares", "customers", "profits", "profit", "sales", "revenue", "board", "shareholders", "headquarters", "products",
    "chief", "ceo", "founder", "users", "executives", "stores", "factories", "factory", "stock", "employees", "staff",
  ]
}
