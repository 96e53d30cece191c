package import StemmaModel

extension Dossier {
  /// What is against the contract `stemma-dossier/1` in this dossier: empty where all is well.
  ///
  /// The same rules as `Evaluation/check_dossier.py`, written a second time: what one overlooks the other may see.
  /// - Parameter texts: the originals of reports, by siglum; spans of the others are not read.
  package func problems(texts: [String: [UInt8]] = [:]) -> [String] {
    var inspection = DossierInspection(self, texts: texts)
    inspection.vocabularies()
    inspection.references()
    inspection.spans()
    inspection.orders()
    inspection.counts()
    inspection.sense()
    return inspection.problems
  }

  /// Every span of the dossier, with where it stands.
  package var allSpans: [(path: String, span: Span)] {
    var all: [(String, Span?)] = []
    for report in reports {
      let path = "report \(report.id)"
      all += [
        (path + " outlet", report.outlet?.evidence), (path + " title", report.title?.span),
        (path + " byline", report.byline?.span), (path + " published", report.published?.evidence),
      ]
      all += report.credits.map { (path + " credit", $0.span) }
      all += report.body.map { (path + " body", $0) }
      all += report.furniture.map { (path + " furniture", $0.span) }
    }
    for quote in quotes {
      all.append((quote.id, quote.speaker?.mention))
      all += quote.variants.map { (quote.id, $0.span) }
    }
    for figure in figures { all += figure.variants.map { (figure.id, $0.span) } }
    for claim in claims {
      all += claim.witnesses.map { (claim.id, $0.span) }
      for change in claim.variants.compactMap(\.changes).joined() {
        all += [(claim.id + " change", change.lemma), (claim.id + " change", change.here)]
      }
    }
    for divergence in divergences { all += divergence.spans.map { (divergence.id, $0) } }
    for node in stemma.nodes { all += (node.labelEvidence ?? []).map { (node.id, $0) } }
    for edge in stemma.edges {
      all += edge.evidence.flatMap(\.spans).map { ("edge \(edge.from)-\(edge.to)", $0) }
    }
    for origin in origins { all += origin.evidence.map { (origin.id, $0) } }
    all += caveats.map { ("caveat \($0.kind)", $0.span) }
    return all.compactMap { path, span in span.map { (path, $0) } }
  }
}

extension Dossier.Claim {
  /// In the order of the variants.
  package var witnesses: [Witness] { variants.flatMap(\.witnesses) }
  /// The reports that carry it.
  package var carriers: Set<String> { Set(witnesses.map(\.report)) }
}

extension Dossier.Stemma {
  /// The nodes above a node: its parents, theirs, and so on; itself only where there is a cycle.
  package func ancestors(of node: String) -> Set<String> {
    var found: Set<String> = []
    var next = [node]
    while let child = next.popLast() {
      for edge in edges where edge.to == child && found.insert(edge.from).inserted { next.append(edge.from) }
    }
    return found
  }

  /// The nodes below a node.
  package func descendants(of node: String) -> Set<String> {
    var found: Set<String> = []
    var next = [node]
    while let parent = next.popLast() {
      for edge in edges where edge.from == parent && found.insert(edge.to).inserted { next.append(edge.to) }
    }
    return found
  }
}
