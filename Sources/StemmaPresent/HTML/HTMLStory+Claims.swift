import StemmaModel

extension HTMLStory {
  /// Beyond so many reports the columns give way to a strip of marks.
  private static let mostColumns = 20

  /// The collation: claims down, reports across, each claim to be unfolded.
  var claims: HTML {
    guard !dossier.claims.isEmpty else { return "<p class=\"none\">No claims were found.</p>" }
    let ranked = view.rankedClaims
    let columns = dossier.reports.count <= Self.mostColumns
    let key = [Presence.verbatim, .paraphrase, .altered, .absent].html { "<li>\(mark($0)) \($0.label)</li>" }
    let head: HTML =
      columns
      ? "<div class=\"row head\" aria-hidden=\"true\"><span></span><span class=\"what\">Claim</span><span class=\"marks\">\(dossier.reports.html { "<span class=\"cell\">\($0.id)</span>" })</span><span>Lines</span><span>Origins</span></div>"
      : .empty
    let first = ranked.prefix(60).html(claim)
    let rest = ranked.dropFirst(60)
    let more: HTML =
      rest.isEmpty
      ? .empty : folded("\(Wording.count(rest.count, "more claim"))", "<ol class=\"claims\">\(rest.html(claim))</ol>")
    return """
      <ul class="key" aria-label="Key to the marks">\(key)</ul>
      <div class="collation" style="--n:\(columns ? dossier.reports.count : 0)">\(head)<ol class="claims">\(first)</ol>\(more)</div>
      """
  }

  private func claim(_ claim: Dossier.Claim) -> HTML {
    let presence = view.presence(claim)
    let columns = dossier.reports.count <= Self.mostColumns
    let cells: HTML =
      !columns
      ? share(presence)
      : zip(dossier.reports, presence).html { report, here in
        "<span class=\"cell\" title=\"\(report.id): \(here.label)\"><span class=\"id\">\(report.id)</span>\(mark(here))<span class=\"vh\"> \(here.label). </span></span>"
      }
    let lemma: HTML = claim.kind == .quote ? quoted(claim.lemma) : "<span dir=\"auto\">\(claim.lemma)</span>"
    let worst = view.divergences[claim.id]?.first?.severity
    let flag: HTML =
      worst == "high"
      ? "<span class=\"flag\" title=\"The reports differ seriously\">!<span class=\"vh\"> the reports differ seriously</span></span>"
      : .empty
    return """
      <li><details class="claim" id="\(prefix)claim-\(HTML.token(claim.id))" data-claim="\(HTML.token(claim.id))">\
      <summary class="row\(columns ? "" : " strip")"><span class="cid">\(claim.id)</span><span class="what">\(lemma)\(flag)</span>\
      <span class="marks">\(cells)</span>\
      <span class="n"><b>\(Wording.range(claim.support?.lines?.range))</b><span class="lab"> \(noun("line", claim.support?.lines))</span></span>\
      <span class="n"><b>\(Wording.range(claim.support?.origins?.range))</b><span class="lab"> \(noun("origin", claim.support?.origins))</span></span></summary>\
      <div class="inside">\(readings(claim))\(rests(claim, presence))</div></details></li>
      """
  }

  private func noun(_ noun: String, _ count: Dossier.Count?) -> String {
    count.map { $0.least == 1 && $0.most == 1 } == true ? noun : noun + "s"
  }

  /// For many reports: how large a share has it in which way, as a bar and in words.
  private func share(_ presence: [Presence]) -> HTML {
    let parts = [
      (Presence.verbatim, HTML("v")), (.paraphrase, "p"), (.altered, "a"), (.absent, "n"), (.unsettled, "u"),
    ]
    .map { kind, form in (kind, form, presence.count { $0 == kind }) }.filter { $0.2 > 0 }
    let bar = parts.html { _, form, count in "<i class=\"\(form)\" style=\"flex:\(count)\"></i>" }
    let words = parts.map { kind, _, count in "\(Wording.number(count)) \(kind.label)" }.joined(separator: " · ")
    return "<span class=\"share\" aria-hidden=\"true\">\(bar)</span>\(words)"
  }

  /// Every wording with who has it, the words that differ from the lemma set off.
  private func readings(_ claim: Dossier.Claim) -> HTML {
    let items = claim.variants.prefix(80).html { variant in
      let relations = Set(variant.witnesses.map(\.relation))
      let presence: Presence =
        relations.contains(.altered) ? .altered : relations.contains(.verbatim) ? .verbatim : .paraphrase
      let who = view.unique(variant.witnesses.map(\.report)).prefix(40).map { id in
        HTML("<a class=\"sig\" href=\"#\(marked.anchor(claim.id, in: id))\" title=\"\(view.publisher(id))\">\(id)</a>")
      }.joined(" ")
      return
        "<li><span class=\"who\">\(who)</span><span class=\"how\">\(mark(presence)) \(presence.label)</span><span class=\"said\" dir=\"auto\">\(reading(variant))</span></li>"
    }
    return "<ul class=\"readings\">\(items)</ul>"
  }

  private func reading(_ variant: Dossier.Claim.Variant) -> HTML {
    let reading = MarkedReading(variant)
    guard !reading.isTooFar else { return "\(variant.text.trimmingQuotes)" }
    return reading.pieces.html { piece in
      switch piece.kind {
      case .same: "\(piece.text)"
      case .added: set("ins", piece)
      case .removed: set("del", piece)
      }
    }
  }

  /// The mark ends with the word, not with the space after it. A number that stands for another is set off more.
  private func set(_ tag: HTML, _ piece: MarkedReading.Piece) -> HTML {
    let form: HTML = piece.nature == "number" ? " class=\"number\"" : .empty
    let end: HTML = piece.text.last == " " ? " " : .empty
    return "<\(tag)\(form)>\(piece.text.last == " " ? String(piece.text.dropLast()) : piece.text)</\(tag)>\(end)"
  }

  /// What a claim rests on, counted.
  private func support(_ support: Dossier.Support) -> [(String, HTML)] {
    var facts: [(String, HTML)] = []
    facts.append(
      ("Carried by", "\(Wording.count(support.reports, "report")), \(Wording.count(support.publishers, "publisher"))"))
    let lines = support.lines.map { count in
      HTML(
        "\(Wording.fullRange(count.range))\(count.ids.isEmpty ? "" : HTML(": \(count.ids.prefix(12).map(node).joined(", "))"))"
      )
    }
    facts.append(("Lines", lines ?? "undecided: the texts do not tell"))
    let origins = support.origins.map { count in
      let names = count.ids.prefix(12).compactMap { id in dossier.origins.first { $0.id == id } }
        .map { HTML("<a href=\"#\(prefix)origin-\(HTML.token($0.id))\" dir=\"auto\">\(Wording.origin($0))</a>") }
      return HTML("\(Wording.fullRange(count.range))\(names.isEmpty ? "" : HTML(": \(names.joined("; "))"))")
    }
    facts.append(("Origins", origins ?? "undecided: the texts do not tell"))
    if !support.primarySources.isEmpty {
      facts.append(("Sources named", "<span dir=\"auto\">\(Wording.list(support.primarySources))</span>"))
    }
    return facts
  }

  private func rests(_ claim: Dossier.Claim, _ presence: [Presence]) -> HTML {
    var facts = claim.support.map(support) ?? []
    let absent = zip(dossier.reports, presence).filter { $0.1 == .absent }.map(\.0.id)
    if !absent.isEmpty { facts.append(("Left out by", sigla(absent))) }
    let differences = view.divergences[claim.id] ?? []
    if !differences.isEmpty {
      facts.append(
        (
          "Differences",
          differences.prefix(12).map {
            HTML("<a href=\"#\(prefix)difference-\(HTML.token($0.id))\">\(Wording.divergence($0.kind))</a>")
          }.joined(", ")
        ))
    }
    return """
      <dl class="facts">\(facts.html { name, value in "<div><dt>\(name)</dt><dd>\(value)</dd></div>" })</dl>\
      <button type="button" class="find" data-ids="\(HTML.token(claim.id))" hidden>Mark it in the texts</button>
      """
  }
}
