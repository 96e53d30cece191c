import Testing

@testable import StemmaStories

/// Invented reports of invented events.
private struct Report {
  var title: String
  var text: String
  var published: Int64?
  var outlet: UInt32 = 0

  var traits: StoryTraits { StoryTraits(title: title, text: text) }
}

/// Seconds since 1970 of a day in May 2031.
private func may(_ day: Int, hour: Int = 12) -> Int64 { Int64(22_400 + day) * 86_400 + Int64(hour) * 3600 }

private let ferry = [
  Report(
    title: "Ferry runs aground off Tessenby, 14 hurt",
    text: """
      TESSENBY — Fourteen people were hurt when the ferry Marisol Quint ran aground on rocks outside the harbour of Tessenby on Tuesday evening, the coast guard said.

      The ship had 212 passengers on board. Captain Odvar Lindemose, 58, told investigators that the rudder had failed.
      """, published: may(6)),
  Report(
    title: "Captain of stranded ferry blames rudder",
    text: """
      The captain of the Marisol Quint, which struck rocks off Tessenby, says its rudder failed minutes before the ferry ran aground.

      Odvar Lindemose, 58, was questioned by the coast guard for three hours. Fourteen of the 212 passengers were hurt.
      """, published: may(7)),
  Report(
    title: "Marisol Quint towed to Brakenhamn",
    text: """
      Tugs pulled the ferry Marisol Quint off the rocks at Tessenby on Thursday and brought her to the yard at Brakenhamn.

      The coast guard keeps the rudder as evidence. Captain Odvar Lindemose has been suspended by the Norrsund Line.
      """, published: may(9)),
]

private let fires = [
  Report(
    title: "Two die in warehouse fire in Ostravel",
    text: """
      Two people died when fire swept through a furniture warehouse in Ostravel on Monday night, firefighters said.

      Chief Rena Kolbert said the blaze at the Hadley Brothers warehouse on Quarry Street began shortly after 10 p.m.
      """, published: may(6)),
  Report(
    title: "Five die in warehouse fire in Pellingham",
    text: """
      Five people died when fire swept through a paint warehouse in Pellingham on Saturday night, firefighters said.

      Chief Tobias Arnwick said the blaze at the Morrow & Sons warehouse on Canal Road began shortly after 9 p.m.
      """, published: may(11)),
]

/// Reports that have nothing to do with one another, to give the words their rarity.
private func chatter(_ count: Int) -> [Report] {
  let subjects = [
    "council", "harvest", "museum", "railway", "orchestra", "vaccine", "dam", "election", "quarry", "festival",
  ]
  return (0..<count).map { i in
    let name =
      "\(["Bel", "Kor", "Dun", "Vas", "Tel", "Mir"][i % 6])\(["ham", "ova", "stad", "wick", "mont"][i / 6 % 5])\(i)"
    return Report(
      title: "\(name) debates its \(subjects[i % 10])",
      text:
        "People in \(name) spoke of the \(subjects[i % 10]) and the \(subjects[(i * 7 + 3) % 10]) for \(i + 2) hours. "
        + "A spokesman said that number \(i * 13) was chosen for the \(subjects[(i * 3 + 1) % 10]).",
      published: may(i % 20))
  }
}

@discardableResult
private func fill(_ index: inout StoryIndex, _ reports: [Report]) -> [StoryPlace] {
  reports.map { index.add($0.traits, published: $0.published, outlet: $0.outlet) }
}

@Suite struct StoryIndexTests {
  @Test func `a follow-up joins the story of its event`() {
    var index = StoryIndex()
    fill(&index, chatter(30))
    let places = fill(&index, ferry)
    #expect(places[0].opened)
    #expect(places[1].story == places[0].story)
    #expect(places[2].story == places[0].story)
    #expect(places[1].like == places[0].report)
    #expect(index.reports(of: places[0].story) == places.map(\.report))
  }

  @Test func `like events in two towns stay apart`() {
    var index = StoryIndex()
    fill(&index, chatter(30))
    let places = fill(&index, fires)
    #expect(places[0].story != places[1].story)
  }

  @Test func `reports that share nothing open stories of their own`() {
    var index = StoryIndex()
    let places = fill(&index, chatter(60))
    #expect(Set(places.map(\.story)).count == 60)
  }

  @Test func `a late report makes one story of two, and the history says so`() throws {
    var rule = StoryRule.learned
    rule.join = 0
    rule.merge = -4
    var index = StoryIndex(rule: rule)
    fill(&index, chatter(30))
    let first = index.add(
      StoryTraits(title: ferry[0].title, text: ferry[0].text), published: ferry[0].published)
    // Of the same event, though nothing says so yet.
    let second = index.add(
      StoryTraits(
        title: "Norrsund Line shares fall at Brakenhamn exchange",
        text: "Shares of Norrsund Line lost 7 percent at Brakenhamn, where Hedda Falkenrath sold her part."),
      published: may(8))
    #expect(first.story != second.story)
    let third = index.add(
      StoryTraits(
        title: ferry[0].title,
        text: ferry[0].text
          + "\n\nShares of Norrsund Line lost 7 percent at Brakenhamn, where Hedda Falkenrath sold her part."),
      published: may(9))
    let event = try #require(third.merged.first)
    #expect(event.kind == .merged)
    #expect(event.story == first.story)
    #expect(event.other == second.story)
    #expect(index.story(of: second.report) == first.story)
    #expect(index.history == [event])
    #expect(index.story(now: second.story) == first.story)
  }

