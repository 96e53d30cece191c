import StemmaModel

/// A claim in the making: where it stands in each report that carries it.
struct ClaimDraft {
  struct Witness {
    var report: Int
    var tokens: Range<Int>
    var words: [Int32]
  }

  var witnesses: [Witness]
  /// The index of the witness whose wording the others are nearest to.
  var lemma: Int
}

/// Turns groups of clauses, and amounts that several reports have, into drafts of claims.
struct ClaimDrafter {
  var story: Story
  var clauses: [Clause]
  var words: StoryWords
  var figures: [Figure]

  /// What a byline of the source adds to how central a wording is.
  static let sourceBonus = 0.35

  /// In order of their first witness.
  func drafts(_ groups: [[Int]]) -> [ClaimDraft] {
    var drafts = groups.map(clauseWitnesses)
    let index = FigurePlaces(story: story, figures: figures)
    // For each draft the amounts it has, and the reports in which it has them.
    var held = drafts.map { index.held(by: $0) }
    var homes: [Int: [Int]] = [:]
    for (draft, figures) in held.enumerated() {
      for figure in figures.keys { homes[figure, default: []].append(draft) }
    }
    for (number, figure) in figures.enumerated() where Set(figure.variants.map(\.report)).count > 1 {
      let own = figure.variants.map { witness(of: $0.mention, in: $0.report.index) }
      if let home = home(of: number, among: homes[number] ?? [], held: held, drafts: drafts) {
        // The clauses are of this amount: whoever else has it says the same.
        let carried = Set(drafts[home].map(\.report))
        drafts[home] += own.filter { !carried.contains($0.report) }
        held[home][number, default: []].formUnion(own.map(\.report))
      } else {
        drafts.append(own)
        held.append([:])
      }
    }
    return drafts.map { witnesses in
      let ordered = merged(witnesses.sorted { ($0.report, $0.tokens.lowerBound) < ($1.report, $1.tokens.lowerBound) })
      return ClaimDraft(witnesses: ordered, lemma: lemma(of: ordered))
    }
  }

  /// The clauses of a group, neighbours of one sentence joined.
  private func clauseWitnesses(_ group: [Int]) -> [ClaimDraft.Witness] {
    var witnesses: [ClaimDraft.Witness] = []
    var last: Int?
    for index in group {
      let clause = clauses[index]
      if let before = last, before == index - 1, clauses[before].report == clause.report,
        clauses[before].statement == clause.statement
      {
        let tokens = witnesses.removeLast().tokens.lowerBound..<clause.tokens.upperBound
        witnesses.append(witness(clause.report, tokens))
      } else {
        witnesses.append(witness(clause.report, clause.tokens))
      }
      last = index
    }
    return witnesses
  }

  private func witness(_ report: Int, _ tokens: Range<Int>) -> ClaimDraft.Witness {
    let matter = Clause.matter(of: tokens, in: story.reports[report])
    let tokens = matter.isEmpty ? tokens : matter
    return ClaimDraft.Witness(report: report, tokens: tokens, words: words.distinct(tokens, of: report))
  }

  /// The clause group that has most of a figure's reports, and no other amount that several reports have.
  private func home(
    of figure: Int, among candidates: [Int], held: [[Int: Set<Int>]], drafts: [[ClaimDraft.Witness]]
  ) -> Int? {
    let reports = Set(figures[figure].variants.map(\.report.index))
    var best: (index: Int, held: Int)?
    for draft in candidates.sorted() where held[draft].count == 1 {
      let count = held[draft][figure]?.count ?? 0
      guard count * 2 >= reports.count, count * 2 > Set(drafts[draft].map(\.report)).count, count > (best?.held ?? 0)
      else { continue }
      best = (draft, count)
    }
    return best?.index
  }

