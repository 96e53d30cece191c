import StemmaModel

/// Writes one report down in the contract's shape, with the words of every span.
struct ReportEntry {
  private let report: Report
  private let id: String

  init(_ report: Report, id: String) {
    self.report = report
    self.id = id
  }

  func span(_ place: TextSpan) -> Dossier.Span {
    let exact = report.exact(place)
    let shown = report.reading(place)
    return Dossier.Span(
      report: id, start: place.start, end: place.end, exact: exact, text: shown.isEmpty || shown == exact ? nil : shown)
  }

  func span(_ excerpt: Excerpt) -> Dossier.Span {
    guard let place = excerpt.span, !place.isEmpty else {
      return Dossier.Span(report: id, start: nil, end: nil, exact: excerpt.text)
    }
    let exact = report.exact(place)
    return Dossier.Span(
      report: id, start: place.start, end: place.end, exact: exact, text: exact == excerpt.text ? nil : excerpt.text)
  }

  func entry() -> Dossier.Report {
    var entry = Dossier.Report(id: id, source: report.source, sha256: report.sha256)
    entry.outlet = report.outlet.map { Dossier.Outlet(name: $0.name, evidence: $0.evidence.map(span)) }
    entry.title = report.title.map { Dossier.Title(text: $0.text, span: span($0)) }
    entry.byline = report.byline.map { Dossier.Title(text: $0.text, span: span($0)) }
    entry.published = report.published.map(published)
    entry.language = report.language
    entry.credits = ordered(report.credits) { $0.place.span }.map {
      Dossier.Credit(agency: $0.agency, kind: $0.kind.rawValue, span: span($0.place))
    }
    entry.body = report.body.map { span($0.span) }
    entry.furniture = ordered(report.furniture) { $0.span }.map {
      Dossier.Furniture(kind: $0.kind.rawValue, span: span(Excerpt(report.exact($0.span), at: $0.span)))
    }
    entry.modified = report.modified.map(published)
    entry.address = report.address
    entry.section = report.section
    entry.tags = report.tags.isEmpty ? nil : report.tags
    let declared = report.testimony.map {
      Dossier.Declaration(
        field: $0.field.rawValue, value: $0.value, by: $0.voice.rawValue, span: $0.span.map(span))
    }
    entry.declared = declared.isEmpty ? nil : declared
    return entry
  }

  /// The report by itself: with its text and its caveats.
  func whole() -> Dossier.Report {
    var entry = entry()
    entry.text = report.body.map { String(decoding: report.text.bytes[$0.range], as: UTF8.self) }.joined(
      separator: "\n\n")
    entry.caveats = report.caveats.map {
      Dossier.Caveat(kind: $0.kind.rawValue, report: id, span: $0.span.map(span), note: $0.note)
    }
    return entry
  }

  private func published(_ publication: Report.Publication) -> Dossier.Published {
    Dossier.Published(
      value: publication.moment.description, precision: publication.moment.precision.rawValue,
      time: publication.time?.description, evidence: publication.evidence.map(span))
  }

  /// By span; what has none, last.
  private func ordered<Item>(_ items: [Item], by span: (Item) -> TextSpan?) -> [Item] {
    items.enumerated().sorted { x, y in
      switch (span(x.element), span(y.element)) {
      case (let a?, let b?) where a != b: a < b
      case (.some, nil): true
      case (nil, .some): false
      default: x.offset < y.offset
      }
    }.map(\.element)
  }
}
