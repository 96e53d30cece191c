import StemmaModel

/// Walks a dossier and notes what is against the contract.
struct DossierInspection {
  private let dossier: Dossier
  private let texts: [String: [UInt8]]
  /// Each report's place.
  private let order: [String: Int]
  /// Each node's place.
  private let rank: [String: Int]
  private(set) var problems: [String] = []

  init(_ dossier: Dossier, texts: [String: [UInt8]]) {
    self.dossier = dossier
    self.texts = texts
    order = Dictionary(zip(dossier.reports.map(\.id), dossier.reports.indices)) { first, _ in first }
    rank = Dictionary(zip(dossier.stemma.nodes.map(\.id), dossier.stemma.nodes.indices)) { first, _ in first }
  }

  private mutating func expect(_ isSo: Bool, _ problem: String) {
    if !isSo { problems.append(problem) }
  }

  // MARK: - Words

  private static let comparators: Set<String> = words("equal about almost moreThan lessThan atLeast atMost record")
  private static let divergenceKinds: Set<String> = words(
    """
    figure period date comparator unit attribution addressee anonymized hedge intensity wording quoteAltered \
    pseudoQuote dangling contradiction addition omission
    """)
  private static let evidenceKinds: Set<String> = words(
    """
    credit told sharedWording sharedOrder sharedQuoteCut sharedInnovation exclusive timing containment counter
    """)
  private static let furnitureKinds: Set<String> = words(
    "menu banner promo authorBio caption credit tags related widget link other")

  private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

  mutating func vocabularies() {
    expect(dossier.schema == "stemma-dossier/1", "the schema is \(dossier.schema)")
    for report in dossier.reports {
      let isDigest = report.sha256.utf8.count == 64 && report.sha256.allSatisfy { "0123456789abcdef".contains($0) }
      expect(isDigest, "\(report.id): sha256 is \(report.sha256)")
      for credit in report.credits {
        expect(
          Self.words("byline creditLine dateline photo told cited").contains(credit.kind),
          "\(report.id): a credit of kind \(credit.kind)")
      }
      for item in report.furniture {
        expect(Self.furnitureKinds.contains(item.kind), "\(report.id): furniture of kind \(item.kind)")
      }
    }
    for variant in dossier.quotes.flatMap(\.variants) {
      expect(["direct", "partial", "indirect"].contains(variant.form), "a quote of form \(variant.form)")
    }
    for figure in dossier.figures {
      for comparator in [figure.comparator] + figure.variants.map(\.comparator) {
        expect(Self.comparators.contains(comparator), "\(figure.id): comparator \(comparator)")
      }
    }
    for divergence in dossier.divergences {
      expect(Self.divergenceKinds.contains(divergence.kind), "\(divergence.id) is of kind \(divergence.kind)")
      expect(["high", "medium", "low"].contains(divergence.severity), "\(divergence.id): \(divergence.severity)")
    }
    for edge in dossier.stemma.edges {
      expect(
        ["copied", "rewritten", "translated", "drewOn"].contains(edge.kind), "an edge of kind \(edge.kind)")
      expect((0...1).contains(edge.confidence), "\(edge.from)-\(edge.to): confidence \(edge.confidence)")
      for evidence in edge.evidence {
        expect(Self.evidenceKinds.contains(evidence.kind), "evidence of kind \(evidence.kind)")
        expect(evidence.weight.isFinite, "\(edge.from)-\(edge.to): a weight that is no number")
      }
    }
    for family in dossier.stemma.families {
      expect((0...1).contains(family.confidence), "a family of confidence \(family.confidence)")
    }
    for origin in dossier.origins {
      expect(
        ["speech", "document", "witness", "ownReporting", "unknown"].contains(origin.kind),
        "\(origin.id) is of kind \(origin.kind)")
    }
    for node in dossier.stemma.nodes where node.kind == .lost {
      expect(node.label != nil, "the lost \(node.id) has no label")
    }
    let times = dossier.reports.compactMap { $0.published?.value }
    for time in times + [dossier.story.firstReported, dossier.story.lastReported].compactMap({ $0 }) {
      expect(isISO(time), "\(time) is no time")
    }
  }

