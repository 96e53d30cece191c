import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaAlign

/// Claims of whole stories, in invented words.
@Suite struct AlignerTests {
  private func collation(_ texts: [String]) -> Collation {
    Aligner().align(
      Story(reports: texts.enumerated().map { annotated($1, source: "\($0).txt") }, matches: []))
  }

  /// The claims with a witness in each of some reports that holds some words.
  private func claims(_ collation: Collation, holding words: [(report: Int, words: String)]) -> [Claim] {
    collation.claims.filter { claim in
      words.allSatisfy { wanted in
        claim.witnesses.contains {
          $0.place.report.index == wanted.report
            && collation.story[$0.place.report].report.reading($0.place.span).contains(wanted.words)
        }
      }
    }
  }

  static let ferry = [
    "The ferry Anneke struck the northern pier of Osk before dawn.\nDivers searched the hull for leaks until noon.\nThe harbour stays closed to fishing boats this week.",
    "Before dawn the ferry Anneke struck the pier of Osk.\nUntil noon divers were searching the hull for leaks.\nTickets will be refunded by the company.",
    "A choir sang in the square.\nThe northern pier was struck by the ferry Anneke before dawn.\nFishing boats must keep out: the harbour is closed this week.",
  ]

  @Test func `one statement in three orders of words is one claim`() {
    let collation = collation(Self.ferry)
    #expect(claims(collation, holding: [(0, "struck"), (1, "struck"), (2, "struck")]).count == 1)
    #expect(claims(collation, holding: [(0, "Divers"), (1, "divers")]).count == 1)
    #expect(claims(collation, holding: [(0, "harbour stays closed"), (2, "harbour is closed")]).count == 1)
  }

  @Test func `statements that only share a topic stay apart`() {
    let collation = collation(Self.ferry)
    #expect(claims(collation, holding: [(0, "Divers"), (2, "struck")]).isEmpty)
    #expect(claims(collation, holding: [(1, "Tickets"), (2, "choir")]).isEmpty)
  }

  @Test func `what is denied in other words of harm is one claim`() {
    let collation = collation([
      "The old mill burned down at noon.\nThere were no casualties.\nPainters had left the loft open.",
      "The old mill burned down at noon.\nNobody was killed or injured.\nA goat was led away.",
    ])
    #expect(claims(collation, holding: [(0, "no casualties"), (1, "Nobody was killed")]).count == 1)
  }

