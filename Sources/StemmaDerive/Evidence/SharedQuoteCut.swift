import StemmaModel

/// The same speech cut at the same words: independent ears rarely cut alike.
struct SharedQuoteCut: PairEvidence {
  static let natsPerCut = 0.9
  /// What another transcription of the same words takes away.
  static let natsPerOther = -0.5
  static let most = 2.7
  /// Words a cut must have: a fragment of two is a phrase.
  static let fewestWords = 5

  private let collation: Collation

  init(_ collation: Collation) {
    self.collation = collation
  }

  func evidence(_ a: Int, _ b: Int) -> Evidence? {
    var same: [(Place, Place)] = []
    var other = 0
    for quote in collation.quotes {
      let first = passages(quote, a)
      let second = passages(quote, b)
      guard !first.isEmpty, !second.isEmpty else { continue }
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

  private func passages(_ quote: Quote, _ report: Int) -> [(place: Place, keys: [String])] {
    let annotated = collation.story.reports[report]
    return quote.variants.filter { $0.report.index == report }.compactMap { variant in
      let mention = annotated.quotes[variant.mention]
      guard mention.form != .indirect else { return nil }
      let keys = annotated.tokens[annotated.tokenRange(of: mention.span)].filter { $0.kind != .mark }.map(\.key)
      return keys.count >= Self.fewestWords ? (Place(Siglum(report), mention.span), keys) : nil
    }
  }

  private func likeLength(_ a: [String], _ b: [String]) -> Bool {
    abs(a.count - b.count) * 3 <= max(a.count, b.count)
  }
}
