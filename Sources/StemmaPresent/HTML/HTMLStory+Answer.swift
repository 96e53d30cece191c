import StemmaModel

extension HTMLStory {
  /// The story's title, the answer in a sentence, and the three counts.
  var answer: HTML {
    let headline = Headline(view)
    let dates: HTML = view.dates.map { "<p class=\"dates\">\($0)</p>" } ?? .empty
    let summary = dossier.summary
    let sentence: HTML = """
      \(headline.reports.capitalizedFirst). <strong>\(headline.lines.count.capitalizedFirst)</strong>\(names(headline.lines)) \
      <strong>\(headline.origins.count.capitalizedFirst)</strong>\(names(headline.origins))
      """
    let arrow: HTML = "<li class=\"arrow\" aria-hidden=\"true\">→</li>"
    let exact = { (count: Int) in Dossier.Range(least: count, best: count, most: count) }
    return """
      <header class="answer">
      <p class="brand">Stemma</p>
      \(dates)
      \(heading(0, "<span dir=\"auto\">\(dossier.story.title)</span>"))
      <p class="lede">\(sentence)</p>
      <ol class="counts" aria-label="Publishers, lines and origins">
      \(count(exact(summary.publishers), "publisher", "who printed it", "pub"))\(arrow)\
      \(count(summary.lines, "line", "who reached it without the others", "line"))\(arrow)\
      \(count(summary.origins, "origin", "what they rest on", "orig"))
      </ol>
      </header>
      """
  }

  private func names(_ part: Headline.Part) -> HTML {
    guard let names = part.names else { return "." }
    return ": \(names)\(names.hasSuffix("…") ? "" : ".")"
  }

  /// A numeral with as many signs; a hollow sign may or may not be there.
  private func count(_ range: Dossier.Range?, _ noun: String, _ meaning: String, _ form: HTML) -> HTML {
    guard let range else {
      return "<li class=\"count \(form)\"><b>?</b><span>\(noun)s</span><em>undecided: the texts do not tell</em></li>"
    }
    let most = 30
    let solid = String(repeating: "<i></i>", count: min(range.least, most))
    let open = String(repeating: "<i class=\"open\"></i>", count: max(0, min(range.most, most) - range.least))
    let rest: HTML = range.most > most ? "<u>+\(range.most - most)</u>" : .empty
    let likely: HTML = range.least < range.most ? "<em>most likely \(range.best)</em>" : .empty
    let plural = range.least == 1 && range.most == 1 ? noun : noun + "s"
    return """
      <li class="count \(form)"><b>\(Wording.range(range))</b><span>\(plural)</span><small>\(meaning)</small>\
      <div class="signs" aria-hidden="true">\(HTML(trusted: solid + open))\(rest)</div>\(likely)</li>
      """
  }

  /// The drawing, its key, the same in words with the evidence, and what is left open.
  var tree: HTML {
    guard !dossier.stemma.nodes.isEmpty else { return .empty }
    let open = dossier.stemma.undecided.html { item in
      "<li>\(sigla(item.reports)) <b>Undecided:</b> \(item.question)\(item.note.map { HTML(" <span class=\"soft\">(\($0))</span>") } ?? .empty)</li>"
    }
    let undecided: HTML = open.text.isEmpty ? .empty : "<ul class=\"open-questions\">\(open)</ul>"
    return """
      <div class="scroll drawing" tabindex="0" role="region" aria-label="Drawing of the tree">\(StemmaDrawing(view, prefix: prefix).svg)</div>
      <ul class="key" aria-label="Key to the drawing">
      <li><svg width="34" height="18" aria-hidden="true"><rect class="k-report" x="1" y="1" width="32" height="16" rx="2"/></svg> a report</li>
      <li><svg width="34" height="18" aria-hidden="true"><ellipse class="k-lost" cx="17" cy="9" rx="16" ry="8"/></svg> a lost text, inferred</li>
      <li><svg width="34" height="22" aria-hidden="true"><path class="k-origin" d="M4 1H30Q33 1 33 4V12Q33 15 30 15H20L17 20L14 15H4Q1 15 1 12V4Q1 1 4 1Z"/></svg> an origin</li>
      \(["copied", "rewritten", "translated", "drewOn"].html { kind in "<li><svg class=\"stemma\" width=\"34\" height=\"12\" aria-hidden=\"true\"><g class=\"edge \(kind)\"><path d=\"M1 6H33\"/></g></svg> \(Wording.edge(kind))</li>" })
      </ul>
      \(undecided)
      <div id="\(prefix)why">\(folded("The same in words, with the evidence", evidence))</div>
      """
  }

  private var evidence: HTML {
    let roots = view.descent.lines.prefix(400).html { root in
      "<li>\(node(root)) <span class=\"soft\">— reached the matter without the others</span></li>"
    }
    let edges = dossier.stemma.edges.prefix(400).html { edge in
      let grounds = edge.evidence.html { item in
        """
        <li class="\(item.weight < 0 ? "against" : "for")"><b>\(Wording.evidence(item.kind))</b> \
        <span class="soft">\(item.weight < 0 ? "−" : "+")\(abs(item.weight))</span> \(item.note)\
        \(item.spans.prefix(4).html { span in " \(siglum(span.report)) \(quoted(clipped(span.shown)))" })</li>
        """
      }
      return
        "<li>\(node(edge.to)) \(Wording.edge(edge.kind))\(edge.kind == "drewOn" ? "" : " from") \(node(edge.from)), \(edge.byHand == true ? "decided by hand" : "\(Wording.percent(edge.confidence)) sure")<ul>\(grounds)</ul></li>"
    }
    let named = dossier.stemma.nodes.filter { $0.kind == .lost && !($0.labelEvidence ?? []).isEmpty }.html { lost in
      "<li>\(node(lost.id)) is named after \((lost.labelEvidence ?? []).prefix(6).map { span in HTML("\(siglum(span.report)) \(quoted(clipped(span.shown)))") }.joined(", "))</li>"
    }
    return
      "<ul class=\"evidence\">\(roots)\(edges)\(named)</ul><p class=\"soft\">Weights are log-odds: each whole step makes the case about three times as strong.</p>"
  }

  func node(_ id: String) -> HTML {
    if view.isLost(id) { return "<span class=\"lost\">\(view.label(ofNode: id)) <small>lost</small></span>" }
    return "\(siglum(id)) <span dir=\"auto\">\(view.publisher(id))</span>"
  }

  func clipped(_ text: String) -> String {
    text.count > 240 ? text.prefix(239) + "…" : text
  }
}

extension HTML {
  init(_ value: HTML) { self = value }
}
