import StemmaModel

extension HTMLStory {
  /// What changed on the way, as cards, the serious first.
  var differences: HTML {
    let groups = view.divergencesBySeverity
    return groups.html { severity, items in
      let cards: HTML = "<div class=\"cards\">\(items.html(card))</div>"
      let title: HTML = "\(Wording.severity(severity)) <small>\(items.count)</small>"
      if severity == "high" || items.count <= 8 && severity == "medium" { return "\(heading(2, title))\(cards)" }
      return folded(
        "<b>\(Wording.severity(severity))</b> <small>\(items.count)</small>", cards,
        open: severity == "medium" && items.count <= 24)
    }
  }

  private func card(_ item: Dossier.Divergence) -> HTML {
    let severe: HTML = item.severity == "high" ? "high" : item.severity == "medium" ? "medium" : "low"
    let against: HTML =
      item.against.isEmpty ? .empty : " <span class=\"soft\">against</span> \(sigla(item.against, limit: 12))"
    let claim: HTML =
      item.claim.map { "<p class=\"to\"><a href=\"#\(prefix)claim-\(HTML.token($0))\">Claim \($0)</a></p>" } ?? .empty
    let base = item.spans.filter { item.against.contains($0.report) }
    let other = item.spans.filter { !item.against.contains($0.report) }
    let left: HTML = base.isEmpty ? .empty : "<div>\(base.prefix(8).html { passage($0, differs: false) })</div>"
    let right: HTML = other.isEmpty ? .empty : "<div>\(other.prefix(8).html { passage($0, differs: true) })</div>"
    let rest = max(0, base.count - 8) + max(0, other.count - 8)
    let more: HTML = rest > 0 ? "<p class=\"soft\">and \(Wording.count(rest, "more passage"))</p>" : .empty
    return """
      <article class="card \(severe)" id="\(prefix)difference-\(HTML.token(item.id))">
      <p class="kind"><b>\(Wording.divergence(item.kind).capitalizedFirst)</b> \(sigla(item.reports, limit: 12))\(against)</p>
      <p class="why" dir="auto">\(item.explanation)</p>
      <div class="sides">\(left)\(right)</div>\(more)\(claim)
      </article>
      """
  }

  /// The span in a little of what stands around it.
  private func passage(_ span: Dossier.Span, differs: Bool) -> HTML {
    let (before, after) = context(of: span)
    return
      "<blockquote class=\"\(differs ? "differs" : "base")\">\(siglum(span.report)) <span dir=\"auto\"><span class=\"soft\">\(before)</span><mark>\(clipped(span.shown))</mark><span class=\"soft\">\(after)</span></span></blockquote>"
  }

  private func context(of span: Dossier.Span) -> (before: String, after: String) {
    guard let start = span.start, let end = span.end, let report = view.place[span.report].map({ dossier.reports[$0] })
    else { return ("", "") }
    let passages = report.body + (report.title.map { [$0.span] } ?? [])
    guard let home = passages.first(where: { ($0.start ?? .max) <= start && ($0.end ?? -1) >= end && $0.text == nil }),
      let from = home.start,
      end - start < 200
    else { return ("", "") }
    let utf8 = Array(home.exact.utf8)
    guard end - from <= utf8.count else { return ("", "") }
    let head = String(decoding: utf8[..<(start - from)], as: UTF8.self)
    let tail = String(decoding: utf8[(end - from)...], as: UTF8.self)
    return (Self.lastWords(head), Self.firstWords(tail))
  }

  private static func lastWords(_ text: String) -> String {
    guard text.count > 48 else { return text }
    let tail = text.suffix(47)
    return "…" + (tail.firstIndex(of: " ").map { tail[$0...] } ?? tail)
  }

  private static func firstWords(_ text: String) -> String {
    guard text.count > 48 else { return text }
    let head = text.prefix(47)
    return (head.lastIndex(of: " ").map { head[...$0] } ?? head) + "…"
  }

  /// Speakers, whom they spoke to and through whom, and how each report has it.
  var quotes: HTML {
    guard !dossier.quotes.isEmpty else { return .empty }
    let order = dossier.quotes.enumerated().sorted { a, b in
      let key = { (quote: Dossier.Quote) in -Set(quote.variants.map(\.report)).count }
      return (key(a.element), a.offset) < (key(b.element), b.offset)
    }.map(\.element)
    let rest = order.dropFirst(8)
    let more: HTML = rest.isEmpty ? .empty : folded("\(Wording.count(rest.count, "more quotation"))", rest.html(quote))
    return "\(order.prefix(8).html(quote))\(more)"
  }

