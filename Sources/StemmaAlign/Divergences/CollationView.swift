import StemmaModel
import StemmaText

/// What the rules look at: a collation with the answers they all need.
struct CollationView {
  let collation: Collation
  var story: Story { collation.story }
  let vocabulary: Vocabulary
  /// For each claim, every report that has it, in order, with the statement that it is in.
  private(set) var carriers: [[(report: Siglum, statement: Int?)]] = []
  /// For each claim, what is compared: what each report has for it, in order of report.
  private(set) var readings: [[Reading]] = []
  /// For each claim, what its sentences have that rules look for.
  private(set) var classes: [WordClass] = []
  /// For each report, for each statement.
  let sentences: [[WordClass]]
  /// The quantities of the story, each with its readings report by report.
  private(set) var quantities: [Quantity] = []
  private let marked: [SpanIndex]
  private let markedSpans: [[TextSpan]]
  private let times: [SpanIndex]
  private let contents: [SpanIndex]
  private let figures: [SpanIndex]
  /// Places where a person is named; the others are empty.
  private let people: [SpanIndex]
  /// For each report, the words of names in its text, by number and in order, and those of its byline and credits.
  private let names: [[Int32]]
  private let credited: [Set<String>]
  /// For each report, the places of its witnesses and their claims, in order of claim.
  private let claims: [SpanIndex]
  private let claimNumbers: [[Int]]

  /// - Complexity: O(*n* log *n*) in the tokens and witnesses of the story.
  init(_ collation: Collation) {
    self.collation = collation
    let story = collation.story
    let vocabulary = Vocabulary(story)
    self.vocabulary = vocabulary
    sentences = story.reports.indices.map { Self.sentences(of: story.reports[$0], $0, vocabulary) }
    markedSpans = story.reports.map { $0.quotes.filter { $0.form != .indirect }.map(\.span) }
    marked = markedSpans.map(SpanIndex.init)
    times = story.reports.map { SpanIndex($0.times.map(\.span)) }
    contents = story.reports.map { SpanIndex($0.attributions.map(\.content)) }
    figures = story.reports.map { SpanIndex($0.figures.map(\.span)) }
    people = story.reports.map { report in
      SpanIndex(report.names.map { report.entities[$0.entity].kind == .person ? $0.span : TextSpan(0, 0) })
    }
    names = story.reports.indices.map { index in
      let report = story.reports[index]
      return Set(report.tokens.indices.lazy.filter { report.tokens[$0].isName }.map { vocabulary.words[index][$0] })
        .sorted()
    }
    credited = story.reports.map { report in
      Set((report.report.credits.map(\.agency) + [report.report.byline?.text ?? ""]).flatMap(Self.nameWords))
    }
    var places = [[(span: TextSpan, claim: Int)]](repeating: [], count: story.reports.count)
    for (index, claim) in collation.claims.enumerated() {
      for variant in claim.variants {
        for witness in variant.witnesses {
          places[witness.place.report.index].append((witness.place.span, index))
        }
      }
    }
    claims = places.map { SpanIndex($0.map(\.span)) }
    claimNumbers = places.map { $0.map(\.claim) }
    let best = collation.claims.map { Self.best(of: $0, in: story) }
    carriers = best.map { $0.map { ($0.witness.place.report, $0.statement) } }
    let view = self
    readings = Parallel.flatMap(best.count, by: 32) { part in part.map { view.readings(of: best[$0]) } }
    classes = readings.map { $0.reduce(into: []) { $0.formUnion($1.sentence) } }
    quantities = Quantity.all(in: self)
  }

  /// What the sentences of a report have in them.
  private static func sentences(of report: AnnotatedReport, _ index: Int, _ vocabulary: Vocabulary) -> [WordClass] {
    var classes = report.statements.map { vocabulary.classes(index, $0.tokens) }
    func mark(_ span: TextSpan, _ own: WordClass) {
      var at = report.firstStatement(endingAfter: span.start)
      while at < classes.count, report.statements[at].span.start < span.end {
        if report.statements[at].span.overlaps(span) { classes[at].insert(own) }
        at += 1
      }
    }
    for attribution in report.attributions {
      mark(attribution.content, .attributed)
      if let cue = attribution.cueSpan { mark(cue, .attributed) }
    }
    for quote in report.quotes { mark(quote.span, .quoted) }
    for time in report.times { mark(time.span, .timed) }
    return classes
  }

