import StemmaModel

/// Words what the signs of a pair show, with the passages.
struct DescentEvidence {
  var comparison: TextComparison
  var weights: DirectionWeights
  var newsShare: Double
  /// The question is whether `a` was made from `b`.
  var isReversed: Bool

  /// Weights below this are not worth a reader's time, in nats.
  static let least = 0.1
  static let mostItems = 6

  /// Signs that say one thing to a reader.
  private static let groups: [(kind: Evidence.Kind, signs: [DirectionSign])] = [
    (
      .containment,
      [.length, .isLonger, .words, .runs, .runsInside, .wholeSentences, .longerWording, .brackets, .numbers]
    ),
    (.timing, [.latestYear, .latestDay, .years]),
    (.timing, [.greaterNumber]),
    (.timing, [.future, .pastForPresent, .fleeting]),
    (.sharedInnovation, [.usualSpelling]),
    (.sharedInnovation, [.leansOnMissing]),
    (.sharedInnovation, [.casual, .vague, .doubt, .cues, .quotationMarks, .exclamations]),
    (.sharedInnovation, [.sentenceLength, .passageLength, .richness]),
    (.sharedInnovation, [.cueRate, .numberRate, .quotationRate, .doubtRate]),
  ]

  func items(time: Double, steps: [Evidence]) -> [Evidence] {
    var items = steps
    for (index, group) in Self.groups.enumerated() {
      let nats = group.signs.reduce(0) {
        $0 + weights.weight($1, news: newsShare) * comparison.reading.values[$1.rawValue]
      }
      let weight = isReversed ? -nats : nats
      guard abs(weight) >= Self.least else { continue }
      let shown = places(group.signs)
      items.append(
        Evidence(weight > 0 ? group.kind : .counter, weight: LogOdds(weight), note: note(index), places: shown))
    }
    if abs(time) >= Self.least {
      items.append(
        Evidence(
          time > 0 ? .timing : .counter, weight: LogOdds(time),
          note: time > 0 ? "it came out later" : "it came out earlier", places: []))
    }
    return Array(
      items.enumerated().sorted {
        (-abs($0.element.weight.nats), $0.offset) < (-abs($1.element.weight.nats), $1.offset)
      }
      .prefix(Self.mostItems).map(\.element))
  }

  /// What the two have in common in the same order, with the longest stretch of it. It speaks to both being neighbours, not to which
  /// is the older.
  func common(_ nearness: LogOdds) -> Evidence {
    let (a, b) = (comparison.a, comparison.b)
    var longest = (a: 0..<0, b: 0..<0)
    var (i, j) = (0, 0)
    func look(_ toA: Int, _ toB: Int) { if toA - i > longest.a.count { longest = (i..<toA, j..<toB) } }
    for change in comparison.difference.changes {
      look(change.a.lowerBound, change.b.lowerBound)
      (i, j) = (change.a.upperBound, change.b.upperBound)
    }
    look(a.words.count, b.words.count)
    let (older, younger) = isReversed ? (b, a) : (a, b)
    return Evidence(
      nearness.nats > 0 ? .sharedWording : .counter, weight: nearness.capped(weights.most),
      note:
        "\(comparison.difference.kept) of its \(younger.words.count) words stand in the same order in the other, which has \(older.words.count)",
      places: longest.a.isEmpty ? [] : [place(a, longest.a), place(b, longest.b)].compactMap { $0 }.sorted())
  }

  private func note(_ group: Int) -> String {
    let (older, younger) = isReversed ? (comparison.b, comparison.a) : (comparison.a, comparison.b)
    let changes = comparison.difference.changes
    switch group {
    case 0:
      let inA = changes.reduce(0) { $0 + ($1.aMoved ? 0 : $1.a.count) }
      let inB = changes.reduce(0) { $0 + ($1.bMoved ? 0 : $1.b.count) }
      let (lost, added) = isReversed ? (inB, inA) : (inA, inB)
      return
        "it has \(added) words that the other lacks and lacks \(lost) that the other has; \(younger.words.count) words to \(older.words.count)"
    case 1:
      let years = isReversed ? (comparison.profiles.1, comparison.profiles.0) : comparison.profiles
      if let x = years.0.latestYear, let y = years.1.latestYear, x != y {
        return "the latest year it names is \(y), the other's \(x)"
      }
      if let x = years.0.latestDay, let y = years.1.latestDay, x != y {
        return "the latest day it names is \(Moment(dayNumber: y)), the other's \(Moment(dayNumber: x))"
      }
      return "it names other years"
    case 2: return "a number stands in place of another"
    case 3: return "what is to come, what is and what was: tenses and words of a moment differ"
    case 4: return "one has the usual spelling where the other has not"
    case 5: return "a sentence leans back on one that stands in one of them alone"
    case 6: return "tone: words of a draft, of doubt and of attribution stand in one of them alone"
    case 8: return rates()
    default: return "its sentences and paragraphs are built otherwise"
    }
  }

  /// What the rates say, in a hundred words.
  private func rates() -> String {
    let (older, younger) =
      isReversed ? (comparison.profiles.1, comparison.profiles.0) : (comparison.profiles.0, comparison.profiles.1)
    func tenths(_ x: Double) -> String { String((10 * (x - 0.5)).rounded() / 10) }
    return
      "in a hundred words it has \(tenths(younger.cues)) that lay something to somebody and \(tenths(younger.quotationMarks)) marks of quotation, the other \(tenths(older.cues)) and \(tenths(older.quotationMarks))"
  }

  private func places(_ signs: [DirectionSign]) -> [Place] {
    var changes: [Int] = []
    for sign in signs {
      for change in comparison.reading.shown[sign.rawValue] where !changes.contains(change) { changes.append(change) }
    }
    return changes.prefix(DirectionReading.mostShown).flatMap { index -> [Place] in
      let change = comparison.difference.changes[index]
      return [(comparison.a, change.a), (comparison.b, change.b)].compactMap { text, range in
        place(text, range)
      }
    }.sorted()
  }

  /// The words of a change; where the text has none there, the words on both sides of the gap.
  private func place(_ text: FamilyText, _ range: Range<Int>) -> Place? {
    let wide = range.isEmpty ? max(0, range.lowerBound - 2)..<min(text.words.count, range.upperBound + 2) : range
    guard !wide.isEmpty else { return nil }
    return Place(Siglum(text.report), text.span(of: wide))
  }
}
