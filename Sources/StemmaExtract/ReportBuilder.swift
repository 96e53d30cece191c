import StemmaModel

/// Makes the report of a page whose blocks have their roles.
struct ReportBuilder {
  private let page: Page
  private let metadata: Metadata
  private let layout: Layout
  /// The container's first, then the page's.
  private let testimony: [Testimony]
  private let believable: Believable
  private let address: String?

  init(_ page: Page, _ metadata: Metadata, _ layout: Layout) {
    self.page = page
    self.metadata = metadata
    self.layout = layout
    testimony = page.testimony + metadata.testimony
    believable = Believable(testimony)
    address = Self.address(believable)
  }

  func report() -> Report {
    var report = Report(source: page.source, sha256: page.sha256, original: page.text)
    report.caveats = page.caveats
    addPassages(&report)
    addFurniture(&report)
    report.title = title(&report)
    report.byline = byline(&report)
    report.outlet = outlet(&report)
    addPublication(&report)
    var finder = CreditFinder(layout, outlet: report.outlet?.name)
    report.credits = finder.find()
    report.credits += DeclaredCredits(testimony).credits(beyond: report.credits)
    report.address = address
    report.section = believable.first(.section)?.value
    report.tags = tags()
    report.testimony = (testimony + report.testimony).deduplicated()
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

  private func title(_ report: inout Report) -> Excerpt? {
    let declared = believable.first(.title)
    guard let title = layout.title else {
      return declared.map { said in
        let text = said.voice < .linkedData ? said.value : SiteTitle.headline(of: said.value, outlet: metadata.outlet)
        return Excerpt(text, at: said.span)
      }
    }
    let shown = excerpt(title)
    // What is printed above an article has its address in it now and then.
    if shown.text.contains("://"), let declared, let title = metadata.title {
      return Excerpt(declared.voice < .linkedData ? declared.value : title, at: declared.span)
    }
    if let declared {
      let (a, b) = (TitleWords(declared.value), TitleWords(shown.text))
      if min(a.count, b.count) >= 3, a.share(b) < 0.2 {
        disagree(&report, declared, shown, of: .title)
      }
    }
    return shown
  }

  /// Keeps what is shown beside what is declared, and says that they differ.
  private func disagree(_ report: inout Report, _ declared: Testimony, _ shown: Excerpt, of field: Testimony.Field) {
    report.testimony.append(Testimony(field, shown.text, by: .visible, at: shown.span))
    report.caveats.append(
      Caveat(
        .disagreement, source: page.source, span: shown.span ?? declared.span,
        note: "the page declares “\(declared.value)” as its \(field.rawValue) and shows “\(shown.text)”"))
  }

  private func byline(_ report: inout Report) -> Excerpt? {
    let declared = believable.first(.byline)
    let name = declared.flatMap { AuthorName.clean($0.value) }
    if let byline = layout.byline {
      let shown = unglued(byline, name)
      guard let declared, let name, !sharesWord(shown.text, name), page.form == .html else { return shown }
      // A name near the head that the markup does not know is somebody else's: a columnist in a box.
      disagree(&report, declared, shown, of: .byline)
    }
    return declared.flatMap { said in name.map { Excerpt($0, at: said.span) } }
  }

  /// The declared name where an office sticks to it: "Jane DoeStaff Writer".
  private func unglued(_ byline: (block: Int, range: Range<Int>), _ name: String?) -> Excerpt {
    guard let name = name.map({ Array($0.utf8) }), !name.isEmpty else { return excerpt(byline) }
    let shown = layout.blocks[byline.block].strand.bytes[byline.range]
    guard shown.count > name.count, shown.starts(with: name),
      Scalars.isLetter(Scalars.decode(layout.blocks[byline.block].strand.bytes, byline.range.lowerBound + name.count).0)
    else { return excerpt(byline) }
    return excerpt((byline.block, byline.range.lowerBound..<(byline.range.lowerBound + name.count)))
  }

  private func sharesWord(_ a: String, _ b: String) -> Bool {
    let words = Set(Token.tokens(of: Array(a.utf8)).filter(\.isWord).map(\.key))
    return Token.tokens(of: Array(b.utf8)).contains { words.contains($0.key) }
  }

  private func outlet(_ report: inout Report) -> Report.Outlet? {
    if let said = DeclaredOutlet(believable, address: address).said {
      let name = outletName(said)
      let other = believable.all(.outlet).first { $0 != said && $0.voice < .visible }
      if let other, !OutletFinder.isSame(name, outletName(other)) {
        report.caveats.append(
          Caveat(
            .disagreement, source: page.source, span: other.span ?? said.span,
            note: "the page declares “\(said.value)” as its outlet and “\(other.value)” as well"))
      }
      return Report.Outlet(name: name, evidence: said.span.map { Excerpt(said.value, at: $0) })
    }
    if let place = layout.bylineOutlet {
      let found = excerpt(place)
      return Report.Outlet(name: usual(found.text), evidence: found)
    }
    if let (name, evidence) = footerAddress() { return Report.Outlet(name: name, evidence: evidence) }
    // Where the page says its address, its furniture only words the host's name.
    let host = address.flatMap(HostName.host)
    if let found = OutletFinder(layout).best(), host.map({ DeclaredOutlet.fits(found.name, $0) }) ?? true {
      return Report.Outlet(name: found.name, evidence: excerpt((found.block, found.range)))
    }
    if let host = host ?? metadata.site.flatMap(HostName.host) {
      return Report.Outlet(name: HostName.outlet(for: host, in: layout.blocks), evidence: nil)
    }
    return nil
  }

  private func outletName(_ said: Testimony) -> String {
    let name = said.voice < .linkedData ? said.value : SiteLabel.declared(said.value) ?? said.value
    let isAddress = said.voice < .linkedData || name.contains("://") || name.hasPrefix("www.")
    return isAddress ? HostName.host(of: name).map { HostName.outlet(for: $0, in: layout.blocks) } ?? name : name
  }

  /// The container knows where it found the page; the page's canonical link knows better than its other addresses.
  private static func address(_ believable: Believable) -> String? {
    let said = believable.all(.address).filter { !(AddressKey($0.value)?.isRoot ?? true) }
    let best = said.first { $0.voice < .linkedData } ?? said.first { $0.voice == .meta } ?? said.first
    return best.map { $0.value.hasPrefix("//") ? "https:" + $0.value : $0.value }
  }

  private func tags() -> [String] {
    guard let voice = believable.first(.tag)?.voice else { return [] }
    var seen: Set<String> = []
    // Marks at the start are the newsroom's own routing.
    return believable.all(.tag).filter {
      $0.voice == voice && $0.value.utf8.count <= 120 && !["@", "_", "/"].contains($0.value.prefix(1))
    }.map(\.value).filter { seen.insert($0.lowercased()).inserted }.prefix(40).map { $0 }
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
    let found = PublicationFinder(layout, testimony: believable, times: metadata.times).find()
    report.published = found.published
    report.modified = found.modified
    report.testimony += found.shown
    if let (note, span) = found.disagreement {
      report.caveats.append(Caveat(.disagreement, source: page.source, span: span, note: note))
    }
    if found.published == nil {
      report.caveats.append(Caveat(.noDate, source: page.source, note: "no publication date found"))
    }
  }

  private func language(_ report: Report) -> String {
    let blocks = layout.blocks.filter { $0.isBody }
    let guess = LanguageGuess.language(
      of: report.text.bytes, tokens: (blocks.isEmpty ? layout.blocks : blocks).map(\.tokens))
    if guess != "und" { return guess }
    let declared = believable.first(.language)?.value.lowercased().split { $0 == "-" || $0 == "_" }
      .first
      .map(String.init)
    return declared.flatMap { $0.utf8.count == 2 || $0.utf8.count == 3 ? $0 : nil } ?? "und"
  }
}
