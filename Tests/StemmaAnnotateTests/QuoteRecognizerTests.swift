import StemmaModel
import Testing

struct QuoteRecognizerTests {
  private func check(
    _ sample: Sample, _ expected: (String, QuoteMention.Form, String?)..., location: SourceLocation = #_sourceLocation
  ) {
    let annotated = sample.annotated
    annotated.checkInvariants(location)
    let found = annotated.quotes.map { (annotated.words($0.span), $0.form, annotated.source($0)?.name) }
    #expect(found.map(\.0) == expected.map(\.0), sourceLocation: location)
    #expect(found.map(\.1) == expected.map(\.1), sourceLocation: location)
    #expect(found.map(\.2) == expected.map(\.2), sourceLocation: location)
  }

  @Test func `a quote broken by its tag has two passages and one speaker`() {
    check(
      Sample("\"The pier is gone,\" said Lena Ott, the mayor. \"We must build anew.\""),
      ("The pier is gone,", .direct, "Lena Ott"),
      ("We must build anew.", .direct, "Lena Ott"))
    check(
      Sample("“The pier,” Lena Ott said, “is gone.”"), ("The pier,", .direct, "Lena Ott"),
      ("is gone.", .direct, "Lena Ott"))
  }

  @Test func `straight, curly, angle and single marks are read`() {
    for text in [
      "\"We are safe,\" Lena Ott said.", "“We are safe,” Lena Ott said.", "«We are safe,» Lena Ott said.",
      "‘We are safe,’ Lena Ott said.", "'We are safe,' Lena Ott said.",
    ] {
      check(Sample(text), ("We are safe,", .direct, "Lena Ott"))
    }
  }

  @Test func `apostrophes are no quotation marks`() {
    #expect(Sample("The workers' boats and the mayor's house weren't hit in the '90s.").annotated.quotes.isEmpty)
  }

  @Test func `words in marks without a speaker have no source`() {
    check(Sample("The “old pier” fell in the night."), ("old pier", .scare, nil))
  }

  @Test func `a fragment in a headline is partial`() {
    check(Sample("It rained.", title: "Mayor offers 'firm help' after flood"), ("firm help", .partial, "Mayor"))
  }

  @Test func `a quote of several paragraphs has one passage in each`() {
    check(
      Sample(
        "\"The water came at night.", "\"We ran to the hill.", "\"Nobody slept,\" Paul Weir, a farmer, told reporters."),
      ("The water came at night.", .direct, "Paul Weir"), ("We ran to the hill.", .direct, "Paul Weir"),
      ("Nobody slept,", .direct, "Paul Weir"))
  }

  @Test func `a quote closed a paragraph later goes on`() {
    check(
      Sample("\"The dam must be mended.", "It is the law,\" Lena Ott told reporters in Northport."),
      ("The dam must be mended.", .direct, "Lena Ott"),
      ("It is the law,", .direct, "Lena Ott"))
  }

  @Test func `a quote never closed ends with its paragraph`() {
    let quotes = Sample(
      "A clerk saw \"a hole in the roof.", "Snow fell.", "Wind rose.", "Ice came.", "Night fell.", "Day broke."
    ).annotated.quotes
    #expect(quotes.count == 1)
  }

  @Test func `a pronoun means the last speaker`() {
    check(
      Sample(
        "Lena Ott, the mayor, said the road was shut.", "\"It will open soon,\" she said.", "\"I promise,\" she added."),
      ("the road was shut", .indirect, "Lena Ott"), ("It will open soon,", .direct, "Lena Ott"),
      ("I promise,", .direct, "Lena Ott"))
  }

  @Test func `a paragraph that is only a quote goes on with the speaker`() {
    check(
      Sample("\"We lost the barn,\" Paul Weir said.", "\"The house still stands.\""),
      ("We lost the barn,", .direct, "Paul Weir"),
      ("The house still stands.", .direct, "Paul Weir"))
  }

  @Test func `a colon leads to a whole sentence`() {
    check(Sample("Lena Ott said: “The ferry is late.”"), ("The ferry is late.", .direct, "Lena Ott"))
  }

  @Test func `reported words are indirect, with the participle that adds to them apart`() {
    check(
      Sample("Lena Ott said that sales had passed the old mark, representing a rise of a third."),
      ("sales had passed the old mark", .indirect, "Lena Ott"),
      ("representing a rise of a third", .indirect, "Lena Ott"))
  }

  @Test func `outside English marked words are found and nothing else`() {
    let annotated = Sample("„Wir sind sicher“, sagte Lena Ott am 3. Mai.", language: "de").annotated
    #expect(annotated.quotes.count == 1)
    #expect(annotated.figures.isEmpty && annotated.names.isEmpty && annotated.attributions.isEmpty)
    annotated.checkInvariants()
  }

  @Test(arguments: [
    ("„We are late“, Ott said. Weir left.", ["We are late"]), ("»We are late«, Ott said. Weir left.", ["We are late"]),
    ("The '90s were dry and the players' union slept.", []), ("’Tis the season of rock 'n' roll.", []),
    ("Ott said the ’80s were ‘very wet’.", ["very wet"]),
  ])
  func `marks that turn the other way close, and letters left out open nothing`(text: String, quotes: [String]) {
    let annotated = Sample(text).annotated
    #expect(annotated.quotes.filter { $0.form != .indirect }.map { annotated.words($0.span) } == quotes)
  }
}
