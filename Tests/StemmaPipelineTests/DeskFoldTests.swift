import StemmaModel
import StemmaStore
import StemmaStories
import StemmaTestSupport
import Testing

@testable import StemmaPipeline

@Suite struct DeskFoldTests {
  /// Reports of a few events, in words of their own, some of them copies of the one before.
  private static func reports(_ count: Int) -> [NewReport] {
    var random = SeededRandom(7)
    let names = [
      "Orrin", "Keld", "Fenmoor", "Westholm", "Harrow", "Tolland", "Brandvik", "Ostrander", "Finch", "Marle",
    ]
    return (0..<count).map { number in
      let event = number / 3
      let text: String = (0..<40).map { place -> String in
        let name = names[(event + place) % names.count] + "\(event)"
        return
          "\(name) said on Tuesday that \(place * event + 3) boats of pier \(place) sail\(number % 3 == 2 && place > 25 ? " no more \(number)" : "") again."
      }.joined(separator: " ")
      return NewReport(
        source: "\(number)", outlet: names[Int.random(in: 0..<5, using: &random)],
        published: Moment(year: 2024, month: 6, day: 1 + event % 28),
        title: "Boats of \(names[event % 10])\(event) sail",
        text: text)
    }
  }

  private static func folded(_ report: NewReport, _ number: Int64) -> FoldReport {
    FoldReport(
      number: number, time: Int64(report.published!.dayNumber) * 86_400,
      published: Int64(report.published!.dayNumber) * 86_400, publisher: report.outlet ?? "", language: "en",
      traces: DeskFold.traces(of: report))
  }

  @Test func `a fold that was told of the past goes on as one that was there`() throws {
    let reports = Self.reports(120)
    // Numbers have gaps, as those of a store have.
    let all = reports.enumerated().map { Self.folded($1, Int64($0 * 3 + 5)) }
    var whole = DeskFold()
    var places: [Int64: FoldPlace] = [:]
    let outcomes = all.map { report in
      let outcome = whole.add(report)
      places[report.number] = outcome.place
      for change in outcome.regroupings {
        places[change.report]?.copyOf = change.copyOf
        places[change.report]?.share = change.share
      }
      for merge in outcome.merges {
        for number in places.keys where places[number]?.story == merge.story { places[number]?.story = merge.into }
      }
      return (outcome, places)
    }
    #expect(outcomes.contains { $0.0.place.copyOf != nil })
    #expect(outcomes.contains { $0.0.place.story == 5 })
    for cut in [1, 40, 77] {
      var told = DeskFold()
      for report in all[..<cut] { told.remember(report, at: outcomes[cut - 1].1[report.number]!) }
      for place in cut..<all.count { #expect(told.add(all[place]) == outcomes[place].0) }
    }
  }

  /// All reports go into one story until it is seen to be two.
  private static var lenient: StoryRule {
    var rule = StoryRule.learned
    rule.join = -8
    rule.leastLikeness = 0
    return rule
  }

  /// Two events by turns, behind a report of both; some reports are near-copies of the one before of their event.
  private static func twoEvents() -> [NewReport] {
    let events = [
      (
        "Fire at the Ostrand paper mill",
        "Flames broke out in the drying hall of the Ostrand mill at dawn, and Captain Mirela Dunmore led forty firefighters."
      ),
      (
        "Quellin wins the harbour council vote",
        "Aurelio Quellin took 312 of 590 ballots for the harbour council of Tessaly, the returning officer Ines Brandt declared."
      ),
    ]
    /// Words that no other report has; two reports of each event have those of an earlier one.
    func own(_ number: Int) -> String {
      let number = number / 2 % 5 == 4 ? number - 4 : number
      return (0..<16).map { "detail\(number)q\($0 * 7 + number)" }.joined(separator: " ")
    }
    func report(_ title: String, _ text: String, _ number: Int) -> NewReport {
      NewReport(
        source: "\(number)", outlet: "Paper \(number % 7)", published: Moment(year: 2024, month: 6, day: 1),
        title: title,
        text: text)
    }
    let both = report("Ostrand mill, Tessaly harbour council", events.map(\.1).joined(separator: "\n"), 0)
    return [both]
      + (0..<20).map { number in
        let (title, text) = events[number % 2]
        return report(title, "\(text)\n\nThen came \(own(number)).", number + 1)
      }
  }

  @Test func `what the store is told to do with a story that is two is what the fold has`() throws {
    var fold = DeskFold(rule: Self.lenient)
    var storyOf: [Int64: Int64] = [:]
    var (divided, copies) = (0, 0)
    for (number, report) in Self.twoEvents().enumerated() {
      let report = Self.folded(report, Int64(number * 3 + 5))
      let outcome = fold.add(report)
      if outcome.place.copyOf != nil { copies += 1 }
      for merge in outcome.merges {
        for number in storyOf.keys where storyOf[number] == merge.story { storyOf[number] = merge.into }
      }
      for division in outcome.divisions {
        divided += 1
        #expect(division.reports.allSatisfy { $0 == report.number || storyOf[$0] == division.story })
        #expect(division.reports.contains(division.into) && !storyOf.values.contains(division.into))
        for number in division.reports { storyOf[number] = division.into }
      }
      #expect(storyOf[report.number] == nil || storyOf[report.number] == outcome.place.story)
      storyOf[report.number] = outcome.place.story
    }
    #expect(divided == 1 && copies > 0)
    let parts = Dictionary(grouping: storyOf.keys.filter { $0 > 5 }) { storyOf[$0]! }
    #expect(parts.count == 2 && parts.values.allSatisfy { $0.count == 10 && Set($0.map { $0 % 2 }).count == 1 })
    // The next report of either event goes where the others are.
    for (number, event) in [(100, 1), (103, 2)] {
      let next = fold.add(Self.folded(Self.twoEvents()[event], Int64(number)))
      #expect(next.place.story == storyOf[Int64(event * 3 + 5)])
    }
  }

  @Test func `the head of near-copies is never one itself`() {
    var reports = Self.reports(2)
    reports[1].published = Moment(year: 2024, month: 5, day: 30)
    var fold = DeskFold()
    #expect(fold.add(Self.folded(reports[0], 1)).place.copyOf == nil)
    let late = fold.add(Self.folded(reports[1], 2))
    #expect(late.place.copyOf == nil && late.place.story == 1)
    #expect(late.regroupings.map(\.report) == [1] && late.regroupings.map(\.copyOf) == [2])
  }

  @Test func `traces that cannot be read count as no words`() {
    var fold = DeskFold()
    var report = Self.folded(Self.reports(1)[0], 1)
    report.traces = [1, 2, 3]
    #expect(fold.add(report).place == FoldPlace(story: 1))
    #expect(DeskTraces(bytes: [255, 255, 255, 255, 0]) == nil)
  }

  @Test func `stories that were taken apart by hand stay apart`() {
    let reports = Self.reports(3)
    var fold = DeskFold()
    fold.remember(Self.folded(reports[0], 1), at: FoldPlace(story: 1))
    fold.remember(Self.folded(reports[2], 2), at: FoldPlace(story: 2))
    fold.pin(FoldPin(.apart, 2, 1))
    #expect(fold.add(Self.folded(reports[1], 3)).merges.isEmpty)
  }
}
