import Foundation
import StemmaPresent
import StemmaTestSupport
import Testing

@testable import StemmaPipeline

/// A flood of reports: which stories and near-copies come out, and what is said meanwhile.
@Suite struct CorpusTests {
  private struct Run {
    var stories: [StoryLine]
    var text: String
    var said: [String]
  }

  private func run(_ text: String, named name: String = "corpus.jsonl", threads: Int = 2, batch: Int = 3) throws -> Run
  {
    let folder = try TemporaryFolder()
    var corpus = Corpus()
    (corpus.threads, corpus.batch) = (threads, batch)
    var said: [String] = []
    let list = try corpus.stories(of: [folder.write(name, text)]) { news in
      if case .trouble(let sentence) = news { said.append(sentence) }
    }
    let lines = (0..<list.count).map { list[$0] }
    let encoder = DossierJSON.encoder(pretty: false)
    let written = try lines.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    return Run(
      stories: lines, text: written.joined(separator: "\n"),
      said: said.map { $0.replacingOccurrences(of: folder.path + "/", with: "") })
  }

  @Test func `near-copies are grouped under their earliest, and stories come in order of time`() throws {
    let run = try run(InventedCorpus.lines(InventedCorpus.mixed))
    #expect(run.stories.map(\.reports) == [[.number(14)], [.number(13), .number(11)], [.number(12)]])
    #expect(run.stories.map(\.nearCopies) == [[], [[.number(13), .number(11)]], []])
    let ferry = run.stories[1]
    #expect(ferry.id == "story-1")
    #expect(ferry.title == "Ferry Aldis aground with 214 aboard")
    #expect(ferry.publishers == ["Tidewire", "Harrow Evening"])
    #expect([ferry.first, ferry.last] == ["2024-03-01T23:10Z", "2024-03-02T09:00Z"])
    #expect(run.stories[2].first == "2024-03-05")
    #expect(run.said.isEmpty)
  }

  @Test(arguments: [(1, 1), (2, 1), (2, 64), (4, 7)])
  func `threads and batches change nothing`(threads: Int, batch: Int) throws {
    let text = try InventedCorpus.lines(InventedCorpus.drawn(400, seed: 5))
    let once = try run(text, threads: 1, batch: 1000)
    #expect(once.stories.contains { $0.nearCopies.contains { $0.count > 2 } })
    #expect(try run(text, threads: threads, batch: batch).text == once.text)
  }

  @Test func `every report is in one story, and every near-copy group within one`() throws {
    let run = try run(InventedCorpus.lines(InventedCorpus.drawn(300, seed: 9)))
    #expect(run.stories.flatMap(\.reports).map(\.description).compactMap { Int($0) }.sorted() == Array(0..<300))
    for story in run.stories {
      let grouped = story.nearCopies.flatMap { $0 }
      #expect(Set(grouped).count == grouped.count)
      #expect(Set(grouped).isSubset(of: Set(story.reports)))
    }
  }

  @Test func `a line that is no JSON is named, and the others are read`() throws {
    var lines = try InventedCorpus.mixed.map(InventedCorpus.line)
    lines.insert("{\"text\": \"broken\n", at: 2)
    let run = try run(lines.joined())
    #expect(run.stories.flatMap(\.reports).count == 4)
    #expect(run.said.count == 1)
    #expect(run.said.first?.contains("3") == true)
    #expect(run.said.first?.contains("corpus.jsonl") == true)
  }

  @Test func `records with one id are both kept, and it is said`() throws {
    var records = InventedCorpus.mixed
    records[3].id = 12
    let run = try run(InventedCorpus.lines(records))
    #expect(run.stories.flatMap(\.reports).count == 4)
    #expect(run.said == ["corpus.jsonl#4 has the id of corpus.jsonl#2, 12: both are kept."])
  }

  @Test func `a number and a text are two ids, and a report without one goes by its source`() throws {
    let text = """
      {"id": 7, "text": "\(InventedCorpus.museum.replacingOccurrences(of: "\n", with: " "))", "published": "2024-01-01"}
      {"id": "7", "text": "\(InventedCorpus.quarry.replacingOccurrences(of: "\n", with: " "))", "published": "2024-01-02"}
      {"title": "Aground", "text": "\(InventedCorpus.ferry.replacingOccurrences(of: "\n", with: " "))", "published": "2024-01-03"}
      """
    let run = try run(text)
    #expect(run.said.isEmpty)
    #expect(run.text.contains("\"reports\":[7]"))
    #expect(run.text.contains("\"reports\":[\"7\"]"))
    #expect(run.text.contains("corpus.jsonl#3\"]"))
  }

  @Test func `a report without a date stands last, and one without any has null`() throws {
    var records = InventedCorpus.mixed
    records[2].published = nil
    records[1].published = "soon"
    let run = try run(InventedCorpus.lines(records))
    let ferry = try #require(run.stories.first { $0.reports.contains(.number(13)) })
    #expect(ferry.reports == [.number(11), .number(13)])
    #expect([ferry.first, ferry.last] == ["2024-03-02T09:00Z", "2024-03-02T09:00Z"])
    #expect(run.stories.last?.first == nil)
    #expect(run.text.contains("\"first\":null,\"last\":null"))
    #expect(run.said.contains { $0.hasPrefix("2 of 4 reports have no date") })
  }

  @Test func `a date in the future is kept as it was given, and it is said`() throws {
    var records = InventedCorpus.mixed
    records[0].published = "2199-05-05"
    let run = try run(InventedCorpus.lines(records))
    let ferry = try #require(run.stories.first { $0.reports.contains(.number(13)) })
    #expect(ferry.nearCopies == [[.number(13), .number(11)]])
    #expect(ferry.last == "2199-05-05")
    #expect(run.said == ["1 of 4 reports are dated in the future: their dates are kept as they were given."])
  }

  @Test func `a title is the beginning of the text where there is none`() throws {
    let long = String(repeating: "harbour lights ", count: 40)
    let run = try run(
      InventedCorpus.lines([.init(id: 1, text: "\n  Short line\nmore"), .init(id: 2, text: long)]))
    #expect(run.stories.map(\.title).first == "Short line")
    let cut = try #require(run.stories.map(\.title).last)
    #expect(cut.hasSuffix("lights…") || cut.hasSuffix("harbour…"))
    #expect(cut.utf8.count <= 203)
  }

  @Test func `nothing in, nothing out`() throws {
    #expect(try run("{\"title\": \"no text\"}\n{\"a\": 1}\n").stories.isEmpty)
  }

  @Test func `pages come back from the shelf as they went in`() throws {
    let shelf = try PageShelf()
    let folder = try TemporaryFolder()
    let path = try folder.write("corpus.jsonl", InventedCorpus.lines(InventedCorpus.mixed))
    let list = try Corpus().stories(of: [path], keeping: shelf) { _ in }
    let dossiers = try (0..<list.count).compactMap { try list.dossier(of: $0, from: shelf) }
    #expect(dossiers.count == 1)
    #expect(dossiers[0].reports.map { $0.outlet?.name } == ["Tidewire", "Harrow Evening"])
    #expect(dossiers[0].summary.publishers == 2)
  }
}
