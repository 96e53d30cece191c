import StemmaModel
import Testing

@testable import StemmaRead

@Suite struct RecordReaderTests {
  @Test func `one record keeps the path as its source and the digest of its text`() {
    let (pages, caveats) = read(
      "a.json", #"{"title": "T", "text": "abc", "author": [{"name": "Ann Lee"}, "Bo Ek"]}"#)
    #expect(caveats.isEmpty)
    #expect(pages.map(\.source) == ["a.json"])
    #expect(pages[0].text == "abc")
    #expect(pages[0].sha256.hasPrefix("ba7816bf"))
    #expect(pages[0].testimony.first(.title) == "T")
    #expect(pages[0].testimony.first(.byline) == "Ann Lee, Bo Ek")
  }

  @Test func `records of a list are numbered from one`() {
    let text =
      #"{"articles": [{"body": "One.", "source": {"name": "The Vale"}}, {"content": "<p>Two.</p>"}, {"url": "x"}]}"#
    let (pages, caveats) = read("a.json", text)
    #expect(pages.map(\.source) == ["a.json#1", "a.json#2"])
    #expect(pages.map(\.form) == [.plain, .html])
    #expect(pages[0].testimony.first(.outlet) == "The Vale")
    #expect(caveats.map(\.kind) == [.unreadable])
  }

  @Test func `a broken line is named and the others are read`() {
    let lines = "{\"text\": \"One.\"}\n{broken\n\n{\"text\": \"Two.\", \"seendate\": \"20240105T101500Z\"}\n"
    let (pages, caveats) = read("a.jsonl", lines)
    #expect(pages.map(\.source) == ["a.jsonl#1", "a.jsonl#4"])
    #expect(pages[1].testimony.first(.published) == "20240105T101500Z")
    #expect(caveats.count == 1)
    #expect(caveats[0].note.contains("Line 2 of a.jsonl"))
  }

  @Test func `text that is not JSON is said to be none`() {
    let (pages, caveats) = read("a.json", "{nothing")
    #expect(pages.isEmpty)
    #expect(caveats.last?.note.contains("not valid JSON") == true)
  }
}
