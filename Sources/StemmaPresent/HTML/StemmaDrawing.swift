import StemmaModel

/// The stemma as SVG: origins as tags, lost nodes as dashed ellipses, reports as boxes, descent as lines between them.
struct StemmaDrawing {
  private let view: DossierView
  private let layout: StemmaLayout
  private let prefix: String

  init(_ view: DossierView, prefix: String) {
    self.view = view
    self.prefix = prefix
    layout = StemmaLayout(view)
  }

  var svg: HTML {
    let least = Int(min(layout.width, 620))
    var body = HTML.empty
    for origin in layout.origins { body += originLinks(origin) }
    for link in layout.links { body += self.link(link, second: false) }
    for node in view.dossier.stemma.nodes {
      for edge in view.descent.seconds[node.id] ?? [] {
        body += link(
          .init(edge),
          second: true)
      }
    }
    for id in layout.order { body += box(id) }
    return """
      <svg class="stemma" viewBox="0 0 \(layout.width) \(layout.height)" width="\(layout.width)" height="\(layout.height)" \
      style="min-width:\(least)px" role="group" aria-label="The tree of reports; the same in words below">\(body)</svg>
      """
  }

  private func link(_ edge: StemmaLayout.Link, second: Bool) -> HTML {
    guard let from = layout.boxes[edge.from], let to = layout.boxes[edge.to] else { return .empty }
    let known = ["copied", "rewritten", "translated", "drewOn"].contains(edge.kind) ? edge.kind : "rewritten"
    let kind = second ? "drewOn" : known
    let (low, high) = (Wording.percent(edge.confidence.lowerBound), Wording.percent(edge.confidence.upperBound))
    let sureness = edge.isByHand ? "by hand" : low == high ? high : "\(low.dropLast())–\(high)"
    let label = "\(Wording.edge(edge.kind)) \(sureness)"
    // The range of a bundle is in its tip: on the line there is no room for it.
    let short = layout.bundles[edge.to] == nil ? label : Wording.edge(edge.kind)
    let child = layout.bundles[edge.to].map { Wording.count($0.count, "report") } ?? edge.to
    let at: (x: Double, y: Double, anchor: HTML)
    if layout.sideways {
      at = (to.x - 8, to.midY - 5, "end")
    } else {
      at = (to.midX + (second ? 30 : 0), to.y - 13, "middle")
    }
    let opacity = 0.45 + 0.55 * min(1, max(0, edge.confidence.upperBound))
    let words: HTML =
      second ? .empty : "<text class=\"el\" x=\"\(at.x)\" y=\"\(at.y)\" text-anchor=\"\(at.anchor)\">\(short)</text>"
    return """
      <g class="edge \(HTML(trusted: kind))" data-from="\(HTML.token(edge.from))" data-to="\(HTML.token(edge.to))">\
      <path d="\(path(from, to, aside: second))" style="opacity:\(HTML(trusted: "\((opacity * 100).rounded() / 100)"))"/>\
      <title>\(edge.from) → \(child): \(label)</title>\(words)</g>
      """
  }

  private func originLinks(_ origin: Dossier.Origin) -> HTML {
    guard let from = layout.boxes[StemmaLayout.key(origin)] else { return .empty }
    // A line inside the tree would be crossed out by its way there; the list of origins names it.
    let roots = origin.lines.filter(view.descent.roots.contains)
    return (roots.isEmpty ? origin.lines : roots).compactMap { line in layout.boxes[line].map { (line, $0) } }.html {
      line, to in
      """
      <g class="edge rests" data-from="o\(HTML.token(origin.id))" data-to="\(HTML.token(line))"><path d="\(path(from, to, aside: false))"/></g>
      """
    }
  }

  /// From the far side of the parent to the near side of the child; a second parent's line swings aside.
  private func path(_ from: StemmaLayout.Box, _ to: StemmaLayout.Box, aside: Bool) -> HTML {
    if layout.sideways {
      let (x1, y1, x2, y2) = (from.x + from.width, from.midY + (aside ? 6 : 0), to.x, to.midY + (aside ? 6 : 0))
      if x2 <= x1 { return "M\(x1) \(y1)C\(x1 + 60) \(y1) \(x1 + 60) \(y2) \(to.x + to.width) \(y2)" }
      let bend = x1 + (x2 - x1) * 0.35
      return "M\(x1) \(y1)C\(bend) \(y1) \(x1) \(y2) \(bend + 20) \(y2)L\(x2) \(y2)"
    }
    let shift = aside ? 30.0 : 0
    let (x1, y1, x2, y2) = (from.midX + shift, from.y + from.height, to.midX + shift, to.y)
    if y2 <= y1 {
      // Of the same layer, or from below: round the outside.
      let (side, other) = from.midX < to.midX ? (from.x + from.width, to.x) : (from.x, to.x + to.width)
      return
        "M\(side) \(from.midY)C\((side + other) / 2) \(from.midY + 46) \((side + other) / 2) \(to.midY + 46) \(other) \(to.midY)"
    }
    let bend = (y1 + y2) / 2 - 8
    return "M\(x1) \(y1)C\(x1) \(bend) \(x2) \(y1) \(x2) \(bend + 8)L\(x2) \(y2)"
  }

