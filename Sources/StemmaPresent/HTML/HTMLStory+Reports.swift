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
    let title: HTML = report.title.map { "<p class=\"title\" dir=\"auto\"\(lang(report))>\(marked($0.span.shown == $0.text ? $0.span : spanned($0)))</p>" } ?? .empty
    var facts: [HTML] = []
    facts.append(report.published.map { "<time>\(Wording.time($0.value))</time>" } ?? "no date")
    if let byline = report.byline { facts.append("<span dir=\"auto\">by \(byline.text)</span>") }
    let credits = report.credits.map { "\($0.agency) (\(Wording.credit($0.kind)))" }
    if !credits.isEmpty { facts.append("\(view.unique(credits).joined(separator: ", "))") }
    let summary: HTML = "<summary><span class=\"big\">\(report.id)</span> <span class=\"outlet\" dir=\"auto\">\(view.publisher(report.id))</span></summary>"
    return """
      <details class="report" id="\(prefix)report-\(id)"\(open ? " open" : HTML.empty)>\(summary)\
      <div class="meta"><p>\(facts.joined(" · "))</p><p class="source">\(source(report.source))</p></div>\
      \(title)<div class="text"\(lang(report))>\(passages(report))</div></details>
      """
  }

  private func lang(_ report: Dossier.Report) -> HTML {
    report.language.map { $0.isEmpty ? .empty : " lang=\"\($0)\"" } ?? .empty
  }

  /// A title that was tidied is shown tidied, and its marks looked for in that.
  private func spanned(_ title: Dossier.Title) -> Dossier.Span {
    var span = title.span
    span.text = title.text
    return span
  }

  /// A link only where it can be nothing worse.
  private func source(_ source: String) -> HTML {
    let lower = source.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return "\(source)" }
    return "<a href=\"\(source)\" rel=\"noopener noreferrer external\">\(source)</a>"
  }

  /// Body and furniture in the order of the original; menus and the like greyed and folded.
  private func passages(_ report: Dossier.Report) -> HTML {
    var items: [(start: Int, order: Int, kind: String?, span: Dossier.Span)] = []
    for span in report.body { items.append((span.start ?? .max, items.count, nil, span)) }
    for item in report.furniture { items.append((item.span.start ?? .max, items.count, item.kind, item.span)) }
    if report.body.isEmpty {
      let note: HTML = "<p class=\"none\">No article was found in this page.</p>"
      guard let original = texts[report.id], !original.isEmpty else { return note }
      return "\(note)\(folded("The page as it came", "<pre dir=\"auto\">\(String(original.prefix(40_000)))</pre>"))"
    }
    items.sort { ($0.start, $0.order) < ($1.start, $1.order) }
    var seen: Set<String> = []
    var result = HTML.empty
    var aside: [(kind: String, body: HTML)] = []
    func flush() {
      guard !aside.isEmpty else { return }
      let kinds = view.unique(aside.map { Wording.furniture($0.kind) }).joined(separator: ", ")
      result += "<details class=\"furniture\"><summary>\(kinds)</summary>\(aside.html { HTML("<p dir=\"auto\">\($0.body)</p>") })</details>"
      aside = []
    }
    for item in items {
      let body = marked(item.span, seen: &seen, report: report.id)
      if let kind = item.kind {
        aside.append((kind, body))
      } else {
        flush()
        result += "<p dir=\"auto\">\(body)</p>"
      }
    }
    flush()
    return result
  }

  private func marked(_ span: Dossier.Span) -> HTML {
    var seen: Set<String> = []
    return marked(span, seen: &seen, report: "", anchors: false)
  }

  /// The passage, each piece a link to what it is a witness of.
  private func marked(_ span: Dossier.Span, seen: inout Set<String>, report: String, anchors: Bool = true) -> HTML {
    marks.segments(of: span).html { segment in
      guard let first = segment.marks.first(where: { $0.kind == .claim }) ?? segment.marks.first else { return "\(segment.text)" }
      var anchor = HTML.empty
      if anchors {
        for mark in segment.marks where mark.kind == .claim && seen.insert(mark.id).inserted {
          anchor += "<i class=\"at\" id=\"\(prefix)in-\(HTML.token(report))-\(HTML.token(mark.id))\"></i>"
        }
      }
      let kinds = [PassageMarks.Kind.claim, .quote, .figure, .difference].filter { kind in segment.marks.contains { $0.kind == kind } }
      let altered = segment.marks.contains { $0.altered && ($0.kind == .claim || $0.kind == .difference) }
      let classes = kinds.map(\.rawValue).joined(separator: " ") + (altered ? " x" : "")
      let ids = view.unique(segment.marks.map { HTML.token($0.id) }).joined(separator: " ")
      let target = ["c": "claim", "q": "quote", "f": "figure", "d": "difference"][first.kind.rawValue]!
      return "\(anchor)<a class=\"s \(classes)\" href=\"#\(prefix)\(target)-\(HTML.token(first.id))\" data-ids=\"\(ids)\">\(segment.text)</a>"
    }
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
