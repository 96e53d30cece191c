import StemmaModel
import StemmaText

/// One reading of a quantity, with all places that have it in the same words: a dispatch printed a hundred times is read
/// once.
struct FigureReading {
  struct Place {
    var report: Int
    /// In the report's `figures`.
    var mention: Int
  }

  /// What makes two mentions one reading.
  struct Key: Hashable {
    var unit: String
    var value: Double
    var high: Double?
    var comparator: FigureMention.Comparator
    var change: QuantityMention.Change?
    var period: String?
    var fate: Fate?
    /// "the fifth", not "five".
    var isOrdinal: Bool
    /// "five, of whom two …": the two are not the five.
    var isPart: Bool
    /// The surname of whoever says so; nil where it is no person.
    var speaker: String?
    /// Words that say what is measured: distinct, sorted.
    var context: [Int32]
  }

  var key: Key
  var kind: QuantityKind
  /// The last word of the unit, lower case.
  var noun: String
  /// Of the words of the context.
  var weight: Double
  /// In order.
  var places: [Place]
  /// The reports it stands in, each once, in order.
  var reports: [Int32]

  /// Words before and after a mention that say what it measures.
  static let reach = 8

  /// All readings of a story, in order of their first place.
  ///
  /// - Complexity: O(*n*) hashed steps in the figures of the story, each with the few words around it.
  static func all(of story: Story, words: StoryWords) -> [FigureReading] {
    var readings: [FigureReading] = []
    var numbers: [Key: Int] = [:]
    var fates = WordFates(words)
    for (index, report) in story.reports.enumerated() {
      let keys = Neighbourhoods(report).keys(of: index, words, &fates)
      for (mention, key) in keys.enumerated() {
        let place = Place(report: index, mention: mention)
        if let number = numbers[key] {
          readings[number].places.append(place)
          if readings[number].reports.last != Int32(index) { readings[number].reports.append(Int32(index)) }
          continue
        }
        numbers[key] = readings.count
        readings.append(
          FigureReading(
            key: key, kind: QuantityKind(report.figures[mention]), noun: QuantityKind.noun(of: key.unit),
            weight: words.weight(key.context), places: [place],
            reports: [Int32(index)]))
      }
    }
    return readings
  }
}

/// What became of those that a word says it of, looked up once for each word of a story.
private struct WordFates {
  private let words: StoryWords
  private var known: [Fate??]

  init(_ words: StoryWords) {
    self.words = words
    known = Array(repeating: .none, count: words.weights.count)
  }

  mutating func fate(_ token: Int, of report: Int, _ tokens: [Token]) -> Fate? {
    let word = Int(words.words[report][token])
    guard word >= 0 else { return nil }
    if let fate = known[word] { return fate }
    let fate = Fate(stem: WordStem.of(tokens[token].key))
    known[word] = .some(fate)
    return fate
  }
}

/// What stands around each figure of a report and is about it.
private struct Neighbourhoods {
  let report: AnnotatedReport
  let places: [Range<Int>]

  init(_ report: AnnotatedReport) {
    self.report = report
    places = report.figures.map { report.tokenRange(of: $0.span) }
  }

  /// For each figure of the report, in their order.
  func keys(of index: Int, _ words: StoryWords, _ fates: inout WordFates) -> [FigureReading.Key] {
    let order = places.indices.sorted { (places[$0].lowerBound, $0) < (places[$1].lowerBound, $1) }
    var keys = [FigureReading.Key?](repeating: nil, count: places.count)
    var statement = 0
    for (rank, mention) in order.enumerated() {
      let own = places[mention]
      while statement < report.statements.count, report.statements[statement].tokens.upperBound <= own.lowerBound {
        statement += 1
      }
      let sentence =
        statement < report.statements.count && report.statements[statement].tokens.overlaps(own)
        ? report.statements[statement].tokens : own
      // Another amount beside it is of something else, and so are the words on its far side.
      let before = rank > 0 ? places[order[rank - 1]].upperBound : 0
      let behind = rank + 1 < order.count ? places[order[rank + 1]].lowerBound : report.tokens.count
      let left = min(own.lowerBound, max(sentence.lowerBound, own.lowerBound - FigureReading.reach, before))
      let right = max(own.upperBound, min(sentence.upperBound, own.upperBound + FigureReading.reach, behind))
      var context: [Int32] = []
      for token in left..<right where report.tokens[token].kind == .word {
        let word = words.words[index][token]
        if word >= 0, !context.contains(word) { context.append(word) }
      }
      let figure = report.figures[mention]
      keys[mention] = FigureReading.Key(
        unit: figure.unit, value: figure.value, high: figure.high, comparator: figure.comparator,
        change: figure.change, period: figure.period,
        fate: Fate.of(own, within: left..<right) { fates.fate($0, of: index, report.tokens) },
        isOrdinal: own.contains { Self.isOrdinal(report.tokens[$0].key) }, isPart: isPart(own, after: left),
        speaker: speaker(of: figure), context: context.sorted())
    }
    return keys.map { $0! }
  }

  private func speaker(of figure: FigureMention) -> String? {
    guard let source = figure.attribution.map({ report.attributions[$0].source }), source.kind == .person else {
      return nil
    }
    return source.name.split(separator: " ").last.map { $0.lowercased() }
  }

  /// "of which two", "including two", "among them two".
  private func isPart(_ own: Range<Int>, after left: Int) -> Bool {
    let before = report.tokens[max(left, own.lowerBound - 3)..<own.lowerBound].map(\.key)
    if before.contains("including") || before.contains("among") { return true }
    guard let of = before.firstIndex(of: "of"), of + 1 < before.count else { return false }
    return ["which", "whom", "them", "those", "these"].contains(before[of + 1])
  }

  private static func isOrdinal(_ key: String) -> Bool {
    if ordinals.contains(key) { return true }
    guard let first = key.utf8.first, (48...57).contains(first) else { return false }
    return ["st", "nd", "rd", "th"].contains { key.hasSuffix($0) }
  }

  private static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
  ]
}
