import Foundation
import StemmaTestSupport
import Testing

/// The same input gives the same bytes, in whatever order it is named.
@Suite struct OrderLawTests {
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `shuffling the example's reports changes no byte`(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let shuffled = try Karsund.paths.get().shuffled(using: &random)
    #expect(try Telling.json(Telling.editions(shuffled)) == Telling.json(try Karsund.run.get()))
  }

  @Test func `shuffling the reports of two stories changes no byte`() throws {
    let telling = try Telling(InventedStory.viaduct + InventedStory.orchestra)
    let expected = try Telling.json(telling.editions())
    #expect(expected.count == 2)
    var random = SeededRandom(11)
    for _ in 0..<8 {
      #expect(try Telling.json(Telling.editions(telling.paths.shuffled(using: &random))) == expected)
    }
  }

  @Test func `reports of one moment stand in order of source, however they are given`() throws {
    var telling = try Telling()
    for name in ["c.txt", "a.txt", "b.txt"] { try telling.add(name, InventedStory.viaduct[0].text + "\n\(name)\n") }
    let sources = try #require(telling.editions().first).dossier.reports.map(\.source)
    #expect(sources == sources.sorted())
  }

  @Test func `ten runs give the same bytes`() throws {
    let telling = try Telling(InventedStory.viaduct)
    let first = try Telling.json(telling.editions())
    for _ in 0..<9 { #expect(try Telling.json(telling.editions()) == first) }
  }

  @Test func `where the files lie changes nothing but their paths`() throws {
    func dossier() throws -> [Data] {
      try Telling.json(
        Telling(InventedStory.viaduct).editions().map { edition in
          var edition = edition
          for index in edition.dossier.reports.indices { edition.dossier.reports[index].source = "" }
          return edition
        })
    }
    #expect(try dossier() == dossier())
  }
}
