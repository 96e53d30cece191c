import StemmaCheck
import StemmaModel
import Testing

@Suite struct ClaimCheckerTests {
  @Test func `what several reports say without each other is corroborated, with its passages`() {
    let answer = MillStory.answer("Three workers were killed when fire broke out at the mill in Ostley")
    #expect(answer.verdict == .corroborated)
    let part = answer.parts[0]
    #expect(part.passages.filter { $0.stance == .says }.count >= 2)
    #expect(part.lines!.least >= 2)
    #expect(part.origins!.least >= 2)
  }

  @Test func `many lines with one origin are a single origin, and that is said`() {
    let answer = MillStory.answer(
      "Three workers were killed when fire broke out at the mill in Ostley", origins: { _ in 1 })
    #expect(answer.verdict == .singleOrigin)
    #expect(answer.parts[0].reasons.contains { $0.contains("lines") && $0.contains("one origin") })
  }

  @Test(arguments: [
    "About 240 people work at the mill", "The mill was built in 1911", "Berta Quillan said they will rebuild the mill",
    "Quillan Textiles sued Harrow Works over the roof in 2019", "The mill passed its safety inspection in March",
    "Some of the looms were saved", "the tarn mill was built in 1911",
  ])
  func `what one report says has a single origin`(claim: String) {
    #expect(MillStory.answer(claim).verdict == .singleOrigin)
  }

  private static let distorted = [
    ("number", "Eight workers were killed when fire broke out at the Tarn mill"),
    ("number", "17 workers were killed and three injured"), ("number", "About 420 people work at the mill"),
    ("number", "More than 300 people work at the mill"), ("number", "The damage is put at 60 million euros"),
    ("unit", "The damage is put at 6 billion euros"), ("unit", "The damage is put at 6 million dollars"),
    ("date", "Fire broke out at the Tarn mill on Friday night"), ("date", "The mill was built in 1991"),
    ("date", "The mill passed its safety inspection in June"),
    ("date", "Fire broke out at the Tarn mill on Monday morning"),
    ("place", "Three workers were killed when fire broke out at the Tarn mill in Vale"),
    ("place", "Three workers were killed when fire broke out at the Harrow mill"),
    ("actor", "Ida Roswell told reporters that the alarm did not ring"),
    ("actor", "Harrow Works promised to rebuild the mill"), ("actor", "Piet Varden praised the fire crews"),
    ("role", "Harrow Works sued Quillan Textiles over the roof in 2019"),
    ("polarity", "The alarm rang"), ("polarity", "The mill had not passed its safety inspection in March"),
    ("polarity", "The mill failed its safety inspection in March"), ("polarity", "Nobody was killed at the Tarn mill"),
    ("opposite", "Mayor Ida Roswell criticised the fire crews"),
    ("opposite", "Three workers were rescued at the Tarn mill"),
    ("denial", "The fire had been set by protesters"), ("certainty", "Mayor Ida Roswell asked the government for help"),
    ("certainty", "Quillan Textiles has rebuilt the mill"), ("scope", "All of the looms were saved"),
    ("attribution", "Mayor Ida Roswell said the mill had passed its safety inspection in March"),
    ("attribution", "Berta Quillan said that the alarm did not ring"),
  ]

