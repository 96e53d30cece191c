import StemmaModel
import Testing

@testable import StemmaPresent

@Suite struct WordingTests {
  @Test(arguments: [
    ("AFP dispatch", "an AFP dispatch"), ("AP story", "an AP story"),
    ("Reuters file, 10 November", "a Reuters file, 10 November"),
    ("Xinhua readout", "a Xinhua readout"), ("annual report of the bank", "an annual report of the bank"),
    ("UN statement", "a UN statement"), ("U.S. statement", "a U.S. statement"),
    ("UNHCR statement", "a UNHCR statement"),
    ("NBC interview", "an NBC interview"), ("NATO communiqué", "a NATO communiqué"),
    ("European study", "a European study"),
    ("hourly bulletin", "an hourly bulletin"), ("uninvited witness", "an uninvited witness"),
    ("one-page memo", "a one-page memo"),
    ("8-page letter", "an 8-page letter"), ("11 May speech", "an 11 May speech"),
    ("lost report", "a lost report"),
    ("Edda Quist, interview with Velmora Today", "Edda Quist, interview with Velmora Today"),
    ("remarks of Li Qiang", "remarks of Li Qiang"), ("the dispatch", "the dispatch"),
    ("Sudan’s complaint", "Sudan’s complaint"),
    ("customs data", "customs data"), ("", ""),
  ])
  func `labels take the article they need`(label: String, text: String) {
    #expect(Wording.withArticle(label) == text)
  }

  @Test(arguments: [
    (0, "no lines"), (1, "1 line"), (2, "2 lines"), (1204, "1,204 lines"), (1_000_000, "1,000,000 lines"),
  ])
  func `nouns follow their number`(count: Int, text: String) {
    #expect(Wording.count(count, "line") == text)
  }

  @Test func `ranges and what is unknown`() {
    let range = Dossier.Range(least: 3, best: 4, most: 5)
    #expect(Wording.count(range, "line") == "3–5 lines")
    #expect(Wording.fullRange(range) == "3–5, most likely 4")
    #expect(Wording.count(nil as Dossier.Range?, "line") == "lines undecided")
    #expect(Wording.range(nil) == "undecided")
    #expect(Wording.fullRange(.init(least: 2, best: 2, most: 2)) == "2")
  }

  @Test func `lists are joined as one says them`() {
    #expect(Wording.list([]) == "")
    #expect(Wording.list(["a"]) == "a")
    #expect(Wording.list(["a", "b"]) == "a and b")
    #expect(Wording.list(["a", "b", "c"]) == "a, b and c")
    #expect(Wording.list(["a", "b", "c", "d"], limit: 2) == "a, b and 2 more")
    let order = Dictionary(uniqueKeysWithValues: (0..<30).map { (Siglum($0).description, $0) })
    #expect(Wording.sigla(["A", "B", "C", "F", "Z", "AA"], order: order) == "A–C, F, Z and AA")
  }

  @Test(
    arguments: [
      (4_200_000.0, nil, "crowns", "moreThan", "more than 4.2 million crowns"),
      (190e9, nil, "USD", "record", "a record 190 billion USD"),
      (30, nil, "percent", "equal", "30%"), (12, 15, "people", "about", "about 12–15 people"),
      (1.25e12, nil, "EUR", "atLeast", "at least 1.25 trillion EUR"),
      (22_000, nil, "people", "equal", "22,000 people"), (0.5, nil, "percent", "almost", "almost 0.5%"),
      (-3, nil, "°C", "equal", "−3 °C"),
    ] as [(Double, Double?, String, String, String)])
  func `figures read as one writes them`(value: Double, high: Double?, unit: String, comparator: String, text: String) {
    #expect(Wording.figure(value: value, high: high, unit: unit, comparator: comparator) == text)
  }

  @Test func `certainty short of certain never reads as certain`() {
    #expect(Wording.percent(0.999) == "99%")
    #expect(Wording.percent(1) == "100%")
    #expect(Wording.percent(0.001) == "1%")
    #expect(Wording.percent(.nan) == "?")
  }

  @Test func `long labels are cut at a joint`() {
    #expect(
      Wording.short("Xinhua (Chinese) readout of the meeting of Xi and Mishustin, 24 May", limit: 30)
        == "Xinhua (Chinese) readout of…")
    #expect(
      Wording.short("Li Qiang opening remarks, as given by the government of China") == "Li Qiang opening remarks")
    #expect(Wording.withoutBrackets("Xinhua (Chinese) readout") == "Xinhua readout")
  }

  @Test func `words we have no plainer word for are spelt out`() {
    #expect(Wording.divergence("somethingNewHere") == "something new here")
    #expect(Wording.time("2031-03-12T14:05Z") == "2031-03-12 14:05 UTC")
  }
}
