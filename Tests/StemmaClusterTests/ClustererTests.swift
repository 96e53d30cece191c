import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaCluster

@Suite struct ClustererTests {
  private let viaduct = InventedStory.viaduct.map { annotated($0.text, source: $0.name) }
  private let orchestra = InventedStory.orchestra.map { annotated($0.text, source: $0.name) }

  @Test func `two invented stories are parted`() {
    let stories = Clusterer().cluster(viaduct + orchestra, joinedBy: [])
    #expect(
      stories.map { $0.reports.map(\.report.source) } == [
        ["fenmoor-post.txt", "harrow-evening.txt", "valley-reader.txt"], ["stage-door.txt", "quillhaven-mirror.txt"],
      ])
    #expect(stories.allSatisfy { $0.caveats.isEmpty })
  }

  @Test func `inside a story the reports keep their order, however the stories are mixed`() {
    let mixed = [orchestra[1], viaduct[2], orchestra[0], viaduct[0], viaduct[1]]
    #expect(
      Clusterer().cluster(mixed, joinedBy: []).map { $0.reports.map(\.report.source) } == [
        ["quillhaven-mirror.txt", "stage-door.txt"], ["valley-reader.txt", "fenmoor-post.txt", "harrow-evening.txt"],
      ])
  }

  @Test func `matches follow their reports, and those between stories are dropped`() {
    func match(_ a: Int, _ b: Int) -> Match {
      Match(a: a, b: b, aTokens: 3..<8, bTokens: 4..<9, words: 5, nats: 1, isQuoted: false)
    }
    let mixed = [orchestra[0], viaduct[0], orchestra[1], viaduct[1]]
    let stories = Clusterer().cluster(mixed, joinedBy: [match(0, 2), match(1, 2), match(1, 3)])
    #expect(stories.map(\.matches) == [[match(0, 1)], [match(0, 1)]])
  }

  @Test func `a long run of the same words joins what else is not alike`() {
    let run = Match(a: 0, b: 1, aTokens: 0..<20, bTokens: 0..<20, words: 20, nats: 80, isQuoted: false)
    var quote = run
    quote.isQuoted = true
    let two = [viaduct[0], orchestra[0]]
    #expect(Clusterer().cluster(two, joinedBy: [run]).count == 1)
    #expect(Clusterer().cluster(two, joinedBy: [quote]).count == 2)
  }

  @Test func `kept in one story, those of another event have a caveat that names both sides`() throws {
    let stories = Clusterer().cluster(viaduct + [orchestra[0]], joinedBy: [], oneStory: true)
    try #require(stories.count == 1)
    #expect(stories[0].reports.count == 4)
    #expect(stories[0].caveats.map(\.kind) == [.unrelated])
    #expect(stories[0].caveats[0].source == "stage-door.txt")
    #expect(stories[0].caveats[0].note.contains("fenmoor-post.txt"))
  }

  @Test func `one event kept in one story has no caveat`() {
    #expect(Clusterer().cluster(viaduct, joinedBy: [], oneStory: true).map(\.caveats) == [[]])
  }

  @Test func `no report, no story; a report without words is a story of its own`() {
    #expect(Clusterer().cluster([], joinedBy: []).isEmpty)
    #expect(Clusterer().cluster([], joinedBy: [], oneStory: true).isEmpty)
    let stories = Clusterer().cluster([annotated("", source: "a"), annotated("", source: "b")], joinedBy: [])
    #expect(stories.map { $0.reports.map(\.report.source) } == [["a"], ["b"]])
  }
}
