import StemmaModel

/// The reports' texts as the page has them: every marked piece a link to what it is a witness of, and an anchor where a
/// claim first stands.
struct MarkedTexts {
  private(set) var titles: [String: HTML] = [:]
  /// Body and furniture in the order of the original; menus and the like greyed and folded.
  private(set) var bodies: [String: HTML] = [:]
  private var anchors: Set<String> = []
  private let marks: PassageMarks
  private let prefix: String

  init(_ dossier: Dossier, prefix: String) {
    marks = PassageMarks(dossier)
    self.prefix = prefix
    for report in dossier.reports where bodies[report.id] == nil {
      titles[report.id] = report.title.map { title in
        // A title that was tidied is shown tidied, and its marks looked for in that.
        var span = title.span
        if span.shown != title.text { span.text = title.text }
        return marked(span)
      }
      bodies[report.id] = passages(report)
    }
  }

  /// Where the claim first stands in the report's text; else the report.
  func anchor(_ claim: String, in report: String) -> HTML {
    let name = "in-\(HTML.token(report))-\(HTML.token(claim))"
    return anchors.contains(name) ? "\(prefix)\(name)" : "\(prefix)report-\(HTML.token(report))"
  }

  private mutating func passages(_ report: Dossier.Report) -> HTML {
    var items: [(start: Int, order: Int, kind: String?, span: Dossier.Span)] = []
    for span in report.body { items.append((span.start ?? .max, items.count, nil, span)) }
    for item in report.furniture { items.append((item.span.start ?? .max, items.count, item.kind, item.span)) }
    items.sort { ($0.start, $0.order) < ($1.start, $1.order) }
    var result = HTML.empty
    var kinds: [String] = []
    var aside = HTML.empty
    for item in items {
      if let kind = item.kind {
        let name = Wording.furniture(kind)
        if !kinds.contains(name) { kinds.append(name) }
        aside += "<p dir=\"auto\">\(marked(item.span))</p>"
      } else {
        result += Self.folded(kinds, aside)
        kinds = []
        aside = .empty
        result += "<p dir=\"auto\">\(marked(item.span))</p>"
      }
    }
    result += Self.folded(kinds, aside)
    return result
  }

  private static func folded(_ kinds: [String], _ aside: HTML) -> HTML {
    kinds.isEmpty
      ? .empty
      : "<details class=\"furniture\"><summary>\(kinds.joined(separator: ", "))</summary>\(aside)</details>"
  }

  private mutating func marked(_ span: Dossier.Span) -> HTML {
    var result = HTML.empty
    for segment in marks.segments(of: span) {
      guard let first = segment.marks.first(where: { $0.kind == .claim }) ?? segment.marks.first else {
        result += "\(segment.text)"
        continue
      }
      for mark in segment.marks where mark.kind == .claim {
        let name = "in-\(HTML.token(span.report))-\(HTML.token(mark.id))"
        if anchors.insert(name).inserted { result += "<i class=\"at\" id=\"\(prefix)\(name)\"></i>" }
      }
      let kinds = [PassageMarks.Kind.claim, .quote, .figure, .difference].filter { kind in
        segment.marks.contains { $0.kind == kind }
      }
      let altered = segment.marks.contains { $0.altered && ($0.kind == .claim || $0.kind == .difference) }
      let classes = kinds.map(\.rawValue).joined(separator: " ") + (altered ? " x" : "")
      var ids: [String] = []
      for mark in segment.marks where !ids.contains(HTML.token(mark.id)) { ids.append(HTML.token(mark.id)) }
      result += """
        <a class="s \(classes)" href="#\(prefix)\(first.kind.section)-\(HTML.token(first.id))" \
        data-ids="\(ids.joined(separator: " "))">\(segment.text)</a>
        """
    }
    return result
  }
}
