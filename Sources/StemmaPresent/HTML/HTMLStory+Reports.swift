import StemmaModel

extension HTMLStory {
  /// So many texts stand open in columns; the others are folded below.
  private static let mostOpen = 8

  /// The texts with what is marked in them.
  var reports: HTML {
    guard !dossier.reports.isEmpty else { return .empty }
    let open = dossier.reports.prefix(Self.mostOpen).html { report($0, open: true) }
    let rest = dossier.reports.dropFirst(Self.mostOpen)
    let more: HTML = rest.isEmpty ? .empty : "<div class=\"stack\">\(rest.html { report($0, open: false) })</div>"
    return """
      <ul class="key" aria-label="Key to the texts"><li><span class="s c">claim</span></li><li><span class="s c x">changed claim</span></li><li><span class="s q">quotation</span></li><li><span class="s f">figure</span></li><li><span class="s d x">at odds</span></li></ul>
      <div class="scroll columns" tabindex="0" role="region" aria-label="The texts side by side" style="--n:\(min(dossier.reports.count, Self.mostOpen))">\(open)</div>\(more)
      """
  }

  private func report(_ report: Dossier.Report, open: Bool) -> HTML {
    let id = HTML.token(report.id)
    let title: HTML =
      report.title.map {
        "<p class=\"title\" dir=\"auto\"\(lang(report))>\(marked.titles[report.id] ?? HTML("\($0.text)"))</p>"
      } ?? .empty
    var facts: [HTML] = []
    facts.append(report.published.map { "<time>\(Wording.time($0.value))</time>" } ?? "no date")
    if let byline = report.byline { facts.append("<span dir=\"auto\">by \(byline.text)</span>") }
    let credits = report.credits.map { "\($0.agency) (\(Wording.credit($0.kind)))" }
    if !credits.isEmpty { facts.append("\(view.unique(credits).joined(separator: ", "))") }
    let summary: HTML =
      "<summary><span class=\"big\">\(report.id)</span> <span class=\"outlet\" dir=\"auto\">\(view.publisher(report.id))</span></summary>"
    return """
      <details class="report" id="\(prefix)report-\(id)"\(open ? " open" : HTML.empty)>\(summary)\
      <div class="meta"><p>\(facts.joined(" · "))</p><p class="source">\(source(report.source))</p></div>\
      \(title)<div class="text"\(lang(report))>\(passages(report))</div></details>
      """
  }

  private func lang(_ report: Dossier.Report) -> HTML {
    report.language.map { $0.isEmpty ? .empty : " lang=\"\($0)\"" } ?? .empty
  }

  /// A link only where it can be nothing worse.
  private func source(_ source: String) -> HTML {
    let lower = source.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return "\(source)" }
    return "<a href=\"\(source)\" rel=\"noopener noreferrer external\">\(source)</a>"
  }

  private func passages(_ report: Dossier.Report) -> HTML {
    if !report.body.isEmpty { return marked.bodies[report.id] ?? .empty }
    let note: HTML = "<p class=\"none\">No article was found in this page.</p>"
    guard let original = texts[report.id], !original.isEmpty else { return note }
    return "\(note)\(folded("The page as it came", "<pre dir=\"auto\">\(String(original.prefix(40_000)))</pre>"))"
  }

  var caveats: HTML {
    guard !dossier.caveats.isEmpty else { return .empty }
    let items = dossier.caveats.html { caveat in
      "<li>\(caveat.report.map(siglum) ?? .empty) <span>\(caveat.note)</span> <small>\(Wording.caveat(caveat.kind))</small></li>"
    }
    return "<ul class=\"caveats\">\(items)</ul>"
  }

  var reading: HTML {
    """
    <section id="\(prefix)reading" class="reading" aria-labelledby="\(prefix)reading-h">\(heading(1, "How to read this", id: "reading-h"))
    <p><b>Publishers</b> printed the story. <b>Lines</b> reached the matter without each other: a text copied or rewritten from an agency adds none. <b>Origins</b> are what the lines rest on: a speech, a document, a witness, a line’s own reporting. Forty papers with one dispatch are forty publishers, one line, and as many origins as the dispatch has.</p>
    <p>A <b>range</b> such as 3–4 is what the evidence allows; hollow signs may or may not be there. <b>Undecided</b> means that the texts do not tell, never zero. A <b>lost</b> text is one nobody gave us, inferred from what its descendants share.</p>
    <p>Reports are called A, B, C … in order of time. <b>Same words</b>, <b>reworded</b> and <b>changed</b> compare a report with the wording nearest the origin, which stands first. Words struck through are in that wording and not in the report; words underlined are the report’s own. Nothing here says what is true: only who says it, and on what it rests.</p>
    </section>
    """
  }
}
