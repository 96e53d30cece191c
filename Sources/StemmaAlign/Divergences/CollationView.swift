import Foundation
import StemmaModel
import StemmaText

/// What the rules look at: a collation with the answers they all need.
struct CollationView {
  let collation: Collation
  var story: Story { collation.story }
  /// For each claim, each report's witness that is nearest to the lemma.
  let witnesses: [[Siglum: Claim.Witness]]
  /// The matter of those witnesses.
  let matter: [[Siglum: Matter]]
  /// The quantities of the story, each with its readings report by report.
  private(set) var quantities: [Quantity] = []
  /// Nats that a stem tells one sentence of the story from another.
  private let rarity: [String: Double]
  /// For each report, the words of names in its text, its byline and its credits.
  private let nameKeys: [Set<String>]
  /// For each report, the places of its witnesses with their claims, in order of claim.
  private let claims: [[(span: TextSpan, claim: Int)]]

  init(_ collation: Collation) {
    self.collation = collation
    let story = collation.story
    witnesses = collation.claims.map { claim in
      var best: [Siglum: Claim.Witness] = [:]
      for witness in claim.witnesses {
        if let known = best[witness.place.report], Self.rank(known, story) >= Self.rank(witness, story) { continue }
        best[witness.place.report] = witness
      }
      return best
    }
    var frequency: [String: Double] = [:]
    var sentences = 1.0
    for report in story.reports {
      for statement in report.statements {
        sentences += 1
        for stem in Set(report.tokens[statement.tokens].compactMap(Matter.stem)) { frequency[stem, default: 0] += 1 }
      }
    }
    var claims = [[(span: TextSpan, claim: Int)]](repeating: [], count: story.reports.count)
    for (index, claim) in collation.claims.enumerated() {
      for witness in claim.variants.flatMap(\.witnesses) {
        claims[witness.place.report.index].append((witness.place.span, index))
      }
    }
    self.claims = claims
    nameKeys = story.reports.map { report in
      let credited = report.report.credits.map(\.agency) + [report.report.byline?.text ?? ""]
      return Set(report.tokens.lazy.filter(\.isName).map(\.key)).union(credited.flatMap(Self.nameWords))
    }
    let whole = sentences
    let rarity = frequency.mapValues { log(whole / $0) }
    self.rarity = rarity
    matter = witnesses.map { claim in
      claim.mapValues { Matter(story[$0.place.report].tokens[$0.tokens], rarity: rarity) }
    }
    quantities = Quantity.all(in: self)
  }

  /// The body says it in full; a headline or a caption only where the body does not.
  private static func rank(_ witness: Claim.Witness, _ story: Story) -> Double {
    let report = story[witness.place.report]
    let statement = report.statement(around: witness.place.span)
    let isBody = statement.map { report.report.passages[$0.passage].kind == .paragraph } ?? false
    return witness.likeness + (isBody ? 1 : 0)
  }

  // MARK: What two passages have in common

  func matter(_ place: Place) -> Matter {
    let report = story[place.report]
    return Matter(report.tokens[report.tokenRange(of: place.span)], rarity: rarity)
  }

  func sentence(_ witness: Claim.Witness) -> Matter {
    statement(witness.place).map { matter(Place(witness.place.report, $0.span)) } ?? matter(witness.place)
  }

  /// Whether two reports' witnesses of a claim say the same of the same, and are not merely about one topic.
  func areKin(_ a: Siglum, _ b: Siglum, in claim: Int) -> Bool {
    guard let x = matter[claim][a], let y = matter[claim][b] else { return false }
    return x.isKin(to: y) || haveFigure(a, b, of: claim)
  }

  /// Whether two reports' witnesses of a claim say the same in so many words that it is the same statement.
  func areClose(_ a: Siglum, _ b: Siglum, in claim: Int) -> Bool {
    guard let x = matter[claim][a], let y = matter[claim][b] else { return false }
    // Another amount is another statement, however like its words.
    if let mine = figure(a, of: claim), let other = figure(b, of: claim) { return FigureGrouper.sameValue(mine, other) }
    return x.isClose(to: y)
  }

  /// Whether both witnesses have the amount that the claim is about, and the same.
  private func haveFigure(_ a: Siglum, _ b: Siglum, of claim: Int) -> Bool {
    guard let x = figure(a, of: claim), let y = figure(b, of: claim) else { return false }
    return FigureGrouper.sameValue(x, y)
  }

  private func figure(_ report: Siglum, of claim: Int) -> FigureMention? {
    guard let figure = collation.claims[claim].figure, let witness = witnesses[claim][report] else { return nil }
    return collation.figures[figure].variants.lazy.filter { $0.report == report }
      .map { self.story[report].figures[$0.mention] }.first { witness.place.span.contains($0.span) }
  }

  // MARK: Witnesses

  func lemma(_ claim: Int) -> Claim.Witness? {
    let place = collation.claims[claim].lemmaPlace
    return collation.claims[claim].witnesses.first { $0.place == place } ?? witnesses[claim][place.report]
  }

  func attribution(_ witness: Claim.Witness) -> Attribution? {
    witness.attribution.map { story[witness.place.report].attributions[$0] }
  }

  func statement(_ place: Place) -> Statement? { story[place.report].statement(around: place.span) }

  func isParagraph(_ place: Place) -> Bool {
    statement(place).map { story[place.report].report.passages[$0.passage].kind == .paragraph } ?? false
  }

  /// The words of a witness, without marks.
  func tokens(_ witness: Claim.Witness) -> [Token] {
    story[witness.place.report].tokens[witness.tokens].filter { $0.kind != .mark }
  }

