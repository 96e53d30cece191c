import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaAlign

/// Who says a claim that is not said in the same words, in invented stories.
@Suite struct WitnessTests {
  /// The reports that share a claim with the words of one of them.
  private func fellows(of words: String, in drafts: [Draft]) -> [Int] {
    let collation = Aligner().align(Story(reports: drafts.map(\.report), matches: []))
    let claims = collation.claims.filter { claim in
      claim.witnesses.contains {
        collation.story[$0.place.report].report.reading($0.place.span).contains(words)
      }
    }
    return Set(claims.flatMap(\.reports).map(\.index)).sorted()
  }

  private func fellows(of words: String, in texts: [String]) -> [Int] {
    fellows(of: words, in: texts.map { Draft($0) })
  }

  @Test func `a cut quotation stands for the claim it is cut from`() {
    let whole = "The law on herring is older than the harbour and we will change it this year"
    func quoting(_ text: String, _ words: String) -> Draft {
      var draft = Draft(text)
      draft.quote(words, .direct, by: draft.lay(words, to: "Renn", .person))
      return draft
    }
    let drafts = [
      quoting("\"\(whole),\" Renn said.\nA brass band played in the rain.", whole),
      quoting(
        "Renn, in a speech to the guild of net makers at Osk, called it \"older than the harbour\" and left.",
        "older than the harbour"),
      Draft("Bakers sold out of bread by nine."),
    ]
    #expect(fellows(of: "older than the harbour", in: drafts) == [0, 1])
  }

  @Test func `times of day half an hour apart may be of one event`() {
    let texts = [
      "The dam failed at about 6:40 pm.\nCows were led uphill.\nA choir sang.",
      "The upper wall of the dam broke at about 6:30 pm.\nBuses stood still.\nA kiosk closed.",
      "A market for old stamps opened at about 9:15 am.\nThe mayor wore green.",
    ]
    #expect(fellows(of: "6:40", in: texts) == [0, 1])
  }

  @Test func `one word in common makes no claim, however short one of the clauses is`() {
    let texts = [
      "The hinges had probably been corroding for many winters.\nA goat was led away.",
      "It was the hinges.\nPainters left the loft open.",
    ]
    #expect(fellows(of: "corroding", in: texts) == [0])
  }

  @Test func `numbers in words do not stand for one another`() {
    let texts = ["Four bells rang.\nTwo geese hissed at seven porters."]
    let words = StoryWords(Story(reports: texts.map { Draft($0).report }, matches: []))
    let report = Draft(texts[0]).report
    for (index, token) in report.tokens.enumerated() where ["four", "two", "seven"].contains(token.key) {
      let word = words.words[0][index]
      #expect(word < 0 || words.synonyms.fellows[Int(word)].isEmpty)
    }
  }
}
