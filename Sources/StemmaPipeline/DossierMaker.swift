import StemmaModel

/// Writes a collation and its stemma down in the contract's shape: ids, order, and the words of every span.
struct DossierMaker {
  static let version = "0.1.0"

  var collation: Collation
  var stemma: Stemma
  /// Trouble with the call's inputs, but not what only other stories' reports have.
  var caveatsOfCall: [Caveat]
  private let entry: CollationEntry

  init(collation: Collation, stemma: Stemma, caveats: [Caveat]) {
    self.collation = collation
    self.stemma = stemma
    caveatsOfCall = caveats
    entry = CollationEntry(collation)
  }

  private var story: Story { collation.story }

  func dossier() -> Dossier {
    var dossier = Dossier(
      generator: Dossier.Generator(name: "stemma", version: Self.version), story: storyEntry(),
      reports: story.sigla.map(report), stemma: stemmaEntry(),
      summary: Dossier.Summary(
        reports: story.reports.count, publishers: publishers(), lines: stemma.lines.map(range),
        origins: stemma.originsOfStory.map(range)))
    dossier.quotes = entry.quotes()
    dossier.figures = entry.figures()
    dossier.claims = claims()
    dossier.divergences = entry.divergences()
    dossier.origins = stemma.origins.enumerated().map(origin)
    dossier.caveats = caveats()
    return dossier
  }

  // MARK: - The story and its reports

  func storyEntry() -> Dossier.Story {
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

  // MARK: - What stands behind each claim

  private func claims() -> [Dossier.Claim] {
    zip(entry.claims(), zip(collation.claims, stemma.supports)).map { written, made in
      let (claim, support) = made
      var written = written
      written.support = Dossier.Support(
        reports: claim.reports.count, publishers: support.publishers,
        lines: support.lines.map { count($0, ids: support.lineNodes.map(id)) },
        origins: support.origins.map { count($0, ids: support.originIndices.map { "S\($0 + 1)" }) },
        primarySources: support.originIndices.map { stemma.origins[$0] }.filter { $0.kind != .ownReporting }.map(
          \.label))
      return written
    }
  }

  private func count(_ range: CountRange, ids: [String]) -> Dossier.Count {
    Dossier.Count(least: range.least, best: range.best, most: range.most, ids: ids)
  }

  private func range(_ range: CountRange) -> Dossier.Range {
    Dossier.Range(least: range.least, best: range.best, most: range.most)
  }

  // MARK: - The stemma

  private func id(_ node: Stemma.Node) -> String {
    switch node {
    case .report(let siglum): siglum.description
    case .lost(let index): "L\(index + 1)"
    }
  }

  private func stemmaEntry() -> Dossier.Stemma {
    var written = Dossier.Stemma()
    written.nodes = story.sigla.map { Dossier.Stemma.Node(id: $0.description, kind: .report) }
    written.nodes += stemma.lost.enumerated().map { index, lost in
      Dossier.Stemma.Node(
        id: id(.lost(index)), kind: .lost, label: lost.label, labelEvidence: lost.evidence.sorted().map(entry.span))
    }
    written.edges = stemma.derivations.map { edge in
      Dossier.Stemma.Edge(
        from: id(edge.from), to: id(edge.to), confidence: rounded(edge.confidence), kind: edge.kind.rawValue,
        evidence: edge.evidence.map {
          Dossier.Stemma.Evidence(
            kind: $0.kind.rawValue, weight: rounded($0.weight.nats), note: $0.note,
            spans: $0.places.sorted().map(entry.span))
        }, byHand: edge.isByHand ? true : nil)
    }
    written.families = stemma.families.map {
      Dossier.Stemma.Family(reports: $0.reports.map(\.description), confidence: rounded($0.confidence))
    }
    written.undecided = stemma.undecided.map {
      Dossier.Stemma.Undecided(reports: $0.reports.map(\.description), question: $0.question, note: $0.note)
    }
    return written
  }

  private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  private func origin(_ index: Int, _ origin: Origin) -> Dossier.Origin {
    Dossier.Origin(
      id: "S\(index + 1)", label: origin.label, kind: origin.kind.rawValue, reports: origin.reports.map(\.description),
      lines: origin.lines.map(id), evidence: origin.evidence.sorted().map(entry.span))
  }

  // MARK: - Caveats

  func caveats() -> [Dossier.Caveat] {
    let own = Set(story.reports.flatMap { $0.report.caveats })
    return caveatsOfCall.filter { !own.contains($0) }.map { entry.caveat($0) } + entry.caveats()
  }
}
