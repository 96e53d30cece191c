import StemmaModel
import Testing

struct PassagesTests {
  /// Articles and case say nothing of who it is.
  private func plain(_ name: String?) -> String? {
    guard let name = name?.lowercased() else { return nil }
    for article in ["the ", "a ", "an "] where name.hasPrefix(article) { return String(name.dropFirst(article.count)) }
    return name
  }

  @Test(arguments: Passage.all)
  func `who says what to whom`(passage: Passage) {
    let annotated = Sample(lines: passage.lines).annotated
    annotated.checkInvariants()
    for said in passage.said {
      let quote = annotated.quotes.first { annotated.words($0.span) == said.words }
      #expect(quote != nil, "no quote “\(said.words)” among \(annotated.quotes.map { annotated.words($0.span) })")
      guard let quote else { continue }
      let attribution = quote.attribution.map { annotated.attributions[$0] }
      #expect(quote.form == said.form)
      #expect(plain(attribution?.source.name) == plain(said.speaker))
      if said.addressee != nil { #expect(plain(attribution?.addressee) == plain(said.addressee)) }
    }
    if let figures = passage.figures {
      #expect(annotated.figures.map { annotated.words($0.span) } == figures)
    }
  }
}