  /// `2025`, `2025-03`, `2025-03-12`, `2025-03-12T17:30Z`, `2025-03-12T17:30:00Z`.
  private func isISO(_ time: String) -> Bool {
    let shape = String(time.map { $0.isASCII && $0.isNumber ? "0" : $0 })
    return ["0000", "0000-00", "0000-00-00", "0000-00-00T00:00Z", "0000-00-00T00:00:00Z"].contains(shape)
  }

  // MARK: - References

  mutating func references() {
    let quotes = unique(dossier.quotes.map(\.id), "quotes")
    let figures = unique(dossier.figures.map(\.id), "figures")
    let claims = unique(dossier.claims.map(\.id), "claims")
    let origins = unique(dossier.origins.map(\.id), "origins")
    let nodes = unique(dossier.stemma.nodes.map(\.id), "nodes")
    let reports = unique(dossier.reports.map(\.id), "reports")
    unique(dossier.divergences.map(\.id), "divergences")

    for (path, span) in dossier.allSpans { resolve([span.report], in: reports, path) }
    for quote in dossier.quotes { resolve(quote.variants.map(\.report), in: reports, quote.id) }
    for figure in dossier.figures { resolve(figure.variants.map(\.report), in: reports, figure.id) }
    for claim in dossier.claims {
      resolve(claim.absentFrom + claim.witnesses.map(\.report), in: reports, claim.id)
      resolve([claim.quote].compactMap { $0 }, in: quotes, claim.id)
      resolve([claim.figure].compactMap { $0 }, in: figures, claim.id)
      expect(claim.support != nil, "\(claim.id) has no support")
      resolve(claim.support?.lines?.ids ?? [], in: nodes, claim.id)
      resolve(claim.support?.origins?.ids ?? [], in: origins, claim.id)
    }
    for divergence in dossier.divergences {
      resolve(divergence.reports + divergence.against, in: reports, divergence.id)
      resolve([divergence.claim].compactMap { $0 }, in: claims, divergence.id)
    }
    for edge in dossier.stemma.edges { resolve([edge.from, edge.to], in: nodes, "an edge") }
    for family in dossier.stemma.families { resolve(family.reports, in: reports, "a family") }
    for question in dossier.stemma.undecided { resolve(question.reports, in: reports, "an open question") }
    for origin in dossier.origins {
      resolve(origin.reports, in: reports, origin.id)
      resolve(origin.lines, in: nodes, origin.id)
    }
    for caveat in dossier.caveats { resolve([caveat.report].compactMap { $0 }, in: reports, "a caveat") }
  }

  @discardableResult
  private mutating func unique(_ ids: [String], _ name: String) -> Set<String> {
    expect(Set(ids).count == ids.count, "an id occurs twice among the \(name)")
    return Set(ids)
  }

  private mutating func resolve(_ ids: [String], in known: Set<String>, _ path: String) {
    for id in ids { expect(known.contains(id), "\(path) names \(id), which is not there") }
  }

  // MARK: - Spans

  mutating func spans() {
    for (path, span) in dossier.allSpans {
      guard let start = span.start, let end = span.end else {
        expect(span.start == nil && span.end == nil, "\(path): half a span")
        continue
      }
      expect(0 <= start && start < end, "\(path): a span from \(start) to \(end)")
      guard let text = texts[span.report] else { continue }
      guard start <= end, end <= text.count else {
        problems.append("\(path): a span to \(end) in a text of \(text.count) bytes")
        continue
      }
      expect(
        text[start..<end].elementsEqual(span.exact.utf8),
        "\(path): the text at \(start)..<\(end) is not \(span.exact.prefix(40))")
    }
    for report in dossier.reports {
      let own =
        [report.outlet?.evidence, report.title?.span, report.byline?.span, report.published?.evidence].compactMap { $0 }
        + report.credits.map(\.span) + report.body + report.furniture.map(\.span)
      expect(own.allSatisfy { $0.report == report.id }, "\(report.id) has a span of another report")
    }
    var pairs: [(String, Dossier.Span)] = dossier.quotes.flatMap { $0.variants.map { ($0.report, $0.span) } }
    pairs += dossier.figures.flatMap { $0.variants.map { ($0.report, $0.span) } }
    pairs += dossier.claims.flatMap { $0.witnesses.map { ($0.report, $0.span) } }
    for (report, span) in pairs { expect(report == span.report, "\(report) has a passage of \(span.report)") }
  }

