import StemmaModel
import StemmaSyntax
import StemmaText

/// Finds the passages of a story that say what is asserted, a part of it, or something else in its place.
struct ClaimFinder {
  /// Sentences of one report that are compared in full.
  static let mostSentences = 6
  /// The share of the assertion's names and words at which a sentence is compared in full.
  static let leastLook = 0.25
  /// The share of a passage that a witness of the collation has in common with it to be its claim.
  static let leastOverlap = 0.5

  /// What a wording must have of the claim by itself where the collation knows that it differs from others.
  static let leastOfAltered = 0.5

  let collation: Collation
  let names: StoryNames
  /// For each report, where witnesses stand and of which claims, in order.
  private let witnesses: [[(span: TextSpan, claim: Int)]]
  private var story: Story { collation.story }

  /// - Complexity: O(*w* log *w*) in the witnesses of the story.
  init(collation: Collation, names: StoryNames) {
    self.collation = collation
    self.names = names
    var witnesses = [[(span: TextSpan, claim: Int)]](repeating: [], count: collation.story.reports.count)
    for (index, claim) in collation.claims.enumerated() {
      for variant in claim.variants {
        for witness in variant.witnesses { witnesses[witness.place.report.index].append((witness.place.span, index)) }
      }
    }
    for report in witnesses.indices { witnesses[report].sort { ($0.claim, $0.span) < ($1.claim, $1.span) } }
    self.witnesses = witnesses
  }

  /// The best passage of each report that has one, in order.
  ///
  /// - Complexity: O(tokens of the story), with a bounded number of trees for each report.
  func passages(of assertion: Assertion, _ likeness: inout WordLikeness, _ parser: inout Parser) -> [Passage] {
    var best: [Int: Passage] = [:]
    var heat = Heat(assertion)
    for (index, report) in story.reports.enumerated() {
      let ranked = report.statements.indices
        .map { (statement: $0, heat: heat.of(report.tokens[report.statements[$0].tokens], &likeness)) }
        .filter { $0.heat >= Self.leastLook }
        .sorted { (-$0.heat, $0.statement) < (-$1.heat, $1.statement) }.prefix(Self.mostSentences)
      for (statement, _) in ranked {
        let comparison = Comparison(
          assertion: assertion, report: report, siglum: Siglum(index), statement: statement, names: names)
        guard let passage = comparison.passage(&likeness, &parser) else { continue }
        if best[index].map({ Self.stands(passage, before: $0) }) ?? true { best[index] = passage }
      }
    }
    let wordings = otherWordings(of: best.values.filter { $0.stance == .says }, of: assertion, &likeness, &parser)
    for passage in wordings where best[passage.place.report.index]?.stance != .says {
      // What contradicts it in its own words is not overruled by a likeness.
      if best[passage.place.report.index]?.stance == .differs { continue }
      best[passage.place.report.index] = passage
    }
    return best.keys.sorted().map { index in
      var passage = best[index]!
      passage.claims = claims(at: passage)
      return passage
    }
  }

  private static func stands(_ a: Passage, before b: Passage) -> Bool {
    if a.stance != b.stance {
      if a.stance == .says || b.stance == .says { return a.stance == .says }
      // A passage that has much less of the claim does not contradict it where another has more.
      return a.stance == .differs ? a.coverage >= b.coverage - 0.2 : a.coverage > b.coverage + 0.2
    }
    return (a.coverage, b.place) > (b.coverage, a.place)
  }

  /// What the collation holds for other wordings of the passages that say so.
  private func otherWordings(
    of passages: [Passage], of assertion: Assertion, _ likeness: inout WordLikeness, _ parser: inout Parser
  ) -> [Passage] {
    var seen: Set<Place> = []
    var found: [Passage] = []
    for number in Set(passages.flatMap(claims)).sorted() {
      for witness in collation.claims[number].witnesses {
        let report = story[witness.place.report]
        guard seen.insert(witness.place).inserted,
          let statement = report.statements.firstIndex(where: { $0.tokens.overlaps(witness.tokens) })
        else { continue }
        let comparison = Comparison(
          assertion: assertion, report: report, siglum: witness.place.report, statement: statement, names: names)
        guard var passage = comparison.passage(&likeness, &parser, isHeldSame: true), passage.stance == .says,
          witness.relation != .altered || passage.coverage >= Self.leastOfAltered
        else { continue }
        passage.place = witness.place
        found.append(passage)
      }
    }
    return found
  }

  /// The claims of the collation whose witness is that passage: of its report, and with most of it.
  private func claims(at passage: Passage) -> [Int] {
    var overlaps: [(claim: Int, share: Double)] = []
    let place = passage.place.span
    for (span, claim) in witnesses[passage.place.report.index] {
      let shared = Double(span.shared(with: place))
      guard shared > 0 else { continue }
      // Most of the shorter of both, and half of the passage at the least.
      let share = shared / Double(max(1, min(place.length, span.length))) * min(1, 2 * shared / Double(place.length))
      guard share >= Self.leastOverlap else { continue }
      if overlaps.last?.claim == claim {
        overlaps[overlaps.count - 1].share = max(overlaps[overlaps.count - 1].share, share)
      } else {
        overlaps.append((claim, share))
      }
    }
    return overlaps.sorted { (-$0.share, $0.claim) < (-$1.share, $1.claim) }.prefix(2).map(\.claim).sorted()
  }
}

/// How much of an assertion's words and names a sentence may have, from each word by itself.
private struct Heat {
  private let parts: [(token: Token, weight: Double)]
  private let whole: Double
  private var known: [String: [(part: Int, worth: Double)]] = [:]
  private var seen: [Double]

  init(_ assertion: Assertion) {
    parts = assertion.parts.filter { $0.kind == .word || $0.kind == .name }.flatMap { part in
      part.tokens.map { (assertion.claim.tokens[$0], part.weight / Double(part.tokens.count)) }
    }
    whole = max(1e-9, parts.reduce(0) { $0 + $1.weight })
    seen = Array(repeating: 0, count: parts.count)
  }

  mutating func of(_ tokens: ArraySlice<Token>, _ likeness: inout WordLikeness) -> Double {
    var touched: [Int] = []
    for token in tokens where token.kind != .mark {
      for (part, worth) in matches(token, &likeness) {
        if seen[part] == 0 { touched.append(part) }
        seen[part] = max(seen[part], worth)
      }
    }
    var sum = 0.0
    for part in touched.sorted() {
      sum += seen[part] * parts[part].weight
      seen[part] = 0
    }
    return sum / whole
  }

  private mutating func matches(_ token: Token, _ likeness: inout WordLikeness) -> [(part: Int, worth: Double)] {
    if let known = known[token.key] { return known }
    var found: [(part: Int, worth: Double)] = []
    if !FunctionWords.contains(token.key) {
      for (index, part) in parts.enumerated() {
        // A word and its opposite stand in one place.
        let worth = max(likeness(part.token, token), Opposites.exclude(part.token.key, token.key) ? 0.7 : 0)
        if worth > 0 { found.append((index, worth)) }
      }
    }
    known[token.key] = found
    return found
  }
}
