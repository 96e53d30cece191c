import StemmaModel

/// Makes the report of a page whose blocks have their roles.
struct ReportBuilder {
  private let page: Page
  private let metadata: Metadata
  private let layout: Layout

  init(_ page: Page, _ metadata: Metadata, _ layout: Layout) {
    self.page = page
    self.metadata = metadata
    self.layout = layout
  }

  func report() -> Report {
    var report = Report(source: page.source, sha256: page.sha256, original: page.text)
    report.caveats = page.caveats
    addPassages(&report)
    addFurniture(&report)
    report.title = title()
    report.byline = byline()
    report.outlet = outlet()
    addPublication(&report)
    var finder = CreditFinder(layout, outlet: report.outlet?.name)
    report.credits = finder.find() + declaredCredits()
    report.language = language(report)
    if report.body.isEmpty {
      report.caveats.append(
        Caveat(
          .noBody, source: page.source,
          note: layout.blocks.isEmpty
            ? "the page has no text" : "the page has furniture only: no article text was found"))
    }
    return report
  }

  /// Title, body and captions, in the order of the original.
  private func addPassages(_ report: inout Report) {
    let captions = Set(layout.captions)
    var end = 0
    for (number, block) in layout.blocks.enumerated() {
      let kind: Report.Passage.Kind
      switch block.role {
      case .title: kind = .title
      case .subheading: kind = .subheading
      case .paragraph: kind = .paragraph
      case .furniture(.caption) where captions.contains(number): kind = .caption
      default: continue
      }
      guard !block.strand.isEmpty else { continue }
      if !report.passages.isEmpty { report.text.separate("\n\n") }
      let start = report.text.bytes.count
      for piece in block.strand.pieces {
        // Text that the parser moved out of order keeps its words and loses its exact place.
        let span = piece.span.start >= end ? piece.span : TextSpan(end, max(end, piece.span.end))
        report.text.append(block.strand.bytes[piece.start..<(piece.start + piece.length)], standingFor: span)
        end = max(end, span.end)
      }
      report.passages.append(.init(kind, range: start..<report.text.bytes.count, span: block.span))
    }
  }

  private func addFurniture(_ report: inout Report) {
    for block in layout.blocks {
      if let kind = block.furniture, !block.span.isEmpty { report.furniture.append(.init(kind, at: block.span)) }
    }
  }

  private func excerpt(_ place: (block: Int, range: Range<Int>)) -> Excerpt {
    let strand = layout.blocks[place.block].strand
    return Excerpt(strand.string(place.range), at: strand.original(place.range))
  }

  private func title() -> Excerpt? {
    if let title = layout.title { return excerpt(title) }
    return (page.testimony.first(.title) ?? metadata.title).map { Excerpt($0, at: nil) }
  }

  private func byline() -> Excerpt? {
    let declared = page.testimony.first(.byline) ?? metadata.byline
    if let byline = layout.byline {
      let shown = excerpt(byline)
      // A name near the head that the markup does not know is somebody else's: a columnist in a box.
      guard let declared, !sharesWord(shown.text, declared), page.form == .html else { return shown }
    }
    return declared.map { Excerpt($0, at: nil) }
  }

  private func sharesWord(_ a: String, _ b: String) -> Bool {
    let words = Set(Token.tokens(of: Array(a.utf8)).filter(\.isWord).map(\.key))
    return Token.tokens(of: Array(b.utf8)).contains { words.contains($0.key) }
  }

  private func outlet() -> Report.Outlet? {
    if let declared = page.testimony.first(.outlet) {
      return Report.Outlet(
        name: HostName.host(of: declared).map { HostName.outlet(for: $0, in: layout.blocks) } ?? declared, evidence: nil
      )
    }
    if let name = metadata.outlet {
      let isAddress = name.contains("://") || name.hasPrefix("www.")
      let host = isAddress ? HostName.host(of: name) : nil
      return Report.Outlet(name: host.map { HostName.outlet(for: $0, in: layout.blocks) } ?? name, evidence: nil)
    }
    if let place = layout.bylineOutlet {
      let found = excerpt(place)
      return Report.Outlet(name: usual(found.text), evidence: found)
    }
    if let (name, evidence) = footerAddress() { return Report.Outlet(name: name, evidence: evidence) }
    if let found = OutletFinder(layout).best() {
      return Report.Outlet(name: found.name, evidence: excerpt((found.block, found.range)))
    }
    if let address = page.testimony.first(.address) ?? metadata.address, let host = HostName.host(of: address) {
      return Report.Outlet(name: HostName.outlet(for: host, in: layout.blocks), evidence: nil)
    }
    return nil
  }

