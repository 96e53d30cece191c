import StemmaCheck
import StemmaModel

/// Writes an answer down as `stemma-check/1`, with ids as the story's dossier has them.
struct CheckEntry {
  let claim: String
  let answer: ClaimAnswer
  let collation: Collation
  let stemma: Stemma
  let caveats: [Caveat]

  func check() -> ClaimCheck {
    let dossier = DossierMaker(collation: collation, stemma: stemma, caveats: caveats)
    let shown = Set(answer.parts.flatMap { $0.passages.map(\.place.report) }).sorted()
    let lines = Set(answer.parts.flatMap(\.lineNodes)).sorted()
    let origins = Set(answer.parts.flatMap(\.originIndices)).sorted()
    return ClaimCheck(
      generator: Dossier.Generator(name: "stemma", version: DossierMaker.version), claim: claim,
      verdict: verdict(answer.verdict), notes: answer.notes, story: dossier.storyEntry(),
      assertions: answer.parts.map(assertion), reports: shown.map(report), lines: lines.map(line),
      origins: origins.map {
        ClaimCheck.Origin(id: "S\($0 + 1)", label: stemma.origins[$0].label, kind: stemma.origins[$0].kind.rawValue)
      }, caveats: dossier.caveats())
  }

  private func verdict(_ verdict: ClaimAnswer.Verdict) -> ClaimCheck.Verdict {
    ClaimCheck.Verdict(rawValue: verdict.rawValue)!
  }

  private func assertion(_ part: ClaimAnswer.Part) -> ClaimCheck.Assertion {
    ClaimCheck.Assertion(
      text: part.text, verdict: verdict(part.verdict), distorted: part.isDistorted, superseded: part.isSuperseded,
      ofWords: part.isOfWords, says: part.passages.count { $0.stance == .says }, publishers: part.publishers,
      lines: part.lines.map { count($0, part.lineNodes.map(id)) },
      origins: part.origins.map { count($0, part.originIndices.map { "S\($0 + 1)" }) },
      reasons: part.reasons, nobodyHas: part.nobodyHas, passages: part.passages.map(passage))
  }

  private func count(_ range: CountRange, _ ids: [String]) -> Dossier.Count {
    Dossier.Count(least: range.least, best: range.best, most: range.most, ids: ids)
  }

  private func id(_ node: Stemma.Node) -> String {
    switch node {
    case .report(let siglum): siglum.description
    case .lost(let index): "L\(index + 1)"
    }
  }

  private func passage(_ passage: Passage) -> ClaimCheck.Passage {
    let entry = CollationEntry(collation)
    let report = collation.story[passage.place.report]
    return ClaimCheck.Passage(
      stance: passage.stance.rawValue, span: entry.span(passage.place),
      sentence: entry.span(Place(passage.place.report, report.span(of: passage.tokens))),
      coverage: (passage.coverage * 100).rounded() / 100, source: passage.source,
      claims: passage.claims.map { "C\($0 + 1)" }, missing: passage.missing,
      differences: passage.differences.map {
        ClaimCheck.Difference(kind: $0.kind.rawValue, claimed: $0.claimed, found: $0.found, note: $0.note)
      })
  }

  private func report(_ siglum: Siglum) -> ClaimCheck.Report {
    let report = collation.story[siglum].report
    return ClaimCheck.Report(
      id: siglum.description, source: report.source, outlet: report.outlet?.name,
      published: report.published?.moment.description)
  }

  private func line(_ node: Stemma.Node) -> ClaimCheck.Line {
    switch node {
    case .report(let siglum):
      ClaimCheck.Line(
        id: siglum.description,
        label: collation.story[siglum].report.outlet?.name ?? collation.story[siglum].report.source)
    case .lost(let index): ClaimCheck.Line(id: id(node), label: stemma.lost[index].label)
    }
  }
}
