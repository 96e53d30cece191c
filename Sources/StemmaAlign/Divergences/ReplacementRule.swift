import StemmaModel
import StemmaText

/// A strong word for a weak one, or a qualification gone, in a clause that is otherwise kept.
struct ReplacementRule: DivergenceRule {
  /// The share of the words that must be kept for the rest to count as replaced.
  static let kept = 0.55
  static let fewestKept = 4
  static let mostReplaced = 4

  func divergences(in view: CollationView) -> [Divergence] {
    view.collation.claims.indices.flatMap { claim -> [Divergence] in
      guard let lemma = view.lemma(claim) else { return [] }
      let wanted = view.tokens(lemma)
      return view.witnesses[claim].sorted { $0.key < $1.key }.compactMap { siglum, witness -> Divergence? in
        guard siglum != lemma.place.report, witness.relation != .verbatim else { return nil }
        return change(from: wanted, lemma, to: view.tokens(witness), witness, claim: claim, in: view)
      }
    }
  }

  private func change(
    from wanted: [Token], _ lemma: Claim.Witness, to own: [Token], _ witness: Claim.Witness, claim: Int,
    in view: CollationView
  ) -> Divergence? {
    let pairs = EditAlignment.common(own.map { WordStem.of($0.key) }, wanted.map { WordStem.of($0.key) })
    guard pairs.count >= Self.fewestKept, Double(pairs.count) >= Self.kept * Double(min(own.count, wanted.count)) else {
      return nil
    }
    // Stretches between two kept words: what stands there in either report.
    for (left, right) in zip(pairs, pairs.dropFirst()) {
      let ours = Array(own[(left.a + 1)..<right.a])
      let theirs = Array(wanted[(left.b + 1)..<right.b])
      guard ours.count <= Self.mostReplaced, theirs.count <= Self.mostReplaced else { continue }
      let (mine, others) = (degree(ours), degree(theirs))
      guard mine != others, let strong = max(mine, others), strong != 0 || mine != others else { continue }
      let place = Place(witness.place.report, span(ours, orBetween: own[left.a], own[right.a]))
      let against = Place(lemma.place.report, span(theirs, orBetween: wanted[left.b], wanted[right.b]))
      return Divergence(
        .intensity, .low, claim: claim, reports: [witness.place.report], against: [lemma.place.report],
        places: [place, against].sorted(),
        explanation:
          "\(witness.place.report) has “\(view.reading(place))” where \(lemma.place.report) has “\(view.reading(against))”."
      )
    }
    return nil
  }

  /// How strong the words of degree in a stretch are; nil where it has none.
  private func degree(_ tokens: [Token]) -> Int? {
    tokens.compactMap { Self.degrees[$0.key] }.max()
  }

  private func max(_ a: Int?, _ b: Int?) -> Int? {
    guard let a else { return b }
    return b.map { Swift.max(a, $0) } ?? a
  }

  private func span(_ tokens: [Token], orBetween left: Token, _ right: Token) -> TextSpan {
    guard let first = tokens.first, let last = tokens.last else { return left.span.joined(with: right.span) }
    return first.span.joined(with: last.span)
  }

  /// Words of degree, from weak to strong.
  private static let degrees: [String: Int] = [
    "slightly": 1, "somewhat": 1, "partly": 1, "fairly": 2, "declined": 2, "declining": 2, "fell": 2, "dropped": 2,
    "rose": 2,
    "increased": 2, "firm": 2, "strong": 3, "high": 2, "strongly": 3, "sharply": 4, "surged": 4, "soared": 4,
    "plunged": 4,
    "plummeted": 4, "collapsed": 5, "steadily": 2, "continuously": 3, "rapidly": 4, "unwavering": 4, "unshakeable": 4,
    "absolute": 4, "total": 4, "totally": 4, "complete": 4, "completely": 4, "always": 4, "never": 5, "vehemently": 4,
    "severe": 3, "massive": 4, "huge": 4, "large": 3, "significant": 3, "unprecedented": 4, "extreme": 4,
    "extremely": 4,
  ]
}
