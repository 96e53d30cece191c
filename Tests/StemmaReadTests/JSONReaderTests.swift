import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaRead

@Suite struct JSONReaderTests {
  private func list(_ count: Int, textBytes: Int) -> String {
    let text = String(repeating: "word ", count: textBytes / 5)
    return (1...count).map { "{\"text\": \"\($0) [\\\"{ \(text)\"}" }.joined(separator: ",\n ")
  }

  @Test func `a list too long for a tree is read element by element, with the same pages`() {
    var limits = Reader.Limits()
    limits.bytesPerTree = 1000
    let records = list(300, textBytes: 100)
    for whole in [
      "[\(records)]", "{\"meta\": {\"a\": [1, 2]}, \"articles\": {\"results\": [\(records)], \"total\": 300}}",
    ] {
      let readings = read("a.json", whole.utf8, piece: 100, limits: limits)
      #expect(readings.pages.map(\.source) == (1...300).map { "a.json#\($0)" })
      #expect(readings.pages.map(\.text) == read("a.json", whole).pages.map(\.text))
      #expect(readings.caveats.isEmpty)
    }
  }

  @Test func `a list that breaks off gives what is whole and says where`() {
    let (pages, caveats) = read("a.json", "[\(list(5, textBytes: 10)), {\"text\": \"cut")
    #expect(pages.count == 5)
    #expect(caveats.last?.note.contains("after its record 5") == true)
  }

  @Test func `a long JSON Feed has its title before its items`() {
    var limits = Reader.Limits()
    limits.bytesPerTree = 1000
    let items = (1...200).map { "{\"id\": \"\($0)\", \"content_text\": \"\(String(repeating: "word ", count: 60))\"}" }
    let feed =
      "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"The Vale\", \"items\": [\(items.joined(separator: ","))]}"
    let readings = read("feed.json", feed.utf8, limits: limits)
    #expect(readings.pages.count == 200)
    #expect(readings.pages.allSatisfy { $0.testimony.first(.outlet) == "The Vale" })
  }

  @Test func `values one after the other are records`() {
    let (pages, _) = read("a.json", "{\n\"text\": \"One.\"\n}\n{\n\"text\": \"Two.\"\n}")
    #expect(pages.map(\.source) == ["a.json#1", "a.json#2"])
  }

  @Test func `a line above the limit is left out and said`() {
    var limits = Reader.Limits()
    limits.bytesPerRecord = 100
    let lines = "{\"text\": \"One.\"}\n{\"text\": \"\(String(repeating: "x", count: 500))\"}\n{\"text\": \"Three.\"}"
    for piece in [1, 7, 64, 1000] {
      let readings = read("a.jsonl", lines.utf8, piece: piece, limits: limits)
      #expect(readings.pages.map(\.text) == ["One.", "Three."])
      #expect(readings.notes.contains("Line 2 of a.jsonl is longer than 100 bytes"))
    }
  }

  @Test func `a million broken lines are counted, not told`() {
    let (pages, caveats) = read("a.jsonl", String(repeating: "{]\n", count: 5000) + "{\"text\": \"One.\"}")
    #expect(pages.count == 1)
    #expect(caveats.count == 21)
    #expect(caveats.last?.note.contains("4980 more") == true)
  }

  @Test func `nesting without end is bounded`() {
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
      "{\"text\": " + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}",
      String(repeating: "{\"articles\":", count: 100_000), String(repeating: "{\"articles\":[", count: 100_000),
    ] {
      let (pages, caveats) = read("a.json", text)
      #expect(pages.isEmpty)
      #expect(!caveats.isEmpty)
      _ = read("a.jsonl", text)
    }
  }

  @Test func `records in another encoding are read by their letters`() {
    let line = Array("{\"text\": \"Die Br".utf8) + [0xFC] + Array("cke ist gro".utf8) + [0xDF] + Array(".\"}".utf8)
    let readings = read("a.jsonl", line + [10] + line)
    #expect(readings.pages.map(\.text) == ["Die Brücke ist groß.", "Die Brücke ist groß."])
    #expect(readings.caveats.allSatisfy { $0.kind == .encoding })
    let wide: [UInt8] = [0xFF, 0xFE] + Array("{\"text\": \"Osk\"}".utf8).flatMap { [$0, 0] }
    #expect(read("a.json", wide).pages.map(\.text) == ["Osk"])
  }

  private static let samples = [
    "[{\"text\": \"One \\\"quoted\\\" [.\"}, {\"title\": \"T\", \"text\": \"Two.\"}, {}]",
    "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\r\n\n{oops\n{\"text\": \"Three.\"}",
    "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\": 1, \"content_html\": \"<p>One.</p>\"}]}",
    "{\"text\": \"Öne.\"}",
  ]

  @Test(arguments: samples)
  func `pieces of any size give the same`(_ text: String) {
    let expected = read("a.json", text)
    for piece in 1...20 {
      let got = read("a.json", text, piece: piece)
      #expect(got.pages.map(\.text) == expected.pages.map(\.text))
      #expect(got.caveats == expected.caveats)
    }
  }

  @Test(arguments: samples)
  func `cut anywhere, nothing crashes and nothing is silent`(_ text: String) {
    for end in 1..<text.utf8.count {
      for name in ["a.json", "a.jsonl", "a"] {
        let got = read(name, text.utf8.prefix(end))
        #expect(!got.pages.isEmpty || !got.caveats.isEmpty)
      }
    }
  }
}
