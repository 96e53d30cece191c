import StemmaModel
import StemmaText

/// One says that it was so, another that it was not.
struct ContradictionRule: DivergenceRule {
  /// The share of the lighter clause, and of the heavier, that both must have, where a "not" is all the evidence.
  static let leastShared = 0.55
  static let leastOfHeavier = 0.4
  static let fewestShared = 3
  /// Words between "not" and what is denied, or between "prevented" and what did not happen.
  static let reach = 4

  func divergences(in view: CollationView) -> [Divergence] {
    view.readings.indices.flatMap { claim -> [Divergence] in
      guard view.readings[claim].count > 1 else { return [] }
      return [negated(claim, in: view), opposite(claim, in: view), prevented(claim, in: view)].compactMap { $0 }
    }
  }

  // MARK: "not"

  private func negated(_ claim: Int, in view: CollationView) -> Divergence? {
    guard view.classes[claim].contains(.negation), let lemma = view.lemma(claim), isTold(lemma, in: view) else {
      return nil
    }
    let mine = denied(lemma, in: view)
    let opposed = view.readings[claim].filter { reading in
      guard reading.report != lemma.report, isTold(reading, in: view), !view.areOfOthers(reading, lemma) else {
        return false
      }
      let theirs = denied(reading, in: view)
      // Whoever says it plainly has no denial anywhere in the sentence.
      guard mine.isEmpty != theirs.isEmpty,
        (mine.isEmpty ? lemma : reading).sentence.isDisjoint(with: [.negation, .denial]),
        !isDoubted(mine.isEmpty ? lemma : reading, in: view)
      else { return false }
      let plain = mine.isEmpty ? lemma : reading
      return haveMuch(lemma, reading) && (mine + theirs).contains { plain.matter.contains($0) }
    }
    return divergence(opposed, lemma, claim, in: view)
  }

  private func haveMuch(_ a: Reading, _ b: Reading) -> Bool {
    let shared = a.matter.shared(with: b.matter)
    return shared.count >= Self.fewestShared && a.matter.isKin(to: b.matter, share: Self.leastShared)
      && shared.weight >= Self.leastOfHeavier * max(a.matter.weight, b.matter.weight)
  }

  private func divergence(_ opposed: [Reading], _ lemma: Reading, _ claim: Int, in view: CollationView) -> Divergence? {
    guard let first = opposed.first else { return nil }
    return Divergence(
      .contradiction, .high, claim: claim, differ: opposed.map(\.report), from: [lemma.report],
      at: opposed.map(\.place) + [lemma.place],
      "\(view.list(opposed.map(\.report), "says", "say")) \(view.quoted(first.place)); \(lemma.report) says "
        + "\(view.quoted(lemma.place)). Both cannot be.")
  }

  /// A statement of what was: not what would be, what somebody asks for or what is only a condition.
  private func isTold(_ reading: Reading, in view: CollationView) -> Bool {
    guard reading.isParagraph, let sentence = view.statement(reading) else { return false }
    let tokens = view.story[reading.report].tokens
    if reading.witness.tokens.contains(where: { Self.unreal.contains(tokens[$0].key) }) { return false }
    return !tokens[sentence.tokens].contains { ["if", "whether", "unless"].contains($0.key) }
  }

  /// "failed to", "ever", "hardly": a denial without a "not".
  private func isDoubted(_ reading: Reading, in view: CollationView) -> Bool {
    guard let sentence = view.statement(reading) else { return false }
    return view.story[reading.report].tokens[sentence.tokens].contains { Self.doubting.contains($0.key) }
  }

  private static let doubting: Set<String> = [
    "failed", "fails", "fail", "failing", "refused", "refuses", "ever", "any", "hardly", "barely", "few", "little",
    "doubt", "doubts", "unable", "accused", "alleged", "allegedly", "claim", "claims", "claimed", "t",
  ]

  private static let unreal: Set<String> = [
    "would", "could", "should", "may", "might", "can", "cannot", "must", "wouldn't", "couldn't", "shouldn't", "can't",
    "if", "whether", "unless", "until", "before", "to", "urged", "asked", "accused", "?",
  ]

  /// The stems a clause denies; none where "not" is no denial: "never before", "not only", "no longer".
  private func denied(_ reading: Reading, in view: CollationView) -> [Int32] {
    guard reading.words.contains(.negation) else { return [] }
    let report = view.story[reading.report]
    let words = Array(reading.witness.tokens).filter { report.tokens[$0].kind != .mark }
    return words.indices.compactMap { index in
      guard Self.negations.contains(report.tokens[words[index]].key) else { return nil }
      let rest = words[(index + 1)...].prefix(Self.reach + 3)
      if let next = rest.first, Self.idioms.contains(report.tokens[next].key) { return nil }
      if rest.contains(where: { Self.turns.contains(report.tokens[$0].key) }) { return nil }
      let verb = rest.prefix(Self.reach).first { view.vocabulary.stem(report, reading.report.index, $0) != nil }
      // Not to say so is not to say that it is not so.
      guard let verb,
        !rest.prefix(while: { $0 <= verb }).contains(where: { Self.sayings.contains(report.tokens[$0].key) })
      else { return nil }
      return view.vocabulary.stem(report, reading.report.index, verb)
    }
  }