  // MARK: Readings

  private typealias Carrier = (witness: Claim.Witness, statement: Int?, isParagraph: Bool)

  /// Each report's witness that is nearest to the lemma, in order of report.
  private static func best(of claim: Claim, in story: Story) -> [Carrier] {
    var best: [Carrier] = []
    var byReport: [Int: Int] = [:]
    for variant in claim.variants {
      for witness in variant.witnesses {
        let report = story[witness.place.report]
        let statement = report.statementIndex(around: witness.place.span)
        let isParagraph = statement.map { report.isParagraph(report.statements[$0]) } ?? false
        let next = (witness, statement, isParagraph)
        guard let known = byReport[witness.place.report.index] else {
          byReport[witness.place.report.index] = best.count
          best.append(next)
          continue
        }
        // The body says it in full; a headline or a caption only where the body does not.
        let (old, new) = (
          best[known].witness.likeness + (best[known].isParagraph ? 1 : 0), witness.likeness + (isParagraph ? 1 : 0)
        )
        if new > old || new == old && witness.place < best[known].witness.place { best[known] = next }
      }
    }
    return best.sorted { $0.witness.place < $1.witness.place }
  }

  private func readings(of best: [Carrier]) -> [Reading] {
    let all = best.map { witness, statement, isParagraph in
      Reading(
        report: witness.place.report, witness: witness, statement: statement, isParagraph: isParagraph,
        words: vocabulary.classes(witness.place.report.index, witness.tokens),
        sentence: statement.map { sentences[witness.place.report.index][$0] } ?? [])
    }
    return ReadingChooser.choose(all, sameWords: haveSameWords, key: wording).map { reading in
      var reading = reading
      reading.matter = matter(of: reading.witness.tokens, reading.report.index)
      reading.persons = persons(reading)
      return reading
    }
  }

  private func haveSameWords(_ a: Reading, _ b: Reading) -> Bool {
    let (x, y) = (context(a), context(b))
    let (mine, theirs) = (vocabulary.words[a.report.index], vocabulary.words[b.report.index])
    return a.isParagraph == b.isParagraph && x.count == y.count && mine[x] == theirs[y]
      && a.witness.tokens.lowerBound - x.lowerBound == b.witness.tokens.lowerBound - y.lowerBound
      && a.witness.tokens.count == b.witness.tokens.count
      && attribution(a)?.source.name == attribution(b)?.source.name
  }

