import StemmaModel

/// The same speech cut at the same words: independent ears rarely cut alike.
struct SharedQuoteCut: PairEvidence {
  static let natsPerCut = 0.9
  /// What another transcription of the same words takes away.
  static let natsPerOther = -0.5
  static let most = 2.7
  /// Words a cut must have: a fragment of two is a phrase.
  static let fewestWords = 5

  private struct Passage {
    var place: Place
    var keys: [String]
  }

  /// For each report what it has inside quotation marks of each utterance, in order of utterance.
  private var passages: [[(quote: Int, passages: [Passage])]]

  init(_ collation: Collation) {
    passages = Array(repeating: [], count: collation.story.reports.count)
    for (index, quote) in collation.quotes.enumerated() where quote.variants.count > 1 {
      for variant in quote.variants {
        let annotated = collation.story[variant.report]
        let mention = annotated.quotes[variant.mention]
        guard mention.form != .indirect else { continue }
        // All who quote a paper have its words alike.
        if let attribution = mention.attribution.map({ annotated.attributions[$0] }),
          ReleaseFinder.writing(attribution, in: annotated) != nil
        {
          continue
        }
        let keys = annotated.tokens[annotated.tokenRange(of: mention.span)].filter { $0.kind != .mark }.map(\.key)
        guard keys.count >= Self.fewestWords else { continue }
        let report = variant.report.index
        if passages[report].last?.quote != index { passages[report].append((index, [])) }
        passages[report][passages[report].count - 1].passages.append(
          Passage(place: Place(variant.report, mention.span), keys: keys))
      }
    }
  }

  /// - Complexity: O(quotations of both).
  func evidence(_ a: Int, _ b: Int) -> Evidence? {
    var same: [(Place, Place)] = []
    var other = 0
    var (i, j) = (0, 0)
    while i < passages[a].count, j < passages[b].count {
      let (x, y) = (passages[a][i].quote, passages[b][j].quote)
      let (first, second) = (passages[a][i].passages, passages[b][j].passages)
      if x <= y { i += 1 }
      if y <= x { j += 1 }
      guard x == y else { continue }
      if let pair = first.lazy.flatMap({ x in second.filter { $0.keys == x.keys }.map { (x.place, $0.place) } }).first {
        same.append(pair)
      } else if first.contains(where: { x in second.contains { likeLength(x.keys, $0.keys) } }) {
        other += 1
      }
    }
    guard !same.isEmpty || other > 0 else { return nil }
    let weight = LogOdds(Double(same.count) * Self.natsPerCut + Double(other) * Self.natsPerOther).capped(Self.most)
    let note =
      "\(same.count) quotations cut at the same words" + (other > 0 ? ", \(other) in other words" : "")
    return Evidence(
      weight.nats > 0 ? .sharedQuoteCut : .counter, weight: weight, note: note,
      places: same.prefix(2).flatMap { [$0.0, $0.1] }.sorted())
  }

  private func likeLength(_ a: [String], _ b: [String]) -> Bool {
    abs(a.count - b.count) * 3 <= max(a.count, b.count)
  }
}
