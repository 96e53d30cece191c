import StemmaModel
import Testing

struct ReadingTextTests {
  /// `Prices <b>rose</b> &amp; fell` as a reader sees it.
  private func text() -> (ReadingText, String) {
    let original = "Prices <b>rose</b> &amp; fell"
    var text = ReadingText()
    text.append("Prices ".utf8, standingFor: TextSpan(0, 7))
    text.append("rose".utf8, standingFor: TextSpan(10, 14))
    text.append(" ".utf8, standingFor: TextSpan(18, 19))
    text.append("&".utf8, standingFor: TextSpan(19, 24))
    text.append(" fell".utf8, standingFor: TextSpan(24, 29))
    return (text, original)
  }

  @Test func `the way back finds the original's bytes`() {
    let (text, original) = text()
    #expect(text.string(0..<text.bytes.count) == "Prices rose & fell")
    let utf8 = Array(original.utf8)
    func exact(_ range: Range<Int>) -> String { String(decoding: utf8[text.original(range).range], as: UTF8.self) }
    #expect(exact(7..<11) == "rose")
    #expect(exact(0..<11) == "Prices <b>rose")
    #expect(exact(12..<13) == "&amp;")
    #expect(exact(7..<18) == "rose</b> &amp; fell")
  }

  @Test func `a walk from front to back finds the same`() {
    let (text, _) = text()
    var cursor = ReadingText.Cursor()
    for start in 0..<text.bytes.count {
      for end in start...text.bytes.count {
        #expect(text.original(start..<end, &cursor) == text.original(start..<end))
      }
    }
  }

  @Test func `what a span of the original shows`() {
    let (text, _) = text()
    #expect(text.string(of: TextSpan(7, 18)) == "rose")
    #expect(text.string(of: TextSpan(0, 29)) == "Prices rose & fell")
    #expect(text.string(of: TextSpan(19, 24)) == "&")
    #expect(text.string(of: TextSpan(14, 18)) == "")
  }

  @Test func `text of our own between pieces stands for nothing`() {
    var text = ReadingText()
    text.append("One".utf8, standingFor: TextSpan(5, 8))
    text.separate("\n\n")
    text.append("Two".utf8, standingFor: TextSpan(20, 23))
    #expect(text.original(0..<3) == TextSpan(5, 8))
    #expect(text.original(5..<8) == TextSpan(20, 23))
    #expect(text.original(0..<8) == TextSpan(5, 23))
    #expect(text.string(of: TextSpan(5, 23)) == "One\n\nTwo")
  }
}
