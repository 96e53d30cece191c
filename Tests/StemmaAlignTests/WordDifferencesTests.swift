import StemmaModel
import StemmaTestSupport
import Testing

@testable import StemmaAlign

@Suite struct WordDifferencesTests {
  /// The changes from one wording to another: what is kept plain, [-left out-], {+added+}, [-old-+new+] and its nature.
  private func shown(_ lemma: String, _ here: String, numbers: [(report: Int, words: String, value: Double)] = [])
    -> String
  {
    var reports = [annotated(lemma, source: "a"), annotated(here, source: "b")]
    for (report, words, value) in numbers {
      let text = reports[report].report.original
      let start = text.utf8.distance(from: text.startIndex, to: text.firstRange(of: words)!.lowerBound)
      reports[report].numbers.append(NumberMention(span: TextSpan(start, start + words.utf8.count), value: value))
    }
    var claims = [claim(reports)]
    WordDifferences.mark(&claims, of: Story(reports: reports, matches: []))
    #expect(claims[0].variants[0].changes.isEmpty, "the lemma's own")
    let changes = claims[0].variants[1].changes
    check(changes, reports)
    return changes.map { change in
      let old = change.lemma.map(reports[0].report.exact) ?? ""
      let new = change.here.map(reports[1].report.exact) ?? ""
      let nature = change.nature.map { ":\($0)" } ?? ""
      return switch change.kind {
      case .kept: new
      case .leftOut: "[-\(old)-]"
      case .added: "{+\(new)+}"
      case .replaced: "[-\(old)-+\(new)+]\(nature)"
      }
    }.joined(separator: " ")
  }

  private func claim(_ reports: [AnnotatedReport]) -> Claim {
    let variants = reports.enumerated().map { index, report in
      let tokens = report.tokens.indices
      let place = Place(Siglum(index), report.span(of: tokens))
      return Claim.Variant(
        text: report.report.original,
        witnesses: [
          Claim.Witness(
            place: place, tokens: tokens, relation: index == 0 ? .verbatim : .paraphrase, likeness: 1, nats: 1,
            attribution: nil)
        ])
    }
    return Claim(
      kind: .statement, lemma: variants[0].text, lemmaPlace: variants[0].witnesses[0].place, variants: variants)
  }

  /// Spans follow one another in both texts and never overlap.
  private func check(_ changes: [Claim.Change], _ reports: [AnnotatedReport]) {
    for spans in [changes.compactMap(\.lemma), changes.compactMap(\.here)] {
      for (span, next) in zip(spans, spans.dropFirst()) { #expect(span.end <= next.start) }
      #expect(spans.allSatisfy { !$0.isEmpty })
    }
  }

  @Test(arguments: [
    (
      "Old bombs fell on the camp", "rusty bombs fell on the camp today",
      "[-Old-+rusty+] bombs fell on the camp {+today+}"
    ),
    ("The bridge was shut on Friday", "The bridge was shut", "The bridge was shut [-on Friday-]"),
    ("The harbour is open", "the “harbour”, is open.", ""),
    ("A harbour is open", "The harbour is open", ""),
  ])
  func `words are kept, left out, added and replaced`(lemma: String, here: String, expected: String) {
    #expect(shown(lemma, here) == expected)
  }

  @Test func `marks go with the word that they cling to`() {
    #expect(
      shown("Ott said the quay was lost, sadly", "Ott said “the pier” was lost, sadly")
        == "Ott said “the [-quay-+pier”+] was lost, sadly")
  }

  @Test func `small words left between changed ones go with them`() {
    #expect(
      shown("divers of the navy searched wrecks", "crews of the town mended roofs")
        == "[-divers of the navy searched wrecks-+crews of the town mended roofs+]")
  }

  @Test func `the same number in another form is no difference, another number is one`() {
    #expect(shown("four boats sank", "4 boats sank", numbers: [(0, "four", 4), (1, "4", 4)]) == "")
    #expect(
      shown(
        "some 20,000 people fled", "some thirty thousand people fled",
        numbers: [(0, "20,000", 20_000), (1, "thirty thousand", 30_000)])
        == "some [-20,000-+thirty thousand+]:number people fled")
  }

  @Test func `another form of a word is told from another word`() {
    #expect(
      shown("the toll increases fast", "the toll increased fast") == "the toll [-increases-+increased+]:form fast")
    #expect(shown("the toll increases fast", "the toll bicycles fast") == "the toll [-increases-+bicycles+] fast")
  }

  @Test func `two long texts with nothing in common take bounded time`() {
    let words = { (from: Int) in (from..<(from + 2000)).map { "w\($0)" }.joined(separator: " ") }
    let clock = ContinuousClock()
    let time = clock.measure { _ = shown(words(0), words(5000)) }
    #expect(time < .seconds(5))
  }
}
