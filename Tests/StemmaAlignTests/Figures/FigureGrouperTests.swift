import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaAlign

@Suite struct FigureGrouperTests {
  /// "A 14 barges | B 16 barges" for each figure of two mentions or more, in order.
  private func groups(_ drafts: [Draft]) -> [String] {
    let story = Story(reports: drafts.map(\.report), matches: [])
    return FigureGrouper(story: story, words: StoryWords(story)).figures().filter { $0.variants.count > 1 }.map {
      figure in
      figure.variants.map { variant in
        let report = story[variant.report]
        return "\(variant.report) \(report.report.reading(report.figures[variant.mention].span))"
      }.joined(separator: " | ")
    }
  }

  private func draft(_ text: String, _ figures: [(String, Double, String)]) -> Draft {
    var draft = Draft(text)
    for (words, value, unit) in figures { draft.figure(words, value, unit) }
    return draft
  }

  @Test func `one amount in two wordings is one figure`() {
    let a = draft("The repair of the sluice will cost 12 million crowns.", [("12 million crowns", 12e6, "SEK")])
    let b = draft("Repairs to the sluice are put at 12 million crowns.", [("12 million crowns", 12e6, "SEK")])
    #expect(groups([a, b]) == ["A 12 million crowns | B 12 million crowns"])
  }

  @Test func `one thing with two numbers is one figure`() {
    let a = draft("Behind the sluice 14 barges wait in the basin.", [("14 barges", 14, "barges")])
    let b = draft("In the basin behind the sluice 16 barges wait.", [("16 barges", 16, "barges")])
    #expect(groups([a, b]) == ["A 14 barges | B 16 barges"])
  }

  @Test func `the same share of two things is two figures`() {
    let text = "Exports of timber grew by 40 percent. The council cut its budget for parks by 40 percent."
    var drafts: [Draft] = []
    for _ in 0..<2 {
      var draft = Draft(text)
      let whole = draft.span("40 percent")
      draft.figure("40 percent", 40, "percent")
      let second = draft.span("parks by 40 percent")
      draft.report.figures.append(
        FigureMention(
          span: TextSpan(second.end - whole.length, second.end), value: 40, unit: "percent", comparator: .equal,
          quantity: ""))
      drafts.append(draft)
    }
    #expect(groups(drafts) == ["A 40 percent | B 40 percent", "A 40 percent | B 40 percent"])
  }

  @Test func `the dead are not the hurt, though they are as many`() {
    let a = draft(
      "In the mill 3 people died. Smoke hurt 3 others.", [("3 people", 3, "people"), ("3 others", 3, "others")])
    let b = draft(
      "Smoke hurt 3 others. In the mill 3 people died.", [("3 others", 3, "others"), ("3 people", 3, "people")])
    #expect(groups([a, b]) == ["A 3 people | B 3 people", "A 3 others | B 3 others"])
  }

  @Test func `a fifth is not five, and two of whom is not the whole`() {
    let a = draft("A fifth person died in the mill.", [("fifth person", 5, "people")])
    let b = draft("In the mill 5 people died.", [("5 people", 5, "people")])
    #expect(groups([a, b]).isEmpty)
    let c = draft("In the mill 9 people died, of whom 2 were guests.", [("9 people", 9, "people"), ("2", 2, "people")])
    let d = draft("In the mill 9 people died.", [("9 people", 9, "people")])
    #expect(groups([c, d]) == ["A 9 people | B 9 people"])
  }

  @Test func `unlike people are two counts, and so are numbers far apart`() {
    let a = draft("The warden of Orm arrested 2 men.", [("2 men", 2, "men")])
    let b = draft("Beside the mill of Orm 2 women were hit.", [("2 women", 2, "women")])
    let c = draft("Since May 750 people died in the valley.", [("750 people", 750, "people")])
    let d = draft("On Sunday 5 people died in the valley.", [("5 people", 5, "people")])
    #expect(groups([a, b]).isEmpty)
    #expect(groups([c, d]).isEmpty)
  }

  @Test func `another currency and another year make another figure`() {
    let a = draft("The damage to the mill is 180 million euros.", [("180 million euros", 180e6, "EUR")])
    let b = draft("The damage to the mill is 196 million dollars.", [("196 million dollars", 196e6, "USD")])
    #expect(groups([a, b]).isEmpty)
    var c = draft("Trade with Orm was 190 million euros last year.", [("190 million euros", 190e6, "EUR")])
    var d = draft("Trade with Orm was 70 million euros this year.", [("70 million euros", 70e6, "EUR")])
    c.report.figures[0].period = "last year"
    d.report.figures[0].period = "this year"
    #expect(groups([c, d]).isEmpty)
  }

  @Test func `a verbatim copy changes nothing among the others`() {
    let reports = [
      draft(
        "Behind the sluice 14 barges wait in the basin. The mill lost 3 roofs.",
        [("14 barges", 14, "barges"), ("3 roofs", 3, "roofs")]),
      draft(
        "In the basin behind the sluice 16 barges wait. A storm took 3 roofs of the mill.",
        [("16 barges", 16, "barges"), ("3 roofs", 3, "roofs")]),
      draft(
        "Some 200 guests left the inn. In the basin 14 barges wait behind the sluice.",
        [("200 guests", 200, "guests"), ("14 barges", 14, "barges")]),
    ]
    func withoutCopy(_ groups: [String]) -> [String] {
      groups.map { $0.components(separatedBy: " | ").filter { !$0.hasPrefix("D ") }.joined(separator: " | ") }
    }
    #expect(groups(reports).count == 2)
    for copied in reports { #expect(withoutCopy(groups(reports + [copied])) == groups(reports)) }
  }

  @Test func `a thousand prints of one report are read once, and its figures stay apart`() {
    let report = draft(
      "In the mill 9 people died. Some 40 sheep drowned. The dam lost 7 gates.",
      [("9 people", 9, "people"), ("40 sheep", 40, "sheep"), ("7 gates", 7, "gates")])
    let story = Story(reports: Array(repeating: report.report, count: 1000), matches: [])
    let words = StoryWords(story)
    #expect(FigureReading.all(of: story, words: words).count == 3)
    let figures = FigureGrouper(story: story, words: words).figures()
    #expect(figures.map(\.variants.count) == [1000, 1000, 1000])
  }
}
