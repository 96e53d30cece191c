import Foundation
import StemmaModel
import StemmaTestSupport
import Testing

/// Whatever stands in a file, the pipeline comes back with a dossier that keeps to the contract, or with a caveat.
@Suite struct MutationTests {
  /// A bad report between two good ones, which must be there in the end.
  private func survives(_ name: String, _ bytes: [UInt8], _ location: SourceLocation = #_sourceLocation) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, bytes)
    let good = try Karsund.paths.get().filter { $0.hasSuffix("estuary-brief.txt") || $0.hasSuffix("gazette.html") }
    let editions = Telling.editions(good + [path], oneStory: true)
    try #require(editions.count == 1, sourceLocation: location)
    let dossier = editions[0].dossier
    #expect(good.allSatisfy { dossier.report(from: $0) != nil }, sourceLocation: location)
    if dossier.report(from: path) == nil {
      #expect(dossier.caveats.contains { $0.note.contains(path) }, sourceLocation: location)
    }
    let problems = dossier.problems(texts: try editions[0].files())
    #expect(problems == [], "\(name)", sourceLocation: location)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a report of the example with its bytes disturbed`(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let path = try #require(Karsund.paths.get().randomElement(using: &random))
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let ending = path.split(separator: ".").last ?? "txt"
    try survives("mutated-\(seed).\(ending)", Mutation.mutate(bytes, using: &random))
  }

  /// Long after an ordinary beginning.
  private static let extremes: [(name: String, unit: String, count: Int)] = [
    ("ten thousand opening quotes", "“", 10_000), ("quotes that open and never close", "“We will go ", 3_000),
    ("straight quotes, an odd number", "\"", 10_001), ("a million digits", "7", 1_000_000),
    ("groups of digits without end", "1,", 20_000), ("one letter", "a", 1_000_000), ("one-letter words", "a ", 50_000),
    ("full stops", ".", 100_000), ("initials", "A.B. ", 10_000), ("hyphens", "a-", 50_000),
    ("right to left, with overrides", "قال الوزير إن السد انهار. \u{202E}", 500), ("accents", "\u{301}", 20_000),
    ("names", "Helka Dorrin ", 5_000), ("verbs of saying", "he said she told ", 2_000), ("asterisks", "**", 50_000),
    ("brackets", "[x](", 50_000), ("links", "[x](http://e.org) ", 5_000), ("headings", "\n# Gate\n", 3_000),
    ("line ends", "\n", 200_000), ("tabs", "\t", 200_000), ("one sentence", "The gate failed near Karsund. ", 2_000),
    ("one paragraph", "The gate failed near Karsund.\n\n", 2_000), ("zero-width spaces", "\u{200B}", 50_000),
    ("family faces", "👩‍👩‍👧‍👧", 5_000), ("angle brackets", "<", 50_000),
  ]

  @Test(arguments: extremes.indices)
  func `a report that goes on and on`(index: Int) throws {
    let (name, unit, count) = Self.extremes[index]
    let text = InventedStory.viaduct[0].text + "\n\n" + String(repeating: unit, count: count) + "\n"
    try survives(name.replacingOccurrences(of: " ", with: "-") + ".txt", Array(text.utf8))
  }

  @Test func `many figures of one kind`() throws {
    let text = (1...400).map { "On day \($0) the town counted \($0 * 17) boats in its harbour." }.joined(separator: " ")
    try survives("figures.txt", Array(text.utf8))
  }

  @Test(arguments: [
    ("nested", "<div>", 100_000, "</div>"), ("unclosed", "<div><p>", 30_000, ""), ("formatted", "<b><i>", 30_000, ""),
    ("tables", "<table><tr><td>", 5_000, ""), ("paragraphs", "<p>The gate failed at noon, he said.", 1_500, ""),
    ("entities", "&amp", 50_000, ""), ("comments", "<!--", 30_000, ""), ("lists", "<ul><li>", 20_000, "</ul>"),
  ])
  func `a page that goes on and on`(name: String, open: String, count: Int, close: String) throws {
    let paragraph = "<p>\(InventedStory.viaduct[0].text.components(separatedBy: "\n\n")[3])</p>"
    let text =
      "<html><body>" + paragraph + String(repeating: open, count: count) + paragraph
      + String(repeating: close, count: count) + "</body></html>"
    try survives(name + ".html", Array(text.utf8))
  }

  @Test(arguments: [
    ("braces.json", String(repeating: "{", count: 100_000)),
    (
      "deep.json", "{\"text\": " + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}"
    ),
    ("escapes.json", "{\"text\": \"" + String(repeating: "\\u0041\\n", count: 10_000) + "\"}"),
    ("surrogate.json", #"{"text": "half a pair \ud83d and more text of the article"}"#),
    ("null.json", #"{"text": "a \u0000 in the middle of the article's text"}"#),
    ("lines.jsonl", String(repeating: "{\"text\": \"A short report of the gate.\"}\n", count: 30)),
    ("numbers.json", #"{"text": 12, "title": 1e999}"#),
  ])
  func `records that go wrong`(name: String, text: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, text)
    let good = try Karsund.paths.get()[0]
    let editions = Telling.editions([good, path], oneStory: true)
    try #require(editions.count == 1)
    #expect(editions[0].dossier.problems() == [])
    #expect(editions[0].dossier.report(from: good) != nil)
  }
}
