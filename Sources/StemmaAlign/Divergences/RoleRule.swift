import StemmaModel
import StemmaText

/// Who did it to whom, the other way round: "Ostia accused Lund", "Lund accused Ostia".
struct RoleRule: DivergenceRule {
  /// Words between the one, the deed and the other.
  static let reach = 4

  /// Who acts, the deed, who is acted on.
  private struct Deed: Hashable {
    var actor: String
    var verb: String
    var other: String

    var turned: Deed { Deed(actor: other, verb: verb, other: actor) }
  }

  func divergences(in view: CollationView) -> [Divergence] {
    var seen: Set<[Place]> = []
    return view.readings.indices.compactMap { claim -> Divergence? in
      guard view.readings[claim].count > 1 else { return nil }
      var found: [Deed: [Place]] = [:]
      var order: [Deed] = []
      for reading in view.readings[claim] where reading.isParagraph {
        for (deed, place) in deeds(reading, in: view) {
          if found[deed] == nil { order.append(deed) }
          found[deed, default: []].append(place)
        }
      }
      for deed in order {
        guard let own = found[deed], let others = found[deed.turned] else { continue }
        // What most have stands; of equals what the first has.
        let isUsual = (own.count, others[0]) > (others.count, own[0])
        let (usual, turned) = isUsual ? (own, others) : (others, own)
        let reports = Set(turned.map(\.report)).subtracting(usual.map(\.report)).sorted()
        let against = Set(usual.map(\.report)).sorted()
        guard !reports.isEmpty, seen.insert((usual + turned).sorted()).inserted else { continue }
        return Divergence(
          .contradiction, .high, claim: claim, differ: reports, from: against, at: usual + turned,
          "\(view.list(reports, "has", "have")) \(view.quoted(turned[0])); \(view.list(against, "has", "have")) it the "
            + "other way round: \(view.quoted(usual[0])).")
      }
      return nil
    }
  }

  /// Name, verb in the past, name; "was … by" turned round.
  private func deeds(_ reading: Reading, in view: CollationView) -> [(Deed, Place)] {
    let report = view.story[reading.report]
    let tokens = reading.witness.tokens
    return tokens.compactMap { index -> (Deed, Place)? in
      let token = report.tokens[index]
      guard token.kind == .word, !token.isName, token.key.hasSuffix("ed") || Self.irregular.contains(token.key),
        !Self.mutual.contains(token.key)
      else { return nil }
      let before = (max(tokens.lowerBound, index - Self.reach)..<index).reversed()
      let behind = (index + 1)..<min(tokens.upperBound, index + Self.reach + 1)
      guard let actor = before.first(where: { report.tokens[$0].isName && report.tokens[$0].kind == .word }),
        let other = behind.first(where: { report.tokens[$0].isName && report.tokens[$0].kind == .word }),
        isStraight(report, (actor + 1)..<index), isStraight(report, (index + 1)..<other)
      else { return nil }
      // The last word of either name.
      var last = other
      while last + 1 < tokens.upperBound, report.tokens[last + 1].isName, report.tokens[last + 1].kind == .word {
        last += 1
      }
      let isPassive = report.tokens[(index + 1)..<other].contains { $0.key == "by" }
      let isAided = report.tokens[(actor + 1)..<index].contains {
        ["was", "were", "been", "is", "are"].contains($0.key)
      }
      guard isPassive == isAided, report.tokens[actor].key != report.tokens[last].key else { return nil }
      let deed = Deed(
        actor: report.tokens[actor].key, verb: WordStem.of(token.key), other: report.tokens[last].key)
      return (isPassive ? deed.turned : deed, Place(reading.report, report.span(of: actor..<(last + 1))))
    }
  }

  /// Nothing between them but helping words: no mark, no other verb, no preposition that makes another of it.
  private func isStraight(_ report: AnnotatedReport, _ tokens: Range<Int>) -> Bool {
    report.tokens[tokens].allSatisfy { $0.kind == .word && Self.helping.contains($0.key) }
  }

  private static let helping: Set<String> = [
    "the", "a", "had", "has", "have", "was", "were", "been", "is", "are", "by", "then", "later", "also", "mr", "mrs",
    "ms", "president", "minister",
  ]
  private static let irregular: Set<String> = [
    "beat", "shot", "struck", "hit", "told", "sold", "gave", "left", "met", "fought", "sent", "paid", "overtook", "led",
    "bought", "taught", "sought", "forgave", "bit", "stabbed",
  ]
  /// Done by both to each other.
  private static let mutual: Set<String> = [
    "met", "married", "divorced", "joined", "fought", "resembled", "faced", "dated", "kissed", "embraced", "equaled",
  ]
}
