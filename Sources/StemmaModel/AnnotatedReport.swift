/// A report with its sentences, words and mentions. All spans are of the original.
public struct AnnotatedReport: Sendable {
  public var report: Report
  public var tokens: [Token]
  public var statements: [Statement]
  public var entities: [Entity]
  public var names: [NameMention]
  public var quotes: [QuoteMention]
  /// Every number.
  public var numbers: [NumberMention]
  /// Every amount; those that are figures say which.
  public var quantities: [QuantityMention]
  public var figures: [FigureMention]
  public var times: [TimeMention]
  public var attributions: [Attribution]
  public var ascriptions: [Ascription]
  public var caveats: [Caveat]

  public init(_ report: Report) {
    self.report = report
    tokens = []
    statements = []
    entities = []
    names = []
    quotes = []
    numbers = []
    quantities = []
    figures = []
    times = []
    attributions = []
    ascriptions = []
    caveats = []
  }

  /// The tokens that a span touches.
  ///
  /// - Complexity: O(log *n* + *k*) for *k* tokens in the span.
  public func tokenRange(of span: TextSpan) -> Range<Int> {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < tokens.count, tokens[end].span.start < span.end { end += 1 }
    return low..<end
  }

  /// The span from the first to the last of some tokens.
  public func span(of range: Range<Int>) -> TextSpan {
    guard !range.isEmpty else { return TextSpan(0, 0) }
    return TextSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
  }
}

/// A word, a number or a mark.
public struct Token: Hashable, Sendable {
  public enum Kind: UInt8, Sendable {
    case word, number, mark
  }

  public var kind: Kind
  public var span: TextSpan
  /// Lower case, marks and apostrophes made straight, no possessive 's: what is compared, never what is shown.
  public var key: String
  /// Written with a capital in the middle of a sentence, or part of a name.
  public var isName: Bool

  public init(_ kind: Kind, span: TextSpan, key: String, isName: Bool = false) {
    self.kind = kind
    self.span = span
    self.key = key
    self.isName = isName
  }
}

/// A sentence-sized stretch of one passage.
public struct Statement: Hashable, Sendable {
  public var span: TextSpan
  /// In the report's `passages`.
  public var passage: Int
  /// In the report's `tokens`.
  public var tokens: Range<Int>
  /// The clauses of it, in order, as ranges of tokens; together they make up `tokens`.
  public var clauses: [Range<Int>]

  public init(span: TextSpan, passage: Int, tokens: Range<Int>, clauses: [Range<Int>]) {
    self.span = span
    self.passage = passage
    self.tokens = tokens
    self.clauses = clauses
  }
}
