import StemmaModel

extension TextSheet {
  /// What changed on the way, the serious first.
  mutating func divergences() {
    guard !dossier.divergences.isEmpty else { return }
    let groups = view.divergencesBySeverity
    let tally = groups.map { "\($0.items.count) \(Wording.severity($0.severity).lowercased())" }.joined(separator: ", ")
    canvas.heading("Where they differ", note: tally)
    for (severity, items) in groups {
      let top = severity == "high" ? 24 : severity == "medium" ? 6 : 0
      let shown = shownCount(items.count, top: top)
      for item in items.prefix(shown) { divergence(item) }
      canvas.blank()
      more(items.count - shown, "\(Wording.severity(severity).lowercased()) difference")
    }
  }

  private mutating func divergence(_ item: Dossier.Divergence) {
    canvas.blank()
    let high = item.severity == "high"
    let against =
      item.against.isEmpty ? "" : " against \(Wording.list(Wording.runs(item.against, order: view.place), limit: 6))"
    let claim = item.claim.map { "  (\($0))" } ?? ""
    canvas.paragraph(
      [
        .init(plain(Wording.divergence(item.kind).capitalizedFirst), high ? .rubric : .notable),
        .init(plain("  \(Wording.list(Wording.runs(item.reports, order: view.place), limit: 6))\(against)")),
        .init(claim, .faint),
      ], first: [.init(high ? "! " : "  ", .rubric)])
    canvas.paragraph(item.explanation, indent: 2)
    let widest = item.spans.map(\.report.count).max() ?? 1
    let spans = item.spans.prefix(style.full ? .max : 6)
    for span in spans {
      canvas.paragraph(
        quoted(clipped(span.shown)), .faint, indent: 4, first: [.init(padded(span.report, widest + 1), .strong)])
    }
    if spans.count < item.spans.count {
      canvas.paragraph(plain("… \(item.spans.count - spans.count) more"), .faint, indent: 4)
    }
  }

  /// Who is quoted, to whom, through whom, and how each report has it.
  mutating func quotes() {
    guard !dossier.quotes.isEmpty else { return }
    canvas.heading("Quotations")
    let order = dossier.quotes.enumerated().sorted { a, b in
      let key = { (quote: Dossier.Quote) in
        (-Set(quote.variants.map(\.report)).count, quote.variants.contains { $0.relation == .altered } ? 0 : 1)
      }
      let (one, other) = (key(a.element), key(b.element))
      return (one.0, one.1, a.offset) < (other.0, other.1, b.offset)
    }.map(\.element)
    let shown = shownCount(order.count, top: 8)
    for quote in order.prefix(shown) {
      canvas.blank()
      let to = quote.addressee.map { ", to \($0)" } ?? ""
      let through = quote.channel.isEmpty ? "" : ", " + Wording.channel(quote.channel)
      canvas.paragraph(
        [.init(quote.speaker?.name ?? "Nobody named", .strong), .init(to + through)],
        first: [.init(padded(quote.id, 4), .faint)])
      let variants = quote.variants.prefix(style.full ? .max : 8)
      let widest = variants.map(\.report.count).max() ?? 1
      for variant in variants {
        let text = variant.form == "indirect" ? clipped(variant.span.shown) : quoted(clipped(variant.span.shown))
        var notes = [Wording.form(variant.form)]
        if let speaker = variant.speaker, speaker != quote.speaker?.name { notes.append("from \(speaker)") }
        if let addressee = variant.addressee, addressee != quote.addressee { notes.append("to \(addressee)") }
        if !variant.channel.isEmpty, variant.channel != quote.channel { notes.append(Wording.channel(variant.channel)) }
        let here = Presence(variant.relation)
        canvas.paragraph(
          [.init(text), .init("  " + notes.joined(separator: ", "), .faint)], indent: 4,
          first: [.init(mark(here), ink(here)), .init(padded(variant.report, widest + 1), .strong)])
      }
      if variants.count < quote.variants.count {
        canvas.paragraph(plain("… \(quote.variants.count - variants.count) more passages"), .faint, indent: 4)
      }
    }
    canvas.blank()
    more(order.count - shown, "quotation")
  }

  /// The numbers; where reports differ, each one's.
  mutating func figures() {
    guard !dossier.figures.isEmpty else { return }
    canvas.heading("Figures")
    let shown = shownCount(dossier.figures.count, top: 15)
    for figure in dossier.figures.prefix(shown) {
      let value = plain(
        Wording.figure(value: figure.value, high: figure.high, unit: figure.unit, comparator: figure.comparator))
      let period = figure.period.map { ", \($0)" } ?? ""
      let source = figure.attributedTo.map { "  from \($0)" } ?? ""
      canvas.paragraph(
        [.init(figure.quantity), .init(": "), .init(value, .strong), .init(period), .init(source, .faint)],
        first: [.init(padded(figure.id, 4), .faint)])
      var readings: [(text: String, reports: [String], presence: Presence)] = []
      for variant in figure.variants {
        let text =
          plain(
            Wording.figure(value: variant.value, high: variant.high, unit: variant.unit, comparator: variant.comparator)
          )
          + (variant.period != figure.period ? variant.period.map { ", \($0)" } ?? "" : "")
          + (variant.attributedTo != figure.attributedTo
            ? variant.attributedTo.map { ", from \($0)" } ?? ", no source" : "")
        if let at = readings.firstIndex(where: { $0.text == text && $0.presence == Presence(variant.relation) }) {
          readings[at].reports.append(variant.report)
        } else {
          readings.append((text, [variant.report], Presence(variant.relation)))
        }
      }
      for reading in readings {
        let who = plain(Wording.list(Wording.runs(view.unique(reading.reports), order: view.place), limit: 6))
        canvas.paragraph(
          readings.count == 1 ? "" : reading.text, indent: 4,
          first: [.init("\(mark(reading.presence)) ", ink(reading.presence)), .init(who + "  ", .strong)])
      }
    }
    more(dossier.figures.count - shown, "figure")
  }

  private func clipped(_ text: String) -> String { style.full ? text : canvas.fit(TextCanvas.sanitized(text), to: 220) }
}
