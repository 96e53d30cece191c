import StemmaModel

/// Writes a collation and its stemma down in the contract's shape: ids, order, and the words of every span.
struct DossierMaker {
  static let version = "0.1.0"

  var collation: Collation
  var stemma: Stemma
  /// Of the call: trouble with its inputs, but not what only other stories' reports have.
  var caveats: [Caveat]

  private var story: Story { collation.story }

  func dossier() -> Dossier {
    var dossier = Dossier(
      generator: Dossier.Generator(name: "stemma", version: Self.version), story: storyEntry(),
      reports: story.sigla.map(report), stemma: stemmaEntry(),
      summary: Dossier.Summary(
        reports: story.reports.count, publishers: publishers(), lines: stemma.lines.map(range),
        origins: stemma.originsOfStory.map(range)))
    dossier.quotes = collation.quotes.enumerated().map(quote)
    dossier.figures = collation.figures.enumerated().map(figure)
    dossier.claims = collation.claims.enumerated().map(claim)
    dossier.divergences =
      collation.divergences
      .sorted { (first($0), $0.kind.rawValue, $0.explanation) < (first($1), $1.kind.rawValue, $1.explanation) }
      .enumerated().map(divergence)
    dossier.origins = stemma.origins.enumerated().map(origin)
    dossier.caveats = allCaveats()
    return dossier
  }

  // MARK: - Spans

  private func span(_ place: Place) -> Dossier.Span {
    ReportEntry(story[place.report].report, id: place.report.description).span(place.span)
  }

  private func span(_ excerpt: Excerpt, of siglum: Siglum) -> Dossier.Span {
    ReportEntry(story[siglum].report, id: siglum.description).span(excerpt)
  }

  // MARK: - The story and its reports

  private func storyEntry() -> Dossier.Story {
    let dates = story.reports.compactMap(\.report.published?.moment.description).sorted()
    return Dossier.Story(id: storyID(), title: title(), firstReported: dates.first, lastReported: dates.last)
  }

  /// From what the reports are, not from when or in which order they were read: FNV-1a over their hashes.
  private func storyID() -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in story.reports.map(\.report.sha256).sorted().joined().utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return "story-" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The plainest headline: the one that has most words in common with the others; among equals the shortest.
  private func title() -> String {
    let titles = story.reports.compactMap(\.report.title?.text)
    let words = titles.map { Set($0.lowercased().split { !$0.isLetter && !$0.isNumber }) }
    func common(_ i: Int) -> Int {
      words.indices.reduce(0) { $0 + ($1 == i ? 0 : words[i].intersection(words[$1]).count) }
    }
    let best = titles.indices.min {
      (-common($0), titles[$0].utf8.count, titles[$0]) < (-common($1), titles[$1].utf8.count, titles[$1])
    }
    return best.map { titles[$0] } ?? "untitled"
  }

  private func report(_ siglum: Siglum) -> Dossier.Report {
    ReportEntry(story[siglum].report, id: siglum.description).entry()
  }

  /// An unknown outlet counts as one, unless another report has the same bytes.
  private func publishers() -> Int {
    Set(story.reports.map { $0.report.outlet.map { "outlet " + $0.name.lowercased() } ?? "bytes " + $0.report.sha256 })
      .count
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
    let here = claim.reports
    let support = stemma.supports[index]
    return Dossier.Claim(
      id: "C\(index + 1)", kind: Dossier.Claim.Kind(rawValue: claim.kind.rawValue)!, lemma: claim.lemma,
      quote: claim.quote.map { "Q\($0 + 1)" }, figure: claim.figure.map { "F\($0 + 1)" },
      variants: claim.variants.map { variant in
        Dossier.Claim.Variant(
          text: variant.text,
          witnesses: variant.witnesses.map {
            Dossier.Claim.Witness(
              report: $0.place.report.description, span: span($0.place), relation: relation($0.relation))
          })
      },
      absentFrom: story.sigla.filter { !here.contains($0) }.map(\.description),
      support: Dossier.Support(
        reports: here.count, publishers: support.publishers,
        lines: support.lines.map { count($0, ids: support.lineNodes.map(id)) },
        origins: support.origins.map { count($0, ids: support.originIndices.map { "S\($0 + 1)" }) },
        primarySources: support.originIndices.map { stemma.origins[$0] }.filter { $0.kind != .ownReporting }.map(
          \.label)))
  }

