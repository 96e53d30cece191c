import StemmaModel
import StemmaText

/// Turns a draft into a claim: its lemma, its wordings and how each stands to the lemma.
struct VariantSplitter: Sendable {
  private let story: Story
  private let words: StoryWords
  /// For each report, what stands in each of its statements.
  private let mentions: [StatementMentions]
  /// For each report, for each of its quotes, the collation's quote that it belongs to; likewise the figures. -1 for none.
  private let quoteOf: [[Int]]
  private let figureOf: [[Int]]
  private let figures: [Figure]

  /// Words in common, of the longer wording, at which two are the same but for trifles.
  static let verbatim = 0.93
  /// The share of the lemma's weight below which the content differs.
  static let leastContent = 0.3

  init(story: Story, words: StoryWords, quotes: [Quote], figures: [Figure]) {
    self.story = story
    self.words = words
    self.figures = figures
    mentions = story.reports.map(StatementMentions.init)
    var quoteOf = story.reports.map { [Int](repeating: -1, count: $0.quotes.count) }
    for (index, quote) in quotes.enumerated() {
      for variant in quote.variants { quoteOf[variant.report.index][variant.mention] = index }
    }
    var figureOf = story.reports.map { [Int](repeating: -1, count: $0.figures.count) }
    for (index, figure) in figures.enumerated() {
      for variant in figure.variants { figureOf[variant.report.index][variant.mention] = index }
    }
    (self.quoteOf, self.figureOf) = (quoteOf, figureOf)
  }

  /// - Complexity: O(witnesses); each distinct wording is compared with the lemma once.
  func claim(_ draft: ClaimDraft) -> Claim {
    let lemma = draft.witnesses[LemmaChooser(story: story, words: words).lemma(of: draft)]
    let lemmaKeys = keys(lemma)
    let lemmaWords = words.distinct(lemma.tokens, of: lemma.report)
    let whole = words.weight(lemmaWords)
    let lemmaAmounts = amounts(lemma)
    var known: [[Int32]: (relation: Relation, likeness: Double, nats: Double)] = [:]
    var variants: [Claim.Variant] = []
    var variantOf: [[Int32]: Int] = [:]
    for witness in draft.witnesses {
      let own = keys(witness)
      let found: (relation: Relation, likeness: Double, nats: Double)
      if let same = known[own] {
        found = same
      } else {
        let shared = words.weight(words.common(words.distinct(witness.tokens, of: witness.report), lemmaWords))
        let likeness = whole > 0 ? shared / whole : 1
        let relation = relation(own, lemmaKeys, likeness) { differ(amounts(witness), lemmaAmounts) }
        found = (witness == lemma ? .verbatim : relation, likeness, shared)
        known[own] = found
      }
      let place = place(of: witness)
      let entry = Claim.Witness(
        place: place, tokens: witness.tokens, relation: found.relation, likeness: found.likeness, nats: found.nats,
        attribution: attribution(of: place.span, in: witness.report))
      let key = found.relation == .verbatim ? [] : own
      if let variant = variantOf[key] {
        variants[variant].witnesses.append(entry)
      } else {
        variantOf[key] = variants.count
        variants.append(Claim.Variant(text: text(place), witnesses: [entry]))
      }
    }
    let anchor = anchor(draft.witnesses, reports: draft.reports.count)
    return Claim(
      kind: anchor.kind, lemma: text(place(of: lemma)), lemmaPlace: place(of: lemma), variants: variants,
      quote: anchor.quote, figure: anchor.figure)
  }

  private func relation(_ own: [Int32], _ lemma: [Int32], _ likeness: Double, amountsDiffer: () -> Bool) -> Relation {
    let common = EditAlignment.common(own, lemma).count
    if Double(common) >= Self.verbatim * Double(max(own.count, lemma.count)) { return .verbatim }
    if likeness < Self.leastContent || amountsDiffer() { return .altered }
    return .paraphrase
  }