  /// The words of the sentence a witness stands in, without marks.
  func sentenceTokens(_ witness: Claim.Witness) -> [Token] {
    guard let statement = statement(witness.place) else { return tokens(witness) }
    return story[witness.place.report].tokens[statement.tokens].filter { $0.kind != .mark }
  }

  /// Whether a place is inside somebody's quotation marks.
  func isMarked(_ place: Place) -> Bool {
    story[place.report].quotes.contains {
      $0.form != .indirect && $0.span.shared(with: place.span) * 2 > place.span.length
    }
  }

  /// The claim that has a witness over a place, if any.
  func claim(at place: Place) -> Int? {
    claims[place.report.index].first { $0.span.overlaps(place.span) }?.claim
  }

  // MARK: Words for the reader

  func reading(_ place: Place) -> String { story[place.report].report.reading(place.span) }

  /// The passage in quotation marks, on one line, cut between words where it is long.
  func quoted(_ place: Place) -> String {
    let words = reading(place).split(whereSeparator: \.isWhitespace)
    var text = ""
    for word in words {
      if text.utf8.count + word.utf8.count > 110 { return "“\(text) …”" }
      text += (text.isEmpty ? "" : " ") + word
    }
    while let last = text.last, ",;:".contains(last) { text.removeLast() }
    return "“\(text)”"
  }

  /// "A", "A and C", "A, B and C".
  func list(_ reports: [Siglum]) -> String {
    let names = reports.map(\.description)
    guard names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + names.last!
  }

  /// "A says", "A and C say".
  func list(_ reports: [Siglum], _ one: String, _ many: String) -> String {
    "\(list(reports)) \(reports.count == 1 ? one : many)"
  }

  // MARK: Names

  /// Names of two people, places or bodies may be one: a word that is not a title is in both.
  func mayBeOne(_ a: String, _ b: String) -> Bool {
    let (x, y) = (nameWords(a), nameWords(b))
    return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y)
  }

  /// Whether a report names somebody or something anywhere in its text, its byline or its credits.
  func names(_ siglum: Siglum, _ name: String) -> Bool {
    let wanted = nameWords(name)
    guard !wanted.isEmpty else { return true }
    return !nameKeys[siglum.index].isDisjoint(with: wanted)
  }

  /// Whether a report has every word of a name, in one place or several.
  func namesAll(_ siglum: Siglum, _ name: String) -> Bool {
    nameWords(name).isSubset(of: nameKeys[siglum.index])
  }

  func nameWords(_ text: String) -> Set<String> { Self.nameWords(text) }

  private static func nameWords(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)).subtracting(titles)
  }

  private static let titles: Set<String> = Set(
    """
    the a an of by to in at for and mr mrs ms dr sir president minister prime premier official officials agency news
    newspaper office ministry government state media spokesman spokeswoman readout statement report reports leader
    chief head meeting with talks conference press reporters court data figures
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

/// The stems in a passage that carry matter, names aside: everybody in a story has those.
struct Matter {
  /// With their weight in nats.
  private(set) var stems: [String: Double] = [:]
  private(set) var weight = 0.0

  /// Nats, and the share of the lighter passage, at which two passages say the same of the same.
  static let kinWeight = 5.0
  static let kinShare = 0.4

  init(_ tokens: some Sequence<Token>, rarity: [String: Double]) {
    for token in tokens {
      guard let stem = Self.stem(token), stems[stem] == nil else { continue }
      stems[stem] = rarity[stem] ?? 1
    }
    // Summed in order of the words, so that the sum has the same bits whatever the hash seed.
    weight = stems.keys.sorted().reduce(0) { $0 + stems[$1]! }
  }

  static func stem(_ token: Token) -> String? {
    guard token.kind != .mark, !token.isName, !FunctionWords.contains(token.key) else { return nil }
    return stem(token.key)
  }

  /// Cut, so that "neutral" and "neutrality", "territory" and "territorial" agree.
  static func stem(_ key: String) -> String { String(WordStem.of(key).prefix(7)) }

  func shared(with other: Matter) -> (count: Int, weight: Double) {
    let both = stems.keys.filter { other.stems[$0] != nil }.sorted()
    return (both.count, both.reduce(0) { $0 + stems[$1]! })
  }

  func isKin(to other: Matter, share: Double = Matter.kinShare) -> Bool {
    let shared = shared(with: other)
    return shared.count >= 2 && shared.weight >= Self.kinWeight
      && shared.weight >= share * min(weight, other.weight)
  }

  /// Half of the lighter in three words, or most of the heavier in two.
  func isClose(to other: Matter) -> Bool {
    let shared = shared(with: other)
    guard shared.weight >= Self.kinWeight else { return false }
    return shared.count >= 3 && shared.weight >= 0.5 * min(weight, other.weight)
      || shared.count >= 2 && shared.weight >= 0.6 * max(weight, other.weight)
  }

  /// The share of this passage's weight that another has.
  func share(in other: Matter) -> Double { weight > 0 ? shared(with: other).weight / weight : 1 }
}

extension AnnotatedReport {
  /// The sentence that a span begins in, or the first it touches.
  ///
  /// - Complexity: O(log *n*) in the sentences.
  func statement(around span: TextSpan) -> Statement? {
    var (low, high) = (0, statements.count)
    while low < high {
      let middle = (low + high) / 2
      if statements[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    guard low < statements.count, statements[low].span.overlaps(span) else { return nil }
    return statements[low]
  }
}
