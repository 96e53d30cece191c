import StemmaModel
import StemmaText

/// Joins the passages that give one utterance, quoted or reported, across the reports of a story.
struct QuoteGrouper {
  var story: Story
  var words: StoryWords
  var clauses: [Clause]
  /// Groups of indices into `clauses` that assert the same.
  var claims: [[Int]]
  var figures: [Figure] = []

  /// Others one passage is compared with, at the most.
  static let mostCandidates = 24
  /// What a common claim counts for beside common words, in nats, where candidates are looked up.
  static let claimWeight = 1.0

  /// In order of their first passage.
  ///
  /// - Complexity: near-linear in the quotes of the story: what two reports have word for word is one passage, and each
  ///   passage is compared with a bounded number of others.
  func quotes() -> [Quote] {
    var found = QuotePassages(story, words: words, clauses: clauses, claims: claims, figures: figures)
    let passages = found.passages
    let measure = QuoteLikeness(words: words)
    func likeness(_ a: Int, _ b: Int) -> Double { measure(passages[a], passages[b], found.kinship(a, b)) }
    func areOfOneReport(_ a: Int, _ b: Int) -> Bool { passages[a].reports == passages[b].reports }

    var linkage = AnchorLinkage(reports: passages.map(\.reports))
    var edges: [AnchorLinkage.Edge] = []
    var cuts: [AnchorLinkage.Edge] = []
    for (a, b) in KeyedNeighbours(keys(of: passages)).pairs(Self.mostCandidates) {
      let isCut = passages[a].isFragment || passages[b].isFragment
      // Two sentences of one speech are two utterances.
      guard isCut || !areOfOneReport(a, b) else { continue }
      let edge = AnchorLinkage.Edge(a: a, b: b, likeness: likeness(a, b))
      if isCut, edge.likeness > 0 { cuts.append(edge) }
      if !isCut, edge.likeness >= QuoteLikeness.leastOfNeighbours { edges.append(edge) }
    }
    func join(_ edges: [AnchorLinkage.Edge], leastMean: Double) {
      linkage.join(
        edges.filter { $0.likeness >= QuoteLikeness.least }, sure: QuoteLikeness.sure, least: leastMean,
        likeness: { areOfOneReport($0, $1) ? nil : likeness($0, $1) }, mayMeet: { _, _ in true })
    }
    edges = PartnerChoice(edges, passages).kept(edges)
    join(edges, leastMean: QuoteLikeness.leastMean)
    let order = SpeechOrder(found, linkage)
    join(
      edges.compactMap { edge in
        guard linkage.groupOf[edge.a] != linkage.groupOf[edge.b], found.kinship(edge.a, edge.b) == .same else {
          return nil
        }
        let bonus = Double(order.commonNeighbours(edge.a, edge.b)) * QuoteLikeness.sameNeighbourBonus
        return bonus > 0 ? AnchorLinkage.Edge(a: edge.a, b: edge.b, likeness: edge.likeness + bonus) : nil
      }, leastMean: QuoteLikeness.leastMean - QuoteLikeness.sameNeighbourBonus)
    attach(cuts, passages, to: &linkage)
    let parts = linkage.groups
    return whole(parts, found).map { quote($0.map { parts[$0].map { passages[$0] } }) }
  }

  private func keys(of passages: [QuotePassage]) -> [[KeyedNeighbours.Key]] {
    passages.map { passage in
      passage.words.map { KeyedNeighbours.Key(number: $0, weight: words.weights[Int($0)]) }
        + passage.claims.map {
          KeyedNeighbours.Key(number: Int32(words.weights.count) + $0, weight: Self.claimWeight)
        }
    }
  }

  /// Lays each fragment to the utterance that it is most likely cut from: of equals one of its own report, then the one
  /// that most reports have.
  private func attach(_ cuts: [AnchorLinkage.Edge], _ passages: [QuotePassage], to linkage: inout AnchorLinkage) {
    let whole = linkage
    var best: [Int: (group: Int, rank: (Double, Int, Int))] = [:]
    for edge in cuts {
      for (cut, other) in [(edge.a, edge.b), (edge.b, edge.a)] where passages[cut].isFragment {
        guard !passages[other].isFragment else { continue }
        let group = whole.groupOf[other]
        let isOwn = passages[other].reports.contains { passages[cut].reports.contains($0) }
        let rank = (edge.likeness, isOwn ? 1 : 0, whole.members[group].count)
        if best[cut].map({ $0.rank < rank }) ?? true { best[cut] = (group, rank) }
      }
    }
    for cut in best.keys.sorted() {
      linkage.join(linkage.groupOf[cut], linkage.groupOf[whole.members[best[cut]!.group][0]])
    }
    for edge in cuts where best[edge.a] == nil && best[edge.b] == nil {
      if passages[edge.a].isFragment, passages[edge.b].isFragment {
        linkage.join(linkage.groupOf[edge.a], linkage.groupOf[edge.b])
      }
    }
  }

