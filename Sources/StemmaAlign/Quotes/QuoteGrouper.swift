import StemmaModel
import StemmaText

/// Joins the passages that give one utterance, quoted or reported, across the reports of a story.
struct QuoteGrouper {
  var story: Story
  var words: StoryWords
  var clauses: [Clause]
  /// Groups of indices into `clauses` that assert the same.
  var claims: [[Int]]

  /// What two passages in one claim are alike at the least, whatever their words.
  static let sameClaim = 0.4
  /// The share of the shorter passage's weight that must be in the longer.
  static let leastShared = 0.55
  /// The same where the speaker is the same too.
  static let leastSharedOfSpeaker = 0.42
  /// Nats in common below which nothing is said.
  static let leastWeight = 4.0

  private struct Item {
    var report: Int
    var mention: Int
    var quote: QuoteMention
    var words: [Int32]
    var weight: Double
    var speaker: String?
    /// The claims its clauses belong to.
    var claims: Set<Int>
  }

  func quotes() -> [Quote] {
    let items = self.items()
    var group = items.indices.map { [$0] }
    var groupOf = Array(items.indices)
    for edge in edges(items) {
      let (a, b) = (groupOf[edge.a], groupOf[edge.b])
      guard a != b else { continue }
      // Each member of the smaller group must have a fellow of another report in the larger, and no two speakers meet.
      let speakers = Set((group[a] + group[b]).compactMap { items[$0].speaker })
      guard speakers.count <= 1 || areOnePerson(speakers.sorted()) else { continue }
      group[a] += group[b]
      for item in group[b] { groupOf[item] = a }
      group[b] = []
    }
    return group.filter { !$0.isEmpty }.map { quote($0.sorted().map { items[$0] }) }
  }

  private func items() -> [Item] {
    var claimOf = Array(repeating: -1, count: clauses.count)
    for (claim, members) in claims.enumerated() where members.count > 1 {
      for member in members { claimOf[member] = claim }
    }
    let byReport = Dictionary(grouping: clauses.indices, by: { clauses[$0].report })
    return story.reports.enumerated().flatMap { index, report in
      // The reporter's own words in marks are nobody's quotation.
      report.quotes.enumerated().filter { $0.element.form != .scare }.map { mention, quote in
        let tokens = report.tokenRange(of: quote.span)
        let matter = words.distinct(tokens, of: index)
        let source = quote.attribution.map { report.attributions[$0].source }
        let named = source?.kind == .person ? source?.name : nil
        let inside = (byReport[index] ?? []).filter { clause in
          let span = clauses[clause].span
          return span.shared(with: quote.span) * 2 > min(span.length, quote.span.length)
        }
        return Item(
          report: index, mention: mention, quote: quote, words: matter, weight: words.weight(matter), speaker: named,
          claims: Set(inside.map { claimOf[$0] }.filter { $0 >= 0 }))
      }
    }
  }

  /// Pairs that share a word or a claim, the nearest of each passage.
  private func edges(_ items: [Item]) -> [(a: Int, b: Int, likeness: Double)] {
    var byWord: [Int32: [Int]] = [:]
    var byClaim: [Int: [Int]] = [:]
    var edges: [(a: Int, b: Int, likeness: Double)] = []
    for (index, item) in items.enumerated() {
      var shared: [Int: Double] = [:]
      for word in item.words {
        for other in (byWord[word] ?? []).suffix(ClaimGrouper.commonest) {
          shared[other, default: 0] += words.weights[Int(word)]
        }
        byWord[word, default: []].append(index)
      }
      for claim in item.claims.sorted() {
        for other in (byClaim[claim] ?? []).suffix(ClaimGrouper.commonest) { shared[other, default: 0] += 1 }
        byClaim[claim, default: []].append(index)
      }
      let best = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(ClaimGrouper.mostCandidates)
      for (other, _) in best {
        let value = likeness(items[other], item)
        if value > 0 { edges.append((other, index, value)) }
      }
    }
    return edges.sorted { ($1.likeness, $0.a, $0.b) < ($0.likeness, $1.a, $1.b) }
  }

  private func likeness(_ a: Item, _ b: Item) -> Double {
    if let x = a.speaker, let y = b.speaker, !areOnePerson([x, y]) { return 0 }
    let shared = words.weight(words.common(a.words, b.words))
    let least = min(a.weight, b.weight)
    guard least > 0 else { return 0 }
    let share = shared / least
    let sameSpeaker = a.speaker != nil && b.speaker != nil
    if a.report == b.report {
      // A headline's fragment belongs to the quote it was cut from; two sentences of one speech are two quotes.
      return share >= 0.9 && (a.quote.form == .partial || b.quote.form == .partial) ? share * 0.9 : 0
    }
    if !a.claims.isDisjoint(with: b.claims) { return max(share, Self.sameClaim) }
    guard share >= (sameSpeaker ? Self.leastSharedOfSpeaker : Self.leastShared) else { return 0 }
    return shared >= Self.leastWeight || share >= 0.95 ? share : 0
  }

  /// Surnames agree, or one is a part of the other.
  private func areOnePerson(_ names: [String]) -> Bool {
    let parts = names.map { Set(folded($0).split(separator: " ").map(String.init)) }
    for i in parts.indices {
      for j in parts.indices where j > i {
        let (few, many) = parts[i].count <= parts[j].count ? (parts[i], parts[j]) : (parts[j], parts[i])
        let last = names[parts[i].count <= parts[j].count ? i : j]
        guard few.isSubset(of: many) || many.contains(folded(last).split(separator: " ").last.map(String.init) ?? "")
        else { return false }
      }
    }
    return true
  }

  private func folded(_ name: String) -> String { name.lowercased() }

  /// The best-attested reading is direct, long, and has most of what the others say of it.
  private func quote(_ items: [Item]) -> Quote {
    func rank(_ item: Item) -> (Int, Double) {
      let attribution = item.quote.attribution.map { story.reports[item.report].attributions[$0] }
      let form = item.quote.form == .direct ? 2 : item.quote.form == .partial ? 1 : 0
      let told =
        (attribution != nil ? 2 : 0) + (attribution?.channel.isEmpty == false ? 1 : 0) + (item.speaker != nil ? 2 : 0)
      return (told * 2 + form, item.weight)
    }
    let best =
      items.indices.max { (rank(items[$0]).0, rank(items[$0]).1, $1) < (rank(items[$1]).0, rank(items[$1]).1, $0) } ?? 0
    let lemma = keys(items[best])
    return Quote(
      variants: items.map { item in
        Quote.Variant(report: Siglum(item.report), mention: item.mention, relation: relation(item, lemma, items[best]))
      }, best: best)
  }

  private func keys(_ item: Item) -> [String] {
    let report = story.reports[item.report]
    return report.tokenRange(of: item.quote.span).map { report.tokens[$0] }.filter { $0.kind != .mark }.map(\.key)
  }

  private func relation(_ item: Item, _ lemma: [String], _ best: Item) -> Relation {
    let own = keys(item)
    if own == lemma { return .verbatim }
    let common = EditAlignment.common(own, lemma).count
    // A fragment of the quote, word for word, is the quote.
    if common == own.count { return .verbatim }
    return Double(common) >= 0.5 * Double(min(own.count, lemma.count)) && item.quote.form != .indirect
      ? .altered : .paraphrase
  }
}
