import StemmaModel

/// One story of the page; each section of it in a file of its own.
struct HTMLStory {
  let view: DossierView
  let texts: [String: String]
  /// The reports' texts with their marks, ready for the page.
  let marked: MarkedTexts
  /// Stands before every anchor, so that stories on one page do not meet.
  let prefix: String
  /// The level of the story's own heading.
  let level: Int

  var dossier: Dossier { view.dossier }

  init(_ dossier: Dossier, texts: [HTMLPage.ReportText], prefix: String, level: Int) {
    view = DossierView(dossier)
    self.texts = Dictionary(texts.map { ($0.id, $0.original) }) { first, _ in first }
    marked = MarkedTexts(dossier, prefix: prefix)
    self.prefix = prefix
    self.level = level
  }

  var article: HTML {
    let parts: [(id: String, title: String, note: String, body: HTML)] = [
      ("tree", "Who drew on whom", "", tree),
      ("claims", "What is claimed", dossier.claims.isEmpty ? "" : Wording.count(dossier.claims.count, "claim"), claims),
      ("differences", "Where they differ", tally, differences),
      (
        "quotes", "Who is quoted", dossier.quotes.isEmpty ? "" : Wording.count(dossier.quotes.count, "quotation"),
        quotes
      ),
      ("figures", "The figures", "", figures),
      (
        "origins", "What it rests on", dossier.origins.isEmpty ? "" : Wording.count(dossier.origins.count, "origin"),
        origins
      ),
      ("reports", "The reports side by side", Wording.count(dossier.reports.count, "report"), reports),
      ("caveats", "Caveats", "", caveats),
    ]
    let shown = parts.filter { !$0.body.text.isEmpty }
    let links = (shown.map { ($0.id, $0.title) } + [("reading", "How to read this")]).html { id, title in
      "<li><a href=\"#\(prefix)\(id)\">\(title)</a></li>"
    }
    let sections = shown.html { part in
      let note: HTML = part.note.isEmpty ? .empty : " <small>\(part.note)</small>"
      return
        "<section id=\"\(prefix)\(part.id)\" aria-labelledby=\"\(prefix)\(part.id)-h\">\(heading(1, "\(part.title)\(note)", id: part.id + "-h"))\(part.body)</section>\n"
    }
    return """
      <article class="story" data-prefix="\(prefix)">
      \(answer)
      <nav aria-label="Sections of this story"><ul>\(links)</ul></nav>
      \(sections)
      \(reading)
      <footer>\(dossier.generator.name) \(dossier.generator.version) · \(dossier.schema) · story \(dossier.story.id)</footer>
      </article>
      """
  }

  // MARK: Shared by the sections

  /// A heading so many levels below the story's own.
  func heading(_ below: Int, _ title: HTML, id: String? = nil) -> HTML {
    let anchor: HTML = id.map { " id=\"\(prefix)\($0)\"" } ?? .empty
    let rank = min(6, level + below)
    return "<h\(rank)\(anchor)>\(title)</h\(rank)>"
  }

  /// A siglum that leads to its report.
  func siglum(_ id: String) -> HTML {
    "<a class=\"sig\" href=\"#\(prefix)report-\(HTML.token(id))\" title=\"\(view.publisher(id))\">\(id)</a>"
  }

  func sigla(_ ids: [String], limit: Int = 40) -> HTML {
    let shown = ids.prefix(limit).map(siglum).joined(" ")
    return ids.count > limit ? "\(shown) <span class=\"soft\">and \(ids.count - limit) more</span>" : shown
  }

  /// The mark for how a report has a claim, with its meaning for those who cannot see it.
  func mark(_ presence: Presence) -> HTML {
    let form: HTML
    switch presence {
    case .verbatim: form = "v"
    case .paraphrase: form = "p"
    case .altered: form = "a"
    case .absent: form = "n"
    case .unsettled: form = "u"
    }
    return "<i class=\"m \(form)\" aria-hidden=\"true\"></i>"
  }

  func quoted(_ text: String) -> HTML {
    let inner = text.trimmingQuotes
    return inner.beginsOrEndsQuoted ? "<span dir=\"auto\">\(inner)</span>" : "<q dir=\"auto\">\(inner)</q>"
  }

  func folded(_ title: HTML, _ body: HTML, open: Bool = false) -> HTML {
    "<details class=\"more\"\(open ? " open" : HTML.empty)><summary>\(title)</summary>\(body)</details>"
  }

  var tally: String {
    view.divergencesBySeverity.map { "\($0.items.count) \(Wording.severity($0.severity).lowercased())" }.joined(
      separator: ", ")
  }
}
