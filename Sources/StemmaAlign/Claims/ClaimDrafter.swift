import StemmaModel

/// Turns groups of clauses, and amounts that several reports have, into drafts of claims.
struct ClaimDrafter {
  var story: Story
  var clauses: [Clause]
  var words: StoryWords
  var figures: [Figure]

  /// In order of their first witness.
  func drafts(_ groups: [[Int]]) -> [ClaimDraft] {
    var drafts = groups.map(clauseWitnesses)
    var homeless = [Int?](repeating: nil, count: drafts.count)
    let index = FigurePlaces(story: story, figures: figures)
    // For each draft the amounts it has, and the reports in which it has them.
    var held = drafts.map { index.held(by: $0) }
    var homes: [Int: [Int]] = [:]
    for (draft, figures) in held.enumerated() {
      for figure in figures.keys { homes[figure, default: []].append(draft) }
    }
    for (number, figure) in figures.enumerated() where Set(figure.variants.map(\.report)).count > 1 {
      let own = figure.variants.map { witness(of: $0.mention, in: $0.report.index, among: index) }
      if let home = home(of: number, among: homes[number] ?? [], held: held, drafts: drafts) {
        // The clauses are of this amount: whoever else has it says the same.
        let carried = Set(drafts[home].map(\.report))
        drafts[home] += own.filter { !carried.contains($0.report) }
        held[home][number, default: []].formUnion(own.map(\.report))
      } else {
        drafts.append(own)
        homeless.append(number)
        held.append([:])
      }
    }
    return zip(drafts, homeless).map { ClaimDraft($0, figure: $1) }
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
    return ClaimDraft.Witness(report: report, tokens: tokens)
  }

  /// The clause group that has most of a figure's reports, and no other amount in half as many.
  private func home(
    of figure: Int, among candidates: [Int], held: [[Int: Set<Int>]], drafts: [[ClaimDraft.Witness]]
  ) -> Int? {
    let reports = Set(figures[figure].variants.map(\.report.index))
    var best: (index: Int, held: Int)?
    for draft in candidates.sorted() {
      let count = held[draft][figure]?.count ?? 0
      guard held[draft].allSatisfy({ $0.key == figure || $0.value.count * 2 < count }) else { continue }
      guard count * 2 >= reports.count, count * 2 > Set(drafts[draft].map(\.report)).count, count > (best?.held ?? 0)
      else { continue }
      best = (draft, count)
    }
    return best?.index
  }

  /// The part of the clause that is about one amount: up to the next amount, parted at a comma or an "and".
  private func witness(of mention: Int, in number: Int, among index: FigurePlaces) -> ClaimDraft.Witness {
    let report = story.reports[number]
    let own = report.tokenRange(of: report.figures[mention].span)
    let statement = StatementMentions.statements(of: report.figures[mention].span, in: report).first
      .map { report.statements[$0] }
    let clause = statement?.clauses.first { $0.overlaps(own) } ?? statement?.tokens ?? own
    var (low, high) = (min(clause.lowerBound, own.lowerBound), max(clause.upperBound, own.upperBound))
    for tokens in index.amounts(in: low..<high, of: number) where !tokens.overlaps(own) {
      if tokens.upperBound <= own.lowerBound, tokens.upperBound > low {
        low = joint(tokens.upperBound..<own.lowerBound, in: report) ?? own.lowerBound
      } else if tokens.lowerBound >= own.upperBound, tokens.lowerBound < high {
        high = joint(own.upperBound..<tokens.lowerBound, in: report) ?? tokens.lowerBound
      }
    }
    return witness(number, low..<max(high, own.upperBound))
  }

  /// Where two amounts of one clause part.
  private func joint(_ between: Range<Int>, in report: AnnotatedReport) -> Int? {
    between.last { report.tokens[$0].key == "and" || report.tokens[$0].key == "," }
  }
}

/// Where amounts stand in the reports' tokens.
private struct FigurePlaces {
  /// For each report, in order: the amounts that several reports have.
  private var places: [[(tokens: Range<Int>, figure: Int)]]
  /// For each report, in order: all amounts.
  private var all: [[Range<Int>]]

  init(story: Story, figures: [Figure]) {
    places = Array(repeating: [], count: story.reports.count)
    all = story.reports.map { report in
      report.figures.map { report.tokenRange(of: $0.span) }.sorted { $0.lowerBound < $1.lowerBound }
    }
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
      let places = places[witness.report]
      var index = Self.first(in: places.count, before: witness.tokens.lowerBound) { places[$0].tokens }
      while index < places.count, places[index].tokens.lowerBound < witness.tokens.upperBound {
        held[places[index].figure, default: []].insert(witness.report)
        index += 1
      }
    }
    return held
  }

  func amounts(in tokens: Range<Int>, of report: Int) -> ArraySlice<Range<Int>> {
    let all = all[report]
    let start = Self.first(in: all.count, before: tokens.lowerBound) { all[$0] }
    var end = start
    while end < all.count, all[end].lowerBound < tokens.upperBound { end += 1 }
    return all[start..<end]
  }

  /// The first of some ranges in order that does not end before a token.
  private static func first(in count: Int, before token: Int, range: (Int) -> Range<Int>) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if range(middle).upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
