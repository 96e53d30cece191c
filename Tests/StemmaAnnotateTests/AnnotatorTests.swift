import StemmaModel
import Testing

struct AnnotatorTests {
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
