import StemmaModel
import StemmaText

/// A clause of one of the story's reports, with the words that carry its matter: what claims are made of.
struct Clause {
  /// The report's index in the story.
  var report: Int
  /// In the report's statements.
  var statement: Int
  /// In the report's tokens.
  var tokens: Range<Int>
  var span: TextSpan
  /// Distinct, sorted.
  var words: [Int32]
  var weight: Double
  /// The report's figures inside it.
  var figures: [Int]
  var isBody: Bool
  /// Says "not", "no", "never", "denied", or the like.
  var isNegated: Bool

  /// Nats below which a clause says nothing that could be told from another: "he added", "on Tuesday".
  static let leastWeight = 6.0

  /// All clauses of a story that say something, in order of report and place.
  static func all(of story: Story, words: StoryWords) -> [Clause] {
    var clauses: [Clause] = []
    for (index, report) in story.reports.enumerated() {
      let mentions = StatementMentions(report)
      for (number, statement) in report.statements.enumerated() {
        let kind = report.report.passages[statement.passage].kind
        for tokens in statement.clauses.isEmpty ? [statement.tokens] : statement.clauses {
          guard
            let clause = Clause(
              report: index, statement: number, tokens: tokens, in: report, words: words,
              figures: mentions.figures[number], isBody: kind == .paragraph)
          else { continue }
          guard clause.weight >= leastWeight || !clause.figures.isEmpty, 
            !isTag(clause, of: report, mentions.attributions[number].map { report.attributions[$0] })
          else { continue }
          clauses.append(clause)
        }
      }
    }
    return clauses
  }

  /// "the minister told reporters on Monday": it says who speaks, and nothing else.
  private static func isTag(_ clause: Clause, of report: AnnotatedReport, _ attributions: [Attribution]) -> Bool {
    attributions.contains { attribution in
      let source = attribution.source.mention
      if let source, source.contains(clause.span) { return true }
      guard let cue = attribution.cueSpan, clause.span.contains(cue),
        !attributions.contains(where: { $0.content.shared(with: clause.span) * 3 > clause.span.length })
      else { return false }
      let hearers = Set(
        (attribution.addressee ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
      let rest = report.tokens[clause.tokens].filter { token in
        token.kind != .mark && !token.isName && !FunctionWords.contains(token.key) && !hearers.contains(token.key)
          && !cue.overlaps(token.span) && !(source?.overlaps(token.span) ?? false)
          && !report.times.contains { $0.span.overlaps(token.span) }
      }
      return rest.isEmpty
    }
  }

  /// Nil where the tokens are marks only.
  ///
  /// - Parameter figures: those of the statement.
  init?(
    report: Int, statement: Int, tokens: Range<Int>, in annotated: AnnotatedReport, words: StoryWords,
    figures: [Int], isBody: Bool
  ) {
    let tokens = Self.matter(of: tokens, in: annotated)
    guard let first = tokens.first, let last = tokens.last else { return nil }
    self.report = report
    self.statement = statement
    self.tokens = tokens
    span = TextSpan(annotated.tokens[first].span.start, annotated.tokens[last].span.end)
    isNegated = tokens.contains { Self.negations.contains(annotated.tokens[$0].key) }
    self.words = isNegated ? words.denied(tokens, of: report) : words.distinct(tokens, of: report)
    weight = words.weight(self.words)
    let span = span
    self.figures = figures.filter { span.contains(annotated.figures[$0].span) }
    self.isBody = isBody
  }

  /// A stretch of tokens without the marks at its ends and without a dateline before it: "TORVIK (Northwire) —" says
  /// where a text is from, not what it says.
  static func matter(of tokens: Range<Int>, in report: AnnotatedReport) -> Range<Int> {
    var (low, high) = (tokens.lowerBound, tokens.upperBound)
    for credit in report.report.credits where credit.kind == .dateline {
      guard let dateline = credit.place.span else { continue }
      while low < high, dateline.overlaps(report.tokens[low].span) { low += 1 }
    }
    while low < high, report.tokens[low].kind == .mark { low += 1 }
    while low < high, report.tokens[high - 1].kind == .mark { high -= 1 }
    return low..<high
  }

  private static let negations: Set<String> = [
    "not", "no", "never", "none", "nobody", "neither", "nor", "without", "denied", "denies", "deny", "didn't",
    "don't", "doesn't", "won't", "wasn't", "weren't", "isn't", "aren't", "can't", "cannot", "couldn't", "hasn't",
    "haven't", "wouldn't",
  ]
}
