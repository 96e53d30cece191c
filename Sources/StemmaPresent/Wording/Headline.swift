package import StemmaModel

/// The answer in one sentence: "5 reports, 5 publishers, 1 line: an AFP dispatch; 1 origin: a Xinhua readout."
package struct Headline: Equatable, Sendable {
  /// A count with, where they can be told, the names of what is counted.
  package struct Part: Equatable, Sendable {
    package var count: String
    package var names: String?

    package var text: String { names.map { "\(count): \($0)" } ?? count }
  }

  package var reports: String
  package var publishers: String
  package var lines: Part
  package var origins: Part

  package init(_ dossier: Dossier) {
    self.init(DossierView(dossier))
  }

  init(_ view: DossierView) {
    let summary = view.dossier.summary
    reports = Wording.count(summary.reports, "report")
    publishers = Wording.count(summary.publishers, "publisher")
    lines = Part(count: Wording.count(summary.lines, "line"), names: Self.lineNames(view))
    origins = Part(count: Wording.count(summary.origins, "origin"), names: Self.originNames(view))
  }

  /// The whole sentence, with its full stop.
  package var sentence: String {
    let text = "\(reports), \(publishers), \(lines.text)\(lines.names == nil ? "," : ";") \(origins.text)"
    return text.hasSuffix("…") || text.hasSuffix(".") ? text : text + "."
  }

  /// The lines of the stemma, unless they are more than those counted.
  private static func lineNames(_ view: DossierView) -> String? {
    let roots = view.descent.lines
    guard let lines = view.dossier.summary.lines, lines.best >= roots.count, !roots.isEmpty else { return nil }
    let unnamed = roots.filter { view.isLost($0) && view.label(ofNode: $0) == Wording.lostReport }
    // Lost ones first: they are what a reader cannot see in the list of reports.
    let labels = roots.filter { view.isLost($0) && !unnamed.contains($0) }.map(view.label(ofNode:))
    var names = (labels.count == 1 ? [Wording.short(labels[0], limit: 60)] : bareNames(labels)).map(Wording.withArticle)
    if unnamed.count == 1 { names.append("a \(Wording.lostReport)") }
    if unnamed.count > 1 { names.append(Wording.count(unnamed.count, Wording.lostReport)) }
    let shown = names.count
    names += roots.filter { !view.isLost($0) }.map { "\($0) (\(Wording.short(view.publisher($0), limit: 32)))" }
    let limit = names.count <= 4 ? 4 : max(3, min(shown, 5))
    return lines.best == roots.count
      ? Wording.list(names, limit: limit) : names.prefix(limit).joined(separator: ", ") + ", …"
  }

  /// One to three origins by name; of more, the first few.
  private static func originNames(_ view: DossierView) -> String? {
    let ranked = view.rankedOrigins
    guard let origins = view.dossier.summary.origins, !ranked.isEmpty else { return nil }
    let exact = origins.best == ranked.count
    if !exact, origins.best <= 2 { return nil }
    let full = ranked.map(Wording.origin)
    if exact, full.count <= 3 {
      let named = full.map { Wording.withArticle(Wording.short($0, limit: 60)) }
      return named.count > 1 && named.contains { $0.contains(",") }
        ? named.joined(separator: "; ") : Wording.list(named)
    }
    let few = bareNames(full).prefix(3)
    let names = few.joined(separator: few.contains { $0.contains(",") } ? "; " : ", ")
    return names.hasSuffix("…") ? names : names + ", …"
  }

  /// Each label up to its first comma and without what is in brackets, unless two would then read alike.
  private static func bareNames(_ labels: [String]) -> [String] {
    let bare = labels.map {
      Wording.short(String(Wording.withoutBrackets($0).prefix { !",;".contains($0) }), limit: 44)
    }
    return zip(bare, labels).map { name, whole in
      name.count < 3 || bare.count { $0 == name } > 1 ? Wording.short(whole, limit: 44) : name
    }
  }
}
