import StemmaModel
import StemmaText

/// A doubt that one report has and another does not: "probably", "reportedly", "analysts say".
struct HedgeRule: DivergenceRule {
  /// Reports with a doubt that one without is compared with.
  static let mostCompared = 6

  static let hedges: Set<String> = [
    "probably", "perhaps", "maybe", "may", "might", "possibly", "likely", "apparently", "allegedly", "alleged",
    "reportedly", "seemingly", "seems", "seemed", "appears", "appeared", "presumably", "suspected", "believed",
    "supposedly", "unconfirmed", "purportedly", "purported",
  ]

  func divergences(in view: CollationView) -> [Divergence] {
    var seen: Set<[Place]> = []
    return view.readings.indices.flatMap { claim -> [Divergence] in
      guard view.readings[claim].count > 1 else { return [] }
      return [doubt(claim, in: view), opinion(claim, in: view)].compactMap { $0 }.filter {
        seen.insert($0.places).inserted
      }
    }
  }

  private func doubt(_ claim: Int, in view: CollationView) -> Divergence? {
    guard view.classes[claim].contains(.hedge), let lemma = view.lemma(claim) else { return nil }
    var hedged: [(reading: Reading, hedge: Place, doubted: [Int32])] = []
    var free: [Reading] = []
    for reading in view.readings[claim] where reading.isParagraph {
      if let (hedge, doubted) = hedge(reading, in: view) {
        hedged.append((reading, hedge, doubted))
      } else if reading.sentence.isDisjoint(with: .hedge), !isSupposed(reading, in: view) {
        free.append(reading)
      }
    }
    // What is doubted there must be what is said here, not something beside it.
    hedged = hedged.filter { $0.reading.report == lemma.report || view.areClose($0.reading, lemma, in: claim) }
    let plain = free.filter { own in
      hedged.prefix(Self.mostCompared).contains { other in
        own.matter.contains(other.doubted[0]) && other.doubted.dropFirst().contains { own.matter.contains($0) }
          && view.areClose(own, other.reading, in: claim)
          && !view.areOfOthers(own, other.reading)
      }
    }
    guard let first = hedged.first, let bare = plain.first else { return nil }
    let (with, without) = (hedged.map(\.reading.report), plain.map(\.report))
    let isDropped = view.votes(with, in: claim) >= view.votes(without, in: claim)
    let word = view.quoted(first.hedge)
    let isSure = plain.contains { own in hedged.contains { view.areOne(own, $0.reading, in: claim) } }
    return Divergence(
      .hedge, isDropped ? (isSure ? .high : .medium) : .low, claim: claim, differ: isDropped ? without : with,
      from: isDropped ? with : without, at: plain.map(\.place) + hedged.map(\.reading.place),
      isDropped
        ? "\(view.list(without, "says", "say")) as a fact what \(view.list(with, "qualifies", "qualify")) with \(word): "
          + "\(view.quoted(bare.place))."
        : "\(view.list(with, "qualifies", "qualify")) with \(word) what \(view.list(without, "says", "say")) as a fact: "
          + "\(view.quoted(bare.place)).")
  }

  /// A hedge in the witness itself, with the words of matter right behind it and the one before: a hedge elsewhere in the
  /// sentence is of something else.
  private func hedge(_ reading: Reading, in view: CollationView) -> (Place, [Int32])? {
    guard reading.words.contains(.hedge) else { return nil }
    let report = view.story[reading.report]
    for index in reading.witness.tokens where view.vocabulary.classes(reading.report.index, index).contains(.hedge) {
      let token = report.tokens[index]
      guard !token.isName, token.kind == .word else { continue }
      let rest = (index + 1)..<min(report.tokens.count, index + 4)
      // "appeared in court" is no doubt.
      if token.key.hasPrefix("appear"), let next = rest.first,
        !["to", "that", "as"].contains(report.tokens[next].key), report.tokens[next].key.hasSuffix("ly") == false
      {
        continue
      }
      func stems(_ tokens: Range<Int>) -> [Int32] {
        tokens.compactMap { view.vocabulary.stem(report, reading.report.index, $0) }
      }
      guard let doubted = stems(rest).first else { continue }
      let behind = stems((index + 1)..<min(report.tokens.count, index + 10)).dropFirst().prefix(2)
      let before = stems(max(reading.witness.tokens.lowerBound, index - 5)..<index).suffix(1)
      return (Place(reading.report, token.span), [doubted] + behind + before)
    }
    return nil
  }

  /// What is only possible, or is the charge: no fact, though without a hedge.
  private func isSupposed(_ reading: Reading, in view: CollationView) -> Bool {
    guard let sentence = view.statement(reading) else { return false }
    return view.story[reading.report].tokens[sentence.tokens].contains { Self.supposing.contains($0.key) }
  }

  private static let supposing: Set<String> = [
    "accused", "accuses", "charged", "charges", "could", "would", "can", "if", "suspect", "suspects", "suspecting",
    "suspicion", "allege", "alleges", "alleging", "allegation", "allegations", "rumored", "rumoured", "rumors",
    "potential",
    "potentially", "thought", "complaint", "indictment", "prosecutors", "seem", "appear", "believe", "believes",
    "unclear",
    "speculates", "speculate", "speculation", "should", "expected", "plans", "hopes", "anyone", "suspected",
  ]

  /// What analysts say becomes a fact.
  private func opinion(_ claim: Int, in view: CollationView) -> Divergence? {
    var held: [(reading: Reading, words: String)] = []
    var plain: [Reading] = []
    for reading in view.readings[claim] where reading.isParagraph {
      if let source = view.attribution(reading)?.source {
        let last = source.name.lowercased().split(separator: " ").last.map(String.init) ?? ""
        if source.kind == .unnamed, Self.opinionated.contains(last) { held.append((reading, source.name)) }
      } else if reading.sentence.isDisjoint(with: .opinion), !view.isMarked(reading.place) {
        plain.append(reading)
      }
    }
    guard let first = held.first else { return nil }
    let differ = plain.filter { own in
      held.prefix(Self.mostCompared).contains { view.areClose(own, $0.reading, in: claim) }
    }
    guard let own = differ.first else { return nil }
    let (reports, against) = (differ.map(\.report), held.map(\.reading.report))
    return Divergence(
      .hedge, .medium, claim: claim, differ: reports, from: against,
      at: differ.map(\.place) + held.map(\.reading.place),
      "\(view.list(reports, "says", "say")) as a fact what \(view.list(against, "lays", "lay")) to "
        + "“\(first.words)”: \(view.quoted(own.place)).")
  }

  static let opinionated: Set<String> = [
    "analysts", "observers", "experts", "critics", "commentators", "economists", "activists", "campaigners",
    "opponents",
    "supporters", "scholars", "historians", "pundits", "strategists",
  ]
}
