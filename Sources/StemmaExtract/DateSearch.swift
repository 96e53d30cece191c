import StemmaModel

/// Looks for the date of an article that neither declares one nor has it on a line of its own: among the short lines
/// around its headline, where a date stands beside other things.
///
/// Dates in running text, of other articles and in the page's frame are not the article's. A wrong date is worse than
/// none, so that one weak sign is not enough.
struct DateSearch {
  private let layout: Layout

  init(_ layout: Layout) {
    self.layout = layout
  }

  /// - Parameter day: what the page's address says, which speaks for a date that agrees.
  func best(near day: Moment?) -> PublicationFinder.Candidate? {
    var found: [(score: Int, candidate: PublicationFinder.Candidate)] = []
    var days: [Int: Int] = [:]
    for (number, block) in layout.blocks.enumerated() where block.measure.words <= 40 && block.strand.count <= 400 {
      guard block.tokens.contains(where: { $0.kind == .number || $0.key.utf8.first! >= 0xD8 }) else { continue }
      for date in DateReader(block.tokens).all().prefix(3)
      where (1990...2100).contains(date.day.year) && PublicationFinder.isPlausible(date.day) {
        days[date.day.dayNumber, default: 0] += 1
        found.append((score(date, block, number), PublicationFinder.Candidate(date, in: block)))
      }
    }
    for at in found.indices {
      let number = found[at].candidate.date.day.dayNumber
      if let day, abs(day.dayNumber - number) <= 1 { found[at].score += 3 }
      if days[number, default: 0] > 1 { found[at].score += 1 }
    }
    guard let best = found.map(\.score).max(), best >= 3 else { return nil }
    return found.first { $0.score == best }?.candidate
  }

  private func score(_ date: DateReader.Found, _ block: Block, _ number: Int) -> Int {
    var score = 0
    var isInHead = false
    if let title = layout.title?.block {
      let distance = number - title
      isInHead = distance > 0 && distance <= 6 && number <= max(layout.first, title + 3)
      if isInHead { score += 3 }
      if distance > 6, number < layout.first { score += 1 }
      if distance < 0, distance >= -4 { score += 2 }
    } else if number <= layout.first, layout.first - number <= 4 {
      score += 2
    }
    if layout.last >= 0, number > layout.last, number - layout.last <= 3 { score += 1 }
    if block.isBody || block.role == .title { score -= block.measure.words > 12 ? 4 : 2 }
    if block.outside != nil { score -= 1 }
    switch block.furniture {
    // Between headline and text a line of links is the article's own.
    case .related, .tags, .menu, .authorBio, .banner, .promo, .caption: if !isInHead { score -= 2 }
    default: break
    }
    // The date of the day, in the page's frame.
    if number < 12, let title = layout.title?.block, title - number > 4 { score -= 2 }
    let before = block.tokens[..<date.tokens.lowerBound].suffix(4).map(\.key)
    if before.contains(where: { DateReader.labels.contains($0) || $0.hasPrefix("publ") }) { score += 2 }
    if before.contains(where: { $0 == "©" || $0 == "copyright" }) { score -= 5 }
    if before.contains(where: { $0.hasPrefix("updat") || $0.hasPrefix("modif") || $0.hasPrefix("aktual") }) {
      score -= 1
    }
    // With its time, or alone on the line but for a name.
    if date.moment.secondOfDay != nil || hasTime(block, date) { score += 1 }
    if block.measure.words <= 12 { score += 1 }
    let length =
      block.tokens[date.tokens.upperBound - 1].range.upperBound - block.tokens[date.tokens.lowerBound].range.lowerBound
    if length * 3 >= block.strand.count { score += 1 }
    if block.isHeading { score -= 1 }
    return score
  }

  private func hasTime(_ block: Block, _ date: DateReader.Found) -> Bool {
    let near = block.tokens[date.tokens.lowerBound..<min(block.tokens.count, date.tokens.upperBound + 6)]
    return near.indices.contains { at in
      near[at].key == ":" && at > near.startIndex && near.index(after: at) < near.endIndex
        && near[at - 1].kind == .number
        && near[at + 1].kind == .number
    }
  }
}
