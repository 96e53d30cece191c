import StemmaModel
import StemmaText

/// A word that judges, said by somebody, is left out or made tame: "illegitimate sanctions" becomes "sanctions".
struct LoadedWordRule: DivergenceRule {
  func divergences(in view: CollationView) -> [Divergence] {
    view.collation.claims.indices.flatMap { claim -> [Divergence] in
      let witnesses = view.witnesses[claim]
      guard witnesses.count > 1 else { return [] }
      var byPhrase: [String: (word: String, noun: String, has: [Siglum: Place])] = [:]
      for (siglum, witness) in witnesses {
        let tokens = view.tokens(witness)
        for (adjective, noun) in zip(tokens, tokens.dropFirst())
        where JudgingWords.contains(adjective.key) && !FunctionWords.contains(noun.key) {
          let place = Place(siglum, adjective.span.joined(with: noun.span))
          byPhrase[adjective.key + " " + WordStem.of(noun.key), default: (adjective.key, noun.key, [:])].has[siglum] =
            place
        }
      }
      return byPhrase.sorted { $0.key < $1.key }.compactMap { _, phrase -> Divergence? in
        var lacks: [Siglum: Place] = [:]
        for (siglum, witness) in witnesses where phrase.has[siglum] == nil {
          if let place = bare(phrase.noun, in: witness, of: view) { lacks[siglum] = place }
        }
        guard !lacks.isEmpty else { return nil }
        let reports = lacks.keys.sorted()
        let against = phrase.has.keys.sorted()
        return Divergence(
          .wording, .high, claim: claim, reports: reports, against: against,
          places: (Array(lacks.values) + Array(phrase.has.values)).sorted(),
          explanation: "\(view.list(reports)) \(view.has(reports)) “\(view.reading(lacks[reports[0]]!))” where "
            + "\(view.list(against)) \(view.has(against)) “\(phrase.word) \(phrase.noun)”.")
      }
    }
  }

  /// The noun with whatever stands before it now.
  private func bare(_ noun: String, in witness: Claim.Witness, of view: CollationView) -> Place? {
    let report = view.story[witness.place.report]
    let stem = WordStem.of(noun)
    for index in witness.tokens where WordStem.of(report.tokens[index].key) == stem {
      let before = index > witness.tokens.lowerBound && report.tokens[index - 1].kind == .word ? index - 1 : index
      return Place(witness.place.report, report.span(of: before..<(index + 1)))
    }
    return nil
  }
}

/// Adjectives that judge what they stand with.
enum JudgingWords {
  static func contains(_ key: String) -> Bool { all.contains(key) }

  private static let all: Set<String> = Set(
    """
    abhorrent absurd abusive aggressive appalling arbitrary atrocious barbaric baseless bloody brazen brutal callous
    catastrophic chaotic cowardly criminal cruel cynical dangerous deadly deplorable despicable destructive devastating
    dishonest disgraceful disgusting draconian evil extremist fake false fascist flagrant fraudulent frivolous genocidal
    greedy grotesque hateful heinous heroic horrific hostile hypocritical illegal illegitimate immoral imprudent
    incompetent indefensible indiscriminate inexcusable inhuman inhumane irresponsible ludicrous malicious merciless
    monstrous murderous negligent outrageous pathetic provocative reckless repressive reprehensible ruthless savage
    scandalous senseless shameful sham shocking sinister terrible terrorist treacherous tyrannical unacceptable
    unfair unjust unjustified unlawful unprecedented unprovoked unwarranted vicious vile violent wanton wasteful
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
