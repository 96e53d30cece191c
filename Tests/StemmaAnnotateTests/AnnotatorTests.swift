import StemmaModel
import StemmaTestSupport
import Testing

struct AnnotatorTests {
  /// None of these may hang, trap or leave the text.
  @Test(arguments: [
    Flood("\"", times: 10_000), Flood("\"a ", times: 10_000),
    Flood("“", times: 10_000), Flood("‘a ", times: 10_000),
    Flood("7", times: 200_000), Flood("7 ", times: 20_000),
    Flood("one or two ", times: 5_000),
    Flood("Lena Ott, ", times: 5_000), Flood("said ", times: 10_000),
    Flood("X said that Y, ", times: 600),
    Flood("according to ", times: 800), Flood("(", times: 10_000),
    Flood("the president ", times: 5_000),
    Flood("A", times: 100_000), Flood("U.", times: 20_000),
    Flood("a-", times: 20_000), Flood("'", times: 10_000),
    Flood("\u{202E}שלום עולם ", times: 3_000), Flood("الحكومة قالت ", times: 3_000),
    Flood("新聞", times: 10_000),
    Flood("$ ", times: 10_000), Flood("met with ", times: 5_000), Flood("\u{FFFD}\u{0}\u{7F}"),
    Flood(" "), Flood(""),
  ])
  func `hostile text is read to its end`(flood: Flood) {
    Sample(flood.text, flood.text).annotated.checkInvariants()
  }

  @Test func `many open quotations in many paragraphs are read to their end`() {
    var sample = Sample("x")
    let line = Array("\"Ott said ".utf8)
    var report = Report(source: "many", sha256: "", original: String(repeating: "\"Ott said ", count: 5_000))
    for at in 0..<5_000 {
      let range = at * line.count..<(at + 1) * line.count
      report.text.append(line, standingFor: TextSpan(range))
      report.passages.append(Report.Passage(.paragraph, range: range, span: TextSpan(range)))
    }
    report.language = "en"
    sample.report = report
    sample.annotated.checkInvariants()
  }

  @Test func `the same report gives the same mentions`() {
    let sample = Sample("Lena Ott told Paul Weir on Friday that 12 boats were lost.", "\"It is bad,\" he said.")
    let (a, b) = (sample.annotated, sample.annotated)
    #expect(
      a.quotes == b.quotes && a.figures == b.figures && a.attributions == b.attributions && a.entities == b.entities)
  }

  @Test func `spans are of the original where the reading text differs`() throws {
    var report = Report(source: "escaped", sha256: "", original: "Sales were \\$4 million.")
    let bytes = Array(report.original.utf8)
    report.text.append(bytes[0..<11], standingFor: TextSpan(0, 11))
    report.text.append(bytes[12...], standingFor: TextSpan(12, bytes.count))
    report.passages = [Report.Passage(.paragraph, range: 0..<report.text.bytes.count, span: TextSpan(0, bytes.count))]
    var sample = Sample("x")
    sample.report = report
    let figure = try #require(sample.annotated.figures.first)
    #expect(sample.annotated.words(figure.span) == "$4 million")
    #expect(figure.unit == "USD")
  }
}
