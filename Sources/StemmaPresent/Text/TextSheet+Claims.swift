import StemmaModel

extension TextSheet {
  /// What is claimed, by whom, and on what it rests.
  mutating func claims() {
    guard !dossier.claims.isEmpty else {
      canvas.heading("What is claimed")
      canvas.paragraph("No claims were found.")
      return
    }
    canvas.heading("What is claimed")
    let key = [Presence.verbatim, .paraphrase, .altered, .absent].map { "\(mark($0)) \($0.label)" }
    canvas.paragraph(key.joined(separator: "   "), .faint)
    let ranked = view.rankedClaims
    let shown = shownCount(ranked.count, top: 12)
    for claim in ranked.prefix(shown) {
      canvas.blank()
      let number = TextCanvas.Piece(padded(claim.id, 4), .faint)
      if let columns = columns(of: claim) {
        canvas.paragraph(support(of: claim), first: [number] + columns, rest: [.init("    ")])
      } else {
        canvas.paragraph(support(of: claim), first: [number])
        canvas.paragraph(groups(of: claim), indent: 4)
      }
      canvas.paragraph(claim.kind == .quote ? quoted(claim.lemma) : claim.lemma, indent: 4)
      changes(of: claim)
    }
    canvas.blank()
    more(ranked.count - shown, "claim")
  }

  /// A column for every report, where they are few enough.
  private func columns(of claim: Dossier.Claim) -> [TextCanvas.Piece]? {
    let widest = dossier.reports.map(\.id.count).max() ?? 1
    guard dossier.reports.count * (widest + 2) <= style.width / 2 else { return nil }
    let presence = view.presence(claim)
    return dossier.reports.enumerated().map { at, report in
      let here = presence[at]
      let id = here == .absent || here == .unsettled ? "" : report.id
      return .init(padded(mark(here) + id, widest + 2), ink(here))
    } + [.init(" ")]
  }

  /// The marks with who has them.
  private func groups(of claim: Dossier.Claim) -> [TextCanvas.Piece] {
    let presence = view.presence(claim)
    return [Presence.verbatim, .paraphrase, .altered].flatMap { kind -> [TextCanvas.Piece] in
      let ids = dossier.reports.indices.filter { presence[$0] == kind }.map { dossier.reports[$0].id }
      if ids.isEmpty { return [] }
      let few = Wording.list(Wording.runs(ids, order: view.place), limit: 8)
      return [.init("\(mark(kind)) ", ink(kind)), .init(plain(few) + " ", ink(kind))]
    }
  }

  private func support(of claim: Dossier.Claim) -> [TextCanvas.Piece] {
    guard let support = claim.support else { return [] }
    let lines = Wording.count(support.lines?.range, "line")
    let origins = Wording.count(support.origins?.range, "origin")
    let sources = support.primarySources.map { Wording.short($0, limit: 40) }
    let named = sources.isEmpty ? "" : ": " + Wording.list(sources, limit: 3)
    return [.init(plain("\(Wording.count(support.reports, "report")) · \(lines) · \(origins)\(named)"), .strong)]
  }

  /// The readings that differ in content, and the words in which they do.
  private mutating func changes(of claim: Dossier.Claim) {
    for variant in claim.variants {
      let ids = view.unique(variant.witnesses.filter { $0.relation == .altered }.map(\.report))
      if ids.isEmpty { continue }
      let who = plain(Wording.list(Wording.runs(ids, order: view.place), limit: 6))
      let reading = MarkedReading(variant)
      let bare = variant.text.trimmingQuotes.beginsOrEndsQuoted
      let open = bare ? "" : style.unicode ? "“" : "\""
      let close = bare ? "" : style.unicode ? "”" : "\""
      var pieces = [TextCanvas.Piece(open)]
      pieces +=
        reading.isTooFar
        ? [.init(variant.text.trimmingQuotes)]
        : reading.pieces.filter { $0.kind != .removed }.map { .init($0.text, $0.kind == .added ? .added : .plain) }
      pieces.append(.init(close))
      canvas.paragraph(pieces, indent: 4, first: [.init("\(mark(.altered)) \(who)  ", .rubric)])
      let changes = (variant.changes ?? []).filter { $0.kind != .kept }
      if !reading.isTooFar, !changes.isEmpty, changes.count <= 4 {
        canvas.paragraph(plain(changes.map(changed).joined(separator: "; ")), .faint, indent: 6)
      }
    }
  }

  private func changed(_ change: Dossier.Claim.Change) -> String {
    guard let old = change.lemma?.shown else { return "added \(quoted(change.here?.shown ?? ""))" }
    guard let new = change.here?.shown else { return "left out \(quoted(old))" }
    return "\(quoted(old)) → \(quoted(new))"
  }

  func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