  private func box(_ id: String) -> HTML {
    guard let box = layout.boxes[id] else { return .empty }
    switch box.kind {
    case .report: return report(box)
    case .lost: return lost(box)
    case .bundle: return bundle(box)
    case .origin: return layout.origins.first { StemmaLayout.key($0) == id }.map { origin($0, box) } ?? .empty
    case .rest:
      return
        "<a class=\"node rest\" href=\"#\(prefix)origins\"><rect x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(box.width)\" height=\"\(box.height)\" rx=\"6\"/>\(lines(["+\(layout.originsLeftOut) more"], x: box.midX, y: box.midY, leading: 14))</a>"
    }
  }

  private func report(_ box: StemmaLayout.Box) -> HTML {
    let outlet = view.publisher(box.id)
    let letters = Double(box.id.count) * 13.5 + 9
    let room = Int((box.width - letters - 16) / 7.3)
    let shown = layout.sideways ? [Self.cut(outlet, to: room)] : Self.wrap(outlet, to: room, lines: 3)
    let first = box.midY - Double(shown.count - 1) * 6.5 + 4
    let text = shown.enumerated().html { at, line in
      "<text class=\"outlet\" x=\"\(box.x + letters + 6)\" y=\"\(first + Double(at) * 13)\">\(line)</text>"
    }
    return """
      <a class="node report" href="#\(prefix)report-\(HTML.token(box.id))" data-node="\(HTML.token(box.id))" aria-label="Report \(box.id), \(outlet)">\
      <rect x="\(box.x)" y="\(box.y)" width="\(box.width)" height="\(box.height)" rx="2"/>\
      <text class="siglum" x="\(box.x + 10)" y="\(box.midY + 6)">\(box.id)</text>\(text)<title>\(box.id): \(outlet)</title></a>
      """
  }

  /// Many reports that came the same way, under their sigla.
  private func bundle(_ box: StemmaLayout.Box) -> HTML {
    let ids = layout.bundles[box.id] ?? []
    let alone = box.id == "bundle:alone"
    let count = "\(Wording.count(ids.count, "report"))\(alone ? ", each by itself" : "")"
    let runs = Wording.runs(ids, order: view.place)
    let room = Int((box.width - 20) / 6.3)
    let some = Self.cut(runs.joined(separator: ", "), to: room)
    return """
      <a class="node bundle" href="#\(prefix)reports" data-node="\(HTML.token(box.id))" aria-label="\(count): \(runs.joined(separator: ", "))">\
      <rect x="\(box.x + 6)" y="\(box.y - 4)" width="\(box.width - 6)" height="\(box.height - 2)" rx="2"/>\
      <rect x="\(box.x + 3)" y="\(box.y - 1)" width="\(box.width - 6)" height="\(box.height - 2)" rx="2"/>\
      <rect x="\(box.x)" y="\(box.y + 2)" width="\(box.width - 6)" height="\(box.height - 2)" rx="2"/>\
      <text class="siglum" x="\(box.x + 10)" y="\(box.midY)">\(count)</text>\
      <text x="\(box.x + 10)" y="\(box.midY + 14)">\(some)</text><title>\(runs.prefix(200).joined(separator: ", "))</title></a>
      """
  }

  private func lost(_ box: StemmaLayout.Box) -> HTML {
    let label = view.label(ofNode: box.id)
    let shown = Self.wrap(label, to: Int((box.width - 30) / 6.1), lines: layout.sideways ? 2 : 3)
    return """
      <a class="node lost\(layout.sideways ? " side" : HTML.empty)" href="#\(prefix)why" data-node="\(HTML.token(box.id))" aria-label="Lost: \(label)">\
      <ellipse cx="\(box.midX)" cy="\(box.midY)" rx="\(box.width / 2)" ry="\(box.height / 2)"/>\
      \(lines(shown, x: box.midX, y: box.midY - (layout.sideways ? 1 : 0), leading: layout.sideways ? 12 : 13))<title>Lost, inferred: \(label)</title></a>
      """
  }