  static let negations: Set<String> = [
    "not", "no", "never", "nobody", "none", "without", "didn't", "don't", "doesn't", "won't", "wasn't", "weren't",
    "isn't", "aren't", "cannot", "can't", "couldn't", "hasn't", "haven't", "wouldn't", "hadn't", "neither", "nor",
  ]
  private static let turns: Set<String> = [
    "before", "until", "unless", "without", "but", "more", "further", "how", "why", "what", "exactly", "all", "every",
  ]
  private static let sayings: Set<String> = [
    "say", "says", "said", "tell", "comment", "know", "known", "return", "respond", "answer", "disclose", "release",
    "released", "identify", "identified", "reveal", "name", "named", "provide", "explain", "explained", "think",
    "believe", "want", "clear", "sure", "immediately",
  ]
  private static let idioms: Set<String> = [
    "only", "just", "longer", "doubt", "yet", "immediate", "immediately", "matter", "least", "necessarily", "far",
  ]

  // MARK: Opposites

  /// The one word in which two clauses differ has its opposite there: "accepted the offer", "rejected the offer".
  private func opposite(_ claim: Int, in view: CollationView) -> Divergence? {
    guard view.classes[claim].contains(.opposite), let lemma = view.lemma(claim), isTold(lemma, in: view),
      lemma.words.contains(.opposite)
    else { return nil }
    let opposed = view.readings[claim].filter { reading in
      reading.report != lemma.report && reading.words.contains(.opposite) && isTold(reading, in: view)
        && lemma.words.contains(.negation) == reading.words.contains(.negation) && !view.areOfOthers(reading, lemma)
        && view.areClose(reading, lemma, in: claim) && areOpposed(reading, lemma, in: view)
    }
    return divergence(opposed, lemma, claim, in: view)
  }

  private func areOpposed(_ a: Reading, _ b: Reading, in view: CollationView) -> Bool {
    let (x, y) = (sides(a, in: view), sides(b, in: view))
    return x.contains { pair, own in
      guard let other = y[pair] else { return false }
      return own.side != other.side && own.side != 2 && other.side != 2 && !own.near.isDisjoint(with: other.near)
    }
  }

  /// For each pair of opposites, which of both a clause has, with the words of matter beside it; 2 where it has both.
  private func sides(_ reading: Reading, in view: CollationView) -> [Int: (side: Int, near: Set<Int32>)] {
    let report = view.story[reading.report]
    var found: [Int: (side: Int, near: Set<Int32>)] = [:]
    let tokens = reading.witness.tokens
    for index in tokens {
      for (pair, side) in Antonyms.sides(of: report.tokens[index].key) {
        let near = max(tokens.lowerBound, index - Self.reach)..<min(tokens.upperBound, index + Self.reach + 1)
        let stems = near.filter { $0 != index }.compactMap { view.vocabulary.stem(report, reading.report.index, $0) }
        if let known = found[pair], known.side != side {
          found[pair] = (2, [])
        } else {
          found[pair, default: (side, [])].near.formUnion(stems)
        }
      }
    }
    return found
  }

  // MARK: "prevented"

  private struct Change {
    var scale: Int
    var anchors: Set<Int32>
    var place: Place
  }

  /// A fall that one reports and another has prevented.
  private func prevented(_ claim: Int, in view: CollationView) -> Divergence? {
    guard view.classes[claim].isSuperset(of: [.degree, .prevention]) else { return nil }
    var happened: [Siglum: Change] = [:]
    var averted: [Siglum: Change] = [:]
    for reading in view.readings[claim] where reading.sentence.contains(.degree) {
      guard let sentence = view.statement(reading) else { continue }
      let siglum = reading.report
      let report = view.story[siglum]
      for index in sentence.tokens {
        guard let scale = Scale.degree(of: report.tokens[index].key)?.scale else { continue }
        let near =
          max(sentence.tokens.lowerBound, index - Self.reach)..<min(sentence.tokens.upperBound, index + Self.reach + 1)
        let anchors = Set(
          near.filter { $0 != index }.compactMap { view.vocabulary.stem(report, siglum.index, $0) })
        let from = max(sentence.tokens.lowerBound, index - Self.reach + 1)
        let verb = (from..<max(from, index)).last { Self.preventions.contains(report.tokens[$0].key) }
        let place = Place(siglum, report.span(of: (verb ?? near.lowerBound)..<near.upperBound))
        let change = Change(scale: scale, anchors: anchors, place: place)
        if verb != nil {
          averted[siglum] = averted[siglum] ?? change
        } else {
          happened[siglum] = happened[siglum] ?? change
        }
      }
    }
    for siglum in averted.keys.sorted() {
      let own = averted[siglum]!
      let against = happened.keys.filter { other in
        other != siglum && happened[other]!.scale == own.scale
          && happened[other]!.anchors.intersection(own.anchors).count >= 2
      }.sorted()
      guard let first = against.first else { continue }
      return Divergence(
        .contradiction, .high, claim: claim, differ: [siglum], from: against,
        at: [own.place] + against.map { happened[$0]!.place },
        "\(siglum) has it averted, \(view.quoted(own.place)); \(view.list(against, "has", "have")) it happen: "
          + "\(view.quoted(happened[first]!.place)).")
    }
    return nil
  }

  static let preventions: Set<String> = [
    "prevented", "prevents", "prevent", "preventing", "averted", "averts", "avert", "avoided", "avoids", "halted",
    "stopped", "stops", "blocked", "forestalled", "staved",
  ]
}
