import StemmaModel
import StemmaText

/// An accusation that is denied, told by another report as what happened.
struct AccusationRule: DivergenceRule {
  /// Words between the one accused and the verb that says what they did.
  static let reach = 8
  /// Accused whose deeds are looked for.
  static let mostAccused = 16

  func divergences(in view: CollationView) -> [Divergence] {
    var denied: Set<String> = []
    for (index, report) in view.story.reports.enumerated() {
      for (number, sentence) in report.statements.enumerated()
      where view.sentences[index][number].contains(.denial) {
        guard let verb = sentence.tokens.first(where: { Self.denials.contains(report.tokens[$0].key) }) else {
          continue
        }
        // Who denies stands before it.
        for index in sentence.tokens.lowerBound..<verb where report.tokens[index].isName {
          denied.insert(report.tokens[index].key)
        }
      }
    }
    guard !denied.isEmpty else { return [] }
    return accused(in: view).compactMap { divergence($0, denied: denied, in: view) }
  }

  private struct Accusation {
    /// Its words in order.
    var name: [String]
    var deeds: Set<String>
    var places: [Siglum: Place]
  }

  /// "accused X of carrying out the attack": by the name of the one accused.
  private func accused(in view: CollationView) -> [Accusation] {
    var found: [Accusation] = []
    var byName: [[String]: Int] = [:]
    for siglum in view.story.sigla {
      let report = view.story[siglum]
      for (number, sentence) in report.statements.enumerated()
      where view.sentences[siglum.index][number].contains(.accusation) {
        guard let verb = sentence.tokens.first(where: { Self.accusations.contains(report.tokens[$0].key) }),
          let of = (verb..<min(sentence.tokens.upperBound, verb + 7)).first(where: { report.tokens[$0].key == "of" }),
          let name = (verb + 1..<of).last(where: { report.tokens[$0].isName })
        else { continue }
        var from = name
        while from > verb + 1, report.tokens[from - 1].isName { from -= 1 }
        let deeds = (of..<min(sentence.tokens.upperBound, of + 10)).compactMap { Matter.stem(report.tokens[$0]) }
        let key = report.tokens[from...name].map(\.key)
        let place = Place(siglum, report.span(of: verb..<min(sentence.tokens.upperBound, of + 5)))
        if let known = byName[key] {
          found[known].deeds.formUnion(deeds)
          found[known].places[siglum] = found[known].places[siglum] ?? place
        } else {
          guard found.count < Self.mostAccused else { continue }
          byName[key] = found.count
          found.append(Accusation(name: key, deeds: Set(deeds), places: [siglum: place]))
        }
      }
    }
    return found
  }

  private func divergence(_ accusation: Accusation, denied: Set<String>, in view: CollationView) -> Divergence? {
    guard let last = accusation.name.last, denied.contains(last), let word = view.vocabulary.word(last) else {
      return nil
    }
    var facts: [Siglum: Place] = [:]
    for siglum in view.story.sigla where accusation.places[siglum] == nil {
      let report = view.story[siglum]
      let words = view.vocabulary.words[siglum.index]
      for (number, sentence) in report.statements.enumerated() where facts[siglum] == nil {
        let kind = report.report.passages[sentence.passage].kind
        guard words[sentence.tokens].contains(word), kind == .paragraph || kind == .title,
          !view.sentences[siglum.index][number].contains(.attributed)
        else { continue }
        facts[siglum] = fact(accusation, sentence.tokens, report).map { Place(siglum, report.span(of: $0)) }
      }
    }
    guard let first = facts.keys.min() else { return nil }
    let (reports, against) = (facts.keys.sorted(), accusation.places.keys.sorted())
    return Divergence(
      .hedge, .high, claim: view.claim(at: facts[first]!), differ: reports, from: against,
      at: Array(facts.values) + Array(accusation.places.values),
      "\(view.list(reports, "says", "say")) as a fact what is an accusation, and denied, in \(view.list(against)): "
        + "\(view.quoted(facts[first]!)).")
  }

  /// The accused as the one who does it: the name, a verb of the deed, an object.
  private func fact(_ accusation: Accusation, _ sentence: Range<Int>, _ report: AnnotatedReport) -> Range<Int>? {
    for index in sentence where report.tokens[index].key == accusation.name.last && report.tokens[index].isName {
      let start = index - accusation.name.count + 1
      guard start >= sentence.lowerBound, report.tokens[start...index].map(\.key) == accusation.name else { continue }
      // "in X", "by X", "of X" is not X doing something, and "South X" is not X.
      if start > sentence.lowerBound {
        let before = report.tokens[start - 1]
        if Self.prepositions.contains(before.key) || before.isName && before.kind == .word { continue }
      }
      for verb in (index + 1)..<max(index + 1, min(sentence.upperBound, index + Self.reach)) {
        let key = report.tokens[verb].key
        if Self.speech.contains(key) || Self.prepositions.contains(key) { break }
        let stem = Matter.stem(key)
        guard key.hasSuffix("s") || key.hasSuffix("ed"), Self.deeds.contains(stem) || accusation.deeds.contains(stem),
          !report.quotes.contains(where: { $0.form != .indirect && $0.span.overlaps(report.tokens[verb].span) })
        else { continue }
        return start..<min(sentence.upperBound, verb + 4)
      }
    }
    return nil
  }

  static let accusations: Set<String> = ["accused", "accuses", "accusing"]
  static let denials: Set<String> = ["denied", "denies", "denying", "rejected", "rejects"]
  private static let prepositions: Set<String> = [
    "in", "of", "by", "with", "on", "at", "from", "against", "to", "for", "near", "into", "inside", "accused",
    "between",
  ]
  private static let speech: Set<String> = [
    "said", "says", "denied", "denies", "accused", "accuses", "reported", "claimed", "blamed", "was", "were", "is",
    "are",
  ]
  /// What one is accused of.
  private static let deeds = Set(
    """
    bombs attacks kills murders shells strikes raids invades fires shoots destroys hacks steals poisons arrests abducts
    kidnaps tortures violates abuses assaults burns loots bribes defrauds launders leaks lies cheats
    pollutes sabotages executes expels blockades
    """.split(whereSeparator: \.isWhitespace).map { Matter.stem(String($0)) })
}
