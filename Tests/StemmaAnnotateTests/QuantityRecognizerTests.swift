import StemmaModel
import Testing

struct QuantityRecognizerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var words: String
    var value: Double
    var high: Double?
    var unit: String
    var kind: QuantityMention.Kind
    var comparator: FigureMention.Comparator
    var change: QuantityMention.Change?
    var per: String?

    init(
      _ text: String, _ words: String, _ value: Double, to high: Double? = nil, _ unit: String,
      _ kind: QuantityMention.Kind, _ comparator: FigureMention.Comparator = .equal,
      change: QuantityMention.Change? = nil, per: String? = nil
    ) {
      (self.text, self.words, self.value, self.high, self.unit) = (text, words, value, high, unit)
      (self.kind, self.comparator, self.change, self.per) = (kind, comparator, change, per)
    }

    var testDescription: String { text }
  }

  @Test(arguments: [
    Case("She was held for six days.", "six days", 6, "days", .duration),
    Case("He served a five-year term.", "five-year", 5, "years", .duration),
    Case("The mayor, 61, has left.", "61", 61, "years", .age),
    Case("A 17-year-old fell.", "17-year-old", 17, "years", .age),
    Case("He turned 40 in spring.", "40", 40, "years", .age),
    Case("The index closed at 7,120.4 points.", "7,120.4 points", 7120.4, "points", .count),
    Case("The index closed at 7,120.4.", "7,120.4", 7120.4, "", .number),
    Case("Rent is $950 a month here.", "$950 a month", 950, "USD", .money, per: "month"),
    Case("They pump 4,000 barrels per day.", "4,000 barrels per day", 4000, "barrel", .measure, per: "day"),
    Case("The car does 140 kilometres an hour.", "140 kilometres an hour", 140, "km/h", .measure),
    Case("It has an 85kW motor.", "85kW", 85, "kW", .measure),
    Case("It was 31 degrees Celsius.", "31 degrees Celsius", 31, "°C", .measure),
    Case("The flat has 74 sq m of floor.", "74 sq m", 74, "m²", .measure),
    Case("He is 6 feet 3 inches tall.", "6 feet 3 inches", 6.25, "foot", .measure),
    Case("Output rose 3.2%.", "3.2%", 3.2, "percent", .percentage, change: .up),
    Case(
      "Output fell by nearly 3.2 per cent.", "nearly 3.2 per cent", 3.2, "percent", .percentage, .almost, change: .down),
    Case("Output rose to 32 percent.", "32 percent", 32, "percent", .percentage),
    Case("Shares were up 40 cents.", "40 cents", 40, "cents", .money, change: .up),
    Case("It costs 4 dollars and 25 cents.", "4 dollars and 25 cents", 4.25, "USD", .money),
    Case("Prices run from $3 million to $5 million.", "from $3 million to $5 million", 3e6, to: 5e6, "USD", .money),
    Case("It takes four to six thousand bricks.", "four to six thousand bricks", 4000, to: 6000, "bricks", .count),
    Case("Sales went from 300 to 450 units.", "from 300 to 450 units", 300, to: 450, "units", .count),
    Case(
      "It seats more than 80 but fewer than 120 guests.", "more than 80 but fewer than 120 guests", 80, to: 120,
      "guests", .count),
    Case("It needs 30 or more volunteers.", "30 or more volunteers", 30, "volunteers", .count, .atLeast),
    Case(
      "Bids over 18 million Norwegian kroner won.", "over 18 million Norwegian kroner", 18e6, "NOK", .money, .moreThan),
    Case("He owes 20 MEUR.", "20 MEUR", 20e6, "EUR", .money), Case("He owes HK$ 90.", "HK$ 90", 90, "HKD", .money),
    Case("It sold 3 used 412 Tern planes.", "3 used 412 Tern planes", 3, "planes", .count),
    Case("A 30,000-seat hall opened.", "30,000-seat", 30_000, "seats", .count),
  ])
  func `an amount has a kind, a unit and a direction`(expected: Case) throws {
    let annotated = Sample(expected.text).annotated
    annotated.checkInvariants()
    let quantity = try #require(annotated.quantities.first, "nothing found in \(expected.text)")
    #expect(annotated.quantities.count == 1)
    #expect(annotated.words(quantity.span) == expected.words)
    #expect(abs(quantity.value - expected.value) < 1e-9 * max(1, expected.value))
    #expect(quantity.high == expected.high)
    #expect(quantity.unit == expected.unit)
    #expect(quantity.kind == expected.kind)
    #expect(quantity.comparator == expected.comparator)
    #expect(quantity.change == expected.change)
    #expect(quantity.per == expected.per)
  }

  @Test(arguments: [
    "They drove an Arcon 300 home.", "The Phone 12 is out.", "It stopped on Route 66.", "The K-212 is new.",
    "It was a category 4 storm.", "The 2019 elections were calm.", "It ended 3-1 to the guests.", "Dial 555-0142 now.",
    "See section 12 below.", "1. The first item.", "The 4 p.m. train left.",
    "It is at http://mill.example/?a=30%20b now.",
    "The 9/11 report is out.", "Fans of the Big Nine met.",
  ])
  func `names, codes, years and scores are no amounts`(text: String) {
    let annotated = Sample(text).annotated
    #expect(annotated.quantities.isEmpty, "\(annotated.quantities.map { annotated.words($0.span) })")
  }

  @Test func `a conversion keeps the comparator and is no second figure`() {
    let annotated = Sample("The road is more than 50 kilometres (31 miles) long.").annotated
    #expect(annotated.quantities.map(\.comparator) == [.moreThan, .moreThan])
    #expect(annotated.quantities.map(\.figure) == [0, nil])
  }

  @Test func `a number goes on with the unit of the one before`() {
    let annotated = Sample("The best offer was 84.5 cents, and the worst is 71.2.").annotated
    #expect(annotated.quantities.map(\.unit) == ["cents", "cents"])
    #expect(annotated.figures.count == 1)
  }

  @Test func `a figure says which way it went`() {
    #expect(Sample("Catches fell by 12 percent.").annotated.figures.map(\.change) == [.down])
  }

  @Test(arguments: [
    "1,", "1.", "1 ", "5% ", "-5 ", "1/2/", "half of ", "one hundred and ", "between ", "twenty-", "$", "5 to ", "5-",
    "two and a half ",
    "tens of thousands of ", "(5 miles ", "5' ", "12 new ", "1e", "1^", "from 5 miles up to ", "2019-",
    "the first month of ", "May 5, ",
  ])
  func `numbers without end cost no more than their length`(part: String) {
    let annotated = Sample(String(repeating: part, count: 2000)).annotated
    annotated.checkInvariants()
    #expect(annotated.numbers.allSatisfy { $0.value.isFinite })
  }

  @Test func `a million digits are no number`() {
    #expect(Sample(String(repeating: "7", count: 100_000)).annotated.numbers.isEmpty)
  }
}
