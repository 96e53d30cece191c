import StemmaModel
import StemmaText

/// Draws each family as a tree: its lost parent where its members point to one, and who hangs from what.
struct FamilyTree {
  var collation: Collation
  var table: ClaimTable
  var kinship: Kinship
  var families: Families
  let matches: MatchIndex

  init(collation: Collation, table: ClaimTable, kinship: Kinship, families: Families) {
    (self.collation, self.table, self.kinship, self.families) = (collation, table, kinship, families)
    let matches = MatchIndex(collation.story)
    self.matches = matches
    let reports = collation.story.reports
    covered = Parallel.map(reports.count) { report in
      var isCovered = [Bool](repeating: false, count: reports[report].tokens.count)
      for found in matches.of(report)
      where found.match.words >= Self.longRun && families.of[found.other] == families.of[report] {
        for token in found.own { isCovered[token] = true }
      }
      let words = reports[report].tokens.indices.filter { reports[report].tokens[$0].kind != .mark }
      return Double(words.count { isCovered[$0] }) / Double(max(1, words.count))
    }
    marked = Array(repeating: [:], count: collation.story.reports.count)
    for (index, quote) in collation.quotes.enumerated() {
      for variant in quote.variants {
        let annotated = collation.story[variant.report]
        let mention = annotated.quotes[variant.mention]
        guard mention.form != .indirect else { continue }
        let keys = annotated.tokens[annotated.tokenRange(of: mention.span)].filter { $0.kind != .mark }.map(\.key)
        if keys.count >= Self.fewestQuoted { marked[variant.report.index][index, default: []].append(keys) }
      }
    }
  }

  /// For each report the share of its words that stand in long runs which others of its family have.
  private let covered: [Double]
  /// For each report by quote the words inside its marks.
  private var marked: [[Int: [[String]]]]
  /// Words that a quotation must have to be compared word for word.
  static let fewestQuoted = 4
  /// Reports of a family up to which its readings are weighed; in larger ones the texts alone tell who came from whom.
  static let mostRead = 64
  /// Reports whose wording of a quotation one is compared with.
  static let mostQuoting = 32
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
  /// What a likely parent among the reports takes from the lost text, as it is shown; the confidence has it in full.
  static let rivalNats = 0.5
  /// The edge's confidence is capped: a lost text is never seen.
  static let mostConfidence = 0.97

