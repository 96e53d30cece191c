import StemmaModel

/// What the reports give as somebody's words, by utterance: whoever else has the utterance says what is claimed in it.
struct Utterances: Sendable {
  struct Passage {
    var report: Int
    /// In the report's tokens.
    var tokens: Range<Int>
  }

  /// The passages of each utterance that several reports have, in order.
  private(set) var passages: [[Passage]] = []
  /// For each report, in order of place: its passages and the utterance of each.
  private var places: [[(tokens: Range<Int>, utterance: Int)]]

  /// Witnesses of a claim that are asked in which utterance they stand: of more, the first.
  static let mostWitnesses = 64

  init(_ quotes: [Quote], of story: Story) {
    places = Array(repeating: [], count: story.reports.count)
    for quote in quotes where Set(quote.variants.map(\.report)).count > 1 {
      // What all only report may be two things that were said.
      guard quote.variants.contains(where: { story[$0.report].quotes[$0.mention].form != .indirect }) else { continue }
      let number = passages.count
      passages.append(
        quote.variants.map { variant in
          let report = story[variant.report]
          return Passage(
            report: variant.report.index, tokens: report.tokenRange(of: report.quotes[variant.mention].span))
        })
      for passage in passages[number] { places[passage.report].append((passage.tokens, number)) }
    }
    for report in places.indices {
      places[report].sort { ($0.tokens.lowerBound, $0.utterance) < ($1.tokens.lowerBound, $1.utterance) }
    }
  }

  /// The utterances that a claim stands in for the greater part of a witness in the text, in order.
  func utterances(of draft: ClaimDraft, in story: Story) -> [Int] {
    var found: Set<Int> = []
    for witness in draft.witnesses.prefix(Self.mostWitnesses) {
      for place in near(witness) {
        let shared = place.tokens.clamped(to: witness.tokens).count
        if shared * 2 > witness.tokens.count, witness.isBody(in: story) { found.insert(place.utterance) }
      }
    }
    return found.sorted()
  }

  private func near(_ witness: ClaimDraft.Witness) -> [(tokens: Range<Int>, utterance: Int)] {
    let list = places[witness.report]
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].tokens.lowerBound < witness.tokens.upperBound { low = middle + 1 } else { high = middle }
    }
    // Passages of one report seldom lie in one another: a few before the last are enough.
    return list[max(0, low - 4)..<low].filter { $0.tokens.overlaps(witness.tokens) }
  }
}