  /// Groups of parts that are said in one breath in most reports that have one: what others quote alone stands alone.
  private func whole(_ parts: [[Int]], _ found: QuotePassages) -> [[Int]] {
    var partOf = [Int](repeating: -1, count: found.passages.count)
    for (part, members) in parts.enumerated() { for passage in members { partOf[passage] = part } }
    struct Pair: Hashable {
      var first: Int
      var second: Int
    }
    var together: [Pair: Int] = [:]
    for (index, report) in story.reports.enumerated() {
      let pairs = BrokenQuotes.pairs(in: report).map { first, second in
        let (a, b) = (partOf[found.passageOf[index][first]], partOf[found.passageOf[index][second]])
        return Pair(first: min(a, b), second: max(a, b))
      }
      for pair in Set(pairs) where pair.first != pair.second { together[pair, default: 0] += 1 }
    }
    let reports = parts.map { part in
      Set(part.filter { found.passages[$0].isMarked }.flatMap { found.passages[$0].reports })
    }
    var group = Array(parts.indices)
    func root(_ part: Int) -> Int {
      var part = part
      while group[part] != part { part = group[part] }
      return part
    }
    for (pair, count) in together where reports[pair.first].union(reports[pair.second]).count < 2 * count {
      let (a, b) = (root(pair.first), root(pair.second))
      group[max(a, b)] = min(a, b)
    }
    let groups = Dictionary(grouping: parts.indices, by: root)
    return groups.keys.sorted().map { groups[$0]! }
  }

  /// - Parameter parts: the passages of each part, in order.
  private func quote(_ parts: [[QuotePassage]]) -> Quote {
    var variants: [Quote.Variant] = []
    var best: (rank: (Int, Double), place: QuotePassage.Place)?
    for passages in parts {
      let lemma = self.best(passages)
      if best.map({ $0.rank < lemma.rank }) ?? true { best = (lemma.rank, lemma.place) }
      for passage in passages {
        let relation = relation(passage, to: passages[lemma.passage])
        variants += passage.places.map {
          Quote.Variant(report: Siglum($0.report), mention: $0.mention, relation: relation)
        }
      }
    }
    variants.sort { ($0.report, $0.mention) < ($1.report, $1.mention) }
    let place = best!.place
    return Quote(
      variants: variants,
      best: variants.firstIndex { $0.report.index == place.report && $0.mention == place.mention } ?? 0)
  }

  /// The best-attested reading says who speaks and how it was heard, is direct, and long.
  private func best(
    _ passages: [QuotePassage]
  ) -> (passage: Int, place: QuotePassage.Place, rank: (Int, Double)) {
    var best: (passage: Int, place: QuotePassage.Place, rank: (Int, Double))?
    for (index, passage) in passages.enumerated() {
      for place in passage.places {
        let rank = (attestation(place), passage.weight)
        if best.map({ $0.rank < rank || $0.rank == rank && place.report < $0.place.report }) ?? true {
          best = (index, place, rank)
        }
      }
    }
    return best!
  }

  private func attestation(_ place: QuotePassage.Place) -> Int {
    let report = story.reports[place.report]
    let quote = report.quotes[place.mention]
    let attribution = quote.attribution.map { report.attributions[$0] }
    let form = quote.form == .direct ? 2 : quote.form == .partial ? 1 : 0
    let told =
      (attribution != nil ? 2 : 0) + (attribution?.channel.isEmpty == false ? 1 : 0)
      + (attribution?.source.kind == .person ? 2 : 0)
    return told * 2 + form
  }

  private func relation(_ passage: QuotePassage, to lemma: QuotePassage) -> Relation {
    if passage.keys == lemma.keys { return .verbatim }
    let common = EditAlignment.common(passage.keys, lemma.keys, limit: 250_000).count
    // A fragment of the quote, word for word, is the quote.
    if common == passage.keys.count { return .verbatim }
    return Double(common) >= 0.5 * Double(min(passage.keys.count, lemma.keys.count)) && passage.isMarked
      ? .altered : .paraphrase
  }
}
