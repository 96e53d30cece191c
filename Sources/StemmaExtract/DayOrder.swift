import StemmaModel

/// Settles what 03/04/2020 means: by the page's other dates, by its other numbers, by its locale.
struct DayOrder {
  /// Locales that write the month first.
  private static let monthFirst: Set<String> = ["en-us", "en_us", "es-us", "en-ph", "fil-ph"]

  private let testimony: Believable
  private let layout: Layout

  init(_ testimony: Believable, _ layout: Layout) {
    self.testimony = testimony
    self.layout = layout
  }

  /// The candidate with its day as it is meant.
  func settled(_ candidate: PublicationFinder.Candidate, among others: [PublicationFinder.Candidate])
    -> PublicationFinder.Candidate
  {
    guard let alternative = candidate.date.alternative else { return candidate }
    var swapped = candidate
    (swapped.date.moment, swapped.date.day, swapped.date.alternative) = (alternative, alternative, candidate.date.day)
    for other in others where other.date.alternative == nil {
      if other.isNear(candidate) { return candidate }
      if other.isNear(swapped) { return swapped }
    }
    let isMonthFirst =
      habit() ?? testimony.all(.language).contains { Self.monthFirst.contains($0.value.lowercased()) }
    guard isMonthFirst, let (month, day) = written(candidate.said.value) else { return candidate }
    // Which of both stands first is what the text says, whatever was taken.
    return candidate.date.day.month == month && candidate.date.day.day == day ? candidate : swapped
  }

  /// The first two numbers as written.
  private func written(_ text: String) -> (Int, Int)? {
    let numbers = Token.tokens(of: Array(text.utf8)).filter { $0.kind == .number && $0.range.count <= 2 }.compactMap {
      Int($0.key)
    }
    return numbers.count >= 2 ? (numbers[0], numbers[1]) : nil
  }

  /// Whether the page's unmistakable dates have the month first; nil where it has none, or both kinds.
  private func habit() -> Bool? {
    var (months, days) = (0, 0)
    for block in layout.blocks where block.measure.words <= 60 {
      let tokens = block.tokens
      for at in tokens.indices.dropLast(4)
      where tokens[at + 1].key == "/" && tokens[at + 3].key == "/" && tokens[at].range.count <= 2 {
        guard let first = Int(tokens[at].key), let second = Int(tokens[at + 2].key), tokens[at + 4].kind == .number
        else {
          continue
        }
        if first <= 12, second > 12, second <= 31 { months += 1 }
        if second <= 12, first > 12, first <= 31 { days += 1 }
      }
    }
    return months == 0 && days == 0 || months > 0 && days > 0 ? nil : months > 0
  }
}
