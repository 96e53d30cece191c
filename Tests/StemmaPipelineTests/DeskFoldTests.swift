import StemmaModel
import StemmaStore
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
