import StemmaModel

/// What the texts leave open of who drew on whom.
struct OpenQuestions {
  /// Words in common that are no mere phrase.
  static let fewestWords = 5

  let collation: Collation
  let kinship: Kinship
  let families: Families
  let decided: DecidedRelations
  let matches: MatchIndex
  let handling: Handling

  /// Pairs of one family that share what no other has: a copy of one by the other, or a step between that is lost.
  func inside(_ family: [Int], hasDispatch: Bool) -> [Stemma.Question] {
    var found: [(question: Stemma.Question, nats: Double)] = []
    for a in family {
      for b in kinship.fellows(of: a).map(\.report)
      where b > a && families.of[b] == families.of[a] && !decided.areDerived(a, b) {
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
    guard family.count == 2 || handling.kind(of: a) != .copied || handling.kind(of: b) != .copied else {
      return []
    }
    return matches.between(a, b).filter { match in
      guard !match.isQuoted, match.words >= Self.fewestWords, match.nats > 0 else { return false }
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
  func between() -> [Stemma.Question] {
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
        nearest.pair.logOdds > .none, !decided.areDerived(nearest.a, nearest.b)
      else { continue }
      let speaks = nearest.pair.evidence.filter { $0.weight > .none }.map(\.note)
      questions.append(
        Stemma.Question(
          reports: [Siglum(nearest.a), Siglum(nearest.b)], question: "whether they have a text in common",
          note: "what speaks for it is weak: " + speaks.joined(separator: "; ")))
    }
    return questions.sorted { ($0.reports[0], $0.reports[1]) < ($1.reports[0], $1.reports[1]) }
  }
}
