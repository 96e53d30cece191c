import Foundation
import StemmaModel
import StemmaPipeline
import StemmaTestSupport
import Testing

/// Every dossier keeps to the contract, whatever the story.
@Suite struct ContractLawTests {
  @Test func `the example's dossier keeps to the contract, and every span is the file's bytes`() throws {
    let edition = try Karsund.edition()
    #expect(edition.dossier.problems(texts: try edition.files()) == [])
  }

  @Test func `the invented stories keep to the contract, together and apart`() throws {
    let telling = try Telling(InventedStory.viaduct + InventedStory.orchestra)
    for edition in telling.editions() + telling.editions(oneStory: true) {
      #expect(edition.dossier.problems(texts: try edition.files()) == [])
    }
  }

  @Test(arguments: 0..<9)
  func `a report alone gives a dossier that keeps to the contract and says that nothing can be compared`(
    index: Int
  ) throws {
    let editions = Telling.editions([try Karsund.paths.get()[index]])
    try #require(editions.count == 1)
    #expect(editions[0].dossier.problems(texts: try editions[0].files()) == [])
    #expect(editions[0].dossier.caveats.contains { $0.kind == "alone" && $0.report == "A" })
    #expect(editions[0].dossier.divergences.allSatisfy { $0.against.isEmpty })
  }

  @Test func `subsets of the example's reports keep to the contract`() throws {
    var random = SeededRandom(21)
    let paths = try Karsund.paths.get()
    for count in [2, 2, 3, 4, 5, 6, 7] {
      for edition in Telling.editions(Array(paths.shuffled(using: &random).prefix(count)), oneStory: true) {
        #expect(edition.dossier.problems(texts: try edition.files()) == [], "\(edition.dossier.reports.map(\.source))")
      }
    }
  }

  @Test func `sigla go beyond Z`() throws {
    var telling = try Telling()
    for index in 0..<28 {
      try telling.add("report-\(100 + index).txt", InventedStory.viaduct[index % 3].text + "\nEdition \(index).\n")
    }
    let editions = telling.editions(oneStory: true)
    #expect(editions[0].dossier.reports.last?.id == "AB")
    #expect(editions[0].dossier.problems(texts: try editions[0].files()) == [])
  }

  @Test func `every edge of a stemma has evidence that is put into words, and passages that show it`() throws {
    let dossier = try Karsund.edition().dossier
    #expect(!dossier.stemma.edges.isEmpty)
    for edge in dossier.stemma.edges {
      #expect(!edge.evidence.isEmpty, "\(edge.from)-\(edge.to)")
      #expect(edge.evidence.allSatisfy { !$0.note.isEmpty })
      #expect(edge.evidence.contains { !$0.spans.isEmpty }, "\(edge.from)-\(edge.to)")
    }
  }

  @Test func `a divergence explains itself without naming what it does not show`() throws {
    let dossier = try Karsund.edition().dossier
    for divergence in dossier.divergences {
      #expect(!divergence.explanation.isEmpty)
      let shown = Set(divergence.spans.map(\.report))
      #expect(
        shown.isSubset(of: divergence.reports + divergence.against),
        "\(divergence.id) shows \(shown.sorted()), is about \(divergence.reports + divergence.against)")
    }
  }

  @Test func `a story's identity is what its reports say, not their names or their order`() throws {
    let here = try Telling(InventedStory.viaduct)
    let there = try Telling(InventedStory.viaduct.reversed().map { ("other-" + $0.name, $0.text) })
    #expect(here.editions().map(\.dossier.story.id) == there.editions().map(\.dossier.story.id))
    let fewer = try Telling(Array(InventedStory.viaduct.dropLast()))
    #expect(here.editions().map(\.dossier.story.id) != fewer.editions().map(\.dossier.story.id))
  }
}

/// The inspection that the laws above lean on does find what is wrong.
@Suite struct ContractInspectionTests {
  @Test func `it finds whatever is spoilt in a dossier`() throws {
    let edition = try Karsund.edition()
    let files = try edition.files()
    let faults: [(what: String, spoil: (inout Dossier) -> Void)] = [
      ("a claim without witnesses", { $0.claims[0].variants = [] }),
      ("an id that is not there", { $0.claims[0].absentFrom.append("ZZ") }),
      ("two claims of one id", { $0.claims[1].id = $0.claims[0].id }),
      ("claims out of order", { $0.claims.swapAt(0, 1) }),
      ("a best below least", { $0.summary.lines?.least = 99 }),
      ("a wrong number of lines", { $0.claims[0].support?.lines?.ids = [] }),
      ("other bytes", { $0.claims[0].variants[0].witnesses[0].span.exact = "something else" }),
      ("a cycle", { $0.stemma.edges.append(.init(from: "A", to: "A", confidence: 1, kind: "copied", evidence: [])) }),
      ("a word outside the vocabulary", { $0.stemma.edges[0].kind = "stolen" }),
      ("a report in two families", { $0.stemma.families.append($0.stemma.families[0]) }),
      ("an origin with a node's id", { $0.origins[0].id = "A" }),
      ("a time that is none", { $0.story.firstReported = "yesterday" }),
    ]
    for (what, spoil) in faults {
      var dossier = edition.dossier
      spoil(&dossier)
      #expect(!dossier.problems(texts: files).isEmpty, "\(what)")
    }
  }
}
