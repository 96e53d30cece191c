/// What a word may be to the rules, as a set of bits: a rule looks at a sentence only if it has a word of its class.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64

  static let hedge = WordClass(rawValue: 1 << 0)
  static let negation = WordClass(rawValue: 1 << 1)
  static let degree = WordClass(rawValue: 1 << 2)
  static let judging = WordClass(rawValue: 1 << 3)
  static let verdict = WordClass(rawValue: 1 << 4)
  static let dispute = WordClass(rawValue: 1 << 5)
  static let comparison = WordClass(rawValue: 1 << 6)
  static let sequence = WordClass(rawValue: 1 << 7)
  static let objection = WordClass(rawValue: 1 << 8)
  static let opinion = WordClass(rawValue: 1 << 9)
  static let cue = WordClass(rawValue: 1 << 10)
  static let denial = WordClass(rawValue: 1 << 11)
  static let accusation = WordClass(rawValue: 1 << 12)
  static let comment = WordClass(rawValue: 1 << 13)
  static let nobody = WordClass(rawValue: 1 << 14)
  static let harm = WordClass(rawValue: 1 << 15)
  static let ordinal = WordClass(rawValue: 1 << 16)
  static let reciprocal = WordClass(rawValue: 1 << 17)
  static let prevention = WordClass(rawValue: 1 << 18)
  static let summing = WordClass(rawValue: 1 << 19)
  static let correspondent = WordClass(rawValue: 1 << 20)
  static let stretch = WordClass(rawValue: 1 << 21)
  static let opposite = WordClass(rawValue: 1 << 22)

  // Of a sentence, not of a word.
  /// It, or a part of it, is laid to somebody.
  static let attributed = WordClass(rawValue: 1 << 60)
  static let quoted = WordClass(rawValue: 1 << 61)
  static let timed = WordClass(rawValue: 1 << 62)

  static func of(_ key: String) -> WordClass { table[key] ?? [] }

  private static let table: [String: WordClass] = {
    let lists: [(WordClass, Set<String>)] = [
      (.hedge, HedgeRule.hedges), (.negation, ContradictionRule.negations), (.degree, Scale.words),
      (.judging, JudgingWords.all), (.verdict, VerdictRule.words), (.dispute, TermRule.words),
      (.comparison, ComparisonRule.words), (.sequence, SequenceRule.words), (.objection, ObjectionRule.words),
      (.opinion, HedgeRule.opinionated), (.cue, AttributionRule.cues), (.denial, AccusationRule.denials),
      (.accusation, AccusationRule.accusations), (.comment, ["comment"]), (.nobody, TollRule.none),
      (.harm, TollRule.harm), (.ordinal, Set(TollRule.ordinals)), (.reciprocal, ["other", "another"]),
      (.prevention, ContradictionRule.preventions), (.summing, AdditionRule.summing),
      (.correspondent, AnonymizedRule.reporters), (.stretch, Stretch.words), (.opposite, Antonyms.words),
    ]
    var table: [String: WordClass] = [:]
    for (own, words) in lists {
      for word in words { table[word, default: []].formUnion(own) }
    }
    return table
  }()
}
