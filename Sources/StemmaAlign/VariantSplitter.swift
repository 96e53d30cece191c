import StemmaModel
import StemmaText

/// Turns a draft into a claim: its lemma, its wordings and how each stands to the lemma.
struct VariantSplitter {
  var story: Story
  var words: StoryWords
  var quotes: [Quote]
  var figures: [Figure]

  /// Words in common, of the longer wording, at which two are the same but for trifles.
  static let verbatim = 0.93
  /// The share of the lemma's weight below which the content differs.
  static let leastContent = 0.38

  func claim(_ draft: ClaimDraft) -> Claim {
    let lemma = draft.witnesses[draft.lemma]
    let witnesses = draft.witnesses.enumerated().map { index, witness in
      self.witness(witness, lemma: lemma, isLemma: index == draft.lemma)
    }
    .sorted { $0.place < $1.place }
    var variants: [Claim.Variant] = []
    var byKey: [String: Int] = [:]
    for witness in witnesses {
      let key =
        witness.relation == .verbatim ? "" : keys(witness.tokens, of: witness.place.report.index).joined(separator: " ")
      if let known = byKey[key] {
        variants[known].witnesses.append(witness)
      } else {
        byKey[key] = variants.count
        variants.append(Claim.Variant(text: text(witness), witnesses: [witness]))
      }
    }
    let anchor = anchor(witnesses)
    return Claim(
      kind: anchor.kind, lemma: text(of: lemma), lemmaPlace: place(of: lemma), variants: variants, quote: anchor.quote,
      figure: anchor.figure)
  }

  private func witness(_ witness: ClaimDraft.Witness, lemma: ClaimDraft.Witness, isLemma: Bool) -> Claim.Witness {
    let report = story.reports[witness.report]
    let span = report.span(of: matter(witness, in: report))
    let whole = words.weight(lemma.words)
    let shared = words.weight(words.common(witness.words, lemma.words))
    let likeness = whole > 0 ? shared / whole : 1
    return Claim.Witness(
      place: Place(Siglum(witness.report), span), tokens: witness.tokens,
      relation: isLemma ? .verbatim : relation(witness, lemma, likeness), likeness: likeness, nats: shared,
      attribution: attribution(of: span, in: report))
  }

  private func relation(_ witness: ClaimDraft.Witness, _ lemma: ClaimDraft.Witness, _ likeness: Double) -> Relation {
    let own = keys(witness.tokens, of: witness.report)
    let wanted = keys(lemma.tokens, of: lemma.report)
    let common = EditAlignment.common(own, wanted).count
    if Double(common) >= Self.verbatim * Double(max(own.count, wanted.count)) { return .verbatim }
    if figuresDiffer(witness, lemma) || likeness < Self.leastContent { return .altered }
    return .paraphrase
  }

  private func figuresDiffer(_ a: ClaimDraft.Witness, _ b: ClaimDraft.Witness) -> Bool {
    let first = amounts(a)
    let second = amounts(b)
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
    return report.figures.filter { span.overlaps($0.span) }
  }

  /// That of the quotation the witness lies in, else the innermost attribution whose content it lies in, for the
  /// greater part.
  private func attribution(of span: TextSpan, in report: AnnotatedReport) -> Int? {
    let quotation = report.quotes.filter { $0.attribution != nil && $0.span.shared(with: span) * 2 > span.length }
      .min { $0.span.length < $1.span.length }
    if let quotation { return quotation.attribution }
    return report.attributions.indices
      .filter {
        report.attributions[$0].content.shared(with: span) * 2
          > min(span.length, report.attributions[$0].content.length)
      }
      .min { report.attributions[$0].content.length < report.attributions[$1].content.length }
  }

  /// Whether the claim is an utterance or an amount: what most of its witnesses are.
  private func anchor(_ witnesses: [Claim.Witness]) -> (kind: Claim.Kind, quote: Int?, figure: Int?) {
    let reports = Set(witnesses.map(\.place.report)).count
    if let figure = commonest(
      witnesses, among: figures.map { $0.variants.map { ($0.report, story[$0.report].figures[$0.mention].span) } },
      inside: true),
      figure.count * 2 > reports
    {
      return (.figure, nil, figure.index)
    }
    if let quote = commonest(
      witnesses, among: quotes.map { $0.variants.map { ($0.report, story[$0.report].quotes[$0.mention].span) } },
      inside: false),
      quote.count * 2 > reports
    {
      return (.quote, quote.index, nil)
    }
    return (.statement, nil, nil)
  }

  /// The group that has a passage in the witnesses of most reports.
  private func commonest(
    _ witnesses: [Claim.Witness], among groups: [[(report: Siglum, span: TextSpan)]], inside: Bool
  ) -> (index: Int, count: Int)? {
    var best: (index: Int, count: Int)?
    for (index, group) in groups.enumerated() {
      let reports = Set(
        group.filter { member in
          witnesses.contains {
            guard $0.place.report == member.report else { return false }
            let shared = $0.place.span.shared(with: member.span)
            return inside ? shared == member.span.length : shared * 2 > $0.place.span.length
          }
        }.map(\.report))
      if reports.count > (best?.count ?? 0) { best = (index, reports.count) }
    }
    return best
  }

  private func matter(_ witness: ClaimDraft.Witness, in report: AnnotatedReport) -> Range<Int> {
    let matter = Clause.matter(of: witness.tokens, in: report)
    return matter.isEmpty ? witness.tokens : matter
  }

  private func keys(_ tokens: Range<Int>, of report: Int) -> [String] {
    story.reports[report].tokens[tokens].filter { $0.kind != .mark }.map(\.key)
  }

  private func text(_ witness: Claim.Witness) -> String {
    story[witness.place.report].report.reading(witness.place.span)
  }

  private func place(of witness: ClaimDraft.Witness) -> Place {
    let report = story.reports[witness.report]
    return Place(Siglum(witness.report), report.span(of: matter(witness, in: report)))
  }

  private func text(of witness: ClaimDraft.Witness) -> String {
    story.reports[witness.report].report.reading(place(of: witness).span)
  }
}
