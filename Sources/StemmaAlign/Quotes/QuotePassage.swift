import StemmaModel
import StemmaText

/// Words given as somebody's, with all places that have them word for word from the same source.
struct QuotePassage {
  struct Place: Hashable {
    var report: Int
    /// In the report's `quotes`.
    var mention: Int
  }

  /// In the numbering of `QuotePassages`; nothing is left out but marks.
  var keys: [Int32]
  /// In marks, or reported.
  var isMarked: Bool
  /// In the numbering of `QuotePassages`; −1 where nobody is named.
  var source: Int
  /// The words that carry matter: distinct, sorted.
  var words: [Int32]
  var weight: Double
  var isNegated: Bool
  /// The claims its clauses belong to and the figures it gives, where it first stands.
  var claims: [Int32]
  var figures: [Int32]
  /// In order.
  var places: [Place]
  /// The reports it stands in, each once, in order.
  var reports: [Int32]

  /// Words that carry matter, and words in all, up to which marked words are a fragment of what was said.
  static let mostMatterOfFragment = 3
  static let mostOfFragment = 6

  /// A few words in marks: they belong to the utterance they were cut from, and never make one of two.
  var isFragment: Bool { isMarked && words.count <= Self.mostMatterOfFragment && keys.count <= Self.mostOfFragment }
}

/// All that is quoted or reported in a story.
struct QuotePassages {
  private(set) var passages: [QuotePassage] = []
  private(set) var sources = QuotedSources()
  /// For each report, for each of its quotes, the passage; −1 for words in marks that are nobody's.
  private(set) var passageOf: [[Int]] = []

  private struct Key: Hashable {
    var keys: [Int32]
    var isMarked: Bool
    var source: Int
  }

  /// - Parameters:
  ///   - claims: groups of indices into `clauses` that assert the same.
  ///   - figures: groups of mentions that are of one quantity.
  /// - Complexity: O(*n*) hashed steps in the quoted words.
  init(_ story: Story, words: StoryWords, clauses: [Clause], claims: [[Int]], figures: [Figure]) {
    let anchors = Anchors(story, clauses: clauses, claims: claims, figures: figures)
    var vocabulary: [String: Int32] = [:]
    var known: [Key: Int] = [:]
    for (index, report) in story.reports.enumerated() {
      var own: [Int] = []
      for (mention, quote) in report.quotes.enumerated() {
        // The reporter's own words in marks are nobody's quotation.
        guard quote.form != .scare else {
          own.append(-1)
          continue
        }
        let tokens = report.tokenRange(of: quote.span)
        var keys: [Int32] = []
        var isNegated = false
        for token in report.tokens[tokens] where token.kind != .mark {
          if let number = vocabulary[token.key] {
            keys.append(number)
          } else {
            keys.append(Int32(vocabulary.count))
            vocabulary[token.key] = Int32(vocabulary.count)
          }
          isNegated = isNegated || Self.negations.contains(token.key)
        }
        let source = sources.number(of: quote.attribution.map { report.attributions[$0].source })
        let key = Key(keys: keys, isMarked: quote.form != .indirect, source: source)
        let place = QuotePassage.Place(report: index, mention: mention)
        if let number = known[key] {
          own.append(number)
          passages[number].places.append(place)
          if passages[number].reports.last != Int32(index) { passages[number].reports.append(Int32(index)) }
          continue
        }
        known[key] = passages.count
        own.append(passages.count)
        let matter = words.distinct(tokens, of: index)
        passages.append(
          QuotePassage(
            keys: keys, isMarked: key.isMarked, source: source, words: matter, weight: words.weight(matter),
            isNegated: isNegated, claims: anchors.claims(in: quote.span, of: index),
            figures: anchors.figures(in: quote.span, of: index), places: [place], reports: [Int32(index)]))
      }
      passageOf.append(own)
    }
  }

  mutating func kinship(_ a: Int, _ b: Int) -> QuotedSource.Kinship {
    sources.kinship(passages[a].source, passages[b].source)
  }

  private static let negations: Set<String> = [
    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "can't", "don't",
    "doesn't", "didn't", "won't", "wouldn't", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "couldn't",
  ]
}

/// What is known of the stretches of a story: the claims its clauses belong to and the figures in it.
private struct Anchors {
  /// For each report, in order of place.
  private var claims: [[(span: TextSpan, number: Int32)]]
  private var figures: [[(span: TextSpan, number: Int32)]]

  init(_ story: Story, clauses: [Clause], claims groups: [[Int]], figures: [Figure]) {
    claims = Array(repeating: [], count: story.reports.count)
    self.figures = claims
    for (number, members) in groups.enumerated() where members.count > 1 {
      for clause in members { claims[clauses[clause].report].append((clauses[clause].span, Int32(number))) }
    }
    for (number, figure) in figures.enumerated() {
      for variant in figure.variants {
        self.figures[variant.report.index].append((story[variant.report].figures[variant.mention].span, Int32(number)))
      }
    }
    for report in story.reports.indices {
      claims[report].sort { $0.span < $1.span }
      self.figures[report].sort { $0.span < $1.span }
    }
  }

  /// Those most of whose clause, or most of whose own words, lie inside; sorted.
  func claims(in span: TextSpan, of report: Int) -> [Int32] {
    Self.overlapping(span, claims[report]).filter {
      $0.span.shared(with: span) * 2 > min($0.span.length, span.length)
    }.map(\.number).sorted()
  }

  func figures(in span: TextSpan, of report: Int) -> [Int32] {
    Self.overlapping(span, figures[report]).filter { span.contains($0.span) }.map(\.number).sorted()
  }

  /// - Complexity: O(log *n* + *k*).
  private static func overlapping(
    _ span: TextSpan, _ all: [(span: TextSpan, number: Int32)]
  ) -> ArraySlice<(span: TextSpan, number: Int32)> {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < all.count, all[end].span.start < span.end { end += 1 }
    return all[low..<end]
  }
}