  private func relation(_ relation: Relation) -> Dossier.Relation { Dossier.Relation(rawValue: relation.rawValue)! }

  private func count(_ range: CountRange, ids: [String]) -> Dossier.Count {
    Dossier.Count(least: range.least, best: range.best, most: range.most, ids: ids)
  }

  private func range(_ range: CountRange) -> Dossier.Range {
    Dossier.Range(least: range.least, best: range.best, most: range.most)
  }

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

  // MARK: - The stemma

  private func id(_ node: Stemma.Node) -> String {
    switch node {
    case .report(let siglum): siglum.description
    case .lost(let index): "L\(index + 1)"
    }
  }

  private func stemmaEntry() -> Dossier.Stemma {
    var entry = Dossier.Stemma()
    entry.nodes = story.sigla.map { Dossier.Stemma.Node(id: $0.description, kind: .report) }
    entry.nodes += stemma.lost.enumerated().map { index, lost in
      Dossier.Stemma.Node(
        id: id(.lost(index)), kind: .lost, label: lost.label, labelEvidence: lost.evidence.sorted().map(span))
    }
    entry.edges = stemma.derivations.map { edge in
      Dossier.Stemma.Edge(
        from: id(edge.from), to: id(edge.to), confidence: rounded(edge.confidence), kind: edge.kind.rawValue,
        evidence: edge.evidence.map {
          Dossier.Stemma.Evidence(
            kind: $0.kind.rawValue, weight: rounded($0.weight.nats), note: $0.note, spans: $0.places.sorted().map(span))
        })
    }
    entry.families = stemma.families.map {
      Dossier.Stemma.Family(reports: $0.reports.map(\.description), confidence: rounded($0.confidence))
    }
    entry.undecided = stemma.undecided.map {
      Dossier.Stemma.Undecided(reports: $0.reports.map(\.description), question: $0.question, note: $0.note)
    }
    return entry
  }

  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  private func origin(_ index: Int, _ origin: Origin) -> Dossier.Origin {
    Dossier.Origin(
      id: "S\(index + 1)", label: origin.label, kind: origin.kind.rawValue, reports: origin.reports.map(\.description),
      lines: origin.lines.map(id), evidence: origin.evidence.sorted().map(span))
  }

  // MARK: - Caveats

  private func allCaveats() -> [Dossier.Caveat] {
    let own = Set(story.reports.flatMap { $0.report.caveats })
    var entries = caveats.filter { !own.contains($0) }.map { entry($0) }
    for (siglum, report) in zip(story.sigla, story.reports) {
      entries += (report.report.caveats + report.caveats).map { entry($0, of: siglum) }
    }
    entries += story.caveats.map { entry($0) }
    if story.reports.count == 1 {
      entries.append(
        Dossier.Caveat(
          kind: Caveat.Kind.alone.rawValue, report: story.sigla[0].description, span: nil,
          note: "A single report: nothing can be compared. Give two or more reports of the same event."))
    }
    return entries
  }

  private func entry(_ caveat: Caveat, of siglum: Siglum? = nil) -> Dossier.Caveat {
    let siglum = siglum ?? zip(story.sigla, story.reports).first { $1.report.source == caveat.source }?.0
    return Dossier.Caveat(
      kind: caveat.kind.rawValue, report: siglum?.description,
      span: siglum.flatMap { siglum in caveat.span.map { span(Place(siglum, $0)) } }, note: caveat.note)
  }
}
