import StemmaModel

/// A dossier with the look-ups and the orders that every face needs.
struct DossierView {
  let dossier: Dossier
  let descent: Descent
  /// The place of each report, by siglum.
  let place: [String: Int]
  /// The divergences of each claim, most severe first.
  let divergences: [String: [Dossier.Divergence]]
  private let nodes: [String: Dossier.Stemma.Node]

  init(_ dossier: Dossier) {
    self.dossier = dossier
    descent = Descent(dossier.stemma)
    place = Dictionary(dossier.reports.enumerated().map { ($1.id, $0) }) { first, _ in first }
    nodes = Dictionary(dossier.stemma.nodes.map { ($0.id, $0) }) { first, _ in first }
    divergences = Dictionary(grouping: dossier.divergences.filter { $0.claim != nil }) { $0.claim! }
      .mapValues {
        $0.enumerated().sorted {
          (Self.rank($0.element.severity), $0.offset) < (Self.rank($1.element.severity), $1.offset)
        }.map(\.element)
      }
  }

  static func rank(_ severity: String) -> Int { ["high": 0, "medium": 1, "low": 2][severity] ?? 3 }

  /// Severities in falling order, with what there is of each.
  var divergencesBySeverity: [(severity: String, items: [Dossier.Divergence])] {
    let groups = Dictionary(grouping: dossier.divergences, by: \.severity)
    return groups.keys.sorted { (Self.rank($0), $0) < (Self.rank($1), $1) }.map { ($0, groups[$0]!) }
  }

  /// The outlet, or what the source tells: a host, a file's name.
  func publisher(_ siglum: String) -> String {
    guard let report = place[siglum].map({ dossier.reports[$0] }) else { return siglum }
    return report.outlet?.name ?? Self.shortSource(report.source)
  }

  static func shortSource(_ source: String) -> String {
    if let scheme = source.firstIndex(of: ":"), source[scheme...].hasPrefix("://") {
      let host = source[scheme...].dropFirst(3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
    }
    return source.split(separator: "/").last.map(String.init) ?? source
  }

  func isLost(_ node: String) -> Bool { nodes[node]?.kind == .lost }

  func node(_ id: String) -> Dossier.Stemma.Node? { nodes[id] }

  /// "Northwire dispatch", "lost report", or the report's publisher.
  func label(ofNode id: String) -> String {
    guard let node = nodes[id], node.kind == .lost else { return publisher(id) }
    return node.label.flatMap { $0.isEmpty ? nil : $0 } ?? Wording.lostReport
  }

  /// How each report has a claim, in the order of the reports.
  func presence(_ claim: Dossier.Claim) -> [Presence] {
    var result = [Presence](repeating: .unsettled, count: dossier.reports.count)
    for id in claim.absentFrom { if let at = place[id] { result[at] = .absent } }
    for witness in claim.variants.lazy.flatMap(\.witnesses) {
      guard let at = place[witness.report] else { continue }
      let here = Presence(witness.relation)
      if here.weight > result[at].weight { result[at] = here }
    }
    return result
  }

  /// Claims as a reader wants them: carried by most reports first, then by most lines, then those most at odds.
  var rankedClaims: [Dossier.Claim] {
    let key = { (claim: Dossier.Claim) in
      (
        -(claim.support?.reports ?? 0), -(claim.support?.lines?.best ?? 0),
        Self.rank(divergences[claim.id]?.first?.severity ?? "")
      )
    }
    return dossier.claims.map { (key($0), $0) }.enumerated()
      .sorted {
        ($0.element.0.0, $0.element.0.1, $0.element.0.2, $0.offset) < (
          $1.element.0.0, $1.element.0.1, $1.element.0.2, $1.offset
        )
      }
      .map(\.element.1)
  }

  /// The origins that best tell what the story rests on: most reports first, what was said before who wrote.
  var rankedOrigins: [Dossier.Origin] {
    let key = { (origin: Dossier.Origin) in
      (origin.kind == "ownReporting" ? 1 : origin.kind == "unknown" ? 2 : 0, -origin.reports.count)
    }
    return dossier.origins.map { (key($0), $0) }.enumerated()
      .sorted { ($0.element.0.0, $0.element.0.1, $0.offset) < ($1.element.0.0, $1.element.0.1, $1.offset) }.map(
        \.element.1)
  }

  /// Each id once, in the order given.
  func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }

  /// "2031-03-12", "2031-03-12 to 2031-03-13", or nothing.
  var dates: String? {
    let story = dossier.story
    guard let first = story.firstReported ?? story.lastReported else { return nil }
    let last = story.lastReported ?? first
    return first == last ? Wording.time(first) : "\(Wording.time(first)) to \(Wording.time(last))"
  }
}
