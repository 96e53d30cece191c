import StemmaModel
import Testing

@testable import StemmaPresent

@Suite struct TextRenderingTests {
  @Test func `the ferry story as a terminal shows it`() throws {
    try Golden.check(TextRendering.render(Fixture.lantern(), style: TextStyle(width: 80)), "lantern.txt")
  }

  @Test func `the ferry story in colour`() throws {
    try Golden.check(
      TextRendering.render(Fixture.lantern(), style: TextStyle(width: 100, color: true, full: true)),
      "lantern-color.txt")
  }

  @Test(arguments: [60, 72, 80, 120, 200], [true, false])
  func `no line is wider than asked`(width: Int, full: Bool) throws {
    for dossier in [try Fixture.lantern(), Fixture.many(200), Hostile.dossier] {
      for unicode in [true, false] {
        let text = TextRendering.render(dossier, style: TextStyle(width: width, unicode: unicode, full: full))
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
      }
    }
  }

  @Test func `a width below the least counts as the least`() {
    #expect(TextStyle(width: 3).width == 60)
  }

  @Test func `without colour there is no escape, with it no line is longer`() throws {
    #expect(!TextRendering.render(try Fixture.lantern(), style: TextStyle()).contains("\u{1B}"))
    let colored = TextRendering.render(try Fixture.lantern(), style: TextStyle(color: true))
    #expect(
      colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
        == TextRendering.render(try Fixture.lantern(), style: TextStyle()))
  }

  @Test func `in ASCII all that is ours is ASCII`() throws {
    let text = TextRendering.render(Fixture.many(40), style: TextStyle(unicode: false))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `an article cannot command the terminal`() {
    for style in [TextStyle(), TextStyle(full: true)] {
      let text = TextRendering.render(Hostile.dossier, style: style)
      #expect(
        !text.unicodeScalars.contains {
          $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) || $0 == "\u{202E}"
        })
    }
  }

  @Test func `nothing, one and many do not stop it`() {
    let empty = Fixture.bare(.init(reports: 0, publishers: 0, lines: nil, origins: nil))
    #expect(TextRendering.render(empty, style: TextStyle()).contains("No claims were found."))
    #expect(TextRendering.render(Fixture.many(1, claims: 0), style: TextStyle()).contains("1 report,"))
    #expect(TextRendering.render(Fixture.many(200), style: TextStyle()).contains("180 more reports"))
    #expect(!TextRendering.render(Fixture.many(200), style: TextStyle(full: true)).contains(" more report"))
  }

  @Test func `the same dossier gives the same text`() throws {
    let dossier = try Fixture.lantern()
    #expect(TextRendering.render(dossier, style: TextStyle()) == TextRendering.render(dossier, style: TextStyle()))
  }

  @Test func `several stories begin with what they are`() throws {
    let text = TextRendering.render([try Fixture.lantern(), Fixture.many(3)], style: TextStyle())
    #expect(text.hasPrefix("2 stories\n1. Lantern ferry"))
  }
}

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("中国", 4), ("한국", 4), ("😀", 2), ("👩‍👩‍👧", 2), ("a\u{200B}b", 2), ("ｱ", 1),
    ("", 0), ("“—”", 3),
  ])
  func `columns are counted as a terminal does`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }
}
