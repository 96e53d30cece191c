/// What a word can be in a number that is spelled out.
struct NumberWord: Sendable {
  enum Kind: Sendable {
    /// "a", "an": one, before "dozen", "hundred", "half".
    case article
    /// 0 to 19.
    case ones
    case tens
    case hundred
    /// "thousand", "million", "lakh".
    case scale
    case dozen
    case half
    /// "third", "fifths": what the number before it is divided by, or an ordinal.
    case part
    /// "first", "second": no part of anything.
    case ordinal
    /// "hundreds", "dozens": at least so many.
    case vague
    case and
  }

  var kind: Kind
  /// Of a part its denominator.
  var value: Double
  /// Of a part in the plural, which is no ordinal.
  var isPlural = false

  @inline(__always)
  static func of(_ key: WordKey) -> NumberWord? { table[key] }

  private static let table: WordTable<NumberWord> = {
    var table = WordTable<NumberWord>()
    func add(_ kind: Kind, _ words: String, from first: Double = 0, step: Double = 1) {
      for (at, word) in words.split(separator: " ").enumerated() {
        table.insert(WordKey(word), NumberWord(kind: kind, value: first + Double(at) * step))
      }
    }
    func parts(_ words: String, from first: Double, step: Double = 1) {
      for (at, word) in words.split(separator: " ").enumerated() {
        let value = first + Double(at) * step
        table.insert(WordKey(word), NumberWord(kind: .part, value: value))
        table.insert(WordKey(word + "s"), NumberWord(kind: .part, value: value, isPlural: true))
      }
    }
    add(
      .ones,
      """
      zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
      eighteen nineteen
      """.replacing("\n", with: " "))
    add(.ones, "nought")
    add(.ones, "naught")
    add(.tens, "twenty thirty forty fifty sixty seventy eighty ninety", from: 20, step: 10)
    add(.hundred, "hundred", from: 100)
    for (words, value) in [
      ("thousand", 1e3), ("lakh lakhs", 1e5), ("million mln mn", 1e6), ("crore crores", 1e7),
      ("billion bn bln", 1e9), ("trillion tn trn tln", 1e12),
    ] {
      add(.scale, words, from: value, step: 0)
    }
    add(.dozen, "dozen dozs dzs", from: 12, step: 0)
    add(.half, "half", from: 2)
    add(.article, "a an", from: 1, step: 0)
    add(.and, "and")
    add(.ordinal, "first second", from: 1)
    parts("third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", from: 3)
    parts("quarter", from: 4)
    parts("sixteenth", from: 16)
    parts("twentieth thirtieth fortieth fiftieth", from: 20, step: 10)
    parts("hundredth", from: 100)
    for (word, value) in [("thousandth", 1e3), ("millionth", 1e6), ("billionth", 1e9), ("trillionth", 1e12)] {
      parts(word, from: value)
    }
    table.insert("halves", NumberWord(kind: .part, value: 2, isPlural: true))
    for (word, value) in [
      ("tens", 10), ("dozens", 24), ("scores", 40), ("hundreds", 100), ("thousands", 1e3), ("millions", 1e6),
      ("billions", 1e9), ("trillions", 1e12),
    ] {
      table.insert(WordKey(word), NumberWord(kind: .vague, value: value))
    }
    return table
  }()

  /// The whole number before a fraction or a quantity of its own, by the scale's letters behind its digits.
  static func shortScale(_ letters: Substring) -> Double? {
    switch letters {
    case "k", "K": 1e3
    case "M", "MM", "mm", "mil", "mln", "mn", "Mn": 1e6
    case "B", "b", "bn", "Bn", "BN", "bln", "G": 1e9
    case "T", "tn", "trn", "tln": 1e12
    default: nil
    }
  }
}