  private func quote(_ quote: Dossier.Quote) -> HTML {
    var way: [String] = []
    if let addressee = quote.addressee { way.append("to \(addressee)") }
    if !quote.channel.isEmpty { way.append(Wording.channel(quote.channel)) }
    let lines = quote.variants.prefix(60).html { variant in
      var notes = [Wording.form(variant.form)]
      if let speaker = variant.speaker, speaker != quote.speaker?.name { notes.append("said by “\(speaker)”") }
      if let addressee = variant.addressee, addressee != quote.addressee { notes.append("to \(addressee)") }
      if !variant.channel.isEmpty, variant.channel != quote.channel { notes.append(Wording.channel(variant.channel)) }
      let presence = Presence(variant.relation)
      let words: HTML =
        variant.form == "indirect" ? "<span dir=\"auto\">\(variant.span.shown)</span>" : quoted(variant.span.shown)
      return
        "<li><span class=\"who\">\(siglum(variant.report))</span><span class=\"how\">\(mark(presence)) \(presence.label)</span><span class=\"said\">\(words) <small>\(notes.joined(separator: ", "))</small></span></li>"
    }
    return """
      <article class="quote" id="\(prefix)quote-\(HTML.token(quote.id))">\(heading(2, "<span dir=\"auto\">\(quote.speaker?.name ?? "Nobody named")</span> <small dir=\"auto\">\(way.joined(separator: ", "))</small>"))\
      <ul class="readings">\(lines)</ul></article>
      """
  }

  /// The numbers with what they measure; a report's own value where it differs.
  var figures: HTML {
    guard !dossier.figures.isEmpty else { return .empty }
    let rows = dossier.figures.html { figure in
      let value = Wording.figure(
        value: figure.value, high: figure.high, unit: figure.unit, comparator: figure.comparator)
      var readings: [(text: String, presence: Presence, reports: [String])] = []
      for variant in figure.variants {
        let own = Wording.figure(
          value: variant.value, high: variant.high, unit: variant.unit, comparator: variant.comparator)
        var text = own
        if let period = variant.period, period != figure.period { text += ", \(period)" }
        if variant.attributedTo != figure.attributedTo {
          text += variant.attributedTo.map { ", from \($0)" } ?? ", no source given"
        }
        let presence = Presence(variant.relation)
        if let at = readings.firstIndex(where: { $0.text == text && $0.presence == presence }) {
          readings[at].reports.append(variant.report)
        } else {
          readings.append((text, presence, [variant.report]))
        }
      }
      let each = readings.html { reading in
        "<li>\(sigla(view.unique(reading.reports), limit: 24)) \(mark(reading.presence))<span class=\"vh\"> \(reading.presence.label):</span> <span dir=\"auto\">\(reading.text)</span></li>"
      }
      return """
        <tr id="\(prefix)figure-\(HTML.token(figure.id))"><th scope="row" dir="auto">\(figure.quantity)\(figure.period.map { HTML(" <small>\($0)</small>") } ?? .empty)</th>\
        <td class="value">\(value)</td><td data-label="Source" dir="auto">\(figure.attributedTo ?? "none given")</td><td data-label="Reports"><ul class="plain">\(each)</ul></td></tr>
        """
    }
    return
      "<table class=\"figures\"><thead><tr><th scope=\"col\">Quantity</th><th scope=\"col\">Value</th><th scope=\"col\">Source</th><th scope=\"col\">As each report has it</th></tr></thead><tbody>\(rows)</tbody></table>"
  }

  /// The speeches, documents and witnesses behind the lines.
  var origins: HTML {
    guard !dossier.origins.isEmpty else { return .empty }
    let items = dossier.origins.html { origin in
      let lines: HTML =
        origin.lines.isEmpty
        ? .empty : "<span class=\"soft\"> brought by </span>\(origin.lines.prefix(20).map(node).joined(", "))"
      let grounds = origin.evidence.prefix(6).map { span in
        HTML("\(siglum(span.report)) \(quoted(clipped(span.shown)))")
      }.joined(" · ")
      return """
        <li id="\(prefix)origin-\(HTML.token(origin.id))"><b dir="auto">\(origin.label.isEmpty ? Wording.origin(origin) : origin.label)</b> <small>\(Wording.origin(origin.kind))</small> \
        <span class="soft">in</span> \(sigla(origin.reports))\(lines)\(grounds.text.isEmpty ? "" : HTML("<p>\(grounds)</p>"))</li>
        """
    }
    return "<ul class=\"origins\">\(items)</ul>"
  }
}