  func grow(into stemma: inout Stemma, borrowings: [Borrowing]) {
    let dispatches = DispatchFinder(collation: collation)
    let descents = DescentFinder(collation)
    for family in families.all {
      let dispatch = dispatches.dispatch(of: family)
      stemma.families.append(Stemma.Family(reports: family.map(Siglum.init), confidence: confidence(of: family)))
      guard family.count > 1 || dispatch != nil else { continue }
      let parents = family.count > 1 ? self.parents(in: family, descents) : FamilyParents()
      let heads = family.filter { parents[$0] == nil }
      // One report may be the head of its family; several had a text before them that is not here.
      if heads.count > 1 || dispatch != nil {
        let root = Stemma.Node.lost(stemma.lost.count)
        stemma.lost.append(
          Stemma.LostReport(
            label: dispatch.map { "\($0.agency) dispatch" } ?? "lost report", evidence: dispatch?.evidence ?? []))
        for report in heads {
          stemma.derivations.append(
            derivation(
              of: report, from: root, family: family, dispatch: dispatch, rival: parents.rivals[report]))
        }
      }
      for report in family {
        guard let descent = parents[report] else { continue }
        stemma.derivations.append(
          Derivation(
            from: .report(Siglum(descent.parent)), to: .report(Siglum(report)),
            confidence: min(Self.mostConfidence, descent.probability), kind: style(of: report, in: family),
            evidence: descent.evidence))
      }
      stemma.undecided += questions(in: family, hasDispatch: dispatch != nil).filter { question in
        let (a, b) = (question.reports[0].index, question.reports[1].index)
        return parents[a]?.parent != b && parents[b]?.parent != a
      }
    }
    stemma.undecided += openPairs()
    addBorrowings(borrowings, to: &stemma)
    stemma.derivations.sort { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private func parents(in family: [Int], _ finder: DescentFinder) -> FamilyParents {
    let descents = finder.descents(of: family)
    // A page of an encyclopedia names no agency for its text.
    let isNews =
      descents.newsShare >= 0.5
      || family.contains { collation.story.reports[$0].report.credits.contains { SharedCredit.isOfText($0.kind) } }
    guard isNews, family.count <= Self.mostRead else {
      let reports = collation.story.reports
      return FamilyParents(descents, isNews: isNews) { reports[$0].report.sha256 == reports[$1].report.sha256 }
    }
    let tradition = CollationTradition(collation: collation, kinship: kinship).tradition(of: family)
    return FamilyParents(family, descents: descents, filiation: FiliationFinder().find(in: tradition))
  }

  /// The node each family hangs from, by family.
  func roots(in stemma: Stemma) -> [Stemma.Node] {
    var above: [Stemma.Node: Stemma.Node] = [:]
    for edge in stemma.derivations where edge.kind != .drewOn { above[edge.to] = above[edge.to] ?? edge.from }
    return families.all.map { family in
      var node = Stemma.Node.report(Siglum(family[0]))
      while let next = above[node] { node = next }
      return node
    }
  }

  private func derivation(
    of report: Int, from root: Stemma.Node, family: [Int], dispatch: Dispatch?, rival: FamilyParents.Parent?
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
    if let nearest = nearest(to: report), let pair = kinship[report, nearest] {
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
    let kin = nearest(to: report).flatMap { kinship[report, $0]?.logOdds.nats } ?? 0
    let odds = LogOdds(kin * Self.edgeShare + (names(dispatch, report) ? SharedCredit.both / 2 : 0))
    if let rival, rival.probability >= FamilyParents.leastRival {
      evidence.append(
        Evidence(
          .counter, weight: LogOdds(-Self.rivalNats),
          note:
            "or from \(Siglum(rival.parent)) itself, which is \(Int((100 * rival.probability).rounded())) percent likely",
          places: rival.evidence.first { $0.weight > .none }?.places ?? []))
    }
    let kinProbability = min(
      names(dispatch, report) ? Self.mostConfidence : Self.mostUncredited, max(0.5, odds.probability))
    return Derivation(
      from: root, to: node, confidence: kinProbability * (1 - (rival?.probability ?? 0)),
      kind: style(of: report, in: family), evidence: evidence)
  }

  private func names(_ dispatch: Dispatch?, _ report: Int) -> Bool {
    dispatch?.evidence.contains { $0.report.index == report } ?? false
  }

  /// How the report treats what it has from the family.
  private func style(of report: Int, in family: [Int]) -> Derivation.Kind {
    let annotated = collation.story.reports[report]
    let share = covered[report]
    // A byline or a dateline of the agency says whose words they are.
    let isPrinted = annotated.report.credits.contains { $0.kind == .byline || $0.kind == .dateline }
    if share >= Self.copiedShare || isPrinted { return .copied }
    if family.count == 1 { return .rewritten }
    return retranslates(report) && !keepsWording(report) ? .translated : .rewritten
  }

  /// Whether it has runs of words with the others: a translation there and back leaves hardly any.
  private func keepsWording(_ report: Int) -> Bool {
    kinship.fellows(of: report).contains { fellow in
      families.of[fellow.report] == families.of[report]
        && fellow.pair.evidence.contains { $0.kind == .sharedWording && $0.weight.nats >= Self.wordingOfRewriters }
    }
  }

  /// Other words inside the marks of several direct quotations, and hardly a quotation in the words of the rest.
  private func retranslates(_ report: Int) -> Bool {
    var other = 0
    var same = 0
    for (quote, own) in marked[report] {
      var others: [[String]] = []
      for variant in collation.quotes[quote].variants
      where variant.report.index != report && others.count < Self.mostQuoting {
        others += marked[variant.report.index][quote] ?? []
      }
      guard !others.isEmpty else { continue }
      if own.contains(where: { x in others.contains { contains($0, x) || contains(x, $0) } }) {
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

  /// The fellow of its family that a report is nearest to.
  private func nearest(to report: Int) -> Int? {
    kinship.fellows(of: report).filter { families.of[$0.report] == families.of[report] }.max {
      ($0.pair.logOdds, $1.report) < ($1.pair.logOdds, $0.report)
    }?.report
  }

  private func confidence(of family: [Int]) -> Double {
    guard family.count > 1 else { return 1 }
    let weakest =
      family.map { report in
        nearest(to: report).flatMap { kinship[report, $0]?.logOdds } ?? .none
      }.min() ?? .none
    return min(0.99, max(0.5, weakest.probability))
  }

  /// Pairs of one family that share what no other has: a copy of one by the other, or a step between that is lost.
  private func questions(in family: [Int], hasDispatch: Bool) -> [Stemma.Question] {
    var found: [(question: Stemma.Question, nats: Double)] = []
    for a in family {
      for b in kinship.fellows(of: a).map(\.report) where b > a && families.of[b] == families.of[a] {
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
    return matches.between(a, b).filter { match in
      guard !match.isQuoted, match.words >= 5, match.nats > 0 else { return false }
      return !isElsewhere(match.aTokens, of: match.a, but: match.b)
        && !isElsewhere(match.bTokens, of: match.b, but: match.a)
    }
  }

  /// Whether another of the family has most of a run too.
  private func isElsewhere(_ run: Range<Int>, of report: Int, but fellow: Int) -> Bool {
    matches.of(report).contains { found in
      found.other != fellow && families.of[found.other] == families.of[report]
        && found.own.clamped(to: run).count * 2 > run.count
    }
  }

  /// Two families that the evidence neither joins nor parts, each such pair by its nearest reports.
  private func openPairs() -> [Stemma.Question] {
    var questions: [Stemma.Question] = []
    for (first, second) in families.open {
      let (few, many) = families.all[first].count <= families.all[second].count ? (first, second) : (second, first)
      let pairs = families.all[few].flatMap { report in
        kinship.fellows(of: report).filter { families.of[$0.report] == many }.map {
          (a: min(report, $0.report), b: max(report, $0.report), pair: $0.pair)
        }
      }
      guard
        let nearest = pairs.max(by: { ($0.pair.logOdds, $1.a, $1.b) < ($1.pair.logOdds, $0.a, $0.b) }),
        nearest.pair.logOdds > .none
      else { continue }
      let speaks = nearest.pair.evidence.filter { $0.weight > .none }.map(\.note)
      questions.append(
        Stemma.Question(
          reports: [Siglum(nearest.a), Siglum(nearest.b)], question: "whether they have a text in common",
          note: "what speaks for it is weak: " + speaks.joined(separator: "; ")))
    }
    return questions.sorted { ($0.reports[0], $0.reports[1]) < ($1.reports[0], $1.reports[1]) }
  }

  private func addBorrowings(_ borrowings: [Borrowing], to stemma: inout Stemma) {
    let roots = roots(in: stemma)
    func top(_ report: Int) -> Stemma.Node { roots[families.of[report]] }
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