  private func origin(_ origin: Dossier.Origin, _ box: StemmaLayout.Box) -> HTML {
    let label = Wording.origin(origin)
    let shown = Self.wrap(label, to: Int((box.width - 14) / 6.3), lines: layout.sideways ? 2 : 3)
    let (x, y, w, h) = (box.x, box.y, box.width, box.height)
    // A speech has a tail, a document a folded corner; the rest are plain tags.
    let shape: HTML
    switch origin.kind {
    case "speech":
      shape =
        layout.sideways
        ? "<path d=\"M\(x + 8) \(y)H\(x + w - 8)Q\(x + w) \(y) \(x + w) \(y + 8)V\(y + h / 2 - 5)L\(x + w + 6) \(y + h / 2)L\(x + w) \(y + h / 2 + 5)V\(y + h - 8)Q\(x + w) \(y + h) \(x + w - 8) \(y + h)H\(x + 8)Q\(x) \(y + h) \(x) \(y + h - 8)V\(y + 8)Q\(x) \(y) \(x + 8) \(y)Z\"/>"
        : "<path d=\"M\(x + 8) \(y)H\(x + w - 8)Q\(x + w) \(y) \(x + w) \(y + 8)V\(y + h - 8)Q\(x + w) \(y + h) \(x + w - 8) \(y + h)H\(x + w / 2 + 6)L\(x + w / 2) \(y + h + 7)L\(x + w / 2 - 6) \(y + h)H\(x + 8)Q\(x) \(y + h) \(x) \(y + h - 8)V\(y + 8)Q\(x) \(y) \(x + 8) \(y)Z\"/>"
    case "document":
      shape =
        "<path d=\"M\(x) \(y)H\(x + w - 12)L\(x + w) \(y + 12)V\(y + h)H\(x)Z\"/><path class=\"fold\" d=\"M\(x + w - 12) \(y)V\(y + 12)H\(x + w)\"/>"
    default: shape = "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(w)\" height=\"\(h)\" rx=\"14\"/>"
    }
    return """
      <a class="node origin" href="#\(prefix)origin-\(HTML.token(origin.id))" data-node="o\(HTML.token(origin.id))" aria-label="Origin: \(label)">\
      \(shape)\(lines(shown, x: box.midX, y: box.midY, leading: 13))<title>\(label) (\(Wording.origin(origin.kind)))</title></a>
      """
  }

  private func lines(_ lines: [String], x: Double, y: Double, leading: Double) -> HTML {
    let first = y - Double(lines.count - 1) * leading / 2 + 4
    return lines.enumerated().html { at, line in
      "<text x=\"\(x)\" y=\"\(first + Double(at) * leading)\" text-anchor=\"middle\">\(line)</text>"
    }
  }

  /// Wraps at words, the last line cut if there is more; widths are in columns, which suits any script.
  static func wrap(_ text: String, to room: Int, lines: Int) -> [String] {
    var result: [String] = []
    var line = ""
    var rest = text.split(separator: " ").map(String.init)[...]
    while let word = rest.popFirst() {
      let longer = line.isEmpty ? word : line + " " + word
      if DisplayWidth.of(longer) <= room { line = longer; continue }
      if result.count == lines - 1 {
        result.append(cut(([longer] + rest).joined(separator: " "), to: room))
        return result
      }
      if line.isEmpty {
        let head = prefix(word, columns: room)
        result.append(head)
        rest = [String(word.dropFirst(head.count))] + rest
      } else {
        result.append(line)
        line = ""
        rest = [word] + rest
      }
    }
    if !line.isEmpty || result.isEmpty { result.append(line) }
    return result
  }

  static func cut(_ text: String, to room: Int) -> String {
    guard DisplayWidth.of(text) > room else { return text }
    var head = prefix(text, columns: room - 1)
    while head.last == " " || head.last == "," { head.removeLast() }
    return head + "…"
  }

  /// At least one character, or wrapping would not end.
  private static func prefix(_ text: String, columns: Int) -> String {
    var used = 0
    var head = ""
    for character in text {
      used += DisplayWidth.of(character)
      if used > columns, !head.isEmpty { break }
      head.append(character)
    }
    return head
  }
}
