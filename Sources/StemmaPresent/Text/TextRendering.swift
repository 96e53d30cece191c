package import StemmaModel

/// The dossier for a terminal: the answer first, then what it rests on.
package enum TextRendering {
  /// - Returns: lines no longer than the style's width, each with its newline.
  package static func render(_ dossier: Dossier, style: TextStyle) -> String {
    var sheet = TextSheet(view: DossierView(dossier), canvas: TextCanvas(style: style))
    sheet.answer()
    sheet.reports()
    sheet.stemma()
    sheet.claims()
    sheet.divergences()
    sheet.quotes()
    sheet.figures()
    sheet.caveats()
    sheet.foot()
    return sheet.canvas.text
  }

  /// Several stories, one after the other, under what they are.
  package static func render(_ dossiers: [Dossier], style: TextStyle) -> String {
    if dossiers.count == 1 { return render(dossiers[0], style: style) }
    var canvas = TextCanvas(style: style)
    canvas.paragraph(Wording.count(dossiers.count, "story", plural: "stories").capitalizedFirst, .answer)
    for (at, dossier) in dossiers.enumerated() {
      canvas.paragraph(
        [.init(dossier.story.title, .strong), .init(" " + Headline(dossier).sentence)], first: [.init("\(at + 1). ")])
    }
    let rule = String(repeating: style.unicode ? "═" : "=", count: style.width)
    return canvas.text + dossiers.map { "\n\(rule)\n" + render($0, style: style) }.joined()
  }
}

/// One dossier being written: each section of it in a file of its own.
struct TextSheet {
  let view: DossierView
  var canvas: TextCanvas
  /// Whether something was left out that another format shows.
  var cut = false

  var style: TextStyle { canvas.style }
  var dossier: Dossier { view.dossier }

  mutating func answer() {
    canvas.paragraph(dossier.story.title, .strong)
    if let dates = view.dates { canvas.paragraph(dates, .faint) }
    canvas.blank()
    canvas.paragraph(plain(Headline(view).sentence), .answer)
    let open = [("lines", dossier.summary.lines), ("origins", dossier.summary.origins)].compactMap { name, range in
      range.flatMap { $0.least < $0.most ? "\(name) (\(Wording.fullRange($0)))" : nil }
    }
    if !open.isEmpty { canvas.paragraph(plain("The evidence leaves open how many \(Wording.list(open)).")) }
    if dossier.summary.lines == nil, dossier.summary.reports > 0 {
      canvas.paragraph("Undecided: the texts do not show how many reached the matter without each other.")
    }
  }

  mutating func reports() {
    guard !dossier.reports.isEmpty else { return }
    canvas.heading("Reports")
    let shown = shownCount(dossier.reports.count, top: 20)
    let list = dossier.reports.prefix(shown)
    let names = list.map { view.publisher($0.id) }
    let letters = (list.map(\.id.count).max() ?? 1) + 2
    let days = list.map { $0.published.map { Wording.time($0.value) } ?? "no date" }
    let name = min(30, (names.map { DisplayWidth.of($0) }.max() ?? 0) + 2)
    let day = min(25, (days.map(\.count).max() ?? 0) + 2)
    for (at, report) in list.enumerated() {
      canvas.row([
        (report.id, .strong, letters), (names[at], .plain, name), (days[at], .faint, day), (credits(report), .plain, 0),
      ])
      if let title = report.title?.text { canvas.row([(title, .faint, 0)], indent: letters) }
    }
    more(dossier.reports.count - shown, "report")
  }

  private func credits(_ report: Dossier.Report) -> String {
    var kinds: [(agency: String, kinds: [String])] = []
    for credit in report.credits {
      let kind = Wording.credit(credit.kind)
      if let at = kinds.firstIndex(where: { $0.agency == credit.agency }) {
        if !kinds[at].kinds.contains(kind) { kinds[at].kinds.append(kind) }
      } else {
        kinds.append((credit.agency, [kind]))
      }
    }
    if kinds.isEmpty { return report.byline.map { "by \($0.text)" } ?? "no credit" }
    return kinds.map { "\($0.agency) (\($0.kinds.joined(separator: ", ")))" }.joined(separator: ", ")
  }

  mutating func caveats() {
    guard !dossier.caveats.isEmpty else { return }
    canvas.heading("Caveats")
    let shown = shownCount(dossier.caveats.count, top: 10)
    for caveat in dossier.caveats.prefix(shown) {
      canvas.paragraph(caveat.note, first: [.init(caveat.report.map { "\($0)  " } ?? "   ", .strong)])
    }
    more(dossier.caveats.count - shown, "caveat")
  }

  mutating func foot() {
    canvas.blank()
    if cut { canvas.paragraph("--format html or json shows all.", .faint) }
    canvas.paragraph(
      plain(
        "A line is a root of the tree: somebody who reached the matter without the others. An origin is what lines rest on: a speech, a document, a witness."
      ),
      .faint)
  }

  // MARK: Shared by the sections

  func shownCount(_ count: Int, top: Int) -> Int { style.full ? count : min(count, top) }

  mutating func more(_ count: Int, _ noun: String) {
    guard count > 0 else { return }
    cut = true
    canvas.paragraph(plain("… \(Wording.number(count)) more \(count == 1 ? noun : noun + "s")"), .faint)
  }

  /// Our own words in what the terminal can show.
  func plain(_ text: String) -> String { style.unicode ? text : Self.ascii(text) }

  /// Without the marks that an old terminal lacks.
  static func ascii(_ text: String) -> String {
    text.reduce(into: "") { text, character in
      switch character {
      case "–": text += "-"
      case "—": text += "--"
      case "…": text += "..."
      case "“", "”": text += "\""
      case "‘", "’": text += "'"
      case "·": text += "|"
      case "→": text += "->"
      case "−": text += "-"
      default: text.append(character)
      }
    }
  }

  func mark(_ presence: Presence) -> String {
    switch presence {
    case .verbatim: style.unicode ? "●" : "="
    case .paraphrase: style.unicode ? "○" : "~"
    case .altered: style.unicode ? "◐" : "!"
    case .absent: style.unicode ? "·" : "."
    case .unsettled: "?"
    }
  }

  func ink(_ presence: Presence) -> TextCanvas.Ink {
    switch presence {
    case .altered: .rubric
    case .absent, .unsettled: .faint
    case .verbatim, .paraphrase: .plain
    }
  }

  func quoted(_ text: String) -> String {
    let inner = text.trimmingQuotes
    if inner.beginsOrEndsQuoted { return inner }
    return style.unicode ? "“\(inner)”" : "\"\(inner)\""
  }
}
