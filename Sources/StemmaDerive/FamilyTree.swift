import StemmaModel

/// Draws each family as a tree: its lost parent where its members point to one, and who hangs from what.
struct FamilyTree {
  let collation: Collation
  let kinship: Kinship
  let families: Families
  let decided: DecidedRelations
  private let handling: Handling
  private let questions: OpenQuestions

  init(collation: Collation, kinship: Kinship, families: Families, decided: DecidedRelations) {
    (self.collation, self.kinship, self.families, self.decided) = (collation, kinship, families, decided)
    let matches = MatchIndex(collation.story)
    handling = Handling(collation: collation, kinship: kinship, families: families, matches: matches)
    questions = OpenQuestions(
      collation: collation, kinship: kinship, families: families, decided: decided, matches: matches, handling: handling
    )
  }

  /// Reports of a family up to which its readings are weighed; in larger ones the texts alone tell who came from whom.
  static let mostRead = 64
  /// What a nat of kinship counts for an edge: that two reports are kin is surer than from which text each comes.
  static let edgeShare = 0.4
  /// Who does not name the source may have it through another.
  static let mostUncredited = 0.9
  /// What a likely parent among the reports takes from the lost text, as it is shown; the confidence has it in full.
  static let rivalNats = 0.5
  /// The edge's confidence is capped: a lost text is never seen.
  static let mostConfidence = 0.97

  /// - Parameter dispatches: by family, whose text it prints.
  func grow(into stemma: inout Stemma, dispatches: [Dispatch?]) {
    let descents = DescentFinder(collation)
    var trees = families.all.map { $0.count > 1 ? parents(in: $0, descents) : FamilyParents() }
    trees.heed(decided, families, kinship)
    for (index, (family, dispatch)) in zip(families.all, dispatches).enumerated() {
      let parents = trees[index]
      stemma.families.append(Stemma.Family(reports: family.map(Siglum.init), confidence: confidence(of: family)))
      guard family.count > 1 || dispatch != nil else { continue }
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
            confidence: descent.isByHand ? 1 : min(Self.mostConfidence, descent.probability),
            kind: handling.kind(of: report),
            evidence: descent.evidence.isEmpty && descent.isByHand ? [.byHand] : descent.evidence,
            isByHand: descent.isByHand))
      }
      stemma.undecided += questions.inside(family, hasDispatch: dispatch != nil).filter { question in
        let (a, b) = (question.reports[0].index, question.reports[1].index)
        return parents[a]?.parent != b && parents[b]?.parent != a
      }
    }
    stemma.undecided += questions.between()
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
      kind: handling.kind(of: report), evidence: evidence)
  }

  private func names(_ dispatch: Dispatch?, _ report: Int) -> Bool {
    dispatch?.evidence.contains { $0.report.index == report } ?? false
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
}
