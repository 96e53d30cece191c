/// What a word can be, whatever it is here: the union over its uses.
struct WordClass: OptionSet {
  let rawValue: UInt64

  // Closed classes
  static let determiner = WordClass(rawValue: 1 << 0)
  static let preposition = WordClass(rawValue: 1 << 1)
  static let conjunction = WordClass(rawValue: 1 << 2)
  /// Opens a dependent clause: "although", "which", "while".
  static let subordinator = WordClass(rawValue: 1 << 3)
  static let pronoun = WordClass(rawValue: 1 << 4)
  static let auxiliary = WordClass(rawValue: 1 << 5)
  static let adverb = WordClass(rawValue: 1 << 6)
  static let negation = WordClass(rawValue: 1 << 7)
  /// A verb form that can head a clause, from the list.
  static let verb = WordClass(rawValue: 1 << 8)

  // Speech
  /// Governs a that-clause or a quotation: "said", "noted".
  static let says = WordClass(rawValue: 1 << 9)
  /// Takes the hearer first: "told", "assured".
  static let tells = WordClass(rawValue: 1 << 10)
  /// Takes what is talked of as its object: "hailed", "denied", "accused".
  static let speaksOf = WordClass(rawValue: 1 << 11)
  /// A form in -ing of one of these.
  static let speechParticiple = WordClass(rawValue: 1 << 12)
  /// Can be a noun or adjective as well: counts only beside a speaker.
  static let weakSpeech = WordClass(rawValue: 1 << 13)

  // Who
  static let title = WordClass(rawValue: 1 << 14)
  static let demonym = WordClass(rawValue: 1 << 15)
  static let place = WordClass(rawValue: 1 << 16)
  /// Makes a name a place: "River", "Province".
  static let placeNoun = WordClass(rawValue: 1 << 17)
  /// Makes a name an organization: "Ministry", "Inc".
  static let bodyNoun = WordClass(rawValue: 1 << 18)
  static let agency = WordClass(rawValue: 1 << 19)
  static let firstName = WordClass(rawValue: 1 << 20)
  /// People without a name who can speak: "officials", "witnesses".
  static let people = WordClass(rawValue: 1 << 21)
  /// A paper that can speak: "report", "data".
  static let document = WordClass(rawValue: 1 << 22)
  /// Whoever writes: "correspondent", "reporter".
  static let reporter = WordClass(rawValue: 1 << 23)
  static let courtesy = WordClass(rawValue: 1 << 24)
  static let particle = WordClass(rawValue: 1 << 25)

  // When and how much
  static let weekday = WordClass(rawValue: 1 << 26)
  static let month = WordClass(rawValue: 1 << 27)
  static let timeUnit = WordClass(rawValue: 1 << 28)
  static let timeWord = WordClass(rawValue: 1 << 29)
  static let number = WordClass(rawValue: 1 << 30)
  static let ordinal = WordClass(rawValue: 1 << 31)

  // Full stops
  /// Never ends a sentence: "Mr."
  static let leads = WordClass(rawValue: 1 << 32)
  /// Ends one only before a word that begins one: "Inc."
  static let abbreviation = WordClass(rawValue: 1 << 33)
  /// A preposition that is not a name's part, or another word that is no name when capitalised.
  static let commonOpener = WordClass(rawValue: 1 << 34)
  static let adjective = WordClass(rawValue: 1 << 35)
  /// Given names and words for people that tell a woman or a man.
  static let female = WordClass(rawValue: 1 << 36)
  static let male = WordClass(rawValue: 1 << 37)
  /// Somebody's: "wife", "daughter", "colleague". A name behind it is a person's.
  static let relation = WordClass(rawValue: 1 << 38)
  /// A body that a report names once and then calls so: "the company", "the charity".
  static let bodyRole = WordClass(rawValue: 1 << 39)

  static let speech: WordClass = [.says, .tells, .speaksOf]
  static let function: WordClass = [
    .determiner, .preposition, .conjunction, .subordinator, .pronoun, .auxiliary, .adverb, .negation,
  ]
  static let finite: WordClass = [.verb, .auxiliary, .says, .tells, .speaksOf]
}
