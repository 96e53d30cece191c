import StemmaModel
import StemmaText

/// A word that judges, said by somebody, is left out or made tame: "reckless savings" becomes "savings". One
/// divergence for each word with what it stands with.
struct LoadedWordRule: DivergenceRule {
  /// Words between the adjective and its noun.
  static let reach = 2

  private struct Phrase {
    var word: String
    var claim: Int
    var has: [Siglum: Place] = [:]
    var lacks: [Siglum: Place] = [:]
  }

  func divergences(in view: CollationView) -> [Divergence] {
    var phrases: [Phrase] = []
    var byKey: [String: Int] = [:]
    for claim in view.readings.indices where view.readings[claim].count > 1 && view.classes[claim].contains(.judging) {
      var nouns: [String: [(siglum: Siglum, word: String, place: Place)]] = [:]
      for reading in view.readings[claim] where reading.words.contains(.judging) {
        let report = view.story[reading.report]
        for (noun, word, span) in judged(in: reading.witness.tokens, report) {
          nouns[noun, default: []].append((reading.report, word, Place(reading.report, report.span(of: span))))
        }
      }
      for noun in nouns.keys.sorted() {
        let found = nouns[noun]!
        let words = Dictionary(found.map { ($0.siglum, $0.word) }, uniquingKeysWith: { a, _ in a })
        let word = view.commonest(words, in: claim)!
        let key = "\(word) \(noun)"
        let known = byKey[key] ?? phrases.count
        if known == phrases.count {
          byKey[key] = known
          phrases.append(Phrase(word: word, claim: claim))
        }
        for item in found where item.word == word { phrases[known].has[item.siglum] = item.place }
        let lead = found.first { $0.word == word }!.siglum
        let standing = view.reading(lead, of: claim)!
        for reading in view.readings[claim] where words[reading.report] == nil {
          guard view.areClose(reading, standing, in: claim), !view.areOfOthers(reading, standing),
            phrases[known].lacks[reading.report] == nil
          else { continue }
          phrases[known].lacks[reading.report] = bare(noun, in: reading, of: view)
        }
      }
    }
    return phrases.compactMap { phrase in
      let lacks = phrase.lacks.filter { phrase.has[$0.key] == nil }
      guard !lacks.isEmpty else { return nil }
      let (with, without) = (phrase.has.keys.sorted(), lacks.keys.sorted())
      let isDropped = with.count >= without.count
      let said = view.quoted(phrase.has[with[0]]!)
      return Divergence(
        .wording, isDropped ? .high : .medium, claim: phrase.claim, differ: isDropped ? without : with,
        from: isDropped ? with : without, at: Array(lacks.values) + Array(phrase.has.values),
        isDropped
          ? "\(view.list(without, "leaves", "leave")) out “\(phrase.word)”: \(view.quoted(lacks[without[0]]!)) where "
            + "\(view.list(with, "has", "have")) \(said)."
          : "\(view.list(with, "has", "have")) \(said) where \(view.list(without, "has", "have")) "
            + "\(view.quoted(lacks[without[0]]!)).")
    }
  }

  /// Judging adjectives with the noun they stand before.
  private func judged(in tokens: Range<Int>, _ report: AnnotatedReport) -> [(
    noun: String, word: String, span: Range<Int>
  )] {
    tokens.compactMap { index in
      guard JudgingWords.contains(report.tokens[index].key) else { return nil }
      var end = index
      while end + 1 < tokens.upperBound, end - index <= Self.reach, report.tokens[end + 1].kind == .word,
        !FunctionWords.contains(report.tokens[end + 1].key)
      { end += 1 }
      guard end > index, !((index + 1)...end).contains(where: { Self.charges.contains(report.tokens[$0].key) }) else {
        return nil
      }
      // The noun is the first word after the adjective that is no adjective by its look.
      let noun = ((index + 1)...end).first { !Self.looksLikeAdjective(report.tokens[$0].key) } ?? end
      return (WordStem.of(report.tokens[noun].key), report.tokens[index].key, index..<(noun + 1))
    }
  }

  /// "reckless endangerment" is the name of a crime, not a judgement.
  private static let charges: Set<String> = [
    "endangerment", "driving", "homicide", "manslaughter", "negligence", "imprisonment", "detention", "dismissal",
    "conduct", "entry", "possession", "assault", "death",
  ]

  private static func looksLikeAdjective(_ key: String) -> Bool {
    ["al", "ic", "ive", "ous", "ful", "ary", "ern", "less", "able"].contains { key.hasSuffix($0) } && key.utf8.count > 5
      || JudgingWords.contains(key)
  }

  /// The noun with whatever stands before it now, in the witness or its sentence.
  private func bare(_ noun: String, in reading: Reading, of view: CollationView) -> Place? {
    let report = view.story[reading.report]
    let around = view.statement(reading)?.tokens ?? reading.witness.tokens
    for index in Array(reading.witness.tokens) + Array(around) where WordStem.of(report.tokens[index].key) == noun {
      let from = max(around.lowerBound, index - Self.reach - 1)
      if (from..<index).contains(where: { JudgingWords.contains(report.tokens[$0].key) }) { return nil }
      let before = index > around.lowerBound && report.tokens[index - 1].kind == .word ? index - 1 : index
      return Place(reading.report, report.span(of: before..<(index + 1)))
    }
    return nil
  }
}

/// Adjectives that judge what they stand with.
package enum JudgingWords {
  package static func contains(_ key: String) -> Bool { all.contains(key) }

  static let all: Set<String> = Set(
    """
    abhorrent absurd abusive appalling arbitrary atrocious barbaric baseless brazen brutal callous
    careless catastrophic cowardly cruel cynical deplorable despicable devastating
    disastrous dishonest disgraceful disgusting draconian evil extremist fascist flagrant foolish fraudulent frivolous
    genocidal greedy grotesque hateful heartless heinous heroic horrific hypocritical illegitimate immoral imprudent
    incompetent indefensible indiscriminate inept inexcusable inhuman inhumane irresponsible ludicrous malicious
    merciless monstrous murderous negligent outrageous pathetic provocative reckless repressive reprehensible
    ruthless savage scandalous senseless shameful shocking sinister terrorist treacherous tyrannical unacceptable
    unfair unforgivable unjust unjustified unlawful unprovoked unwarranted vicious vile wanton wasteful
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
