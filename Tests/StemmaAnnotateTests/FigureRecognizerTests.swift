import StemmaModel
import Testing

struct FigureRecognizerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var words: String
    var value: Double
    var high: Double?
    var unit: String
    var comparator: FigureMention.Comparator

    init(
      _ text: String, _ words: String, _ value: Double, to high: Double? = nil, _ unit: String,
      _ comparator: FigureMention.Comparator = .equal
    ) {
      (self.text, self.words, self.value, self.high, self.unit, self.comparator) = (
        text, words, value, high, unit, comparator
      )
    }

    var testDescription: String { text }
  }

  @Test(arguments: [
    Case("Two dozen villages lost power.", "Two dozen villages", 24, "villages"),
    Case("Some 2 million people live there.", "Some 2 million people", 2_000_000, "people", .about),
    Case("Sales came to a record $180 billion.", "a record $180 billion", 180e9, "USD", .record),
    Case("The plant cost US$60 billion.", "US$60 billion", 60e9, "USD"),
    Case("He was fined €3.5m by the court.", "€3.5m", 3.5e6, "EUR"),
    Case("The team paid £12bn for it.", "£12bn", 12e9, "GBP"),
    Case("Prices rose by more than 40%.", "more than 40%", 40, "percent", .moreThan),
    Case("Prices rose by almost 40 per cent.", "almost 40 per cent", 40, "percent", .almost),
    Case("Prices rose 40 percent.", "40 percent", 40, "percent"),
    Case("Support fell 2.5 percentage points.", "2.5 percentage points", 2.5, "percentage points"),
    Case("The camp holds nearly 24,000 Marsh refugees.", "nearly 24,000 Marsh refugees", 24_000, "refugees", .almost),
    Case("They expect between three and five storms.", "between three and five storms", 3, to: 5, "storms"),
    Case("It takes 10 to 15 litres.", "10 to 15 litres", 10, to: 15, "l"),
    Case("The fall of 5-7 million tonnes hurt.", "5-7 million tonnes", 5e6, to: 7e6, "t"),
    Case("It lies 10 miles south of the lake.", "10 miles", 10, "mile"),
    Case("It lies less than 30 km (19 miles) away.", "less than 30 km", 30, "km", .lessThan),
    Case("The pit is about two metres wide.", "about two metres", 2, "m", .about),
    Case("The wall is 12 feet high.", "12 feet", 12, "foot"),
    Case("A 15-kilometre trench was dug.", "15-kilometre", 15, "km"),
    Case("At least 12 people had been killed.", "At least 12 people", 12, "people", .atLeast),
    Case("The crash killed seven.", "seven", 7, "people"),
    Case("In all, 20 were wounded.", "20 were wounded", 20, "people"),
    Case("About 300 students were there.", "About 300 students", 300, "students", .about),
    Case("Tens of thousands of farmers left.", "Tens of thousands of farmers", 10_000, "farmers", .atLeast),
    Case("Dozens of homes burned.", "Dozens of homes", 24, "homes", .atLeast),
    Case("Up to 300 families moved.", "Up to 300 families", 300, "families", .atMost),
    Case("No fewer than 25 boats sank.", "No fewer than 25 boats", 25, "boats", .atLeast),
    Case("No more than 25 boats sank.", "No more than 25 boats", 25, "boats", .atMost),
    Case("Fewer than 100 homes were hit.", "Fewer than 100 homes", 100, "homes", .lessThan),
    Case("Trade has already surpassed $60 billion.", "already surpassed $60 billion", 60e9, "USD", .moreThan),
    Case("Trade has already reached $60 billion.", "already reached $60 billion", 60e9, "USD"),
    Case("Debt stood at 12 billion rupees.", "stood at 12 billion rupees", 12e9, "INR"),
    Case("The fine was N240 billion.", "N240 billion", 240e9, "NGN"),
    Case("Homes sell for RM120,000.", "RM120,000", 120_000, "MYR"),
    Case("It cost five million Australian dollars.", "five million Australian dollars", 5e6, "AUD"),
    Case("She carried two pounds of sugar.", "two pounds", 2, "lb"),
    Case("Two-thirds of voters agreed.", "Two-thirds of voters", 2.0 / 3, "voters"),
    Case("Half of the ships returned.", "Half of the ships", 0.5, "ships"),
    Case("Two of the shells hit a barn.", "Two of the shells", 2, "shells"),
    Case("They found one shell, which was old.", "one shell", 1, "shells"),
    Case("There were three other blasts at noon.", "three other blasts", 3, "blasts"),
    Case("Ten or more boats sank.", "Ten or more boats", 10, "boats", .atLeast),
    Case("Roughly 1.2m tons were sold.", "Roughly 1.2m tons", 1.2e6, "t", .about),
    Case("It holds one hundred and twenty-five seats.", "one hundred and twenty-five seats", 125, "seats"),
    Case("The death toll, now 1,234, may rise.", "1,234", 1234, "people"),
  ])
  func `an amount has a value, a unit and a comparator`(expected: Case) throws {
    let annotated = Sample(expected.text).annotated
    annotated.checkInvariants()
    let figure = try #require(annotated.figures.first, "nothing found in \(expected.text)")
    #expect(annotated.figures.count == 1)
    #expect(annotated.words(figure.span) == expected.words)
    #expect(abs(figure.value - expected.value) < 1e-9 * max(1, expected.value))
    #expect(figure.high == expected.high)
    #expect(figure.unit == expected.unit)
    #expect(figure.comparator == expected.comparator)
  }

  @Test(arguments: [
    "It opened on May 24, 2023.", "They left in 2022.", "The talks began at 3 p.m. (1200 GMT).",
    "The train leaves at 12:30.",
    "An 18-year-old was there.", "They walked for seven days.", "It lasted four months.", "The second bridge is new.",
    "The two sides met.",
    "The two countries agreed.", "No one was hurt.", "They spoke with one another.", "One of the bridges fell.",
    "Flight 370 was late.",
    "One official said so.", "Both houses stood.", "It was built in the 1980s.", "The war of 1983-2005 is over.",
    "She came two years ago.",
    "One day it stopped.", "Call 555-1234 for help.",
  ])
  func `dates, lengths of time and ways of speaking are no figures`(text: String) {
    let annotated = Sample(text).annotated
    #expect(annotated.figures.isEmpty, "\(annotated.figures.map { annotated.words($0.span) })")
  }

  @Test func `a figure knows its quantity, its period and its source`() throws {
    let sample = Sample("Port sales reached ⟦1:a record $4 million last⟧ year, the harbour office said.")
    let annotated = sample.annotated
    let figure = try #require(annotated.figures.first)
    #expect(figure.span.overlaps(sample.marked["1"]![0]))
    #expect(figure.quantity.contains("Port sales"))
    #expect(figure.period == "last year")
    let attribution = try #require(figure.attribution)
    #expect(annotated.attributions[attribution].source.name == "the harbour office")
  }

  @Test func `a number without noun counts what was counted before`() {
    let figures = Sample("Four shells fell on the town, and two landed in the market.").annotated.figures
    #expect(figures.map(\.unit) == ["shells", "shells"])
    #expect(figures.map(\.value) == [4, 2])
  }

  @Test func `a figure in a quotation that goes on is the speaker's`() {
    let annotated = Sample("\"We lost 12 boats,\" Lena Ott said. \"And 3 barns.\"", "\"In all, 40 people left.\"")
      .annotated
    #expect(
      annotated.figures.map { $0.attribution.map { annotated.attributions[$0].source.name } } == [
        "Lena Ott", "Lena Ott", "Lena Ott",
      ])
  }
}