  @Test(arguments: distorted.indices)
  func `a distorted claim is never confirmed`(index: Int) {
    let (kind, claim) = Self.distorted[index]
    let answer = MillStory.answer(claim)
    #expect(answer.verdict == .disputed || answer.verdict == .notFound, "\(kind): \(claim) is \(answer.verdict)")
    #expect(
      answer.parts.allSatisfy { part in !part.passages.contains { $0.stance == .says } || part.verdict == .disputed })
  }

  @Test(arguments: [
    "Divers searched the river", "Piet Varden was arrested", "The army closed the airport of Ostley",
    "Quillan Textiles will pay every family 5,000 euros",
  ])
  func `what nobody says is not found`(claim: String) {
    let answer = MillStory.answer(claim)
    #expect(answer.verdict == .notFound)
    #expect(!answer.parts[0].reasons.isEmpty)
  }

  @Test func `a passage at odds is shown with the difference`() throws {
    let part = MillStory.answer("Eight workers were killed at the Tarn mill").parts[0]
    #expect(part.isDistorted)
    let difference = try #require(part.passages.first?.differences.first)
    #expect(difference.kind == .number)
    #expect(difference.claimed == "Eight")
    #expect(difference.note.contains("Three workers") || difference.note.contains("three workers"))
  }

  @Test func `words that nobody has are named`() {
    let part = MillStory.answer("About 240 people work at the mill in Selwick").parts[0]
    #expect(part.verdict == .notFound || part.verdict == .disputed)
    #expect(part.nobodyHas == ["Selwick"] || part.isDistorted)
  }

  @Test func `a count that later reports overtake is disputed, with the sequence`() {
    let texts = [
      MillStory.texts[0], MillStory.texts[1], MillStory.texts[2],
      "A fourth worker has died after the fire at the Tarn mill in Ostley, the hospital said.",
    ]
    let part = MillStory.answer("Three workers were killed when fire broke out at the Tarn mill", texts: texts).parts[0]
    #expect(part.verdict == .disputed)
    #expect(part.isSuperseded)
    #expect(part.reasons.contains { $0.contains("fourth worker") })
  }

  // MARK: How a claim is typed

  @Test(arguments: ["", "   ", "?!", "“”", "\u{200B}", "…"])
  func `a claim without a word is empty`(claim: String) {
    #expect(ClaimChecker.isEmpty(claim))
    #expect(MillStory.answer(claim).verdict == .cannotBeMeasured)
  }

  @Test func `a question is read as its assertion, and that is said`() {
    let answer = MillStory.answer("Is it true that the mill was built in 1911?")
    #expect(answer.verdict == .singleOrigin)
    #expect(answer.notes.contains { $0.contains("assertion") })
    #expect(MillStory.answer("Was the mill built in 1991?").verdict != .singleOrigin)
  }

  @Test(arguments: ["Who was killed at the mill?", "How many workers were killed?", "In which town did it burn?"])
  func `a question that asserts nothing cannot be measured`(claim: String) {
    #expect(MillStory.answer(claim).verdict == .cannotBeMeasured)
  }

  @Test(arguments: ["It was a terrible fire", "The fire was a disgrace"])
  func `an opinion cannot be measured`(claim: String) {
    let answer = MillStory.answer(claim)
    #expect(answer.verdict == .cannotBeMeasured)
    #expect(answer.parts[0].reasons.contains { $0.contains("opinion") })
  }

  @Test(arguments: [
    "Drei Arbeiter wurden getötet, als in der Mühle Feuer ausbrach", "Tres obreros murieron en el incendio del molino",
    "Три рабочих погибли при пожаре",
  ])
  func `another language cannot be measured, and that is said`(claim: String) {
    let answer = MillStory.answer(claim)
    #expect(answer.verdict == .cannotBeMeasured)
    #expect(answer.parts[0].reasons.contains { $0.contains("English") })
  }

  @Test func `two assertions are checked each, and the weakest is the answer`() {
    let answer = MillStory.answer("The mill was built in 1911 and the roof was painted in 1950")
    #expect(answer.parts.count == 2)
    #expect(answer.parts[0].verdict == .singleOrigin)
    #expect(answer.verdict == answer.parts[1].verdict)
    #expect(answer.verdict != .singleOrigin)
  }

  @Test func `a very long claim is cut and a hostile one ends`() {
    let long = String(repeating: "three workers were killed and the mill burned and ", count: 4000)
    let answer = MillStory.answer(long)
    #expect(answer.notes.contains { $0.contains("bytes") })
    for claim in [
      "((((((((", "\u{0}\u{1}", "1 2 3 4 5 6 7 8", "not not not not", "\"\"\"\"said", ": : :", "A:", "e\u{301}e\u{301}",
    ] {
      _ = MillStory.answer(claim)
    }
  }

  @Test func `words of one person are one origin, whatever carries them`() {
    let answer = MillStory.answer("Piet Varden said the alarm did not ring")
    #expect(answer.verdict == .singleOrigin)
    #expect(answer.parts[0].isOfWords)
    #expect(answer.parts[0].origins?.least == 1)
  }

  @Test func `the same answer comes every time`() {
    let claim = "Three workers were killed when fire broke out at the Tarn mill"
    let (a, b) = (MillStory.answer(claim).parts[0], MillStory.answer(claim).parts[0])
    #expect(a.passages.map(\.place) == b.passages.map(\.place))
    #expect(a.reasons == b.reasons)
  }

  @Test func `one report alone answers`() {
    #expect(MillStory.answer("The mill was built in 1911", texts: [MillStory.texts[0]]).verdict == .singleOrigin)
  }
}
