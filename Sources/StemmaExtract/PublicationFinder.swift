import StemmaModel

/// Finds when an article was published and last changed: by what is declared, by what the page shows, and, where both
/// are silent, by the page's address.
struct PublicationFinder {
  /// What was found, with what could not be believed.
  struct Found {
    var published: Report.Publication?
    var modified: Report.Publication?
    /// The dates that the page shows.
    var shown: [Testimony] = []
    var disagreement: (note: String, span: TextSpan?)?
  }

  /// A date with where it stands and who says it.
  struct Candidate {
    var moment: Moment
    var said: Testimony
  }

  private let layout: Layout
  private let testimony: [Testimony]
  private let times: [Testimony]

  init(_ layout: Layout, testimony: [Testimony], times: [Testimony]) {
    self.layout = layout
    self.testimony = testimony
    self.times = times
  }

  func find() -> Found {
    var found = Found()
    let declared = declared(.published)
    let visible = visible()
    found.shown = visible.map(\.said)
    let address = address()
    if let address { found.shown.append(address.said) }
    let chosen = declared.first ?? visible.first ?? timed() ?? address
    if let chosen {
      found.published = Report.Publication(chosen.moment, evidence: evidence(chosen, among: visible + declared))
    }
    if let declared = declared.first, let other = visible.first, abs(declared.moment.dayNumber - other.moment.dayNumber) > 1 {
      found.disagreement = ("the page declares \(declared.moment) as its date and shows \(other.moment)", other.said.span)
    }
    if let modified = self.declared(.modified).first {
      found.modified = Report.Publication(modified.moment, evidence: evidence(modified, among: []))
    }
    return found
  }

  /// What a reader sees of a day speaks for it before an attribute does.
  private func evidence(_ chosen: Candidate, among others: [Candidate]) -> Excerpt? {
    let agreeing = others.filter { $0.said.span != nil && abs($0.moment.dayNumber - chosen.moment.dayNumber) <= 1 }
    let best = agreeing.first { $0.said.voice == .visible } ?? (chosen.said.span != nil ? chosen : agreeing.first)
    return best.map { Excerpt($0.said.value, at: $0.said.span) }
  }

  // MARK: Who says a date

  private func declared(_ field: Testimony.Field) -> [Candidate] {
    Believable(testimony).all(field).compactMap { said in
      guard said.voice < .visible, let moment = DateReader.moment(in: said.value), Self.isPlausible(moment) else { return nil }
      return Candidate(moment: moment, said: said)
    }
  }

  private func visible() -> [Candidate] {
    layout.dates.compactMap { place in
      let block = layout.blocks[place.block]
      let tokens = block.tokens
      let range =
        tokens[place.found.tokens.lowerBound].range.lowerBound..<tokens[place.found.tokens.upperBound - 1].range.upperBound
      guard Self.isPlausible(place.found.moment) else { return nil }
      return Candidate(
        moment: place.found.moment,
        said: Testimony(.published, block.strand.string(range), by: .visible, at: block.strand.original(range)))
    }
  }

  /// What the first `time` element says that stands neither before the headline nor behind the text.
  private func timed() -> Candidate? {
    let candidates = times.compactMap { said in
      DateReader.moment(in: said.value).flatMap { Self.isPlausible($0) ? Candidate(moment: $0, said: said) : nil }
    }
    guard let title = layout.title.map({ layout.blocks[$0.block].span.start }) else { return candidates.first }
    return candidates.first { $0.said.span.map { $0.start > title } ?? false } ?? candidates.first
  }

  private func address() -> Candidate? {
    for said in testimony.all(.address) {
      if let (moment, value, range) = AddressDate.find(in: said.value), Self.isPlausible(moment) {
        let isExact = said.span.map { $0.length == said.value.utf8.count } ?? false
        let span = isExact ? said.span.map { TextSpan($0.start + range.lowerBound, $0.start + range.upperBound) } : said.span
        return Candidate(moment: moment, said: Testimony(.published, value, by: .address, at: span))
      }
    }
    return nil
  }

  /// Neither what clocks say that were never set nor a day that cannot be.
  static func isPlausible(_ moment: Moment) -> Bool {
    guard (1600...2200).contains(moment.year) else { return false }
    let unset = [Moment(year: 1970, month: 1, day: 1), Moment(year: 1969, month: 12, day: 31), Moment(year: 1900, month: 1, day: 1)]
    return !unset.contains { $0.dayNumber == moment.dayNumber }
  }
}