  // MARK: - Orders

  /// By report, start, end; without offsets last.
  private struct Rank: Comparable {
    var hasOffsets: Bool
    var report: Int
    var start = 0
    var end = 0

    static func < (a: Rank, b: Rank) -> Bool {
      if a.hasOffsets != b.hasOffsets { return a.hasOffsets }
      if a.report != b.report { return a.report < b.report }
      return a.start != b.start ? a.start < b.start : a.end < b.end
    }
  }

  private func place(_ span: Dossier.Span?) -> Rank {
    guard let span else { return Rank(hasOffsets: false, report: 0) }
    let here = order[span.report] ?? order.count
    guard let start = span.start, let end = span.end else { return Rank(hasOffsets: false, report: here) }
    return Rank(hasOffsets: true, report: here, start: start, end: end)
  }

  private func first(_ spans: [Dossier.Span]) -> Rank { spans.map(place).min() ?? place(nil) }

  /// The number in an id: Q2 stands before Q10.
  private static func number(_ id: String) -> Int { Int(id.drop { !$0.isNumber }) ?? 0 }

  private mutating func ordered<Item>(
    _ items: [Item], _ path: String, by precedes: (Item, Item) -> Bool
  ) {
    for (a, b) in zip(items, items.dropFirst()) where precedes(b, a) {
      problems.append("the \(path) are out of order")
      return
    }
  }

  private mutating func ordered(_ spans: [Dossier.Span], _ path: String) {
    ordered(spans.map(place), path, by: <)
  }

  private mutating func ordered(_ items: [(spans: [Dossier.Span], id: String)], _ path: String) {
    let ranks = items.map { (place: first($0.spans), number: Self.number($0.id)) }
    ordered(ranks, path) { $0.place == $1.place ? $0.number < $1.number : $0.place < $1.place }
  }

  mutating func orders() {
    for (index, report) in dossier.reports.enumerated() {
      expect(report.id == Siglum(index).description, "the report at \(index) is \(report.id)")
      ordered(report.body, "body passages of \(report.id)")
      ordered(report.furniture.map(\.span), "furniture of \(report.id)")
      ordered(report.credits.map(\.span), "credits of \(report.id)")
    }
    ordered(dossier.reports, "reports") { a, b in
      let (x, y) = (a.published?.value ?? "~", b.published?.value ?? "~")
      return x == y ? a.source.utf8.lexicographicallyPrecedes(b.source.utf8) : x < y
    }
    ordered(dossier.quotes.map { (spans: $0.variants.map(\.span), id: $0.id) }, "quotes")
    for quote in dossier.quotes { ordered(quote.variants.map(\.span), "variants of \(quote.id)") }
    ordered(dossier.figures.map { (spans: $0.variants.map(\.span), id: $0.id) }, "figures")
    for figure in dossier.figures { ordered(figure.variants.map(\.span), "variants of \(figure.id)") }
    ordered(dossier.claims.map { (spans: $0.witnesses.map(\.span), id: $0.id) }, "claims")
    for claim in dossier.claims {
      ordered(claim.variants.map { first($0.witnesses.map(\.span)) }, "variants of \(claim.id)", by: <)
      for variant in claim.variants { ordered(variant.witnesses.map(\.span), "witnesses of \(claim.id)") }
    }
    ordered(dossier.divergences.map { (spans: $0.spans, id: $0.id) }, "divergences")
    ordered(dossier.origins.map { Self.number($0.id) }, "origins", by: <)
    for origin in dossier.origins { ordered(origin.evidence, "evidence of \(origin.id)") }
    ordered(dossier.stemma.nodes, "nodes") { [order] a, b in
      if a.kind != b.kind { return a.kind == .report }
      return a.kind == .report ? (order[a.id] ?? 0) < (order[b.id] ?? 0) : Self.number(a.id) < Self.number(b.id)
    }
    ordered(dossier.stemma.edges.map { (rank[$0.from] ?? -1, rank[$0.to] ?? -1) }, "edges", by: <)
    var lists = dossier.claims.map(\.absentFrom) + dossier.divergences.flatMap { [$0.reports, $0.against] }
    lists += dossier.stemma.families.map(\.reports) + dossier.origins.map(\.reports)
    for names in lists {
      ordered(names.map { order[$0] ?? -1 }, "reports \(names.joined(separator: ", "))", by: <)
    }
    for ids in dossier.claims.compactMap({ $0.support?.lines?.ids }) + dossier.origins.map(\.lines) {
      ordered(ids.map { rank[$0] ?? -1 }, "lines \(ids.joined(separator: ", "))", by: <)
    }
    for ids in dossier.claims.compactMap({ $0.support?.origins?.ids }) {
      ordered(ids.map(Self.number), "origins \(ids.joined(separator: ", "))", by: <)
    }
  }

