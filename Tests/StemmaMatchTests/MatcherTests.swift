import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaMatch

@Suite struct MatcherTests {
  @Test func `a shared run is found in both reports, whole`() throws {
    let a = annotated("At dawn the ferry struck the northern pier of Osk. Nobody was hurt.")
    let b = annotated("Officials said the ferry struck the northern pier of Osk before breakfast.")
    let matches = Matcher().match([a, b])
    try #require(matches.count == 1)
    #expect((matches[0].a, matches[0].b) == (0, 1))
    #expect(matches[0].words == 8)
    #expect(a.report.exact(a.span(of: matches[0].aTokens)) == "the ferry struck the northern pier of Osk")
    #expect(b.report.exact(b.span(of: matches[0].bTokens)) == "the ferry struck the northern pier of Osk")
    #expect(!matches[0].isQuoted)
  }

  @Test func `marks and capitals do not break a run`() throws {
    let a = annotated("The Ferry — struck, twice; the northern pier.")
    let b = annotated("Later the ferry struck twice the northern pier!")
    let match = try #require(Matcher().match([a, b]).first)
    #expect(match.words == 7)
    #expect(a.report.exact(a.span(of: match.aTokens)) == "The Ferry — struck, twice; the northern pier")
  }

  @Test func `three words are a phrase of the language, and so are any number of function words`() {
    let few = Matcher().match([annotated("Big red boats sank."), annotated("Old big red boats float.")])
    #expect(few.isEmpty)
    let empty = Matcher().match([
      annotated("It was not that they were there before us."),
      annotated("He said it was not that they were there before."),
    ])
    #expect(empty.isEmpty)
  }

  @Test func `a run inside quotation marks on both sides is marked as quoted`() throws {
    let quote = "“We shall rebuild every single house in this valley,”"
    let quoted = Matcher().match([annotated("\(quote) Marsh said."), annotated("On Monday Marsh told us: \(quote).")])
    #expect(quoted.map(\.isQuoted) == [true])
    let oneSided = Matcher().match([
      annotated("\(quote) Marsh said."), annotated("Marsh said we shall rebuild every single house in this valley."),
    ])
    #expect(oneSided.map(\.isQuoted) == [false])
  }

  @Test func `a run of rare words says more than one of the story's own`() throws {
    let reports = [
      annotated("Flood water reached Osk town again. A purple submarine surfaced beside Tromm castle."),
      annotated("Flood water reached Osk town today. That purple submarine surfaced beside Tromm castle."),
      annotated("Flood water reached Osk town, twice. Flood water reached Osk town, thrice."),
    ]
    let matches = Matcher().match(reports).filter { $0.a == 0 && $0.b == 1 }
    try #require(matches.count == 2)
    #expect(matches[0].nats / Double(matches[0].words) < matches[1].nats / Double(matches[1].words))
    #expect(matches.allSatisfy { $0.nats >= 0 })
  }

