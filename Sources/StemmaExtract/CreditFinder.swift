import StemmaModel

/// Finds marks of agencies in a report: who is credited, told or cited, and where.
///
/// Where an agency stands says what its name means: in a byline, behind a caption and before a first sentence it is a
/// credit; after "told" and "according to" the text passes on what it heard.
struct CreditFinder {
  private let layout: Layout
  private var credits: [(order: Int, credit: Report.Credit)] = []
  /// Names that are agencies in this report because it uses them so.
  private var invented: [String: String] = [:]
  /// By block: the agencies that the table knows.
  private let known: [[Agencies.Found]]

  /// Names of the outlet itself: in a dateline's bracket they credit nobody.
  private let own: Set<String>

  init(_ layout: Layout, outlet: String?) {
    self.layout = layout
    own = outlet.map(Self.names(of:)) ?? []
    known = layout.blocks.map { block in
      switch block.role {
      case .furniture(.menu), .furniture(.related), .furniture(.widget), .furniture(.promo):
        // A line there credits the article only where it lies within it.
        block.outside == nil && block.measure.words <= 60 ? Agencies.known.all(in: block.tokens) : []
      default: Agencies.known.all(in: block.tokens)
      }
    }
  }

  /// The name run together, without its ending, and its initials: "Hawaii News Now" is HawaiiNewsNow and HNN.
  private static func names(of outlet: String) -> Set<String> {
    let words = Token.tokens(of: Array(outlet.utf8)).filter { $0.kind != .mark }.map(\.key)
    var names: Set<String> = [OutletFinder.key(outlet)]
    if words.count > 2 { names.insert(words.compactMap(\.first).map(String.init).joined()) }
    // "KVLE Vale": stations go by their call sign.
    for token in Token.tokens(of: Array(outlet.utf8)) where token.isUpper && token.range.count >= 3 && words.count > 1 {
      names.insert(token.key)
    }
    // "valedaily.com"
    if words.count == 2, outlet.contains("."), !outlet.contains(" ") { names.insert(words[0]) }
    return names
  }

  private func unknownAgency(_ dateline: Dateline, _ block: Block) -> String? {
    dateline.unknownAgency.map { block.strand.string($0) }.flatMap { own.contains(OutletFinder.key($0)) ? nil : $0 }
  }

  mutating func find() -> [Report.Credit] {
    learn()
    let body = layout.blocks.indices.filter { layout.blocks[$0].isBody }
    let firstBody = body.first { layout.blocks[$0].role == .paragraph }
    for (number, block) in layout.blocks.enumerated() {
      switch block.role {
      case .byline: inByline(block, number)
      case .furniture(.caption): inCaption(block, number)
      case .furniture(.credit): inCreditLine(block, number)
      case .furniture(let kind):
        if kind == .banner || kind == .other || kind == .authorBio || kind == .link || kind == .tags {
          inNotice(block, number, isBehind: number > (body.last ?? -1))
        }
        if block.outside == nil || block.outside == .banner, number > (firstBody ?? 0) {
          inLine(block, number, isText: false)
        }
      case .paragraph, .subheading, .title:
        inBody(
          block, number, isFirst: number == firstBody || firstBody.map { number < $0 + 3 } ?? false,
          isLast: number == body.last
        )
      default: break
      }
    }
    var seen: Set<Report.Credit> = []
    return credits.map(\.credit).filter { seen.insert($0).inserted }.sorted {
      ($0.place.span ?? TextSpan(0, 0), $0.agency) < ($1.place.span ?? TextSpan(0, 0), $1.agency)
    }
  }

  private mutating func add(_ agency: String, _ kind: Report.Credit.Kind, _ block: Block, _ range: Range<Int>) {
    guard let span = block.strand.original(range) else { return }
    credits.append(
      (span.start, Report.Credit(agency: agency, kind: kind, place: Excerpt(block.strand.string(range), at: span))))
  }

