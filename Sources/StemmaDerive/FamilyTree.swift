import StemmaModel

/// Draws each family as a tree: its lost parent where its members point to one, and who hangs from what.
struct FamilyTree {
  var collation: Collation
  var table: ClaimTable
  var kinship: Kinship
  var families: [[Int]]

  /// The share of a report's words in long common runs at which it is a copy.
  static let copiedShare = 0.55
  /// Words that make a run long: longer than a phrase that a rewriter keeps.
  static let longRun = 8
  /// Nats of shared wording that no translation leaves.
  static let wordingOfRewriters = 2.0
  /// What a nat of kinship counts for an edge: that two reports are kin is surer than from which text each comes.
  static let edgeShare = 0.4
  /// Who does not name the source may have it through another.
  static let mostUncredited = 0.9
  /// The edge's confidence is capped: a lost text is never seen.
  static let mostConfidence = 0.97

  func grow(into stemma: inout Stemma, borrowings: [Borrowing]) {
    let dispatches = DispatchFinder(collation: collation, families: families)
    for family in families {
      let dispatch = dispatches.dispatch(of: family)
      stemma.families.append(Stemma.Family(reports: family.map(Siglum.init), confidence: confidence(of: family)))
      guard family.count > 1 || dispatch != nil else { continue }
      let root = Stemma.Node.lost(stemma.lost.count)
      stemma.lost.append(
        Stemma.LostReport(
          label: dispatch.map { "\($0.agency) dispatch" } ?? "lost report", evidence: dispatch?.evidence ?? []))
      for report in family {
        stemma.derivations.append(derivation(of: report, from: root, family: family, dispatch: dispatch))
      }
      stemma.undecided += questions(in: family, hasDispatch: dispatch != nil)
    }
    stemma.undecided += openPairs()
    addBorrowings(borrowings, to: &stemma)
    stemma.derivations.sort { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  /// The node each family hangs from, by family.
  func roots(in stemma: Stemma) -> [Stemma.Node] {
    families.map { family in
      let first = Stemma.Node.report(Siglum(family[0]))
      return stemma.derivations.first { $0.to == first && $0.kind != .drewOn }?.from ?? first
    }
  }

  private func derivation(
    of report: Int, from root: Stemma.Node, family: [Int], dispatch: Dispatch?
  ) -> Derivation {
    let node = Stemma.Node.report(Siglum(report))
    var evidence: [Evidence] = []
    if let dispatch {
      let own = dispatch.evidence.filter { $0.report.index == report }
      if !own.isEmpty {
        evidence.append(
          Evidence(.credit, weight: LogOdds(SharedCredit.both), note: "it names \(dispatch.agency)", places: own))
      }
    }
    // What joins it to its nearest fellow joins it to their common parent.
    if let nearest = nearest(to: report, in: family) {
      let pair = kinship[report, nearest]
      evidence += pair.evidence.sorted { ($1.weight, $0.note) < ($0.weight, $1.note) }.prefix(4)
      if let against = pair.evidence.filter({ $0.weight.nats < 0 }).min(by: { $0.weight < $1.weight }),
        !evidence.contains(where: { $0.kind == .counter })
      {
        evidence.append(against)
      }
    }
    if evidence.isEmpty {
      evidence.append(Evidence(.containment, weight: .none, note: "of one family with the others", places: []))
    }
    let kin = nearest(to: report, in: family).map { kinship[report, $0].logOdds.nats } ?? 0
    let odds = LogOdds(kin * Self.edgeShare + (names(dispatch, report) ? SharedCredit.both / 2 : 0))
    return Derivation(
      from: root, to: node,
      confidence: min(names(dispatch, report) ? Self.mostConfidence : Self.mostUncredited, max(0.5, odds.probability)),
      kind: style(of: report, in: family), evidence: evidence)
  }

  private func names(_ dispatch: Dispatch?, _ report: Int) -> Bool {
    dispatch?.evidence.contains { $0.report.index == report } ?? false
  }

  /// How the report treats what it has from the family.
  private func style(of report: Int, in family: [Int]) -> Derivation.Kind {
    let annotated = collation.story.reports[report]
    let words = annotated.tokens.count { $0.kind != .mark }
    var covered = Set<Int>()
    for match in collation.story.matches where match.words >= Self.longRun {
      if match.a == report, family.contains(match.b) { covered.formUnion(match.aTokens) }
      if match.b == report, family.contains(match.a) { covered.formUnion(match.bTokens) }
    }
    let share = Double(covered.count { annotated.tokens[$0].kind != .mark }) / Double(max(1, words))
    // A byline or a dateline of the agency says whose words they are.
    let isPrinted = annotated.report.credits.contains { $0.kind == .byline || $0.kind == .dateline }
    if share >= Self.copiedShare || isPrinted { return .copied }
    if family.count == 1 { return .rewritten }
    return retranslates(report) && !keepsWording(report, of: family) ? .translated : .rewritten
  }

  /// Whether it has runs of words with the others: a translation there and back leaves hardly any.
  private func keepsWording(_ report: Int, of family: [Int]) -> Bool {
    family.contains { other in
      other != report
        && kinship[report, other].evidence.contains {
          $0.kind == .sharedWording && $0.weight.nats >= Self.wordingOfRewriters
        }
    }
  }

  /// Other words inside the marks of several direct quotations, and hardly a quotation in the words of the rest.
  private func retranslates(_ report: Int) -> Bool {
    var other = 0
    var same = 0
    for quote in collation.quotes {
      let own = marked(quote, report)
      guard !own.isEmpty else { continue }
      let rest = collation.story.reports.indices.filter { $0 != report }.flatMap { marked(quote, $0) }
      guard !rest.isEmpty else { continue }
      if own.contains(where: { x in rest.contains { contains($0, x) || contains(x, $0) } }) {
        same += 1
      } else {
        other += 1
      }
    }
    return other >= 2 && other > same
  }

  private func contains(_ long: [String], _ short: [String]) -> Bool {
    guard short.count <= long.count else { return false }
    return (0...(long.count - short.count)).contains { Array(long[$0..<($0 + short.count)]) == short }
  }

  private func marked(_ quote: Quote, _ report: Int) -> [[String]] {
    let annotated = collation.story.reports[report]
    return quote.variants.filter { $0.report.index == report }.compactMap { variant in
      let mention = annotated.quotes[variant.mention]
      let keys = annotated.tokens[annotated.tokenRange(of: mention.span)].filter { $0.kind != .mark }.map(\.key)
      return mention.form != .indirect && keys.count >= 4 ? keys : nil
    }
  }

  private func nearest(to report: Int, in family: [Int]) -> Int? {
    family.filter { $0 != report }.max {
      (kinship[report, $0].logOdds, $1) < (kinship[report, $1].logOdds, $0)
    }
  }

  private func confidence(of family: [Int]) -> Double {
    guard family.count > 1 else { return 1 }
    let weakest =
      family.map { report in
        family.filter { $0 != report }.map { kinship[report, $0].logOdds }.max() ?? .none
      }.min() ?? .none
    return min(0.99, max(0.5, weakest.probability))
  }

  /// Pairs of one family that share what no other has: a copy of one by the other, or a step between that is lost.
  private func questions(in family: [Int], hasDispatch: Bool) -> [Stemma.Question] {
    var found: [(question: Stemma.Question, nats: Double)] = []
    for (i, a) in family.enumerated() {
      for b in family[(i + 1)...] {
        let exclusive = exclusiveRuns(a, b, family)
        guard let longest = exclusive.max(by: { $0.nats < $1.nats }) else { continue }
        let report = collation.story.reports[a]
        let words = report.report.reading(report.span(of: longest.aTokens))
        found.append(
          (
            Stemma.Question(
              reports: [Siglum(a), Siglum(b)],
              question: hasDispatch || family.count > 2
                ? "whether one drew on the other, or each rewrote the same text"
                : "whether one copied the other, or both a third text",
              note: "they alone share “\(words)”"),
            exclusive.reduce(0) { $0 + $1.nats }
          ))
      }
    }
    return found.sorted { ($1.nats, $0.question.reports[0]) < ($0.nats, $1.question.reports[0]) }
      .prefix(max(2, family.count / 2)).map(\.question).sorted {
        ($0.reports[0], $0.reports[1]) < ($1.reports[0], $1.reports[1])
      }
  }

  /// Runs of wording outside quotes that two reports share and no other of the family has. Verbatim copies of one text
  /// share so much that nothing is left to ask.
  private func exclusiveRuns(_ a: Int, _ b: Int, _ family: [Int]) -> [Match] {
    guard family.count == 2 || style(of: a, in: family) != .copied || style(of: b, in: family) != .copied else {
      return []
    }
    let all = collation.story.matches
    return all.filter { match in
      guard match.a == a, match.b == b, !match.isQuoted, match.words >= 5, match.nats > 0 else { return false }
      return !all.contains { other in
        let (report, tokens) =
          other.a == a && other.b != b
          ? (other.b, other.aTokens) : other.b == a && other.a != b ? (other.a, other.bTokens) : (-1, 0..<0)
        guard family.contains(report) else { return false }
        let overlap = max(
          0, min(tokens.upperBound, match.aTokens.upperBound) - max(tokens.lowerBound, match.aTokens.lowerBound))
        return overlap * 2 > match.aTokens.count
      }
    }
  }

  /// Two families that the evidence neither joins nor parts, each such pair by its nearest reports.
  private func openPairs() -> [Stemma.Question] {
    var questions: [Stemma.Question] = []
    for (i, first) in families.enumerated() {
      for second in families[(i + 1)...] {
        let pairs = first.flatMap { a in second.map { b in (a: min(a, b), b: max(a, b), odds: kinship[a, b].logOdds) } }
        let mean = pairs.reduce(0) { $0 + $1.odds.nats } / Double(pairs.count)
        guard mean > Kinship.independentBelow.nats,
          let nearest = pairs.max(by: { ($0.odds, $1.a, $1.b) < ($1.odds, $0.a, $0.b) }), nearest.odds > .none
        else { continue }
        let speaks = kinship[nearest.a, nearest.b].evidence.filter { $0.weight > .none }.map(\.note)
        questions.append(
          Stemma.Question(
            reports: [Siglum(nearest.a), Siglum(nearest.b)], question: "whether they have a text in common",
            note: "what speaks for it is weak: " + speaks.joined(separator: "; ")))
      }
    }
    return questions.sorted { ($0.reports[0], $0.reports[1]) < ($1.reports[0], $1.reports[1]) }
  }

  private func addBorrowings(_ borrowings: [Borrowing], to stemma: inout Stemma) {
    let roots = roots(in: stemma)
    func top(_ report: Int) -> Stemma.Node {
      roots[families.firstIndex { $0.contains(report) }!]
    }
    var edges: [String: Derivation] = [:]
    for borrowing in borrowings {
      let from = top(borrowing.lender)
      let to = Stemma.Node.report(Siglum(borrowing.borrower))
      guard from != top(borrowing.borrower), from != to, !descends(from, from: to, in: stemma) else { continue }
      let item = Evidence(
        .sharedWording, weight: LogOdds(borrowing.nats / 8).capped(SharedWording.most),
        note: "a passage of \(borrowing.words) words" + (borrowing.agency.map { ", for which it names \($0)" } ?? ""),
        places: [borrowing.place, borrowing.lenderPlace].sorted())
      let key = "\(from) \(to)"
      if edges[key] == nil {
        edges[key] = Derivation(from: from, to: to, confidence: 0, kind: .drewOn, evidence: [])
      }
      edges[key]!.evidence.append(item)
      let odds = edges[key]!.evidence.reduce(Kinship.prior) { $0 + $1.weight }
      edges[key]!.confidence = min(Self.mostConfidence, max(0.5, odds.probability))
    }
    for key in edges.keys.sorted() {
      var edge = edges[key]!
      guard !descends(edge.from, from: edge.to, in: stemma) else { continue }
      edge.evidence = Array(edge.evidence.sorted { ($1.weight, $0.places[0]) < ($0.weight, $1.places[0]) }.prefix(5))
      stemma.derivations.append(edge)
    }
  }

  private func descends(_ node: Stemma.Node, from ancestor: Stemma.Node, in stemma: Stemma) -> Bool {
    var seen: Set<Stemma.Node> = [node]
    var todo = [node]
    while let next = todo.popLast() {
      for edge in stemma.derivations where edge.to == next && seen.insert(edge.from).inserted { todo.append(edge.from) }
    }
    return seen.contains(ancestor)
  }
}