  @Test func `reports that share nothing, one report and no report have no match`() {
    #expect(
      Matcher().match([annotated("Nothing in common here at all."), annotated("Quite other words stand there.")])
        .isEmpty)
    #expect(Matcher().match([annotated("A single report with words.")]).isEmpty)
    #expect(Matcher().match([]).isEmpty)
    #expect(Matcher().match([annotated(""), annotated("")]).isEmpty)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `it agrees with a search of every pair of places`(seed: UInt64) {
    let reports = RandomReports.make(seed: seed)
    let found = Matcher().match(reports).map(Shared.init)
    #expect(found == NaiveMatcher(reports: reports, leastWords: Matcher.leastWords).matches())
  }

  @Test func `the same reports give the same matches, and in order`() {
    let reports = RandomReports.make(seed: 99, count: 12, words: 120)
    let first = Matcher().match(reports)
    #expect(!first.isEmpty)
    #expect(first == first.sorted { ($0.a, $0.b, $0.aTokens.lowerBound) < ($1.a, $1.b, $1.aTokens.lowerBound) })
    for _ in 0..<5 { #expect(Matcher().match(reports) == first) }
  }

  @Test func `turned round, the reports share the same words`() {
    for seed in 200..<220 as Range<UInt64> {
      let reports = RandomReports.make(seed: seed, count: 2)
      let (there, back) = (Matcher().match(reports), Matcher().match(reports.reversed()))
      #expect(there.map(\.words).max() == back.map(\.words).max())
      #expect(there.isEmpty == back.isEmpty)
    }
  }

  @Test func `a verbatim copy changes no match among the others`() {
    var reports = RandomReports.make(seed: 7, count: 8, words: 90)
    let before = Matcher().match(reports)
    reports.append(reports[3])
    let after = Matcher().match(reports)
    #expect(!before.isEmpty)
    #expect(after.filter { $0.b < 8 }.map(Shared.init) == before.map(Shared.init))
    #expect(after.filter { $0.b == 8 && $0.a == 3 }.map(\.words) == [reports[3].tokens.count { $0.kind != .mark }])
  }

  @Test func `the same report a thousand times is looked through once, and all hang together`() {
    let report = annotated("A lamp post in Fenmoor walked away on its own at noon. Nobody has seen it since.")
    let matches = Matcher().match(Array(repeating: report, count: 1000))
    #expect(!matches.contains { $0.words != 17 || $0.aTokens != $0.bTokens })
    #expect(matches.count <= 1000 * CandidateIndex.most(among: 1000))
    #expect(areOne(1000, matches.map { ($0.a, $0.b) }))
  }

  @Test func `prints of one dispatch do not hide what else is near`() {
    let dispatch = "The kiln at Brandmoor burst on Sunday, and its chimney fell across the towing path."
    let rewrite = "On Sunday the kiln at Brandmoor burst, wrote a reader, and its chimney fell across two gardens."
    let reports = Array(repeating: annotated(dispatch), count: 120) + [annotated(rewrite)]
    #expect(Matcher().match(reports).contains { $0.b == 120 })
  }

  @Test func `a text five hundred times as long as the rest is read once`() {
    var random = SeededRandom(5)
    func text(_ words: Int) -> String {
      (0..<words).map { _ in "w\(Int.random(in: 0..<40, using: &random))" }.joined(separator: " ") + "."
    }
    let reports = [annotated(text(30_000))] + (0..<60).map { _ in annotated(text(60)) }
    let time = ContinuousClock().measure { #expect(!Matcher().match(reports).isEmpty) }
    #expect(time < .seconds(5))
  }
}

/// Whether pairs join all of so many.
func areOne(_ count: Int, _ pairs: [(a: Int, b: Int)]) -> Bool {
  var group = Array(0..<count)
  func root(_ i: Int) -> Int {
    var i = i
    while group[i] != i { i = group[i] }
    return i
  }
  for pair in pairs { group[root(pair.b)] = root(pair.a) }
  return Set(group.indices.map(root)).count == 1
}

/// What a match says of two places.
private struct Shared: Hashable {
  var a: Int
  var b: Int
  var aTokens: Range<Int>
  var bTokens: Range<Int>
  var words: Int
  var isQuoted: Bool

  init(_ match: Match) {
    (a, b, aTokens, bTokens) = (match.a, match.b, match.aTokens, match.bTokens)
    (words, isQuoted) = (match.words, match.isQuoted)
  }

  init(a: Int, b: Int, aTokens: Range<Int>, bTokens: Range<Int>, words: Int, isQuoted: Bool) {
    (self.a, self.b, self.aTokens, self.bTokens) = (a, b, aTokens, bTokens)
    (self.words, self.isQuoted) = (words, isQuoted)
  }

  var turned: Shared { Shared(a: b, b: a, aTokens: bTokens, bTokens: aTokens, words: words, isQuoted: isQuoted) }
}

/// The matcher's slow twin: it compares every place of every report with every place of every other.
private struct NaiveMatcher {
  let reports: [AnnotatedReport]
  let leastWords: Int

  func matches() -> [Shared] {
    reports.indices.flatMap { a in
      reports.indices.dropFirst(a + 1).flatMap { b in matches(a, b) }
    }
  }

  private func words(_ report: AnnotatedReport) -> [Int] {
    report.tokens.indices.filter { report.tokens[$0].kind != .mark }
  }

  private func matches(_ a: Int, _ b: Int) -> [Shared] {
    // The shorter is looked through.
    let isTurned = words(reports[b]).count > words(reports[a]).count
    let found = isTurned ? runs(b, a).map(\.turned) : runs(a, b)
    return found.sorted {
      ($0.aTokens.lowerBound, $0.bTokens.lowerBound) < ($1.aTokens.lowerBound, $1.bTokens.lowerBound)
    }
  }

  /// The runs of `b`, where they first stand in `a`.
  private func runs(_ a: Int, _ b: Int) -> [Shared] {
    let (x, y) = (words(reports[a]), words(reports[b]))
    func key(_ report: Int, _ token: Int) -> String { reports[report].tokens[token].key }
    var found: [Shared] = []
    var reached = 0
    for start in y.indices {
      // The longest stretch of `a` that stands here, and where it first stands.
      var best = (at: 0, length: 0)
      for at in x.indices {
        var length = 0
        while at + length < x.count, start + length < y.count,
          key(a, x[at + length]) == key(b, y[start + length])
        { length += 1 }
        if length > best.length { best = (at, length) }
      }
      // One that ends no later than an earlier one lies inside it.
      guard best.length >= leastWords, start + best.length > reached else { continue }
      reached = start + best.length
      let (inA, inB) = (x[best.at..<best.at + best.length], y[start..<start + best.length])
      guard inA.contains(where: { !Self.functionWords.contains(key(a, $0)) }) else { continue }
      found.append(
        Shared(
          a: a, b: b, aTokens: inA.first!..<inA.last! + 1, bTokens: inB.first!..<inB.last! + 1, words: best.length,
          isQuoted: isQuoted(a, inA) && isQuoted(b, inB)))
    }
    return found
  }

  private func isQuoted(_ report: Int, _ tokens: ArraySlice<Int>) -> Bool {
    let inside = tokens.filter { token in
      reports[report].quotes.contains { $0.span.overlaps(reports[report].tokens[token].span) }
    }
    return inside.count * 2 > tokens.count
  }

  /// Those that the random reports use.
  private static let functionWords: Set<String> = ["the", "of", "was"]
}

/// Reports of a small vocabulary, so that they share a lot by chance.
private enum RandomReports {
  static func make(seed: UInt64, count: Int = 4, words: Int = 60) -> [AnnotatedReport] {
    var random = SeededRandom(seed)
    let vocabulary = ["the", "of", "was"] + (0..<Int.random(in: 2...12, using: &random)).map { "w\($0)" }
    return (0..<count).map { _ in
      var text = ""
      var quoted = false
      for _ in 0..<Int.random(in: 0...words, using: &random) {
        if Int.random(in: 0..<12, using: &random) == 0 {
          text += quoted ? "” " : "“"
          quoted.toggle()
        }
        text += vocabulary.randomElement(using: &random)! + (Int.random(in: 0..<9, using: &random) == 0 ? ". " : " ")
      }
      return annotated(text + (quoted ? "”" : ""))
    }
  }
}