  @Test func `a claim is found in a part of a longer sentence, and only that part is its witness`() throws {
    let long =
      "While a brass band played and the mayor waited under an umbrella with her dog engineers reopened the Marn tunnel "
      + "to freight trains while a kiosk owner handed out tea and somebody with a red hat sold a dozen balloons."
    let collation = collation([
      "Engineers reopened the Marn tunnel to freight trains.\nSnow had blocked the valley road.",
      "Engineers reopened the Marn tunnel to freight trains.\nA bakery gave away bread.", long,
    ])
    let claim = try #require(claims(collation, holding: [(0, "tunnel"), (1, "tunnel"), (2, "tunnel")]).first)
    let witness = try #require(claim.witnesses.first { $0.place.report.index == 2 })
    #expect(
      collation.story[witness.place.report].report.reading(witness.place.span)
        == "engineers reopened the Marn tunnel to freight trains")
  }

  @Test func `sentences that differ in their marks alone each have their own places`() throws {
    let plain = "In the yard the tall mast broke and men of Osk ran to the northern gate and they shut it"
    let marked = "In the yard, the tall mast broke, and men of Osk ran, to the northern gate, and they shut it"
    let collation = collation([
      "The tall mast broke.\nA bell rang.", "The tall mast broke.\nGeese flew over.",
      marked, plain,
    ])
    for claim in claims(collation, holding: [(0, "mast")]) {
      for witness in claim.witnesses {
        let words = collation.story[witness.place.report].report.reading(witness.place.span)
        #expect(words.contains("tall mast broke"), "\(words)")
      }
    }
  }

  @Test func `the lemma is of the text where a headline says it too, and a lone witness is verbatim`() throws {
    var reports = [
      annotated(
        "Ferry strikes pier of Osk\nThe ferry struck the pier of Osk before dawn.\nA cook fell overboard.", title: true),
      annotated("Ferry strikes pier of Osk\nBefore dawn the ferry struck the pier of Osk.", title: true),
    ]
    reports[1].report.source = "other.txt"
    let collation = Aligner().align(Story(reports: reports, matches: []))
    let claim = try #require(claims(collation, holding: [(0, "struck"), (1, "struck")]).first)
    #expect(claim.lemma.contains("struck"))
    let lone = try #require(claims(collation, holding: [(0, "cook")]).first)
    #expect(lone.witnesses.map(\.relation) == [.verbatim])
  }

  @Test func `a headline that two reports share and no text has is no claim of two`() {
    let collation = Aligner().align(
      Story(
        reports: [
          annotated("Storms over the western isles\nA lamp fell.", source: "a", title: true),
          annotated("Storms over the western isles\nThe choir sang.", source: "b", title: true),
        ], matches: []))
    #expect(claims(collation, holding: [(0, "Storms"), (1, "Storms")]).isEmpty)
  }

  @Test func `times of day agree however they are written`() {
    func minute(_ keys: String...) -> Int? {
      ClockTime.minute(at: 0, in: keys.map { Token(.number, span: TextSpan(0, 0), key: $0) })
    }
    #expect(minute("6:40", "pm") == 18 * 60 + 40)
    #expect(minute("18:40") == 18 * 60 + 40)
    #expect(minute("12", "am") == 0)
    #expect(minute("12", "pm") == 12 * 60)
    #expect(minute("1200", "gmt") == 12 * 60)
    #expect(minute("13", "pm") == nil)
    #expect(minute("40", "boats") == nil)
    #expect(minute("3:75") == nil)
    #expect(minute("1:2:3") == nil)
  }

  // MARK: - Laws

  @Test(arguments: 0..<3)
  func `a copy of a report adds a witness to each of its claims and changes nothing else`(copied: Int) {
    let once = collation(Self.ferry)
    let twice = collation(Self.ferry + [Self.ferry[copied]])
    #expect(once.claims.count == twice.claims.count)
    for (a, b) in zip(once.claims, twice.claims) {
      #expect(a.lemma == b.lemma)
      #expect(a.reports == b.reports.filter { $0.index < Self.ferry.count })
      #expect(b.reports.contains(Siglum(Self.ferry.count)) == a.reports.contains(Siglum(copied)))
    }
  }

  @Test func `a thousand copies are as soon done as a few`() {
    let collation = collation(Array(repeating: Self.ferry[0], count: 1000) + [Self.ferry[1]])
    #expect(claims(collation, holding: [(0, "struck"), (999, "struck"), (1000, "struck")]).count == 1)
    #expect(collation.claims.count < 20)
  }

  @Test func `a report five hundred times as long as the rest leaves the others' claims standing`() {
    var random = SeededRandom(7)
    let nouns = [
      "ledger", "anchor", "copper", "meadow", "violin", "harvest", "granite", "lantern", "orchard", "pigeon",
    ]
    let verbs = [
      "crossed", "painted", "measured", "followed", "carried", "opened", "watched", "mended", "counted", "left",
    ]
    let long = (0..<4000).map { number in
      "The \(nouns.randomElement(using: &random)!) \(number) \(verbs.randomElement(using: &random)!) a \(nouns.randomElement(using: &random)!) near the \(nouns.randomElement(using: &random)!)."
    }
    let collation = collation([long.joined(separator: "\n")] + Self.ferry)
    #expect(claims(collation, holding: [(1, "struck"), (2, "struck"), (3, "struck")]).count == 1)
  }

  @Test func `reports of two unrelated events share no claim`() {
    let collation = collation(
      Self.ferry + [
        "Bakers in Tarn voted for a shorter night shift.\nFlour prices doubled since spring.",
        "A shorter night shift was voted for by bakers in Tarn.\nSince spring the price of flour has doubled.",
      ])
    for claim in collation.claims {
      let sides = Set(claim.reports.map { $0.index < Self.ferry.count })
      #expect(sides.count == 1, "\(claim.lemma)")
    }
  }

  @Test func `reports in another language beside English ones are carried, and make no claim with them`() {
    let collation = collation([
      Self.ferry[0], Self.ferry[1],
      "Паром задел причал на рассвете.\nВодолазы искали течь до полудня.", "船は夜明け前に桟橋に衝突した。",
    ])
    #expect(collation.claims.contains { $0.reports.map(\.index) == [2] })
    #expect(collation.claims.allSatisfy { claim in Set(claim.reports.map { $0.index < 2 }).count == 1 })
  }

  @Test func `a story of nothing has no claims`() {
    #expect(collation([]).claims.isEmpty)
    #expect(collation(["", "…"]).claims.isEmpty)
    #expect(collation(["Yes."]).claims.count <= 1)
  }
}