  // MARK: - Counts

  mutating func counts() {
    for claim in dossier.claims {
      guard let support = claim.support else { continue }
      for (name, count) in [("lines", support.lines), ("origins", support.origins)] {
        guard let count else { continue }
        range(count.least, count.best, count.most, "\(claim.id) \(name)")
        expect(Set(count.ids).count == count.ids.count, "\(claim.id): one of its \(name) is named twice")
        expect(count.ids.count == count.best, "\(claim.id): \(count.ids.count) ids of \(name), best is \(count.best)")
      }
      expect(support.reports == claim.carriers.count, "\(claim.id): support.reports is \(support.reports)")
      expect(
        (1...max(1, support.reports)).contains(support.publishers), "\(claim.id): \(support.publishers) publishers")
    }
    let summary = dossier.summary
    expect(summary.reports == dossier.reports.count, "summary.reports is \(summary.reports)")
    expect((1...max(1, summary.reports)).contains(summary.publishers), "\(summary.publishers) publishers")
    for count in [summary.lines, summary.origins].compactMap({ $0 }) {
      range(count.least, count.best, count.most, "summary")
    }
  }

  private mutating func range(_ least: Int, _ best: Int, _ most: Int, _ path: String) {
    expect(1 <= least && least <= best && best <= most, "\(path): the range is \(least), \(best), \(most)")
  }

  // MARK: - Sense

  mutating func sense() {
    let stemma = dossier.stemma
    let above = Dictionary(stemma.nodes.map { ($0.id, stemma.ancestors(of: $0.id)) }) { first, _ in first }
    let restsOn = Dictionary(dossier.origins.map { ($0.id, Set($0.reports)) }) { first, _ in first }
    for claim in dossier.claims {
      let here = claim.carriers
      expect(!here.isEmpty, "\(claim.id) has no witness")
      expect(Set(claim.absentFrom) == Set(order.keys).subtracting(here), "\(claim.id): absentFrom is not the others")
      let roots = here.reduce(into: here) { $0.formUnion(above[$1] ?? []) }
      for line in claim.support?.lines?.ids ?? [] {
        expect(roots.contains(line), "\(claim.id): the line \(line) stands above no witness")
      }
      for origin in claim.support?.origins?.ids ?? [] {
        expect(
          restsOn[origin].map { !$0.isDisjoint(with: here) } ?? true, "\(claim.id): no witness rests on \(origin)")
      }
      expect((claim.kind == .quote) == (claim.quote != nil), "\(claim.id): its kind and its quote do not agree")
      expect((claim.kind == .figure) == (claim.figure != nil), "\(claim.id): its kind and its figure do not agree")
    }
    for divergence in dossier.divergences {
      expect(!divergence.reports.isEmpty && !divergence.spans.isEmpty, "\(divergence.id) names no report or passage")
      expect(
        Set(divergence.reports).isDisjoint(with: divergence.against), "\(divergence.id) has a report on both sides")
    }
    let nodes = Set(stemma.nodes.filter { $0.kind == .report }.map(\.id))
    expect(nodes == Set(order.keys), "the report nodes are not the reports")
    for node in stemma.nodes {
      expect(!(above[node.id] ?? []).contains(node.id), "\(node.id) descends from itself")
      if node.kind == .lost {
        expect(stemma.edges.contains { $0.from == node.id }, "nothing descends from the lost \(node.id)")
      }
    }
    let families = stemma.families.flatMap(\.reports)
    expect(Set(families).count == families.count, "a report stands in two families")
    for origin in dossier.origins { expect(rank[origin.id] == nil, "\(origin.id) is an origin and a node") }
  }
}
