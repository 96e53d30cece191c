import StemmaModel
import Testing

@testable import StemmaExtract

@Suite struct CreditFinderTests {
  private func credits(_ lead: String, head: String = "Crane falls into harbour\n\n", tail: String = "") -> [String] {
    let report = extract("\(head)\(lead)\n\n\(ExtractorTests.second)\n\n\(ExtractorTests.third)\(tail)")
    return report.credits.map { "\($0.agency) \($0.kind.rawValue)" }
  }

  @Test(arguments: [
    ("LINDHOLM, May 3 (AP) — The harbour was closed on Monday after a crane fell into the water there.", "AP dateline"),
    (
      "LINDHOLM (Northwire) - The harbour was closed on Monday after a crane fell into the water there.",
      "Northwire dateline"
    ),
    ("(AFP) — The harbour was closed on Monday after a crane fell into the water near the market.", "AFP dateline"),
    (
      "The harbour is closed until Tuesday because of the wreck, the mayor told the Reuters news agency.",
      "Reuters told"
    ),
    ("The harbour is closed until Tuesday because of the wreck, the mayor said in an interview with AFP.", "AFP told"),
    (
      "According to the official Xinhua news agency, the harbour is closed until Tuesday because of it.", "Xinhua cited"
    ),
    ("The harbour is closed, state news agency TASS reported on Monday, until the wreck is lifted out.", "TASS cited"),
    ("A Reuters correspondent saw the crane lean over the water before it fell in on Monday morning.", "Reuters cited"),
    (
      "The harbour is closed until the wreck is lifted, the mayor told the Meridian Press Agency on Monday.",
      "Meridian Press Agency told"
    ),
  ])
  func `the words around an agency say what it did`(_ lead: String, _ expected: String) {
    #expect(credits(lead) == [expected])
  }

  @Test(arguments: [
    ("\n\nSource: AFP", "AFP creditLine"), ("\n\n(Reuters)", "Reuters creditLine"), ("\n\n— AFP", "AFP creditLine"),
    ("\n\nAdditional reporting by Reuters", "Reuters creditLine"),
    ("\n\nThe Associated Press contributed to this report.", "AP creditLine"),
    ("\n\nWith inputs from PTI", "PTI creditLine"), ("\n\n© AFP", "AFP creditLine"),
  ])
  func `a line at the end credits the agency`(_ tail: String, _ expected: String) {
    #expect(credits(ExtractorTests.first, tail: tail) == [expected])
  }

  @Test func `an agency as byline is a credit`() {
    #expect(
      credits(ExtractorTests.first, head: "Crane falls into harbour\n\nBy Agence France-Presse\n\n") == ["AFP byline"])
  }

  @Test func `an invented agency in the byline is known by being told`() {
    let told = "The wreck will be lifted on Tuesday at the earliest, the mayor of the town told Northdesk."
    #expect(
      credits(told, head: "Crane falls into harbour\n\nBy Northdesk\n\n") == ["Northdesk byline", "Northdesk told"])
  }

  @Test(arguments: ["VALETOWN (ValeNewsNow)", "VALETOWN (Vale News Now)", "VALETOWN, May 3 (VNN)"])
  func `the outlet's own name in a dateline credits nobody`(_ dateline: String) {
    let lead = "\(dateline) - The harbour was closed on Monday after a crane fell into the water there."
    #expect(credits(lead, tail: "\n\n© 2024 Vale News Now").isEmpty)
    #expect(credits(lead).count == 1)
  }

  @Test func `photographers' agencies are photo credits only`() {
    let caption = "The crane on Monday. Ivo Berg / SPUTNIK / AFP"
    #expect(Set(credits("\(caption)\n\n\(ExtractorTests.first)")) == ["AFP photo", "Sputnik photo"])
  }

  @Test func `an agency that is only spoken of is no credit`() {
    #expect(
      credits("The street in front of the old Reuters building was closed on Monday because of the crane.").isEmpty)
  }
}
