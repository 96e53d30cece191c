import StemmaModel
import Testing

@testable import StemmaAlign

struct SourceRuleTests {
  private let words = "the turbines had leaked oil for months"

  private func named(_ source: String = "Ada Lind", _ kind: Source.Kind = .person) -> Draft {
    var draft = Draft("Inspector \(source) said \(words).")
    draft.lay(words, to: source, kind, cue: "said")
    return draft
  }

  @Test func `a source is dropped`() {
    let bare = Draft("By then \(words).")
    let claims = [[(0, words), (1, words), (2, words)]]
    let found = Findings([named(), named(), bare], claims: claims)
    #expect(found.of(.attribution) == ["medium C | AB"])
    #expect(found.words(.attribution).contains("Ada Lind"))
    // A sentence with a word of saying has a source, whoever it is.
    let said = Draft("By then, it was reported, \(words).")
    #expect(Findings([named(), named(), said], claims: claims).of(.attribution).isEmpty)
  }

  @Test func `one source dropped twice is one divergence`() {
    let more = "spare filters stayed in their crates"
    var a = Draft("Ada Lind said \(words).\nAda Lind said \(more).")
    a.lay(words, to: "Ada Lind", cue: "said")
    a.lay(more, to: "Ada Lind", cue: "said")
    let b = Draft("By then \(words).\nWorse, \(more).")
    let found = Findings([a, b], claims: [[(0, words), (1, words)], [(0, more), (1, more)]])
    #expect(found.of(.attribution) == ["medium B | A"])
  }

  @Test func `a named source becomes experts`() {
    var b = Draft("According to experts, \(words).")
    b.lay(words, to: "experts", .unnamed, cue: "According")
    let found = Findings([named(), b], claims: [[(0, words), (1, words)]])
    #expect(found.of(.anonymized) == ["high B | A"])
    #expect(found.words(.anonymized) == ["Ada Lind", "experts"])
    // Who names her elsewhere has not hidden her.
    var c = Draft("According to experts, \(words).\nAmong them was Ada Lind.")
    c.lay(words, to: "experts", .unnamed, cue: "According")
    #expect(Findings([named(), c], claims: [[(0, words), (1, words)]]).of(.anonymized).isEmpty)
  }

  @Test func `an agency's correspondent becomes a reporter`() {
    let a = Draft("Nearby a Norwire correspondent heard shelling and saw craters.")
    let b = Draft("Nearby a reporter heard shelling and saw craters.")
    let claims = [[(0, "heard shelling and saw craters"), (1, "heard shelling and saw craters")]]
    #expect(Findings([a, b], claims: claims).of(.anonymized) == ["high B | A"])
    #expect(Findings([b, b], claims: claims).of(.anonymized).isEmpty)
  }

  @Test func `words that came through another paper`() {
    var a = Draft("The keeper told the Valley Post \(words).")
    a.quote(words, .indirect)
    var b = Draft("The keeper knew that \(words).")
    b.quote(words, .indirect)
    let quotes = [[(0, words), (1, words)]]
    #expect(Findings([a, b], quotes: quotes).of(.attribution) == ["medium B | A"])
    var c = Draft("The keeper knew that \(words), the Valley Post wrote.")
    c.quote(words, .indirect)
    #expect(Findings([a, c], quotes: quotes).of(.attribution).isEmpty)
  }

  @Test func `media reports where others name the agency`() {
    var a = Draft("It was \(words).")
    a.report.report.credits = [Report.Credit(agency: "Norwire", kind: .byline, place: Excerpt("It", at: a.span("It")))]
    var b = Draft("According to media reports, \(words).")
    b.lay(words, to: "media reports", .unnamed, cue: "According")
    #expect(Findings([a, b]).of(.attribution) == ["medium B | A"])
    #expect(Findings([b, b]).of(.attribution).isEmpty)
  }

  @Test func `the same words to somebody else`() {
    func told(_ addressee: String) -> Draft {
      var draft = Draft("Ada Lind told \(addressee): \(words).")
      draft.quote(words, by: draft.lay(words, to: "Ada Lind", cue: "told", told: addressee))
      return draft
    }
    let quotes = [[(0, words), (1, words), (2, words)]]
    let found = Findings([told("reporters"), told("journalists in Velm"), told("parliament")], quotes: quotes)
    #expect(found.of(.addressee) == ["high C | AB"])
    #expect(found.explanation(.addressee) == "C has it said to parliament, A and B to reporters.")
    #expect(Findings([told("reporters"), told("reporters"), told("the press")], quotes: quotes).of(.addressee).isEmpty)
  }

  @Test func `a surname nobody introduced`() {
    var a = Draft("Chief engineer Ada Lind left.")
    a.person("Ada Lind", title: "Chief engineer")
    var b = Draft("Yesterday Lind left.")
    b.person("Lind")
    #expect(Findings([a, b]).of(.dangling) == ["medium B | A"])
    #expect(Findings([a, b, b]).of(.dangling) == ["medium BC | A"])
    var c = Draft("Yesterday Lind left. Her name is Ada.")
    c.person("Lind")
    c.report.tokens.indices.filter { c.report.tokens[$0].key == "ada" }.forEach { c.report.tokens[$0].isName = true }
    #expect(Findings([a, c]).of(.dangling).isEmpty)
  }
}
