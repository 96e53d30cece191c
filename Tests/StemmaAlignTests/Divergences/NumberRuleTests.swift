import StemmaModel
import Testing

@testable import StemmaAlign

struct NumberRuleTests {
  private func toll(_ text: String, _ words: String, _ value: Double, day: Int? = nil) -> Draft {
    var draft = Draft(text, published: day.map { Moment(year: 2031, month: 4, day: $0) })
    draft.figure(words, value, "people", words.hasPrefix("at least") ? .atLeast : .equal)
    return draft
  }

  @Test func `two tolls of one event are at odds`() {
    let a = toll("The ferry sank and nine people drowned.", "nine people", 9)
    let b = toll("The ferry went down and twelve people drowned.", "twelve people", 12)
    let found = Findings([a, a, b], figures: [[(0, "nine people"), (1, "nine people"), (2, "twelve people")]])
    #expect(found.of(.figure) == ["high C | AB"])
    #expect(found.explanation(.figure) == "C has “twelve people”; A and B have “nine people”.")
  }

  @Test func `a toll that moves with the days is told as a sequence`() {
    let a = toll("The ferry sank and nine people drowned.", "nine people", 9, day: 3)
    let b = toll("The ferry went down and twelve people drowned.", "twelve people", 12, day: 5)
    let c = toll("The ferry is raised: 14 people drowned.", "14 people", 14, day: 6)
    let found = Findings(
      [a, b, b, c], figures: [[(0, "nine people"), (1, "twelve people"), (2, "twelve people"), (3, "14 people")]])
    #expect(found.of(.figure) == ["low BCD | A"])
    #expect(
      found.explanation(.figure)
        == "The toll moves with time: “nine people” (Thu 3 Apr 2031, A), “twelve people” (Sat 5 Apr 2031, B and C), "
        + "“14 people” (Sun 6 Apr 2031, D): an update, not a contradiction.")
    // On one day, or up and down, it does not move: somebody is wrong.
    let d = toll("The ferry sank and eleven people drowned.", "eleven people", 11, day: 3)
    #expect(Findings([a, d], figures: [[(0, "nine people"), (1, "eleven people")]]).of(.figure) == ["high B | A"])
    let e = toll("The ferry sank and ten people drowned.", "ten people", 10, day: 6)
    #expect(
      Findings([a, b, e], figures: [[(0, "nine people"), (1, "twelve people"), (2, "ten people")]]).of(.figure)
        == ["high BC | A"])
  }

  @Test func `observers who counted each for themselves are told as such`() {
    func counted(_ text: String, _ words: String, _ value: Double, _ source: String) -> Draft {
      var draft = toll(text, words, value)
      draft.lay(words + " drowned", to: source)
      draft.report.figures[0].attribution = 0
      return draft
    }
    let a = counted("When the ferry sank nine people drowned, Ada Lind said.", "nine people", 9, "Ada Lind")
    let b = counted("When the ferry sank twelve people drowned, Per Ott said.", "twelve people", 12, "Per Ott")
    let groups = [[(0, "nine people"), (1, "twelve people")]]
    let found = Findings([a, b], figures: groups)
    #expect(found.of(.figure) == ["medium B | A"])
    #expect(
      found.explanation(.figure)
        == "Observers differ, each with a count of their own: “twelve people” (Per Ott, in B), "
        + "“nine people” (Ada Lind, in A).")
    let c = counted("When the ferry sank twelve people drowned, Ada Lind said.", "twelve people", 12, "Ada Lind")
    #expect(Findings([a, c], figures: groups).of(.figure) == ["high B | A"])
  }

  @Test func `a part of what was counted is no other count`() {
    let a = toll("The ferry sank and nine people drowned.", "nine people", 9)
    let b = toll("The ferry sank and three people of those drowned asleep.", "three people", 3)
    #expect(Findings([a, b], figures: [[(0, "nine people"), (1, "three people")]]).of(.figure).isEmpty)
  }

  @Test func `a number is of the verb right before it`() {
    let a = toll("The blast killed nine people and injured some.", "nine people", 9)
    let b = toll("The blast injured 12 people and killed some.", "12 people", 12)
    #expect(Findings([a, b], figures: [[(0, "nine people"), (1, "12 people")]]).of(.figure).isEmpty)
  }

  @Test func `the age of one person, unless a birthday lies between`() {
    func aged(_ text: String, year: Int) -> Draft {
      var draft = Draft(text, published: Moment(year: year, month: 4, day: 3))
      draft.person("Ada Lind")
      return draft
    }
    let a = aged("The pilot, Ada Lind, 34, walked home.", year: 2031)
    let b = aged("Rescuers met 43-year-old Ada Lind there.", year: 2031)
    let found = Findings([a, b])
    #expect(found.of(.figure) == ["medium B | A"])
    #expect(found.explanation(.figure) == "B gives the age of Ada Lind as 43; A has 34.")
    #expect(Findings([a, aged("The pilot, Ada Lind, 35, was in court.", year: 2032)]).of(.figure).isEmpty)
  }

  @Test func `a bound leaves room`() {
    let a = toll("The ferry sank and nine people drowned.", "nine people", 9, day: 3)
    let c = toll("The ferry sank and at least eight people drowned.", "at least eight people", 8, day: 3)
    #expect(
      Findings([a, c], figures: [[(0, "nine people"), (1, "at least eight people")]]).of(.figure) == ["medium B | A"])
  }

  @Test func `amounts that nothing but the unit joins are not at odds`() {
    let a = toll("The choir has nine people from Velm.", "nine people", 9)
    let b = toll("A queue of 30 people stood outside.", "30 people", 30)
    #expect(Findings([a, b], figures: [[(0, "nine people"), (1, "30 people")]]).all.isEmpty)
  }

  @Test func `things that observers count one by one are one quantity if the counts are near`() {
    func trucks(_ text: String, _ words: String, _ value: Double) -> Draft {
      var draft = Draft(text)
      draft.figure(words, value, "trucks")
      return draft
    }
    let a = trucks("On the pass 20 trucks were stuck.", "20 trucks", 20)
    let b = trucks("From the ridge I saw 22 trucks stuck on it.", "22 trucks", 22)
    let c = trucks("The firm owns 300 trucks.", "300 trucks", 300)
    let found = Findings([a, b, c], figures: [[(0, "20 trucks")], [(1, "22 trucks")], [(2, "300 trucks")]])
    #expect(found.of(.figure) == ["medium B | A"])
  }

  @Test func `nobody hurt against somebody hurt`() {
    var a = Draft("Officials said 12 people were killed in the raid.")
    a.figure("12 people", 12, "people")
    let b = Draft("There were no casualties in the raid.")
    let c = Draft("There were no further casualties.")
    #expect(Findings([a, b, c], figures: [[(0, "12 people")]]).of(.figure) == ["high A | B"])
  }

  @Test func `one more has died`() {
    let a = toll("The ferry sank and four people drowned.", "four people", 4)
    let b = Draft("A fifth person has died after the ferry sank.")
    let c = Draft("The fifth person in the queue was Ott.")
    let found = Findings([a, b, c], figures: [[(0, "four people")]])
    #expect(found.of(.figure) == ["medium B | A"])
    #expect(found.words(.figure) == ["four people", "A fifth person has died"])
  }

  @Test func `the same sum in another currency is no other sum`() {
    func money(_ words: String, _ value: Double, _ unit: String) -> Draft {
      var draft = Draft("The harbour put the damage at \(words).")
      draft.figure(words, value, unit)
      return draft
    }
    let found = Findings(
      [money("5 million euros", 5e6, "EUR"), money("5.4 million dollars", 5.4e6, "USD")],
      figures: [[(0, "5 million euros"), (1, "5.4 million dollars")]])
    #expect(found.of(.unit) == ["low B | A"])
    #expect(found.of(.figure).isEmpty)
  }

  @Test func `a number becomes a bound`() {
    func level(_ words: String, _ comparator: FigureMention.Comparator) -> Draft {
      var draft = Draft("The river \(words) on Monday.")
      draft.figure(words, 3, "m", comparator)
      return draft
    }
    let drafts = [
      level("reached 3 metres", .equal), level("reached 3 metres", .equal), level("passed 3 metres", .moreThan),
    ]
    let figures = [[(0, "reached 3 metres"), (1, "reached 3 metres"), (2, "passed 3 metres")]]
    let found = Findings(drafts, figures: figures)
    #expect(found.of(.comparator) == ["medium C | AB"])
    #expect(found.explanation(.comparator) == "C says “passed 3 metres”; A and B say “reached 3 metres”.")
  }

  @Test func `an amount over another stretch of time`() {
    func cut(_ stretch: String) -> Draft {
      var draft = Draft("Aid was cut by 30 percent \(stretch).")
      draft.figure("30 percent", 30, "percent")
      return draft
    }
    let figures = [[(0, "30 percent"), (1, "30 percent"), (2, "30 percent")]]
    let found = Findings(
      [cut("between 2019 and 2024"), cut("between 2019 and 2024"), cut("since 2019")], figures: figures)
    #expect(found.of(.period) == ["low C | AB"])
    let same = Findings([cut("since 2019"), cut("since 2019"), cut("as planned")], figures: figures)
    #expect(same.of(.period).isEmpty)
  }
}