  private func bytes(_ block: Block, _ tokens: Range<Int>) -> Range<Int> {
    block.tokens[tokens.lowerBound].range.lowerBound..<block.tokens[tokens.upperBound - 1].range.upperBound
  }

  // MARK: Names

  /// Unknown agencies give themselves away by where they stand: "(Northwire) —" before a first sentence.
  private mutating func learn() {
    var paragraphs = 0
    for block in layout.blocks where block.role == .paragraph && paragraphs < 12 {
      paragraphs += 1
      if let dateline = Dateline(block), let unknown = unknownAgency(dateline, block) {
        invented[unknown.lowercased()] = unknown
      }
    }
    for (number, block) in layout.blocks.enumerated() where block.furniture == .credit || block.furniture == .caption {
      for found in known[number] {
        let text = block.strand.string(bytes(block, found.tokens))
        if Agencies.known.named(text) == nil { invented[text.lowercased()] = text }
      }
    }
    if let byline = layout.byline {
      let block = layout.blocks[byline.block]
      let name = block.strand.string(byline.range)
      let tokens = Token.tokens(of: Array(name.utf8))
      // One word is nobody's name; "Staff" and "Admin" are no agency's.
      if tokens.count == 1, let only = tokens.first, only.startsUpper, !NameWords.institutional.contains(only.key),
        !NameWords.offices.contains(only.key), only.key != "admin", only.key.utf8.count > 2,
        Agencies.known.named(name) == nil, usedAsSource(only.key) || only.isUpper
      {
        invented[only.key] = name
      }
    }
  }

  /// Whether the body tells something to a name, or has it from there: "told Northwire".
  private func usedAsSource(_ key: String) -> Bool {
    layout.blocks.contains { block in
      block.role == .paragraph
        && block.tokens.indices.dropFirst().contains {
          block.tokens[$0].key == key && ["told", "to", "by", "(", "from"].contains(block.tokens[$0 - 1].key)
        }
    }
  }

