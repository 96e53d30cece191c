package import StemmaModel
import StemmaSyntax
import StemmaText

/// Looks for a claim in a collated story and says what stands behind it. Not a stage: it asks a collation and its stemma one
/// question.
package struct ClaimChecker {
  /// Assertions of one claim that are checked; the rest is said to be left out.
  static let mostParts = 8

  private let collation: Collation
  private let stemma: Stemma
  /// Reads the claim as a report is read.
  private let annotate: (Report) -> AnnotatedReport
  private let names: StoryNames
  private var likeness: WordLikeness
  private var parser = Parser()

  /// - Complexity: O(tokens of the story).
  package init(_ collation: Collation, _ stemma: Stemma, annotate: @escaping (Report) -> AnnotatedReport) {
    self.collation = collation
    self.stemma = stemma
    self.annotate = annotate
    names = StoryNames(collation.story)
    likeness = WordLikeness(collation.story)
  }

  /// Whether there is anything to look for in what was typed.
  package static func isEmpty(_ claim: String) -> Bool { ClaimText(claim).isEmpty }

  package mutating func answer(_ typed: String) -> ClaimAnswer {
    let text = ClaimText(typed)
    var notes = text.notes
    func unmeasured(_ reason: String) -> ClaimAnswer {
      var part = ClaimAnswer.Part(text: text.text, verdict: .cannotBeMeasured)
      part.reasons = [reason]
      return ClaimAnswer(verdict: .cannotBeMeasured, parts: [part], notes: notes)
    }
    if text.isEmpty { return unmeasured("The claim is empty.") }
    if text.asksOpenly {
      return unmeasured("“\(text.text)” asks something and asserts nothing. Say what is claimed, as a sentence.")
    }
    let whole = read(text.text)
    if ClaimLanguage.isForeign(whole, names: names) {
      return unmeasured("The claim is not in English, and claims are looked for in English only.")
    }
    let foreign = collation.story.reports.count { $0.caveats.contains { $0.kind == .language } }
    if foreign == collation.story.reports.count {
      return unmeasured("None of the reports is in English: the claim cannot be looked for in them.")
    }
    if foreign > 0 {
      notes.append(
        "\(foreign) of the reports \(foreign == 1 ? "is" : "are") not in English, and the claim was not looked for there."
      )
    }
    var pieces = ClaimSplitter.pieces(of: whole, by: &parser)
    if pieces.count > Self.mostParts {
      notes.append("The claim asserts \(pieces.count) things; the first \(Self.mostParts) were checked.")
      pieces = Array(pieces.prefix(Self.mostParts))
    }
    if pieces.count > 1 {
      notes.append("The claim asserts \(pieces.count) things; each was checked, and the answer is that of the weakest.")
    }
    let parts = pieces.count == 1 ? [part(whole, text.text)] : pieces.map { part(read($0), $0) }
    let weakest = parts.max { Self.weakness($0.verdict) < Self.weakness($1.verdict) }!
    return ClaimAnswer(verdict: weakest.verdict, parts: parts, notes: notes)
  }

  private static func weakness(_ verdict: ClaimAnswer.Verdict) -> Int {
    switch verdict {
    case .corroborated: 0
    case .singleOrigin: 1
    case .cannotBeMeasured: 2
    case .notFound: 3
    case .disputed: 4
    }
  }

  private mutating func part(_ claim: AnnotatedReport, _ text: String) -> ClaimAnswer.Part {
    let assertion = Assertion(claim, names: names, likeness: &likeness, parser: &parser)
    guard
      assertion.parts.count > 1 || assertion.isExistential && !assertion.parts.isEmpty
        || assertion.parts.contains(where: { $0.kind != .word }) && assertion.attribution != nil
    else {
      var part = ClaimAnswer.Part(text: text, verdict: .cannotBeMeasured)
      part.reasons = ["“\(text)” says too little for a report to bear it out."]
      return part
    }
    let finder = ClaimFinder(collation: collation, names: names)
    let passages = finder.passages(of: assertion, &likeness, &parser)
    return ClaimVerdict(collation: collation, stemma: stemma, assertion: assertion, text: text).part(passages)
  }

  /// As if it were a report of the story's first day.
  private func read(_ text: String) -> AnnotatedReport {
    // With its full stop, as sentences stand in reports.
    let text = text.last.map { ".!…".contains($0) } ?? true ? text : text + "."
    var report = Report(source: "the claim", sha256: "", original: text)
    let span = TextSpan(0, text.utf8.count)
    report.language = "en"
    report.text.append(text.utf8, standingFor: span)
    report.passages = [Report.Passage(.paragraph, range: 0..<report.text.bytes.count, span: span)]
    report.published = collation.story.reports.compactMap(\.report.published).filter { $0.moment.day != nil }
      .min { $0.moment < $1.moment }
    return annotate(report)
  }
}

/// Whether a claim is in a language that nothing is looked for in.
enum ClaimLanguage {
  /// A claim is too short for what tells a report's language: here words count that neither the reports nor English know.
  static func isForeign(_ claim: AnnotatedReport, names: StoryNames) -> Bool {
    if claim.caveats.contains(where: { $0.kind == .language }) { return true }
    let words = claim.tokens.filter { $0.kind == .word }
    let own = words.filter { !FunctionWords.contains($0.key) && !names.isKnown($0.key) }
    let function = words.count { FunctionWords.contains($0.key) && !shared.contains($0.key) }
    guard own.count >= 2, own.count * 3 >= words.count, function * 8 < words.count else { return false }
    return own.count { WordVectors.rarity(of: $0.key) >= rare } * 3 >= own.count * 2
  }

  /// Nats: of a word that is whole in the table and not among its rarest half.
  private static let rare = 9.6
  private static let shared: Set<String> = [
    "a", "all", "am", "an", "as", "at", "do", "for", "had", "have", "her", "i", "in", "is", "it", "man", "me", "most",
    "my",
    "no", "of", "on", "or", "over", "per", "so", "to", "under", "was", "we", "die", "war", "will", "also", "her",
  ]
}
