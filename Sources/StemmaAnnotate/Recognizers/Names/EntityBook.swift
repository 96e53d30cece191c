import StemmaModel

/// Who and what a report names, and where.
struct EntityBook {
  enum Gender { case male, female }

  struct Entry {
    var kind: Entity.Kind
    var name: String
    var title: String?
    /// The words of the fullest form.
    var keys: [WordKey]
    /// Those of them that tell a person: without particles, initials and "Jr."
    var core: [WordKey]
    /// All words of all its titles.
    var titleKeys: Set<WordKey> = []
    var isAgency = false
    var gender: Gender?
    /// Two or three words that mean nothing else: most likely somebody's name, where nothing says so.
    var mayBePerson = false
  }

  struct Mention {
    var lexemes: Range<Int>
    var entity: Int
    /// Where the title before it begins, if there is one: "Prime Minister Jane Roe".
    var from: Int
  }

  var entities: [Entry] = []
  /// In order of place.
  var mentions: [Mention] = []
  /// The mention that holds each lexeme, -1 for none.
  var mentionOf: [Int] = []

  func mention(at lexeme: Int) -> Mention? {
    guard mentionOf.indices.contains(lexeme), mentionOf[lexeme] >= 0 else { return nil }
    return mentions[mentionOf[lexeme]]
  }

  func entity(at lexeme: Int) -> Int? { mention(at: lexeme)?.entity }

  /// Puts the mentions in order and notes which lexemes they hold.
  mutating func index(lexemes count: Int) {
    mentions.sort { ($0.lexemes.lowerBound, $0.lexemes.upperBound) < ($1.lexemes.lowerBound, $1.lexemes.upperBound) }
    mentionOf = Array(repeating: -1, count: count)
    for (at, mention) in mentions.enumerated() {
      for lexeme in mention.lexemes { mentionOf[lexeme] = at }
    }
  }
}