  private func agencies(_ number: Int) -> [Agencies.Found] {
    var found = known[number]
    guard !invented.isEmpty else { return found }
    let block = layout.blocks[number]
    for at in block.tokens.indices where block.tokens[at].isWord && block.tokens[at].startsUpper {
      let key = block.tokens[at].key.hasSuffix("'s") ? String(block.tokens[at].key.dropLast(2)) : block.tokens[at].key
      for (name, shown) in invented.sorted(by: { $0.key < $1.key }) {
        let words = name.split(separator: " ").map(String.init)
        guard words[0] == key, at + words.count <= block.tokens.count,
          words.indices.dropFirst().allSatisfy({ block.tokens[at + $0].key == words[$0] })
        else { continue }
        let range = at..<(at + words.count)
        if !found.contains(where: { $0.tokens.overlaps(range) }) {
          found.append(.init(name: shown, tokens: range, isAmbiguous: false))
        }
      }
    }
    return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  // MARK: Places

  private mutating func inByline(_ block: Block, _ number: Int) {
    let found = agencies(number)
    guard !found.isEmpty else { return }
    let name = layout.byline.flatMap { $0.block == number ? $0.range : nil }
    for agency in found {
      let range = bytes(block, agency.tokens)
      // "By AFP": the words before the name are part of the credit when it opens the byline.
      let opens = name.map { range.lowerBound == $0.lowerBound } ?? false
      add(
        agency.name, .byline, block,
        opens ? (block.tokens.first { $0.kind == .word }?.range.lowerBound ?? 0)..<range.upperBound : range)
    }
  }

  private mutating func inCaption(_ block: Block, _ number: Int) {
    let found = agencies(number)
    guard !found.isEmpty else { return }
    let credit = PhotoCredit(block)
    for agency in found {
      let range = bytes(block, agency.tokens)
      if let credit, credit.range.contains(range.lowerBound) {
        add(agency.name, .photo, block, trimmed(block, credit.range))
      } else {
        let before = agency.tokens.lowerBound > 0 ? block.tokens[agency.tokens.lowerBound - 1] : nil
        let isCredit =
          found.count == 1 && block.measure.words <= 8
          || before.map { ["/", "by", "via", "©", ":", "(", "—", "from", "courtesy", "source"].contains($0.key) }
            ?? true
        if isCredit { add(agency.name, .photo, block, range) }
      }
    }
  }

  /// Without the bracket that a credit may stand in.
  private func trimmed(_ block: Block, _ range: Range<Int>) -> Range<Int> {
    let bytes = block.strand.bytes
    var lower = range.lowerBound
    var upper = range.upperBound
    if lower < upper, [40, 91].contains(bytes[lower]), [41, 93].contains(bytes[upper - 1]) {
      lower += 1
      upper -= 1
    }
    return lower..<upper
  }

  private mutating func inCreditLine(_ block: Block, _ number: Int) {
    for agency in agencies(number) { add(agency.name, .creditLine, block, 0..<block.strand.count) }
  }

  /// Lines that name their source, whatever else the page takes them for.
  private mutating func inLine(_ block: Block, _ number: Int, isText: Bool) {
    guard block.measure.words <= (isText ? 30 : 60) else { return }
    let found = agencies(number)
    guard CreditLine(block).credits(found, isText: isText) else { return }
    for agency in found where !Self.photographic.contains(agency.name) {
      let isKnown = credits.contains {
        $0.credit.agency == agency.name
          && $0.credit.place.span.map { block.span.start <= $0.start && $0.end <= block.span.end } ?? false
      }
      if !isKnown { add(agency.name, .creditLine, block, 0..<block.strand.count) }
    }
  }

  /// Copyright notices and the like credit an agency only where they say that the text is its own. Before the text has
  /// ended, a short one belongs to a picture.
  private mutating func inNotice(_ block: Block, _ number: Int, isBehind: Bool) {
    guard block.measure.words <= 60, block.outside == nil || block.outside == .banner else { return }
    for agency in agencies(number) where !agency.isAmbiguous {
      let before = block.tokens[..<agency.tokens.lowerBound].suffix(4).map(\.key)
      guard before.contains(where: { ["©", "copyright", "source"].contains($0) }) else { continue }
      let isPhoto = Self.photographic.contains(agency.name) || !isBehind && block.measure.words <= 8
      add(agency.name, isPhoto ? .photo : .creditLine, block, 0..<block.strand.count)
    }
  }

  /// Agencies that deliver pictures and no text.
  private static let photographic: Set<String> = ["Getty Images", "EPA", "NurPhoto", "Zuma Press"]

  private mutating func inBody(_ block: Block, _ number: Int, isFirst: Bool, isLast: Bool) {
    var used: [Range<Int>] = []
    if isFirst, block.role == .paragraph, let dateline = Dateline(block) {
      for agency in agencies(number) where dateline.tokens.contains(agency.tokens.lowerBound) {
        add(agency.name, .dateline, block, dateline.range)
        used.append(agency.tokens)
      }
      if used.isEmpty {
        for token in block.tokens[dateline.tokens] {
          if let name = Dateline.unspacedAgency(token) { add(name, .dateline, block, dateline.range) }
        }
      }
      if used.isEmpty, let unknown = unknownAgency(dateline, block) {
        add(unknown, .dateline, block, dateline.range)
      }
    }
    for agency in agencies(number) where !used.contains(where: { $0.overlaps(agency.tokens) }) {
      if let (kind, tokens) = AgencyContext(block).kind(of: agency, isLast: isLast) {
        add(agency.name, kind, block, bytes(block, tokens))
      }
    }
    inLine(block, number, isText: true)
    guard block.role == .paragraph, !invented.isEmpty else { return }
    for (name, tokens) in AgencyContext(block).unknownTold()
    where !agencies(number).contains(where: { $0.tokens.overlaps(tokens) }) {
      if invented[name.lowercased()] != nil { add(name, .told, block, bytes(block, tokens)) }
    }
  }
}