  /// A number that readings with the same words have in common.
  private func wording(_ reading: Reading) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for word in vocabulary.words[reading.report.index][context(reading)] {
      hash = (hash ^ UInt64(UInt32(bitPattern: word))) &* 1_099_511_628_211
    }
    return hash
  }

  /// Who is named as a person in the sentence of a reading, by the last word of the name.
  private func persons(_ reading: Reading) -> Set<String> {
    statement(reading).map { persons(reading.report, in: $0.span) } ?? []
  }

  /// The sentence of a reading; its own words where it has none.
  private func context(_ reading: Reading) -> Range<Int> {
    reading.statement.map { story[reading.report].statements[$0].tokens } ?? reading.witness.tokens
  }

  func reading(_ report: Siglum, of claim: Int) -> Reading? {
    let all = readings[claim]
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].report < report { low = middle + 1 } else { high = middle }
    }
    return low < all.count && all[low].report == report ? all[low] : nil
  }

  /// Where a copy of a reading has the words that stand at a place in the reading's sentence.
  func counterpart(of place: Place, _ reading: Reading, in copy: Siglum, of claim: Int) -> Place? {
    let own = context(reading)
    let tokens = story[place.report].tokenRange(of: place.span)
    let all = carriers[claim]
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].report < copy { low = middle + 1 } else { high = middle }
    }
    guard low < all.count, all[low].report == copy, let number = all[low].statement,
      own.lowerBound <= tokens.lowerBound, tokens.upperBound <= own.upperBound, !tokens.isEmpty
    else { return nil }
    let there = story[copy].statements[number].tokens
    let shift = there.lowerBound - own.lowerBound
    let moved = (tokens.lowerBound + shift)..<(tokens.upperBound + shift)
    guard moved.upperBound <= there.upperBound else { return nil }
    return Place(copy, story[copy].span(of: moved))
  }

  /// That of the lemma, or of the report that has it.
  func lemma(_ claim: Int) -> Reading? {
    reading(collation.claims[claim].lemmaPlace.report, of: claim) ?? readings[claim].first
  }

  /// What most reports have; of equals what the first has.
  func commonest<Value: Hashable>(_ values: [Siglum: Value], in claim: Int? = nil) -> Value? {
    var votes: [Value: Int] = [:]
    for (report, value) in values {
      votes[value, default: 0] += claim.flatMap { reading(report, of: $0)?.votes } ?? 1
    }
    return values.keys.sorted().map { values[$0]! }.enumerated()
      .max { (votes[$0.element]!, $1.offset) < (votes[$1.element]!, $0.offset) }?.element
  }

  /// The reports that some readings of a claim stand for, counted.
  func votes(_ reports: some Sequence<Siglum>, in claim: Int) -> Int {
    reports.reduce(0) { $0 + (reading($1, of: claim)?.votes ?? 1) }
  }

  /// The reports that all compared readings of a claim stand for, counted.
  func comparedVotes(_ claim: Int) -> Int { readings[claim].reduce(0) { $0 + $1.votes } }

  // MARK: What two passages have in common

  func matter(of tokens: Range<Int>, _ index: Int) -> Matter {
    let report = story.reports[index]
    return Matter(tokens.lazy.compactMap { vocabulary.stem(report, index, $0) }, rarity: vocabulary.rarity)
  }

  func matter(_ place: Place) -> Matter {
    matter(of: story[place.report].tokenRange(of: place.span), place.report.index)
  }

  func sentenceMatter(_ reading: Reading) -> Matter { matter(of: context(reading), reading.report.index) }

  /// Whether two reports' witnesses of a claim say the same of the same, and are not merely about one topic.
  func areKin(_ a: Reading, _ b: Reading, in claim: Int) -> Bool {
    a.matter.isKin(to: b.matter) || haveFigure(a, b, of: claim)
  }

  /// Whether two reports' witnesses of a claim say the same in so many words that it is the same statement.
  func areClose(_ a: Reading, _ b: Reading, in claim: Int) -> Bool {
    // Another amount is another statement, however like its words.
    if let mine = figure(a, of: claim), let other = figure(b, of: claim) { return FigureGrouper.sameValue(mine, other) }
    return a.matter.isClose(to: b.matter)
  }

  /// Whether two readings make one statement of one subject: what hangs on a single word of one of them is only then a
  /// difference, and not another fact.
  func areOne(_ a: Reading, _ b: Reading, in claim: Int) -> Bool {
    guard areClose(a, b, in: claim), !areOfOthers(a, b) else { return false }
    let shared = a.matter.shared(with: b.matter)
    return shared.weight >= 0.6 * min(a.matter.weight, b.matter.weight)
      && shared.weight >= 0.4 * max(a.matter.weight, b.matter.weight)
  }

  func areOne(_ a: Siglum, _ b: Siglum, in claim: Int) -> Bool {
    guard let x = reading(a, of: claim), let y = reading(b, of: claim) else { return false }
    return areOne(x, y, in: claim)
  }

  /// Whether the sentences around both name persons, and none in common.
  func areOfOthers(_ a: Reading, _ b: Reading) -> Bool {
    !a.persons.isEmpty && !b.persons.isEmpty && a.persons.isDisjoint(with: b.persons)
  }

  func areKin(_ a: Siglum, _ b: Siglum, in claim: Int) -> Bool {
    guard let x = reading(a, of: claim), let y = reading(b, of: claim) else { return false }
    return areKin(x, y, in: claim)
  }

  func areClose(_ a: Siglum, _ b: Siglum, in claim: Int) -> Bool {
    guard let x = reading(a, of: claim), let y = reading(b, of: claim) else { return false }
    return areClose(x, y, in: claim)
  }

  /// Whether both witnesses have the amount that the claim is about, and the same.
  private func haveFigure(_ a: Reading, _ b: Reading, of claim: Int) -> Bool {
    guard let x = figure(a, of: claim), let y = figure(b, of: claim) else { return false }
    return FigureGrouper.sameValue(x, y)
  }

  private func figure(_ reading: Reading, of claim: Int) -> FigureMention? {
    guard let figure = collation.claims[claim].figure else { return nil }
    let variants = collation.figures[figure].variants
    // In order of report.
    var (low, high) = (0, variants.count)
    while low < high {
      let middle = (low + high) / 2
      if variants[middle].report < reading.report { low = middle + 1 } else { high = middle }
    }
    while low < variants.count, variants[low].report == reading.report {
      let mention = story[reading.report].figures[variants[low].mention]
      if reading.place.span.contains(mention.span) { return mention }
      low += 1
    }
    return nil
  }

  // MARK: Passages

  func attribution(_ reading: Reading) -> Attribution? {
    reading.witness.attribution.map { story[reading.report].attributions[$0] }
  }

  func statement(_ place: Place) -> Statement? { story[place.report].statement(around: place.span) }

  func statement(_ reading: Reading) -> Statement? { reading.statement.map { story[reading.report].statements[$0] } }

  func isParagraph(_ place: Place) -> Bool { statement(place).map { story[place.report].isParagraph($0) } ?? false }

  /// The words of a witness, without marks.
  func tokens(_ reading: Reading) -> [Token] {
    story[reading.report].tokens[reading.witness.tokens].filter { $0.kind != .mark }
  }

  /// Whether a place is inside somebody's quotation marks.
  func isMarked(_ place: Place) -> Bool {
    marked[place.report.index].overlapping(place.span).contains {
      markedSpans[place.report.index][$0].shared(with: place.span) * 2 > place.span.length
    }
  }

  /// The times that a stretch of a report has in it, in order.
  func times(_ report: Siglum, in span: TextSpan) -> [TimeMention] {
    times[report.index].overlapping(span).map { story[report].times[$0] }
  }

  /// The amounts that a stretch of a report has in it, in order.
  func figures(_ report: Siglum, in span: TextSpan) -> [FigureMention] {
    figures[report.index].overlapping(span).map { story[report].figures[$0] }
  }

  /// Who is named in the sentence before a place, by surname.
  func persons(before place: Place) -> Set<String> {
    guard let statement = statement(place), statement.span.start < place.span.start else { return [] }
    return persons(place.report, in: TextSpan(statement.span.start, place.span.start))
  }

  private func persons(_ report: Siglum, in span: TextSpan) -> Set<String> {
    let own = story[report]
    return Set(
      people[report.index].overlapping(span).compactMap {
        own.entities[own.names[$0].entity].name.lowercased().split(separator: " ").last.map(String.init)
      })
  }

  /// What is laid to somebody in a stretch of a report, in order.
  func attributions(_ report: Siglum, in span: TextSpan) -> [Attribution] {
    contents[report.index].overlapping(span).map { story[report].attributions[$0] }
  }

  /// The first claim that has a witness over a place, if any.
  func claim(at place: Place) -> Int? {
    claims[place.report.index].overlapping(place.span).first.map { claimNumbers[place.report.index][$0] }
  }

  /// All of those.
  func claims(at place: Place) -> [Int] {
    claims[place.report.index].overlapping(place.span).map { claimNumbers[place.report.index][$0] }
  }

  // MARK: Names

  /// Names of two people, places or bodies may be one: a word that is not a title is in both.
  func mayBeOne(_ a: String, _ b: String) -> Bool {
    let (x, y) = (nameWords(a), nameWords(b))
    return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y)
  }

  /// Whether a report names somebody or something anywhere in its text, its byline or its credits.
  func names(_ report: Siglum, _ name: String) -> Bool {
    let wanted = nameWords(name)
    return wanted.isEmpty || wanted.contains { has(report, $0) }
  }

  /// Whether a report has every word of a name, in one place or several.
  func namesAll(_ report: Siglum, _ name: String) -> Bool { nameWords(name).allSatisfy { has(report, $0) } }

  private func has(_ report: Siglum, _ word: String) -> Bool {
    if credited[report.index].contains(word) { return true }
    guard let number = vocabulary.word(word) else { return false }
    let all = names[report.index]
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < all.count && all[low] == number
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
