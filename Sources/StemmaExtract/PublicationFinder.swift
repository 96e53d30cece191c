import StemmaModel

/// Finds when an article was published and last changed: by what is declared, by what the page shows, and, where both
/// are silent, by the page's address.
struct PublicationFinder {
  /// What was found, with what was not believed.
  struct Found {
    var published: Report.Publication?
    var modified: Report.Publication?
    /// The dates that the page shows or has in its address.
    var shown: [Testimony] = []
    var disagreement: (note: String, span: TextSpan?)?
  }

  /// A date with who says it.
  struct Candidate {
    var date: DateReader.Found
    var said: Testimony

    func isNear(_ other: Candidate) -> Bool { abs(date.day.dayNumber - other.date.day.dayNumber) <= 1 }
  }

  private let layout: Layout
  private let testimony: Believable
  private let times: [Testimony]

  init(_ layout: Layout, testimony: Believable, times: [Testimony]) {
    self.layout = layout
    self.testimony = testimony
    self.times = times
  }

  func find() -> Found {
    var found = Found()
    let declared = declared(.published)
    let changed = self.declared(.modified)
    var visible = visible()
    let address = address()
    // Many days in a row are those of a list.
    let isList = Set(visible.map(\.date.day.dayNumber)).count > 2
    var chosen = declared.first ?? (isList ? timed() : nil) ?? visible.first ?? timed()
    if chosen == nil {
      let other = DateSearch(layout).best(near: address?.date.day)
      if let other { visible.append(other) }
      chosen = other ?? address
    }
    found.shown = (visible + [address].compactMap { $0 }).map(\.said)
    let others = declared + visible + [address].compactMap { $0 }
    if let chosen {
      let settled = DayOrder(testimony, layout).settled(chosen, among: others + changed)
      found.published = Report.Publication(
        settled.date.moment, day: day(of: settled, visible.first, address), evidence: evidence(settled, among: others))
      // The date of a change that the page declares as well is no other date of publication.
      if let other = visible.first, !declared.isEmpty, !other.isNear(settled), !changed.contains(where: other.isNear) {
        found.disagreement = (
          "the page declares \(settled.date.moment) as its date and shows \(other.date.moment)", other.said.span
        )
      }
    }
    if let changed = changed.first {
      found.modified = Report.Publication(
        changed.date.moment, day: changed.date.day, evidence: Excerpt(changed.said.value, at: changed.said.span))
    }
    return found
  }

  /// The day as the newsroom's readers have it: what is declared in UTC is a day off for some of them, what the page
  /// shows is not.
  private func day(of chosen: Candidate, _ visible: Candidate?, _ address: Candidate?) -> Moment {
    for other in [visible, address] {
      if let other, other.date.alternative == nil, other.isNear(chosen) { return other.date.day }
    }
    return chosen.date.day
  }

  /// What a reader sees of a day speaks for it before an attribute does.
  private func evidence(_ chosen: Candidate, among others: [Candidate]) -> Excerpt? {
    let agreeing = others.filter { $0.said.span != nil && $0.isNear(chosen) }
    let best = agreeing.first { $0.said.voice == .visible } ?? (chosen.said.span != nil ? chosen : agreeing.first)
    return best.map { Excerpt($0.said.value, at: $0.said.span) }
  }

  // MARK: Who says a date

  private func declared(_ field: Testimony.Field) -> [Candidate] {
    testimony.all(field).compactMap { said in
      guard said.voice < .visible, let date = DateReader.declared(said.value), Self.isPlausible(date.day) else {
        return nil
      }
      return Candidate(date: date, said: said)
    }
  }

  private func visible() -> [Candidate] {
    layout.dates.compactMap { place in
      let block = layout.blocks[place.block]
      return Self.isPlausible(place.found.day) ? Candidate(place.found, in: block) : nil
    }
  }

  /// What the first `time` element says that does not stand before the headline.
  private func timed() -> Candidate? {
    let candidates = times.compactMap { said in
      DateReader.declared(said.value).flatMap { Self.isPlausible($0.day) ? Candidate(date: $0, said: said) : nil }
    }
    guard let title = layout.title.map({ layout.blocks[$0.block].span.start }) else { return candidates.first }
    return candidates.first { $0.said.span.map { $0.start > title } ?? false } ?? candidates.first
  }

  private func address() -> Candidate? {
    for said in testimony.all(.address) {
      guard let (day, value, range) = AddressDate.find(in: said.value) else { continue }
      let isExact = said.span.map { $0.length == said.value.utf8.count } ?? false
      let span =
        isExact ? said.span.map { TextSpan($0.start + range.lowerBound, $0.start + range.upperBound) } : said.span
      return Candidate(
        date: DateReader.Found(moment: day, day: day, tokens: 0..<0),
        said: Testimony(.published, value, by: .address, at: span))
    }
    return nil
  }

  /// Not what clocks say that were never set.
  static func isPlausible(_ day: Moment) -> Bool {
    let unset = [
      Moment(year: 1970, month: 1, day: 1), Moment(year: 1969, month: 12, day: 31),
      Moment(year: 1900, month: 1, day: 1),
    ]
    return !unset.contains { $0.dayNumber == day.dayNumber }
  }
}

extension PublicationFinder.Candidate {
  /// A date that a block shows.
  init(_ date: DateReader.Found, in block: Block) {
    let range =
      block.tokens[date.tokens.lowerBound].range.lowerBound..<block.tokens[date.tokens.upperBound - 1].range.upperBound
    self.date = date
    said = Testimony(.published, block.strand.string(range), by: .visible, at: block.strand.original(range))
  }
}
