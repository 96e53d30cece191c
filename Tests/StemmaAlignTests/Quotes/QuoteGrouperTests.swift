import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaAlign

@Suite struct QuoteGrouperTests {
  /// "A first words… | B first words…" for each quote of two passages or more, in order; two words of each.
  private func groups(_ drafts: [Draft]) -> [String] {
    let story = Story(reports: drafts.map(\.report), matches: [])
    let quotes = QuoteGrouper(story: story, words: StoryWords(story), clauses: [], claims: []).quotes()
    return quotes.filter { $0.variants.count > 1 }.map { quote in
      quote.variants.map { variant in
        let report = story[variant.report]
        let words = report.report.reading(report.quotes[variant.mention].span).split(separator: " ")
        return "\(variant.report) \(words.prefix(2).joined(separator: " "))"
      }.joined(separator: " | ")
    }
  }

  /// - Parameter quotes: each with who says it, a person unless there is no name.
  private func draft(_ text: String, _ quotes: [(String, String?)], _ form: QuoteMention.Form = .direct) -> Draft {
    var draft = Draft(text)
    for (words, name) in quotes {
      draft.quote(words, form, by: name.map { draft.lay(words, to: $0, .person) })
    }
    return draft
  }

  @Test func `one utterance is one quote, direct here and reported there`() {
    let a = draft(
      "“No bridge of mine will carry a crack into winter,” Marsh said.",
      [("No bridge of mine will carry a crack into winter", "Marsh")])
    let b = draft(
      "Marsh swore that no bridge of hers would carry cracks into the winter.",
      [("no bridge of hers would carry cracks into the winter", "Marsh")], .indirect)
    #expect(groups([a, b]) == ["A No bridge | B no bridge"])
  }

  @Test func `two speakers who say much the same are two quotes`() {
    let a = draft(
      "“The valley road must be closed before the snow,” said Marsh.",
      [("The valley road must be closed before the snow", "Marsh")])
    let b = draft(
      "“The valley road must be closed before the snow comes,” said Olsen.",
      [("The valley road must be closed before the snow comes", "Olsen")])
    #expect(groups([a, b]).isEmpty)
  }

  @Test func `two sentences of one speech about one matter are two quotes`() {
    let words = [
      "The viaduct has cracks in two piers of the eleven.",
      "Trains over the viaduct will stand still until the piers are whole.",
    ]
    let text = "“\(words[0])” said Marsh in the hall.\n“\(words[1])” Marsh said later."
    let drafts = (0..<2).map { _ in draft(text, [(words[0], "Marsh"), (words[1], "Marsh")]) }
    #expect(groups(drafts) == ["A The viaduct | B The viaduct", "A Trains over | B Trains over"])
  }

  @Test func `a fragment in a headline belongs to what it was cut from`() {
    var a = draft(
      "Marsh warns of “cracks we cannot explain”\n“Nobody runs trains over cracks we cannot explain,” Marsh told reporters.",
      [])
    a.quote("cracks we cannot explain", .partial)
    let words = "Nobody runs trains over cracks we cannot explain"
    a.quote(words, by: a.lay(words, to: "Marsh"))
    let b = draft("“\(words),” said Marsh.", [(words, "Marsh")])
    #expect(groups([a, b]) == ["A cracks we | A Nobody runs | B Nobody runs"])
  }

  @Test func `a fragment joins one utterance, and never makes one of two`() {
    let first = "We found rotten timber below the water line of the weir"
    let second = "Somebody painted over rotten timber before the inspection in April"
    let text = "“\(first),” Marsh said.\n“\(second),” Olsen said."
    let a = draft(text, [(first, "Marsh"), (second, "Olsen")])
    let b = draft(text, [(first, "Marsh"), (second, "Olsen")])
    var c = Draft("A weir of “rotten timber” stands no longer.")
    c.quote("rotten timber", .partial)
    let found = groups([a, b, c])
    #expect(found.count == 2)
    #expect(found.count { $0.contains("C rotten timber") } == 1)
  }

  @Test func `what is broken by its tag is one quote, unless others have a part alone`() {
    let (first, second) = ("Twice I told them of the knocking gate", "They wrote it into a green book")
    let text = "“\(first),” Olsen said. “\(second).”"
    let broken = [
      draft(text, [(first, "Olsen"), (second, "Olsen")]), draft(text, [(first, "Olsen"), (second, "Olsen")]),
    ]
    #expect(groups(broken) == ["A Twice I | A They wrote | B Twice I | B They wrote"])
    let alone = (0..<2).map { _ in draft("“\(first),” Olsen said.", [(first, "Olsen")]) }
    #expect(groups(broken + alone).count == 2)
  }

  @Test func `one says that it was so and another that it was not`() {
    let a = draft(
      "The mayor told that wolves killed sheep in the upper valley.",
      [("wolves killed sheep in the upper valley", nil)], .indirect)
    let b = draft(
      "A shepherd said that wolves killed no sheep in the valley.", [("wolves killed no sheep in the valley", nil)],
      .indirect)
    #expect(groups([a, b]).count <= 1)
    var c = a
    c.report.quotes = []
    c.quote(
      "wolves killed sheep in the upper valley", .indirect,
      by: c.lay("wolves killed sheep in the upper valley", to: "The mayor", .unnamed))
    var d = b
    d.report.quotes = []
    d.quote(
      "wolves killed no sheep in the valley", .indirect,
      by: d.lay("wolves killed no sheep in the valley", to: "A shepherd", .unnamed))
    #expect(groups([c, d]).isEmpty)
  }

  @Test func `a verbatim copy changes nothing among the others`() {
    let reports = [
      draft(
        "“No bridge of mine will carry a crack into winter,” Marsh said.",
        [("No bridge of mine will carry a crack into winter", "Marsh")]),
      draft(
        "Marsh swore that no bridge of hers would carry cracks into the winter.",
        [("no bridge of hers would carry cracks into the winter", "Marsh")], .indirect),
      draft(
        "“The valley road must be closed before the snow,” said Olsen.",
        [("The valley road must be closed before the snow", "Olsen")]),
      draft(
        "Olsen wants the valley road closed before snow falls.",
        [("the valley road closed before snow falls", "Olsen")], .indirect),
    ]
    func withoutCopy(_ groups: [String]) -> [String] {
      groups.map { $0.components(separatedBy: " | ").filter { !$0.hasPrefix("E ") }.joined(separator: " | ") }
    }
    #expect(groups(reports).count == 2)
    for copied in reports { #expect(withoutCopy(groups(reports + [copied])) == groups(reports)) }
  }

  @Test func `the same report a thousand times is grouped at once`() {
    let words = "No bridge of mine will carry a crack into winter"
    let report = draft("“\(words),” Marsh said.", [(words, "Marsh")]).report
    let story = Story(reports: Array(repeating: report, count: 1000), matches: [])
    let quotes = QuoteGrouper(story: story, words: StoryWords(story), clauses: [], claims: []).quotes()
    #expect(quotes.map(\.variants.count) == [1000])
    #expect(!quotes[0].variants.contains { $0.relation != .verbatim })
  }
}
