import StemmaModel
import Testing

@testable import StemmaCheck

@Suite struct AmountsTests {
  private func amount(
    _ value: Double, _ comparator: FigureMention.Comparator = .equal, unit: String = "people", high: Double? = nil
  )
    -> QuantityMention
  {
    QuantityMention(
      span: TextSpan(0, 1), number: TextSpan(0, 1), value: value, high: high, kind: .count, unit: unit,
      comparator: comparator)
  }

  @Test func `a claim may be vaguer than what bears it out`() {
    #expect(Amounts.compare(amount(200, .moreThan), amount(214)) == .same)
    #expect(Amounts.compare(amount(20, .about), amount(23)) == .same)
    #expect(Amounts.compare(amount(4000, .about), amount(4200)) == .same)
    #expect(Amounts.compare(amount(4, .atLeast), amount(4)) == .same)
    #expect(Amounts.compare(amount(10, high: 20), amount(14)) == .same)
  }

  @Test func `another number is another, however it is hedged`() {
    #expect(Amounts.compare(amount(5000, .about), amount(4200)) == .other)
    #expect(Amounts.compare(amount(200, .moreThan), amount(900)) != .same)
    #expect(Amounts.compare(amount(5, .atLeast), amount(7, .atLeast)) != .same)
    #expect(Amounts.compare(amount(4), amount(5)) == .other)
    #expect(Amounts.compare(amount(20, .moreThan), amount(20, .lessThan)) == .other)
  }

  @Test func `what is less exact does not say it`() {
    #expect(Amounts.compare(amount(214), amount(200, .moreThan)) == .vaguer)
    #expect(Amounts.compare(amount(23), amount(20, .about)) == .vaguer)
    #expect(Amounts.compare(amount(14), amount(10, high: 20)) == .vaguer)
  }

  @Test func `lengths agree in other units`() {
    func length(_ value: Double, _ unit: String) -> QuantityMention {
      QuantityMention(span: TextSpan(0, 1), number: TextSpan(0, 1), value: value, kind: .measure, unit: unit)
    }
    #expect(Amounts.areOfOneKind(length(8, "foot"), length(2.4, "m")))
    #expect(Amounts.compare(length(8, "foot"), length(2.4, "m")) == .same)
    #expect(Amounts.compare(length(8, "foot"), length(3.4, "m")) == .other)
  }
}
