import StemmaModel
import Testing

@testable import StemmaAlign

struct StatementRuleTests {
  private func compare(_ texts: String...) -> Findings {
    let drafts = texts.map { Draft($0) }
    return Findings(drafts, claims: [texts.enumerated().map { ($0, String($1.dropLast())) }])
  }

  @Test func `one denies what the other says`() {
    let found = compare(
      "The harbour board approved dredging plans.", "The harbour board never approved dredging plans.")
    #expect(found.of(.contradiction) == ["high B | A"])
    // No denial of what the other says.
    #expect(
      compare("Dredging plans rose to a new level.", "Dredging plans rose to a level never seen before.").of(
        .contradiction
      ).isEmpty)
    #expect(
      compare("The board approved dredging plans.", "The board has not only approved dredging plans.").of(
        .contradiction
      ).isEmpty)
  }

  @Test func `a denial of something else is none`() {
    // What somebody would not do, what is only asked, what nobody would say.
    #expect(
      compare("The board approved dredging plans.", "The board would not have approved dredging plans.")
        .of(.contradiction).isEmpty)
    #expect(
      compare("Divers searched the flooded lock.", "Divers did not say when they searched the flooded lock.")
        .of(.contradiction).isEmpty)
    #expect(
      compare("Nobody, they say, saw divers search the flooded lock.", "Divers did not search the flooded lock.")
        .of(.contradiction).isEmpty)
  }

  @Test func `opposites of one thing`() {
    let found = compare("The harbour board accepted dredging plans.", "The harbour board rejected dredging plans.")
    #expect(found.of(.contradiction) == ["high B | A"])
    #expect(
      compare("The harbour board accepted dredging plans.", "The harbour board never rejected dredging plans.")
        .of(.contradiction).isEmpty)
    #expect(
      compare("The board accepted dredging plans.", "The union rejected mining quotas.").of(.contradiction).isEmpty)
  }

  @Test func `who did it to whom, the other way round`() {
    func told(_ text: String, _ names: String...) -> Draft {
      var draft = Draft(text)
      for index in draft.report.tokens.indices where names.contains(draft.report.tokens[index].key) {
        draft.report.tokens[index].isName = true
      }
      return draft
    }
    let a = told("Yesterday Ostia sued Velm over dredging.", "ostia", "velm")
    let b = told("Yesterday Velm sued Ostia over dredging.", "ostia", "velm")
    let c = told("Yesterday Velm was sued by Ostia over dredging.", "ostia", "velm")
    let texts = ["Yesterday Ostia sued Velm over dredging", "Yesterday Velm sued Ostia over dredging"]
    #expect(
      Findings([a, a, b], claims: [[(0, texts[0]), (1, texts[0]), (2, texts[1])]]).of(.contradiction) == ["high C | AB"]
    )
    #expect(
      Findings([a, c], claims: [[(0, texts[0]), (1, "Yesterday Velm was sued by Ostia over dredging")]])
        .of(.contradiction).isEmpty)
  }

  @Test func `what one report has otherwise is seen among a thousand prints, and in time`() {
    let print = "The valves had probably been rusting for weeks"
    let other = "The valves had been rusting for weeks"
    let drafts = (0..<1000).map { Draft(($0 == 700 ? other : print) + ".") } + [Draft("A bell rang.")]
    let claims = [(0..<1000).map { ($0, $0 == 700 ? other : print) }]
    let clock = ContinuousClock()
    var found: Findings?
    let time = clock.measure { found = Findings(drafts, claims: claims) }
    #expect(found!.all.filter { $0.kind == .hedge }.map(\.reports) == [[Siglum(700)]])
    #expect(found!.all.first { $0.kind == .hedge }!.against.count == 999)
    #expect(found!.explanation(.hedge)!.hasSuffix("and 988 more have the same as A."))
    #expect(time < .seconds(10))
  }

  @Test func `one has prevented what the other reports`() {
    let found = compare("Wool exports collapsed despite aid.", "Aid prevented the collapse of wool exports.")
    #expect(found.of(.contradiction) == ["high B | A"])
  }

  @Test func `two accounts of one inspection`() {
    func dated(_ text: String) -> Draft {
      var draft = Draft(text)
      draft.time("May", Moment(year: 2031, month: 5))
      return draft
    }
    let a = dated("The dam passed its inspection in May.")
    let b = dated("The inspection in May, she said, never reached the crest.")
    #expect(Findings([a, b]).of(.contradiction) == ["medium B | A"])
    #expect(Findings([a, a]).all.isEmpty)
  }

  @Test func `no comment and a denial`() {
    let a = Draft("There was no immediate comment from Ostia yesterday.")
    let b = Draft("Late on Monday Ostia denied the raid.")
    #expect(Findings([a, b]).of(.contradiction) == ["medium A | B"])
    #expect(Findings([a, Draft("Late on Monday Velm denied the raid.")]).of(.contradiction).isEmpty)
  }

  @Test func `an objection is left out`() {
    let half = "The board published plans for dredging the harbour"
    let rest = "but anglers said mud would choke the eels"
    var a = Draft("\(half), \(rest).")
    a.lay("mud would choke the eels", to: "anglers", .unnamed, cue: "said")
    let b = Draft("\(half).")
    #expect(Findings([a, b], claims: [[(0, half), (1, half)]]).of(.omission) == ["medium B | A"])
    let c = Draft("\(half). Anglers fear that mud would choke eels.")
    #expect(Findings([a, c], claims: [[(0, half), (1, half)]]).of(.omission).isEmpty)
  }

  @Test func `what nearly all have is left out`() {
    let words = "the board closed the harbour to trawlers"
    let have = Draft("At noon \(words).")
    let lacks = Draft("At noon nothing was known.")
    let claims = [[(0, words), (1, words), (2, words)]]
    #expect(Findings([have, have, have, lacks], claims: claims).of(.omission) == ["low D | ABC"])
    let half = [have, have, have, lacks, lacks, lacks]
    #expect(Findings(half, claims: claims).of(.omission).isEmpty)
  }

  @Test func `a summary that nobody is named for`() {
    let shared = "The board closed the harbour to trawlers."
    let texts = [shared, shared + "\nThe closure is likely to reopen old debates about trawling."]
    let claims = [[(0, String(shared.dropLast())), (1, String(shared.dropLast()))]]
    #expect(Findings(texts.map { Draft($0, isAlone: true) }, claims: claims).of(.addition) == ["low B | "])
    // A fact is reporting, not filling.
    let fact = [shared, shared + "\nThe closure is likely to cost 40 jobs in the canneries."]
    #expect(Findings(fact.map { Draft($0, isAlone: true) }, claims: claims).of(.addition).isEmpty)
  }

  @Test func `what is found does not hang on chance, and no report differs from itself`() {
    let texts = [
      "The valves had probably been rusting for weeks after 1991.", "The valves had been rusting for weeks.",
      "The valves had not been rusting for weeks.", "The valves, shameful valves, plummeted for weeks.",
    ]
    let drafts = texts.map { Draft($0) }
    let claims = [texts.enumerated().map { ($0, String($1.dropLast())) }]
    let first = Findings(drafts, claims: claims).all
    #expect(!first.isEmpty)
    for item in first {
      #expect(Set(item.reports).isDisjoint(with: item.against))
      #expect(item.reports == item.reports.sorted() && item.against == item.against.sorted())
      #expect(item.places == item.places.sorted() && Set(item.places.map(\.report)) == Set(item.reports + item.against))
    }
    for _ in 0..<5 {
      #expect(Findings(drafts, claims: claims).all.map(\.explanation) == first.map(\.explanation))
    }
  }
}