  @Test func `a near-copy goes where its original is`() {
    var index = StoryIndex()
    fill(&index, chatter(10))
    let first = fill(&index, [ferry[0]])[0]
    let copy = index.add(ferry[0].traits, published: may(7), nearCopyOf: first.report)
    #expect(copy.story == first.story)
    #expect(copy.like == first.report)
    #expect(index.reports(of: first.story) == [first.report, copy.report])
    // It stands for nothing: a copy of it is one of the first.
    let again = index.add(ferry[0].traits, published: may(8), nearCopyOf: copy.report)
    #expect(again.story == first.story)
  }

  @Test func `what shares no more than a form with a report goes its own way`() {
    var index = StoryIndex()
    fill(&index, chatter(10))
    let first = fill(&index, [ferry[0]])[0]
    let other = index.add(fires[0].traits, published: may(6), nearCopyOf: first.report)
    #expect(other.opened && other.story != first.story)
  }

  @Test func `missing dates and dates in the future do no harm`() {
    for published in [nil, may(6) + 40_000_000_000, -99_999_999_999_999, Int64.max] as [Int64?] {
      var index = StoryIndex()
      fill(&index, chatter(30))
      let places = ferry.map { index.add($0.traits, published: published) }
      #expect(places[1].story == places[0].story)
      let later = fill(&index, fires)
      #expect(later[0].story != later[1].story)
    }
  }

  @Test func `reports without words are stories of their own`() {
    var index = StoryIndex()
    let places = (0..<5).map { _ in index.add(StoryTraits(title: "", text: " \n\n … — ")) }
    #expect(Set(places.map(\.story)).count == 5)
  }

  @Test func `a text that comes a thousand times is one story`() {
    var index = StoryIndex()
    fill(&index, chatter(30))
    let traits = ferry[0].traits
    let places = (0..<1000).map { index.add(traits, published: may(6) + Int64($0) * 60, outlet: UInt32($0 % 7 + 1)) }
    #expect(Set(places.map(\.story)).count == 1)
    let after = fill(&index, fires)
    #expect(after.allSatisfy { $0.story != places[0].story })
  }

  @Test func `the reasons add up to the score`() throws {
    var index = StoryIndex()
    fill(&index, chatter(5))
    let places = fill(&index, Array(ferry.prefix(2)))
    #expect(places[1].like == places[0].report)
    let sum = index.reasons(places[1].report, places[0].report).reduce(index.rule.start) { $0 + $1.nats }
    #expect(abs(sum - places[1].score) < 0.001)
  }

  @Test func `among more reports more is asked of a story`() {
    var rule = StoryRule.learned
    rule.learnedOn = 10
    rule.crowding = 0
    var calm = StoryIndex(rule: rule)
    rule.crowding = 20
    var crowded = StoryIndex(rule: rule)
    let reports = chatter(60) + ferry
    let (there, here) = (fill(&calm, reports), fill(&crowded, reports))
    #expect(there[62].story == there[60].story)
    #expect(here[62].story != here[60].story)
  }

  @Test func `the same reports in the same order make the same stories`() {
    let reports = chatter(40) + ferry + fires + chatter(40)
    var one = StoryIndex()
    var other = StoryIndex()
    let alone = fill(&one, reports)
    // Traits made beforehand, taken in pieces.
    let traits = reports.map(\.traits)
    var together: [StoryPlace] = []
    for piece in stride(from: 0, to: reports.count, by: 7) {
      for i in piece..<min(reports.count, piece + 7) {
        together.append(other.add(traits[i], published: reports[i].published, outlet: reports[i].outlet))
      }
    }
    #expect(alone == together)
    #expect(one.stories == other.stories)
  }

  @Test func `an index built anew has the same stories and goes on alike`() throws {
    let before = chatter(30) + ferry.dropLast() + fires
    var index = StoryIndex()
    let places = fill(&index, before)
    var anew = StoryIndex()
    for (report, place) in zip(before, places) {
      let traits = try #require(StoryTraits(bytes: report.traits.bytes))
      anew.restore(traits, published: report.published, outlet: report.outlet, story: place.story)
    }
    #expect(anew.stories == index.stories)
    let (here, there) = (fill(&anew, [ferry[2]]), fill(&index, [ferry[2]]))
    #expect(here == there)
  }
}