  /// The part of the clause that is about one amount: up to the next amount, parted at a comma or an "and".
  private func witness(of mention: Int, in index: Int) -> ClaimDraft.Witness {
    let report = story.reports[index]
    let own = report.tokenRange(of: report.figures[mention].span)
    let statement = report.statements.first { $0.tokens.overlaps(own) }
    let clause = statement?.clauses.first { $0.overlaps(own) } ?? statement?.tokens ?? own
    var (low, high) = (min(clause.lowerBound, own.lowerBound), max(clause.upperBound, own.upperBound))
    for other in report.figures.indices where other != mention {
      let tokens = report.tokenRange(of: report.figures[other].span)
      if tokens.upperBound <= own.lowerBound, tokens.upperBound > low {
        low = joint(tokens.upperBound..<own.lowerBound, in: report) ?? own.lowerBound
      } else if tokens.lowerBound >= own.upperBound, tokens.lowerBound < high {
        high = joint(own.upperBound..<tokens.lowerBound, in: report) ?? tokens.lowerBound
      }
    }
    return witness(index, low..<max(high, own.upperBound))
  }

  /// Where two amounts of one clause part.
  private func joint(_ between: Range<Int>, in report: AnnotatedReport) -> Int? {
    between.last { report.tokens[$0].key == "and" || report.tokens[$0].key == "," }
  }

  /// Witnesses that overlap are one.
  private func merged(_ witnesses: [ClaimDraft.Witness]) -> [ClaimDraft.Witness] {
    var kept: [ClaimDraft.Witness] = []
    for next in witnesses {
      if let last = kept.last, last.report == next.report, last.tokens.overlaps(next.tokens) {
        kept[kept.count - 1] = witness(
          last.report,
          min(last.tokens.lowerBound, next.tokens.lowerBound)..<max(last.tokens.upperBound, next.tokens.upperBound))
      } else {
        kept.append(next)
      }
    }
    return kept
  }

  /// How near a report says it is to the source: its text is an agency's by its byline or dateline, or with its help.
  private func sourceRank(_ report: Int) -> Double {
    story.reports[report].report.credits.reduce(0) { rank, credit in
      switch credit.kind {
      case .byline, .dateline: max(rank, 1)
      case .creditLine: max(rank, 0.4)
      case .photo, .told, .cited: rank
      }
    }
  }

  /// The witness the others share most with, one that says it is the source's before others; among equals the longer
  /// wording, then the first.
  private func lemma(of witnesses: [ClaimDraft.Witness]) -> Int {
    var best = (index: 0, score: -1.0)
    for (index, witness) in witnesses.enumerated() {
      var score = 0.0
      for (other, fellow) in witnesses.enumerated() where other != index && fellow.report != witness.report {
        let whole = words.weight(witness.words) + words.weight(fellow.words)
        score += whole > 0 ? 2 * words.weight(words.common(witness.words, fellow.words)) / whole : 0
      }
      score = score * (1 + Self.sourceBonus * sourceRank(witness.report)) + 1e-4 * words.weight(witness.words)
      if score > best.score + 1e-9 { best = (index, score) }
    }
    return best.index
  }
}

/// Where the amounts that several reports have stand in the reports' tokens.
private struct FigurePlaces {
  /// For each report, in order of token.
  private var places: [[(tokens: Range<Int>, figure: Int)]]

  init(story: Story, figures: [Figure]) {
    places = Array(repeating: [], count: story.reports.count)
    for (number, figure) in figures.enumerated() where Set(figure.variants.map(\.report)).count > 1 {
      for variant in figure.variants {
        let report = story[variant.report]
        places[variant.report.index].append((report.tokenRange(of: report.figures[variant.mention].span), number))
      }
    }
    for report in places.indices { places[report].sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
  }

  /// The amounts inside some witnesses, each with the reports that have it there.
  func held(by witnesses: [ClaimDraft.Witness]) -> [Int: Set<Int>] {
    var held: [Int: Set<Int>] = [:]
    for witness in witnesses {
      for place in places[witness.report] where place.tokens.overlaps(witness.tokens) {
        held[place.figure, default: []].insert(witness.report)
      }
    }
    return held
  }
}
