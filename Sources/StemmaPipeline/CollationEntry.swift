import StemmaModel

/// Writes down what the collation says in the contract's shape: ids, order, and the words of every span.
struct CollationEntry {
  var collation: Collation

  init(_ collation: Collation) {
    self.collation = collation
  }

  private var story: Story { collation.story }

  /// By itself, as `stemma-collation/1`.
  func whole(id: String) -> Dossier.Collation {
    var entry = Dossier.Collation(
      id: id,
      reports: zip(story.sigla, story.reports).map {
        Dossier.Collation.Report(id: $0.description, source: $1.report.source)
      })
    entry.quotes = quotes()
    entry.figures = figures()
    entry.claims = claims()
    entry.divergences = divergences()
    entry.caveats = caveats()
    return entry
  }

  func quotes() -> [Dossier.Quote] { collation.quotes.enumerated().map(quote) }

  func figures() -> [Dossier.Figure] { collation.figures.enumerated().map(figure) }

  /// Without their support.
  func claims() -> [Dossier.Claim] { collation.claims.enumerated().map(claim) }

  func divergences() -> [Dossier.Divergence] {
    collation.divergences
      .sorted { (first($0), $0.kind.rawValue, $0.explanation) < (first($1), $1.kind.rawValue, $1.explanation) }
      .enumerated().map(divergence)
  }

  /// What is wrong with the reports and with the story they make.
  func caveats() -> [Dossier.Caveat] {
    var entries: [Dossier.Caveat] = []
    for (siglum, report) in zip(story.sigla, story.reports) {
      entries += (report.report.caveats + report.caveats).map { caveat($0, of: siglum) }
    }
    entries += story.caveats.map { caveat($0) }
    if story.reports.count == 1 {
      entries.append(
        Dossier.Caveat(
          kind: Caveat.Kind.alone.rawValue, report: story.sigla[0].description, span: nil,
          note: "A single report: nothing can be compared. Give two or more reports of the same event."))
    }
    return entries
  }

  // MARK: - Spans

  func span(_ place: Place) -> Dossier.Span {
    ReportEntry(story[place.report].report, id: place.report.description).span(place.span)
  }

  // MARK: - Quotes, figures, claims

  private func quote(_ index: Int, _ quote: Quote) -> Dossier.Quote {
    let best = quote.variants[quote.best]
    let told = attribution(best)
    return Dossier.Quote(
      id: "Q\(index + 1)",
      speaker: told.map { told in
        Dossier.Quote.Speaker(name: told.source.name, mention: told.source.mention.map { span(Place(best.report, $0)) })
      }, addressee: told?.addressee, channel: told?.channel ?? [],
      variants: quote.variants.map { variant in
        let mention = story[variant.report].quotes[variant.mention]
        let told = attribution(variant)
        return Dossier.Quote.Variant(
          report: variant.report.description, span: span(Place(variant.report, mention.span)),
          form: mention.form.rawValue,
          cue: told?.cue, speaker: told?.source.name, addressee: told?.addressee, channel: told?.channel ?? [],
          relation: relation(variant.relation))
      })
  }

  private func attribution(_ variant: Quote.Variant) -> Attribution? {
    let report = story[variant.report]
    return report.quotes[variant.mention].attribution.map { report.attributions[$0] }
  }

  private func figure(_ index: Int, _ figure: Figure) -> Dossier.Figure {
    let chosen = figure.variants[figure.best]
    let best = story[chosen.report].figures[chosen.mention]
    return Dossier.Figure(
      id: "F\(index + 1)", quantity: best.quantity, value: best.value, high: best.high, unit: best.unit,
      period: best.period, comparator: best.comparator.rawValue, attributedTo: source(of: best, in: chosen.report),
      variants: figure.variants.map { variant in
        let mention = story[variant.report].figures[variant.mention]
        return Dossier.Figure.Variant(
          report: variant.report.description, span: span(Place(variant.report, mention.span)), value: mention.value,
          high: mention.high, unit: mention.unit, comparator: mention.comparator.rawValue, period: mention.period,
          attributedTo: source(of: mention, in: variant.report), relation: relation(variant.relation))
      })
  }

  private func source(of figure: FigureMention, in siglum: Siglum) -> String? {
    figure.attribution.map { story[siglum].attributions[$0].source.name }
  }

  private func claim(_ index: Int, _ claim: Claim) -> Dossier.Claim {
    let here = Set(claim.reports)
    return Dossier.Claim(
      id: "C\(index + 1)", kind: Dossier.Claim.Kind(rawValue: claim.kind.rawValue)!, lemma: claim.lemma,
      quote: claim.quote.map { "Q\($0 + 1)" }, figure: claim.figure.map { "F\($0 + 1)" },
      variants: claim.variants.map { variant in
        Dossier.Claim.Variant(
          text: variant.text,
          witnesses: variant.witnesses.map {
            Dossier.Claim.Witness(
              report: $0.place.report.description, span: span($0.place), relation: relation($0.relation))
          }, changes: changes(variant, from: claim.lemmaPlace.report))
      },
      absentFrom: story.sigla.filter { !here.contains($0) }.map(\.description), support: nil)
  }

  private func changes(_ variant: Claim.Variant, from lemma: Siglum) -> [Dossier.Claim.Change]? {
    guard !variant.changes.isEmpty, let here = variant.witnesses.first?.place.report else { return nil }
    return variant.changes.map { change in
      Dossier.Claim.Change(
        kind: Dossier.Claim.Change.Kind(rawValue: change.kind.rawValue)!,
        lemma: change.lemma.map { span(Place(lemma, $0)) }, here: change.here.map { span(Place(here, $0)) },
        nature: change.nature?.rawValue)
    }
  }

  private func relation(_ relation: Relation) -> Dossier.Relation { Dossier.Relation(rawValue: relation.rawValue)! }

  // MARK: - Divergences

  private func first(_ divergence: Divergence) -> Place {
    divergence.places.min() ?? Place(divergence.reports[0], TextSpan(0, 0))
  }

  private func divergence(_ index: Int, _ divergence: Divergence) -> Dossier.Divergence {
    Dossier.Divergence(
      id: "D\(index + 1)", kind: divergence.kind.rawValue, severity: divergence.severity.rawValue,
      claim: divergence.claim.map { "C\($0 + 1)" }, reports: divergence.reports.map(\.description),
      against: divergence.against.map(\.description), spans: divergence.places.sorted().map(span),
      explanation: divergence.explanation)
  }

  // MARK: - Caveats

  /// - Parameter siglum: the report's that it is of; else it is looked for by its source.
  func caveat(_ caveat: Caveat, of siglum: Siglum? = nil) -> Dossier.Caveat {
    let siglum = siglum ?? zip(story.sigla, story.reports).first { $1.report.source == caveat.source }?.0
    return Dossier.Caveat(
      kind: caveat.kind.rawValue, report: siglum?.description,
      span: siglum.flatMap { siglum in caveat.span.map { span(Place(siglum, $0)) } }, note: caveat.note)
  }
}
