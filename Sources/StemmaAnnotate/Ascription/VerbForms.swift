/// The forms of an English verb, made from its lemma.
enum VerbForms {
  /// The lemma itself, then the forms in -s, of the past, of the participle and in -ing.
  static func all(of lemma: String) -> [String] {
    let (past, participle) = irregular[lemma] ?? (pastForm(lemma), pastForm(lemma))
    return [lemma, singular(lemma), past, participle, gerund(lemma)]
  }

  private static let irregular: [String: (String, String)] = {
    var table: [String: (String, String)] = [:]
    for line in """
    say said said, tell told told, think thought thought, know knew known, write wrote written, speak spoke spoken,
    see saw seen, hear heard heard, find found found, hold held held, feel felt felt, mean meant meant,
    read read read, show showed shown, swear swore sworn, give gave given, take took taken, make made made,
    understand understood understood, forget forgot forgotten, teach taught taught, choose chose chosen,
    forbid forbade forbidden, foresee foresaw foreseen, fight fought fought, seek sought sought, cast cast cast,
    hit hit hit, beat beat beaten, forswear forswore forsworn, forecast forecast forecast, dream dreamed dreamed,
    withdraw withdrew withdrawn, sing sang sung, draw drew drawn, bet bet bet, lay laid laid, put put put,
    undertake undertook undertaken, learn learned learned, lie lied lied, let let let
    """.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
      let words = line.split(separator: " ").map(String.init)
      if words.count == 3 { table[words[0]] = (words[1], words[2]) }
    }
    return table
  }()

  /// Verbs of several syllables that double their last letter.
  private static let doubling: Set<String> = [
    "admit", "commit", "submit", "permit", "refer", "prefer", "regret", "rebut", "infer", "concur", "occur", "defer",
    "confer", "opt", "allot", "forget", "abhor", "quip", "brag", "plan", "slam", "nod", "blog", "dub", "rip", "plug",
    "tap", "slap", "dare", "shrug", "flog", "hit", "bet", "shun", "rig", "wed", "crib",
  ]

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiou".utf8.contains(byte) }

  private static func singular(_ lemma: String) -> String {
    let bytes = Array(lemma.utf8)
    if lemma.hasSuffix("y"), bytes.count > 1, !isVowel(bytes[bytes.count - 2]) { return lemma.dropLast() + "ies" }
    let hisses = ["s", "x", "z", "ch", "sh", "o"].contains { lemma.hasSuffix($0) } && lemma != "photo"
    return lemma + (hisses ? "es" : "s")
  }

  private static func stem(_ lemma: String) -> String {
    doubling.contains(lemma) && !lemma.hasSuffix("e") && lemma != "opt" ? lemma + String(lemma.last!) : lemma
  }

  private static func pastForm(_ lemma: String) -> String {
    let bytes = Array(lemma.utf8)
    if lemma.hasSuffix("e") { return lemma + "d" }
    if lemma.hasSuffix("y"), bytes.count > 1, !isVowel(bytes[bytes.count - 2]) { return lemma.dropLast() + "ied" }
    return stem(lemma) + "ed"
  }

  private static func gerund(_ lemma: String) -> String {
    if lemma == "lie" { return "lying" }
    if lemma.hasSuffix("e"), !lemma.hasSuffix("ee"), !lemma.hasSuffix("oe") { return lemma.dropLast() + "ing" }
    return stem(lemma) + "ing"
  }
}