  /// A name in capitals as a line of the page writes it, if one does.
  private func usual(_ name: String) -> String {
    guard !name.utf8.contains(where: { $0 >= 97 && $0 <= 122 }) else { return name }
    let key = OutletFinder.key(name)
    return layout.blocks.first { $0.measure.words <= 8 && !$0.measure.isAllUpper && OutletFinder.key($0.text) == key }?
      .text ?? name
  }

  /// The address that a saved page gives as its own: alone on a line, or behind "Original url".
  private func footerAddress() -> (String, Excerpt)? {
    for (number, block) in layout.blocks.enumerated() where block.furniture == .link {
      guard let start = Layout.addressStart(block.strand.bytes) else { continue }
      // One among others is a link; the page's own is labelled, or stands first or last.
      let before = number > 0 ? layout.blocks[number - 1] : nil
      let isLabelled = before?.furniture == .link || start > 0
      let isEdge = number < 3 || number >= layout.blocks.count - 2
      guard isLabelled || isEdge else { continue }
      let end =
        block.strand.bytes[start...].firstIndex { $0 == 32 || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: ")") }
        ?? block.strand.count
      let range = start..<end
      guard let host = HostName.host(of: block.strand.string(range)) else { continue }
      return (
        HostName.outlet(for: host, in: layout.blocks),
        Excerpt(block.strand.string(range), at: block.strand.original(range))
      )
    }
    return nil
  }

  private func addPublication(_ report: inout Report) {
    let visible = layout.dates.first
    let shown = visible.map { place -> Excerpt in
      let tokens = layout.blocks[place.block].tokens
      return excerpt(
        (
          place.block,
          tokens[place.found.tokens.lowerBound].range
            .lowerBound..<tokens[place.found.tokens.upperBound - 1].range.upperBound
        ))
    }
    let declared = [page.testimony.first(.published), metadata.published].compactMap { $0 }.compactMap {
      DateReader.moment(in: $0)
    }.first
    switch (declared, visible) {
    case (let declared?, let visible?):
      let other = visible.found.moment
      let isSameDay = abs(declared.dayNumber - other.dayNumber) <= 1
      report.published = Report.Publication(declared, evidence: isSameDay ? shown : nil)
      if !isSameDay {
        report.caveats.append(
          Caveat(
            .disagreement, source: page.source, span: shown?.span,
            note: "the page declares \(declared) as its date and shows \(other)"))
      }
    case (let declared?, nil): report.published = Report.Publication(declared, evidence: nil)
    case (nil, let visible?): report.published = Report.Publication(visible.found.moment, evidence: shown)
    case (nil, nil):
      report.caveats.append(Caveat(.noDate, source: page.source, note: "no publication date found"))
    }
  }

  private func declaredCredits() -> [Report.Credit] {
    page.testimony.all(.credit).map(\.value).flatMap { line in
      Agencies.known.all(in: Token.tokens(of: Array(line.utf8))).map {
        Report.Credit(agency: $0.name, kind: .creditLine, place: Excerpt(line, at: nil))
      }
    }
  }

  private func language(_ report: Report) -> String {
    let blocks = layout.blocks.filter { $0.isBody }
    let guess = LanguageGuess.language(
      of: report.text.bytes, tokens: (blocks.isEmpty ? layout.blocks : blocks).map(\.tokens))
    if guess != "und" { return guess }
    let declared = (page.testimony.first(.language) ?? metadata.language)?.lowercased().split { $0 == "-" || $0 == "_" }
      .first
      .map(String.init)
    return declared.flatMap { $0.utf8.count == 2 || $0.utf8.count == 3 ? $0 : nil } ?? "und"
  }
}
