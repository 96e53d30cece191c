import StemmaModel
import Testing

@testable import StemmaAlign

struct WordingRuleTests {
  /// What the rules find where the whole first sentences make one claim.
  private func compare(_ texts: String...) -> Findings {
    let drafts = texts.map { Draft($0) }
    return Findings(drafts, claims: [texts.enumerated().map { ($0, String($1.dropLast())) }])
  }

  @Test func `a doubt is dropped`() {
    let found = compare("The valves had probably been rusting for weeks.", "The valves had been rusting for weeks.")
    #expect(found.of(.hedge) == ["high B | A"])
    #expect(compare("Probably late, Ott saw valves rusting.", "Ott saw valves rusting.").of(.hedge).isEmpty)
  }

  @Test func `a doubt of something else, or a charge, is no doubt dropped`() {
    #expect(
      compare("The valves in the mill were rusting and may have leaked.", "The valves in the mill were rusting.")
        .of(.hedge).isEmpty)
    #expect(
      compare("Ott allegedly opened rusting valves at night.", "Ott is accused, he opened rusting valves at night.")
        .of(.hedge).isEmpty)
    #expect(
      compare("The valves appeared in court papers of the mill.", "The valves are in court papers of the mill.")
        .of(.hedge).isEmpty)
  }

  @Test func `another spelling of a name`() {
    func named(_ text: String, _ name: String) -> Draft {
      var draft = Draft(text)
      draft.person(name)
      return draft
    }
    let a = named("There Erica Lund spoke.", "Erica Lund")
    #expect(Findings([a, a, named("Then Erika Lund sang.", "Erika Lund")]).of(.wording) == ["low C | AB"])
    #expect(Findings([a, named("Then Erna Lund sang.", "Erna Lund")]).of(.wording).isEmpty)
    #expect(Findings([named("A Nils Lunds hat.", "Nils Lunds"), named("A Nils Lund hat.", "Nils Lund")]).all.isEmpty)
  }

  @Test func `what analysts say becomes a fact`() {
    let words = "the mill dominates grain markets"
    var a = Draft("Analysts say \(words).")
    a.lay(words, to: "Analysts", .unnamed, cue: "say")
    let b = Draft("Today \(words).")
    #expect(Findings([a, b], claims: [[(0, words), (1, words)]]).of(.hedge) == ["medium B | A"])
  }

  @Test func `a denied accusation told as a fact`() {
    let a = Draft("The mayor accused Ostia of shelling the port.\nThere Ostia denied it.")
    #expect(Findings([a, Draft("At dawn Ostia shelled the port.")]).of(.hedge) == ["high B | A"])
    #expect(Findings([a, Draft("At dawn South Ostia shelled the port.")]).of(.hedge).isEmpty)
    #expect(Findings([a, Draft("At dawn a ship was seen in Ostia.")]).of(.hedge).isEmpty)
  }

  @Test func `a word that judges is dropped`() {
    let found = compare(
      "Ott blamed shameful neglect of pumps.", "Ott blamed shameful neglect of pumps.", "Ott blamed neglect of pumps.")
    #expect(found.of(.wording) == ["high C | AB"])
    #expect(compare("Ott faces reckless driving charges.", "Ott faces driving charges.").of(.wording).isEmpty)
  }

  @Test func `a weaker word of the same scale`() {
    let found = compare("Wool exports plummeted last spring.", "Wool exports declined last spring.")
    #expect(found.of(.intensity) == ["low B | A"])
    #expect(compare("Wool exports plummeted last spring.", "Wool imports soared last spring.").of(.intensity).isEmpty)
  }

  @Test func `a comparison made stronger`() {
    let found = compare(
      "Both are driven more by shared fears than by shared hopes.",
      "Both are driven by shared fears rather than hopes.",
      "Both are driven by shared fears.")
    #expect(found.of(.intensity) == ["medium BC | A"])
    let level = compare(
      "Flood water rose to the highest level since records began.", "Flood water rose to a level never seen before.")
    #expect(level.of(.intensity) == ["medium B | A"])
  }

  @Test func `a superlative loses its limits`() {
    let found = compare(
      "It was the highest tide on the northern coast since 1950.", "It was the highest tide since 1950.")
    #expect(found.of(.wording) == ["medium B | A"])
  }

  @Test func `names of a thing in dispute`() {
    let found = compare(
      "Grain prices doubled since the invasion.", "Grain prices doubled since the invasion.",
      "Grain prices doubled since the military operation.")
    #expect(found.of(.wording) == ["medium C | AB"])
  }

  @Test func `a verb of saying that judges`() {
    let found = compare("Grain prices doubled despite Ott's insistence.", "Grain prices doubled despite Ott's claim.")
    #expect(found.of(.wording) == ["low B | A"])
  }

  @Test func `what both do becomes what one does`() {
    let found = compare("The ports supply each other with diesel daily.", "One port supplies diesel daily.")
    #expect(found.of(.wording) == ["medium B | A"])
    #expect(
      compare("The ports value each other's diesel supplies daily.", "One port has diesel supplies daily.").of(.wording)
        .isEmpty)
  }

  @Test func `other words inside the marks`() {
    let (first, other) = ("We shall not rest until every pump runs", "We shall not pause until every pump runs")
    func quoting(_ words: String) -> Draft {
      var draft = Draft("\"\(words),\" said Ada Lind.")
      draft.quote(words, by: draft.lay(words, to: "Ada Lind", cue: "said"))
      return draft
    }
    let found = Findings(
      [quoting(first), quoting(first), quoting(other)], quotes: [[(0, first), (1, first), (2, other)]])
    #expect(found.of(.quoteAltered) == ["medium C | AB"])
    #expect(
      found.explanation(.quoteAltered)
        == "Inside the quotation marks C has “pause” where A and B have “rest”: “\(other)”.")
    // A cut is no change.
    let cut = "until every pump runs"
    #expect(Findings([quoting(first), quoting(cut)], quotes: [[(0, first), (1, cut)]]).all.isEmpty)
  }

  @Test func `another translation is one item`() {
    let pairs = [
      ("We shall not rest until every pump runs", "We will not rest as long as every pump stands still"),
      ("The village waits for answers from the board", "The village expects answers of the board"),
      ("Nobody told us about cracks in the wall", "No one informed us about cracks in the wall"),
    ]
    var (a, b) = (
      Draft(pairs.map { "\"\($0.0),\" said Lind." }.joined(separator: "\n")),
      Draft(pairs.map { "\"\($0.1),\" said Lind." }.joined(separator: "\n"))
    )
    for pair in pairs {
      a.quote(pair.0)
      b.quote(pair.1)
    }
    let found = Findings([a, b], quotes: pairs.map { [(0, $0.0), (1, $0.1)] })
    #expect(found.of(.quoteAltered) == ["low B | A"])
  }

  @Test func `a quoted term with another word`() {
    func term(_ words: String) -> Draft {
      var draft = Draft("Ott spoke of \"\(words)\" at length.")
      draft.quote(words, .partial)
      return draft
    }
    let found = Findings(
      [term("vital interests"), term("vital interests"), term("basic interests")],
      quotes: [[(0, "vital interests"), (1, "vital interests"), (2, "basic interests")]])
    #expect(found.of(.wording) == ["medium C | AB"])
  }

  @Test func `marks around what the others narrate`() {
    let words = "the longest strike in memory"
    let a = Draft("It was \(words) here.")
    var b = Draft("It was \"\(words)\" here.")
    b.quote(words, .partial)
    let run = { (draft: Draft) in draft.report.tokenRange(of: draft.span(words)) }
    let match = Match(a: 0, b: 1, aTokens: run(a), bTokens: run(b), words: 5, nats: 20, isQuoted: false)
    #expect(Findings([a, b], matches: [match]).of(.pseudoQuote) == ["medium B | A"])
    // Somebody said it.
    var c = b
    c.report.attributions = [
      Attribution(content: c.span(words), source: Source(kind: .person, name: "Ada Lind", mention: nil))
    ]
    c.report.quotes[0].attribution = 0
    #expect(Findings([a, c], matches: [match]).of(.pseudoQuote).isEmpty)
  }

  @Test func `a sentence about the speaker in the speaker's marks`() {
    let (real, made) = ("lift pensions and wages", "Lind stated that ministers should lift pensions and wages")
    var a = Draft("Ada Lind wants to \"\(real)\" soon.")
    a.quote(real, .partial, by: a.lay(real, to: "Ada Lind"))
    var b = Draft("Of Ada Lind: \"\(made).\"")
    b.quote(made, by: b.lay(made, to: "Ada Lind"))
    b.report.tokens.indices.filter { b.report.tokens[$0].key == "lind" }.forEach { b.report.tokens[$0].isName = true }
    #expect(Findings([a, b], quotes: [[(0, real), (1, made)]]).of(.pseudoQuote) == ["high B | A"])
  }
}