  private func differ(_ first: [FigureMention], _ second: [FigureMention]) -> Bool {
    for x in first {
      let comparable = second.filter { FigureGrouper.sameUnit(x, $0) }
      guard !comparable.isEmpty else { continue }
      if !comparable.contains(where: { FigureGrouper.sameValue(x, $0) && x.comparator == $0.comparator }) {
        return true
      }
    }
    return false
  }

  private func amounts(_ witness: ClaimDraft.Witness) -> [FigureMention] {
    let report = story.reports[witness.report]
    let span = report.span(of: witness.tokens)
    return touched(by: span, in: witness.report, \.figures).map { report.figures[$0] }.filter { span.overlaps($0.span) }
  }

  /// The mentions of some kind in the statements that a span touches, each once, in order.
  private func touched(by span: TextSpan, in report: Int, _ kind: KeyPath<StatementMentions, [[Int]]>) -> [Int] {
    let statements = StatementMentions.statements(of: span, in: story.reports[report])
    let lists = mentions[report][keyPath: kind]
    if statements.count == 1 { return lists[statements.lowerBound] }
    return Set(statements.flatMap { lists[$0] }).sorted()
  }

  /// That of the quotation the witness lies in, else the innermost attribution whose content it lies in, for the
  /// greater part.
  private func attribution(of span: TextSpan, in index: Int) -> Int? {
    let report = story.reports[index]
    let quotation = touched(by: span, in: index, \.quotes).map { report.quotes[$0] }
      .filter { $0.attribution != nil && $0.span.shared(with: span) * 2 > span.length }
      .min { $0.span.length < $1.span.length }
    if let quotation { return quotation.attribution }
    return touched(by: span, in: index, \.attributions)
      .filter {
        report.attributions[$0].content.shared(with: span) * 2
          > min(span.length, report.attributions[$0].content.length)
      }
      .min { report.attributions[$0].content.length < report.attributions[$1].content.length }
  }

  /// Whether the claim is an utterance or an amount: what most of its reports have in it.
  private func anchor(_ witnesses: [ClaimDraft.Witness], reports: Int) -> (kind: Claim.Kind, quote: Int?, figure: Int?)
  {
    var figureReports: [Int: (last: Int, count: Int)] = [:]
    var quoteReports = figureReports
    func count(_ index: Int, _ report: Int, in counts: inout [Int: (last: Int, count: Int)]) {
      let known = counts[index] ?? (-1, 0)
      if known.last != report { counts[index] = (report, known.count + 1) }
    }
    for witness in witnesses {
      let report = story.reports[witness.report]
      let span = report.span(of: witness.tokens)
      for mention in touched(by: span, in: witness.report, \.figures)
      where figureOf[witness.report][mention] >= 0 && span.contains(report.figures[mention].span) {
        count(figureOf[witness.report][mention], witness.report, in: &figureReports)
      }
      for mention in touched(by: span, in: witness.report, \.quotes)
      where quoteOf[witness.report][mention] >= 0 && report.quotes[mention].span.shared(with: span) * 2 > span.length {
        count(quoteOf[witness.report][mention], witness.report, in: &quoteReports)
      }
    }
    func commonest(_ counts: [Int: (last: Int, count: Int)]) -> Int? {
      let best = counts.min { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }
      return best.flatMap { $0.value.count * 2 > reports ? $0.key : nil }
    }
    if let figure = commonest(figureReports) { return (.figure, nil, figure) }
    if let quote = commonest(quoteReports) { return (.quote, quote, nil) }
    return (.statement, nil, nil)
  }

  private func keys(_ witness: ClaimDraft.Witness) -> [Int32] {
    words.keys[witness.report][witness.tokens].filter { $0 >= 0 }
  }

  private func place(of witness: ClaimDraft.Witness) -> Place {
    let report = story.reports[witness.report]
    let matter = Clause.matter(of: witness.tokens, in: report)
    return Place(Siglum(witness.report), report.span(of: matter.isEmpty ? witness.tokens : matter))
  }

  private func text(_ place: Place) -> String { story[place.report].report.reading(place.span) }
}
