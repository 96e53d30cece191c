import StemmaModel
import StemmaText

/// One says that it was so, another that it was not.
struct ContradictionRule: DivergenceRule {
  /// The share of the lighter clause that both must have, where a "not" is all the evidence.
  static let leastShared = 0.55
  static let fewestShared = 3
  /// Words between "not" and what is denied, or between "prevented" and what did not happen.
  static let reach = 4

  func divergences(in view: CollationView) -> [Divergence] {
    view.collation.claims.indices.flatMap { claim -> [Divergence] in
      guard view.witnesses[claim].count > 1 else { return [] }
      return [negated(claim, in: view), prevented(claim, in: view)].compactMap { $0 }
    } + disputed(in: view)
  }

  // MARK: "not"

  private func negated(_ claim: Int, in view: CollationView) -> Divergence? {
    guard let lemma = view.lemma(claim) else { return nil }
    let home = lemma.place.report
    let mine = denied(view.tokens(lemma))
    let opposed = view.witnesses[claim].keys.sorted().filter { siglum in
      guard siglum != home, view.isParagraph(lemma.place) else { return false }
      let witness = view.witnesses[claim][siglum]!
      let theirs = denied(view.tokens(witness))
      guard mine.isEmpty != theirs.isEmpty, view.isParagraph(witness.place),
        let a = view.matter[claim][home], let b = view.matter[claim][siglum],
        a.shared(with: b).count >= Self.fewestShared, a.isKin(to: b, share: Self.leastShared)
      else { return false }
      // What the one denies the other says.
      let plain = mine.isEmpty ? a : b
      return (mine + theirs).contains { plain.stems[$0] != nil }
    }
    guard let first = opposed.first else { return nil }
    let places = opposed.map { view.witnesses[claim][$0]!.place }
    return Divergence(
      .contradiction, .high, claim: claim, differ: opposed, from: [home], at: places + [lemma.place],
      "\(view.list(opposed, "says", "say")) \(view.quoted(view.witnesses[claim][first]!.place)); \(home) says "
        + "\(view.quoted(lemma.place)). Both cannot be.")
  }

  /// The stems a clause denies; none where "not" is no denial: "never before", "not only", "no longer".
  private func denied(_ tokens: [Token]) -> [String] {
    tokens.indices.compactMap { index in
      guard Self.negations.contains(tokens[index].key) else { return nil }
      let rest = tokens[(index + 1)...].prefix(Self.reach + 3)
      if let next = rest.first, Self.idioms.contains(next.key) { return nil }
      if rest.contains(where: { ["before", "until", "unless", "without"].contains($0.key) }) { return nil }
      return rest.prefix(Self.reach).lazy.compactMap(Matter.stem).first
    }
  }

  private static let negations: Set<String> = [
    "not", "no", "never", "nobody", "didn't", "don't", "doesn't", "won't", "wasn't", "weren't", "isn't", "aren't",
    "cannot", "can't", "couldn't", "hasn't", "haven't", "wouldn't", "hadn't", "neither", "nor",
  ]
  private static let idioms: Set<String> = [
    "only", "just", "longer", "doubt", "yet", "immediate", "immediately", "matter", "least",
  ]

  // MARK: "prevented"

  /// A fall that one reports and another has prevented.
  private func prevented(_ claim: Int, in view: CollationView) -> Divergence? {
    struct Change {
      var scale: Int
      var anchors: Set<String>
      var place: Place
    }
    var happened: [Siglum: Change] = [:]
    var averted: [Siglum: Change] = [:]
    for siglum in view.witnesses[claim].keys.sorted() {
      guard let sentence = view.statement(view.witnesses[claim][siglum]!.place) else { continue }
      let report = view.story[siglum]
      for index in sentence.tokens {
        guard let scale = Scale.degree(of: report.tokens[index].key)?.scale else { continue }
        let near =
          max(sentence.tokens.lowerBound, index - Self.reach)..<min(sentence.tokens.upperBound, index + Self.reach + 1)
        let anchors = Set(near.filter { $0 != index }.compactMap { Matter.stem(report.tokens[$0]) })
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

  private static let preventions: Set<String> = [
    "prevented", "prevents", "prevent", "preventing", "averted", "averts", "avert", "avoided", "avoids", "halted",
    "stopped", "stops", "blocked", "forestalled", "staved",
  ]

  // MARK: One event, two accounts

  /// "passed its inspection in November" against "the inspection in November never went below": the same thing at the
  /// same time, with a denial on one side.
  private func disputed(in view: CollationView) -> [Divergence] {
    struct Account {
      var report: Siglum
      var isDenial: Bool
      var place: Place
    }
    var accounts: [String: [Account]] = [:]
    for siglum in view.story.sigla {
      let report = view.story[siglum]
      for time in report.times where time.weekday == nil {
        guard let sentence = report.statement(around: time.span), let moment = time.moment,
          moment.precision == .month || moment.precision == .year,
          report.report.passages[sentence.passage].kind == .paragraph
        else { continue }
        let tokens = report.tokenRange(of: time.span)
        guard let first = tokens.first, first > sentence.tokens.lowerBound,
          ["in", "of", "from"].contains(report.tokens[first - 1].key)
        else { continue }
        let from = max(sentence.tokens.lowerBound, first - 3)
        let clause = sentence.clauses.first { $0.contains(first) } ?? sentence.tokens
        // Up to the end of the sentence: "The inspection in November, she said, never went …".
        let whole = min(from, clause.lowerBound)..<sentence.tokens.upperBound
        let denial = (tokens.upperBound..<max(tokens.upperBound, whole.upperBound)).first {
          report.tokens[$0].key == "never" || report.tokens[$0].key == "not"
        }
        let end = min(whole.upperBound, (denial ?? tokens.upperBound) + 5)
        let place = Place(
          siglum, report.span(of: (denial == nil ? max(from, whole.lowerBound) : from)..<max(end, tokens.upperBound)))
        for index in from..<(first - 1) {
          guard let stem = Matter.stem(report.tokens[index]), Self.checks.contains(stem) else { continue }
          accounts["\(stem) \(moment.description)", default: []].append(
            Account(report: siglum, isDenial: denial != nil, place: place))
        }
      }
    }
    return accounts.keys.sorted().compactMap { key in
      let all = accounts[key]!
      let denials = all.filter(\.isDenial)
      let plain = all.filter { own in !own.isDenial && !denials.contains { $0.report == own.report } }
      guard let first = denials.first, let other = plain.first else { return nil }
      let (reports, against) = (Set(denials.map(\.report)).sorted(), Set(plain.map(\.report)).sorted())
      return Divergence(
        .contradiction, .medium, claim: view.claim(at: first.place), differ: reports, from: against,
        at: (denials + plain).map(\.place),
        "\(view.list(reports, "has", "have")) \(view.quoted(first.place)); \(view.list(against, "has", "have")) "
          + "\(view.quoted(other.place)): two accounts of the same.")
    }
  }

  /// What is passed or failed, held or not held.
  private static let checks = Set(
    """
    inspection test audit review check examination survey trial vote election referendum agreement treaty deal contract
    order warning permit approval licence license payment meeting hearing report study
    """.split(whereSeparator: \.isWhitespace).map { Matter.stem(String($0)) })
}
